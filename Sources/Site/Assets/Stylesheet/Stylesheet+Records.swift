extension Stylesheet {
    static let records = """
        .summary { border-top: 1px solid var(--rule); margin: 0 0 1.25rem; font-size: .9375rem; line-height: 1.43; }
        .summary > div {
          display: grid; grid-template-columns: minmax(7rem, 12rem) minmax(0, 1fr) auto; gap: .125rem 1rem;
          padding: .75rem 0; border-bottom: 1px solid var(--rule);
        }
        .summary dt { font-weight: 600; }
        .summary .note { display: block; }
        .history { list-style: none; padding: 0; margin: 0 0 .75rem; max-width: none; font-size: .9375rem; line-height: 1.43; }
        .history li { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0 .75rem; padding: .5rem 0; border-bottom: 1px solid var(--rule); }
        .history time { color: var(--ink2); }
        .tasks { list-style: none; padding: 0; margin: .75rem 0; max-width: none; border-top: 1px solid var(--rule); }
        .tasks li { display: flex; justify-content: space-between; gap: 1rem; padding: .75rem 0; border-bottom: 1px solid var(--rule); }
        .tasks li > div:first-child { min-width: 0; }
        .state { flex: none; color: var(--ink2); font-size: .9375rem; }
        .state .tag { color: var(--ink); }
        .empty { border: solid var(--rule); border-width: 1px 0; padding: 1.75rem 0; margin: 1rem 0; }
        .empty h3 { margin-top: 0; }
        .empty p { color: var(--ink2); }
        .three-facts {
          display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); list-style: none; padding: 0; margin: 0 0 2.75rem;
          max-width: none;
        }
        .three-facts li { position: relative; padding: 1.75rem 1.75rem 0 0; }
        .three-facts li::before { content: ""; position: absolute; left: 0; right: 0; top: 9px; height: 2px; background: var(--ink); }
        .node { position: absolute; left: 0; top: 0; width: 20px; height: 20px; fill: var(--ink); stroke: var(--ink); stroke-width: 2px; overflow: visible; }
        .node.not-yet { fill: var(--paper); }
        .node.no { fill: var(--contradicted); stroke: none; }
        .three-facts .title { font-size: 1.1875rem; line-height: 1.4; font-weight: 650; margin: 0; }
        .due .date { white-space: nowrap; }
        .due .date { font-weight: 600; margin: 0; line-height: 1.4; }
        .due .note { font-size: .8125rem; line-height: 1.45; }
        .way { display: block; margin: .1875rem 0; overflow: visible; }
        .way .line { stroke: var(--ink); stroke-width: 1.5px; }
        .way .ring { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5px; }
        .way .diamond { fill: var(--ink); }
        """
    static let lists = """
        .records { width: 100%; border-collapse: separate; border-spacing: 0; font-size: .9375rem; line-height: 1.4; margin: 0 0 .75rem; }
        .records caption { text-align: left; font-weight: 650; font-size: 1.0625rem; padding-bottom: .5rem; }
        .records th, .records td { text-align: left; vertical-align: top; padding: .625rem 1rem .625rem 0; border-bottom: 1px solid var(--rule); }
        .records.dense th, .records.dense td { padding-top: .375rem; padding-bottom: .375rem; }
        .records thead th {
          position: sticky; top: 0; z-index: 1; background: var(--paper); vertical-align: bottom; font-size: .8125rem;
          font-weight: 600; color: var(--ink2); border-bottom: 2px solid var(--ink);
        }
        .records thead a { color: inherit; }
        .records th[aria-sort=ascending] a::after { content: " ↑"; } .records th[aria-sort=descending] a::after { content: " ↓"; }
        .records tbody th { font-weight: 400; }
        .records .reference { color: var(--ink2); white-space: nowrap; }
        .records .number { text-align: right; }
        .records .short { white-space: nowrap; }
        .records td.number { white-space: nowrap; }
        .records .note { display: block; }
        .records tr > :last-child { padding-right: 0; }
        .records .group th { background: var(--panel); font-weight: 650; padding: .5rem .75rem; }
        .records:has(.group) tr > :first-child { padding-left: .75rem; }
        .records:has(.group) tr > :last-child { padding-right: .75rem; }
        .group-line { display: flex; gap: 0 1rem; }
        .group-reference { min-width: 1.75rem; }
        .group-line .note { margin-left: auto; font-weight: 400; }
        .records tr:target th, .records tr:target td { background: var(--mark); }
        .filter { background: var(--panel); padding: 1rem; margin: 0 0 1rem; }
        .filter form { display: flex; flex-wrap: wrap; align-items: flex-end; gap: .75rem 1rem; }
        .filter .field { flex: 1 1 9rem; margin: 0; max-width: none; }
        .filter label { font-size: .875rem; }
        .filter > summary { color: var(--link); text-decoration: underline; text-underline-offset: .2em; }
        .list-count { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2rem; font-size: .9375rem; }
        .list-count p { margin: 0 0 .5rem; }
        .take-away { margin: 1.25rem 0 0; font-size: .9375rem; }
        @media screen and (min-width: 44rem) {
          @supports selector(::details-content) {
            .filter > summary { display: none; }
            .filter::details-content { content-visibility: visible; display: block; height: auto; }
          }
        }
        .pages { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 2rem; font-size: .9375rem; }
        .pages p { margin: 0; padding: .25rem 0; }
        .pages ul { display: flex; flex-wrap: wrap; gap: 0 .25rem; list-style: none; margin: 0; padding: 0; }
        .pages li { padding: .25rem .375rem; }
        .pages a { display: inline-block; min-width: 1.5rem; text-align: center; }
        .pages a[aria-current] { color: var(--ink); font-weight: 650; text-decoration: none; }
        .finding {
          display: grid; grid-template-columns: 7.5rem minmax(0, 1fr) 13rem; gap: .25rem 1.25rem; padding: 1rem 0 1.25rem;
          border-bottom: 1px solid var(--rule);
        }
        .finding h2 { font-size: 1.0625rem; margin: 0; line-height: 1.3; }
        .finding .severity { font-size: .9375rem; }
        .finding .severity .note { padding-left: 1.25rem; }
        .finding blockquote { margin: .375rem 0; padding-left: .75rem; border-left: 3px solid var(--edge); }
        .finding p { margin-bottom: .25rem; font-size: .9375rem; }
        .finding .note { font-size: .875rem; }
        .deeds { display: flex; flex-direction: column; align-items: flex-start; gap: .5rem; font-size: .875rem; }
        .deeds .button { min-height: 2rem; padding: .125rem .75rem; font-size: .9375rem; }
        """
}
