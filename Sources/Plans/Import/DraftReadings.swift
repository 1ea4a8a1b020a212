package import Documents
package import Kernel
package import PlanReading
package import Storage

/// Documents and readings of the drafts that are being worked on, so that a step does not read the file anew.
///
/// Only a store of what can be computed again: any process may serve any step.
package actor DraftReadings {
    private var documents: [ID<StoredFile>: Document] = [:]
    private var readings: [Key: Reading] = [:]
    private var order: [ID<StoredFile>] = []

    /// Documents kept at most.
    private static let limit = 8

    private struct Key: Hashable {
        let file: ID<StoredFile>
        let options: PlanReader.Options
    }

    package init() {}

    /// The document of a stored file and how it reads with those options.
    package func reading(
        of file: ID<StoredFile>, named name: String, options: PlanReader.Options,
        bytes: @Sendable () async throws -> [UInt8]
    ) async throws -> (document: Document, reading: Reading) {
        let document = try await document(of: file, named: name, bytes: bytes)
        let key = Key(file: file, options: options)
        if let known = readings[key] { return (document, known) }
        let reading = PlanReader.read(document, options: options)
        readings[key] = reading
        return (document, reading)
    }

    /// The document of a stored file.
    package func document(
        of file: ID<StoredFile>, named name: String, bytes: @Sendable () async throws -> [UInt8]
    ) async throws -> Document {
        if let known = documents[file] { return known }
        let bytes = try await bytes()
        let document = try await Blocking.run { () throws(Unreadable) in
            try DocumentReader.read(bytes, named: name)
        }
        keep(document, of: file)
        return document
    }

    private func keep(_ document: Document, of file: ID<StoredFile>) {
        guard documents.updateValue(document, forKey: file) == nil else { return }
        order.append(file)
        while order.count > DraftReadings.limit {
            let oldest = order.removeFirst()
            documents[oldest] = nil
            readings = readings.filter { $0.key.file != oldest }
        }
    }
}
