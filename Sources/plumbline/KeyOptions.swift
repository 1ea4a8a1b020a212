import ArgumentParser
import Returns
import Storage

/// Where the key of kept files is, the same for every command that may need it.
struct KeyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The key under which original files are kept, outside the records; if not given, PLUMBLINE_KEY_FILE or \
            plumbline/key in your folder of configurations.
            """, valueName: "path"),
        completion: .file())
    var keyFile: String?

    var path: String? { keyFile ?? KeyFile.usualPath }

    func key(for place: DatabasePlace) -> KeyFile? { path.map { KeyFile(path: $0, place: place) } }
}
