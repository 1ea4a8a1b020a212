/// A small tree of the elements read so far, held in three flat arrays; emptied and used again for each row.
final class XMLFragment {
    struct Node {
        /// Nil for characters and for elements that no reader knows.
        var tag: XMLTag?
        var isCharacters = false
        var firstChild: Int32 = -1
        var lastChild: Int32 = -1
        var next: Int32 = -1
        /// Characters: a range of `bytes`. Elements: a range of `attributes`.
        var start: Int32
        var end: Int32
    }

    struct AttributeValue {
        var name: XMLAttribute
        var start: Int32
        var end: Int32
    }

    private(set) var nodes: [Node] = []
    private(set) var attributes: [AttributeValue] = []
    private(set) var bytes: [UInt8] = []
    private var open: [Int32] = []

    /// Past these a row or a paragraph is no row or paragraph of a plan.
    static let mostNodes = 1_000_000
    static let mostBytes = 32 << 20

    var isFull: Bool { nodes.count > XMLFragment.mostNodes || bytes.count > XMLFragment.mostBytes }
    var root: XMLElement { XMLElement(fragment: self, index: 0) }

    func removeAll() {
        nodes.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        open.removeAll(keepingCapacity: true)
    }

    func begin(_ tag: XMLTag?) {
        let at = Int32(attributes.count)
        append(Node(tag: tag, start: at, end: at))
        open.append(Int32(nodes.count - 1))
    }

    func add(_ name: XMLAttribute, _ value: UnsafeBufferPointer<UInt8>) {
        guard let element = open.last else { return }
        let start = Int32(bytes.count)
        bytes.append(contentsOf: value)
        attributes.append(AttributeValue(name: name, start: start, end: Int32(bytes.count)))
        nodes[Int(element)].end = Int32(attributes.count)
    }

    func add(characters: UnsafeBufferPointer<UInt8>) {
        guard let parent = open.last else { return }
        let start = Int32(bytes.count)
        bytes.append(contentsOf: characters)
        let last = Int(nodes[Int(parent)].lastChild)
        if last >= 0, nodes[last].isCharacters, nodes[last].end == start {
            nodes[last].end = Int32(bytes.count)
        } else {
            append(Node(isCharacters: true, start: start, end: Int32(bytes.count)))
        }
    }

    func end() {
        open.removeLast()
    }

    private func append(_ node: Node) {
        let index = Int32(nodes.count)
        nodes.append(node)
        guard let parent = open.last else { return }
        let last = nodes[Int(parent)].lastChild
        if last < 0 { nodes[Int(parent)].firstChild = index } else { nodes[Int(last)].next = index }
        nodes[Int(parent)].lastChild = index
    }
}

/// One element of a fragment, valid until the fragment is emptied.
struct XMLElement {
    let fragment: XMLFragment
    let index: Int

    var tag: XMLTag? { fragment.nodes[index].tag }

    /// The elements directly inside, known or not.
    var children: Children { Children(fragment: fragment, following: fragment.nodes[index].firstChild) }

    struct Children: Sequence, IteratorProtocol {
        let fragment: XMLFragment
        var following: Int32

        mutating func next() -> XMLElement? {
            while following >= 0 {
                let node = fragment.nodes[Int(following)]
                let index = Int(following)
                following = node.next
                if !node.isCharacters { return XMLElement(fragment: fragment, index: index) }
            }
            return nil
        }
    }

    subscript(_ tag: XMLTag) -> XMLElement? {
        for child in children where child.tag == tag { return child }
        return nil
    }

    func attributeBytes(_ name: XMLAttribute) -> ArraySlice<UInt8>? {
        let node = fragment.nodes[index]
        for place in Int(node.start)..<Int(node.end) {
            let attribute = fragment.attributes[place]
            if attribute.name == name { return fragment.bytes[Int(attribute.start)..<Int(attribute.end)] }
        }
        return nil
    }

    subscript(_ name: XMLAttribute) -> String? {
        attributeBytes(name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A whole number within the bounds of Int32; nil for anything else.
    func number(_ name: XMLAttribute) -> Int? {
        guard let bytes = attributeBytes(name), bytes.count < 12,
            let value = Int(String(decoding: bytes, as: UTF8.self))
        else { return nil }
        return Int32(exactly: value).map(Int.init)
    }

    /// Calls back with the characters directly inside, piece by piece.
    func forEachText(_ body: (ArraySlice<UInt8>) -> Void) {
        var next = fragment.nodes[index].firstChild
        while next >= 0 {
            let node = fragment.nodes[Int(next)]
            if node.isCharacters { body(fragment.bytes[Int(node.start)..<Int(node.end)]) }
            next = node.next
        }
    }

    /// The characters directly inside.
    var text: String {
        var bytes: [UInt8] = []
        forEachText { bytes.append(contentsOf: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The first element with that tag at any depth, in reading order.
    func first(_ tag: XMLTag) -> XMLElement? {
        for child in children {
            if child.tag == tag { return child }
            if let found = child.first(tag) { return found }
        }
        return nil
    }

    /// Every element with that tag at any depth, in reading order; not those inside one another.
    func all(_ tag: XMLTag) -> [XMLElement] {
        var found: [XMLElement] = []
        collect(tag, into: &found)
        return found
    }

    private func collect(_ tag: XMLTag, into found: inout [XMLElement]) {
        for child in children {
            if child.tag == tag { found.append(child) } else { child.collect(tag, into: &found) }
        }
    }

    /// Office's on and off: on where the element stands without a value.
    var isOn: Bool {
        guard let value = attributeBytes(.val) else { return true }
        return
            !(value.elementsEqual("0".utf8) || value.elementsEqual("false".utf8)
            || value.elementsEqual("off".utf8))
    }

    func isOn(_ name: XMLAttribute) -> Bool {
        guard let value = attributeBytes(name) else { return false }
        return value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
            || value.elementsEqual("on".utf8)
    }
}
