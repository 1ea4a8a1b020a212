/// What an action does and to what: the part of a plan's words that says whether two rows speak of one thing.
///
/// "Implementation of MASH", "Develop the MASH" and "Establish a multi-agency hub (MASH)" are one step; reviewing the
/// hub is another. Only the first sentence counts, up to the words that give its purpose.
struct Step: Sendable {
    /// The things named one by one: "EH Team and EH Panel" is two.
    let things: [TokenSet]
    /// All of the things' words together.
    let whole: TokenSet
    let stages: Stage
    /// Words of work that stand inside the name of the thing: the review whose recommendations are implemented.
    let kinds: TokenSet
    /// Figures, ordinals, compass points: what tells one phase or unit from another.
    let distinguishing: TokenSet
    /// Abbreviations among the words: one of these is a name by itself.
    let names: TokenSet

    struct Stage: OptionSet, Sendable {
        let rawValue: UInt16
        static let making = Stage(rawValue: 1)
        static let launching = Stage(rawValue: 2)
        static let designing = Stage(rawValue: 4)
        static let recruiting = Stage(rawValue: 8)
        static let training = Stage(rawValue: 16)
        static let piloting = Stage(rawValue: 32)
        static let reviewing = Stage(rawValue: 64)
        static let auditing = Stage(rawValue: 128)
        static let reporting = Stage(rawValue: 256)
        static let agreeing = Stage(rawValue: 512)
        static let embedding = Stage(rawValue: 1024)
        static let other = Stage(rawValue: 2048)
    }
}

extension Step {
    static let stageOfStem: [String: Stage] = {
        var stages: [String: Stage] = [:]
        func add(_ stage: Stage, _ words: String) {
            for word in words.split(separator: " ") {
                stages[Stem.of(String(word)), default: []].insert(stage)
            }
        }
        add(
            .making,
            "develop create build make produce redesign design set implement establish introduce deliver")
        add(.making, "development implementation establishment introduction creation")
        add(
            .launching,
            "launch relaunch open implement establish introduce deliver implementation establishment")
        add(.launching, "introduction operational live start begin commence use roll rollout")
        add(.designing, "draft write devise define specify scope")
        add(.recruiting, "recruit recruitment appoint appointment hire")
        add(.training, "train training coach coaching")
        add(.piloting, "pilot piloting test trial")
        add(
            .reviewing,
            "review evaluate evaluation revise refresh update overhaul reconsideration reconsider revisit")
        add(.auditing, "audit sample monitor check")
        add(.reporting, "present report circulate publish issue share disseminate submit")
        add(.agreeing, "agree approve endorse sign commission")
        add(.embedding, "embed")
        return stages
    }()

    /// Verbs and nouns that say that something is done, without saying what.
    static let doing: Set<String> = Set(
        [
            "ensure", "continue", "complete", "completed", "completion", "undertake", "undertaken", "carry",
            "work", "provide", "provided", "put", "place", "available", "further", "make", "made", "identify",
            "new", "first", "multi", "agency", "co", "located", "effective", "robust", "consistent", "clear",
            "systematic", "systemised", "improved", "better", "staff", "plan", "process", "full", "existing",
            "current", "final", "revised", "regular", "range", "start", "finish", "end", "early", "mid",
            "late",
            "take", "support", "need", "relevant", "appropriate", "specific", "set",
            "live", "go", "up", "running", "use", "roll", "out", "promote", "enable", "increase", "reduce",
        ].map(Stem.of))

    static let purpose = Lexicon([
        "to ensure", "to support", "to help", "to enable", "to allow", "to inform", "to improve",
        "to include",
        "to provide", "to increase", "to reduce", "so that", "in order to", "in order", "which", "that will",
        "including", "against", "through", "to raise", "with a", "based on", "in line with", "as part of",
        "supporting", "ensuring", "designed to", "to be", "to overcome", "following", "using", "by", "so",
    ])

    static let compass: Set<String> = [
        "north", "south", "east", "west", "phase", "stage", "cohort", "wave", "second", "third", "fourth",
        "tranche", "i", "ii", "iii",
    ]
}
