package import Returns
package import Storage

/// What `serve` was told.
package struct Configuration: Sendable {
    package var place: DatabasePlace
    package var host = "127.0.0.1"
    package var port = 8080
    /// Loads the invented authority where there is none yet.
    package var example = false
    /// Where people reach the site (`https://plumbline.example.gov.uk`); nil on the machine itself.
    package var publicAddress: String?
    package var trustsProxy = false
    package var securityContact = "mailto:security@localhost"

    /// Where the key of kept files is; nil where none can be kept.
    package var keyPath: String?

    package init(place: DatabasePlace) {
        self.place = place
    }

    package var key: KeyFile? { keyPath.map { KeyFile(path: $0, place: place) } }
}
