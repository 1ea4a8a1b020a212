import Kernel

extension ExampleWorld {
    /// Everybody who ever held a case.
    package var workers: [Workforce.Worker] { workforce.workers }

    /// The register of qualified workers as CSV: who is in post on the last day. A few who hold cases are not on it.
    package func workerRegister() -> [UInt8] {
        var text = "name,registration,team,fte,newly_qualified,agency,kind,from\r\n"
        for worker in workforce.workers where worker.isRegistered && worker.until == nil {
            let part = worker.hundredths % 100
            text += "\(CSV.field(worker.name)),\(worker.registration),\(CSV.field(worker.team.name)),"
            text += "\(worker.hundredths / 100).\(part < 10 ? "0" : "")\(part),"
            text += "\(worker.isNewlyQualified ? "yes" : "no"),\(worker.isAgency ? "yes" : "no"),"
            text += "social worker,\(worker.from)\r\n"
        }
        for team in Workforce.Team.allCases {
            text += "\(CSV.field(team.manager)),SW8\(WorkerNames.figures(team.rawValue * 7 + 101)),"
            text += "\(CSV.field(team.name)),1.00,no,no,team manager,2022-04-01\r\n"
        }
        return Array(text.utf8)
    }
}
