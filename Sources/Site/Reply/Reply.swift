/// What a handler answers.
package struct Reply: Sendable {
    let kind: Kind
    var session = SessionChange.keep

    enum Kind: Sendable {
        case page(Page, status: Int)
        case redirect(to: String, notice: String?)
        case file(FileReply)
        case notFound
    }

    enum SessionChange: Sendable {
        case keep
        case begin(token: String)
        case end
    }

    private init(_ kind: Kind) {
        self.kind = kind
    }
}

extension Reply {
    package static func page(_ page: Page) -> Reply { Reply(.page(page, status: 200)) }

    /// The form again, with what was typed and what is wrong: status 422.
    package static func refused(_ page: Page) -> Reply { Reply(.page(page, status: 422)) }

    /// On to another page (303), which says the notice once in its banner: "Action 1.6 is now due on …".
    package static func redirect(to address: String, notice: String? = nil) -> Reply {
        Reply(.redirect(to: address, notice: notice))
    }

    /// A file to keep; never shown in the browser.
    package static func file(_ bytes: [UInt8], name: String, type: String) -> Reply {
        Reply(.file(FileReply(bytes: bytes, name: name, type: type)))
    }

    package static let notFound = Reply(.notFound)

    /// The same reply, after which the visitor is signed in with this token.
    package func beginning(session token: String) -> Reply {
        var reply = self
        reply.session = .begin(token: token)
        return reply
    }

    /// The same reply, after which the visitor is signed out.
    package func endingSession() -> Reply {
        var reply = self
        reply.session = .end
        return reply
    }
}

struct FileReply: Sendable {
    let bytes: [UInt8]
    let name: String
    let type: String

    /// `attachment` with an ASCII name for old programs and the true one beside it (RFC 6266).
    var disposition: String {
        let plain = String(
            decoding: name.utf8.map {
                (0x20...0x7E).contains($0) && ![0x22, 0x2F, 0x5C].contains($0) ? $0 : 0x5F
            },
            as: UTF8.self)
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(PercentCoding.encode(name))"
    }
}
