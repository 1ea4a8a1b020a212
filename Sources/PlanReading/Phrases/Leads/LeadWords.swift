/// The words by which a post, a team, a service and a person are told apart.
enum LeadWords {
    /// Nouns of posts; one of them makes a phrase a post.
    static let posts = plurals([
        "manager", "head", "director", "officer", "lead", "leader", "chair", "chairman", "chairperson",
        "worker", "consultant", "practitioner", "co-ordinator", "coordinator", "ordinator", "adviser",
        "advisor",
        "supervisor", "commissioner", "inspector", "administrator", "analyst", "principal", "headteacher",
        "teacher", "chief", "executive", "clerk", "solicitor", "specialist", "psychologist", "nurse",
        "councillor", "member", "secretary", "guardian", "champion", "convener", "convenor", "partner",
        "superintendent", "constable", "sergeant", "custodian", "sponsor", "trainer", "auditor",
        "facilitator",
        "assistant", "governor", "therapist", "doctor", "gp", "secretariat", "staff", "team leader",
        "provider",
    ])

    /// Nouns that end the name of a team or a body.
    static let bodies = plurals([
        "team", "unit", "board", "panel", "service", "group", "committee", "partnership", "forum", "trust",
        "council", "hub", "centre", "department", "division", "directorate", "agency", "authority", "network",
        "resources", "police", "cafcass", "probation", "cabinet", "ofsted",
    ])

    /// Posts' usual initials; other capitals may be teams, services or people.
    static let postInitials = plurals([
        "ad", "dcs", "ceo", "cex", "hos", "tm", "gm", "pc", "po", "qm", "csw", "psw", "iro", "lado", "sm",
        "sw",
        "dd", "dir", "hod", "ea", "dco", "senco", "hoss",
    ])

    /// Words of services and their work: a phrase made of them is no person's name.
    static let services: Set<String> = [
        "access", "adolescent", "adoption", "adult", "adults", "advocacy", "alternative", "all", "area",
        "areas",
        "assessment", "assessments", "assurance", "attendance", "audit", "behaviour", "business", "cabinet",
        "care", "case", "child", "children", "children's", "childrens", "commissioning", "communication",
        "communications", "community", "complaints", "compliance", "conference", "contact", "contracts",
        "corporate", "customer", "data", "delivery", "deputy", "design", "development", "digital",
        "disability",
        "disabilities", "disabled", "domestic", "duty", "early", "education", "edge", "emergency",
        "emotional",
        "employment", "engagement", "exploitation", "family", "families", "finance", "fostering",
        "governance",
        "health", "help", "homelessness", "housing", "human", "ict", "improvement", "inclusion",
        "independent",
        "information", "innovation", "inspection", "insight", "integrated", "intelligence", "intervention",
        "it",
        "joint", "justice", "learning", "leaving", "legal", "legacy", "lifelong", "local", "localities",
        "locality", "looked", "management", "mental", "missing", "multi", "need", "needs", "neglect", "north",
        "offending", "operational", "operations", "organisational", "parent", "parents", "participation",
        "partners", "partnerships", "performance", "permanence", "placement", "placements", "planning",
        "policy",
        "practice", "practices", "prevention", "professional", "programme", "programmes", "project",
        "protection",
        "public", "quadrant", "quality", "recording", "recruitment", "referral", "referrals", "regional",
        "residential", "response", "retention", "review", "reviewing", "reviews", "risk", "safeguarding",
        "school", "schools", "secure", "senior", "sexual", "skills", "social", "south", "special",
        "specialist",
        "standards", "strategic", "strategy", "supervision", "support", "systems", "targeted", "through",
        "training", "transformation", "transition", "transport", "universal", "virtual", "voice", "welfare",
        "wellbeing", "west", "east", "work", "workforce", "young", "youth", "years", "year", "people",
        "persons",
        "group", "practice", "front", "door", "mash", "pathways", "property", "procurement", "research",
        "relevant", "named", "designated", "assigned", "allocated", "nominated", "each", "every", "both",
    ]

    /// Small words inside surnames.
    static let particles: Set<String> = [
        "van", "den", "der", "de", "la", "le", "du", "da", "von", "ste", "st", "bin", "al",
    ]

    /// Where there is nobody yet.
    static let nobody: Set<String> = [
        "tbc", "tba", "tbd", "n a", "na", "to be confirmed", "to be agreed", "to be decided",
        "to be identified",
        "to be appointed", "vacant", "vacancy", "none", "as above",
    ]

    private static func plurals(_ words: [String]) -> Set<String> {
        Set(words.flatMap { [$0, $0 + "s", $0 + "'s"] })
    }
}
