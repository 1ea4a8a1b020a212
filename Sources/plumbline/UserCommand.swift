import Accounts
import App
import ArgumentParser
import Kernel
import Storage

/// `plumbline user …`: the way back in for whoever looks after the machine.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Add, reset, list and disable accounts on this machine.",
        discussion: """
            For the first minutes and for emergencies: administrators do all this on the page People and access. \
            Nobody's password is ever set here. Every use is recorded in the journal.
            """,
        subcommands: [UserAdd.self, UserReset.self, UserList.self, UserDisable.self])
}

/// Where the records are.
struct RecordsOptions: ParsableArguments {
    @Option(help: "The folder that holds the records.")
    var data = "data"

    @Option(help: "A PostgreSQL address (postgres://…) instead of a folder.")
    var database: String?

    /// Opens the records, does the work, and ends the command with one sentence where it cannot be done.
    func withAccounts(_ work: (AccountCommands) async throws -> Void) async throws {
        do {
            let place: DatabasePlace = database.map { .postgres($0) } ?? .folder(data)
            let records = try await Database.open(place, migrations: App.migrations)
            do {
                try await work(AccountCommands(database: records, now: .now))
            } catch {
                await records.close()
                throw error
            }
            await records.close()
        } catch let refused as AccountCommands.Refused {
            throw CommandOutput.fail("\(refused)", status: 65)
        } catch let error as StorageError {
            throw CommandOutput.fail("\(error)", status: 65)
        }
    }
}

/// Prints a one-time link and how long it holds.
struct LinkOptions: ParsableArguments {
    @Option(help: "Where people reach the site, to print before the link.")
    var publicAddress = "http://127.0.0.1:8080"

    func say(_ link: AccountCommands.Link, for email: String) {
        CommandOutput.write(
            """
            A link for \(email), which works once and until \(link.expires.inLondon.day.long):
            \(publicAddress)\(link.path)

            """)
    }
}

struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add an account and print its one-time link.")

    @Argument(help: "The email address to sign in with.")
    var email: String

    @Option(help: "The person's name.")
    var name: String

    @Option(
        help: """
            A role for the whole authority; may be given several times: \
            \(Role.allCases.map(\.rawValue).joined(separator: ", ")).
            """)
    var role: [String] = []

    @OptionGroup var records: RecordsOptions
    @OptionGroup var link: LinkOptions

    func validate() throws {
        if let unknown = role.first(where: { Role(rawValue: $0) == nil }) {
            throw ValidationError("There is no role “\(unknown)”.")
        }
    }

    func run() async throws {
        try await records.withAccounts { accounts in
            let made = try await accounts.add(
                email: email, name: name, roles: role.compactMap(Role.init(rawValue:)))
            link.say(made, for: email)
        }
    }
}

struct UserReset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset", abstract: "Print a one-time link for a new password; enables the account.")

    @Argument(help: "The email address of the account.")
    var email: String

    @Flag(help: "The authenticator is lost too: a new one is set up after the password.")
    var lostSecondStep = false

    @OptionGroup var records: RecordsOptions
    @OptionGroup var link: LinkOptions

    func run() async throws {
        try await records.withAccounts { accounts in
            link.say(try await accounts.reset(email: email, dropsSecondFactor: lostSecondStep), for: email)
        }
    }
}

struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the accounts: email, name, state and roles, with tabs between.")

    @OptionGroup var records: RecordsOptions

    func run() async throws {
        try await records.withAccounts { accounts in
            for line in try await accounts.list() { CommandOutput.write(line + "\n") }
        }
    }
}

struct UserDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Bar an account and sign it out everywhere.")

    @Argument(help: "The email address of the account.")
    var email: String

    @OptionGroup var records: RecordsOptions

    func run() async throws {
        try await records.withAccounts { accounts in
            try await accounts.disable(email: email)
            CommandOutput.write("\(email) can no longer sign in, and is signed out everywhere.\n")
        }
    }
}
