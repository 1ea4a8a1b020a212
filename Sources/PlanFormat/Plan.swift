package import Kernel

/// An improvement plan as its document states it: `plumbline.plan/1`.
///
/// Text is the document's own words. `nil` is "the document does not say". A `place` tells where a thing
/// stood in the document that it was read from; it is not part of the interchange format.
package struct Plan: Hashable, Sendable {
    package var title: String?
    package var version: String?
    package var date: PartialDate?
    package var status: String?
    package var owners: [String] = []
    package var updateFrequency: Frequency?
    package var baseYear: Int?
    package var areas: [Area] = []
    package var groups: [Group] = []
    package var risks: [Risk] = []
    package var budget: Budget?
    package var training: [TrainingNeed] = []
    package var standards: [Item] = []
    package var figures: [Figure] = []
    package var keyDates: [KeyDate] = []
    package var sourceCodes: [SourceCode] = []
    package var collectives: [Collective] = []
    package var attachments: [Attachment] = []
    package var abbreviations: [Abbreviation] = []
    package var findings: [Finding] = []

    package init() {}
}

extension Plan {
    /// One thing that has to get better, whatever the document calls it.
    package struct Area: Hashable, Sendable {
        package var reference: String?
        package var section: String?
        package var title: String
        package var sources: [String] = []
        package var changes: [Item] = []
        package var actions: [Action] = []
        package var criteria: [Criterion] = []
        package var monitoring: [Monitoring] = []
        package var evidence: [Item] = []
        package var place: Place?

        package init(reference: String? = nil, section: String? = nil, title: String, place: Place? = nil) {
            self.reference = reference
            self.section = section
            self.title = title
            self.place = place
        }
    }

    /// Text with the letter or numeral that stood before it, lower case, without brackets or stops.
    package struct Item: Hashable, Sendable {
        package var label: String?
        package var text: String
        package var place: Place?

        package init(label: String? = nil, text: String, place: Place? = nil) {
            self.label = label
            self.text = text
            self.place = place
        }
    }

    /// What will be done.
    package struct Action: Hashable, Sendable {
        package var label: String?
        package var text: String
        /// The printed number; else the area's with the label, `2.1(a)`; the area's own where it has one
        /// unlabelled action; else nil.
        package var reference: String?
        /// One entry a person or post, as printed, joint leads split.
        package var leads: [String] = []
        package var timescale: Timescale?
        package var status: Status?
        /// References that the text points to.
        package var seeAlso: [String] = []
        package var place: Place?
        package var leadPlace: Place?

        package init(label: String? = nil, text: String, reference: String? = nil, place: Place? = nil) {
            self.label = label
            self.text = text
            self.reference = reference
            self.place = place
        }

        /// What the document itself claims, in words or by its printed colour key.
        package enum Status: String, CaseIterable, Sendable {
            case complete, inPlace, ongoing, notStarted
        }
    }

    /// How anyone will know.
    package struct Criterion: Hashable, Sendable {
        package var label: String?
        package var text: String
        package var kind: Kind
        /// The reference of the one action it belongs to; nil for the whole area.
        package var action: String?
        package var place: Place?

        package init(
            label: String? = nil, text: String, kind: Kind, action: String? = nil, place: Place? = nil
        ) {
            self.label = label
            self.text = text
            self.kind = kind
            self.action = action
            self.place = place
        }

        /// By the column that it stood in.
        package enum Kind: String, CaseIterable, Sendable {
            case success, progress, impact, outcome
        }
    }

    /// How it is measured, how often, by whom.
    package struct Monitoring: Hashable, Sendable {
        package var label: String?
        package var text: String
        package var frequency: Frequency?
        package var samplePercent: Double?
        package var quota: Quota?
        package var by: [String] = []
        package var place: Place?

        package init(label: String? = nil, text: String, place: Place? = nil) {
            self.label = label
            self.text = text
            self.place = place
        }

        /// So many per something: 4 per `month`, 2 per `supervision session`.
        package struct Quota: Hashable, Sendable {
            package var number: Int
            package var per: String

            package init(number: Int, per: String) {
                self.number = number
                self.per = per
            }
        }
    }

    package enum Frequency: String, CaseIterable, Sendable {
        case daily, weekly, fortnightly, fourWeekly, monthly, twoMonthly, quarterly, sixMonthly, annual
    }

