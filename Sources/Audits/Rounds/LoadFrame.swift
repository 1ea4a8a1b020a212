import Documents
package import Kernel
package import Storage

/// Giving a round its list: a CSV file, or a list of the loaded returns. A new list takes the place of the one before.
package enum LoadFrame {
    package enum Refused: Refusal {
        case fileMissing
        case unusable(String)
        case listMissing
        case nothingLeft(String)
        case locked
        case changedMeanwhile

        package var sentence: String {
            switch self {
            case .fileMissing: "Choose the file with the list of cases"
            case .unusable(let why): why
            case .listMissing: "Choose a list of the loaded returns"
            case .nothingLeft(let words): "Nothing is on that list: \(words)"
            case .locked: "The frame is locked and cannot change. A new draw is a new round with its reason"
            case .changedMeanwhile:
                "Somebody else changed this round meanwhile. Look at it again, then give the list"
            }
        }

        package var field: String? {
            switch self {
            case .fileMissing, .unusable: "file"
            case .listMissing, .nothingLeft: "list"
            case .locked, .changedMeanwhile: nil
            }
        }
    }

    /// What was kept, for the notice.
    package struct Outcome: Hashable, Sendable {
        package var lines: Int
        /// Heads of columns of a file that nothing was taken from.
        package var unused: [String]
    }

    /// From a file.
    @discardableResult
    package static func file(
        _ bytes: [UInt8]?, into id: ID<AuditRound>, after revision: Int? = nil, by officer: Officer,
        on today: Day, at now: Instant, _ connection: Connection
    ) throws -> Outcome {
        guard let bytes else { throw Refused.fileMissing }
        let reading: FrameFileReading
        do {
            reading = try FrameFileReading.read(bytes)
        } catch {
            throw Refused.unusable(error.sentence)
        }
        try keep(
            reading.lines, source: "file", words: "A list given as a file", on: today, into: id, revision,
            by: officer, on: today, at: now, connection)
        return Outcome(lines: reading.lines.count, unused: reading.unused)
    }

    /// From a list of the loaded returns, without those that the filter leaves off.
    @discardableResult
    package static func list(
        _ filter: ListFilter, into id: ID<AuditRound>, after revision: Int? = nil, _ sources: AuditSources,
        by officer: Officer, on today: Day, at now: Instant, _ connection: Connection
    ) throws -> Outcome {
        let authority = officer.authority
        guard let list = try sources.lists(connection, authority).first(where: { $0.key == filter.list }),
            let items = try sources.items(connection, authority, list.key)
        else { throw Refused.listMissing }
        let round = try RoundAccess.kept(connection, officer, id, on: today)
        let tree = try UnitTree.read(connection, authority)
        let found = items.filter { item in
            filter.takes(item) && isWithin(item.node, round.node, tree, today)
        }
        let words = filter.words(list)
        guard !found.isEmpty else { throw Refused.nothingLeft(words) }
        guard found.count <= FrameLimits.mostLines else {
            throw Refused.nothingLeft("it has more than 100,000 cases; choose fewer")
        }
        // A child may stand on a list more than once; the first line counts.
        var seen: Set<Sensitive<String>> = []
        let lines = found.filter { seen.insert($0.reference).inserted }.map {
            FrameLine(
                reference: $0.reference, holder: $0.holder, team: $0.team, node: $0.node, group: $0.group,
                on: $0.on)
        }
        try keep(
            lines, source: list.key, words: words, on: list.asAt, into: id, revision, by: officer,
            on: today, at: now, connection)
        return Outcome(lines: lines.count, unused: [])
    }

    private static func isWithin(
        _ node: ID<Node>?, _ part: ID<Node>, _ tree: UnitTree, _ today: Day
    ) -> Bool {
        guard tree.kind(part, on: today) != "authority" else { return true }
        return node.map { tree.isWithin([.node(part)], $0, on: today) } ?? false
    }

    /// Keeps the lines of a round that is not locked: holders and chairs are matched to people, teams to the
    /// organisation, and the rules of what is left out are applied.
    package static func keep(
        _ lines: [FrameLine], source: String, words: String, on day: Day, into id: ID<AuditRound>,
        _ revision: Int? = nil, by officer: Officer, on today: Day, at now: Instant,
        _ connection: Connection
    ) throws {
        let round = try RoundAccess.kept(connection, officer, id, on: today)
        guard round.lockedAt == nil, round.withdrawn == nil else { throw Refused.locked }
        guard revision.map({ $0 == round.revision }) ?? true else { throw Refused.changedMeanwhile }
        let matched = try FrameMatching.read(connection, officer.authority, on: today).match(lines)
        try FrameSQL.insert(matched, of: id, officer.authority, connection)
        try connection.run(
            """
            UPDATE audit_round SET frame_source = $3, frame_words = $4, frame_on = $5, revision = revision + 1
            WHERE authority = $1 AND id = $2
            """, [.id(officer.authority), .id(id), .text(source), .text(words), .day(day)])
        try LeaveOut.applyRules(id, connection, officer.authority, on: today)
        try connection.record(
            SetUpRound.event(
                "frame.loaded", id, says: "Gave “\(round.title)” a list of \(counted(lines.count, "case"))",
                [
                    JSON.Member("count", .integer(Int64(lines.count))),
                    JSON.Member("source", .string(source)),
                ], by: officer, at: now))
    }
}

