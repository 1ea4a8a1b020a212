/// Finds the route of a path: a word of the path wins over a parameter in the same place.
struct RouteTree: Sendable {
    private var nodes = [Node()]

    private struct Node: Sendable {
        var words: [String: Int] = [:]
        var parameter: Int?
        /// Method to the number of the route.
        var routes: [String: Int] = [:]
    }

    struct Match: Sendable {
        let routes: [String: Int]
        /// The values of the parameters, in the order of the path.
        let values: [String]
    }

    /// Adds a route; false when another route stands at the same method and path.
    mutating func add(method: String, path: String, route: Int) -> Bool {
        var node = 0
        for part in path.split(separator: "/") {
            if part.hasPrefix("{") {
                node = nodes[node].parameter ?? grow(parameterOf: node)
            } else {
                let word = String(part)
                node = nodes[node].words[word] ?? grow(word, of: node)
            }
        }
        return nodes[node].routes.updateValue(route, forKey: method) == nil
    }

    private mutating func grow(parameterOf node: Int) -> Int {
        nodes.append(Node())
        nodes[node].parameter = nodes.count - 1
        return nodes.count - 1
    }

    private mutating func grow(_ word: String, of node: Int) -> Int {
        nodes.append(Node())
        nodes[node].words[word] = nodes.count - 1
        return nodes.count - 1
    }

    /// The routes at this path, by method; nil when there is none, or the path is not well formed.
    func match(_ path: String) -> Match? {
        guard path.utf8.first == 0x2F else { return nil }
        var parts: [String] = []
        for part in path.utf8.dropFirst().split(separator: 0x2F, omittingEmptySubsequences: false) {
            guard let text = PercentCoding.decode(part, plusIsSpace: false) else { return nil }
            parts.append(text)
        }
        if parts == [""] { parts = [] }
        return match(parts[...], at: 0, values: [])
    }

    private func match(_ parts: ArraySlice<String>, at node: Int, values: [String]) -> Match? {
        guard let part = parts.first else {
            return nodes[node].routes.isEmpty ? nil : Match(routes: nodes[node].routes, values: values)
        }
        if let next = nodes[node].words[part],
            let match = match(parts.dropFirst(), at: next, values: values)
        {
            return match
        }
        guard let next = nodes[node].parameter, !part.isEmpty else { return nil }
        return match(parts.dropFirst(), at: next, values: values + [part])
    }
}
