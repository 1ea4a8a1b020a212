/// The shapes that stand beside words: round and pointed for progress, square for proof, and the marks of a chart.
///
/// Colour never stands alone: each has its own outline. Progress and proof are never mixed in one strip.
package enum Symbol: String, CaseIterable, Sendable {
    case blue, green, amber, red, grey
    case proven, supported, claimed, contradicted
    case notClaimed = "not-claimed"
    case improvement, concern, expected, change

    package static let progress: [Symbol] = [.blue, .green, .amber, .red, .grey]
    package static let proof: [Symbol] = [.proven, .supported, .claimed, .contradicted, .notClaimed]
    package static let readings: [Symbol] = [.improvement, .concern, .expected, .change]

    /// The word that stands beside the shape.
    package var word: String {
        switch self {
        case .blue: "Blue"
        case .green: "Green"
        case .amber: "Amber"
        case .red: "Red"
        case .grey: "Grey"
        case .proven: "Proven"
        case .supported: "Supported"
        case .claimed: "Claimed"
        case .contradicted: "Contradicted"
        case .notClaimed: "Not claimed"
        case .improvement: "Improving"
        case .concern: "Getting worse"
        case .expected: "No real change"
        case .change: "A change"
        }
    }

    /// What the word means where the plan does not say it in its own words.
    package var meaning: String {
        switch self {
        case .blue: "verified and closed"
        case .green: "on track"
        case .amber: "up to 4 weeks late, or off course"
        case .red: "more than 4 weeks late"
        case .grey: "not due to start"
        case .proven: "and a measure or an audit has moved"
        case .supported: "someone else accepted the evidence"
        case .claimed: "the lead says so; nothing else does"
        case .contradicted: "claimed, but a measure or an audit says no"
        case .notClaimed: "nobody says so yet"
        case .improvement: "better than chance would explain"
        case .concern: "worse than chance would explain"
        case .expected: "within the expected range"
        case .change: "beyond chance, with no good direction"
        }
    }

    /// The outline in a box of 16 × 16, and the mark inside it in the colour of the paper.
    package var shape: (outline: StaticString, inside: StaticString?) {
        switch self {
        case .blue: (Symbol.disc, "M3.9 7.3 5.2 6l2 2 3.8-3.8 1.3 1.3-5.1 5.1z")
        case .green: (Symbol.disc, "M6 4.4 11.4 8 6 11.6z")
        case .amber: ("M8 .6 15.8 15H.2z", "M7.1 5.6h1.8l-.3 4.6H7.4zM7.1 11.2h1.8V13H7.1z")
        case .red: ("M8 0l8 8-8 8-8-8z", "M4.4 7h7.2v2H4.4z")
        case .grey:
            (
                "M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8z",
                "M8 2.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6z"
            )
        case .claimed: (Symbol.square, "M2.6 2.6h10.8v10.8H2.6z")
        case .supported: (Symbol.square, "M2.6 2.6h10.8V8H2.6z")
        case .proven: (Symbol.square, "M3.6 7.5 5 6.1l2.2 2.2 3.9-4.1 1.4 1.4-5.3 5.5z")
        case .contradicted:
            (
                Symbol.square,
                "M4 5.4h4.9L9.7 4l1.2.7-.4.7H12V7H9.6l-1.1 2H12v1.6H7.6L6.4 12.7 5.2 12l.8-1.4H4V9h2.9L8 7H4z"
            )
        case .notClaimed: ("M4.5 7.1h7v1.8h-7z", nil)
        case .improvement: ("M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z", nil)
        case .concern: ("M8 1.5 14.5 8 8 14.5 1.5 8z", nil)
        case .expected: ("M8 4.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8z", nil)
        case .change: ("M3 3h10v10H3z", nil)
        }
    }

    /// Each shape drawn once, in the order of the cases.
    fileprivate static let drawings: [Markup] = allCases.map { symbol in
        var markup = Markup()
        let (outline, inside) = symbol.shape
        markup.literal("<svg class=\"symbol ")
        markup.escape(symbol.rawValue)
        markup.literal("\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path d=\"")
        markup.literal(outline)
        if let inside {
            markup.literal("\"/><path class=\"on\" d=\"")
            markup.literal(inside)
        }
        markup.literal("\"/></svg>")
        return markup
    }

    /// The place of the case among all of them.
    fileprivate var number: Int {
        switch self {
        case .blue: 0
        case .green: 1
        case .amber: 2
        case .red: 3
        case .grey: 4
        case .proven: 5
        case .supported: 6
        case .claimed: 7
        case .contradicted: 8
        case .notClaimed: 9
        case .improvement: 10
        case .concern: 11
        case .expected: 12
        case .change: 13
        }
    }

    private static let disc: StaticString = "M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0z"
    private static let square: StaticString = "M1 1h14v14H1z"
}

extension Markup {
    /// The shape alone; a word stands beside it, or the strip around it has a name.
    package mutating func symbol(_ symbol: Symbol) {
        add(Symbol.drawings[symbol.number])
    }

    /// A state as shape and word; `words` says more than the one word where there is room.
    package mutating func tag(_ symbol: Symbol, _ words: String? = nil) {
        span(.class("tag")) { m in
            m.symbol(symbol)
            m.add(words ?? symbol.word)
        }
    }

    /// A state in a tinted box, for where it stands alone: `Blue: verified and closed`.
    package mutating func boxedTag(_ symbol: Symbol, _ words: String? = nil) {
        span(.class("tag box \(symbol.rawValue)-tint")) { m in
            m.symbol(symbol)
            m.add(words ?? symbol.word)
        }
    }

    /// What the shapes mean, under every table that uses them. `meanings` are the plan's own words, where it has some.
    package mutating func key(_ symbols: [Symbol], meanings: [Symbol: String] = [:], wordsOnly: Bool = false)
    {
        ul(.class("key")) { m in
            for symbol in symbols {
                m.li { m in
                    m.symbol(symbol)
                    m.add(wordsOnly ? symbol.word : "\(symbol.word): \(meanings[symbol] ?? symbol.meaning)")
                }
            }
        }
    }

    /// One shape for each action or criterion, in the order given; its name is the count of each.
    package mutating func unitStrip(_ symbols: [Symbol]) {
        guard !symbols.isEmpty else { return nothing("none") }
        var counts: [(symbol: Symbol, count: Int)] = []
        for symbol in symbols {
            if let index = counts.firstIndex(where: { $0.symbol == symbol }) {
                counts[index].count += 1
            } else {
                counts.append((symbol, 1))
            }
        }
        let name = counts.map { "\($0.count) \($0.symbol.word.lowercased())" }.joined(separator: ", ")
        span(.class("strip"), .role("img"), .label(name)) { m in
            for symbol in symbols { m.symbol(symbol) }
        }
    }

    /// An empty cell: a dash to see, a word to hear.
    package mutating func nothing(_ words: String = "not yet") {
        add("\(hidden: words)" as Markup)
        span("–", .ariaHidden, .class("quiet"))
    }
}

extension Symbol: Content {
    /// Shape and word.
    package func write(to markup: inout Markup) { markup.tag(self) }
}
