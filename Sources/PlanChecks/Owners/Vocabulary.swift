/// Words for posts, groups and nobody, as English councils use them.
enum Vocabulary {
    static let nobody = Lexicon([
        "tbc", "tba", "tbd", "t.b.c", "to be confirmed", "to be agreed", "to be appointed",
        "to be determined",
        "to be identified", "to be decided", "vacant", "vacancy", "none", "n a", "blank", "not known",
        "unknown", "nobody", "no lead", "being recruited",
    ])

    static let posts: Set<String> = [
        "director", "head", "manager", "lead", "officer", "chair", "chairman", "chairwoman", "coordinator",
        "co-ordinator", "ordinator", "principal", "chief", "executive", "worker", "consultant", "supervisor",
        "practitioner", "adviser", "advisor", "analyst", "administrator", "commissioner", "solicitor",
        "leader",
        "headteacher", "teacher", "nurse", "doctor", "councillor", "cllr", "member", "secretary", "inspector",
        "auditor", "trainer", "convener", "editor", "specialist", "superintendent", "sergeant", "deputy",
        "professional", "custodian", "verifier", "champion", "psychologist", "engineer", "registrar",
    ]
    static let pluralPosts: Set<String> = [
        "directors", "heads", "managers", "leads", "officers", "chairs", "coordinators", "ordinators",
        "principals", "executives", "workers", "consultants", "supervisors", "practitioners", "advisers",
        "advisors", "analysts", "leaders", "headteachers", "teachers", "nurses", "councillors", "members",
        "staff", "everyone", "gms", "tms", "pcs", "iros", "sws", "csws", "qms", "pos", "deputies", "auditors",
        "champions", "specialists",
    ]
    static let groups: Set<String> = [
        "team", "teams", "unit", "units", "board", "boards", "group", "groups", "committee", "panel",
        "service",
        "services", "department", "directorate", "division", "partnership", "partnerships", "partners",
        "partner", "agency", "agencies", "council", "councils", "authority", "authorities", "police",
        "constabulary", "health", "housing", "education", "schools", "school", "trust", "ccg", "icb", "nhs",
        "hr", "ict", "it", "finance", "commissioning", "resources", "centre", "centres", "forum", "network",
        "lscb", "cmt", "smt", "dmt", "slt", "elt", "office", "safeguarding", "probation", "camhs", "hub",
        "consortium", "cluster", "districts", "legal", "performance", "quality", "workforce", "placement",
    ]
    static let postCodes: Set<String> = [
        "ad", "dd", "dcs", "dass", "hos", "gm", "tm", "pm", "sm", "om", "qm", "ce", "ceo", "iro", "psw",
        "lado",
        "sw", "csw", "pep", "pa", "po", "pc", "coo", "cfo", "dsl",
    ]
    /// Words that stand in the names of services and are no surnames.
    static let serviceWords: Set<String> = [
        "early", "help", "years", "children", "children's", "social", "care", "youth", "young", "people",
        "child", "family", "families", "adult", "adults", "public", "virtual", "human", "learning", "policy",
        "strategic", "strategy", "assistant", "senior", "interim", "acting", "joint", "multi", "local",
        "corporate", "business", "support", "information", "data", "practice", "improvement", "development",
        "protection", "looked", "after", "leaving", "fostering", "adoption", "district", "county", "city",
        "borough", "clinical", "designated", "independent", "lead", "programme", "project", "service",
    ]
    static let courtesies: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "cllr", "councillor", "prof", "rev", "sir",
    ]
    static let particles: Set<String> = [
        "de", "van", "den", "der", "von", "la", "le", "ste", "st", "o", "al", "el", "bin",
    ]
    static let firstNames: Set<String> = [
        "alan", "alex", "ali", "alice", "amy", "andrea", "andrew", "andy", "angela", "ann", "anna", "anne",
        "anthony", "ben", "bev", "bob", "brian", "carol", "caroline", "cath", "catherine", "charlie", "chris",
        "claire", "clare", "dan", "dave", "david", "dawn", "deb", "debbie", "diane", "ed", "elaine", "emma",
        "fiona", "frank", "gary", "gill", "graham", "helen", "ian", "jack", "jackie", "jane", "janet", "jas",
        "jen", "jenny", "jess", "jill", "jim", "jo", "joan", "joe", "john", "jon", "judith", "julie", "karen",
        "kate", "kath", "keith", "kev", "kim", "laura", "linda", "lisa", "liz", "louise", "lucy", "lynn",
        "maggie", "margaret", "maria", "mark", "martin", "mary", "matt", "maya", "mel", "michelle", "mike",
        "mo", "nick", "nicky", "nicola", "nigel", "pat", "paul", "paula", "pete", "peter", "phil", "priya",
        "rachel", "ray", "rebecca", "rich", "richard", "rob", "robert", "ros", "ruth", "sally", "sam",
        "sandra",
        "sara", "sarah", "shirley", "simon", "sharon", "stephen", "steve", "sue", "susan", "tim", "tina",
        "tom",
        "tony", "tracy", "val", "vicky", "viv", "wendy",
    ]
}
