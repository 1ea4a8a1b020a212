/// The numbering part: lists, their levels and how each prints its numeral (ECMA-376 part 1, 17.9).
struct WordNumbering {
    struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
        /// The level (from 0) whose use starts this one again; -1 for never, nil for any higher one.
        var restart: Int?
        var isLegal = false
        var styleID: String?
    }

    struct Abstract {
        var levels: [Int: Level] = [:]
        var styleLink: String?
    }

    struct Instance {
        var abstractID: Int
        /// Starting values given to this list alone, by level.
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
    }

    private(set) var abstracts: [Int: Abstract] = [:]
    private(set) var instances: [Int: Instance] = [:]

    init(_ part: String?, in package: OfficePackage, styles: WordStyles) throws(Unreadable) {
        guard let part else { return }
        var abstracts: [Int: Abstract] = [:]
        var instances: [Int: Instance] = [:]
        try package.tree(part) { root in
            for child in root.children {
                if child.tag == .wAbstractNum, let id = child.number(.abstractNumId) {
                    abstracts[id] = WordNumbering.abstract(child)
                } else if child.tag == .wNum, let id = child.number(.numId) {
                    instances[id] = WordNumbering.instance(child)
                }
            }
        }
        // A list defined by a numbering style stands where that style's own list stands.
        for (id, instance) in instances {
            guard let link = abstracts[instance.abstractID]?.styleLink,
                let linked = styles.numbering(of: link)?.list, let target = instances[linked]
            else { continue }
            instances[id]?.abstractID = target.abstractID
        }
        self.abstracts = abstracts
        self.instances = instances
    }

    func level(_ level: Int, of list: Int) -> Level? {
        guard let instance = instances[list] else { return nil }
        return instance.levels[level] ?? abstracts[instance.abstractID]?.levels[level]
    }

    /// The level that a paragraph style stands for in that list.
    func level(of style: String, in list: Int) -> Int? {
        guard let instance = instances[list] else { return nil }
        let levels = abstracts[instance.abstractID]?.levels ?? [:]
        return levels.filter { $0.value.styleID == style }.keys.min()
    }

    private static func abstract(_ element: XMLElement) -> Abstract {
        var abstract = Abstract()
        for child in element.children {
            if child.tag == .wLvl, let number = child.number(.ilvl) {
                abstract.levels[number] = level(child)
            } else if child.tag == .wNumStyleLink {
                abstract.styleLink = child[.val]
            }
        }
        return abstract
    }

    private static func instance(_ element: XMLElement) -> Instance {
        var instance = Instance(abstractID: element[.wAbstractNumId]?.number(.val) ?? -1)
        for child in element.children where child.tag == .wLvlOverride {
            guard let number = child.number(.ilvl) else { continue }
            if let start = child[.wStartOverride]?.number(.val) { instance.starts[number] = start }
            if let changed = child[.wLvl] { instance.levels[number] = level(changed) }
        }
        return instance
    }

    private static func level(_ element: XMLElement) -> Level {
        // Word's own value where the element is missing is 0.
        var level = Level(start: 0)
        for child in element.children {
            switch child.tag {
            case .wStart: level.start = child.number(.val) ?? 0
            case .wNumFmt: level.format = child[.val] ?? "decimal"
            case .mcAlternateContent:
                let chosen = child[.mcChoice]?[.wNumFmt]
                let plain = child[.mcFallback]?[.wNumFmt]?[.val]
                level.format = chosen?[.format].map { "custom:" + $0 } ?? plain ?? "decimal"
            case .wLvlText: level.text = child[.val] ?? ""
            case .wLvlRestart: level.restart = child.number(.val).map { $0 - 1 }
            case .wIsLgl: level.isLegal = child.isOn
            case .wPStyle: level.styleID = child[.val]
            case .wLvlPicBulletId: level.format = "bullet"
            default: break
            }
        }
        return level
    }
}
