import ReturnFormats

extension AnnexAPlanter {
    /// Faults in lists 1 to 4.
    mutating func plantInEvents() {
        plantInContacts()
        if hasPlantedHelp {
            plant("AA.rows.noReference", in: .earlyHelp) { planter, row in
                planter.set(.earlyHelp, row, .child, .empty)
                return true
            }
            plant("AA.dates.order.earlyHelp", in: .earlyHelp) { planter, row in
                guard let start = planter.date(.earlyHelp, row, .helpStart),
                    !planter.isEmpty(.earlyHelp, row, .helpEnd)
                else { return false }
                planter.set(.earlyHelp, row, .helpEnd, on: start - 5)
                return true
            }
        }
        plant("AA.window.referrals", in: .referrals) { planter, row in
            guard planter.birth(.referrals, row) < planter.since - 20 else { return false }
            planter.set(.referrals, row, .referral, on: planter.since - 9)
            return true
        }
        plant("AA.counters.impossible", in: .referrals) { planter, row in
            guard planter.isOnlyRow(.referrals, row) else { return false }
            planter.set(.referrals, row, .earlierReferrals, .number(-1))
            return true
        }
        plant("AA.counters.referrals", in: .referrals) { planter, row in
            planter.repeatRow(.referrals, row, counting: .earlierReferrals)
        }
        plant("AA.dates.order.assessment", in: .assessments) { planter, row in
            guard let start = planter.date(.assessments, row, .assessmentStart),
                !planter.isEmpty(.assessments, row, .assessmentEnd)
            else { return false }
            planter.set(.assessments, row, .assessmentEnd, on: start - 3)
            return true
        }
        plant("AA.dates.beforeBirth", in: .assessments) { planter, row in
            let birth = planter.birth(.assessments, row)
            guard birth < planter.day, birth - 400 > 0 else { return false }
            planter.set(.assessments, row, .assessmentStart, on: birth - 400)
            return true
        }
        plant("AA.dates.unreadable", in: .assessments) { planter, row in
            planter.set(.assessments, row, .assessmentStart, "see case notes")
            return true
        }
    }

    private mutating func plantInContacts() {
        plant("AA.rows.duplicate", in: .contacts) { planter, row in
            _ = planter.duplicate(.contacts, row)
            return true
        }
        plant("AA.cells.empty", in: .contacts) { planter, row in
            planter.set(.contacts, row, .contactSource, .empty)
            return true
        }
        plant("AA.codes.unrecognised", in: .contacts) { planter, row in
            planter.set(.contacts, row, .contactSource, "Local list item 47")
            return true
        }
        plant("AA.dates.future", in: .contacts) { planter, row in
            planter.set(.contacts, row, .contact, on: planter.day + 6)
            return true
        }
        plant("AA.window.contacts", in: .contacts) { planter, row in
            guard planter.birth(.contacts, row) < planter.since - 30 else { return false }
            planter.set(.contacts, row, .contact, on: planter.since - 20)
            return true
        }
        plant("AA.age.disagrees", in: .contacts) { planter, row in
            let age = planter.cell(.contacts, row, .age)
            planter.set(.contacts, row, .age, .number(Int(age.value) + 2))
            return true
        }
        plant("AA.age.implausible", in: .contacts, also: ["AA.age.disagrees": 1]) { planter, row in
            planter.set(.contacts, row, .age, .number(150))
            return true
        }
        plant("AA.age.birthTooLate", in: .contacts, also: ["AA.dates.beforeBirth": 1]) { planter, row in
            guard planter.hasOneRow(.contacts, row) else { return false }
            planter.set(.contacts, row, .birth, on: planter.day + 400)
            planter.set(.contacts, row, .age, .number(-1))
            return true
        }
        plant("AA.age.adult", in: .contacts) { planter, row in
            guard planter.hasOneRow(.contacts, row) else { return false }
            planter.set(.contacts, row, .birth, on: Span.months(-20 * 12, after: planter.day) - 3)
            planter.set(.contacts, row, .age, .number(20))
            return true
        }
    }

    /// The child's row stands alone in that list.
    func isOnlyRow(_ list: AnnexAList, _ row: Int) -> Bool {
        let person = person(list, row)
        return tables[list.rawValue - 1].people.count { $0 == person } == 1
    }

    /// The row once more, with a counter that is one higher.
    mutating func repeatRow(_ list: AnnexAList, _ row: Int, counting field: AnnexAField) -> Bool {
        guard isOnlyRow(list, row) else { return false }
        let count = cell(list, row, field)
        let copy = duplicate(list, row)
        set(list, copy, field, .number(Int(count.value) + 1))
        return true
    }

    /// Faults in list 5.
    mutating func plantInEnquiries() {
        func held(_ planter: AnnexAPlanter, _ row: Int) -> Bool {
            !planter.isEmpty(.enquiries, row, .conference)
        }
        plant("AA.dates.order.conference", in: .enquiries) { planter, row in
            guard held(planter, row), let start = planter.date(.enquiries, row, .strategyDiscussion) else {
                return false
            }
            planter.set(.enquiries, row, .conference, on: start - 4)
            return true
        }
        plant("AA.conference.unnecessary", in: .enquiries) { planter, row in
            guard held(planter, row) else { return false }
            planter.set(.enquiries, row, .conferenceUnnecessary, "a) Yes")
            return true
        }
        plant("AA.conference.noDate", in: .enquiries) { planter, row in
            guard planter.says(.enquiries, row, .conferenceLedToPlan, "a) Yes") else { return false }
            planter.set(.enquiries, row, .conference, .empty)
            return true
        }
        plant("AA.conference.noResult", in: .enquiries) { planter, row in
            guard held(planter, row) else { return false }
            planter.set(.enquiries, row, .conferenceLedToPlan, .empty)
            return true
        }
        plant("AA.conference.noPlan", in: .enquiries) { planter, row in
            guard held(planter, row), planter.says(.enquiries, row, .conferenceLedToPlan, "b) No"),
                planter.row(of: planter.person(.enquiries, row), in: .protection) == nil
            else { return false }
            planter.set(.enquiries, row, .conferenceLedToPlan, "a) Yes")
            return true
        }
        plant("AA.counters.enquiries", in: .enquiries) { planter, row in
            planter.repeatRow(.enquiries, row, counting: .earlierEnquiries)
        }
        plant("AA.counters.conferences", in: .enquiries) { planter, row in
            planter.repeatRow(.enquiries, row, counting: .earlierConferences)
        }
    }
}
