// Made by scripts/learned-spellings. Do not edit.
// swift-format-ignore-file
//
// The spellings come from SocialFinanceDigitalLabs/liia-tools-pipeline, under this licence:
//
// MIT License
//
// Copyright (c) 2022 Social Finance Digital Labs
//
// Permission is hereby granted, free of charge, to any person obtaining a copy
// of this software and associated documentation files (the "Software"), to deal
// in the Software without restriction, including without limitation the rights
// to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
// copies of the Software, and to permit persons to whom the Software is
// furnished to do so, subject to the following conditions:
//
// The above copyright notice and this permission notice shall be included in all
// copies or substantial portions of the Software.
//
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
// IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
// FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
// AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
// LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
// OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
// SOFTWARE.

/// Spellings of coded values that were seen in real returns, by column, with the code each stands for.
enum LearnedSpellings {
    /// Lines: `=` and a code, then the spellings that stand for it. Nil for a column that is not in the source.
    static func text(of column: String) -> (name: String, text: String)? {
        switch column {
        case "Gender": ("Gender", text0)
        case "Ethnicity": ("Ethnicity", text1)
        case "Contact Source", "Referral Source": ("Contact Source", text2)
        case "Referral NFA?": ("Referral NFA?", text3)
        case "Does the Child have a Disability", "Disability": ("Does the Child have a Disability", text4)
        case "Child Seen During Continuous Assessment": ("Child Seen During Continuous Assessment", text5)
        case "Was the child assessed as requiring LA children's social care support?", "Was an Initial Child Protection Conference deemed unnecessary?", "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)", "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)": ("Was the child assessed as requiring LA children's social care support?", text6)
        case "Did the Initial Child Protection Conference Result in a Child Protection Plan": ("Did the Initial Child Protection Conference Result in a Child Protection Plan", text7)
        case "Primary Need Code", "Child's Category of Need": ("Primary Need Code", text8)
        case "Reason for Closure": ("Reason for Closure", text9)
        case "Case Status": ("Case Status", text10)
        case "Initial Category of Abuse", "Latest Category of Abuse": ("Initial Category of Abuse", text11)
        case "Was the Child Seen Alone?": ("Was the Child Seen Alone?", text12)
        case "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)", "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)": ("Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)", text13)
        case "Child's Legal Status": ("Child's Legal Status", text14)
        case "What is the permanence plan for this child?": ("What is the permanence plan for this child?", text15)
        case "Reason Ceased to be Looked After": ("Reason Ceased to be Looked After", text16)
        case "Placement Type": ("Placement Type", text17)
        case "Placement Provider": ("Placement Provider", text18)
        case "Placement Location": ("Placement Location", text19)
        case "Was the child offered a Return Interview after their last missing episode (Y/N)?", "Did the child accept a Return Interview after their last missing episode (Y/N)?": ("Was the child offered a Return Interview after their last missing episode (Y/N)?", text20)
        case "Eligibility Category": ("Eligibility Category", text21)
        case "LA in Touch": ("LA in Touch", text22)
        case "Type of Accommodation": ("Type of Accommodation", text23)
        case "Suitability of Accommodation": ("Suitability of Accommodation", text24)
        case "Activity Status": ("Activity Status", text25)
        case "Reason Why Child No Longer Placed for Adoption": ("Reason Why Child No Longer Placed for Adoption", text26)
        case "Is the (prospective) adopter fostering for adoption?": ("Is the (prospective) adopter fostering for adoption?", text27)
        case "Reason for leaving adoption process": ("Reason for leaving adoption process", text28)
        default: nil
        }
    }

    static let columns = [
        "Gender",
        "Ethnicity",
        "Contact Source",
        "Referral Source",
        "Referral NFA?",
        "Does the Child have a Disability",
        "Disability",
        "Child Seen During Continuous Assessment",
        "Was the child assessed as requiring LA children's social care support?",
        "Was an Initial Child Protection Conference deemed unnecessary?",
        "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
        "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)",
        "Did the Initial Child Protection Conference Result in a Child Protection Plan",
        "Primary Need Code",
        "Child's Category of Need",
        "Reason for Closure",
        "Case Status",
        "Initial Category of Abuse",
        "Latest Category of Abuse",
        "Was the Child Seen Alone?",
        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
        "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
        "Child's Legal Status",
        "What is the permanence plan for this child?",
        "Reason Ceased to be Looked After",
        "Placement Type",
        "Placement Provider",
        "Placement Location",
        "Was the child offered a Return Interview after their last missing episode (Y/N)?",
        "Did the child accept a Return Interview after their last missing episode (Y/N)?",
        "Eligibility Category",
        "LA in Touch",
        "Type of Accommodation",
        "Suitability of Accommodation",
        "Activity Status",
        "Reason Why Child No Longer Placed for Adoption",
        "Is the (prospective) adopter fostering for adoption?",
        "Reason for leaving adoption process",
    ]

    private static let text0 = #"""
=a) Male
a) Male
1
1 - Male
M
Male
=?
Transgender Male
Indeterminate
=b) Female
b) Female
2
F
=c) Not stated/recorded
c) Not stated/recorded
0
9
0 - Not Recorded
I
Not specified
U
Unborn
Unborn/Unknown
Unspecified
Withheld
Not stated/recorded
Not Stated / Recorded
c) Not stated / recorded (or unborn)
c) Not stated/recorded (or unborn)
Not recorded/Unborn
Gender Unspecified
Unknown / Not Recorded / Unborn
=d) Neither
d) Neither
Indeterminate Gender
Transgender female
Unable to classify
Indeterminate Gender (Unknown if Male or Female
Non-Binary
Gender Dysphoria
"""#

    private static let text1 = #"""
=a) White
a) WBRI
b) WIRI
c) WIRT
d) WOTH
(A.A28)White - British
(A.A3)White - British
(A.A41) White - British
(A.A5) White - British
(A.A6) White - British
(A.AA1)White - British
A
A.A1
A.A1 : White
A.A1 White > British
A.A4)White - British
A.A5)White - British
A.A6 White > British
A.A6)White - British
A.A7)White - British
A1
A1 - White - British
A1 - White British
A1 - White-British
A1 White - British
A1 White British
A4.1 White - British
British
BRITISH - White British
English
English/ Welsh/ Scottish/ Northern Irish/ British
W - White British
WBRI
WBRI  [White British]
WBRI - A1 - White - British
WBRI - British
WBRI - White British
WBRI - White British (101)
WBRI - White: British
WBRI White - British
WBRI White - White British
WBRI White British
WBRI: White British
WBRI-White - British
WCOR - White - Cornish
WEN - WENG - English
WENG
White  British
White - British
White - English
White (English)
White (English/ Welsh/ Scottish/ Northern Irish/ British)
White (Scottish)
White / English
White / White - British
White British
White British (A1)
WHITE BRITISH, MIXED BRITISH
White British/Irish
White English
White/ English/ Welsh/ Scottish/ Northern Irish/ British
White/English/ Welsh/ Scottish/ Northern Irish/ British
WOWB
WSCO
~IRISH
A.A2 White > Irish
A.A2)White - Irish
A2
A2 - White - Irish
A2 - White Irish
A2 - White-Irish
A2 White - White Irish
Irish
White (Irish)
White Irish
White/Irish
WIRI
WIRI  [White Irish]
WIRI - Irish
WIRI - White - Irish
WIRI - White Irish
WIRI - White: Irish
WIRI - White-Irish
WIRI Irish
WIRI White - Irish
WIRI White - White Irish
WIRI White Irish
WIRI: White Irish
WIRI: White: White - Irish
(A.A14)Traveller of Irish Heritage
A4
A4 - Traveller or Irish Heritage
A4 - White - Traveller of Irish Heritage
A4 White - Gypsy or Irish Traveller
A4.4 Traveller of Irish Heritage
Gypsy Traveller
Traveller of Irish Heritage
Traveller of Irish Heritage [WIRT]
Traveller or Irish Heritage (A4)
TRAVIR - Traveller of Irish Heritage
White - Traveller Of Irish Heritage
White (Irish Traveller)
White Irish Traveller
White/ Traveller of Irish heritage
WHT - Traveller - Irish Heritage
WIRT - Traveller - Irish Heritage
WIRT - Traveller of Irish Heritage
WIRT - Traveller or Irish Heritage
WIRT - Traveller: Irish Heritage
WIRT - Travellers of Irish Heritage
WIRT - White - Traveller Of Irish Heritage
WIRT: Traveller of Irish Heritage
(A.A13) Any Other White Background
(A.A17) Any Other White Background
(A.A26)Any Other White Background
(A.A27) Any Other White Background
(A.A28) Any Other White Background
(A.A3) Any Other White Background
(A.A32)Any Other White Background
(A.A4) Any Other White Background
(A.A5) Any Other White Background
(A.A6) Any Other White Background
(A.AA4) Any Other White Background
(A.AA4)Any Other White Background
A.A1.1
A.A11 : White
A.A15 White > Any other White background
A.A15)Any Other White Background
A.A16 White > Any other ethnic group
A.A17 : White
A.A17 White > Any other White background
A.A17)Any Other White Background
A.A18)Any Other White Background
A.A25 : White
A.A25)Any Other White Background
A.A26 : White
A.A26 White > Any other White background
A.A26)Any Other White Background
A.A28 : White
A.A28 White > Any other White background
A.A28)Any Other White Background
A.A29 : White
A.A29 White > Any other White background
A.A3
A.A3 White > Any other White background
A.A34 White > Any other White background
A.A39 White > Any other White background
A.A39)Any Other White Background
A.A4 White > Any other White background
A.A41 White
A.A5 White > Any other White background
A.A5)Any Other White Background
A.A6
A: A1
A3
A3 - Any other White background
A3 - White - Any other White background
A3 Any Other White Background
A3 White - Any Other Background
A4.3 Any Other White Background
ALBANIAN
Any Other White Background [WOTH]
GREEK CYPRIOT
Jersey
KURDISH
Other white background
OTHER WHITE, WHITE UNSPECIFIED
Polish
POLISH
Polish or other Eastern European
TURKISH
W - Any other White Background
WALB
WBOS
WEEU
WEEU - White Eastern Euro'n
WEEU White Eastern European
WEUR
WGRC
WGRK
WHA - WOTH - Any other White backgro
White - Albanian
White - Algerian
White - All republics which made up the former USSR
White - Bosnian
White - Caucasian
White - Cypriot (Part not stated)
White - Estonian
White - Greek
White - Mixed white
White - Morrocan
White - Other (A3)
White - Other European
White - Polish
White - Portuguese
White - Russian
White - Scandanavian
White - Turkish
White - Turkish Cypriot
White (Albanian)
White (Cypriot (Part not stated))
White (Greek)
White (Hungarian)
White (Italian)
White (Kurdish)
White (Latvian)
White (Lithuanian)
White (Other white European)
White (Polish)
White (Portuguese)
White (Serbian)
White (Slovakian)
White (Turkish Cypriot)
White (Turkish)
White / Polish
White / Russian
White > Any other ethnic group
White > Any other White background
White Algerian
White All republics which made up the former USSR
White any other background
White Any other White Background
White Eastern European
White European
WHITE EUROPEAN, EUROPEAN UNSPECIFIED, EUROPEAN MXD
White Jersey
White Kosovan
WHITE OTHER
White Other white European, European unspecified, European mixed
White Other white, white unspecified
White Polish
White Portuguese
White Turkish
White Turkish Cypriot
White Western European
White Westernt European
White/ Any other white background
White-Any Other White Background
WHITEOTH - Any other white
WITA
WKOS
WOTH - A3 - White - Any other
WOTH - Any Oth White b'ground
WOTH - Any other White backgro
WOTH - White - Any other
WOTH - White - Any Other White Background
WOTH - White-Other
WOTH Any Other White Background
WOTH White - Any other White background
WOTH White other
WOTH: Any other White background
WOTH: White: Any Other White Background
WOTH-Any other White background
WOTW
WOTW White other
WTUK
WTUK Turkish
WTUR
WWEU
A5
A5 - Gypsy / Roma
A5 - Gypsy/Roma
A5 - White - Gypsy/Roma
A5 Gypsy/Roma
A5: A5 - Gypsy/Roma
Gypsy / Roma
Gypsy / Roma (A5)
Gypsy / Romany
Gypsy Or Roma
Gypsy Roma
Gypsy/Roma
GYPSYR - Gypsy/Roma
Roma
White - Gypsy / Roma
White - Gypsy / Romany
White - Gypsy/Roma
White (Gypsy / Romany)
White (Romanian)
White Gypsy/Roma
White/ Gypsy / Roma
White/Gypsy / Roma
WROM
WROM  [Gypsy/Roma]
WROM - Gypsy / Roma
WROM - Gypsy or Roma
WROM - Gypsy/Roma
WROM - Gyspy/Roma
WROM - White - Gypsy / Roma
WROM Gypsy/Roma
WROM: Gypsy Romany
WROM-Gypsy/Roma
WOTW White Other
White - Traveller
White Morrocan
White Other republics which made up the former Yugoslavia
WIRT: White Irish Traveller
WOTH: Any Other White
WOTH: White Other
A1 - White -  White British
A3 - White - Any Other White Background
A4 - White - Traveller of Irish heritage
A5 - White - Gypsy / Roma
WOTH  White Other
WBRI -White British
WIRI – White Irish
Gypsy
White - Other
Albanian
Bosnian - Herzegovinian
White - Croatian
White - Greek/G Cypriot
White - Turkish/T Cypriot
White - Northern Irish
White - Welsh
=b) Mixed
f) MWBC
h) MWAS
i) MOTH
(B.B1) White and Black Caribbean
(B.B1)White and Black Caribbean
B.B1 Mixed > White and Black Caribbean
B.B1)White and Black Caribbean
B1
B1 - Mixed - White and Black Caribbean
B1 - White and Black Caribbean
B1 Mixed - White + Black Caribbean
B1 White and Black Caribbean
BLACK CARIBBEAN & WHITE
M - White and Black Caribbean
MBWC - Mixed -  White And Black Caribbean
Mixed - White & Black Caribbean
Mixed - White and Black Caribbean
Mixed - White And Black Caribbean
Mixed - White/Black Carib
Mixed / Multiple Ethnic Groups/White and Black Caribbean
Mixed White & Black Caribbean
Mixed White and Black Caribbean
Mixed/Multiple ethnic groups White and Black Caribbean
Mixed-White and Black Caribbean
MWB - MWBC - White/Black Carribbea
MWBC
MWBC  [White and Black Caribbean]
MWBC - Mixed - White and Black Caribbean
MWBC - Mixed White and Black Caribbean
MWBC - Mixed: White/Caribbean
MWBC - Mixed-White/Black Caribbean
MWBC - White & Black Caribbean
MWBC - White and Black Caribbean
MWBC - White/Black Carribbean
MWBC - White/Black Carribbean (110)
MWBC Mixed - White and Black Caribbean
MWBC Mixed white & black Caribbean
MWBC White and Black Caribbean
MWBC: White and Black Caribbean
MWBC-White & Black Caribbean
White &  Black Caribbean
White & Black Caribbean
White and Black Caribbean
White and Black Caribbean (Mixed Race)
White and Black Caribbean [MWBC]
(B.B2) White and Black African
A4.7 White and Black African
B.B2 Mixed > White and Black African
B.B2)White and Black African
B2
B2 - Mixed -White and Black African
B2 Mixed - White + Black African
B2: B2 - Mixed -White and Black African
BLACK AFRICAN & WHITE
M - White and Black African
MBA - MWBA - White/Black African
Mixed -  White And Black African
Mixed - White and Black African
Mixed - White And Black African
Mixed - White/ Black African (B2)
Mixed / multiple (White and Black African)
Mixed / Multiple Ethnic Groups/ White and Black African
Mixed / Multiple Ethnic Groups/White and Black African
Mixed / White and Black African
Mixed > White and Black African
Mixed White & Black African
Mixed White + Black African
Mixed White and Black African
Mixed/Multiple ethnic groups White and Black African
Mixed-White and Black African
MWBA
MWBA  [White and Black African]
MWBA - B2 - Mixed -White and Black African
MWBA - Mixed -  White And Black African
MWBA - Mixed -White and Black African
MWBA - Mixed: White/Black African
MWBA - Mixed-White/Black African
MWBA - White and Black African
MWBA - White/Black African
MWBA Mixed - White and Black African
MWBA White and Black African
MWBA: White and Black African
MWBA-White & Black African
White & Black African
White and Black African (Mixed Race)
(B.B17) White and Asian
(B.B3) White and Asian
(B.B3)White and Asian
A4.8 White and Asian
ASIAN & WHITE
B.B17)White and Asian
B.B3 Mixed > White and Asian
B3
B3 - Mixed - White and Asian
B3 Mixed - White + Asian
B3 White and Asian
B3: B3 - Mixed - White and Asian
Dual + White & Black Asian
M - White and Asian
Mixed -  White And Asian
Mixed - White & Asian
Mixed  White And Asian
Mixed - White/Asian
Mixed - White/Asian (B3)
Mixed / Multiple Ethnic Groups (White and Asian)
Mixed / Multiple Ethnic Groups/ White and Asian
Mixed / Multiple Ethnic Groups/White and Asian
Mixed White & Asian
Mixed White + Asian
Mixed White and Asian
Mixed/Multiple ethnic groups White and Asian
MWA - MWAS - White/Asian
MWAI
MWAS
MWAS  [White and Asian]
MWAS - B3 - Mixed - White and Asian
MWAS - Mixed - White and Asian
MWAS - Mixed White and Asian
MWAS - Mixed-White And Asian
MWAS - White and Asian
MWAS - White/Asian (112)
MWAS Mixed - White and Asian
MWAS White and Asian
MWAS: Mixed: White and Asian
WHASIAN - White and Asian
White & Asian
White and Asian
(A.A30) Any Other Mixed Background
(A.A33) Any Other Mixed Background
(B.B10) Any Other Mixed Background
(B.B10)Any Other Mixed Background
(B.B11)Any Other Mixed Background
(B.B14)Any Other Mixed Background
(B.B4) Any Other Mixed Background
(B.B7) Any Other Mixed Background
(B.B7)Any Other Mixed Background
(B.B9) Any Other Mixed Background
(B.B9)Any Other Mixed Background
A.A30)Any Other Mixed Background
A.A31)Any Other Mixed Background
A.A34)Any Other Mixed Background
A.A35)Any Other Mixed Background
A.A37)Any Other Mixed Background
A4.9 Any Other Mixed Background
Any Other Dual Heritage Background
Any Other Mixed
Any Other Mixed Background
Any Other Mixed Background [MOTH]
Any Other Mixed Heritage
Any Other Mixed/Multiple Ethnic Background
ASIAN AND CHINESE
Asian or Asian British > Any other mixed background
B
B.B1
B.B1 : Mixed
B.B10 : Mixed
B.B10)Any Other Mixed Background
B.B3 : Mixed
B.B4
B.B4 : Mixed
B.B4)Any Other Mixed Background
B.B6 : Mixed
B.B9)Any Other Mixed Background
B: B17
B: B2
B4
B4 - Any other mixed background
B4 - Mixed - Any other background
B4 Any Other Mixed Background
B4: B4 - Mixed - Any other background
BLACK AND WHITE
Dual + Black & Other Ethnicity
Dual Heritage
MABL
MACH
MBOE
MCOE
Mixed
Mixed - Any Other Mix Background
Mixed - Any Other Mixed/ Multiple Ethnic Background
Mixed - Black and Asian
Mixed - Black and Chinese
Mixed - Black and White
Mixed - other
Mixed - Other  Mixed Background
Mixed - other (B4)
Mixed - Other mixed, mixed unspecified
Mixed / Black and White
Mixed / multiple (Asian and Chinese)
Mixed / multiple (Black and Chinese)
Mixed / multiple (Other mixed, mixed unspecified)
Mixed / Multiple Ethic Groups
Mixed / Multiple Ethnic Groups (Any other mixed/multiple ethnic background)
Mixed / Multiple Ethnic Groups/ Any other mixed/multiple ethnic background
Mixed > Any other Black background
Mixed Multiple Ethnic Background
Mixed Other
Mixed Other mixed, mixed unspecified
MIXED RACE OTHER
Mixed/Multiple ethnic groups Any other mixed background
Mixed/Multiple ethnic groups Any other mixed/Multople ethnic background
MOT - MOTH - Any other Mixed backgro
MOTH
MOTH  [Any other Mixed background]
MOTH - Any Oth Mixed b'ground
MOTH - Any Other Mixed / Multiple Eth
MOTH - Any other Mixed backgroun
MOTH - Any other Mixed backgroun (113
MOTH - Any other mixed background
MOTH - Mixed - Any Other Mixed/ Multiple Ethnic Background
MOTH - Mixed Other
MOTH - Mixed-Other
MOTH Any Other Mixed Background
MOTH Any other mixed background
MOTH Mixed - Any other Mixed background
MOTH Mixed white & other
MOTH: Any other mixed background
MOTH: Mixed: Any Other Mixed Background
MOTM - Other mixed background
MWCH
Other mixed background
White - Mixed
White & Indian
MWAS Mixed White and Asian
MWBC Mixed White and Black Caribbean
MWBA: White & Black African
MOTH - Any other Mixed background
B1 - Mixed / Dual Heritage - White and Black Caribbean
B2 - Mixed / Dual Heritage - White and Black African
B4 - Mixed / Dual Heritage - Any other mixed background
MWAS:White & Asian
MWBA:White & Black African
MWBC – White and Black Caribbean
MWBA – White and Black African
MWAS – White and Asian
White & Pakistani
Black and Any Other Ethnic Group
White and Any Other Asian Background
Asian and Chinese
Mixed - any other Mixed background
Any other mixed background
=c) Asian or Asian British
j) AIND
k) APKN
l) ABAN
m) AOTH
White and Asian [MWAS]
A - Indian
A4.10 Indian
AIN - AIND - Indian
AIND
AIND  [Indian]
AIND - Asian / Asian British - Indian
AIND - Asian or Asian British - Indian
AIND - Asian/Brit.Asian-Indian
AIND - Indian
AIND Asian or Asian British - Indian
AIND Indian
AIND: Indian
Asian - Indian
Asian / Asian British - Indian
Asian / Asian British (Indian)
Asian / Asian British/ Indian
Asian / Brit - Indian
Asian or Asian British - Indian
Asian or Asian British Indian
Asian/Asian Bri - Indian
Asian/Asian Bristish - Indian
Asian/Asian Brit Indian
Asian/Asian British  Indian
Asian/Asian British - Indian
Asian/Asian British Indian
C1
C1 - Asian/Asian Bristish - Indian
C1 Asian/Asian British - Indian
C1 Indian
C1: C1 - Asian or Asian British - Indian
Indian
INDIAN - Indian
INDIAN OR BRITISH INDIAN
A - Pakistani
AKPA
AMPK
AOPK
APK - APKN - Pakistani
APKN
APKN -  Asian / Asian British - Pakistani
APKN  [Pakistani]
APKN - Asian / Asian British - Pakistani
APKN - Asian or Asian British - Pakistani
APKN - Asian or Asian-British Pakistani
APKN - Pakistani
APKN Asian or Asian British - Pakistani
APKN Pakistani
APKN: Asian: Pakistani
APKN: Pakistani
APKN-Pakistani
Asian - Pakistani
Asian / Asian British - Pakistani
Asian / Asian British (Pakistani)
Asian / Asian British/ Pakistani
Asian / Asian British/Pakistani
Asian / Brit - Pakistani (C2)
Asian or Asian British - Pakistani
Asian or Asian British / Pakistani
Asian or Asian British > Pakistani
Asian or Asian British Pakistani
Asian/A Brit Kashmiri Pakistan
Asian/Asian Bri - Pakistani
Asian/Asian Brit Pakistani
Asian/Asian British  Pakistani
Asian/Asian British - Pakistani
C.C5)Pakistani
C2
C2 - Asian or Asian British - Pakistani
C2 - Pakistani
Pakistani
Pakistani [APKN]
(C.C3)Bangladeshi
A4.12 Bangladeshi
ABAN
ABAN - Asian / Asian British - Bangladeshi
ABAN - Asian or Asian-British Bangladeshi
ABAN Asian or Asian British - Bangladeshi
ABAN Bangladeshi
Asian - Bangladeshi
Asian / Asian British - Bangladeshi
Asian / Asian British/ Bangladeshi
Asian / Asian British/Bangladeshi
Asian / Brit - Bangladeshi
Asian / Brit - Bangladeshi (C3)
Asian or Asian British - Bangladeshi
Asian or Asian British > Bangladeshi
Asian or Asian British Bangladeshi
Asian/Asian Bri - Bangladeshi
Asian/Asian Brit Bangladeshi
Asian/Asian British Bangladesh
Bangladeshi
Bangladeshi [ABAN]
BANGLADESHI OR BRITISH BANGLADESHI
BANGLDSH - Bangladeshi
C.C3 Asian or Asian British > Bangladeshi
C.C7)Bangladeshi
C3 - Asian or Asian British - Bangladeshi
C3 - Asian/Asian British - Bangladeshi
C3 - Bangladeshi
C3 Asian/Asian British - Bangladeshi
C3: C3 - Asian or Asian British - Bangladeshi
(C.C11) Any Other Asian Background
(C.C5)Any Other Asian Background
(C.C7)Any Other Asian Background
A - Any other Asian background
A4.13 Any Other Asian Background
AAO - AOTH - Any other Asian backgro
AKAO
Any Other Asian
Any Other Asian Background
Any Other Asian Background [AOTH]
AOTA
AOTH
AOTH  [Any other Asian background]
AOTH - Any Oth Asian b'ground
AOTH - Any other Asian background
AOTH - Asian / Asian British - Any Other Asian Background
AOTH - Asian or Asian British - Any other
AOTH - Asian/Brit.Asian-Other
AOTH Any Other Asian Background
AOTH Any other Asian background
AOTH Other Asian Background
AOTH: Any other Asian background
AOTH: Asian: Any Other Asian Background
AOTH-Any other Asian background
Asian
Asian - British
Asian / Asian British
Asian / Asian British - Any Other Asian Background
Asian / Asian British (East African Asian)
Asian / Asian British (Mixed Asian)
Asian / Asian British (Other Asian, Asian unspecified)
Asian / Asian British (Punjabi)
Asian / Asian British/Any other Asian background
Asian / Brit -Other Asian
Asian / Brit -Other Asian (C4)
Asian and Any Other Ethnic Group
Asian any other background
Asian or Asian British
Asian or Asian British - Caribbean Asian
Asian or Asian British – Caribbean Asian
Asian or Asian British - East African Asian
Asian or Asian British - Kashmiri
Asian or Asian British - Mixed Asian
Asian or Asian British - Not yet obtained
Asian or Asian British - Other Asian, Asian unspecified
Asian or Asian British - Punjabi
Asian or Asian British - Tamil
Asian or Asian British / British Asian
Asian or Asian British > Any other Asian background
Asian or Asian British > Any other ethnic group
Asian or Asian British British Asian
Asian or Asian British Kashmiri
Asian or Asian British Mixed Asian
Asian or Asian British Other Asian, Asian unspecified
Asian or Asian British Sri Lankan
Asian or Asian British Tamil
ASIAN OTHER
Asian/Asian Bri - Other Asian
Asian/Asian British  Any Other Asian Background
Asian/Asian British - Any Other Asian Background
Asian/Asian British Other Asian, Asian unspecified
ASIANOTH - Any other Asian
ASLT
ASNL
ASRO
C.C1 : Asian or Asian British
C.C13 : Asian or Asian British
C.C13)Any Other Asian Background
C.C14 : Asian or Asian British
C.C17 : Asian or Asian British
C.C18 : Asian or Asian British
C.C2 : Asian or Asian British
C.C3 : Asian or Asian British
C.C4 Asian or Asian British > Any other Asian background
C.C4)Any Other Asian Background
C.C8 : Asian or Asian British
C.C8)Any Other Asian Background
C: C3
C4
C4 - Any other Asian background
C4 - Asian or Asian British - Any other
C4 Any Other Asian Background
C5 - Asian Or Asian British - Sikh
C5 - British-Pakistani
C5 Asian/Asian British - Any other
E.E4)Any Other Asian Background
MAURITIAN
MIXED ASIAN
Other Asian
Other Asian background
OTHER ASIAN, ASIAN UNSPECIFIED
PUNJABI
ABAN: Bangaldeshi
C4 - Asian or Asian British - Any other Asian background
AIND:Indian
AOTH – Any other Asian background
Afghan
Kashmiri Pakistani
Asian - African Asian
Asian Sri Lanken Tamil
Any other Asian background
=c) Unknown
UNK
=d) Black or black British
n) BCRB
o) BAFR
p) BOTH
(D.D1) Black Caribbean
B - Caribbean
Bac - Jamaica
BCRB - Black / Black British - Caribbean
BCRB - Black Caribbean
BCRB - Black or Black-British Caribbean
BCRB Black or Black British - Carribean
BCRB: Black: Black Caribbean
BCRB: Caribbean
BCRB-Caribbean
Black - Caribbean
Black / African / Caribbean / Black British (Caribbean)
Black / African / Caribbean / Black British/ Caribbean
Black / Brit - Caribbean (D1)
Black Caribbean
Black Caribbean [BCRB]
Black or Black British > Caribbean
Black or Black British-Caribbean
Black/Black Brit Caribbean
Black/Black British  Caribbean
Black/Black British - Caribbean
Black/Black British Caribbean
BLACKCAR - Black - Caribbean
BLB - BCRB - Black Caribbean
D.D1)Black Caribbean
D1
D1 - Black or Black British - Caribbean
D1 - Black/Black British - Caribbean
D1 Black/Black British - Caribbean
D1 Caribbean
D1: D1 - Black or Black British - Caribbean
(D.D2) Black - African
(D.D2)Black - African
(D.D5)Black - African
A4.15 Black - African
African
B - African
BAFR - Black - African
BAFR - Black African
BAFR - Black or Black-British African
BAFR African
BAFR Black - African
BAFR Black or Black British - African
BAFR: Black: Black - African
BAFR-African
BANN
BAOF Black African other
BCON
BGHA
BGHA Black Ghanaian
Black  - Somali
Black - African
Black - African [BAFR]
Black - Congolese
Black - Gambian
Black - Kenyan
Black - Nigerian
Black - Sudanese
Black - Zimbabwean
Black / African / Caribbean / Black British (African)
Black / African / Caribbean / Black British (Angolan)
Black / African / Caribbean / Black British (Congolese)
Black / African / Caribbean / Black British (Eritrean)
Black / African / Caribbean / Black British (Ethiopian)
Black / African / Caribbean / Black British (Ghanaian)
Black / African / Caribbean / Black British (Nigerian)
Black / African / Caribbean / Black British (Somali)
Black / African / Caribbean / Black British/African
Black / Black British - African
Black / Brit - African
Black / Brit - African (D2)
Black African other
Black Ghanaian
Black Nigerian
Black or Black British - African
Black or Black British - Ghanian
Black or Black British - Nigerian
Black or Black British / African
Black or Black British > African
Black or Black British African
Black or Black British Ghanian
Black or Black British Nigerian
Black or Black British-African
Black Somali
Black/Black Brit African
Black/Black British  African
Black/Black British - African
Black/Black British Other Black African
BLACKAFR - Black - African
BNGN
BSUD
D.D2)Black - African
D2
D2 - African
D2 - Black African
D2 - Black or Black British - African
D2: D2 - Black or Black British - African
NIGERIAN
(D.D7)Any Other Black Background
A4.16 Any Other Black Background
Any Other Black
Any Other Black Background
Any Other Black Heritage
BEUR
Black - British
Black / African / Caribbean / Black British
Black / African / Caribbean / Black British (Any other Black / African / Caribbean background)
Black / African / Caribbean / Black British (Black British)
Black / African / Caribbean / Black British (Mixed Black)
Black / African / Caribbean / Black British (Other Black, Black unspecified)
Black / Black British
Black / Black British - Any Other Black Background
Black / Brit - Other black
Black / Brit - Other black (D3)
Black British
Black European
Black or Black British
Black or Black British - African and Caribbean
Black or Black British - Black British
Black or Black British - Egyptian
Black or Black British - Form not completed
Black or Black British - Mixed Black
Black or Black British - Not yet obtained
Black or Black British - Somali
Black or Black British - West Indian
Black or Black British / African and Caribbean
Black or Black British / Black British
Black or Black British / Mixed Black
Black or Black British > Any other Black background
Black or Black British African and Caribbean
Black or Black British Mixed Black
Black or Black British Other Black, Black unspecified
Black or Black British Somali
Black or Black British West Indian
BLACK OTHER
Black/ Black Brit -Somali
Black/Black British  Any Other Black Background
Black/Black British - Oth Black
Black/Black British Other
BLACKOTH - Black - Other
BNAM
BOTB
BOTH
BOTH  [Any other Black background]
BOTH - Black / Black British - Any Other Black Background
BOTH - Black or Black British - Any other
BOTH - Black or Black-British Other
BOTH Any Other Black Background
BOTH Any other black background
BOTH Black or Black British - Any other Black background
BOTH Other Black Background
BOTH: Any other Black background
BOTH: Black: Any Other Black Background
BOTH-Any other Black background
BSOM
D
D.D1
D.D2
D.D2 : Black or Black British
D.D3)Any Other Black Background
D.D4 : Black or Black British
D.D4)Any Other Black Background
D.D5 : Black or Black British
D.D6 : Black or Black British
D.D6)Any Other Black Background
D.D8 : Black or Black British
D.D9 : Black or Black British
D3 - Any other Black background
D3 - Black - Any other Black background
D3 - Black or Black British - Any other
D3 - Black/Black British - Any other Black background
D3 Any Other Black Background
D3 Black/Black British - Other
D3: D3 - Black or Black British - Any other
OTHER BLACK, BLACK UNSPECIFIED
Bac - Guyana
Black - Cameroon
BAOF Black African Other
BAFR: Black African
BCRB: Black Caribbean
Black or Black British - Black Ghanaian
Black or Black British - Black Somali
D1 - Black or Black British - Black Caribbean
D3 - Black or Black British - Other Black Background
BCRB:Black Caribbean
BOTH:Other Black
BAFR  Black African
BAFR – Black African
BOTH – Any other Black background
BCRB – Black Caribbean
Bac - Bahamas
Bac - Dominica
Bac - Grenada
Bac - Montserrat
Bac - ST Vincent & Grenadines
Bac - Trinidad & Tobago
Black - Barbados
Black - Somali
Black - Angolan
Black - Liberian
Black - Senegalese
Black - Sierra Leonian
Black -African
Black North American
Black/Black British - any other Bl b/grn
Any other Black background
=e) Other ethnic group
A4.17 Chinese
C4 Asian/Asian British - Chinese
CHE - CHNE - Chinese
CHIN Chinese
Chinese
CHINESE - Chinese
Chinese (E1)
Chinese [CHNE]
Chinese or other ethnic group
Chinese or other ethnic group > Any other ethnic group
Chinese or other ethnic group > Chinese
Chinese or Other Ethnic Group/ Any other ethnic group
Chinese or Other Ethnic Group/ Chinese
Chinese or Other Ethnic Group/Any other ethnic group
Chinese or Other Ethnic Group/Chinese
CHKC
CHNE
CHNE  [Chinese]
CHNE - Chinese
CHNE - Chinese (140)
CHNE Chinese
CHNE: Chinese
COCH
CSNG
CTWN
E.E1)Chinese
E.E2 Chinese or other ethnic group > Any other ethnic group
E1 - Chinese
E1: E1 - Chinese
Other Ethnic Group (Chinese)
Other Ethnic Groups Chinese
(A.A16) Any Other Ethnic Group
(E.E2) Any Other Ethnic Group
(E.E21)Any Other Ethnic Group
(E.E9) Any Other Ethnic Group
(F.CHO) Any Other Ethnic Group
(N.N4) Any Other Ethnic Group
A.A16)Any Other Ethnic Group
A4.18 Any Other Ethnic Group
Any other ethnic background
Any Other Ethnic Group
Any other ethnic group
Any Other Ethnic Groups
Arab
ARAB - Arab
Asian / Asian British (Afghani)
Asian / Asian British (Vietnamese)
Asian or Asian British - Afghan
Asian or Asian British Afghan
Chinese or Other Ethnic Group/ Arab
E
E.E2
E.E7 : Other Ethnic Groups
E: E21
E1 Other Ethnic Group - Arab
E2
E2 - Any Other Ethnic Group
E2 - Any other ethnic group
E2 Any Other Ethnic Group
E2: E2 - Any other Ethnic Group
EUROTH - Other European
F.CHO)Any Other Ethnic Group
FILIPINO - Filipino
IRANIAN
IRAQI
Kosovan
Kurdish Sorani
Latin/ South/ Central American
Latin/South/Central American
Moroccan
N.N4)Any Other Ethnic Group
O - Any other ethnic group
OAFG
OARA
OEGY
OEO - OOTH - Any other Ethnic Group
OFIL
OIRN
OJPN
OKOR
OLAM Latin/South/Central American
OLIB
OMAL
OOEG - Other Ethnic Group
OOEG Any other ethnic group
OOTH  [Any other ethnic group]
OOTH - Any other ethnic background
OOTH - Any other ethnic group
OOTH - Any Other Ethnic Group
OOTH - Arab
OOTH - Other Eth. Grp-Other
OOTH Any Other Ethnic Group
OOTH Other Ethnic Group - Any other ethnic Group
OOTH: Any other ethnic group
OPOL
OTHA
Other
Other - Algerian
Other - Iranian
Other - Iraqi
Other - Kurdish
Other - Moroccan
Other - Vietnamese
Other Ethnic Group
Other Ethnic Group (Any other group)
Other Ethnic Group (Arab)
Other Ethnic Group (Iranian)
Other Ethnic Group (South American)
Other Ethnic Group (Vietnamese)
Other Ethnic Groups - Any other group
Other Ethnic Groups - Filipino
Other Ethnic Groups - Vietnamese
Other Ethnic Groups / Any other group
Other Ethnic Groups Any other ethnic group
Other Ethnic Groups Any other group
Other Ethnic Groups Arab
Other Ethnic Groups Arab other
Other Ethnic Groups Iranian
Other Ethnic Groups Japanese
Other Ethnic Groups Latin/South/Central American
Other Ethnic Groups Vietnamese
OTHER GROUP
OVIE
OYEM
Unspecified - Any Other Ethnic Group
VIETNAM - Vietnamese
Vietnamese
VIETNAMESE
Vietnamese (A)
Chinese Main Land Chinese
Other - Arab Other
Other - Central American
Other - Japanese
Other - Yemeni
Other-Syrian
Any Other Ethnic Group - Afghanistani
Any Other Ethnic Group - Arab other
Any Other Ethnic Group - Filipino
Any Other Ethnic Group - Kurdish
E1 - Any Other Ethnic Group - Chinese
OOTH:Other Ethnic Group
OOEG - Any other ethnic group
Other Ethnic Groups - Japanese
Chinese - Malasian Chinese
Singaporean Chinese
Taiwanese
Egyptian
Filipino
Malay
Other - Cambodian
Other - Korean
Other - Lebanese
Other - Libyan
Other - Malay
Yemeni
Other Ethnic Groups - other Ethnic group
=f) Not stated
s) REFU
0
#MULTIVALUE
(N.N2) Information Not Yet Obtained
(N.N3)Information Not Yet Obtained
(Not Recorded)
(U)
**DO NOT USE**
~Z NOT RECORDED Z
<Unknown>
Asian / Asian British/ Not yet obtained
Declined to Give
Declined to say
DTG
E3
E3 - Refused
E3 - Refused to provide
E3 Not stated/Refused
E3: E3 - Refused to provide
E4 - Information not yet available
E4 - Information not yet obtained
E4 Undeclared/Not Known
E4: E4 - Information not yet obtained
E5
E5 - Unborn
F
F1
F1 - Not Stated
F1 Not Stated
F2 - Not Stated
Information not obtained
Information Not Obtained
Information not yet available
Information not yet obtained
Information Not Yet Obtained
N
N.E4
N.N2 : Not Stated
N.N2 Not stated > Not stated
N.N4 Not stated > Not stated
No client contact
No Data
No data (Awaiting Client Contact)
No data (Did not wish to reply)
No data (Form not completed)
No data (Information not yet obtained)
No information
NOBT
NOBT  [Information not yet obtained]
NOBT - Information not obtained
NOBT - Information not obtained (199)
NOBT - Information not yet obtained
NOBT - Not Stated
NOBT - Unspecified - Information Not Yet Obtained
NOBT Information Not Yet Available
NOBT Information not yet obtained
NOBT: Information Not Yet Obtained
NOBT-Information not yet obtained
NOT - NOBT - Info not obtained
Not asked
Not Given
NOT KNOWN OR NOT STATED
Not Populated
Not Stated
Not Stated - Did not wish to reply
Not Stated - Form not completed
Not Stated - Not yet obtained
Not Stated - Refused
Not Stated (Not yet obtained)
Not stated > Not stated
Not Stated Form not completed
Not Stated Information not yet obtained - not refused
Not Stated Not yet obtained
Not Stated Refused
Not Stated/ Refused
NS
Prefer Not To Say
REFU
REFU - Refused
REFU - Refused to provide
REFU Refused
REFU: Refused
Refused
REFUSED - Refused
Refused Information
Refused To Give
U)
U.X1)
U.X2)
Unborn (Information not yet available) (E4)
Unborn (Not Recorded)
UNKNOWN - Information not yet obtained
Unspecified -  Ethnicity Not Stated
Unspecified - Information Not Yet Obtained
Unspecified - Refused
White (Not yet obtained)
White/ Not yet obtained
X - Information not yet obtained
XXXX -
ZZ - Obsolete DO NOT USE
NOBT: Not Obtained
E4 - Not Known
NOBT:Not Obtained
NOBT – Information not yet obtained
t) NOBT
- Did not wish to reply
Unborn
NOBT - Not yet obtained
ACS client prefers not to say
"""#

    private static let text2 = #"""
