/// The invented authority's plan as its Word table was pasted: with the faults that such plans have.
enum ExamplePlan {
    static let fileName = "Ashmere improvement plan v7.txt"
    static let firstFileName = "Ashmere improvement plan v1.txt"

    /// What the first version printed where the seventh prints another text: figures that were not there yet.
    static let sinceFirst: [(first: String, now: String)] = [
        ("Version 1. 30 April 2026", "Version 7. 12 November 2026"),
        ("the peer review of March 2026", "the peer review of May 2026"),
        ("by 30 November 2026, from the first sample", "by 30 November 2026, from 52% in May 2026"),
        ("by 31 March 2027, from the first sample", "by 31 March 2027, from 55% in June 2026"),
        ("by 31 March 2027, from the first round", "by 31 March 2027, from 58% (23 of 40) in June 2026"),
    ]

    /// The plan as it was read on the day on which the story begins.
    static var first: String {
        let text = sinceFirst.reduce(text) { $0.replacing($1.now, with: $1.first) }
        return text.firstRange(of: "## Progress note").map { String(text[..<$0.lowerBound]) } ?? text
    }

    static let text = """
        # Ashmere County Council

        # Children's services improvement plan after the February 2026 inspection

        Version 7. 12 November 2026

        Lead for this plan: Ruth Ashworth-Bello, Improvement Manager. Leads are expected to update their actions on a 4 weekly basis.

        Code (a) relates to the inspection letter of 20 March 2026.

        Code (b) relates to the peer review of May 2026.

        The inspectors are expected to return for a monitoring visit on 9 December 2026.

        ## Improvement Board

        Terms of reference: to oversee this plan, to receive reports from leads and to decide when an action is closed.

        Membership:

        | Name | Post |
        |---|---|
        | Denise Aldous | Independent Chair (Chair) |
        | Simon Okafor | Director of Children's Services |
        | Ruth Ashworth-Bello | Improvement Manager |
        | Tom Hallam | Principal Social Worker |

        The Board will meet once per month. It reports to the Cabinet.

        ## Part 1: Help and protection

        | Area for development | We will | Start | Finish | Lead | Success criteria |
        |---|---|---|---|---|---|
        | (a) 1 Strategy discussions and section 47 enquiries | 1.1 Have a group manager sign off every completed section 47 enquiry | 13 April 2026 | 12 June 2026 | Maya Okonkwo (Head of Children in Need) | 1.1 95% of section 47 enquiries completed each month carry a group manager's decision by 31 October 2026, from 61% in February 2026 |
        | | 1.2 Give heads of service a weekly list of open strategy discussions | 27 April 2026 | 29 May 2026 | Daniel Prewett (Performance Manager) | 1.2 Heads of service receive the list every Monday |
        | | 1.3 Hold every strategy discussion with police and health present | 11 May 2026 | 25 September 2026 | Maya Okonkwo (Head of Children in Need) | 1.3 90% of strategy discussions have police and health present by 31 December 2026, from 48% in February 2026 |
        | | 1.4 Alert the Safeguarding and Standards Unit to any likely initial child protection conference straight after the strategy discussion | 1 June 2026 | 16 October 2026 | Siân Llewellyn-Whitcombe (Head of Access and Assessment)/ | 1.4 Conferences are held on time more often |
        | | 1.5 Fold the section 47 outcome form into the single assessment | 7 September 2026 | 30 November 2026 | Siân Llewellyn-Whitcombe (Head of Access and Assessment) | 1.5 Monitored through audit |
        | | 1.6 Train all 64 relevant staff in section 47 thresholds | 15 June 2026 | 18 December 2026 | Paul Idris Hale (Workforce Development Lead) | 1.6 All 64 staff trained in section 47 thresholds |
        | (a) 2 Child protection and child in need plans | 2.1 Audit child protection and child in need plans every month | 1 May 2026 | 30 June 2026 | Ruth Ashworth-Bello (Improvement Manager) | 2.1 80% of audited plans have dated, measurable steps by 30 November 2026, from 41% in March 2026 |
        | | 2.2 Rewrite the plan template so that every step has a person and a date | 3 August 2026 | 27 November 2026 | Tom Hallam (Principal Social Worker) | 2.2 New template used in 100% of plans made after 4 January 2027 |
        | | 2.3 Agree each plan with parents in words they would use | 1 June 2026 | 30 October 2026 | Maya Okonkwo (Head of Children in Need) | 2.3 Plans are of good quality |
        | | 2.4 Put a contingency in every child protection plan; new closure form in use by 30 September 2026 | 6 July 2026 | 6 November 2026 | Maya Okonkwo (Head of Children in Need) | |
        | | 2.5 Replace "ongoing" with a review date in all 412 open plans | 18 May 2026 | 9 October 2026 | | 2.5 No open plan carries the word ongoing by 9 October 2026 |
        | | 2.6 Share good plans at the practice forum | 14 September 2026 | Ongoing | Tom Hallam (Principal Social Worker) | |

        ## Part 2: Practice

        | Area for development | We will | Start | Finish | Lead | Success criteria |
        |---|---|---|---|---|---|
        | (a) (b) 3 Assessments that start from the child | 3.1 Agree a practice standard for assessments and issue it to all teams | 20 April 2026 | 3 July 2026 | Siân Llewellyn-Whitcombe (Head of Access and Assessment) | 3.1 Standard issued |
        | | 3.2 See every child alone within five working days of referral | 1 June 2026 | 31 August 2026 | Siân Llewellyn-Whitcombe (Head of Access and Assessment) | 3.2 90% of children are seen alone within five working days by 30 September 2026, from 67% in March 2026 |
        | | 3.3 Put a chronology in every assessment | 6 July 2026 | 30 September 2026 | Siân Llewellyn-Whitcombe (Head of Access and Assessment) | 3.3 85% of audited assessments hold a chronology that was used by 31 January 2027, from 38% in March 2026 |
        | | 3.5 Commission cultural competence training | 7 September 2026 | Ongoing | Paul Idris Hale (Workforce Development Lead) | 3.5 Staff are confident |
        | (b) 4 Closing and stepping down | 4.1 Have a manager agree every closure and say why on the file | 1 June 2026 | 31 July 2026 | Maya Okonkwo (Head of Children in Need) | 4.1 95% of closures sampled each month show the manager's reason by 30 November 2026, from 52% in May 2026 |
        | | 4.2 Launch the closure form | 5 October 2026 | 11 December 2026 | Maya Okonkwo (Head of Children in Need) | 4.2 Re-referrals within 12 months fall from 24% (68 of 283) in March 2026 to 19% by 31 March 2027 |
        | (a) 5 Supervision and management oversight | 5.1 Issue a supervision policy with a fixed minimum | 20 April 2026 | 5 June 2026 | Tom Hallam (Principal Social Worker) | 5.1 See 2.9 |
        | | 5.2 Supervise every child protection case at least once in four weeks | 11 May 2026 | 14 August 2026 | Maya Okonkwo (Head of Children in Need) | 5.2 95% of child protection cases have recorded supervision in the last four weeks by 30 November 2026, from 66% in March 2026 |
        | | 5.3 Observe one supervision session a month in each team and report themes to the Board | 10 August 2026 | 11 December 2026 | Tom Hallam and team managers | 5.3 Supervision records show what changed for the child in 75% of a sample of 40 files each quarter by 31 March 2027, from 55% in June 2026 |
        | | 5.4 Fill the six vacant team manager posts | 4 May 2026 | 13 November 2026 | Paul Idris Hale (Workforce Development Lead) | 5.4 No team manager post is vacant on 30 November 2026, from six in March 2026 |
        | (a) 6 Quality assurance and audit | 6.1 Adopt an audit tool with a second, blind grade | 13 April 2026 | 29 May 2026 | Ruth Ashworth-Bello (Improvement Manager) | 6.1 Self and second grades agree in 80% of 40 cases each quarter by 31 March 2027, from 58% (23 of 40) in June 2026 |
        | | 6.2 Report audit themes to the Board every quarter | 4 January 2027 | 31 January 2027 | Ruth Ashworth-Bello (Improvement Manager) | 6.2 Four reports a year are on the Board's agenda by 31 January 2027 |

        ## Risks

        1. Vacant manager posts are not filled and supervision falls behind (**agency cover is agreed to March 2027**).
        2. The case system's upgrade slips (**the weekly list is made by hand until then**).

        ## Resources

        | Item | £ |
        |---|---|
        | Practice leads, two posts for a year | 104,000 |
        | Training in section 47 thresholds | 18,000 |
        | Independent audit partner | 26,000 |
        | Total | 138,000 |

        ## Progress note, November 2026

        Of the 459 children with a plan on 31 October 2026, 109 (22.2%) have had no recorded visit in the last ten working days. Two tasks remain for the Board.
        """
}
