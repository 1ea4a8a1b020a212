import Kernel

/// Reads a CIN census from its bytes into typed columns, in one pass and in memory in line with the file.
///
/// Lenient where files are: elements that nobody knows, in the wrong place or given twice, values that cannot be read
/// and stray text are findings, and everything else is still read. Strict where a part could be lost unseen: XML that
/// is broken or cut short, or is no census, is refused.
package enum CINReader {
    /// The most bytes that a census may have: about half a million children.
    package static let mostBytes = 1 << 30

    package static func read(_ bytes: [UInt8]) throws(UnusableFile) -> CINReturn {
        guard bytes.count <= mostBytes else { throw UnusableFile("It is larger than 1 GB.") }
        guard bytes.contains(where: { $0 > 0x20 }) else { throw UnusableFile("It is empty.") }
        let text = try XMLEncoding.utf8(bytes)
        let result: Result<CINReturn, UnusableFile> = text.withUnsafeBytes { buffer in
            var reading = CINReading(buffer)
            do throws(UnusableFile) { return .success(try reading.run()) } catch { return .failure(error) }
        }
        return try result.get()
    }
}

private struct CINReading {
    private let bytes: UnsafeRawBufferPointer
    private let table = CINElementTable.shared
    private var tokens: XMLTokens
    private var file = CINReturn()
    private var notes = CINNotes()
    /// Names of all open elements, and the known ones as elements, outermost first.
    private var names: [Range<Int>] = []
    private var open: [CINElement] = []
    /// Open elements that are passed over: the outermost was reported.
    private var passedOver = 0
    private var hasRoot = false
    private var hadReview = false
    // The text of the open element: a range of the bytes, or pieces put together.
    private var value = 0..<0
    private var pieces: [UInt8] = []