=a) Individual
b) 1B: Individual
c) 1C: Individual
d) 1D: Individual
(CS) Individual - Family member/relative/carer
(CS) Individual - Other (e.g. Strangers, MPs)
‘INDIVIDUAL’ – other (including strangers or MPs).
1A
1A - Family member/relative/carer
1A - Individual (Family)
1A Individual - Family member/relative/carer
1a: Individual - Family member/Relative/Carer
1B
1B - Acquaintance (including friends, neighbours and child minders)
1B - Individual (Acquaintance)
1b: Individual - Acquaintance
1C
1C - Individual - Self
1C Individual - Self
1C: INDIVIDUALS - other (including strangers or MPs)
1D
1D - Individual - Other - (including strangers, MPs)
1D - Individual - Other (including strangers, MPs)
1D - Other (including strangers, MPs)
1d: Individual - Other
ACQUAINTANCE
Acquaintance (including neighbours and child minders)
Aunt
Birth Family Member of Adopted Person
BR
Brother/Sister
CA
Carer
Community Member
CONCERNED NEIGHBOUR
CONCERNED RELATIVE
CYP - INDIVIDUAL - Acquaintance
CYP - INDIVIDUAL - Self
DAUG
Daughter
FAMFRIEN  [Family/Friend/Neighbour]
Family - Parent/Carer
Family / Friend / Neighbour
Family / Relative
Family member/relative/carer
FAMILY MEMBER/RELATIVE/CARER
Family/Relatives
FATH
Fire Brigade
FREI
Friend
General Public
GRAN
Granddaughter
Grandfather
Grandparent
Grandson
GRPA
GRSO
HUSB
In Person
Ind - Acquaintance (inc neighbours & child minder)
IND - Family Member - not Parent/Carer
IND - Friend
IND - Member of Public - known to family
IND - Member of Public - no Known to Family
IND - Neighbour
IND - Parent/Carer
Individual
Individual - Acquaintance (including neighbour/child-minder)
Individual - Acquaintance (including neighbours and child minders)
Individual – Acquaintance (including neighbours and child minders)
Individual - Acquaintance (neighbour /childminder)
Individual - Acquaintance eg. neighbours / child minders
Individual - Acquaintance, including neighbours and child minders
Individual - Family member / relative / carer
INDIVIDUAL – family member, relative or carer
Individual - Family Member,relative,carer
Individual - Family member/relative/carer
Individual - Family Member/Relative/Carer
Individual – Family member/relative/carer
Individual - Family/relative/carer
Individual - Member of the public
Individual - Neighbour/Friend
Individual - Other (inc Strangers/MPs)
Individual - Other (inc. strangers, MPs)
Individual - Other (including strangers or MPs)
INDIVIDUAL – other (including strangers or MPs)
Individual - Other (including strangers, MPs)
Individual – Other (including strangers, MPs)
Individual - Other (including strangers/ MPs)
Individual - Other eg. members of public / politicians
Individual - Other eg. strangers / MPs
Individual - Other, including strangers or MPs
Individual - Self
Individual (Self)
INDIVIDUAL Acquaintance (including neighbours and child minders)
Individual- Other (including strangers, MPs)
INDIVIDUAL Self
INDIVIDUAL: acquaintance
INDIVIDUAL: family member, relative or carer
INDIVIDUAL: self
Individual-Acquintance (Inc Neighbours and child minders)
Individuals - Anonymous
Individuals - Carer
Individuals - Family/Friend/Neighbour
Individuals - Other Individual
Individuals - Self-Referral
MOTH
NEI
Neighbour/ Friend
Neighbour/Friend
NIE
Niece
Non-resident relative
OR
Other Individual
Other Individual (e.g.Councillor)
Other individuals (including strangers, MPs)
Other Relative
OTHERIND - Individual - Other Individual
Parents/Carers
PART
Partner
PEM
Previous Employee
Private Foster Carer
Public – Neighbour / Friend / Member of the public
Relative
Relative / House Member
Relative/ Partner
Relative/friend/neighbour
Self
SELF  [Self Referral]
SELF - Individual - Self
Self Referral / In person
Self-Referral
SIS
Sister
SM
SON
Step Father
Step Mother
Step-Father
Stranger (not known to client)
Uncle
WIFE
Household Member
1A: Individual
1B: Individual
1D: Individual
60) Individual - Family Member / Relative / Foster Carer
61) Individual - Neighbour / Friend / Child Minder
62) Individual - Self
69) Individual - Other (e.g. Employer, Strangers, Mps)
Family member/relative/carer [1A]
Acquaintance (including neighbours and child minders) [1B]
Other (including strangers, MPs) [1D]
1B - Friend
1C - Self referral
Other Individuals
=?
Councillor
Education - college
Ambulance Service
CAFCASS referral
CEOP
Legal Services
CAFCASS
Prison Service
Anonymous/Not known
=b) Schools
e) 2A: Schools
‘SCHOOLS’.
2A
2A - Schools
2a: Schools
EDU - School - Primary
EDU - School - Special
Education - Knowsley Nursery Provision
Education - Knowsley Primary School
Education - Knowsley Secondary School
Education - Nursery Provider
Education - Out of Borough Schools
Education - School
Education – Schools
Education (Schools)
Education / School
Education Services - School/PRU
Education-School Staff
Education-SENCO staff
Nursery
Nursery School
Nursing-School Nurse
Primary School
SCHOOL - School
School Staff-Private/Public
Schools - Primary
Schools / Primary
Schools/ College/ Nursery
SEN
Academy Secondary School
Academy Primary School
Special School
Secondary School - Wirral
Special School - Wirral
Primary School - Wirral
Secondary School - Out of Borough
Schools & Colleges
Early Years Setting (Nursery & Childminding)
2A: Schools
Education - Knowsley Post 16
30) Education - School
31) Education - 6th Form Colleges
Education - Schools
2A - Education - College (16+)
2A - Education - Primary School
2A - Education - PRU
2A - Education - Secondary School
2A - Education - Special School
Primary School - Out of Borough
Special School - Out of Borough
=c) Education services
CYP - SCHOOLS
Education (Other)
f) 2B: Education services
(CS) Education - Other Services
(CS) Education - Pre-School, Nursery, Childminders
(CS) Education - Schools
‘EDUCATION SERVICES’.
2B
2B - Education services
2B - Education Services
2b: Education Services
College
CYP - EDUCATION SERVICES
EDUCATE - Education
Education -  Discussion with SCIPS
Education - Alternative Provision
Education - College
Education  Dept / Other
Education - Education Welfare Officers
Education - Knowsley Special Educational Needs
Education - not school
Education - Nursery
Education - Other
Education - Psychology
Education - SEND
Education (Other Services)
Education Dept-Wirral
Education Health Care Panel
Education service
Education Service
Education Services
Education Services - Education Welfare/Educational Psychology
Education -Welfare
Education welfare officer
EWO
FE (College / Uni)
NEYC
Nursery/Early Years Centre
SBC - Education
2B: Education services
Education - Knowsley Education Services
32) Education - Education Welfare
Education [2B]
ESW Service
Education - Schools / Academy
=d) Health services
Med - Adult Mental Health
Med - CAMHS
Med - Walk in Centre
3B - Health services - Health Visitor
3D - Health services - Other primary health services
3F - Health services - Other (e.g. hospice)
Consultant Community Paediatrician
Paediatrician
i) 3C: Health services
k) 3E: Health services
(CS) Health Services - A&E
(CS) Health Services - Other (e.g. hospice)
(CS) Health Services - School Nurse
‘HEALTH SERVICES’ – A&E (emergency department).
‘HEALTH SERVICES’ – GP.
‘HEALTH SERVICES’ – health visitor.
‘HEALTH SERVICES’ – other (eg hospice).
‘HEALTH SERVICES’ – other primary health services.
‘HEALTH SERVICES’ – school nurse.
3A
3A - Health Services (GP)
3A Health services - GP
3a: Health services - GP
3B
3B - Health services – Health Visitor
3B - Health visitor
3B: HEALTH SERVICES - health visitor
3b: Health services – Health Visitor
3b: Health services  Health Visitor
3C - Health services – School Nurse
3C Health services - School Nurse
3C: HEALTH SERVICES - school nurse
3D
3D - Health services – Other primary health services
3D - Health Services (Primary)
3D Health services - Other primary health services
3d: Health services – Other primary health
3D: HEALTH SERVICES - other primary health services
3d: Health services  Other primary health
3E - A&E (Emergency Department)
3E - Health services - A&E (Emergency Department)
3E - Health services – A&E (Emergency Department)
3E Health services - A&E (Emergency Department)
3e: Health services  A&E
3F
3F - Health services – Other (e.g. hospice)
3F - Other health services (e.g. hospice)
3F Health services - Other (e.g. hospice)
3F: HEALTH SERVICES - other (for example hospice)
A & E (Emergency Dept)
A and E
A and E/Medical Assessment Unit
A&E (Emergency Department)
AANDE - Health - Accident and Emergency Department
Accident or Emergency
Addictions Service
Adult Mental Health Services
Adult Service Drug & Alcohol
Area Health Authority
AUD
Audiology
CAMHS
CAMHS / Mental Health
CAMHS/ Emotional Health and Wellbeing
CAS
Casualty
Clinic
Clinical  Psychologist
CLN
CMAT
CMHT
COMMHLTH - Health - Community Health
Community  Paediatrician
Community Health - Other
Community Health (excl.GP)
Community Mental Health Team
Community Midwife
Community Nurse
Community Paediatrics
CON
Consultant
Consultant child psychiatrist
Consultant Psychiatrist
Consultant/Registrar
CYP - HEALTH SERV - Emergency Dept
CYP - HEALTH SERV - GP
CYP - HEALTH SERV - Health Visitor
CYP - HEALTH SERV - Other
Day Hospital
Dentist
DHOS
District Health Care (CPN HV DN Etc)
DISTRICT NURSE
Drug & Alcohol Worker
Drug and Alcohol services
Emergency Service
Emergency Services
Family Nurse Partnership
Fire & Ambulance
G.P./Surgery
GENERAL PRACTITIONER
GP
GP - Health - General Practitioner
Gp/Practice
Health - A & E (Emergency Department)
Health - A&E
Health - Adult
Health - CAHMS
Health - CAMHS
HEALTH - Community Midwife
Health – Consultant Psychiatrist / Community Psychiatric Nurse
Health - FNP
Health - GP
HEALTH - GP
Health – GP/Practice Nurse
Health - Hospice
Health - Hospital
HEALTH - Hospital - A&E
HEALTH - Hospital - Children's Ward
HEALTH - Hospital - Maternity Ward
Health - Hospital (A&E)
Health - Mental Health Services
Health - Midwife
Health - Midwifery
Health - OT
Health - Other (e.g. hospice)
HEALTH - Other Department/Ward
Health - Other primary health services
Health - Other primary service
HEALTH - Other Primary/Community Health
Health - Paediatrics
Health - School Nurse
Health - Secondary
Health - Specialist Nurse
Health - Substance Misuse
Health – Substance Misuse
Health  Visitor
Health (Other)
Health centre
HEALTH OTHER
HEALTH SERVICES
Health services  - A & E
Health Services  – GP
Health Services  - Other primary health services
Health Services  – School Nurse
Health Services - A & E Dept
Health services - A&E
Health Services - A&E Dept
Health Services - Adult Substance Misuse
Health Services - CAMHS
Health services - Childrens mental health
Health Services - Derbyshire Mental Health Service
Health services - Drug and alcohol teams
Health services - GP
Health Services - GP
Health services – GP
Health services - health visiting
Health services - Health Visitor
Health Services - Health Visitor
Health services – Health Visitor
Health Services - Hospital
Health services - Hospital (non emergency)
Health Services - London Ambulance Service
Health services - Mental Health
Health Services - Midwife
Health Services - other - secondary health / hospice / hospital discharge / ELCAS
Health Services - Other (e.g hospice)
Health services - Other (e.g. hospice)
Health Services - Other (e.g. Hospice)
Health Services - Other (eg Hospice)
HEALTH SERVICES – other (eg hospice)
Health Services - Other (eg: Hospice)
Health Services - Other e.g. hospice
Health services - Other eg. hospice
Health Services - Other Primary Health Serv
Health services - Other primary health services
Health Services - Other primary health services
Health Services - Other primary health services (eg: Hospital or Clinic)
Health services – Other, a primary health service
Health services – Other, e.g. hospice
HEALTH SERVICES – school nurse
Health services - school nursing
HEALTH SERVICES A&E (Emergency Department)
Health Services- A&E(Emergency Department)
HEALTH SERVICES GP
Health Services- GP
Health Services- Health Visitor
Health Services- Other (e.g. hospice)
HEALTH SERVICES Other (eg hospice, hospital ward discharges)
HEALTH SERVICES Other primary health services
Health Services- School Nurse
HEALTH SERVICES  Health Visitor
Health Visitor/Nurse
Health Worker
HEALTH: A&E
HEALTH: GP
HEALTH: health visitor
HEALTH: other e.g. hospice
Health-Community Based
HELTHVIS - Health - Health Visitor
HOOT
HOS
HOSP
Hospital (apart from A&E and paediatrics)
Hospital (Out of City)
Hospital (UHCW)
Hospital (UHCW) - A&E
Hospital A&E
Hospital acute bed
Hospital community bed
Hospital Nurse
Hospital OT
Hospital Paediatrics
Hospital Rapid Response Team
Hospital Staff
Hosptial
HV
HW
Joint Mental Health Teams
Med - Comm Health Visitor
MED - Comm Psych. Nurse
Med - General Practitioner (inc O.T.)
MED - Health Visitor
MED - Hospital
MED - Hospital A&E
MED - Hospital Midwife
MED - Hospital Paediatrician
MED - Midwife
MED - Safegaurding Nurse
MED - School Nurse
Med - Sexual Health - Community
Mental Health ( Adult )
Mental Health Access Team
Mental Health In Patient
Mental Health Service
Mental Health staff/Health Care Commission
Mental Health Trusts
MHAT
MIDW
Midwife
Midwifery
Midwives
Named Nurse Child Protection
NCYPS
NHS 111
NHS Coventry Walk-in Centre
NHSC
NHSD
Nursing-District Nurse
Nursing-Health Visitor
NWAS - North West Ambulance Service
Occupational Therapist
OCGP
Ormskirk District General Hospital (ODGH)
OT
OTHER HEALTH SERVICES
Other Primary Health
Other primary health services
Other Primary Health Services
Out of borough Family Nurse Partner
PCT
Physiotherapist
Pre Birth Liaison
Primary Health / Community Health / GP
Primary Health Care Team
Primary health team
Primary\Community Health Staff
PRIMHLTH  [Primary Health]
Royal Liverpool University Hospital (RLUH)
RR
Safeguarding  Nurse
SCHNURSE - Health - School Nurse
School Health
School Nurse
SECNHLTH  [Secondary Health]
Secondary Health
St Mary's Sexual Assault Referral Centre
Stockport Hospital - Maternity
Stockport Hospital - Stepping Hill
Stockport Hospital - Tree House
Substance Misuse Services
Via Hospital Discharge Co-ordinators/Secondary Health (AandE, Hospital, OT etc)
Ward Round
Ward Staff
Adult Mental Health Teams
Health Services - Other (Inc Hospices)
3A: Health Services
3B: Health Services
3C: Health Services
3E: Health Services
3F: Health Services
3A: Health services
3B: Health services
3C: Health services
3E: Health services
3F: Health services
51) Primary Health - Health Visitor
52) Primary Health - School Nurse
59) Primary Health - Other Services
Health - Adult Mental Health Services
GP [3A]
Health Visitor [3B]
Other Primary Health Services [3D]
Accident or Emergency [3E]
Other (including Hospice, Hospital ward discharges) [3F]
3C - Health Services - School Nursing
3D - Health Services - Adult Mental Health
3D - Health Services - CAMHS
3D - Health Services - Midwifery
3D - Health Services - Paediatricians
3D - Health Services - Speech and Language Therapy
3E - Health Services - A&E
3E - Health Services - Acute Hospital
3E - Health Services - Ambulance Service
3E - Health Services - Community Hospital
Health - Children's Ward or Children's Outpatient Department
HEALTH SERVICES – other (for example hospice)
Health - Family Nurse Practitioner
Health - Acute services
Health - Adults Ward
Community Health Service
Hospital Midwife
=e) Housing
m) 4: Housing
4
‘4
‘HOUSING’ - (local authority housing or housing association).
1B Individual - Acquaintance (including neighbours and child minders)
4 - Housing
4 - Housing (LA housing or housing association)
4 - LA housing or housing association
4 Housing (LA housing or housing association)
4: Housing
Home Start
Homestart
HOU
HOUS
HOUSING - (local authority housing or housing association)
Housing - Environmental Health
Housing - External
Housing - LA housing or housing association
Housing - LA or Housing Association
Housing - Lbh
Housing - Local authority housing or housing association
Housing - Local Authority or housing association
Housing (LA housing or housing association)
Housing (LA Housing or Housing Association)
Housing / Landlord
Housing Association
Housing Associations
Housing Department
Housing Dept-Wirral
Housing or housing association
Housing or Housing Association
Housing-Other
LA  hous. dept or hous. assoc.
LA - Housing
LA Housing Dept or Housing Association
LA housing or housing association
LA Services - HSC
Local Authority Housing
Other Housing
SHEL
Sheltered Accomodation
Sheltered Housing Officer
SLEX
SUPO
Support Officer
Supported Living Service - In House
WARD
Housing - Association
Housing - Council
10) Housing (e.g. Housing Dept, Hounslow Homes Or Housing Association)
Housing - Sheltered Housing
Housing - Hostels
Housing - Tenancy Sustainment
Housing - Parks & Public Realm
Housing - Regeneration
=f) LA services
Accomodation Manager
ASAC
Children & Family First
Day  Centre
GATE
Gateway Service
Home Care Unit - Lbh
Lbh - Resource Centre
Leaving Care Personal Advisor
MHO
NURH
Occupational Therapist - None SSD
Occupational Therapist - SSD
Occupational Therapist (Passport)
Other City Council Department
OTLA
OTOT
OTSS
Senior Practitioner
SENP
Social Services Team
SSDT
SW
Early Help Family Work Team
Sorted
n) 5A: LA services
o) 5B: LA services
p) 5C: LA services
p1) 5D: LA services
(CS) Education - ESBAS
(CS) EHKS 5-19yrs Service
(CS) Parent Support Advisors
(CS) U19 Substance Misuse Service
‘LA SERVICES’ – external eg from another local authorities adults social care services.
‘LA SERVICES’ – other internal (department other than social care in local authorities, eg youth offending (excluding housing)).
‘LA SERVICES’ – social care eg adults social care services.
5A
5A - LA services – Social care e.g. adults social care
5A - LA Services (Internal)
5A - Social care e.g. adult social care
5a: LA services – Social Care
5a: LA services  Social Care
5B
5B - LA services – Other internal (department other than social care in LA e.g. youth offending (excluding housing))
5B - Other internal - department other than social care in LA e.g. youth offending, excluding housing
5B LA services - Other internal (department other than social care in LA e.g. youth offending (excluding housing))
5b: LA services – Other internal
5B: LA SERVICES - other internal (department other than social care in local authorities, for example youth offending (excluding housing))
5b: LA services  Other internal
5C
5C - External e.g. from another LAs adult social care
5C - LA services - External e.g. from another LAs adult social care
5C - LA Services (Other LA)
5c: LA services – External
5c: LA services  External
Adult & Community Services
Adult Services
Adult Social Care
Adult Social Care staff
Adult's Services
Adult's Services (Women's Refuge)
ASB
BCC SERVICES - Other Department
BCC SERVICES - Social Care (children/adults)
Children Families and Wellbeing Service (CFW)
Children Families and Wellbeing Service (CFW)                                                                                               i) LA services
Children with Disabilities Team
Children's Centres Key Work Service
DMBC - Family Support (Children Centres etc)
DMBC - Stronger Families / Stronger Families cohort list
Early Help
Early Help / CAF
Early help and family support
Early Help and Prevention
Early Help Keywork Service
Education Dept / School / Pre School
Emergency Duty Service
Emergency Duty Team
ESCC - Internal Dept not Social Care e.g. YOT
External e.g. from another LAs adult social care
External Services
Family Support
Family Support Worker
Haringey Early Help Service
HBC Dept (Not Social Care)
HCC Children's Services DEPT (not OoH)
Health Services - Other Primary
i-ART
Internal
Internal (Not CSC)
Internal (SSD)
Internal Adults Social Care
INTERNAL OTHER DEPARTMENT
Internal Social Services
INTERNAL SOCIAL SERVICES DEPT.
Internal SSD worker
Internal(own SSD)/Social worker / Care manager
ISend
KMBC - Adult Social Care
KMBC - EDT
LA - Early Help (not Youth Offending)
LA - Other Council Department (not Housing/Adults SS)
LA - Other internal (dept other than social care)
LA - Social Care - Adults
LA - Social Care - Children's
LA - Youth Offending
LA : OTHER THAN SCC
LA Services - Adult Social Care
LA Services - Disability Enablement Service
LA Services - Early Help
LA services - EDT or adults social care
LA SERVICES – external
LA Services -- External (e.g OLA)
LA Services – External (e.g OLA)
LA Services - External e.g. from another LA
LA services - External e.g. from another LAs
LA services - External e.g. from another LAs adult or children social care department
LA services - External e.g. from another LAs adults social care
LA Services - External e.g. from another local authorities social care services
LA Services - External e.g. from other LA adult SC
LA services - External eg from another LAs adult social care
LA Services – External eg from another LAs adults social care
LA SERVICES – external eg from another local authorities adults social care services
LA services - Family solutions
LA Services - Legal
LA Services - MAT
LA Services - Neighbourhoods
LA services – NSC social care e.g. adults social care
LA services - Other internal (department other than social care in LA e.g. youth offending (excluding housing)
LA services - Other internal (department other than social care in LA eg youth offending (excluding housing)
LA Services – Other internal (department other than social care in LA, eg youth offending (excluding housing))
LA SERVICES – other internal (department other than social care in local authorities, eg youth offending (excluding housing))
LA SERVICES - other internal (department other than social care in local authorities, eg youth offending (excluding housing)).
LA Services - Other Internal (NOT HSC or Housing)
LA services – Other internal (NSC department other than social care e.g. youth offending (excluding housing))
LA services - Other internal department eg. FPZ, youth offending, RAA
LA services - Other internal department eg. youth offending
LA services - Other internal department other than social care in LA e.g. youth offending (excluding housing and MAT)
LA Services - Other internal dept. other than S/C
LA services - Other LA dept, other than social(Exclude Housing)
LA services - Social care
LA Services - Social Care (e.g. Adults)
LA Services -- Social Care (e.g. Adults)
LA Services - Social Care (eg: Adults Social Care Services)
LA services - Social care e.g. adults social care
LA services - Social care eg adult social care
LA Services – Social care eg adults social care
LA SERVICES - social care eg adults social care services
LA SERVICES – social care eg adults social care services
LA services - Social care eg. adults social care
LA Services - Social Care, e.g. Adults Social Care
LA Services - Waltham Forest Direct
LA Services- Other internal (dept other than social care e.g. YOS)
LA Services- Social care e.g. adults social care
LA SERVICES Social care eg adults social care
LA SERVICES  External eg from another LAs adults social care
LA SERVICES  Other internal (department other than social care in LA, eg youth offending (excluding housing))
LA SERVICES: other internal e.g. YOT
Lbh - Other
Local Authority (Other)
Local Authority / Other
Local authority department - Other internal departments e.g. Youth offending (excluding Housing)
Local authority department - social care (i.e. adults social care)
Local Authority services
Local Authority Services - Early Help Assessment
Local Authority Services - External LA i.e. not WBC Services
Local Authority Services - WBC Adult Social Services (not Mental Health)
Local Authority Services - WBC Children's Social Care (eg CSS and YST)
Local Authority Services - WBC Early Years
MARAC
Mental Health Staff
Neighbourhood Officers
North Somerset Dept (other than Housing)
Northumberland Domestic Abuse Service
OLA - Local Authority - not Children's Social Care
OLA - Local Authority Children's SS
Other Haringey Council Department
Other LA
Other LA SSD
Other LA's SSD
Other Local Authority / Other Social Services Dept
Other Section in Social Care
OTHER SOCIAL SERVICES DEPTS.
Other SSD
Other SSD Team
OTHERLA - LA Services - Other Local Authority
OTHERSCC - LA Services - Other Suffolk CC Dept (not Housing)
Out of Hours
Portage Worker
Residential Care Staff
Rutland Social Care
Safeguarding - CP/LADO/IRO
SCST - Children and Families
SMBC Internal (not SSD)
Social  Worker
Social Care
Social Care - Adult
Social Care - EDT
Social care e.g. adult social care
Social Services - Other
Social Services - Wirral
Social Services Staff
Social Worker\Care Manager
Substance Misuse Team
Supported Housing Staff
Sure Start
Targeted Family Support
Targeted Support and Youth Justice
Targeted Youth Services
Trafford Extended Service
Trafford Social Services
YOT
Young People's Service
Young people's support services
Youth Offending
Youth Offending Service
Youth offending service staff
TAF Meeting
Youth Justice Service
Other - MARAC
CEC Children's Services
5A: LA Services
5C: LA Services
5A: LA services
5C: LA services
Local Authority Services - Early Help
Local Authority Services - WBC YOT
KMBC - CSC Social Worker
70) Legal Agency - Court
71) Legal Agency - Court: Cafcass
79) Legal Agency - Other (e.g. Probation, Immigration, Prison)
CEC - Children's Social Care
CEC - CE Family Service
Benefits Service CEC (Inc Emergency Assistance)
Social Care [5A]
Other Internal Services [5B]
External Services [5C]
5A - KCC Social Care - Adults
5A - KCC Social Care - Specialist Children’s Services
5B - Early Help (Including Children's Centres, Youth Hubs, PIAS, Youth Justice)
5B - Other KCC
5C - Other Local Authority - Adults
5C - Other Local Authority - Early Help
5A - KCC Social Care - CSWS
CEC - Youth Support Service
CEC - Early Start Service
Family Matters
FSU
LA SERVICES – external for example from another local authorities adults social care services
LA Services - YOS
LA Services - Contact Centre
Internal (i.e. Own Social Care Department)
Other Depts of Own LA (Not Social Care or Housing)
Step Down
Other Social Care Department
5D - ‘LA SERVICES’ – early help
LA Services – External (from another LA's services eg Social Care or Early Help)
19) LBH - Early Help
LA services - External from another LA e.g. social care or early help
LA services - Other internal services not including social care or early help
LA services - Other internal services, not including social care or early help
LA services - External, from another local authority’s services, for example social care or early help
Adult's Services (Probation Court Check)
=g) Police
q) 6: Police
‘POLICE’.
6 - Police
6 Police
6: Police
7 - Police
COMMUNITY MENTAL HEALTH TEAM.
CYP - POLICE
Pathway/Leaving Care
POL
POL - Police
Police - CAIT
Police - Courts
Police - Early Action Team
Police - Merlins
POLICE - Police
Police - PPD
Police - YOT
Police (JDST)
Police (JDST) *Existing Case*
Police (Standard Notification)
Police C51 Safeguarding Referral
Police Central Referral Unit
Police DA Hub
Police DV
Police/Court /Probation
Probation (CRC)
Probation / CRC
Probation Service
Youth Offending Service (YOS)
Child Exploitation & Online Protection Centre
01) Police
02) Police - 78 Notification
7 - Law - Other (Including Courts, Probation, CAFCASS)
7 - Law - Other (Including Courts, CAFCASS)
7 - Law - Probation
Police Investigations
Internal (Early Help)
Police DA from Early Intervention
=h) Other legal agency
r) 7: Other legal agency
7
‘7
‘OTHER LEGAL AGENCY’ – including courts, probation, immigration, CAFCASS or prison.
7 - Other legal agency – Including courts, probation, immigration, CAFCASS, prison
7: OTHER LEGAL AGENCY - including courts, probation, immigration, CAFCASS or prison
CAFS
CENGOVAG  [Central Government Agency]
Community Rehabilitation Company
Court
Court / probation
Court Related
Court/Probation/Immigration
Court/Solicitors
COURT/YOUTH JUSTICE
Courts
CYP - OTHER LEGAL AGENCY
HMP Prison Service
Home Office / Immigration
Immigration
JAFCASS
LEG - CAFCASS
LEG - Legal - Other
LEG - Probation
Legal
Legal - court/solicitor/CAFCASS
Legal - Probation
Legal - Probation/prison
Legal - Solicitor
Legal (external)
Legal (internal)
Legal / Solicitor
Legal agency – Including courts, probation, immigration, CAFCASS, prison
Legal Dept
Legal Profession
LEGALAGY  [Legal Agency]
Member of the Public
Other legal agency - e.g. courts / probation / immigration / CAFCASS / prison.
Other legal agency - e.g. courts / probation / immigration / JAFCASS / prison.
Other legal agency - e.g. courts, CAFCASS, prison
Other legal agency - eg. children's centres / independent agency providers / voluntary organisations
OTHER LEGAL AGENCY – including courts, probation, immigration, CAFCASS or prison
Other- Legal Agency – including courts, probation, immigration, CAFCASS, prison
Other legal agency including courts, probation, immigration, CAFCASS, prison
Other legal agency including courts, probation, immigration, cafcass, prison
Prison
Prison/YOI
PROB
Probation
PROBCOUR - Other - Probation/Courts/Home Office
Registrars
SOL
SOLICITOR
UK Border Agency
Immigration Authority
Court/Legal
Other legal agency including courts, probation, immigration, cafcass, prison [7]
=i) Other
8
‘8
‘OTHER’ – including children’s centres, independent agency providers or voluntary organisations.
8 - Other
8 Other - Including childrenÃ¢â‚¬â„¢s centres, independent agency providers, voluntary organisations
8: Other
8: OTHER - including children’s centres, independent agency providers or voluntary organisations
Advocate
Agency
Care Home
CC
CH
CHAR
Charitable Organisation
Child Action North West
Children Centre
Children's Centre (inc. Sure Start)
Childrens Centre/Early Intervention
Childrens Centres
Children's Centres
Childrens Residential Home
Community Safety Caseworker
Connexions
CPN
Dept Of Work And Pensions(BA)
Domestic Abuse Services
East Sussex Fire and Rescue Service
EDU - Children's Centre
Education\Training\Workplace Establishment
External eg. from OLA
Family Intervention Project Worker
Fire & Rescue Service
Fire Service
Forces
HCEX
Home Care - External
Home Office
Home Office Refferals
Independant Provider Agency
Inspection Body
Jobcentre Plus
Legal Agency
Military
Ministry of Defence (MOD)
MP
MP / Councillor
N.S.P.C.C.
None Local Authority Agencies eg CAB, DSS
NSPC
NSPCC
Occupational Therapy
OFSTED
OFSTED / Child Minder
OLA Social Services
OTH - Child Minder
OTH - Independent Agency Provider
Other
Other - Children's Centre
Other - e.g voluntary orgs/ independent providers
Other - e.g. children's centres, agency providers
Other - e.g. children's centres, ind. agency providers, voluntary organisations
Other - eg. children?s centres / independent agency providers / voluntary organisations
Other - eg. children's centres / independent agency providers / voluntary organisations
Other - Including children centres, independent agency providers, voluntary organisations, benefits agency
OTHER – including childrens centres, independent agency providers or voluntary organisations
Other - including children's centres, independent agency providers, voluntary organisations
Other – including children's centres, independent agency providers, voluntary organisations
Other - Including independent agency providers or voluntary organsations
Other - Independent Agency Provider
Other - NSPCC
Other - Probation
Other - Victim Support
Other (including Hospice, Hospital ward discharges)
Other (including strangers, MPs)
Other (please specify)
Other Agency
Other Agency - independent/voluntary
Other including children??s centres, independent agency providers, voluntary organisations
OTHER including childrens centres (including those ran by LA social care), independent agency providers, voluntary organisations, fire department
Other- Including childrens centres, independant agency providers, voluntary organisations
Other Internal Services
Other Legal Agency - eg CAFCASS
Other OLA
Other professional worker
Other Sources
Other Team
OTHERNSA - Other - Other Non-statutory Agencies
OTHSTAT - Other - Other Statutory Agencies
Parenting staff
PARTY CONCERNED
Private agency
Private Home Care Provider
Project Worker
Provider
Public (Other Individual)
REFUGE
Refugee Centre
REHA
Rehab Officer
RES
RESH
Residential Home
Safe Centre
Service Provider
SERVPROV - Other - Service Provider to this Person
Third Party
TP
Utilities
Victim Support
Voluntary Agencies
VOLUNTARY AGENCY / GROUP
Voluntary and Faith Organisations
Voluntary Organisation other than NSPCC
Voluntary Organisation/Charity
Voluntary organisations
Voluntary Organisations
Voluntary Sector
Voluntary Sector Organisation
Women's Aid
x-Other Source-not in list
Young  Carers
Youth  Federation
Barnardos Wirral Young Runaways Project
Independent Agency
Childline
Commissioned Service
Change Grow Live
Taxi Driver
29) Other Local Authority Dept (not Lbh) - E.g. Other La Social Services
90) Other (all Other Organisations Not Listed, E.g. Children's Centres, Independent Agency, Voluntary)
Childrens centres, Independent agency provider, Voluntary organisation, Fire Dept [8]
8 - Voluntary and Commissioned Services
Wirral Multicultural Organisation
Wired
Adoption Agency
Open Door
Caritas
Other Agency (e.g. Vol. Agency)
independant Provider / Agency
=j) Anonymous
9
‘9
9 - Anonymous
9: Anonymous
ANON
Anonymous
UNK - Anonymous
V.Adult - Anon
91) Anonymous
Anonymous [9]
=k) Unknown
u) 10: Unknown
10
(CS) Anonymous
‘10
‘UNKNOWN’.
10 - Unknown
10 Unknown
NK
Not Recorded/Unknown
OTHE
UNK - Unknown
UNKNOWN - Unknown (Name Not Given/Withheld)
Unkown
10: Unknown
Not recorded / Unknown
92) Unknown
"""#

    private static let text3 = #"""
