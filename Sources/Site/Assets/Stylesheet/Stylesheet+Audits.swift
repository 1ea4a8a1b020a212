extension Stylesheet {
    /// What a round of audits found.
    static let audits = """
        .matrix { border-collapse: separate; border-spacing: 3px; width: 100%; table-layout: fixed; margin: .5rem 0; }
        .matrix th, .matrix td { padding: .25rem; text-align: center; font-weight: 400; vertical-align: middle; }
        .matrix thead th { font-size: .8125rem; line-height: 1.3; color: var(--ink2); vertical-align: bottom; }
        .matrix .over, .matrix .corner, .matrix thead th:last-child { color: var(--ink); font-weight: 600; }
        .matrix thead td { padding: 0; }
        .matrix th[scope=row], .matrix .corner { text-align: right; padding-right: .625rem; font-size: .875rem; line-height: 1.3; color: var(--ink2); }
        .matrix tr > :first-child { width: 26%; } .matrix tr > :last-child { width: 11%; }
        .matrix tbody td { height: 3rem; font-size: 1.125rem; font-weight: 650; background: var(--panel); }
        .matrix tbody td.kinder, .swatch.kinder { background: var(--contradicted-tint); }
        .matrix tbody td.harder, .swatch.harder { background: var(--blue-tint); }
        .matrix tbody td.same { outline: 2px solid var(--ink); outline-offset: -2px; }
        .matrix tbody td.none { font-weight: 400; font-size: .9375rem; color: var(--ink2); }
        .matrix tbody td.all { background: none; font-weight: 400; font-size: .9375rem; color: var(--ink2); }
        .matrix tbody td.sum { color: var(--ink); font-weight: 650; }
        .matrix .totals td, .matrix .totals th { height: auto; }
        .matrix abbr { text-decoration: none; } .matrix .tight { display: none; }
        .matrix-key .swatch { display: block; width: .875rem; height: .875rem; border: 1px solid var(--edge); }
        .matrix-key .swatch.kinder { border-color: var(--concern); } .matrix-key .swatch.harder { border-color: var(--improvement); }
        .matrix-key .swatch.same { border: 2px solid var(--ink); }
        svg.lean { display: block; width: 100%; height: 1.5rem; margin-top: .5rem; }
        svg .kinder { fill: var(--concern); } svg .same { fill: var(--expected); } svg .harder { fill: var(--improvement); }
        .lean-words { display: flex; justify-content: space-between; gap: 1rem; margin: .375rem 0 .5rem; }
        .lean-words > div { display: flex; flex-direction: column-reverse; }
        .lean-words > div:last-child { text-align: right; }
        .lean-words dd { margin: 0; font-size: 1.25rem; line-height: 1.3; font-weight: 650; }
        .lean-words dt { font-size: .875rem; font-weight: 400; color: var(--ink2); }
        .interval-bars { margin: 0; }
        .interval-bars > div { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 0 1rem; align-items: center; padding: .25rem 0; }
        .interval-bars dt { font-weight: 400; line-height: 1.35; } .interval-bars dd { margin: 0; }
        .interval-bars .note { display: block; }
        svg.interval { display: block; width: 100%; height: 1.625rem; }
        svg.interval *, svg.gap * { vector-effect: non-scaling-stroke; }
        .reach { fill: var(--rule); } .reach.strong { fill: var(--grey); fill-opacity: .55; }
        .reach-end { stroke: var(--expected); stroke-width: 1.25px; }
        .tick { stroke: var(--expected); stroke-width: 3px; } .tick.strong { stroke: var(--ink); }
        .interval-axis { display: flex; justify-content: space-between; margin-left: 10.5rem; font-size: .8125rem; color: var(--ink2); }
        svg.gap { display: block; width: 100%; min-width: 6rem; height: .75rem; }
        .result-table td { vertical-align: top; } .result-table .gap-cell { width: 30%; vertical-align: middle; }
        .count-list { list-style: none; margin: 0 0 1.25rem; padding: 0; max-width: none; border-top: 1px solid var(--rule); }
        .count-list li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; margin: 0; padding: .625rem 0; border-bottom: 1px solid var(--rule); }
        .count-list strong { font-weight: 650; } .count-list .note { grid-column: 1; }
        @media screen and (max-width: 43.999rem) {
          .matrix .wide { display: none; } .matrix .tight { display: inline; }
          .matrix tr > :first-child { width: 33%; } .matrix th[scope=row] { padding-right: .25rem; font-size: .8125rem; }
          .interval-bars > div { grid-template-columns: minmax(0, 1fr); }
          .interval-axis { margin-left: 0; }
        }
        @media screen and (max-width: 59.999rem) { .records tbody td.text:has(svg.gap) { display: none; } }
        @media (forced-colors: active) {
          .matrix tbody td.kinder, .matrix tbody td.harder { border: 1px dashed CanvasText; }
          svg .kinder, svg .same, svg .harder, .reach { forced-color-adjust: none; }
        }
        """
}
