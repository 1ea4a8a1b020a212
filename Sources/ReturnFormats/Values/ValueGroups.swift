/// The groups that coded values are reported in, with the template's codes that fall into each.
///
/// Source: the "Grouped" column of the sector's cleaning tools (the `code` of the learned spellings) against the Codes
/// sheet of the template; the further codes are the DfE's extended ethnic codes, the 16+1 letters of the 2001 census,
/// and codes of the looked-after return (SSDA903) of earlier years.
struct ValueGroup: Sendable {
    /// As the learned spellings write it; nil for codes that stand for no group, such as short breaks in List 8.
    let written: String?
    /// The template's codes by name.
    let codes: [String]
    /// Other codes, in small letters, with the template's code that each belongs to, if it can be told.
    let others: [String: String?]

    /// A line reads `WBRI=weng,wsco WIRI ?=x`: codes of the template, each with others that mean the same; after `?`
    /// those whose code in the template cannot be told.
    init(_ written: String?, _ line: String) {
        self.written = written
        var codes: [String] = []
        var others: [String: String?] = [:]
        for part in line.split(separator: " ") {
            let sides = part.split(separator: "=")
            let name = String(sides[0].replacing("_", with: " "))
            if name != "?" { codes.append(name) }
            if sides.count > 1 {
                for other in sides[1].split(separator: ",") {
                    others[String(other)] = .some(name == "?" ? nil : name)
                }
            }
        }
        self.codes = codes
        self.others = others
    }
}

extension CodeSet {
    /// Empty where each code of the template is a group of its own, as written there.
    var groups: [ValueGroup] { ValueGroups.all[self] ?? [] }

    /// True where what a value stands for is told by a code at its beginning or end.
    var hasCodes: Bool { !ValueGroups.wordsOnly.contains(self) }

    /// Its codes are a letter or two and a figure, so that another such is a code that nobody knows.
    var isCodedByNumber: Bool { ValueGroups.byNumber.contains(self) }
}

private enum ValueGroups {
    /// Their codes are words or letters that files use for other things too.
    static let wordsOnly: Set<CodeSet> = [
        .gender, .status, .abuse, .permanence, .location, .eligibility, .inTouch, .suitability, .yesNo,
        .yesNoUnknown, .plainYesNo, .adoptionLeaving,
    ]

    static let byNumber: Set<CodeSet> = [
        .need, .careNeed, .closureReason, .legalStatus, .careEndReason, .placement, .provider, .activity,
        .adoptionReversal,
    ]