=False
b) No
0
FA
Further action
N
U
b. No
=True
1
NFA
a. Yes
"""#

    private static let text4 = #"""
=False
b) No
0
N
NO DISABILITY
=Unknown
c) Unknown
NOBT
NOBT - Information not yet obtained
Not obtained
REFU
Refused
=True
1
ASPERGER SYNDROME
AUT
AUTISM
COMM
COMMUNICATION
CON
CONCIOUSNESS
Consciousness
DDA
Disabled under DDA - No other
HAND
HEAR
Incontience
INCONTINENCE
LD
LEARNING
MOB
OTHER DDA
PERSONAL CARE
VIS
"""#

    private static let text5 = #"""
=False
b) No
Child not seen
Child not seen alone
N
Not seen alone
Unborn
False
=Unknown
c) Unknown
=True
Child seen
Child seen alone
Seen
Seen alone
True
"""#

    private static let text6 = #"""
=False
b) No
N
False
=True
True
"""#

    private static let text7 = #"""
=False
b) No
N
False
=Unknown
c) Unknown
=True
True
"""#

    private static let text8 = #"""
=a) Abuse or neglect
N1 - Abuse or neglect
1a Physical Abuse
1ABUSNEG - Abuse or Neglect
1b Sexual Abuse
1c Emotional Abuse
1d Neglect
1g Abandonment in dangerous circumstances
1h Child Sexual Exploitation
1i Female Genital Mutilation
ABS_EMOT
ABS_NEG
ABS_PHYS
ABS_SEXA
Abuse or Neglect
Abuse or neglect
ABUSE OR NEGLECT
Abuse or Neglect -
Abuse or Neglect - Neglect & Sexual Abuse
Abuse or Neglect - Sexual Abuse
Abuse or neglect [N1]
Abuse or Neglect: Alcohol Misuse
Abuse or Neglect: Deliberate Self Harm
Abuse or Neglect: Domestic Violence
Abuse or Neglect: Neglect
Abuse or Neglect: Physical Abuse
Abuse or Neglect: Sexual Abuse
C/F ABUSE OR NEGLECT
Child Sexual Exploitation
Children in need as a result of, or at risk of, abuse or neglect
CIN - N1 Abuse Neglect
CIN - N1a Neglect
CIN - N1b Abuse
CIN - N1c Domestic Abuse
CIN - N1d Injuries to non-mobile children
CIN-ABUSE OR NEGLECT
Domestic Violence
Emotional abuse
Multiple
N1
N1  [Abuse or neglect]
N1 - Abuse / Neglect
N1 - Abuse Neglect - Children
N1 - Abuse or Neglect
N1 - Abuse or Neglect: Abandoned (including home alone)
N1 - Abuse or Neglect: Child Prostitution
N1 - Abuse or Neglect: Deliberate Self Harm
N1 - Abuse or Neglect: Domestic Violence
N1 - Abuse or Neglect: Emotional Abuse
N1 - Abuse or Neglect: Neglect
N1 - Abuse or Neglect: Physical Abuse
N1 - Abuse or Neglect: Sexual Abuse
N1 : Abuse or Neglect
N1 ABUSE NEGLECT
N1 Abuse Or Neglect
N1 Abuse or neglect
N1 Abuse or Neglect
N1.01
N1.02
N1.03
N1.04
N1.NE
N1.NPE
N1.PE
N1.SE
N1:Abuse or neglect
N1; N2
N1a - Domestic Violence
N1-Abuse or Neglect
N1b
N1b - Parental Mental Health
N1c
N1c - Parental Substance Misuse
N1d
N1e - Physical Abuse
N1g - Sexual Abuse
N1h - Parent Is A Prolific Offender
N1SB : Sexual Abuse
N1SC : Emotional Abuse
N1SF : Domestic Violence
N1SG : Child Exploitation
N1SH : Child or young person as abuser
N1t - Abuse/Neglect - Trafficked
Neglect
Physical abuse
Physical Harm
Substance Misuse
Substance Misuse: Alcohol problems
Substance Misuse: Drug and alcohol problems
Suspected abuse/neglect
Trilogy of Risk
Significant Harm
Child Sexual Abuse
=b) Child's disability
N2 - Child’s disability
2a Physical Disability
2b Sensory Disability
2c Learning Disability
2CHLDDIS - Child's Disability
2d Multiple Disability
C/F CHILD'S DISABILITY
Child with Disability
Child’s disability
Children and their families whose main need for services arises out of the child’s disabilities, illness or intrinsic condition
Children and their families whose main need for services arises out of the child's disabilities, illness or intrinsic condition
Child's disability
CHILD'S DISABILITY
Child's Disability [N2]
Child's Disablilty/Illness: Children suffering from physical illness
Child's Disablilty/Illness: Children with learning disabilities (special educational needs)
CIN-DISABILITY
COGNITIVE IMPAIR:DIAGNOSED
CYADS Tier 3
DIS_LRN
DIS_PHYS
Disability -
Disability - Emotional/Behavioural Difficulties
Disability - Learning Disability
Disability - Mental Health conditions
Disability - Sensory Disability
Disability - Serious Illness
Disability: Children with diagnosed emotional or behavioural difficulties
Disability: Children with multiple disabilities
Disability: Children with physical disabilities
Disability: Speech communications disorder
Disabled Children
Frailty (main)
Learning Disability (Transition Case Only)
Mental Health Support - Mental Health Support
Mental Health Support 18-64: Mental Health support
N2
N2  [Child’s disability]
N2 - Child’s Disability
N2 - Child's disability
N2 - Child's Disability/Illness
N2 - Disability
N2 - Disability - Children
N2 - Disablilty
N2 - Disablilty : Children with physical disabilities
N2 - Disablilty: Children suffering from physical illness
N2 - Disablilty: Children with diagnosed emotional or behavioural difficulties
N2 - Disablilty: Children with learning disabilities (special educational needs)
N2 - Disablilty: Children with multiple disabilities
N2 - Disablilty: Children with physical disabilities
N2 - Disablilty: Children with sensory disabilities
N2 (Disability)
N2 Child Health / Disability
N2 Disability
N2 Disablility
N2.CHIL15
N2.CHIL16
N2:Disability
N2c - Child'S Mental Health
N2-Disability
N2SB : Children with sensory disabilities
N2SC : Children with learning disabilities (special educational needs)
N2SD : Children with diagnosed emotional or behavioural difficulties
N2SE : Children with multiple disabilities
Occupational Therapy
Physical / Sensory disability (main)
Physical and Sensory Disability and Frailty
Physical disability
Physical Disability Permanent
Physical Support 18-64: Access and mobility only
Physical Support 18-64: Personal Care and Support - Transition
PSR_LD1 : Learning Disability Support
Sensory support 18-64: Support for hearing impairment
N2 - Child's Disability
2f  Serious/Long term Physical Illness
=c) Parents illness or disability
N3 - Parental disability or illness
3a Alcoholic Parents
3b Drug Dependant Parents
3d Parents with Learning Difficulties
3e Parents with Chronic Mental Illness
3f  Parents with Chronic Disability
3g Young Carers
3PARNTIL - Parental Illness/Disability
C/F PARENTAL ILLNESS/DISABLED
C1 - Carer
Child N3 Parent illness or disability
Children whose main need for services arises because the capacity of their parents or carers to care for them is impaired by disability, illness, mental illness, or addictions
Due To Parental Illness/Disability
N3
N3  [Parental disability or illness]
N3 - Parent Illness / Disability
N3 - Parent illness / disability - Children
N3 - Parental illness or disability
N3 - Parental illness or disability: Children whose parents abuse alcohol
N3 - Parental illness or disability: Children whose parents abuse drugs
N3 - Parental illness or disability: Children whose parents have learning disabilities
N3 - Parental illness or disability: Children with chronically disabled parent(s) where parenting capacity is limited
N3 - Parental illness or disability: Children with mentally ill  parent(s) where parenting capacity is limited
N3 - Parental illness or disability: Children with physically ill parents
N3 - Parental Illness/Disability
N3 (Parent/Carer Illness/Disability)
N3 PARENT ILLNESS OR DISABILITY
N3.CHIL19
N3.CHIL20
N3:Parental illness or disability
N3a - Parental Learning Difficulties
N3a - Substance Misuse by Parent / Carer
N3-Parental illness or disability
N3SA : Children whose parents abuse alcohol
N3SD : Children whose parents have learning disabilities
PAR_DRG
Parental Alcohol/Drug abuse
Parental disability or illness
Parental Illness or Disability - Acutely ill parents
Parental Illness or Disability - Alcoholic parents
Parental Illness or Disability - Being cared for by mentally ill parents not taking responsibility
Parental Illness or Disability - Being cared for by parents with Learning Disabilities
Parental Illness or Disability - Child caring for chronically ill or disabled parents
Parental Illness or Disability - Drug taking parents
Parental illness or disability [N3]
Parental illness or disability: Children whose parents abuse alcohol
Parental illness or disability: Children whose parents abuse drugs
Parental illness or disability: Children with mentally ill  parent(s) where parenting capacity is limited
Parental illness or disability: Children with physically ill parents
Parental Illness/Disability
PARENTAL ILLNESS/DISABLED
=d) Family in acute stress
N4 - Family in acute stress
4a Homelessness
4b Single Parent
4c Death of Parent / Family Member
4f  Conflict in Adolescence
4g No Recourse to Public Funds
C/F FAMILY IN ACUTE STRESS
Child N4 Family in acute stress
Children whose needs arise from living in a family going through a temporary crisis such that parenting capacity is diminished and some of the children’s needs are not being adequately met
CIN - N4 Family in Acute stress
CIN-FAMILY IN ACUTE DISTRESS
Family in Acute Stress - Single Parent
Family in acute stress [N4]
Family in acute stress: Child exhibiting difficult behaviour
Family in acute stress: Conditions of Accommodation
Family in acute stress: Death of other family member
Family in acute stress: Disability harassment
Family in acute stress: Families Affected by Mental Health difficulties
Family in acute stress: Multiple children who are disabled
Family in acute stress: Other environmental factors
Family in acute stress: Problems related to homelessness
Family in acute stress: Teenage Pregnancy
Financial Problems
Homeless
Missing Person
N4 - Family in acute distress
N4 - Family in acute stress: Child exhibiting difficult behaviour
N4 - Family in acute stress: Conditions of Accommodation
N4 - Family in acute stress: Death of parent or carer
N4 - Family in acute stress: Families Affected by Mental Health difficulties
N4 - Family in acute stress: Problems related to homelessness
N4 - Family in acute stress: Young Carer for sibling(s)
N4 (Family in Acute Stress)
N4 Family in acute distress
N4 Family In Acute Stress
N4.HLTDEVCON
N4.SING26
N4a - Parental Criminality
N4-Family in acute stress
N4SB : Teenage Pregnancy
N4SD : Families Affected by Mental Health difficulties
N4SE : Other environmental factors
N4SF : Child exhibiting difficult behaviour
N4SH : Death of other family member
N4SJ : Rent Arrears / Eviction Notice
=e) Family dysfunction
N5 - Family dysfunction
5a Separated Parents no Cooperation
5b Domestic Violence
5FAMDYSF - Family Dysfunction
Child N5 Family dysfunction
Children whose needs arise mainly out of their living with families where the parenting capacity is chronically inadequate
CIN - N5a Private Fostering
CIN-FAMILY DYSFUNCTION
Control Issues
Family dysfunction
Family Dysfunction -
Family Dysfunction - Childs poor attachment to carer
Family Dysfunction - Low Boundary Control
Family Dysfunction - Low Stimulation for child
Family dysfunction [N5]
Family dysfunction: Child at risk of significant harm due to inadequate parenting
Family dysfunction: Child exhibiting behaviour parent(s) find difficult to manage
Family dysfunction: Inability to provide stable relationships
Family dysfunction: Young People aged 16-17 presenting as homeless
FAMILY DYSFUNCTIONAL
FDS_CARE
FDS_EMOT
FDS_GUID
FDS_STAB
FST_BEHV
FST_DVIO
FST_ILL
N5
N5  [Family dysfunction]
N5 - Family dysfunction: Child at risk of significant harm due to inadequate parenting
N5 - Family dysfunction: Child exhibiting behaviour parent(s) find difficult to manage
N5 - Family dysfunction: Problems relating to parental relationships
N5 - Family dysfunction: Young Persons presenting as homeless (15-17yrs)
N5 - Family Dysfunctional
N5 (Family Dysfunction)
N5 : Family dysfunction
N5 Family Dysfunction
N5 Family dysfunction
N5.CHIL28
N5.CHRO31
N5.ERRA30
N5.LOW 32
N5:Family dysfunction
N5a
N5a - Domestic Abuse
N5a - Private Fostering
N5-Family dysfunction
N5SA : Problems relating to parental relationships
N5SB : Child at risk of significant harm due to inadequate parenting
N5SD : Child exhibiting behaviour parent(s) find difficult to manage
=f) Socially unacceptable behaviour
6a Offending - Child to Child Abuse
6c Offending - C-to-C Abuse, Under Age
6e Risk of Offending
6f  Drug or Alcohol Abuse
6h Disorderly Behaviour
6j PREVENT (radicalisation)
BHV_SEXA
C/F UNACCEPTABLE BEHAVIOUR
Child N6 Socially unacceptable behaviour
CIN - N6 Socially unacceptable behaviour
Due To Socially Unacceptable Behaviour
N6
N6 - Socially unacceptable behaviour: Disorderly behaviour
N6 - Socially unacceptable behaviour: Non school attendance
N6 (Socially Unacceptable Behaviour)
N6 : Socially unacceptable behaviour
N6 Child Socially Unacceptable Behaviour
N6 Socially Unacceptable Behaviour
N6.DISO33
N6.OFFE34
N6.SUBST
N6.TRUA35
N6.UNSA36
N6a - Child'S Substance Abuse
N6e1 - Child Sexual Exploitation
N6g - Missing From Home
N6SA : Disorderly behaviour
N6SB : Offending (or at risk of)
N6SC : Non school attendance
N6SD : Unsafe sexual behaviour
N6SE : Substance Abuse (child)
N6-Social unacceptable behaviour
Socially unacceptable behaviour
Socially Unacceptable Behaviour - Disorderly Behaviour
Socially Unacceptable Behaviour - Offending
Socially Unacceptable Behaviour - Unsafe Sexual Behaviour
Socially Unacceptable Behaviour [N6]
Socially unacceptable behaviour: Disorderly behaviour
Socially unacceptable behaviour: Offending (or at risk of)
Socially unacceptable behaviour: Substance Abuse (child)
Socially unacceptable behaviour: Unsafe sexual behaviour
UNACCEPTABLE BEHAVIOUR
=g) Low income
N7 - Low income
7a Asylum Seeker
7LOWINCM - Low Income
C/F LOW INCOME
Child N7 Low income
Children, either living in families or independently, whose need for services arises mainly from being dependent on an income below the standard state entitlements
CIN - N7 Low Income
Due To Family With Low Income
INC_HLES
Low income
LOW INCOME
Low Income -
Low Income - Asylum Seeking Families
Low income [N7]
Low income: Asylum seeking families
Low income: Young people living away from families
N7 - Low income: Asylum seeking families
N7 Low Income
N7.ASYL37
N7:Low income
N7a - 16/17 Homeless/housing issue
N7a - No Recourse To Public Funds
N7-Low income
N7SB : Non-habitually resident status
N7SD : Other financial difficulties
7b Non Habitual Resident
=h) Absent parenting
Asylum-Seeker & Refugee
8b Unaccompanied Child Asylum Seeker
8e Child Privately Fostered
ABP_ASYL
Absent Parenting - Abandoned (including Home Alone)
Absent Parenting - Parents Died
Absent Parenting - Parents in Custody
Absent Parenting [N8]
Absent parenting: Parents died
Absent parenting: Unaccompanied child asylum seekers
C/F ABSENT PARENTING
Children whose need for services arises mainly from having no parents available to provide for them. Children whose parents decide it is in the best interest for the child to be adopted would be included in this category
CIN - N8 UASC - Absent Parenting
CIN-ABSENT PARENTING
Due To Absent Parenting
N8
N8  [Absent parenting]
N8 - Absent parenting - Children
N8 - Absent parenting: Other parental absence
N8 - UASC
N8 (Absent Parents)
N8 : Absent parenting
N8 Absent Parenting
N8 Absent parenting
N8 Child - Absent Parenting
N8.ABAN
N8.PARE5
N8.PICUST
N8:Absent parenting
N8A
N8a - Absent Parenting - non UASC
N8-Absent parent(s)
N8SC : Other parental abuse
Parent Absent / UASC
U8 - UASC
N8 - Absent Parenting UASC only
8a Parents Deceased
UASC - N8 - Absent Parenting
N8 UASC Absent Parenting
8c Separation by political event/natural disaster
=i) Not CIN
N9 - Cases other than children in need
C/F NOT CHILD IN NEED
Cases other than Child in Need
Cases other than Children in Need
Cases other than Children in Need -
Cases other than Children in Need - Support After Adoption
Cases Other Than Children In Need (eg court report
Cases other than Children in Need [N9]
Cases other than Children in Need: Court Reports
Cases other than Children in Need: Notification only
Cases other than Children in Need: Request for information
CH CASE NOT CIN
Child Death
Child in need (other)
CHILD NOT IN NEED - POST ADOPT
Children who have been adopted and, although they are no longer a child in need, receive adoption support from social services immediately after adoption. This should not be used where a child receives an adoption payment only as these children should not be included in the census.
CIN - N9 Cases other than Children In Need
CIN - N9 Other
i) Not CIN
N10
N9
N9  [Cases other than Children in Need]
N9 - Cases other than Children in Need
N9 - Cases other than Children in Need: Contact with Schedule 1 Offender / Secure Hospital
N9 - Cases other than Children in Need: Court Reports
N9 - Cases other than Children in Need: Request for information
N9 - Other - Children
N9 Cases other than Children in Need
N9 Cases other than children in need eg stepparent adoption
N9.SUPPORT
N9A
N9SH : Request for information
N9SI : Notification only
N9SJ : General Adoption
Not CIN
O_CIN
Other
Other1
Step Parent Adoption
N9 - No child in the case who is in need
N9 Not CiN. Legal work only
=j) Not stated
N0 - Not stated
Information Received
j) Not stated
N0
N0 - Not Stated
N0 NEED CODE 'NOT STATED'
N0-Not stated
No need code recorded
Not specified
Not stated
=?
~DO NOT USE ESCR TESTING ONLY!!!!
9NOTCIN - Obsolete DO NOT USE
A3
A5
B6.B6A
Children whose reference data is not completely entered on the system and whose need code is yet to be determined, or, the case is a referral that has been closed following assessment.
Childrens Escr
CW housing issues/resettlement
LD1
MH1
Other Vulnerable People
zzCodeError
"""#

    private static let text9 = #"""