    private static let mostDepth = 64

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        tokens = XMLTokens(bytes)
    }

    mutating func run() throws(UnusableFile) -> CINReturn {
        reading: while true {
            switch try tokens.next() {
            case .start(let name, let isEmpty):
                try begin(name)
                if isEmpty { try end(name) }
            case .end(let name): try end(name)
            case .text(let range, let hasReferences): try add(range, hasReferences: hasReferences)
            case .verbatim(let range): try add(range, hasReferences: false)
            case .finished: break reading
            }
        }
        guard names.isEmpty else { throw tokens.cut }
        guard file.children.count > 0 else { throw UnusableFile("It holds no child.") }
        file.findings = notes.findings(in: bytes)
        return file
    }

    private mutating func begin(_ name: Range<Int>) throws(UnusableFile) {
        guard names.count < Self.mostDepth else {
            throw UnusableFile("It nests its elements more than \(Self.mostDepth) deep.")
        }
        let outer = open.last
        guard outer != nil || passedOver == 0 && !hasRoot else { throw tokens.broken(at: name.lowerBound) }
        names.append(name)
        guard passedOver == 0 else {
            passedOver += 1
            return
        }
        let element = table.element(slice(name))
        guard hasRoot || element == .message else {
            let root = String(decoding: slice(name).prefix(40), as: UTF8.self)
            throw UnusableFile("It is not a CIN census: its outermost element is \(root), not Message.")
        }
        hasRoot = true
        guard let element, element.stands(in: outer) else {
            passedOver = 1
            note(element == nil ? .unknownElement : .misplacedElement, slice(name), at: name.lowerBound)
            return
        }
        open.append(element)
        if element.isGroup {
            file.begin(element)
            if element == .reviews { hadReview = false }
        } else {
            value = 0..<0
            pieces.removeAll(keepingCapacity: true)
        }
    }

    private mutating func end(_ name: Range<Int>) throws(UnusableFile) {
        guard let opened = names.popLast(), slice(opened).elementsEqual(slice(name)) else {
            throw tokens.broken(at: name.lowerBound)
        }
        guard passedOver == 0 else {
            passedOver -= 1
            return
        }
        guard let element = open.popLast() else { return }
        guard !element.isGroup, let group = open.last else {
            file.end(element, hadReview: hadReview)
            return
        }
        if !pieces.isEmpty {
            let pieces = pieces
            pieces.withUnsafeBytes { keep($0, element, group, name.lowerBound) }
        } else {
            keep(slice(value), element, group, name.lowerBound)
        }
    }

    private mutating func keep(
        _ value: UnsafeRawBufferPointer, _ element: CINElement, _ group: CINElement, _ place: Int
    ) {
        let value = Self.trimmed(value)
        if element == .review { hadReview = true }
        switch file.keep(value, of: element, in: group) {
        case .stored: break
        case .repeated: note(.repeatedElement, element, value, at: place)
        case .unreadable: note(.unreadableValue, element, value, at: place)
        }
    }

    private mutating func add(_ range: Range<Int>, hasReferences: Bool) throws(UnusableFile) {
        guard passedOver == 0 else { return }
        guard let element = open.last, !element.isGroup else {
            let text = Self.trimmed(slice(range))
            guard !text.isEmpty else { return }
            guard let element = open.last else { throw UnusableFile("It is not XML, or not only XML.") }
            note(.strayText, element, text, at: range.lowerBound)
            return
        }
        if value.isEmpty, pieces.isEmpty, !hasReferences {
            value = range
            return
        }
        if pieces.isEmpty { pieces.append(contentsOf: slice(value)) }
        if hasReferences {
            guard XMLTokens.decode(slice(range), into: &pieces) else {
                throw tokens.broken(at: range.lowerBound)
            }
        } else {
            pieces.append(contentsOf: slice(range))
        }
    }

    // MARK: Notes

    private mutating func note(
        _ kind: CINFindings.Kind, _ element: CINElement, _ text: UnsafeRawBufferPointer, at place: Int
    ) {
        notes.add(
            CINFindings.Subject(kind: kind, element: element.rawValue), text, at: place,
            child: file.children.count - 1)
    }

    private mutating func note(_ kind: CINFindings.Kind, _ name: UnsafeRawBufferPointer, at place: Int) {
        let element = String(decoding: name.prefix(80), as: UTF8.self)
        notes.add(
            CINFindings.Subject(kind: kind, element: element), UnsafeRawBufferPointer(start: nil, count: 0),
            at: place, child: file.children.count - 1)
    }

    private func slice(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[range])
    }

    private static func trimmed(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var (start, end) = (0, text.count)
        while start < end, text[start] <= 0x20 { start += 1 }
        while end > start, text[end - 1] <= 0x20 { end -= 1 }
        return UnsafeRawBufferPointer(rebasing: text[start..<end])
    }
}

/// Findings as they are met; their lines are counted at the end, in one pass.
private struct CINNotes {
    private struct Note {
        let subject: CINFindings.Subject
        let place: Int
        let child: Int
        let text: String
    }

    private var notes: [Note] = []
    private var counts: [CINFindings.Subject: Int] = [:]
    private var others = 0

    mutating func add(
        _ subject: CINFindings.Subject, _ text: UnsafeRawBufferPointer, at place: Int, child: Int
    ) {
        guard counts[subject] != nil || counts.count < CINFindings.mostSubjects else {
            others += 1
            return
        }
        counts[subject, default: 0] += 1
        guard counts[subject, default: 0] <= CINFindings.mostExamples else { return }
        notes.append(
            Note(
                subject: subject, place: place, child: child,
                text: String(decoding: text.prefix(40), as: UTF8.self)))
    }

    func findings(in bytes: UnsafeRawBufferPointer) -> CINFindings {
        var findings = CINFindings()
        findings.counts = counts
        findings.others = others
        var (line, index) = (1, 0)
        for note in notes {
            while index < note.place {
                if bytes[index] == 0x0A { line += 1 }
                index += 1
            }
            findings.examples.append(
                CINFindings.Example(
                    subject: note.subject, line: line, child: note.child < 0 ? nil : note.child,
                    text: Sensitive(note.text)))
        }
        return findings
    }
}
