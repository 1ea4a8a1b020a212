/// Reads the body of a POST: `application/x-www-form-urlencoded` or `multipart/form-data` (RFC 7578).
enum FormBody {
    /// More fields than any page of ours sends.
    private static let fieldLimit = 5_000

    static func read(_ body: [UInt8], type: String) throws(BadRequest) -> Fields {
        let kind = type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        switch kind {
        case "application/x-www-form-urlencoded": return try urlEncoded(body)
        case "multipart/form-data":
            guard let boundary = parameter("boundary", of: type), (1...70).contains(boundary.utf8.count)
            else {
                throw BadRequest()
            }
            return try multipart(body, boundary: Array(boundary.utf8))
        default:
            guard body.isEmpty else { throw BadRequest() }
            return Fields()
        }
    }

    static func urlEncoded(_ body: some Collection<UInt8>) throws(BadRequest) -> Fields {
        var fields = Fields()
        for pair in body.split(separator: 0x26) {
            let name = pair.prefix { $0 != 0x3D }
            guard let decodedName = PercentCoding.decode(name, plusIsSpace: true),
                let value = PercentCoding.decode(pair.dropFirst(name.count + 1), plusIsSpace: true)
            else { throw BadRequest() }
            fields.add(decodedName, value.replacingLineEnds())
            guard fields.pairs.count <= fieldLimit else { throw BadRequest() }
        }
        return fields
    }

    private static func multipart(_ body: [UInt8], boundary: [UInt8]) throws(BadRequest) -> Fields {
        var fields = Fields()
        let delimiter = [0x2D, 0x2D] + boundary
        guard var start = find(delimiter, in: body, from: 0), start == 0 || start == 2 else {
            throw BadRequest()
        }
        start += delimiter.count
        let next = [0x0D, 0x0A] + delimiter
        while !body[start...].starts(with: [0x2D, 0x2D]) {
            guard body[start...].starts(with: [0x0D, 0x0A]),
                let head = find([0x0D, 0x0A, 0x0D, 0x0A], in: body, from: start), head - start < 16_384,
                let end = find(next, in: body, from: head + 2)
            else { throw BadRequest() }
            // An empty part shares the line end of its head with the delimiter behind it.
            let content = body[min(head + 4, end)..<end]
            try add(content, head: body[min(start + 2, head)..<head], to: &fields)
            start = end + next.count
            guard fields.pairs.count + fields.files.count <= fieldLimit else { throw BadRequest() }
        }
        return fields
    }

    private static func add(
        _ content: ArraySlice<UInt8>, head: ArraySlice<UInt8>, to fields: inout Fields
    ) throws(BadRequest) {
        guard let lines = String(validating: head, as: UTF8.self)?.split(separator: "\r\n"),
            let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = parameter("name", of: disposition)
        else { throw BadRequest() }
        if let file = parameter("filename", of: disposition) {
            // A browser sends an empty part where no file was chosen.
            guard !file.isEmpty || !content.isEmpty else { return }
            fields.add(UploadedFile(field: name, name: baseName(file), bytes: Array(content)))
        } else {
            guard let text = String(validating: content, as: UTF8.self) else { throw BadRequest() }
            fields.add(name, text.replacingLineEnds())
        }
    }

    /// The value of `name="…"` or `name=…` in a header; browsers write `"` as `%22`.
    private static func parameter(_ name: String, of header: some StringProtocol) -> String? {
        var rest = Array(header.utf8)[...]
        guard let semicolon = rest.firstIndex(of: 0x3B) else { return nil }
        rest = rest[(semicolon + 1)...]
        while !rest.isEmpty {
            let key = rest.prefix { $0 != 0x3D && $0 != 0x3B }
            rest = rest.dropFirst(key.count)
            var value: [UInt8] = []
            if rest.first == 0x3D {
                rest = rest.dropFirst()
                if rest.first == 0x22 {
                    value = Array(rest.dropFirst().prefix { $0 != 0x22 })
                    rest = rest.dropFirst(value.count + 2)
                } else {
                    value = Array(rest.prefix { $0 != 0x3B })
                }
            }
            rest = rest.drop { $0 != 0x3B }.dropFirst()
            let word = String(decoding: key, as: UTF8.self).filter { $0 != " " }.lowercased()
            if word == name {
                return PercentCoding.decode(value, plusIsSpace: false)
                    ?? String(decoding: value, as: UTF8.self)
            }
        }
        return nil
    }

    /// The name without folders and control characters, at most 200 characters.
    private static func baseName(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
        return String(
            String.UnicodeScalarView(last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
        )
        .prefix(200).description
    }

    private static func find(_ needle: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, body.count >= needle.count else { return nil }
        return body.withUnsafeBufferPointer { buffer in
            var index = start
            while index <= buffer.count - needle.count {
                if buffer[index] == first, buffer[index..<index + needle.count].elementsEqual(needle) {
                    return index
                }
                index += 1
            }
            return nil
        }
    }
}

extension String {
    /// Browsers end the lines of a text area with CR LF; we keep LF.
    fileprivate func replacingLineEnds() -> String {
        guard utf8.contains(0x0D) else { return self }
        var bytes: [UInt8] = []
        for byte in utf8 where byte != 0x0D { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