=a) Adopted
RC1 - Adopted
Adopted
Adopted - Application unopposed
Adopted - Consent dispensed with
Adopted, consent dispensed with
Adopted.
Adoption Order Granted
Child Adopted
Child adopted
CIN - Adopted
RC1
RC1  Adopted
RC1:Adopted
=b) Died
RC2 - Died
Childrens - Died
CIN - Died
Death (CIN RC2)
Deceased
Died
RC2
Client Deceased
=c) Residence Order
RC3 - Child arrangements order
Child arrangements order.
Childrens - Residence Order
RC3
RC3 - Child Arrangement Order
Residence order
Residence Order (CIN RC3)
Residence Order Granted
Child arrangements order
Assisted Residence Order
=d) Special Guardianship Order
RC4 - Special guardianship order
CIN - Special Guardianship Order
RC4
RC4 - Special Guardianship Order
Special G'ship Order to carers other than FCs
Special Guardianship Order Granted
Special guardianship order made to former foster carers
RC4 Special Guardianship Order
=e) Transfer to another LA
RC5 - Transferred to services of another local authority
Case Closed (Transferred to Services of another LA)
Case Transferred to another LA
Childrens - Transferred to Services of Another LA
Client Moved to Other Local Authority
Closed - Client moved out of area
Moved out of area
RC5 - Transfer to another LA
RC5 - Transferred to serivces of another local authority
RC5 - Transferred to services of another LA
RC6:Transferred to adult social services
Referred to Other Agency
Transfered to services of another LA
Transferred to other Local Authority (CIN RC5)
Transferred to services of another LA
Transferred to services of another local authority.
RC5 Transfered to services of another LA
Statutory Case Transferred to Other Local Authority
RC5 Transferred to services of another LA
Transferred to services of another local authority
=f) Transfer to Adult Social Services
RC6 - Transferred to adult social care services
Childrens - Transferred to Adult Services
CIN - Transferred to ADULT Social Services
RC6 - Transfer to Adult Social Services
RC6 - Transferred to Adult Care Services
RC6  Transferred to adult social services
Transferred to adult services
Transferred to adult social care
Transferred to adult social care services.
Transferred to adult social services
RC6 Transferred to Adult Social Services
Adult case open at migration
Transfer to Adult Social Services
Transferred to adult social care services
=g) 'Other' incl. Child no longer in need
RC7 - Services ceased for any other reason, including child no longer in need
Aim Achieved
Aim partially achieved
All Work Completed
Assessment Declined
Assessment Terminated other
Auto Closed (CAAUTO)
C1 - Changed Status to LAC
C2 - Changed Status to CP
Care Plan Stepped Down
Care Plan Stepped Up
Case Closed (Aim Achieved)
Case Closed (Person has moved away)
Case Closed (Referred To Other Agencies)
Case Closed (Services ceased for any other reason)
Case Closed (Step Down)
Case Transferred to CAF / TaF Process
Ceased Following Review
Child reached 18
Child Referral Inappropriate
Childrens - Services Ceased for any other reason, including child no longer in need
CIN - Ceased for any other reason
CIN Workflow Ended
Circumstances Changed
Client Withdrawn
Closed - Client refused services
Closed - Divert to CAF/TAC Process
Closed - needs met by others
Closed - no response from client
Closed for any other reason
Closed for any other reason (CIN RC7)
Closed to Early Help Team
Closed-child placed with F&F
Closure Summary
Contact Lost
Create a Looked After Placement
Deemed not to be in need after referral
Disability Enablement Service
Early Help
EHCP
Eligibility Criteria Not Met
Episode Cancelled
Error - Existing Care Plan Already in Place
Future Directions: Other
Inappropriate Referral
Information & Advice Given (Access & Case Management Team Use Only)
Information and advice given
Left care to live with parents, relatives, or other person with no parental responsibility.
No assessment or service
No Further Action - Children's Reasons
No Further CIN Review - child has CP Plan or is LA
No Further CIN Review - child has CP Plan or is LAC
No Further CiN Review - NFA
No Longer Requires Care
Not required
Objectives Met
Other
Other Universal Service
OUTCOME c_Early Help Assessment
OUTCOME c_No Further Social Work Involvement
OUTCOME c_Notify Referrer of Outcome
OUTCOME c_Transfer Denied
OUTCOME EARLYHLPENG
OUTCOME NTFMCH
Period of being looked after ceased for any other reason
RC7
RC7 -  Services ceased for children who were subject to S47 or no longer CP, CIN & LAC etc
RC7 - Any other reason inc. child no longer in need
RC7 - Other reason including no longer in need
RC7 - Services ceased for any other reason (no step down to CAF) including child no longer in need
RC7 - Services ceased for any other reason including child no longer in need
RC7  Services ceased for any other reason, including child no longer in need
RC9 - De-escalation to Early Help - NFA at Referral or Activity after assessment
RC9 - NFA at Referral
Reached 18 Years
REF_NFA c_No Further Action
REF_NFA c_No Further Early Help Involvement
Referral Closure
Referral Inappropriate
Referral to Other Facility
Return home to live with parents/relatives/other person with PR - not part of current care planning process (not under SGO/residence order/child arrangements order)
Safeguarding Plan Now In Place
Services ceased for any other reason
Services ceased for any other reason, inc. no longer CIN
Services ceased for any other reason, including child no longer in need
Services ceased for any other reason, including child no longer in need.
Services ceased for any other reasons, including child no longer in need
Step down to Early Help
Step down to Early Help Team prior to assessment/following provision of services
Step Down to TAF
Stepped Up to Social Care
Successfully Completed
Transferred to CAF
Universal Plus
Young  person turned 18
RC7 Services ceased for any other reason, inc. no longer CIN
OTHER Other Case Closure Reason
DECLINED Service Declined
MOVED Person has moved away
INFO Information and Advice Given
All Service Ceased
Inappropriate referral
Referral to external agency
PF16
Step Across to Early Help Team prior to C&F Assessment
RC7c - Transferred to Leaving care Services
Step Down to Family Matters/ Targeted Family Support
Step Down to Single Agency
Step Down to Single Agency after Social Care involvement
Step Down to Early Help - closed after assessment
Step Down to Family Matters/ Targeted Family Support after Social Care involvement
=h) Child not in need after assessment
RC9 - Case closed after assessment, referred to early help
Case Closed
Case closed after assessment (S47 enquiry undertaken)
Case Closed after assessment NFA
Case Closed After Assessment, No Action Taken
Case closed after assessment, no further action
Case closed after assessment, no further action.
Case closed after assessment, referred to other services
Case closed after initial or continuous assessment, no further action
Case closed directly after assessment, no further action
Child deemed not to be in need after assessment
Childrens - Case closed after assessment, no further action
Childrens - NFA - Referral to Gateway Service
CIN - Case Closed After Assessment,NFA
Closed After Assessment
Deemed not to be in need after assess (CIN RC8)
EHA Step Down
No Further Action - Case Closed after  Assessment
No Further Action Required
RC8
RC8 - Case closed immediately after assessment, no further action
RC8 - Child deemed not to be in need of service after single assessment
RC8 - Child found not to be in need after initial assessment
RC9 - De-escalation to Early Help - NFA After assesment
Ref on for CAF-threshold not met
Refused services
RC8 Case closed after assessment, no further action
RC9
Case closed at first C&F Assessment (no step down to Early Help)
RC9 – Case closed after assessment, referred to early help
RC9 - Closed after assessment, referred to early help
"""#

    private static let text10 = #"""
