import Kernel
import Plans
import Storage

/// What leads said of their actions, every four weeks from 3 June: most on time, some late, two not at all.
enum ExampleUpdates {
    /// The action, who says it, on which days, the colour claimed, the finish expected, what was done, what is in the way.
    static let table = """
        1.1 | Maya | 2026-06-02 | green | | Every completed enquiry goes to a group manager from 1 June. | One group manager is on leave until 8 June.
        1.1 | Maya | 2026-06-30 | blue | | Sign-off is checked every Monday. The Board has been asked to close it. |
        1.2 | Daniel | 2026-05-27 | blue | | The first list went out on 25 May, made by hand. |
        1.3 | Maya | 2026-06-02 | green | | Health has agreed to a rota. Police have not answered. | No named police lead.
        1.3 | Maya | 2026-07-01 | green | | Police and health were there in 52% of discussions in May. |
        1.3 | Maya | 2026-07-28 | green | | Half-day slots are tried in the north area. |
        1.3 | Maya | 2026-09-02 | amber | 2026-10-16 | A new date was asked for. | Police have one officer for three districts.
        1.3 | Maya | 2026-09-22 | amber | 2026-10-16 | The second officer starts on 5 October. |
        1.3 | Maya | 2026-10-20 | amber | | The protocol is with the partners. | The second officer covers two districts.
        1.3 | Maya | 2026-11-17 | green | | 71% in October, the best month so far. |
        1.4 | Siân | 2026-06-03 | green | | A line for the alert stands in the record of every discussion. |
        1.4 | Siân | 2026-06-30, 2026-07-29, 2026-08-25 | green | | Alerts go out by email while the case system is changed. |
        1.4 | Siân | 2026-09-22 | amber | 2026-11-06 | Two alerts of nine came late in August. | The case system’s upgrade slipped.
        1.4 | Siân | 2026-10-20 | green | 2026-11-06 | The alert is sent by the system itself since 12 October. |
        1.4 | Siân | 2026-11-10 | blue | | Done, and proposed for closing. |
        1.5 | Siân | 2026-06-02, 2026-06-30, 2026-07-28, 2026-08-26 | grey | | Not begun: it starts in September. |
        1.5 | Siân | 2026-09-23 | green | | The combined form is drafted with four social workers. |
        1.5 | Siân | 2026-10-21 | green | | Two teams test it from 26 October. | The supplier has no day for the upgrade.
        1.6 | Paul | 2026-06-02 | grey | | Not begun: it starts on 15 June. |
        1.6 | Paul | 2026-06-24, 2026-07-29 | green | | Places are booked in groups of twelve. |
        1.6 | Paul | 2026-08-26 | green | | Two groups have been trained. |
        1.6 | Paul | 2026-09-22 | green | | 29 of 64 have been trained. |
        1.6 | Paul | 2026-10-27 | amber | 2027-01-29 | 41 of 64 have been trained. | The November trainer has withdrawn.
        1.6 | Paul | 2026-11-18 | amber | 2027-01-29 | A trainer is found for January. | No room for a group in December.
        2.1 | Ruth | 2026-06-02 | green | | Four auditors are trained and the questions agreed. |
        2.1 | Ruth | 2026-06-30 | blue | | Two monthly audits are done, 118 plans in all. |
        2.2 | Tom | 2026-06-01, 2026-06-29, 2026-07-27 | grey | | Not begun: it starts in August. |
        2.2 | Tom | 2026-08-24 | green | | Parents and two teams have marked up the old template. |
        2.2 | Tom | 2026-09-21 | green | | A first draft is with both services. |
        2.2 | Tom | 2026-10-20 | green | | Tried in 20 plans. Dates are given in 17 of them. |
        2.2 | Tom | 2026-11-16 | green | 2026-12-11 | The board has agreed 11 December. | The upgrade of the case system.
        2.3 | Maya | 2026-06-03 | green | | A parents’ group has written ten plain sentences. |
        2.3 | Maya | 2026-06-30 | green | | The sentences are used in the north area. |
        2.3 | Maya | 2026-08-04 | green | | The south area follows in August. | Late because of leave.
        2.3 | Maya | 2026-08-25, 2026-09-22 | green | | Both areas use the sentences. |
        2.3 | Maya | 2026-10-21 | green | 2026-10-30 | Families have been asked what they think. |
        2.3 | Maya | 2026-11-17 | amber | | A sample of twenty families is drawn by somebody else. | The first closing was not accepted.
        2.4 | Maya | 2026-06-02, 2026-06-30 | grey | | Not begun: it starts in July. |
        2.4 | Maya | 2026-07-28, 2026-08-25 | green | | Wording is agreed with the chairs of conferences. |
        2.4 | Maya | 2026-09-22, 2026-10-20 | green | | In use in the north area. |
        2.4 | Maya | 2026-11-17 | blue | | In every plan since 6 November, and proposed for closing. |
        2.6 | Tom | 2026-06-01, 2026-06-29, 2026-07-27, 2026-08-24 | grey | | Not begun: the forum meets again in September. |
        2.6 | Tom | 2026-09-21 | green | | Three plans were shown at the forum of 17 September. |
        2.6 | Tom | 2026-10-20, 2026-11-16 | green | | Two plans were shown, without names. |
        3.1 | Siân | 2026-06-02 | green | | The practice standards group has approved the standard. |
        3.1 | Siân | 2026-06-30 | blue | | Issued to both services on 15 June. |
        3.2 | Siân | 2026-06-03, 2026-06-30, 2026-07-28 | green | | Each team keeps a list of children to be seen. |
        3.2 | Siân | 2026-08-25 | amber | 2026-09-25 | 84% in July. A new date is agreed. | Two posts in the front door were vacant.
        3.2 | Siân | 2026-09-22 | blue | | Both posts are filled, and the list is read every morning. |
        3.3 | Siân | 2026-06-03, 2026-06-30 | grey | | Not begun: it starts in July. |
        3.3 | Siân | 2026-07-28, 2026-08-26 | green | | The chronology tool is in three teams. |
        3.3 | Siân | 2026-09-23 | amber | 2026-10-23 | All teams but one use it. | The front door has not been trained.
        3.3 | Siân | 2026-10-21 | green | 2026-10-23 | The front door was trained on 14 October. |
        3.3 | Siân | 2026-11-17 | blue | | Verified, and waits for the board. |
        3.5 | Paul | 2026-06-02, 2026-07-01, 2026-07-29, 2026-08-26 | grey | | Not begun: it starts in September. |
        3.5 | Paul | 2026-09-23 | green | | Two neighbours would buy it with us. |
        3.5 | Paul | 2026-10-20, 2026-11-18 | green | | Three offers are in. |
        4.1 | Maya | 2026-06-02 | green | | Managers write why, on the last page of the record. |
        4.1 | Maya | 2026-06-30 | green | | 62% of the June sample. |
        4.1 | Maya | 2026-07-28 | blue | | 76% of the July sample, and rising. |
        4.2 | Maya | 2026-06-02, 2026-06-30, 2026-07-28, 2026-08-25, 2026-09-22 | grey | | Not begun: it starts in October. |
        4.2 | Maya | 2026-10-20, 2026-11-17 | green | | The form is written. It is built together with 1.5. |
        5.1 | Tom | 2026-06-02 | blue | | Approved on 26 May. It is issued tomorrow. |
        5.2 | Maya | 2026-06-02 | green | | Four of 11 teams keep a supervision calendar. |
        5.2 | Maya | 2026-06-30 | green | | Eight of 11 teams keep one. |
        5.2 | Maya | 2026-07-28 | amber | | Ten of 11 teams keep one. | Two team manager posts are vacant.
        5.2 | Maya | 2026-08-12 | blue | | A new supervision calendar in all 11 teams. |
        5.2 | Maya | 2026-11-18 | red | 2026-12-18 | The action is open again. Managers of three teams were asked what happened. | Two managers each hold two teams.
        5.3 | Tom | 2026-06-01, 2026-06-29, 2026-07-27 | grey | | Not begun: it starts in August. |
        5.3 | Tom | 2026-08-24 | green | | The observation sheet is agreed. |
        5.3 | Tom | 2026-09-21, 2026-10-19 | green | | Three sessions were observed. |
        5.3 | Tom | 2026-11-16 | green | | Five sessions were observed. The themes go to the December board. |
        5.4 | Paul | 2026-06-02, 2026-06-30 | green | | Two of six posts are filled. |
        5.4 | Paul | 2026-07-29 | amber | | Three of six are filled. | One offer was turned down.
        5.4 | Paul | 2026-08-26, 2026-09-22 | green | | Four of six are filled, with agency cover for two. |
        6.1 | Ruth | 2026-05-26 | blue | | The tool is adopted, with a second grade by somebody who has not seen the first. |
        6.2 | Ruth | 2026-06-02, 2026-06-30, 2026-07-28, 2026-08-25, 2026-09-22, 2026-10-20, 2026-11-17 | grey | | Not begun: the first report is due in January. |
        """

    static func deeds() throws -> [ExampleRunning.Deed] {
        var deeds: [ExampleRunning.Deed] = []
        for row in try ExampleRunning.rows(table, cells: 7) {
            let (reference, name) = (row[0], row[1])
            for day in row[2].split(separator: ",").map({ String($0.drop { $0 == " " }) }) {
                let claim = BRAG(rawValue: row[3])
                let form = GiveUpdate.Form(
                    done: row[5], inTheWay: row[6].isEmpty ? nil : row[6], claim: claim,
                    hasBegun: claim != .grey,
                    forecast: row[4].isEmpty ? nil : try ExampleRunning.day(row[4]))
                deeds.append(
                    try ExampleRunning.Deed("\(day) \(time(deeds.count))") { scene in
                        try GiveUpdate.act(
                            form, on: try scene.action(reference), of: scene.plan,
                            by: try scene.officer(name), at: scene.now, on: scene.today, scene.connection)
                    })
            }
        }
        return deeds
    }

    /// A minute of the morning or early afternoon, another for each.
    private static func time(_ index: Int) -> String {
        let minutes = 9 * 60 + index * 7 % 301
        func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(pad(minutes / 60)):\(pad(minutes % 60))"
    }
}
