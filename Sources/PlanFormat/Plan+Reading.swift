package import Kernel

extension Plan {
    /// Reads the interchange format back. Unknown keys are ignored, missing ones are `null` or empty.
    ///
    /// Throws, with the path of the key in the sentence, where `format` is not `plumbline.plan/1` or a value is
    /// of the wrong kind. Places of areas, items and actions are not in the format and stay nil.
    package init(json: JSON) throws(PlanFormatError) {
        let root = try FormatNode(json).object()
        guard root["format"].value.string == Plan.format else {
            throw PlanFormatError(
                path: "format",
                sentence: "format should be \(Plan.format): this is not a plan that Plumbline wrote")
        }
        self.init()
        title = try root["title"].text()
        version = try root["version"].text()
        date = try root["date"].date()
        status = try root["status"].text()
        owners = try root["owners"].texts()
        updateFrequency = try root["updateFrequency"].choice(Frequency.self)
        baseYear = try root["baseYear"].integer()
        areas = try root["areas"].list(Area.init)
        groups = try root["groups"].list(Group.init)
        risks = try root["risks"].list { node throws(PlanFormatError) in
            Risk(text: try node["text"].text() ?? "", contingency: try node["contingency"].text())
        }
        if root["budget"].value != .null { budget = try Budget(root["budget"].object()) }
        training = try root["training"].list { node throws(PlanFormatError) in
            TrainingNeed(audience: try node["audience"].text() ?? "", needs: try node["needs"].texts())
        }
        standards = try root["standards"].list(Item.init)
        figures = try root["figures"].list(Figure.init)
        keyDates = try root["keyDates"].list { node throws(PlanFormatError) in
            KeyDate(what: try node["what"].text() ?? "", date: try node["date"].date())
        }
        sourceCodes = try root["sourceCodes"].list { node throws(PlanFormatError) in
            SourceCode(code: try node["code"].text() ?? "", text: try node["text"].text() ?? "")
        }
        collectives = try root["collectives"].list { node throws(PlanFormatError) in
            Collective(name: try node["name"].text() ?? "", members: try node["members"].texts())
        }
        attachments = try root["attachments"].list { node throws(PlanFormatError) in
            Attachment(caption: try node["caption"].text() ?? "", place: try node["place"].place())
        }
        abbreviations = try Plan.abbreviations(root["abbreviations"])
        findings = try root["findings"].list { node throws(PlanFormatError) in
            Finding(place: try node["place"].place(), message: try node["message"].text() ?? "")
        }
    }

    private static func abbreviations(_ node: FormatNode) throws(PlanFormatError) -> [Abbreviation] {
        if node.value == .null { return [] }
        guard case .object(let members) = node.value, members.count <= 20_000 else {
            throw node.refusal("an object of abbreviations and what they stand for")
        }
        var abbreviations: [Abbreviation] = []
        for member in members {
            abbreviations.append(Abbreviation(short: member.key, long: try node[member.key].text() ?? ""))
        }
        return abbreviations
    }
}

extension Plan.Area {
    fileprivate init(_ node: FormatNode) throws(PlanFormatError) {
        self.init(
            reference: try node["reference"].text(), section: try node["section"].text(),
            title: try node["title"].text() ?? "")
        sources = try node["sources"].texts()
        changes = try node["changes"].list(Plan.Item.init)
        actions = try node["actions"].list(Plan.Action.init)
        criteria = try node["criteria"].list(Plan.Criterion.init)
        monitoring = try node["monitoring"].list(Plan.Monitoring.init)
        evidence = try node["evidence"].list(Plan.Item.init)
    }
}

extension Plan.Item {
    fileprivate init(_ node: FormatNode) throws(PlanFormatError) {
        self.init(label: try node["label"].text(), text: try node["text"].text() ?? "")
    }
}

extension Plan.Action {
    fileprivate init(_ node: FormatNode) throws(PlanFormatError) {
        self.init(
            label: try node["label"].text(), text: try node["text"].text() ?? "",
            reference: try node["reference"].text())
        leads = try node["leads"].texts()
        if node["timescale"].value != .null { timescale = try Plan.Timescale(node["timescale"].object()) }
        status = try node["status"].choice(Status.self)
        seeAlso = try node["seeAlso"].texts()
    }
}

extension Plan.Criterion {
    fileprivate init(_ node: FormatNode) throws(PlanFormatError) {
        self.init(
            label: try node["label"].text(), text: try node["text"].text() ?? "",
            kind: try node["kind"].choice(Kind.self) ?? .success, action: try node["action"].text())
    }
}

extension Plan.Monitoring {
    fileprivate init(_ node: FormatNode) throws(PlanFormatError) {
        self.init(label: try node["label"].text(), text: try node["text"].text() ?? "")
        frequency = try node["frequency"].choice(Plan.Frequency.self)
        samplePercent = try node["samplePercent"].number()
        if node["quota"].value != .null {
            let quota = try node["quota"].object()
            guard let number = try quota["number"].integer() else {
                throw quota["number"].refusal("a whole number")
            }
            self.quota = Quota(number: number, per: try quota["per"].text() ?? "")
        }
        by = try node["by"].texts()
    }
}

extension Plan.Timescale {
    fileprivate init(_ node: FormatNode) throws(PlanFormatError) {
        self.init(
            text: try node["text"].text() ?? "", start: try node["start"].date(),
            finish: try node["finish"].date(), kind: try node["kind"].choice(Kind.self) ?? .unclear)
    }
}

extension Plan.Group {
    fileprivate init(_ node: FormatNode) throws(PlanFormatError) {
        self.init(name: try node["name"].text() ?? "")
        abbreviation = try node["abbreviation"].text()
        purpose = try node["purpose"].text()
        meets = try node["meets"].choice(Plan.Frequency.self)
        reportsTo = try node["reportsTo"].texts()
        members = try node["members"].list { member throws(PlanFormatError) in
            Member(
                name: try member["name"].text(), post: try member["post"].text(),
                role: try member["role"].text())
        }
        tasks = try node["tasks"].list(Plan.Action.init)
    }
}

extension Plan.Budget {
    fileprivate init(_ node: FormatNode) throws(PlanFormatError) {
        self.init()
        lines = try node["lines"].list { line throws(PlanFormatError) in
            Line(item: try line["item"].text() ?? "", amount: try line["amount"].number())
        }
        statedTotal = try node["statedTotal"].number()
    }
}

extension Plan.Figure {
    fileprivate init(_ node: FormatNode) throws(PlanFormatError) {
        self.init(
            text: try node["text"].text() ?? "", count: try node["count"].number(),
            base: try node["base"].number(), percent: try node["percent"].number(),
            place: try node["place"].place())
    }
}