=a) Looked after child
CLA&CP
Looked after child
CLA&CPP
CP/CLA
=b) Child Protection plan
b) Child Protection plan
CP
CPP
Child Protection
=c) Child in need plan
c) Child in need plan
=d) Open assessment
d) Open assessment
Open asmt
Open assessment
CF Assessment in progress
=e) Closed episode
e) Closed episode
Closed
Closed episode
Care leaver
Closed case
Closed Referral
Closed Assessment
"""#

    private static let text11 = #"""
=a) Neglect
Neglect
NEG
NEGLECT
Neglect Abuse
Neglect Only
YNNN
=b) Physical Abuse
b) Physical abuse
Physical
NYNN
PA
Physical abuse
Physical abuse only
Physical injury
=c) Sexual Abuse
Sexual
NNYN
SAB
Sexual Only
=d) Emotional Abuse
d) Emotional abuse
Emotional abuse
EMOTIONAL ABUSE
Emotional abuse only
NNNY
=e) Multiple
e) Multiple/not recommended
Physical Sexual
Neglect  Physical
Neglect  Sexual
Neglect Physical
Neglect Sexual
Emotional   Physical
Emotional   Sexual
Emotional  Physical
Emotional  Physical Sexual
Emotional  Sexual
Emotional  Sexual Physical
Emotional abuse, Physical abuse
Emotional abuse; Physical abuse; Neglect
Emotional Neglect
Emotional Neglect Physical
Emotional Neglect Sexual
Emotional, Neglect
Emotional, Neglect, Physical
Emotional, Physical
Emotional, Sexual
Emotional; Physical
Muliple
Multiple
Multiple Categories
Multiple/not recommended
Multiple: Neglect, Emotional Abuse
Multiple: Neglect, Physical Abuse
Multiple: Neglect, Physical Abuse, Sexual Abuse
Multiple: Neglect, Physical Abuse, Sexual Abuse, Emotional Abuse
Multiple: Physical Abuse, Emotional Abuse
Multiple: Physical Abuse, Sexual Abuse
Multiple: Sexual Abuse, Emotional Abuse
Neglect and Emotional
Neglect and Emotional abuse
Neglect and Physical
Neglect and Sexual
Neglect, Emotional
Neglect, Physical
Neglect, Physical abuse
Neglect, Physical, Emotional
Neglect, Physical, Sexual, Emotional
Neglect, Sexual
Neglect, Sexual, Emotional
NEGLECT/PHYSICAL/EMOTIONAL ABU
NEGLECT/PHYSICAL/SEXUAL ABUSE
NEGLECT/SEXUAL ABUSE
Neglect; Emotional
Neglect; Emotional abuse
Neglect; Emotional abuse; Physical abuse
Neglect; Emotional abuse; Sexual abuse
Neglect; Physical
Neglect; Physical abuse
Neglect; Physical abuse; Emotional abuse
Neglect; Sexual abuse
NYYN
Physical abuse and Neglect
Physical abuse; Emotional abuse
Physical abuse; Neglect
Physical abuse; Neglect; Emotional abuse
Physical and Emotional
Physical and Emotional abuse
Physical, Sexual
PHYSICAL/EMOTIONAL ABUSE
PHYSICAL/SEXUAL ABUSE
Physical; Emotional
Physical; Sexual
Sexual abuse and Neglect
Sexual abuse; Emotional abuse; Physical abuse
Sexual abuse; Neglect
Sexual abuse; Neglect; Emotional abuse
Sexual abuse; Physical abuse
Sexual and Emotional
Sexual and Emotional Abuse
SEXUAL/PHYSICAL/EMOTIONAL/NEGL
Sexual; Emotional
YNNY
YYYN
"""#

    private static let text12 = #"""
=False
b) No
Child not seen
Child not seen alone
N
Not seen alone
False
=Unknown
c) Unknown
No Visit - new in last month
=True
Child seen
Child seen alone
Seen
Seen alone
Yes-See care notes for details
True
"""#

    private static let text13 = #"""
=False
b) No
N
=True
Non-CLA
UASC
"""#

    private static let text14 = #"""
=J1: Remanded to LA or youth detention
J1 Remanded to LA accommodation or to youth detention accommodation
J1 Remanded to Local Authority Accomodation
=J2: LA accommodation under PACE
J2 Detained in LA accommodation under PACE
=a) Interim care orders
C1: ICO
C1
C1 - Interim care order
C1 - Interim Care Order S38 CA 1989
C1 - Section 38.6 Interim Care Order
C1 Interim care order
C1 Interim Care Order
C1 -Interim Care Order
C1:Interim Care Order
CLA - C1 - Interim Care Order
CLA - Interim Care Order
INTERIM CARE ORDER [C1]
INTERIM CARE ORDER S38
Interim care order Sec. 38(1)
L30 Interim Care Order S38 CA 89
=b) Full care orders
C2: FCO
C2
C2  [Full Care Order]
C2 - Care Order
C2 - Full care order
C2 Full Care Order
C2 Full care order
C2:Care Orders:-Full care order
C2:Full Care Order
Care Order
CLA - C2 - Care Order
CLA - C2 - Full Care Order
FULL CARE ORDER [C2]
Section 31: care order
Ward of Court
=c) Freed for  Adoption
D1: Freeing order
D1
D1 - Child Freed For Adoption
D1 - Freeing order granted
D1 Freeing order granted
Freeing order granted
=d) Placement order granted
CLA - Concurrent Placement Order & Care Order
CLA - E1 - Placement Order and C2 - Full Care Order
CLA - E1 - Placement order granted
CLA - Placement Order
Concurrent Care Order & Placement Order
E1  [Placement Order Granted]
E1 - Placement Order
E1 - Placement order granted
E1 PLACEMENT ORDER
E1 Placement Order Granted (Section 21 CYPA 2002)
E1: Placement Order or Full Care Order/ Placement Order granted simultaneously
Placement Order
Placement Order - S21 Adop Act 2002
Placement Order & Full Care Order granted on same day
Placement order granted
Placement Order Granted
Placement order granted [E1]
Placement Order or Full Care Order/ Placement Order granted simultaneously
PO
=e) Accommodated under S20
ACCOM S.20 SINGLE PERIOD
Accomm S20 Single Period/Accomm S20 Shared Care
Accomm. Under S20 - Asylum Seeker
ACCOMMODATED UNDER S20 ON SINGLE OCCASIONS
Accommodated under Section 20 (single)
CLA - Single Period of Accommodation Under Section 20
Code 'V2' is not mapped
S20 - Accom - Single Period
S20 - Single Placement
S20 Shared Care
S20 Short Breaks 75+ Nights
Single placement acc. by LA S20(1) CA under 16
Under S.20 - single continuous period
V2
V2  [Accomm under S20 (single period of accommodation)]
V2 - Accommodated under S20
V2 - S20 - Series of Placements >75 nights per year or multiple providers
V2 - S20 - Single Placement
V2 - section 20 accommodation
V2 - Single period of accommodation
V2 - Single period of accommodation under Sec 20
V2 - Single period of accommodation under section 20
V2 ACCOMM UNDER SECTION 20
V2 Single period of accommodation under Article 17
V2 Single period of accommodation under section 20
V2:Single Period of Accommodation Under Section 20
V2:Single period of voluntary accom - Sec20
s20 homeless
=f) Detained on child protection grounds in LA accommodation
L1: Police protection LA accommodation
L2: EPO
L3: Child assessment order LA accommodation
L1 - Under police protection, in local authority accommodation
L2 - Subject to emergency protection order
Child Assessment Order
CLA - Emergency Protection Order
CLA - L1 - Under police protection, in local authority accommodation
CLA - L2 - Subject to emergency protection order
CLA - L3 - Under child assessment order in local authority accommodation
CLA - Under Child Assessment Order and in LA Accommodation
CLA - Under Police Protection and in LA Accommodation
Code 'L1' is not mapped
Emergency Protection Order
EMERGENCY PROTECTION ORDER - LOCAL AUTHORITY APPLICATION
Emergency protection order - Police
Emergency protection order (EPO)
L1
L1 - Police protection
L1 - PPO
L1 - Under Police protection and in LA accommodation
L1 - Under police protection and in local authority accommodation
L1 - Under police protection in LA accommodation
L1 - Under Police Protection in Local Authority accommodation
L1 - Under police protection in Suffolk accommodation
L1 - Under Police Protection S46(3)F CA 1989
L1 Under police protection and in local authority accommodation
L1:Under Police Protection And In La Accommodation
L1:Under police protection and in LA accomodation
L2 Emergency protection order
L2:Emergency protection order
L3 - Child assessment order
L3 Under child assessment order and in local authority accommodation
On remand or committed for trial or sentence
Police Powers of Protection
Police Protection - LA accommodation
Police Protection Order
UNDER POLICE PROTECTION S46(3)F
Under Police Protection, in LA accommodation
L1 Police Protection
Child Assessment Order - LA accommodation
=g) Youth justice legal Statuses
J2: LA accommodation under PACE
J3: Youth rehabilitation order
CLA - J2 - Detained in local authority accomodation under PACE
CLA - J3 - CYPA 1969 Supervision order with residence requirement
CLA - On Remand or Committed for Trial, or Sentence, and Accommodated by LA
Code 'J1' is not mapped
Court ordered secure remand in LA accommodation
Detained (PACE)
Interim Supervision Order
J1  [In LA on remand or committed for trial/sentence]
J1 - In LAA on remand or committed for trial or on COSR
J1 - In local authority on remand, or committed for trial or sentence
J1 - On remand, or committed for trial or sentence, and accommodated by LA
J1 - Remand Or Committed For Trial Or Sentence
J1 On remand, or committed for trial or sentence, and accommodated by SoJ
J1 Remanded to local authority accommodation or to youth detention accommodation
J1:On remand or committed for trial or sentence, accommodated by LA
J2
J2 - Under PACE
J2 Detained in SoJ accommodation
J3 - AYPA 1969 SO with residence requirement
J3 - Sentenced to CYPA 1969 supervision order with residence requirement
J4
On remand, or committed for trial or sentence and accommodated by LA
On remand, or committed for trial or sentence, and accommodated by LA
ON REMAND, OR COMMITTED FOR TRIAL OR SENTENCE, AND ACCOMMODATED BY LA [J1]
On Remand/Committed for Trial
On remand/committed trial/sentence and accommodated by LA
Placed in local authority accommodation under PACE, including secure accommodation. However this would not necessarily be accommodation where the child would be detained.
REMANDED LA ACCOM LASPOA 2012
Remanded to LA accommodation S20
Remanded to Local Authority Accommodation or to Youth Dentention Accommodation
Sentenced to CYPA 1969 supervision order with residence requirement
Sentenced to Youth Rehabilitation Order
Sentenced to Youth Rehabilitation Order  (Criminal Justice and Immigration Act 2008 , as amended by LASPOA 2012,  with residence or intensive fostering requirement)
Sentenced to Youth Rehabilitation Order (Criminal Justice and Immigration Act 2008 , as amended by LASPOA 2012, with residence or intensive fostering requirement)
Sup. Ord S31 with Dir
SUPERVISION ORDER WITH A RESIDENCE REQUIREMENT
=?
V3: Short term breaks, episodes recorded
V4: Short term breaks, agreements recorded
Accommodated Under and Agreed Series of Short Term Breaks, when Individual Episodes of Care are Recorded
Care Leaver-CLAct 2000
Child Arrangement Order
Childrens Act Section 17
CLA - Accommodated Under an Agreed Series of Short Term Breaks when recording Agreements
Interim Residence Order
Residence Order
Section 47, Children Act 1989
Special Guardianship Order S14A CA 89
V1 - Accomm under an agreed series of short term breaks
V3
V4
V4 - Accommodation under a series of short term breaks
V4:Agreed Series of Short-Term Breaks where agreements are recorded
Ward of Court with care and control to local authority
"""#

    private static let text15 = #"""
=a) Return to family
a) Return to family
Remain with Birth Parents
Eventual return to birth family (record number of months below)
Remaining with birth family supported by shared care/short term breaks
=b) Adoption
b) Adoption
Permanency through Adoption
=c) SGO/CAO
c) SGO/CAO
Child Arrangement Order
SGO
SGO/CAO
Child placed under Child Arrangement Order
Permanency through Special Guardianship/Residence Order
Long term fostering/SGO
=d) Supported living in the community
Supported living in the community
=e) Long-term residential placement
e) Long-term residential placement
Long-term residential placement
LT residential placement
Residential
Long Term Residential
Long term residential placement
Long term Residential Placement until independence
e) Long term residential placement
=f) Long-term fostering
Long-term fostering
Long Term Fostering - Agency Foster Carer
Permanent Fostering
Long term fostering
Permanency through long term fostering
f) Long term fostering
Long term placement with foster carers (intended to last until 18, no return home envisaged)
=g) Other
g) Other
Other
Transition to Independent Living
Parallel Plan
Permanency through long term placement with relatives/friends
Task Centred/Treatment Placement
Time Limited Assessment
"""#

    private static let text16 = #"""
