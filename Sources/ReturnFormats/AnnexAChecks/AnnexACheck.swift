package import Kernel

/// Every rule of Annex A, run on one file.
package enum AnnexACheck {
    /// What every rule found, in the order of `rules`; those that found nothing too. The file's codes must have been
    /// recognised (`AnnexAReader`), its dates be those of `asAt`.
    package static func run(
        _ file: AnnexA, asAt: Day, settings: AnnexACheckSettings = AnnexACheckSettings()
    ) -> [AnnexARuleFinding] {
        let index = AnnexAIndex(file, asAt: asAt, settings: settings)
        return rules.map { rule in
            let hits = rule.run(on: index).all
            return AnnexARuleFinding(
                rule: rule, hits: hits, children: childCount(hits, of: file.children.count))
        }
    }

    /// Lists and columns first, then rows, dates, and what lists say of one another.
    package static let rules: [any AnnexARule] =
        [
            MissingList(), EmptyList(), MissingColumn(), UnrecognisedCode(), EmptyCell(),
            NoReference(), DuplicateRow(), ChildTwice(),
        ] + DatesInOrder.all + [
            AdoptionDatesInOrder(), AdopterDatesInOrder(), DateInFuture(), ImplausibleDate(),
            UnreadableDate(),
            DateBeforeBirth(), AgeDisagrees(), ImplausibleAge(), BirthTooLate(), AdultInChildList(),
            LeaverOfOtherAge(),
        ] + EventBeforeWindow.all + [ClosedBeforeWindow()] + ClosureHalved.all + [
            StatusAgainstClosure(), UnnecessaryConference(), ConferenceUndated(), ConferenceWithoutPlan(),
            ConferenceUndecided(), PlanWithoutVisit(), PlanVisitOld(), CareWithoutVisit(), CareVisitOld(),
            SeenAloneWithoutVisit(), NeverSeen(), ShortBreak(), NoPlacement(), InterviewNotOffered(),
            InterviewNotMissing(), AccommodationOutOfTouch(), NoAccommodation(),
        ] + CounterDiffers.all + [
            ImpossibleCount(), UnreadableCount(), NoWorker(), PlaceholderWorker(), NoTeam(), CareNotInNeed(),
            PlanNotInNeed(), StatusNotCare(), StatusNotPlan(), StatusCareOnly(), StatusPlanOnly(),
            ClosedWhileOpen(),
            AdoptedInCare(), TwoBirths(), TwoGenders(),
        ]

    private static func childCount(_ hits: [AnnexAHit], of all: Int) -> Int {
        guard !hits.isEmpty else { return 0 }
        var seen = [Bool](repeating: false, count: all)
        var count = 0
        for hit in hits {
            guard let child = hit.child, !seen[child] else { continue }
            seen[child] = true
            count += 1
        }
        return count
    }
}
