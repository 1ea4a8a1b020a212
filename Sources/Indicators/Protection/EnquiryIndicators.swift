import Kernel
import ReturnFormats

/// Section 47 enquiries: how many, of how many children, how often again, and how many come to a conference.
enum EnquiryIndicators {
    static let all = [started, children, repeated, toConference]

    private static let started = Indicator(
        "enquiries.started", .conference, "Section 47 enquiries",
        asks: "How often does the authority ask whether a child suffers significant harm?", as: .count,
        counts: "section 47 enquiries started in the period", .neutral, .episodes,
        cannotTell:
            "One date stands for the strategy discussion and the start of the enquiry: what passed between"
            + " them no return tells.",
        basis: "DfE, Children in need: section 47 enquiries; Annex A, List 5",
        annexA: { view in
            EnquiryView(view).map { list in list.rows.byDate(view.months, list.start) { _ in .yes } }
        },
        census: { view in
            let list = CensusEnquiries(view)
            return view.byDate(list.start, list.count) { _ in .yes }
        })

    private static let children = Indicator(
        "enquiries.children", .conference, "Children with a section 47 enquiry",
        asks: "About how many children are there enquiries?", as: .count,
        counts: "children with a section 47 enquiry started in the period, each once",
        leavingOut: "enquiries that name no child", .neutral, .children,
        cannotTell: "Children of several months do not add up: one may have enquiries in two.",
        basis: "DfE, Children in need: children with a section 47 enquiry",
        annexA: { view in
            EnquiryView(view).map { $0.rows.childrenByDate(view.months, $0.start, view.childCount) }
        },
        census: { view in
            let list = CensusEnquiries(view)
            return view.childrenByDate(list.start, list.count) { list.child($0) }
        })

    private static let repeated = Indicator(
        "enquiries.repeatChildren", .conference,
        "Section 47 enquiries within 12 months of another, of children",
        asks: "Are the same children enquired about again?",
        counts:
            "children whose latest enquiry began in the period and who had another in the 12 months before it",
        of: "children whose latest enquiry began in the period",
        leavingOut: "earlier enquiries of the same child; enquiries without the count", .down, .children,
        convention:
            "One row a child: the count of earlier enquiries stands on every row of a child, and is that of"
            + " the latest.",
        cannotTell: "A census holds the enquiries of its year: the first months come out low.",
        basis: "Annex A, List 5, Number of Section 47 Enquiries in the last 12 months",
        annexA: { view in
            guard let list = EnquiryView(view), let earlier = list.rows.counts(.earlierEnquiries) else {
                return nil
            }
            let isLatest = list.rows.latestOfChild(.strategyDiscussion, view.childCount)
            return list.rows.byDate(view.months, list.start) { row in
                guard isLatest[row], list.rows.child(row) >= 0, let count = earlier[row].value, count >= 0
                else { return .excluded }
                return count > 0 ? .yes : .no
            }
        },
        census: { view in
            let list = CensusEnquiries(view)
            let dates = ChildDates(
                rows: list.count, children: view.file.children.count, child: { list.child($0) },
                day: { list.start[$0] })
            var latest = [Int](repeating: -1, count: view.file.children.count)
            for row in 0..<list.count where Days.isDay(list.start[row]) {
                let other = latest[list.child(row)]
                if other < 0 || list.start[other] <= list.start[row] { latest[list.child(row)] = row }
            }
            return view.byDate(list.start, list.count) { row in
                guard latest[list.child(row)] == row else { return .excluded }
                return dates.has(
                    list.child(row), from: view.reckoning.due(list.start[row], months: -12),
                    through: list.start[row] - 1) ? .yes : .no
            }
        })

    private static let toConference = Indicator(
        "enquiries.toConference", .conference, "Section 47 enquiries that come to a conference",
        asks: "How many enquiries find enough to call a conference?",
        counts: "enquiries started in the period with an initial conference held by the day of the file",
        of: "enquiries started in the period", .neutral, .episodes,
        cannotTell: "The last weeks come out low while their conferences are still to be held.",
        basis: "DfE, Children in need: initial conferences beside section 47 enquiries",
        annexA: { view in
            EnquiryView(view).map { list in
                list.rows.byDate(view.months, list.start) { held(list.conference[$0], view.asAt) }
            }
        },
        census: { view in
            let list = CensusEnquiries(view)
            return view.byDate(list.start, list.count) { held(list.conference[$0], view.asAt) }
        })

    private static func held(_ conference: Int32, _ asAt: Day) -> Verdict {
        if conference == Days.unreadable { return .excluded }
        return Days.isDay(conference) && conference <= asAt.number ? .yes : .no
    }
}