=a) Adopted
a) E11: Adopted - application unopposed
b) E12: Adopted - consent dispensed
Adopted
Adopted - application for an adoption order unopposed
Adopted - application for and adoption order unopposed
Adopted - application unopposed
Adopted - Application unopposed
Adopted - application unopposed (E11)
Adopted - Consent dispensed with
Adopted - consent dispensed with (E12)
Adopted - consent dispensed with by court
Adopted – consent dispensed with by court
ADOPTED CONSENT DISPENSED WITH
Adopted, consent dispensed with
Adopted, consent dispensed with [E12]
E1 - Adopted
E11   Adopted   application unopposed
E11 - Adopted - application for an adoption order unopposed
E11 - Adopted - application unopposed
E11 - Adopted - Application Unopposed
E11 - Adopted - application unopposed (adoption order granted by court on date episode ceased)
E11 - Adopted - IWC application, unopposed
E11 - Adopted, application unopposed
E11 - Adoption -  application - unopposed
E11 Adopted - application for an adoption order unopposed
E11 Adopted  application unopposed
E11 Adopted - application unopposed
E11: Adopted - application unopposed
E12
E12   Adopted   consent dispensed with
E12 - Adopted - consent dispensed with
E12 - Adopted - Consent dispensed with
E12 - Adopted - consent dispensed with by court
E12 - Adopted - Consent dispensed with by court
E12 - Adopted (consent dispensed)
E12 - Adopted consent dispensed with by court
E12 - Adopted, consent dispensed with
E12 Adopted  consent dispensed with
E12 Adopted – consent dispensed with by court
E12-Adoption, consent dispensed with
SE11 - Adopted - application unopposed
SE12 - Adopted, consent dispensed with
E12 Adopted, consent dispensed with
E12: Adopted - consent dispensed
=b) Died
Died
DIED
E2
E2 - Died
E2-Death
E2: Died
E2 Care Ends - Died
=c) Care taken by another LA
d) E3: Care taken by another LA
Care taken over by another LA in the UK
Care taken over by another LA in the UK [E3]
Care taken over by another LA in UK
E3
E3 - Care taken over by another LA in the UK
E3 - Care taken over by other LA in UK
E3-Accommodation ceased - care taken over by anoth
SE3 - Care taken over by another LA in the UK
Transferred to services of another LA
E3: Care taken by another LA
Care taken over by other LA
=d) Returned home to live with parents or relatives
e) E4A: Returned home to live with parents or relatives - part of planning
f) E4B: Returned home to live with parents or relatives - not part of planning
E4 - Returned home to live with parents (no order)
E4 A - Return home to live with parents, relatives, or other person with parental responsibility as part of the care planning process (not under a Residence Order or Special Guardianship Order)
E4 B - Return home to live with parents, relatives, or other person with parental responsibility which was not part of the current care planning process (not under a Residence Order or Special Guardianship Order)
E4A - Planned return home to live with parents (no order)
E4A - Return home to live with parents, relatives , or other person with parental responsibility as part of the care planning process (not under a RO or SGO)
E4A - Return Home to Live with Parents, Relatives or Other Person with PR - Part of Care Planning (Not Under RO or SGO)
E4A - Return home to live with parents, relatives, or other person with parental responsibility as part of the care planning pro
E4A - Return home to live with parents, relatives, or other person with parental responsibility as part of the care planning process (not under a Residence Order or Special Guardianship Order)
E4A - Return home to live with parents/relatives (part of care planning process)
E4A - Return home to live with parents/relatives/other person with PR - part of care planning process (not under SGO/residence order/child arrangements order)
E4A - Return home.  Part of Care Planning Process - not RO or SGO
E4A - Returned home (Planned Move) to live with parents, relatives, or other person with PR (not under a residence order or special guardianship order)
E4a - Returned home to live with parents, relatives or person with PR part of Care Planning Process(not under a Residence Order
E4A - Returned home to live with parents, relativesor other person with parental responsibility as part of the care planning process (not under a Special Guardianship order Residence order or (from 22/04/14) a child arrangements order
E4A - Returned to live with person with PR (as part of Care Planning process-not Residence Order or SGO)
E4A : Return home to live with parents, relatives, or other person with parental responsibility as part of the care planning process (not under a Residence Order or Special Guardianship Order)
E4A Return  home  to  live  with  parents,  relatives,  or  other  person  with  parental
E4A:Return home to live with parents, relatives, or other person with parental responsibility as part of the care planning process (not under a RO or SGO)
E4A:Return home.  Part of Care Planning Process - not RO or SGO
E4A:Returned to parents (AS PART OF CARE PLAN),relatives or other person with PR
E4B - Return home to live with parents, relatives or other person with parental responsibility which was not part of the current care planning process (not under a RO or SGO)
E4B - Return home to live with parents, relatives, or other person with parental responsibility which was not part of the care planning process (not under special guardianship order or residence order or (from 22 April 2014) a child arrangements order)
E4B - Return home to live with parents, relatives, or other person with parental responsibility which was not part of the current care planning process (not under a Residence Order or Special Guardianship Order)
E4B - Return home to live with parents, relatives, or other person with parental responsibility which was not part of the current care planning process (not under a special guardianship order or residence order or (from 22 April 2014) a child arrangements order).
E4B - Return home to live with parents, relatives, or other person with PR which was not part of the current care planning proce
E4B - Return home to live with parents/relatives (not part of care planning process)
E4B - Return Home to Parents, Relatives or Other Person with PR - NOT Part of Care Planning (Not Under RO/SGO)
E4B - Returned home (Unplanned Move) to live with parents, relatives, or other person with PR (not under a residence order or special guardianship order)
E4B - Returned home to live with parents, relativesor other person with parental responsibility which was not part of the care planning process (not under a Special Guardianship order Residence order or (from 22/04/14) a child arrangements order
E4B - Returned to live with person with PR (not part of Care Planning process or Residence Order or SGO)
E4B - Unplanned return home to live with parents (no order)
E4B : Return home to live with parents, relatives, or other person with parental responsibility which was not part of the current care planning process (not under a Residence Order or Special Guardianship Order)
E4B Return home to live with parents, relatives, or other person with parental responsibility which was not part of the current care planning process (not under a special guardianship order or residence order or (from 22 April 2014) a child arrangements order).
E4B:Return home to live with parents, relatives, or other person with parental responsibility which was not part of the current care planning process (not under a RO or SGO)
E4B:Return home. Not Part of Care Planning Process - not RO or SGO
E4B:Returned to parents (NOT PART OF CARE PLAN), relatives or other person with
Return home to live with parents, relatives or other person with parental responsibility which wsa not part of the current care planning process
Return home to live with parents, relatives, or other person with parental responsibility - not part of the current care planning process (not RO or SGO)
Return home to live with parents, relatives, or other person with parental responsibility as part of the care planning process
Return home to live with parents, relatives, or other person with parental responsibility as part of the care planning process (
Return home to live with parents, relatives, or other person with parental responsibility as part of the care planning process (not RO or SGO)
Return home to live with parents, relatives, or other person with parental responsibility as part of the care planning process (not under a Residence Order or Special Guardianship Order)
Return home to live with parents, relatives, or other person with parental responsibility as part of the care planning process (not under a special guardianship order or residence order or (from 22 April 2014) a child arrangements order).
Return home to live with parents, relatives, or other person with parental responsibility which was not part of the current care
Return home to live with parents, relatives, or other person with parental responsibility which was not part of the current care planning process (not under a Residence Order or Special Guardianship Order)
Return home to live with parents, relatives, or other person with parental responsibility which was not part of the current care planning process (not under a special guardianship order or residence order or (from 22 April 2014) a child arrangements order).
Return Home to live with parents, relatives, or other person with parentel responsiblity as part of the care planning process (not under a RO or SGO)
Return home to live with parents, relatives, or other person with PR as part of care planning (not Special Guardianship or Residence Order (from 22/4/14) Child Arrangement Order
Return home to live with parents, relatives, or other person with PR Not as part of current care planning (not Special Guardianship or Residence Order (from 22/4/14 Child Arrangement Order)
Return home to live with parents,relatives or other person with parental responsibility which was not part of the current care planning process (not under Residence Order or SGC)
Return home to live with parents,relatives or other person with parental responsibility which was not part of the current care planning process (not under Residence Order or SGC) [E4B]
Return home to live with parents,relatives,or other person with parental responsibility as part of the care planning process (not under a Residence Order or SGO)
Return home to live with parents,relatives,or other person with parental responsibility as part of the care planning process (not under a Residence Order or SGO) [E4A]
Return home to live with parents/relatives/other person with PR - not part of current care planning process (not under SGO/residence order/child arrangements order)
RETURNED HOME (PLANNED)
RETURNED HOME (UNPLANNED)
Returned home to live with parents/relatives
Returned home to parents/relatives/parental resp
Unplanned ret home parent/other with parent resp
With parent, relative or other person with no PR
E4b Return home to live with parents, relatives, or other person with parental responsibility which was not part of the current care planning process (not under a Residence Order or Special Guardianship Order)
E4A: Returned home to live with parents or relatives - part of planning
E4B Return home with parents/rels/other with PR - NOT part of care planning process
E4A - With parent, relative or other person with PR, planned
E4B - With parent, relative or other person with PR, unplanned
E4B - Return home to live with parents, relatives, or other person with parental responsibility which was not part of the care planning process (not under a special guardianship order or residence order or (from 22 April 2014) a child arrangements order).
Planned return home to parents/other parent resp
=e) Left care to live with parents, relatives or other person with no parental responsibility
E13
E13 - Left Care to live with parent / relatives or person with no Parental Responsibility
E13 - Left Care to Live with Parents, Relatives or Other Person with No PR
E13 - Left care to live with parents, relatives or other persons with NO parental responsilibities
E13 - Left Care to live with parents, relatives with NO PR
E13 - Left care to live with parents, relatives, or other person with no parental responsibility
E13 - Left care to live with parents, relatives, or other person with no parental responsibility-this code should be used if the
E13 - Left care to live with parents/relatives (no parental resp)
E13 - Left care to live with person with no parent resp
E13 - left care to live with person with no parental resposibility  (e.g parents,relatives or other)
E13 Left  care  to  live  with  parents,  relatives,  or  other  person  with  no  parental responsibility.
E13:Left care to live with parents, relatives, or other person with no parental responsibility – this code should be used if the child left care to live with parents, relatives or another person, but this person did not have parental responsibility.
E20 - Staying put – Young person remains living with former carers at age 18
E4A Return home with parents/rels/other with PR - part of care planning process
Left care to live with parents, relatives or other person with no parental responsibility
Left care to live with parents, relatives, or other person with no parental responsibility
Left care to live with parents, relatives, or other person with no parental responsibility – this code should be used if the child left care to live with parents, relatives or another person, but this person did not have parental responsibility
Left care to live with parents, relatives, or other person with no parental responsibility.
Left care to live with parents, relatives, or other person with NO parental responsibillity
Left care to live with parents,relatives or other person with no parental responsibility.
Left care to live with parents,relatives or other person with no parental responsibility. [E13]
E13 Left care to live with parents, relatives, or other person with no parental responsibility
E13: Parents, relatives or other with no parental responsibility
E17 - Aged 18 (or over) and remained with current carers (inc under staying put arrangements))
E17: Aged 18 (or over) and remained with current carers (inc under staying put arrangements)
E17 - Aged 18 (or over) and remained with current carers (inc under staying put arrangements)
E13 - With parent, relative or other person with no PR
v) E17: Aged 18 and remained with current carers
E17
E17 -
Aged 18 or over who stayed with their former foster carers (Staying Put)
Aged 18 (or over) and remained with current carers  (inc Staying Put Arrangements)
Left care to live with parents, relatives, or other person with no parental responsibility – this code should be used if the child left care to live with parents, relatives or another person, but this person did not have parental responsibility.  parents, relatives or other person with no parental responsibility
E17 Aged 18 (or over) and remained with current carers (inc under staying put arrangements)
E17 – Aged 18 (or over) and remained with current carers (inc under staying put arrangements)
UnPlanned to parent/other parent resp
=f) Residence order granted
h) E41: Residence order granted
Child arrangement order
Child Arrangement Order (granted on day episode ceased)
E41
E41 - Child Arrangements Order S8
E41 - Residence Order (or from 22 April 2014, a child arrangements order which sets out with whom the child is to live) granted
E41 - Residence order granted
E41 - Residence order granted (or Child Arrangement Order)
E41 - Returned home - Child Arrangement
E41 - Returned home - child arrangements order
E41 - Returned home - Residence order
E41 Residence order (or, from 22 April 2014, a child arrangements order which sets out with whom the child is to live) granted.
E41- Residence order (or, from 22 April 2014, a child arrangements order which sets out with whom the child is to live) granted.
E41-Residence Order
Residence or Child Arrangement Order granted
Residence Order (from 22/04/2014, a Child Arrangements Order which sets out with whom the child is to live) granted
Residence order (or, from 22 April 2014, a child arrangements order which sets out with whom the child is to live) granted. 77
Residence order granted
Residence/Care Arrangement order
SE41 - Residence Order granted
E41 Residence order granted
E41: Residence order granted
E41A - Child Arrangements Order granted
=g) Special Guardianship Orders
i) E45: Special Guardianship Orders - former carer relative/friend
j) E46: Special Guardianship Orders - former carer other
k) E47: Special Guardianship Orders - relative/friend
l) E48: Special Guardianship Orders - other
E43   Special guardianship order made to former foster carers
E43 : Special guardianship order made to former foster carers
E43 Special Guardianship Order (w. former foster carers)
E43-Special Guardianship Order to former foster ca
E44
E44 - Special guardianship made to carers other than former foster carers
E44  Special guardianship order made to carers other than former foster carers
E44 - Special guardianship order made to carers other than former foster carers
E44 - Special Guardianship Order to other than former FC
E44 : Special guardianship order made to carers other than former foster carers
E44 Special guardianship made to carers other than former foster carers
E44 Special Guardianship Order (not w. former foster carers)
E45
E45 -
E45 - Spec. Guardnship order made to former Family & Friends carer
E45 - Special guardianship made to former foster carer(s), who were a relative or friend
E45 - special guardianship made to former foster carer(s), who were a relative or friend
E45 - Special Guardianship made to former foster carers(s), who were a relative or friend
E45 - Special Guardianship Order made to former foster carers, who were a relative or friend
E46 -
E46 - SG former foster carer(s) not relative/friend
E46 - Special guardianship made to former foster carer(s), other than relatives or friends
E47 - SG relative/friend not former foster carer(s)
E47 – special guardianship made to carer(s) other than former foster carer(s), who were a relative or friend
SG former foster carer(s) who were relative/friend
SG relative/friend not former foster carer(s)
Special G'ship Order to carers other than FCs
Special guardianship made to carer(s) other than former foster carer(s), who were a relative or friend
special guardianship made to carer(s) other than former foster carer(s), who were a relative or friend (E47)
Special guardianship made to careres other than former foster carers
Special guardianship made to carers other than former foster carers
special guardianship made to former foster carer(s), other than relatives or friends (E46)
Special Guardianship made to former foster carer(s), who were a relative or friend
Special guardianship made to former foster carer(s), who were a relative or friend
special guardianship made to former foster carer(s), who were a relative or friend (E45)
Special guardianship made to former foster carer(s), who were a relative or friend [E45]
Special guardianship order made to carers other than former foster carers [E44]
Special guardianship order made to former f/carer
Special Guardianship Order made to former FCs
Special guardianship order made to former foster carers
Special guardianship order made to former foster carers [E43]
Special Guardianship Order made to other carers (E44)
Special guardianship order to former foster carers
E47 Special Guardianship Order made to carers, other than former foster carers, who were a relative or friend
E47
E48
E45: Special Guardianship Orders - former carer relative/friend
E48: Special Guardianship Orders - other
E48 - Special guardianship order made to carers, other than former foster carers and relatives or friends
E46 - Special Guardianship Order made to former foster carers, other than relatives or friends
E45 Special guardianship made to former foster carer(s), who were a relative or friend
E47 Special guardianship made to carer(s) other than former foster carer(s), who were a relative or friend
E46 Special guardianship made to former foster carer(s), other than relatives or friends
E47 - Special guardianship order made to carer, other than former foster carer, who was a relative or friend
E45 - Special Guardianship order made to former foster carer who was/are a relative or friend
E47 - Special Guardianship order made to carer(s) other than former foster carer(s), who was/are a relative or friend
Special Guardianship Order made to former foster carers, who were a relative or friend
E45 - Special Guardianship Order made to former foster carer(s), who was/are a relative(s) or friend
E46 - Special guardianship order made to former foster carer(s), other than relatives or friends
=h) Moved into independent living
m) E5: Moved into independent living - supported
n) E6: Moved into independent living - no support
Moved into independant living arrangement and no longer looked after : supportive accommodation providing formalised advice/support arrangements (e.g. most hostels, YMCAs, foyers, and care leaver projects)
E5
E5 - Indep Living, with Support Staff
E5 - Independent arrangement providing formalised support (eg. most hostels, foyers and care leavers projects)
E5 - Independent arrangement with formalised support
E5 - Moved into independent living - supported accommodation
E5 - Moved into independent living arrangement and no longer looked after - supportive accommodation providing formalised advice/support arrangements.
E5 - Moved into independent living arrangement and no longer looked after : supported lodgings
E5 - Moved into independent living arrangement and no longer looked after : supportive accommodation providing formalised advice
E5 - Moved Into Independent Living Arrangement and No Longer Looked After : Supportive Accommodation Providing Formalised Advice/Support Arrangements (e.g. Most Hostels, YMCAs, Foyers and Care Leaver Projects)
E5 - Moved into independent living arrangement and no longer looked after: supportive accommodation providing formalised advice/support arrangements (e.g. most hostels, YMCAs, foyers, and care leavers projects)
E5 - Moved into independent living arrangement and no longer looked after: supportive accommodation providing formalised advice/support arrangements (such as most hostels, YMCAs, foyers, and care leavers projects)
E5 - Moved to indep living - formal advice / support
E5 - Moved to independent living arrangement, and no longer looked after : Supportive accommodation providing formalised advice/support arrangements(e.g. most hostels, YMCA,foyers, care leavers project)
E5 : Moved into independant living arrangement and no longer looked after : supportive accommodation providing formalised advice/support arrangements (e.g. most hostels, YMCAs, foyers, and care leaver projects)
E5 Care Ends  Into independent and supportive accommodation
E5 Care Ends - Into independent and supportive accommodation
E5 Moved  into  independent  living  arrangement  and  no  longer  looked  after.
E5:Moved Into Independent Living & No Longer In Care With Support
E6
E6 - Independent arrangement (no formalised support eg. bedsit, own flat, living with friends)
E6 - Independent arrangement (no formalised support)
E6 - Independent Living
E6 - Moved into independant living arrangement and no longer looked after : accommodation providing no formalised advice/support arrangements (e.g. B&B, bedsit, own flat, living with friends)
E6 - Moved into independent living - no formalised advice
E6 - Moved Into Independent Living Arrangement and No Longer Looked After : Accommodation Providing No Formalised Advice/Support Arrangements (e.g. B&B, Bedsit, Own Flat, Living With Friends)
E6 - Moved into indepenent living arrangements (e.g. Bedsit, own flat, living with friends)
E6 - Moved Into Non Supp Independent Living Arrangement
E6 Care Ends  Into independent and nonsupportive accom
E6 Care Ends - Into independent and non-supportive accom
E6:Moved Into Independent Living & No Longer In Care No Support
E6-Independent living with no support
INDEPENDENT ACCOMMODATION
Independent living - not looked after - unsupported accom
Independent living (unsupported)
Moved into independent living (with no formalised support)
Moved into independent living (with supportive accommodation)
Moved into independent living arrangement and no longer looked after : accommodation providing no formalised advice/support arrangements (such as bedsit, own flat, living with friends)
Moved into independent living arrangement and no longer looked after : supportive accommodation providing formalised advice/support arrangements (e.g. most hostels, YMCAs, foyers, and care leaver projects) [E5]
Moved into independent living arrangement and no longer looked after: supportive accommodation providing formalised advice/support arrangements (such as most hostels, YMCAs, foyers, and care leavers projects)
Moved into independent living WITH formal support
Moved to Indep Liv arrangement with formal support
Moved to Indep Liv without formal support
Moved to independent living - formal advice
Moved to independent living - no formal advice
SE5 - Independence ongoing SSD support
SE6 - Independence no ongoing SSD support
SUPPORTED  ACCOMMODATION
E5 Moved into independent living arrangement and no longer looked after : supportive accommodation providing formalised advice/support arrangements (e.g. most hostels, YMCAs, foyers, and care leaver projects)
E6 Moved into independent living arrangement and no longer looked after : accommodation providing no formalised advice/support arrangements (e.g. B&B, bedsit, own flat, living with friends)
E5: Moved into independent living - supported
E6: Moved into independent living - no support
Independent living - not looked after - supported accom
=i) Transferred to residential care funded by adult social services
o) E7: Transferred to residential care funded by adult social services
Transferred to care of adult social services
E7
E7 - Transferred to Adult Services
E7 - Transferred to adult social services care
E7 - Transferred to care of adult social services
E7 - Transferred to Leaving Care/Adult Services
E7 - Transferred to residential care
E7 - Transferred to residential care funded by Adult Social Services
E7 Care Ends - Transferred to Care of Adult Social Services
Transferred to adult social services
TRANSFERRED TO ADULT SS
Transferred to residential care funded  by adult social services
Transferred to residential care funded by Adult Social Services
Transferred to residential care funded by adult social services
Transferred to residential care funded by Adult Social Services [E7]
E7: Transferred to residential care funded by adult social services
Transfer to adult Social Services
Transferred to residential care funded by Adult Services
=j) Sentenced to custody
E9
E9 - Sentanced to custody
E9 Sentenced to custody
E9-Sentenced to custody
Sentenced to custody [E9]
E9: Sentenced to custody
=k) Accommodation on remand ended
q) E14: Accommodation on remand ended
Accommodation on remand end
Accommodation on remand ended [E14]
Accommodation on remand ended- this code should be used if a child was remanded to youth detention accommodation and has stopped their episode of care because they are no longer remanded
E14 - Accommodation on remand ended
E14 - Child was remanded to youth detention accomm, but is no longer remanded - episode of care stopped
Remand status ended
E14 Accommodation on remand ended
E14: Accommodation on remand ended
=l) Age assessment determined child was 18 or over
r) E15: Age assessment determined child was 18 or over
E15: Age Assess determined child is aged 18 or > & E5, E6, E7 don't apply eg unaccomp aslyum seeking child whose age has been disputed
Age assessement determined child was 18 or over
Age assessment determined child is aged 18 or over and E5, E6 and E7 do not apply
Age assessment determined child is aged 18 or over and E5, E6 and E7 do not apply e.g. an unaccompanied asylum seeking child whose age has been disputed- this code should be used if the episode of care ended because the age was disputed, an assessment rev
Age assessment determined child is aged 18 or over and E5, E6 and E7 do not apply, for example an unaccompanied asylum seeking child whose age has been disputed
Age disputed, age assessment determined child under 18 or over
E15
E15 - Age assessment determined child 18+ eg UASC
E15 - Age assessment determined child is 18 over and E5, E6 & E7 do not apply
E15 - Age assessment determined child is aged 18 or over and E5, E6 and E7 do not apply and young person not transferred to residential care or independent living.
E15 - Age assessment determined child is aged 18 or over and E5, E6 and E7 do not apply e.g. an unaccompanied asylum seeking child whose age has been disputed- this code should be used if the episode of care ended because the age was disputed
E15 - Age assessment determined child is aged 18 or over and E5, E6 and E7 do not apply eg an unaccompanied asylum seeking child whose age has been disputed
E15 - Age assessment determined child is aged 18 or over and E5, E6 and E7 do not apply eg UASC whose age has been disputed
E15 - Age assessment determined child is aged 18 or over and E5, E6 and E7 do not apply, for example an unaccompanied asylum seeking child whose age has been disputed
E15 - Age assessment determined child is aged 18+
E15 - Age disputed, age assessment child is aged 18 or over
E15 - Age disputed, age assessment determined child is aged 18 or over
SE15 - Assessed as over 18 - age disputed
E15 Age assessment determined child is aged 18 or over and E5, E6 and E7 do not apply
=m) Child moved abroad
s) E16: Child moved abroad
Child moved abroad
Child moved abroad [E16]
E16
E16 - Child moved abroad
E16 - Moved abroad
E16 - Moved abroad - use this code if the child left care because they moved to another country, including when a child is deported.
E16 - Moved abroad-use this code if the child left care because they moved to another country, including when a child is deporte
SE16 - Child moved abroad
E16: Child moved abroad
E16 - Child left care because they moved to another country, including being deported
=n) Care ceased for any other reason
t) E8: Care ceased for any other reason
Period of being looked after ceased for any other reason
ANY OTHER REASON
Any other reason
Care ceased for any other reason
Case closed after assessment, no further action
E17 - Staying Put
E8
E8 - Any other reason
E8 - Care ceased for any other reason
E8 - CLA ceased for any other reason
E8 - Missing
E8 - Period Of LA Ceased For Any Other Reason
E8 - Staying Put
E8 : Period of being looked after ceased for any other reason
E8 Care Ends  Looked After ceases for any other reason
E8 Care Ends - Looked After ceases for any other reason
E81 - Reached age 18 years of age
E82 Any other reason
E8-Ceased for any other reason
post 21 case closure
SE8 - Care ceased for any other reason
SE90 - Child Turned 18, living with former foster Carer
Services ceased for any other reason, including child no longer in need
E8: Care ceased for any other reason
Aged 18 (or over) and remained with current carers (inc under staying put arrangements)
E7 - Transferred to Adult Social Care
E90
=?
Episode ceases and new epiosde begins on the same day for any reason
Episode ceases, and new episode begins on same day, for any reason
X1
X1 - Episode ceases, and new episode begins on same day, for any reason
X1 - New Episode
X1:CodeError
"""#

    private static let text17 = #"""