    /// When, as printed and as understood.
    package struct Timescale: Hashable, Sendable {
        package var text: String
        package var start: PartialDate?
        package var finish: PartialDate?
        package var kind: Kind
        package var place: Place?

        package init(
            text: String, start: PartialDate? = nil, finish: PartialDate? = nil, kind: Kind,
            place: Place? = nil
        ) {
            self.text = text
            self.start = start
            self.finish = finish
            self.kind = kind
            self.place = place
        }

        package enum Kind: String, CaseIterable, Sendable {
            /// One date: it is the finish.
            case by
            case range
            /// A start and no end.
            case onwards
            /// Several dates: start is the first, finish the last.
            case points
            case immediate, inPlace, ongoing, unclear
        }
    }

    /// A board, team or committee that the document sets up.
    package struct Group: Hashable, Sendable {
        package var name: String
        package var abbreviation: String?
        package var purpose: String?
        package var meets: Frequency?
        package var reportsTo: [String] = []
        package var members: [Member] = []
        package var tasks: [Action] = []
        package var place: Place?

        package init(name: String, place: Place? = nil) {
            self.name = name
            self.place = place
        }

        package struct Member: Hashable, Sendable {
            package var name: String?
            package var post: String?
            /// `chair`, another role that the document gives, or nil.
            package var role: String?

            package init(name: String?, post: String?, role: String? = nil) {
                self.name = name
                self.post = post
                self.role = role
            }
        }
    }

    package struct Risk: Hashable, Sendable {
        package var text: String
        package var contingency: String?
        package var place: Place?

        package init(text: String, contingency: String?, place: Place? = nil) {
            self.text = text
            self.contingency = contingency
            self.place = place
        }
    }

    /// Pounds, as stated: never corrected.
    package struct Budget: Hashable, Sendable {
        package var lines: [Line] = []
        package var statedTotal: Double?
        package var place: Place?

        package init() {}

        package struct Line: Hashable, Sendable {
            package var item: String
            package var amount: Double?

            package init(item: String, amount: Double?) {
                self.item = item
                self.amount = amount
            }
        }
    }

    package struct TrainingNeed: Hashable, Sendable {
        package var audience: String
        package var needs: [String]
        package var place: Place?

        package init(audience: String, needs: [String], place: Place? = nil) {
            self.audience = audience
            self.needs = needs
            self.place = place
        }
    }

    /// A count or percentage in running text.
    package struct Figure: Hashable, Sendable {
        package var text: String
        package var count: Double?
        package var base: Double?
        package var percent: Double?
        package var place: Place?

        package init(text: String, count: Double?, base: Double?, percent: Double?, place: Place? = nil) {
            self.text = text
            self.count = count
            self.base = base
            self.percent = percent
            self.place = place
        }
    }

    package struct KeyDate: Hashable, Sendable {
        package var what: String
        package var date: PartialDate?
        package var place: Place?

        package init(what: String, date: PartialDate?, place: Place? = nil) {
            self.what = what
            self.date = date
            self.place = place
        }
    }

    /// One entry of the legend of the codes in an area's `sources`.
    package struct SourceCode: Hashable, Sendable {
        package var code: String
        package var text: String

        package init(code: String, text: String) {
            self.code = code
            self.text = text
        }
    }

    /// Who "all Group Managers" are, where the document says.
    package struct Collective: Hashable, Sendable {
        package var name: String
        package var members: [String]

        package init(name: String, members: [String]) {
            self.name = name
            self.members = members
        }
    }

    /// A file embedded in the document or named by an icon: listed, never opened.
    package struct Attachment: Hashable, Sendable {
        package var caption: String
        package var place: Place?

        package init(caption: String, place: Place?) {
            self.caption = caption
            self.place = place
        }
    }

    package struct Abbreviation: Hashable, Sendable {
        package var short: String
        package var long: String

        package init(short: String, long: String) {
            self.short = short
            self.long = long
        }
    }

    /// What reading could not settle: shown to the person, never dropped in silence.
    package struct Finding: Hashable, Sendable {
        package var place: Place?
        package var message: String
        /// The reference of the action or area that it is about, where there is one.
        package var subject: String?

        package init(place: Place?, message: String, subject: String? = nil) {
            self.place = place
            self.message = message
            self.subject = subject
        }
    }
}
