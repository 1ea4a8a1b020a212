#if canImport(Glibc)
    import Glibc
#endif

/// Where a request came from, as guesses are counted against it.
enum RemoteAddress {
    /// The address; of IPv6 its first 64 bits, since one household or office has all the rest.
    static func counted(_ remote: String) -> String {
        guard remote.utf8.contains(UInt8(ascii: ":")) else { return remote }
        var address = in6_addr()
        guard inet_pton(AF_INET6, remote, &address) == 1 else { return remote }
        let bytes = withUnsafeBytes(of: &address) { Array($0) }
        // ::ffff:192.0.2.1 is an IPv4 address in IPv6's clothes.
        if bytes[0..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
            return bytes[12...].map(String.init).joined(separator: ".")
        }
        return bytes[0..<8].map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
    }
}