=a) Foster placement
Foster placement with other foster carer – long term fostering
Foster Carer to Adopter
b) U2: Foster placement - relative - FFA
c) U3: Foster placement - relative - not FFA
d) U4: Foster placement - long term
e) U5: Foster placement - FFA
09
Placement with other foster carer - Notts LA, other LA, or independent carer
05 - Other Foster Placements:LA Area
A4 Placed for adoption w. consent not w. current foster carer
AGENCY FOSTER PLACEMENT OUTSIDE LBL
DNU Foster placement with relative or friend
DNU Placement with other foster carer
F1
F1 - FOSTER :RELATIVE/FRIEND IN LA
F1 - Foster Placement With Relative Or Friend
F1 Inside LA - Foster Placement with relative or friend
F2 - FOSTER :OTHER CARER IN LA
F2 - Placement with foster carer, provided by LA in LA
F2 Placement with other foster carer, provided by LA (carer lives inside LA boundary)
F3
F3 - FOSTER :AGENCY IN LA
F3 - Placement with agency foster carer in LA
F3 - Placement With Other Foster Carer, Arranged Through Agency
F4
F4 - FOSTER :RELATIVE/FRIEND NOT LA
F5 - Placement With Other Foster Carer, Provided By LA Outside LA
F6 - FOSTER :AGENCY NOT LA
Foster place with relative/friend short term
Foster placement in Northumberland provided by NCC
Foster placement in Northumberland with relative/friend
Foster placement with other foster carer - not long term or FFA
Foster placement with other foster carer - not long term or FFA/concurrent planning
Foster placement with other foster carer- long term fostering
Foster placement with other foster carer- not long term or FFA/concurrent planning
Foster placement with other foster carer who is also an approved adopter - FFA/concurrent planning
Foster placement with relative or friend - long term fostering
Foster placement with relative or friend - long term fostering (IN)
Foster placement with relative or friend - long term fostering (IN) [U1a]
Foster placement with relative or friend - long term fostering (OUT) [U1b]
Foster placement with relative or friend - not long term or FFA
Foster placement with relative or friend - not long term or FFA (IN) [U3a]
Foster placement with relative or friend - not long term or FFA (OUT)
Foster placement with relative or friend who is also an approved adopted - FFA*
Foster placement with relative or friend who is also an approved adopter - FFA (OUT)
Foster placement with relative or friend who is also an approved adopter - FFA (OUT) [U2b]
FOSTER PLACEMENT WITH RELATIVE/FRIEND OUTSIDE LBL
Foster placements
Fostering placement with relative or friend who is also an approved adopter – FFA/concurrent planning
Fostering placement with relative or friend who is not long-term or FFA/concurrent planning
FP inside LA - other foster carer by LA
H5 - Placement with other foster carer, arranged through agency, outside LA boundary
LA FOSTER PLACEMENT OUTSIDE LBL
Placement other foster carer - short term
Placement with other foster carer - long term
Placement with other foster carer - long term fostering
Placement with other foster carer - long term fostering (IN)
Placement with other foster carer - long term fostering (IN) [U4a]
Placement with other foster carer - long term fostering (OUT) [U4b]
Placement with other foster carer - not long term or FFA
Placement with other foster carer - not long term or FFA (IN) [U6a]
Placement with other foster carer - not long term or FFA (OUT)
Placement with other foster carer - not long term or FFA (OUT) [U6b]
Placement with other foster carer- long term fostering
Placement with other foster carer who is also an approved adopted - FFA
Placement with other foster carer who is also an approved adopter - FFA
Placement with other foster carer who is also an approved adopter - FFA (IN) [U5a]
Placement with other foster carer who is also an approved adopter - FFA (OUT)
Placement with other foster carer who is also an approved adopter- FFA
Q1 - Foster placement with relative or friend
Q1 - FOSTER WITH RELATIVE FRIEND
Q1 Foster placement with relative or friend
Q2  [Foster Placement with other Foster Carer]
Q2 - Foster Placement
Q2 - Foster Placement with LA or Agency Foster Carer
Q2 - Placement with other foster carer
Q2 IN - Placement with other foster carer (in LA)
REGULATION 24 - TEMPORARY APPROVAL OF FAMILY & FRIENDS AS FOSTER CARERS
U1
U1  [Foster place rel/friend: long term]
U1 - Family & Friends Foster Placement
U1 - Foster place with relative/friend - long term
U1 - Foster Place with Relative/Friend Long Term
U1 - Foster placement with relative or friend - long term fostering
U1 - Foster placement with relative or friend- long term
U1 - Foster placement with relative or friend -Long term fostering
U1 - Foster placement with relative or friend- long term fostering
U1 - Foster placement with relative or friend- long term fostering (U1)
U1 - RELATIVE/FRIEND: LONG TERM
U1 Foster placement with relative or friend - long term
U1 Foster placement with relative or friend - long term fostering
U1 Foster placement with relative or friend- long term
U1 Relative or friend - long term fostering
U1: Foster Placement with relative or friend - long term fostering
U1:Foster with relative or friend-long term fostering
U2
U2 - Foster placement with relative or friend - who is also an approved adopter - FFA
U2 - Foster placement with relative or friend who is also an approved adopter- FFA
U2 - Fostering placement with relative or friend who is also an approved adopter - FFA/concurrent planning
U2 - RELATIVE/FRIEND: FFA
U2 Foster placement with relative or friend who is also an approved adopter FFA
U2 Foster placement with relative or friend who is also an approved adopter- FFA
U3
U3 - Family & Friends Foster Placement
U3 - Foster Place Relative/Friend not Approved Adopter/Long Term
U3 - Foster placement with relative or friend  - not long term or FFA
U3 - Foster placement with relative or friend- not long term or FFA or concurrent planning (U3)
U3 - Foster placement with relative or friend, outside LA boundary
U3 - Foster placement with relative or friend-not long term or FFA
U3 - Fostering placement with relative or friend who is not long term or FFA/concurrent planning
U3 - Fostering placement with relative or friend who is not long-term or FFA/concurrent
U3 - Placement - relative/friend not appr adopt/LT
U3 - Placement with other foster carer, arranged through agency, outside LA boundary
U3 : U3 Foster placement with relative or friend- not long term or FFA
U3 Foster placement with relative or friend - not long term or FFA
U3 Foster placement with relative or friend - Not long term or FFA/Concurrent planning
U3 Foster placement with relative or friend not long term or FFA
U3 Foster placement with relative or friend- not long term or FFA
U3 Relative or friend - not long term or FFA
U3: Foster Placement with relative or friend - not long term or FFA
U3:Foster with relative or friend-not long term or FFA
U4
U4 - Foster Placement
U4 - Foster placement (not with family / friend) that has been agreed as Long Term
U4 - Foster placement with other foster carer- long term fostering
U4 - OTHER FOSTER CARER: LONG TERM
U4 - Placement with other foster - long term fostering carer
U4 - Placement with other foster carer- long term fostering
U4 - Placement with other foster carer, provided by LA, inside LA boundary
U4 - Placement with other foster carer, provided by LA, outside LA boundary
U4 : U4 Placement with other foster carer- long term fostering
U4 Foster Carer- long term fostering
U4 Foster placement with other foster carer - Long term fostering
U4 Placement with other foster carer long term fostering
U4 -Placement with other foster carer-long term fostering
U5  [Foster place other foster: approved adopter]
U5 - Foster Placement with other foster carer who is also an approved adopter - FFA
U5 - OTHER FOSTER CARER: FFA
U5 - Placement with a foster carer (not with family / friend) who is also an approved adopter
U5 - Placement with other foster carer - appr adopt FFA
U5 - Placement with other Foster Carer Approved Adopter
U5 - Placement with other foster carer who is also an approved adoptor - FFA/concurrent planning
U5 - Placement with other foster carer who is also approved adopter - FFA
U5 - Placement with other foster carer, provided by LA, inside LA boundary
U5 : U5 Placement with other foster carer who is also an approved adopter- FFA
U5 Foster Carer who is also an approved adopter- FFA
U5 Placement with other foster carer - Foster for Adoption (FfA)
U5 Placement with other foster carer who is also an approved adopter FFA
U5 Placement with other foster carer who is also an approved adopter- FFA
U5: Foster Placement with other foster carer who is an approved adopter -FFA
U5:Placement with other foster carer who is also an approved adopter-FFA
U6
U6 -
U6  [Foster place other foster: not long term nor FFA]
U6 - Foster placement with other foster carer - not long term or FFA
U6 - Foster placement with other foster carer - not long term or FFA or concurrent planning(U6)
U6 - Foster Placement with other foster carer - not long term or FFA/concurrent planning
U6 - Foster placement with other foster carer- not long term or FFA/concurrent planning
U6 - Other foster carer- not appr adopt/LTerm fostering
U6 - OTHER FOSTER CARER: NOT LT/FFA
U6 - Placement other foster carer -not appr adopt/LT
U6 - Placement other Foster Carer not Approved Adopter/Long Term
U6 - Placement with a foster carer (not with family / friend) and NOT agreed as long term
U6 - Placement with other foster carer - Not Long Term Fostering or FFA
U6 - Placement with other foster carer - not long term or FFA
U6 - Placement with other foster carer, arranged through agency, outside LA boundary
U6 - Placement with other foster carer, provided by LA, inside LA boundary
U6 - Placement with other foster carer, provided by LA, outside LA boundary
U6 - Placement with other foster carer-not long term or FFA
U6 - Residential Accommodation not subject to children's homes regulations
U6 - Staying Put, provided by LA, inside LA boundary
U6 : U6 Placement with other foster carer - not long term or FFA
U6 Placement with other foster carer - not long term or FFA
U6 Placement with other foster carer- not long term or FFA
U6:Placement with other foster carer-not long term or FFA
With other foster carer long term fostering
With other foster carer not FFA/concurrent planning
With other foster carer who is also approved or FFA/concurrent planning
With Parent Relative/Friend Care Ord
With Parent/Relative/Friend (Not CO)
With relative or friend not FFA/concurrent planning
With relative or friend who is also approved or FFA/concurrent planning
U2 Foster placement with relative or friend who is also an approved adopter - FFA
U4 Foster placement with other foster carer - long term fostering
U5 Foster placement with other foster carer who is also an approved adopter - FFA
U6 Foster placement with other foster carer - not long term or FFA
U1: Foster placement - relatives - long term
U2: Foster placement - relative - FFA
U5: Foster placement - FFA
U4 - Staying Put, provided by LA, outside LA boundary
U4 - Staying Put, arranged through agency, outside LA boundary
U6 - Staying Put, provided by LA, outside LA boundary
U6 - Staying Put, arranged through agency, inside LA boundary
U6 - Staying Put, arranged through agency, outside LA boundary
L01 Foster placement (relative / friend) within LA
L05 Other foster placement within LA
L06 Other foster placements outside LA
U1 Foster placement with relative or friend
U6A Placement with other foster carer
U6B Placement with other foster carer
U5 - Foster placement with other foster carer who is/are also an approved adopter (Foster to adopt placement)
Reg 38
Reg 24 Carer
Foster placement with relative or friend – long term fostering
F5 - Placement with other foster carer, provided by LA (carer lives outside LA boundary)
U6 - Foster placement with other foster carer(s) – not long term or fostering for adoption /concurrent planning
U3 - Fostering placement with relative(s) or friend(s) who is/are not long-term or fostering for adoption /concurrent planning
=b) Placed for adoption
g) A3: Placed for adoption - consent - current foster
h) A4: Placed for adoption - consent - not foster
i) A5: Placed for adoption - order - foster
j) A6: Placed for adoption - order - not foster
A1
A1  [Placed for Adoption]
A1 - PLACED FOR ADOPTION
A2
A2 - Placed for Adoption with Former Foster Carers
A3
A3   Placed for adoption with consent (under section 19 of the 2002 Act) with cu
A3 - Adoption with consent - with current foster carer
A3 - PLACED ADOPT CONSENT CUR FC'S
A3 - Placed for adoption with consent (under section 19 of the 2002 Act) with current foster carer
A3 - Placed for adoption with consent (under section 19 of the 2002 Act) with currrent foster carer
A3 - Placed for adoption with current carer - with parental consent. with current foster carer
"A3 Adoption Sect. 19 with current foster carer - ""Placed for adoption with consent (under section 19 of the 2002 Act) with curre"
A3 Placed for adoption with consent (Article 13(b) Adoption (Jersey) Law 1961 Act) with current foster carer
A3 Placed for adoption with consent with current foster carer (under Section 19 of the 2002 Act)
A3: Placed for adoption:- with parental/guardian consent with current foster carer
A4
A4 - Adoption with consent - not with foster carer
A4 - Placed 4 adoption (S19 Consent) not current FC
A4 - PLACED ADOPT CONSENT NOT FC'S
A4 - Placed for adoption S19 not cur foster carer (A4)
A4 - Placed for adoption with consent (under section 19 of the 2002 Act) not with current foster carer
A4 - Placed for adoption with consent (under section 19 of the 2002 Act) not with currrent foster carer
A4 - Placed for adoption with consent not with current foster carer (under section 19 of the Adoption Act 2002)
A4 - Placed with for adoption with new carers - with parental consent not with current foster
A4 : A4 Placed for adoption with consent (under section 19 of the 2002 Act) not with current foster carer
"A4 Adoption Sect. 19 not with current foster carer - ""Placed for adoption with consent (under section 19 of the 2002 Act) not wi"
A4 Placed for Adoption with Consent (2002 Act S19) not with Current Foster Carer
A4 Placed for adoption with consent not with current foster carer (Under Section 19 of the 2002 Act)
A4 Placed for adoption with consent NOT with f/c
A5
A5   Placed for adoption with placement order (under section 21 of the 2002 Act)
A5 - Placed 4 adoption (S21 Plcmt Order) current FC
A5 - PLACED ADOPT PLACE ORD CUR FC
A5 - Placed for Adoption
A5 - Placed for Adoption - placement order current FC
A5 - Placed for adoption S21 cur foster carer (A5)
A5 - Placed for adoption with current foster carer  - with placement order - parental consent dispensed with
A5 - Placed for adoption with placement order (under sec 21 of the 2002 Act) with current foster carer
A5 - Placed for adoption with placement order (under section 21 of the 2002 Act) with current foster carer
A5 : A5 Placed for adoption with placement order (under section 21 of the 2002 Act) with current foster carer
"A5 Adoption Sect. 21 with placment order with current foster carer - ""Placed for adoption with placement order (under section 21"
A5 IN - Placed for Adoption with Placement Order with current Foster Carer (in LA)
A5 Placed for adoption with placement order (under section 21 of the 2002 Act) with current foster carer
A5: Placed for adoption:- with placement order with current foster carer
A6 - Placed 4 adoption (S21 Plcmt Order) not current FC
A6 - PLACED ADOPT PLACE ORD NOT FC
A6 - Placed for Adoption
A6 - Placed for adoption S21 not cur foster carer (A6)
A6 - Placed for adoption with placement order not with current foster carer
A6 - Placed for Adoption-placement order not current FC
A6 Placed for adoption
A6 Placed for adoption w. plcmt ord not w. current foster carer
A6 Placed for Adoption with Placement Order (2002 Act S21) not with Current Foster Carer
A6 Placed for adoption with placement order (Article 12 Adoption (Jersey) Law 1961 Act) not with current foster carer
A6 Placed for adoption with placement order (under section 21 of the 2002 Act) not with current foster carer
A6 -Placed for adoption with placement order not with current foster carer
A6 Placed for adoption with placemt order NOT f/c
A6OUT - Placed for Adoption with Placement Order not with current Foster Carer (outside LA)
A6-Placed for adoption with placement order
Adoption placement order not with current foster carer (sect 21 of 2002 Act)
Adoption placement order with current foster carer (sect 21 of 2002 Act)
Adoption with consent not with current foster carer (sect 19 of 2002 Act)
Place for Adopt with PO not with current FC
Placed for Adopt with Place. Order, not current FC
Placed for Adopt with PO with current FC
Placed for adoption with consent (under section 19 of the 2002 Act) with current foster carer
Placed for adoption with consent not with current foster carer (under S19 AA 2002)
Placed for adoption with consent with current foster carer (under S19 AA 2002)
Placed for adoption with parental/guardian consent not with current foster carer (under Section 19 of the Adoption and Children Act 2002) or with a freeing order where parental/guardian consent has been given under Section 18(1)(a) of the Adoption Act 1976
Placed for Adoption with placement order (under section 21 of 2002 Act) with current foster carer
Placed for adoption with placement order (under section 21 of the 2002 Act) not with current foster carer [A6]
Placed for adoption with placement order (under section 21 of the 2002 Act) with current foster carer
Placed for adoption with placement order not with current foster carer (under section 21 of the Adoption and Children Act 2002)
Placed for adoption with placement order not with current foster carer (under Section 21 of the Adoption and Children Act 2002) or with a freeing order where parental/guardian consent was dispensed with under Section 18(1)(b) of the Adoption Act 1976
Placed for adoption with placement order with current foster carer (under S21 AA 2002)
Placed for adoption with placement order with current foster carer (under Section 21 of the Adoption and Children Act 2002) or with a freeing order where parental/guardian consent was dispensed with under Section 18(1)(b) the Adoption Act 1976
A4: Placed for adoption - consent - not foster
A5: Placed for adoption - order - foster
A6: Placed for adoption - order - not foster
A5 Placed for Adoption with Placement Order with current Foster Carer
A6 Placed for Adoption withPlacement Order NOT with current Foster Carer
A6 - Placed for adoption with placement order not with current foster carer(s) (under section 19 of the 2002 Act)
A4 - Placed for adoption with consent not with current foster carer(s) (under section 19 of the 2002 Act)
A4 - Placed for adoption with parents consent not with current foster carer
A5 - Placed for adoption with placement order with current foster carer(s) (under section 19 of the 2002 Act)
=c) Placed with parents
k) P1: Placed with parents
H5 - Placed with own parents or other person with parental responsibility
ICO or CO only Parents/person with parent resp
P1
P1 - Placed with own parents or other person with parental responsibility
P1 - Placed with own parents/others with PR
P1 - Placed with own parents/person with parental.resp.
P1 - Placed with parents / other person with parental responsibility - inc on a care order
P1 - Placed with parents / person with parental resp.
P1 - Placed with parents or other with Parental Resp.
P1 - PLACED WITH PARENTS/GUARDIAN
P1 : P1 Placed with own parents or other person with parental responsibility
P1 Placed With Parent Regulations
P1 Placed with Parents or other person with parental responsibility
P1-Placed with own Parents
Placed with own parents or other person with parental responsibility
Placed with own parents or person with parental responsibility
Placed with parents or other with p/resp
Placed with own parents or other person with PR
P1: Placed with parents
P1 Placed with own parents or other person with PR
P1 - Placed with own parent(s) or other person(s) with parental responsibility
=d) Independent living
IN LODGINGS/LIVING INDEPENDENTLY (NO FORMAL SUPPORT)
Independent living , e.g. in flat, lodgings, bedsit, B/B or with friends, with or without formal support
Independent living , e.g. in flat, lodgings, bedsit, B/B or with friends, with or without formal support [P2]
Independent living like in a flat, lodgings, bedsit, B&B or with friends, with or without formal support
Independent living with or without support
Independent living, e.g. in flat or lodgings, bedsit, B&B or with friends, with or without formal support staff
Independent Living: in lodgings, with or without formal support
Independent Living: with friends, with or without formal support
Living independently
Other placements in the community
P2
P2 - Independent living
P2 - INDEPENDENT LIVING
P2 - Independent living (flat, lodgings etc without formal support)
P2 - Independent living (flat/lodgings/friends/B&B)
P2 - Independent Living (inc. visiting Support)
P2 - Independent living , e.g. in flat, lodgings, bedsit, B/B or with friends, with or without formal support
P2 - Independent living e.g. flat, lodgings, bedsit, B&B or with friends
P2 - Independent living eg in flat, lodgings, bedsit, B&B or with friends, with or without formal support
P2 - Independent living, e.g. in flat or lodgings, bedsit, B&B or with friends, with or without formal support staff
P2 - INDEPENDENT LIVING, E.G. IN FLAT, LODGINGS, BED-SIT OR WITH FRIENDS, WITH OR WITHOUT FORMAL SUPPORT
P2 - Independent living, eg. in flat or lodgings without formal support staff, or in
P2 - Other - Independent Living
P2 IN - Independent living (flat, lodgings, bedsit, friends) with or without formal support (in LA)
P2 Independent Living
P2 Independent Living (Flat, Lodgings)
P2 Independent living with or without formal support staff
P2 Independent living, e.g. in flat or lodgings, bedsit, B&B or with friends, with or without formal support staff
P2: Independent living - no formal support
P2:Independent living , e.g. in flat, lodgings,bedsit, B&B or with friends, with
P2OUT - Independent living (flat, lodgings, bedsit, friends) with or without formal support (outside LA)
R5 - Independent living, eg. in flat or lodgings without formal support staff, or in
P2: Independent living
Independent living for example, in a flat, lodgings, bedsit, bed and breakfast (B&B) or with friends''Independent living for example, in a flat, lodgings, bedsit, bed and breakfast (B&B) or with friends
H5 Semi-independent living accommodation not subject to children's homes regulations
P2 - Independent living for example in a flat, lodgings, bedsit, bed and breakfast (B&B) or with friends, with or without formal
=e) Residential employment
m) P3: Residential employment
P3 - Residential employment
P3 - RESIDENTIAL EMPLOYMENT
P3 Residential employment
Residential employment
=f) Residential accommodation
Residential accommodation not subject to 'Children's homes regulations'
H5  [Hostels/accom-not subject to Children's Home Regs]
H5 - Hostels Support Res Settings (not child homes Regs
H5 - Other - Supported Residential eg hostel
H5 - Own tenancy council
H5 - RES NOT SUBJECT TO HOME REGS
H5 - Resid accom not subject to Children's Home regs
H5 - Resid. Accom. not subject to Children's Homes Regulations..
H5 - Residential Acc not subject to CHR
H5 - Residential accommodation
H5 - Residential accommodation (NOT subject to Children's homes regulations)
H5 - Residential Accommodation not subject to Children's Regulations.
H5 - Semi-independent living including Hostels, Foyers and YMCAs
H5 - Supported Accommodation
H5 : H5 Residential accommodation not subject to Children's Homes Regulations
H5 Hostels and other Supportive Residential settings
H5 Placement in resid.accom. outside Children's Home Regs.
H5 Residential accommodation not subject to 'Children's homes regulations'
H5:Residential Accommodation Not Subject To Childrens Homes Reg
Pl in hostels & other supportive resids
Residential accommodation not Reg Children's Home
Residential accommodation not subject to Children’s Homes Regulations
Residential accommodation not subject to 'Children's homes regulations' [H5]
Secure units, homes and hostels
Residential settings not subject to Childrens Home Regs.
5 - Semi-independent living accommodation not subject to Children’s Homes Regulations
H5 - Semi independent living accommodation (not subject to children's home regulations)
=g) Secure Children’s Homes
o) K1: Secure Children’s Homes
Secure unit
H1
H1 - Secure Unit Inside LA Boundary
H2
H2 - SECURE UNIT NOT LA
H2 - Secure Unit Outside LA Boundary
K1
K1  [Secure Unit]
K1 - Residential Placement
K1 - Secure Accommodation (Unit)
K1 - Secure Children’s Homes
K1 - Secure Children's Homes
K1 - Secure Unit
K1 - Secure unit
K1 - SECURE UNIT
K1 - Secure Unit outside LA boundary
K1 Secure Accommodation
K1:Secure Unit
K1OUT - Secure Unit (outside LA)
=h) Children’s Homes
p) K2: Children’s Homes
K2 Homes and Hostels
Childrens Homes
H3
H3 - Children's homes inside LA boundary
H3 - Homes And Hostels Inside LA Boundary
H3 Homes and hostels inside LA boundary
H4
H4 - HOME / HOSTEL NOT LA
H4 - Homes And Hostels Outside LA Boundary
Homes and Hostels (inside LA boundary)
Homes and Hostels (inside LA boundary) [K2a]
Homes and Hostels (outside LA boundary)
Homes and Hostels (outside LA boundary) [K2b]
Homes and hostels [K2]
Homes and hostels in Northumberland subject to CH regs
K2
K2  [Homes Subject to Children's Homes Regs]
K2 - All Residental Schools, except where dual-registered as a school and children's
K2 - Children’s Homes
K2 - Children's Home
K2 - Children's Home subject to Children's Homes regulations
K2 - Childrens Homes
K2 - Children's Homes
K2 - Children's Homes subject to Children's Homes regulations
K2 - Homes and Hostels
K2 - Homes and Hostels inside LA boundary
K2 - Homes and Hostels outside LA boundary
K2 - Placed in Homes
K2 - Residential Accommodation not subject to children's homes regulations
K2 - Residential Placement
K2 : K2 Children's Homes
K2 Childrens Homes (registered)
K2 Home and Hostels
K2 Homes and hostels
K2 IN - Homes and Hostels (in LA)
K2 Residential Home
K2:Homes & Hostels subject to Childrens homes regulations
K2-Homes and Hostels
K2OUT - Homes and Hostels (outside LA)
K2 Children's Homes
K2: Children’s Homes
K2 - Children's Homes subject to CHR
K2 - Children's Homes (not subject to Children's Homes Regulations)
p) K2: Children's Homes
K2 Children’s Homes subject to Children’s Homes Regulations
=i) Residential Care Home
q) R1: Residential Care Home
Residential care home
R1 - Residential care home
R1 - Residential Care Home
R1 - RESIDENTIAL CARE HOME
R1 : R1 Residential care home
R1 Residential Care Home
R1 Residential care home
R1:Other Res Setting:- Residential Care Home
R1:Residential Care Home
R1OUT - Residential Care Home (outside LA)
Residential Care Home
Residential Care Home (Reg Homes Act 1984)
Residential care home [R1]
RESIDENTIAL CARE HOME REGISTERED UNDER 1984 ACT
R1: Residential Care Home
=j) NHS/Health Trust
r) R2: NHS/Health Trust
NHS/Health Trust or other establishment
NHS/Health Trust or other establishment providing medical or nursing care [R2]
NHS/Health Trust/medical or nursing care estab.
NHS/OTHER ESTAB PROVIDING MEDICAL/NURSING CARE
R2
R2  [NHS/Health Trust/Medical Nursing Care Estab.]
R2 - NHS/Health Trust
R2 - NHS/Health Trust or other Estab. Providing medical or nursing care
R2 - NHS/Health Trust or other establishment providing medical or nursing care
R2 - Other - Hospital
R2 Establishment providing medical or nursing care
R2 IN - NHS/Health Trust or other establishment providing medical or nursing care (in LA)
R2 NHS/Health Trust or other establishment providing medical or nursing care
R2 NHS/Health Trust or other Establishment Providing Medical or Nursing Care
R2 NHS/Health Trust or other Medical/Nursng
NHS/Health Trust or other providing medical/nursing care
R2: NHS/Health Trust
=k) Family Centre or Mother and Baby Unit
s) R3: Family Centre or Mother and Baby Unit
Family centre / mother and baby unit
Family centre or mother and baby unit [R3]
R3
R3  [Family Centre / Mother and Baby Unit]
R3 - Family Centre / Mother & Baby Unit
R3 - Family Centre or Mother and Baby Unit
R3 - FAMILY CENTRE/MOTHER&BABY UNIT
R3 - NHS/Health Trust or other establishment providing medical/nursing care
R3 - Other - Mother & Baby Unit
R3 : R3 Family centre or Mother and Baby unit
R3 Family centre or mother and baby unit
R3 Family Centre/Mother and Baby Unit
R3:Famliy Centre Or Mother And Baby Unit
R3:Other Res Setting
R3:Other Res Setting:- Famliy Centre Or Mother And Baby Unit
R3OUT - Family Centre or Mother and Baby Unit (outside LA)
R3: Family Centre or Mother and Baby Unit
R3 -Family Centre or Mother & Baby Unit
=l) Young Offender Institution
R5
R5  [Young Offenders Institution or Prison]
R5 - Other - Custodial
R5 - YOI or Prison
R5 - YOUNG OFFENDER INST/PRISON
R5 - Young Offender Institute or Prison
R5 - Young Offender Institution or prison
R5 - Young Offender Institution or Prison
R5 Young Offender Institution or prison
R5 Young Offender Institution or Prison
R5:Other Res Setting:- Young Offender Institution Or Prison
R5OUT - Young Offender Institution or Prison (outside LA)
YOI or Prison
YOI or prison
YOUNG OFFENDER INST./PRISON
Young Offender Institution or prison [R5]
Young offenders institution or prison
YTC
R5: Young Offender Institution
R5 - Young Offender Institution (YOI) or prison
R5 Young offender institution (YOI)
=m) Residential school
u) S1: Residential school
All residential schools (unless home)
All Residential schools, except where dual-registered as a school and Children’s Home.
RESIDENTIAL SCHOOL
S1 -  All residential schools, except where dual-registered as a school and Children's home
S1 - All Residental Schools, except where dual-registered as a school and children's
S1 - All Residential schools
S1 - All Residential Schools, except where Dual-Registered as a School and Childrens Home
S1 - All Residential schools, except where dual-registered as a school and children's home
S1 - All Residential schools, except where dual-registered as a school and Children's Home
S1 - RES SCHOOL EXCL DUAL REG
S1 - Residential Placement
S1 - School (unless dual reg. as Children's Home)
S1 : S1 All Residential schools, except where dual-registered as a school and children's home
S1 All Residential schools, except where dual-registered as a school and children's home
S1 IN - All Residential Schools, except where dual-registered as a School and Children's Home (in LA)
S1 Residential School
S1OUT - All Residential Schools, except where dual-registered as a School and Children's Home (outside LA)
Schools except where dual-registered as childrens homes
S1 - All Residential schools (except where dual registered as a school and children's home)
S1 - All residential schools, except where dual-registered as a school and children’s home
=n) Other placements
v) Z1: Other placements
F1 - Placement with relative or friend (in boundary)
F2 - Placement with other carer (by council - within boundary)
F3 - Placement with other carer (through agency - within boundary)
F5 - Placement with carer (by council - outside boundary)
F6 - Placement with carer (through agency - outside boundary)
H5 IN - Residential accommodation not subject to Children's Homes Regulations (in LA)
M1
M1 - IN REFUGE
M1 - In Refuge (S51 Of Children Act)
M2
M2 - Whereabouts Known (Not In Refuge)
M2 - WHEREABOUTS KNOWN (NOT REFUGE)
M3 - WHEREABOUTS UNKNOWN
Other placement
Other placements
Other placements (must be listed on a schedule sent to DfE with annual submission)
R4 - YOUTH TREATMENT CENTRE
Whereabouts known (not in Refuge)
Z1  [Other Placement]
Z1 - Other Placement (must be listed on a Schedule sent to DH with annual submission)
Z1 - Other placements
Z1 - OTHER PLACEMENTS
Z1 - Other placements (must be listed on a schedule sent to DCSF with annual submission)
Z1 - Other placements (must be listed on a schedule sent to DfE with annual submission)
Z1 - Other placements (must be listed on a schedule sent to DH with annual submission)
Z1 - Whereabouts Unknown
Z1 : Z1 Other placements (must be listed on a schedule sent to DfE with annual submission)
Z1 Other placements
Z101 - PLACEMENT BY COURT (SEC 38/6)
Z102 - UNAUTHORISED PLACEMENTS
Z103 - TEMPORARY STAY IN HOTEL
Z1-Other Placements
Other Placement not listed above
Z1: Other placements
=o) Temporary placement
w) T0: Temporary placement
y) T2: Temporary placement - holiday
z) T3: Temporary placement - carer holiday
All types of temporary move
T0 - ALL TYPES OF TEMPORARY MOVE
T0 - All types of temporary move
T0 - Temporary placement (temp break from main placement)
T0 - Temporary Placements - All Placements excluded From PAFA1
T0 All types of temporary move
T0:Temporary placement - all types
T1
T1 - TEMP PERIODS IN HOSPITAL
T1 Temporary Periods in Hospital
T2 - TEMP ABS OF CHILD ON HOLIDAY
T2 - Temporary absences of the child on holiday
T2 - Temporary absences on holiday
T2 Temporary absences of the child on holiday
T3
T3 - TEMP ACCOM WHILST FC ON HOLS
T3 - Temp accomm - foster carer is on holiday
T3 - Temporary accommodation (carer on holiday)
T3 - Temporary Accomodation Whilst Normal Foster Carer Is On Holiday
T4
T4 - TEMP ACCOM 7 DAYS/LESS (OTHER)
T4 - Temp accomm - 7 days or less, for any reason, not covered by codes T1 to T3
T4 - Temporary Accomodation For Seven Days Or Less Not In T1 to T3
T4 Temporary accommodation for seven days or less, for any reason
Temporary
Temporary absences of the child on holiday
Temporary accommodation of seven days or less, for any reason, not covered by codes T1 to T3
Temporary accommodation of seven days or less, for any reason, not covered by codes T1 to T3 [T4]
Temporary Move
Temporary periods in hospital 62
T0 Temporary Placement
Temporary accommodation of seven days or less, for any other reason not covered by codes T1 to T3
T0: Temporary placement
T1: Temporary placement - hospital
T2: Temporary placement - holiday
T3: Temporary placement - carer holiday
T4: Temporary placement - seven days or less
T1 Temporary periods in hospital
T3 Temporary accommodation whilst normal foster carer is on holiday
T4 Temporary accommodation of seven days of less, for any other reason
"""#

    private static let text18 = #"""