/// What of a list of the returns is wanted.
package struct ListFilter: Hashable, Sendable {
    package var list: String
    /// Only those who were last seen before this day, or of whom no visit is known.
    package var notSeenSince: Day?
    /// Only those who were on a plan before.
    package var onPlanBefore: Bool
    package var group: String
    package var team: String

    package init(
        list: String, notSeenSince: Day? = nil, onPlanBefore: Bool = false, group: String = "",
        team: String = ""
    ) {
        self.list = list
        self.notSeenSince = notSeenSince
        self.onPlanBefore = onPlanBefore
        self.group = group
        self.team = team
    }

    func takes(_ item: AuditSources.Item) -> Bool {
        if let since = notSeenSince, let on = item.on, on >= since { return false }
        if onPlanBefore, (item.plansBefore ?? 0) < 1 { return false }
        if !group.isEmpty, NameKey.fold(item.group) != NameKey.fold(group) { return false }
        return team.isEmpty || NameKey.fold(item.team) == NameKey.fold(team)
    }

    /// "Children on a protection plan on 30 September 2026, without a visit since 1 September 2026".
    func words(_ list: AuditSources.List) -> String {
        var words = "\(list.words) on \(list.asAt.long)"
        if let since = notSeenSince { words += ", without a visit since \(since.long)" }
        if onPlanBefore { words += ", on a plan before" }
        if !group.isEmpty { words += ", \(group)" }
        if !team.isEmpty { words += ", of \(team)" }
        return words
    }
}

/// Finds the people and parts of the organisation that a list's words mean.
struct FrameMatching: Sendable {
    private let people: [String: ID<Person>]
    private let units: [String: ID<Node>]
    private let tree: UnitTree
    private let today: Day

    static func read(
        _ connection: Connection, _ authority: ID<Authority>, on today: Day
    ) throws -> FrameMatching {
        let people = try connection.rows(
            "SELECT id, name FROM person WHERE authority = $1 AND (left_on IS NULL OR left_on >= $2)",
            [.id(authority), .day(today)]
        ) { (NameKey.fold(try $0.text(1)), try $0.id(0) as ID<Person>) }
        let tree = try UnitTree.read(connection, authority)
        let units = tree.units(on: today).map { (NameKey.fold($0.name), $0.id) }
        return FrameMatching(people: unique(people), units: unique(units), tree: tree, today: today)
    }

    /// A name that two bear means neither.
    private static func unique<Owner>(_ pairs: [(String, ID<Owner>)]) -> [String: ID<Owner>] {
        Dictionary(grouping: pairs, by: \.0).compactMapValues { Set($0.map(\.1)).count == 1 ? $0[0].1 : nil }
    }

    private init(
        people: [String: ID<Person>], units: [String: ID<Node>], tree: UnitTree, today: Day
    ) {
        (self.people, self.units, self.tree, self.today) = (people, units, tree, today)
    }

    func match(_ lines: [FrameLine]) -> [FrameLine] {
        lines.map { line in
            var line = line
            line.holderPerson = line.holderPerson ?? people[NameKey.fold(line.holder)]
            line.chairPerson = line.chairPerson ?? people[NameKey.fold(line.chair)]
            line.node = line.node ?? (line.team.isEmpty ? nil : units[NameKey.fold(line.team)])
            if line.area.isEmpty, let node = line.node, let area = area(of: node) { line.area = area }
            return line
        }
    }

    private func area(of node: ID<Node>) -> String? {
        tree.lineUp(from: node, on: today).first { tree.kind($0, on: today) == "area" }
            .map { tree.name($0, on: today) }
    }
}
