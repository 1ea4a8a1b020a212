import Glibc
import ReturnFormats

/// `BenchReaders annex-a|csv FILE`: reads the file into typed columns and prints how many rows it has. Timed from outside.
@main
enum BenchReaders {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            print("BenchReaders annex-a|csv FILE")
            exit(64)
        }
        let bytes = bytes(arguments[2])
        switch arguments[1] {
        case "annex-a":
            let reading = try AnnexAReader.read([ReturnSource(name: arguments[2], bytes: bytes)])
            print(reading.file.tables.values.reduce(0) { $0 + $1.rows })
        default: print(try CSVColumns.read(bytes).rows)
        }
    }

    private static func bytes(_ path: String) -> [UInt8] {
        let descriptor = open(path, O_RDONLY)
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0 else { exit(66) }
        defer { close(descriptor) }
        let size = Int(status.st_size)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size, let base = buffer.baseAddress {
                let taken = read(descriptor, base + count, size - count)
                guard taken > 0 else { break }
                count += taken
            }
        }
    }
}
