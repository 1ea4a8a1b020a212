/// Header phrases by what they mean, as plans of many councils write them; the longest that fits counts.
enum HeaderVocabulary {
    static let phrases: [(HeaderSense, String)] = [
        (
            .reference,
            """
            ref, refs, ref no, reference, reference no, reference number, ref number, no, nos, num, number, #, id, item,
            item no, item number, serial, serial no, row, s no, sn, line
            """
        ),
        (
            .areaReference,
            """
            recommendation no, recommendation number, rec no, rec number, rec, rec ref, recommendation ref, priority no,
            priority number, area no, area ref, objective no, objective ref, finding no, outcome no, outcome ref,
            priority ref, aim no, recommendation reference
            """
        ),
        (
            .actionReference,
            """
            action no, action ref, action number, action id, action reference, task no, task id, task number, step no,
            activity no, activity ref, task ref, milestone no
            """
        ),
        (
            .area,
            """
            area for development, areas for development, area of development, areas of development,
            area for improvement, areas for improvement, area of improvement, areas of improvement, improvement area,
            improvement areas, area of focus, areas of focus, focus area, focus areas, area, areas, area of practice,
            development area, development areas, development need,
            recommendation, recommendations, ofsted recommendation, ofsted recommendations, ofsted finding,
            ofsted findings, finding, findings, inspection finding, inspection findings, issue, issues,
            issue identified, issues identified, concern, concerns, weakness, weaknesses, problem, gap, gaps,
            improvement priority, objective, objectives, strategic objective, key objective, improvement objective,
            aim, aims, goal, goals, our goal, requirement, requirements, improvement required, improvements required,
            improvement needed, improvement, what do we need to improve, what we need to improve,
            what needs to improve, what needs improving, what needs to be improved, what must improve,
            what must get better, what needs to get better, what do we want to achieve, what we want to achieve,
            what are we trying to achieve, what will we achieve, what do we need to achieve, what did ofsted say,
            what ofsted said, what inspectors said, ofsted said, inspectors said, you said, what you said,
            what we need to do better, what is the issue, judged good if, good if, what are we worried about,
            learning point, learning, lesson, lessons, key line of enquiry, kloe, ambition, commitment, promise, pledge,
            what good looks like, statement
            """
        ),
        (.priority, "priority, priorities, priority area, priority areas, key priority, strategic priority"),
        (
            .theme,
            """
            theme, themes, workstream, work stream, domain, strand, standard, judgement area, judgement,
            inspection judgement, programme, pillar, section, category, quality standard, thematic area, chapter,
            programme area, service area
            """
        ),
        (
            .change,
            """
            what needs to change, what has to change, what must change, what will change, change required,
            changes required, change needed, changes needed, required change, changes, change, what should change,
            what do we need to change, required improvement, sub objective
            """
        ),
        (
            .action,
            """
            action, actions, key action, key actions, action required, actions required, required action,
            required actions, action needed, actions needed, action to be taken, actions to be taken,
            action point, action points, agreed action, agreed actions, proposed action, proposed actions,
            planned action, planned actions, improvement action, improvement actions, specific action,
            specific actions, detailed action, detailed actions, actions to achieve, action description,
            what will we do, what we will do, what are we going to do, what we are going to do, what we are doing,
            what do we need to do, what we need to do, what needs to be done, what needs to happen, what will be done,
            what will happen, what must be done, what is to be done, what action, what will you do,
            we will, how we will, how will we do it, how we will do it, how will we do this, how we will do this,
            how will we achieve this, how we will achieve this, how will this be achieved, how this will be achieved,
            how will it be achieved, how will change be achieved, how change will be achieved,
            how will we get there, how we will get there, how will we achieve it, how are we going to do it, how,
            how to achieve it, how we intend to achieve it,
            activity, activities, key activity, key activities, task, tasks, key task, key tasks, step, steps, key steps,
            next steps, steps to be taken, intervention, interventions, initiative, response, our response,
            management response, work required, improvement activity, what, deliverables and actions,
            project, plan of action, things to do, to do, what we did, we did, measures to be taken
            """
        ),
        (
            .milestone,
            "milestone, milestones, key milestone, key milestones, interim milestones, milestones and targets"
        ),
        (
            .lead,
            """
            lead, leads, lead officer, lead officers, lead person, lead name, lead role, lead agency, lead partner,
            lead manager, lead director, named lead, strategic lead, operational lead, senior lead, senior leads,
            action lead, delivery lead, who, by whom, who by, whom, who will do it, who will do this, who will lead,
            who is responsible, whos responsible, who is leading, who leads, who will lead this, who is accountable,
            whos leading, owner, owners, action owner, ownership, owned by, responsible, responsibility,
            responsibilities, person responsible, persons responsible, person s responsible, people responsible,
            responsible person, responsible officer, responsible officers, responsible lead, responsible for delivery,
            officer responsible, officers responsible, accountable, accountability, accountable officer,
            accountable lead, accountable person, assigned to, allocated to, officer, officers, sro,
            senior responsible officer, senior responsible owner, led by, resp, delivered by, sponsor,
            executive sponsor, who will be responsible, who is going to do it, action by, task owner, nominated lead,
            lead and support, contact
            """
        ),
        (
            .timescale,
            """
            timescale, timescales, time scale, time scales, timeframe, time frame, timeframes, timeline, timelines,
            timing, timings, when, by when, when by, by when will it be done, when will it be done, when will we do it,
            when will this happen, when will this be done, deadline, deadlines, target date, target dates, due, due by,
            due date, date due, date, dates, completion, completion date, completion by, complete by, completed by,
            date for completion, date of completion, target completion, target completion date, target for completion,
            to be completed by, to be completed, to complete by, deliver by, delivery date, date to be completed,
            by date, implementation date, planned completion, planned completion date, expected completion,
            expected completion date, action date, timescale for completion, target deadline, by, period, date by,
            date for delivery, anticipated completion date, due for completion, planned date
            """
        ),
        (
            .start,
            "start, starts, start date, from, commence, commencement, begin, begins, starting, date started, start by"
        ),
        (
            .finish,
            "finish, finishes, end, ends, end date, finish date, until, finish by, end by, planned end, planned finish"
        ),
        (
            .actualFinish,
            """
            date completed, actual completion date, actual completion, actual finish, actual end, actual date,
            actual end date, date achieved, date closed, closed, completed on, revised date, revised deadline,
            revised timescale, revised completion date, review date, date of review, date reviewed, date updated,
            last updated, date of update, updated, next review
            """
        ),
        (
            .success,
            """
            success criteria, success criterion, criteria for success, success measure, success measures,
            success factors, success indicator, success indicators, measure of success, measures of success,
            how will we know, how we will know, how well know, how do we know, how will you know,
            how will we know its working, how will we know it has worked, how we will measure success,
            how will we measure success, how will success be measured, how success will be measured,
            what will success look like, what does success look like, what success looks like, what will good look like,
            what does good look like, what it will look like, indicator, indicators, performance indicator,
            performance indicators, key performance indicator, key performance indicators, kpi, kpis,
            measure, measures, performance measure, performance measures, measure and target, measures and targets,
            success, output, outputs, deliverable, deliverables, intended output, expected output, outcome measure,
            outcome measures, measurable outcome, criteria, quality measure, quality measures, key measure, key measures,
            how we will know we have been successful, how will we know we have been successful,
            how will we know we have made a difference, how will we know we are successful, signs of success,
            how will we know it has been done, closing criterion, completion criteria, acceptance criteria
            """
        ),
        (
            .progress,
            """
            measures of progress, measure of progress, progress measure, progress measures, progress indicator,
            progress indicators, indicators of progress, process measure, process measures, how will we measure progress
            """
        ),
        (
            .impact,
            """
            impact, impacts, intended impact, expected impact, measures of impact, measure of impact, measure on impact,
            impact measure, impact measures, desired impact, impact for children, impact on children,
            impact on children and families, what difference, what difference will it make,
            what difference will this make, difference it will make, difference made, the difference, difference,
            what will be different, what will be different for children, what will be better, what will have changed,
            intended difference, what impact, so what, indicators of impact, anticipated impact
            """
        ),
        (
            .progressAndImpact,
            "measures of progress and impact, progress and impact measures, measure of progress and impact"
        ),
        (
            .outcome,
            """
            outcome, outcomes, key outcome, key outcomes, expected outcome, expected outcomes, intended outcome,
            intended outcomes, desired outcome, desired outcomes, outcome sought, outcomes sought, outcome for children,
            outcomes for children, outcomes for children and young people, benefit, benefits, result, results,
            expected result, anticipated outcome, anticipated outcomes, planned outcome, outcome required, what we want
            """
        ),
        (.target, "target, targets, target value, target performance"),
        (
            .baseline,
            """
            baseline, baselines, current position, where are we now, current performance, starting point,
            starting position, current status, position at, current baseline, what we know now
            """
        ),
        (
            .monitoring,
            """
            monitor, monitored, monitoring, monitoring arrangements, monitoring method, how measured, how monitored,
            how will we measure, how will it be measured, how will this be measured, how will it be monitored,
            how will this be monitored, how this will be monitored, how it will be monitored, how will we monitor,
            measured, quality assurance, assurance, how will we check, how we will check, governance, reporting,
            reporting to, reported to, reports to, report to, scrutiny, review arrangements, method of measurement,
            oversight, assurance method, how assured, checked by
            """
        ),
        (
            .monitoredBy,
            "monitored by, monitoring lead, reviewed by, assured by, signed off by, verified by, verifier, sign off"
        ),
        (
            .evidence,
            """
            evidence, source of evidence, sources of evidence, evidence source, how evidenced, evidenced by,
            evidence required, evidence of completion, evidence of progress, evidence of impact, evidence base,
            what evidence, what is the evidence, how will we evidence, how will we evidence this,
            how will it be evidenced, how will this be evidenced, supporting evidence, evidence and documents, proof
            """
        ),
        (
            .status,
            """
            status, rag, brag, ragb, bragg, rag rating, rag status, brag rating, brag status, current rag, progress rag,
            rating, action status, complete, completed, done, state, delivery status, delivery rag, status rag, impact rag,
            progress rating
            """
        ),
        (
            .source,
            "source, sources, origin, inspection reference, ofsted ref, ofsted reference, report reference, code, codes, derived from, report paragraph, where from"
        ),
        (
            .remark,
            """
            progress, progress update, progress updates, progress to date, progress made, progress report, progress notes,
            update, updates, latest update, comment, comments, comment or update, remarks, note, notes, commentary,
            narrative, further action, further actions, actions taken, action taken, actions taken to date,
            action taken to date, work done so far, what have we done, what we have done, done so far,
            resource, resources, resource implications, resources required, resource requirements, resources needed,
            resources and costs, costs and resources, funding, support, support needed, supported by, supporting officers,
            support officer, supporting, contributors, partners, key partners, partner agencies, involved, who else,
            dependency, dependencies, interdependencies, links, links to, link to, linked documents, rationale, why,
            why is this important, why this matters, risk rating, issues and risks, barriers, mitigation, mitigating actions,
            contingency, next step, priority level, priority rating, high medium low, urgency, confidence, consultees,
            training, equality, assumptions, position statement, where we are, context, background, achievements,
            exception report
            """
        ),
        (.risk, "risk, risks, risk description, description of risk, hazard, threat"),
        (.likelihood, "likelihood, probability, severity, risk score, inherent risk, residual risk"),
        (
            .version,
            "version, version no, version number, author, amendment, revision, issue date, change history, distribution"
        ),
        (.person, "name, names, member, members, board member, attendee, attendees, membership"),
        (
            .post,
            "post, role, roles, job title, title, organisation, agency, designation, position, team, telephone, email"
        ),
        (
            .amount,
            "cost, costs, amount, budget, £, total, total cost, price, spend, estimated cost, financial implications"
        ),
        (
            .term,
            "term, terms, abbreviation, abbreviations, acronym, acronyms, meaning, definition, stands for, key, legend, glossary"
        ),
        (.audience, "audience, staff group, training need, training needs, course, who for"),
        (
            .meeting,
            "meeting, meetings, meeting date, agenda, agenda item, venue, page, page no, forum, frequency"
        ),
    ]
}
