/// Verbs that actions in improvement plans begin with.
enum ActionVerbs {
    static let all: Set<String> = [
        "agree", "align", "allocate", "amend", "analyse", "appoint", "arrange", "assess", "assign", "audit",
        "begin", "brief",
        "build", "capture", "carry", "check", "circulate", "clarify", "collate", "commence", "commission",
        "communicate",
        "complete", "conduct", "confirm", "consider", "consult", "continue", "co-ordinate", "coordinate",
        "create", "define",
        "deliver", "deploy", "design", "determine", "develop", "devise", "disseminate", "draft", "draw",
        "embed", "enable",
        "engage", "enhance", "ensure", "establish", "evaluate", "expand", "explore", "extend", "finalise",
        "formalise",
        "gather", "hold", "identify", "implement", "improve", "increase", "incorporate", "induct",
        "introduce", "invite",
        "involve", "issue", "launch", "lead", "maintain", "make", "map", "merge", "monitor", "negotiate",
        "obtain", "organise",
        "overhaul", "pilot", "prepare", "present", "prioritise", "procure", "produce", "promote", "provide",
        "publish",
        "raise", "re-launch", "recruit", "redesign", "reduce", "refine", "refresh", "reinforce", "relaunch",
        "report",
        "require", "reshape", "restructure", "review", "revise", "roll", "run", "scope", "secure", "send",
        "set", "share",
        "simplify", "strengthen", "streamline", "submit", "support", "survey", "target", "test", "track",
        "train", "undertake",
        "update", "upskill", "use", "utilise", "work", "write",
    ]
}