    static let all: [CodeSet: [ValueGroup]] = [
        .gender: [
            ValueGroup("a) Male", "Male"), ValueGroup("b) Female", "Female"),
            ValueGroup("c) Not stated/recorded", "Not_stated/recorded"), ValueGroup("d) Neither", "Neither"),
        ],
        .ethnicity: [
            ValueGroup(
                "a) White",
                """
                WBRI=wcor,weng,wnir,wsco,wwel,wowb,a1 WIRI=a2 WIRT=a4 WROM=wrog,wror,wroo,a5 \
                WOTH=walb,wbos,wcro,wgre,wgrk,wgrc,wita,wkos,wpor,wser,wtur,wtuk,wtuc,weur,weeu,wweu,wotw,a3
                """),
            ValueGroup(
                "b) Mixed",
                """
                MWBC=b1 MWBA=b2 MWAS=mwap,mwai,mwao,b3 \
                MOTH=maoe,mabl,mach,mboe,mbch,mcoe,mwoe,mwch,motm,b4
                """),
            ValueGroup(
                "c) Asian or Asian British",
                "AIND=c1 APKN=ampk,akpa,aopk,c2 ABAN=c3 AOTH=aafr,akao,anep,asnl,aslt,asro,aota,c4"),
            ValueGroup(
                "d) Black or black British",
                "BCRB=d1 BAFR=bann,bcon,bgha,bngn,bsln,bsom,bsud,baof,d2 BOTH=beur,bnam,botb,d3"),
            ValueGroup(
                "e) Other ethnic group",
                """
                CHNE=chkc,cmal,csng,ctwn,coch,e1 OOTH=oafg,oara,oegy,ofil,oirn,oirq,ojpn,okor,okrd,olam,oleb,\
                olib,omal,omrc,opol,otha,ovie,oyem,ooeg,e2
                """),
            ValueGroup("f) Not stated", "REFU NOBT UNKNOWN"),
        ],
        .source: [
            ValueGroup("a) Individual", "1A 1B 1C 1D"), ValueGroup("b) Schools", "2A"),
            ValueGroup("c) Education services", "2B"), ValueGroup("d) Health services", "3A 3B 3C 3D 3E 3F"),
            ValueGroup("e) Housing", "4"), ValueGroup("f) LA services", "5A 5B 5C 5D"),
            ValueGroup("g) Police", "6"), ValueGroup("h) Other legal agency", "7"),
            ValueGroup("i) Other", "8"),
            ValueGroup("j) Anonymous", "9"), ValueGroup("k) Unknown", "10"),
        ],
        .yesNo: [ValueGroup("True", "Yes"), ValueGroup("False", "No")],
        .yesNoUnknown: [
            ValueGroup("True", "Yes"), ValueGroup("False", "No"), ValueGroup("Unknown", "Unknown"),
        ],
        .plainYesNo: [ValueGroup("True", "Yes"), ValueGroup("False", "No")],
        .need: needs, .careNeed: needs,
        .closureReason: [
            ValueGroup("a) Adopted", "RC1"), ValueGroup("b) Died", "RC2"),
            ValueGroup("c) Residence Order", "RC3"),
            ValueGroup("d) Special Guardianship Order", "RC4"),
            ValueGroup("e) Transfer to another LA", "RC5"),
            ValueGroup("f) Transfer to Adult Social Services", "RC6"),
            ValueGroup("g) 'Other' incl. Child no longer in need", "RC7"),
            ValueGroup("h) Child not in need after assessment", "RC8 RC9"),
        ],
        .status: [
            ValueGroup("a) Looked after child", "Looked_after_child"),
            ValueGroup("b) Child Protection plan", "Child_Protection_plan"),
            ValueGroup("c) Child in need plan", "Child_in_need_plan"),
            ValueGroup("d) Open assessment", "Open_assessment"),
            ValueGroup("e) Closed episode", "Closed_episode"),
        ],
        .abuse: [
            ValueGroup("a) Neglect", "Neglect"), ValueGroup("b) Physical Abuse", "Physical_abuse"),
            ValueGroup("c) Sexual Abuse", "Sexual_abuse"),
            ValueGroup("d) Emotional Abuse", "Emotional_abuse"),
            ValueGroup("e) Multiple", "Multiple/not_recommended"),
        ],
        .legalStatus: [
            ValueGroup("a) Interim care orders", "C1"), ValueGroup("b) Full care orders", "C2"),
            ValueGroup("c) Freed for  Adoption", "D1"), ValueGroup("d) Placement order granted", "E1"),
            ValueGroup("e) Accommodated under S20", "V2"),
            ValueGroup("f) Detained on child protection grounds in LA accommodation", "L1 L2 L3"),
            ValueGroup("g) Youth justice legal Statuses", "J1 J2 J3"), ValueGroup(nil, "V3 V4 ?=v1"),
        ],
        .permanence: [
            ValueGroup("a) Return to family", "Return_to_family"), ValueGroup("b) Adoption", "Adoption"),
            ValueGroup("c) SGO/CAO", "SGO/CAO"),
            ValueGroup("d) Supported living in the community", "Supported_living_in_the_community"),
            ValueGroup("e) Long-term residential placement", "Long-term_residential_placement"),
            ValueGroup("f) Long-term fostering", "Long-term_fostering"), ValueGroup("g) Other", "other"),
        ],
        .careEndReason: [
            ValueGroup("a) Adopted", "E11 E12 ?=e1"), ValueGroup("b) Died", "E2"),
            ValueGroup("c) Care taken by another LA", "E3"),
            ValueGroup("d) Returned home to live with parents or relatives", "E4A E4B ?=e4"),
            ValueGroup(
                "e) Left care to live with parents, relatives or other person with no parental responsibility",
                "E13 E17"),
            ValueGroup("f) Residence order granted", "E41"),
            ValueGroup("g) Special Guardianship Orders", "E45 E46=e43 E47 E48=e44"),
            ValueGroup("h) Moved into independent living", "E5 E6"),
            ValueGroup("i) Transferred to residential care funded by adult social services", "E7"),
            ValueGroup("j) Sentenced to custody", "E9"),
            ValueGroup("k) Accommodation on remand ended", "E14"),
            ValueGroup("l) Age assessment determined child was 18 or over", "E15"),
            ValueGroup("m) Child moved abroad", "E16"),
            ValueGroup("n) Care ceased for any other reason", "E8"), ValueGroup(nil, "X1"),
        ],
        .placement: [
            ValueGroup("a) Foster placement", "U1 U2 U3 U4 U5 U6 ?=q1,q2,f1,f2,f3,f4,f5,f6"),
            ValueGroup("b) Placed for adoption", "A3 A4 A5 A6 ?=a1,a2"),
            ValueGroup("c) Placed with parents", "P1"), ValueGroup("d) Independent living", "P2"),
            ValueGroup("e) Residential employment", "P3"), ValueGroup("f) Residential accommodation", "H5"),
            ValueGroup("g) Secure Children’s Homes", "K1=h1,h2"),
            ValueGroup("h) Children’s Homes", "K2=h3,h4"),
            ValueGroup("i) Residential Care Home", "R1"), ValueGroup("j) NHS/Health Trust", "R2"),
            ValueGroup("k) Family Centre or Mother and Baby Unit", "R3"),
            ValueGroup("l) Young Offender Institution", "R5"), ValueGroup("m) Residential school", "S1"),
            ValueGroup("n) Other placements", "Z1"), ValueGroup("o) Temporary placement", "T0 T1 T2 T3 T4"),
            ValueGroup(nil, "K3"),
        ],
        .provider: [
            ValueGroup("a) Own LA", "PR1"), ValueGroup("b) Private", "PR4"),
            ValueGroup("c) Other", "PR0 PR2 PR3 PR5"),
        ],
        .location: [ValueGroup("a) In", "In"), ValueGroup("b) Out", "Out")],
        .eligibility: [
            ValueGroup("a) Relevant", "Relevant_child"),
            ValueGroup("b) Former relevant", "Former_relevant_child"),
            ValueGroup("c) Qualifying", "Qualifying_care_leaver"),
            ValueGroup("d) Eligible", "Eligible_child"),
        ],
        .inTouch: [
            ValueGroup("a) In touch", "Yes"), ValueGroup("b) Not in touch", "No Refu NREQ"),
            ValueGroup("d) Exclude", "Died Rhom"),
        ],
        .accommodation: [
            ValueGroup("a) With parents or relatives", "B"), ValueGroup("b) Community home", "C"),
            ValueGroup("c) Semi-independent transitional accommodation", "D"),
            ValueGroup("d) Supported lodgings", "E"), ValueGroup("e) Gone abroad", "G"),
            ValueGroup("f) Deported", "H"), ValueGroup("g) Ordinary lodgings", "K"),
            ValueGroup("h) Residence not known", "R"), ValueGroup("i) No fixed abode / homeless", "S"),
            ValueGroup("j) Foyers", "T"), ValueGroup("k) Independent living", "U"),
            ValueGroup("l) Emergency accommodation", "V"), ValueGroup("m) Bed and breakfast", "W"),
            ValueGroup("n) In custody", "X"), ValueGroup("o) With Former Foster Carer", "Z"),
            ValueGroup("p) Other accommodation", "Y"),
        ],
        .suitability: [ValueGroup("a) Suitable", "Suitable"), ValueGroup("b) Not suitable", "Unsuitable")],
        .adoptionReversal: [
            ValueGroup("a) Child’s needs changed", "RD1"), ValueGroup("b) Court did not make a PO", "RD2"),
            ValueGroup("c) Prospective adopters cannot be found", "RD3"),
            ValueGroup("d) Any other reason", "RD4"),
        ],
        .adoptionLeaving: [
            ValueGroup("a) Withdrew", "1"), ValueGroup("b) Process on hold", "2"),
            ValueGroup("c) Application refused", "3"),
        ],
    ]

    private static let needs = [
        ValueGroup("a) Abuse or neglect", "N1"), ValueGroup("b) Child's disability", "N2"),
        ValueGroup("c) Parents illness or disability", "N3"), ValueGroup("d) Family in acute stress", "N4"),
        ValueGroup("e) Family dysfunction", "N5"), ValueGroup("f) Socially unacceptable behaviour", "N6"),
        ValueGroup("g) Low income", "N7"), ValueGroup("h) Absent parenting", "N8"),
        ValueGroup("i) Not CIN", "N9"), ValueGroup("j) Not stated", "N0"),
    ]
}