=a) Own LA
b) PR1: Own provision
[PR1] Own provision (by local authority)
Own LA Provision
PR0: Provision by own parents or other person with parental responsibility
PR1
PR1 - Own provision
PR1 - OWN PROVISION LOCAL AUTHORITY
PR1  Provision by Calderdale
PR1 - Provision by Calderdale
PR1 : Own provision [PR1]
PR1: Own Provision by LA
PR1: Own provision
Local Authority
=b) Private
e) PR4: Private provision
PR4
PR4 - Private provision
PR4 - PRIVATE PROVISION
PR4  Private Provision (organisation run for profit)
PR4 - Private Provision (organisation run for profit)
PR4 : Private provision [PR4]
PR4 Private provision
PR4: Private Provision
Private provision
Private Provision
PR4: Private provision
=c) Other
c) PR2: Other LA provision
d) PR3: Other public provision
f) PR5: Voluntary/third sector
-
[PR3] Other public provision
[PR5] Voluntary/third sector provision
NOT REQUIRED
Other public provision (e.g. by a PCT etc.)
Parents or op with parental responsibility
Parents or other person with parental responsibility
PR0
PR0 - Parents or other person with parental resp
PR0 - Parents or other person with parental responsibility
PR0  Parents or other person with PR
PR0 Parents / other person with PR
PR0 Parents or other person with parental responsibility
PR0: Provision by Own parents or person with parental responsibility
PR2 - Other LA provision
PR2 - OTHER LOCAL AUTH PROVISION
PR2 - Provision by another Local Authority (not Calderdale)
PR2 : Other Local Authority provision [PR2]
PR2 Other LA provision
PR2 Other Local Authority provision
PR2: Other LA Provision
PR3
PR3 - Other public provision
PR3 - OTHER PUBLIC PROVISION
PR3 - OTHER PUBLIC PROVISION (EG PCT
PR3 - Other Public Provision (i.e. PCT)
PR3 Other public provision
PR3: Other Public Provision
PR5
PR5  Voluntary/third sector provision (organisation not run for profit)
PR5 - Voluntary/third sector provision (organisation not run for profit)
PR5 : Voluntary or third sector provision [PR5]
PR5 Voluntary or third sector provision
PR5: Voluntary / third sector Provision
PR0: Parents/Parental responsibility
PR5: Voluntary/third sector
PR2: Other LA provision
PR3: Other public provision
Voluntary
PR0 - Parent(s) or other person(s) with PR
"""#

    private static let text19 = #"""
=a) In
a) In
In
In borough
In LA
Inside LA Boundary
=b) Out
N
Out
Out of LA
Outside
Outside LA Boundary
"""#

    private static let text20 = #"""
=False
b) No
N
Not Offered (Missing Again)
Not Offered (Other)
Not Offered (Unable to make contact)
=True
1
Offered and Accepted
Offered and Accepted (CYP not present/refused on arrival)
Offered and Declined (by YP)
"""#

    private static let text21 = #"""
=a) Relevant
a) Relevant child
R
Relevant
Relevant'
=b) Former relevant
Care Leaver - PA to 25
Former Relevant
Former Relevant'
former relevant 21-24
=c) Qualifying
c) Qualifying care leaver
Q
Qualifying
Qualifying care leaver
Qualifying (Former Relevant)
=d) Eligible
d) Eligible child
E
Eligible
Other (Eligible)
=e) Other
-
Other
Other'
"""#

    private static let text22 = #"""
=a) In touch
1
01 - Yes, resident in the UK
1 Yes, resident in the UK
Yes, resident in the UK
=b) Not in touch
b) No
2
02 - No, resident in the UK
08 - Young Person Refuses Contact
10 - Young person no longer requires services
2 -  No
2 - No, resident in the UK
2 No, resident in the UK
N
No, resident in the UK
NREQ
REFU
Young Person No Longer Requires Services
Young person no longer requires services
REFUSED
=c) Not recorded
No care leaver details on record (child still in care)
No Contact Recorded
Care Leaver Details Not Recorded
=d) Exclude
c) Died
03 - Yes, gone abroad
05 - No, residence not known
3 - Yes, gone abroad
4 - No, gone abroad
5 - No, residence not known
5 No, residence not known
6 - Died after leaving care, but prior to 19th birthday
Died
Died after leaving care
No, residence not known
No, Residence not Known
Young Person returned to live with parents or person with parental responsibility for a continuous period of 6 months or more
Returned to parents (or someone with PR) for 6+ months
"""#

    private static let text23 = #"""
=a) With parents or relatives
(B) With Parents or Relatives
B
B- With parents or relatives
B: With parents or relatives
B1
B2
Care Leaver-'Accommodation' / With parents or relatives
PARENTS OR RELATIVES
Placed with own parents or other person with parental responsibility
With parents of relatives
With parents or relatives
With Parents Or Relatives
(B) With parents or relatives
With parent(s) or relative(s)
B – With parents
(B) 16+ With Parents or Relatives
=b) Community home
C: Community home / residential care
(C) Community Home or Other Form of Residential Care
(C) Community home or other form of residential care such as an NHS estabishment
C - Community home or other form of residential care
C - Community home or other form of residential care (NHS establishment)
C - Community home or other form of residential care such as an NHS establishment.
C - Community Home/Residential Care
C community home
C Community Home or other form of residential care
C- Community Home or other form of residential care
C Community home or residential care
C: Community Home or other form of residential care
C1
Care Leaver-'Accommodation' / Community home or other residential care
Community home [C]
Community home or other form of Residential care such as NHS establishment
COMMUNITY HOME OR OTHER FROM OF RESIDENTIAL CARE
Homes and Hostels inside LA boundary
Homes and Hostels outside LA boundary
NHS/Health Trust or other establishment providing medical/nursing care
Residential Care/Community Home
Community home
(C) Community Home or other form of residential care
(C) 16+ Community Home or other Form of Residential Care
=c) Semi-independent transitional accommodation
D: Semi-independent, transitional accommodation and self-contained accommodation
D
D - Semi Independent, Transitional Accommodation, Self-Contained Accommodation
D - Semi-independent, transitional accommodation
D - Semi-independent, transitional accommodation (eg supported hostel, trainer flats); self-contained accommodation with specialist personal assistance support (eg for young people with disabilities, pregnant young women and single parents); and self contained accommodation with floating support.
D Semi-independent
D Semi-independent, transitional accommodation
D: Semi-independent, transitional accommodation
D1
Semi Independent/Transitional Accommodation
Semi-independent accommodation [D]
Semi-independent, transitional
Semi-independent, transitional accommodation
Semi-independent, transitional accommodation (like a supported hostel, trainer flats); self-contained accommodation with specialist personal assistance support (for example, for young people with disabilities, pregnant young women and single parents); and self-contained accommodation with floating support.
(D) 16+ Semi-independent Transitional Accommodation
=d) Supported lodgings
E: Supported lodgings
Care Leaver-'Accommodation' / Supported lodgings
E
"E - Supported lodgings (accommodation, usually in a family home, where adults in the ""host family"" provide formal advice and support)."
E - Supported lodgings (Adults Shared lives scheme)
E Supported lodgings
E- Supported lodgings
Supported lodgings
Supported Lodgings
Supported lodgings (accommodation where adults in the host family provide support)
Supported lodgings (accommodation, usually in a family home, where adults in the “host family” provide formal advice and support).
Supported lodgings [E]
(E) 16+ In-house Supported Lodgings
=e) Gone abroad
G: Abroad
G
G - Gone abroad
Gone abroad
Gone Abroad
Gone abroad [G]
=f) Deported
Deported
H - Deported
=g) Ordinary lodgings
K: Ordinary lodgings, without formal support
(K) Ordinary Lodgings Without Formal Support
Care Leaver-'Accommodation' / Ordinary lodgings
K
K - Ordinary lodgings (without formal support)
K - Ordinary lodgings, without formal support
K Ordinary lodgings
K- Ordinary lodgings
K1
Lodgings - No Formal Support
Ordinary lodgings
Ordinary Lodgings (without formal support)
Ordinary lodgings without formal support
Ordinary lodgings, without formal support
Ordinary Lodgings, without formal support
Ordinary lodgings, without formal support.
(K) Ordinary lodgings
(K) 16+ Ordinary Lodgings, without Formal Support
=h) Residence not known
No Information
R
R Residence not known
Residence not know
Residenece not known
Whereabouts Unknown
(R) Residence Not Known
R2
(R) 16+ Residence not known
Not Stated
=i) No fixed abode / homeless
S: No fixed abode / homeless
(S) No fixed abode/homeless
(S) No Fixed Above/Homeless
Code 'S' is not mapped
Homeless
NFA/HOMELESS
No fixed abode / homeless
No fixed abode or homeless
No Fixed abode/Homeless
S -
S - No fixed abode / homeless
S No fixed abode / homeless
(S) No fixed abode or homeless
=j) Foyers
T: Foyers and similar supported accommodation
(T) Foyers and Similar Supported Accommodation
All Residential Schools, except where dual-registered as a school and children's
Foyer
Foyer  and similar supported accomodation
Foyers [T]
Foyers +
Foyers and similar supported accommodation
Foyers and similar supported accommodation (with education, training or employment)
Foyers and similar supported accommodation which combines the accommodation with opportunities for education, training or employment.
Foyers And Similar Supported Lodging
Foyers and similar supported lodgings
Foyers and Similar Supported Lodgings
T
T - Foyers
T - Foyers and similar supported accommodation
T - Foyers and similar supported accommodation which combines the accommodation with opportunities for education, training or employment.
T Foyers
T Foyers and similar supported accommodation
T- Foyers and similar supported accommodation
T1
The Foyer and similar supported accommodation
(T) Foyers and similar supported accommodation
(T) 16+ Foyers and Similar Supported Accommodation
=k) Independent living
U: Independent living
(U) Independent Living
Accommodation Provided by College/University
Independant living
Independent living [U]
Independent living, eg. in flat or lodgings without formal support staff, or in
Independent living, for example independent tenancy of flat, house or bedsit, including local authority or housing association tenancy, or accommodation provided by a college or university. Includes flat sharing.
Own tenancy council
U
U - Independent living
U - Independent Living
U - Independent living, e.g. independent tenancy of flat, house or bedsit
U- Independent living
U1
U1 - Independent living (NOT a House of Multiple Occupancy)
U2
U3 - Independent living
(U) Independent living
=l) Emergency accommodation
V: Emergency accommodation
Emergency accommodation
Emergency Accommodation
Emergency Accommodation (eg night shelter, direct access, emergency hostel)
Emergency accommodation (eg night shelter, direct access, emergency hostel)
Emergency accommodation (like a night shelter, direct access or emergency hostel)
V1
(V) 16+ Emergency Accommodation
=m) Bed and breakfast
W: Bed and breakfast
Bed and breakfast
Bed And Breakfast
W
W - Bed and Breakfast
W - Bed and breakfast
W Bed and breakfast
W2
(W) Bed and breakfast
=n) In custody
X: In custody
(X) In Custody
Care Leaver-'Accommodation' / In custody
Custody
In custody
In Custody
In custody [X]
X
X Custody
X1
X2
(X) In custody
(X) 16+ Custody
=o) With Former Foster Carer
Z: With former foster carers
(Z) With former foster carers
(Z) With Former Foster Carers (ie. same placement as at 18 yrs)
1 - LAC Foster Placement
Care Leaver-'Accommodation' / With former Foster Carers
Placement with other foster carer, provided by LA, outside LA boundary
With Former Fost Carer under Staying Put Arrangmts
With former foster carer
With former foster carers
With Former Foster Carers - continuing turning 18
With former foster carers (plan involves remaining with this former foster family)
With former foster carers [Z]
Z
Z -
Z - Staying Put
Z - With former foster carer(s)
Z - With former foster carers
Z - With Former foster carers
Z - With former foster carers (post 18)
Z - With Former foster carers / Z1 - With Foster Carers
Z Living with former foster carer 18+
Z1 - With former foster carers (NOT a  Staying put arrangement)
Z1 - With Foster Carers
Z - Supported Lodgings (Staying Put)
Z: With former foster carers dependent living
(Z) 16+ Staying Put
=p) Other accommodation
Care Leaver-'Accommodation' / Other accommodation
Other accommodation
Other Accommodation
Y - Not suitable
Y - Other accommodation
Y - Other Accommodation (state in notes)
Y Other accommodation
Y- Other accommodation
Y Other accomodation
Y residing with friends
Y2
=?
#MULTIVALUE
"""#

    private static let text24 = #"""
=a) Suitable
1
1 - Accommodation is considered Suitable
1 - Accommodation is considered suitable
Accommodation is considered suitable
Accommodation is considered suitable [1]
Accommodation is considered to be suitable
Suitable
True
=b) Not suitable
b) Unsuitable
2
0 - accommodation is considered unsuitable
0 - Unsuitable
0 - UNSUITABLE
2 - Accommodation is considered Unsuitable
2 - Accommodation is considered unsuitable
2 - Unsuitable
2 - UNSUITABLE
Accommodation is considered to be unsuitable
Accommodation is considered unsuitable
Accommodation is considered unsuitable [2]
False
N
Unsuitable
=c) Not in touch or not recorded
0
-
"""#

    private static let text25 = #"""
=F2: Full time in education other than higher
full time not higher
=?
full time training
part time training
=F4: Young person engaged full time in an apprenticeship
full time apprenticeship
=G4: Not in education, employment or training - illness or disability
illness or disability
=G5: Not in education, employment or training - other
other
=G6: Not in education, employment or training - pregnancy or parenting
pregnancy or parenting
"""#

    private static let text26 = #"""
=a) Child’s needs changed
RD1 - The child’s needs changed subsequent to the decision
(RD1) The child’s needs changed subsequent to the decision
Child's needs changed subsequent to decision
Child's needs Changed Subsequent to Decision
Child's needs changed subsequent to the decision
RD1
RD1: The child’s needs changed subsequent to the decision
The child’s needs changed subsequent to the decision
The child’s needs changed subsequent to the decision (RD1)
The child's needs changed subsequent to the decision
=b) Court did not make a PO
RD2 - The Court did not make a placement order
(RD2) The Court did not make a placement order
Court did not grant Freeing Order
Court did not make placement order
placement order not granted..child made subject to care order and plan of long term fsotering dated
RD2: The Court did not make a placement order
The Court did not make a placement order
RD2: Court did not make a placement order
=c) Prospective adopters cannot be found
RD3 - Prospective adopters could not be found
(RD3) Prospective adopters could not be found
No adopters found
Prospective adopters cannot be found
Prospective adopters could not be found
Prospective adopters could not be found (RD3)
RD3
RD3 Prospective adopters could not be found
RD3: Prospective adopters could not be found
=d) Any other reason
(RD4) Any other reason
Any other reason
Any other reason (RD4)
Other reason
Placement Disruption
RD4 Any other reason
RD4: Any other reason
"""#

    private static let text27 = #"""
=False
0
N
0 = No
0 No
=True
1
1 = Yes
1 Yes
"""#

    private static let text28 = #"""
=a) Withdrew
1 - Adopter withdrew from process
1
Withdrew
=b) Process on hold
2
Process put on hold
On hold
=c) Application refused
3 - Application refused
Application refused
Refused
"""#
}
