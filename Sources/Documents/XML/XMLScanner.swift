import CXML

/// What a reader of XML is told, in document order. Elements that it asks to have whole come as `whole`.
protocol XMLListener: AnyObject {
    /// True to have the element with all that stands in it handed to `whole`, false to be told of its parts.
    func begin(_ element: XMLElement) throws(Unreadable) -> Bool
    func whole(_ element: XMLElement) throws(Unreadable)
    func end(_ tag: XMLTag?) throws(Unreadable)
}

/// Reads one part of an archive through libxml2 as it is being inflated: nothing is held twice.
///
/// No network and no entities: a document type is refused. libxml2's own limits stand, which bind names and
/// attributes (10 MB) and not the text between tags.
final class XMLScanner {
    private let inflater: Inflater
    private let part: String
    private let deadline: Deadline
    private let mostDepth: Int
    private let listener: any XMLListener
    private let fragment = XMLFragment()
    private var context: xmlParserCtxtPtr?
    private var failure: Unreadable?
    private var depth = 0
    private var depthInFragment = 0
    private var elements = 0
    /// Tags by the address of libxml2's own copy of the name and of the namespace.
    private var tags: [Name: XMLTag?] = [:]
    private var attributeNames: [UnsafePointer<UInt8>: XMLAttribute?] = [:]
    private var openTags: [XMLTag?] = []

    private struct Name: Hashable {
        var local: UnsafePointer<UInt8>
        var address: UnsafePointer<UInt8>?
    }

    /// Reads the part from end to end; false when there is no such part.
    @discardableResult
    static func scan(
        _ part: String, of archive: Archive, limits: ReadingLimits, deadline: Deadline,
        _ listener: any XMLListener
    ) throws(Unreadable) -> Bool {
        guard let entry = archive.entry(part) else { return false }
        let scanner = XMLScanner(
            try Inflater(archive, entry), part: part, limits: limits, deadline: deadline, listener)
        try scanner.run()
        return true
    }

    private init(
        _ inflater: Inflater, part: String, limits: ReadingLimits, deadline: Deadline,
        _ listener: any XMLListener
    ) {
        self.inflater = inflater
        self.part = part
        self.deadline = deadline
        self.mostDepth = limits.depth
        self.listener = listener
    }

    private func run() throws(Unreadable) {
        var handlers = xmlSAXHandler()
        handlers.initialized = XML_SAX2_MAGIC
        handlers.startElementNs = { user, local, _, address, _, _, count, _, values in
            guard let local else { return }
            XMLScanner.from(user)?.start(local, address, Int(count), values)
        }
        handlers.endElementNs = { user, _, _, _ in XMLScanner.from(user)?.finishElement() }
        handlers.characters = { user, bytes, count in
            guard let bytes else { return }
            XMLScanner.from(user)?.add(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        handlers.cdataBlock = handlers.characters
        handlers.ignorableWhitespace = handlers.characters
        handlers.internalSubset = { user, _, _, _ in XMLScanner.from(user)?.refuseDocumentType() }
        handlers.serror = { _, _ in }
        let user = Unmanaged.passUnretained(self).toOpaque()
        let read: xmlInputReadCallback = { user, buffer, length in
            XMLScanner.from(user)?.fill(buffer, Int(length)) ?? -1
        }
        guard let context = xmlCreateIOParserCtxt(&handlers, user, read, nil, user, XML_CHAR_ENCODING_NONE)
        else { throw failure ?? damaged }
        self.context = context
        defer {
            self.context = nil
            xmlFreeParserCtxt(context)
        }
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue))
        let status = xmlParseDocument(context)
        if let failure { throw failure }
        guard status == 0, context.pointee.wellFormed == 1 else { throw damaged }
        try inflater.finish()
    }

    private static func from(_ user: UnsafeMutableRawPointer?) -> XMLScanner? {
        user.map { Unmanaged<XMLScanner>.fromOpaque($0).takeUnretainedValue() }
    }

    private var damaged: Unreadable { Archive.damaged(part) }

    private func fill(_ buffer: UnsafeMutablePointer<CChar>?, _ length: Int) -> Int32 {
        guard failure == nil, let buffer, length > 0 else { return 0 }
        do throws(Unreadable) {
            try deadline.check()
            return Int32(try inflater.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: length)))
        } catch {
            // Not stopped here: libxml2 must not lose its input while it asks for more.
            failure = error
            return -1
        }
    }

    private func stop(_ refusal: Unreadable) {
        if failure == nil { failure = refusal }
        if let context { xmlStopParser(context) }
    }

    private func refuseDocumentType() {
        stop(
            Unreadable(
                .unsafeArchive,
                "The part “\(part)” of this file declares a document type, which Office never writes: it was "
                    + "not read."
            ))
    }

    private func start(
        _ local: UnsafePointer<UInt8>, _ address: UnsafePointer<UInt8>?, _ count: Int,
        _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        guard failure == nil else { return }
        depth += 1
        elements &+= 1
        if depth > mostDepth {
            stop(
                Unreadable(
                    .tooLarge, "This file nests its parts more than \(mostDepth) deep, so it was not read."))
            return
        }
        let tag = tag(local, address)
        openTags.append(tag)
        if depthInFragment == 0 { fragment.removeAll() }
        fragment.begin(tag)
        if let values { addAttributes(count, values) }
        if depthInFragment > 0 {
            depthInFragment += 1
            if fragment.isFull {
                stop(
                    Unreadable(
                        .tooLarge, "One row or paragraph of this file is far too long to be part of a plan."))
            }
            return
        }
        do throws(Unreadable) {
            if elements & 0xFF == 0 { try deadline.check() }
            if try listener.begin(fragment.root) { depthInFragment = 1 }
        } catch {
            stop(error)
        }
    }

    private func addAttributes(_ count: Int, _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>) {
        // Five pointers each: local name, prefix, namespace, first byte of the value, one past its last.
        for index in 0..<count {
            guard let local = values[index * 5], let first = values[index * 5 + 3],
                let last = values[index * 5 + 4], let name = attribute(local)
            else { continue }
            fragment.add(name, UnsafeBufferPointer(start: first, count: last - first))
        }
    }

    private func tag(_ local: UnsafePointer<UInt8>, _ address: UnsafePointer<UInt8>?) -> XMLTag? {
        let name = Name(local: local, address: address)
        if let known = tags[name] { return known }
        var tag: XMLTag?
        if let address, let prefix = XMLNamespace.prefix(of: String(cString: address)) {
            tag = XMLTag.byName[prefix + ":" + String(cString: local)]
        }
        tags[name] = .some(tag)
        return tag
    }

    private func attribute(_ local: UnsafePointer<UInt8>) -> XMLAttribute? {
        if let known = attributeNames[local] { return known }
        let name = XMLAttribute.byName[String(cString: local)]
        attributeNames[local] = .some(name)
        return name
    }

    private func add(_ characters: UnsafeBufferPointer<UInt8>) {
        guard depthInFragment > 0, failure == nil else { return }
        fragment.add(characters: characters)
        if fragment.isFull {
            stop(
                Unreadable(
                    .tooLarge, "One row or paragraph of this file is far too long to be part of a plan."))
        }
    }

    private func finishElement() {
        guard failure == nil, let tag = openTags.popLast() else { return }
        depth -= 1
        do throws(Unreadable) {
            if depthInFragment > 1 {
                fragment.end()
                depthInFragment -= 1
            } else if depthInFragment == 1 {
                depthInFragment = 0
                try listener.whole(fragment.root)
            } else {
                try listener.end(tag)
            }
        } catch {
            stop(error)
        }
    }
}
