extension Stylesheet {
    /// Columns stack and tables fold under 60 rem; the menu and the filter fold under 44 rem.
    static let narrow = """
        @media screen and (max-width: 59.999rem) {
          .columns { grid-template-columns: minmax(0, 1fr); }
          .records, .records tbody { display: block; }
          .records thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .records tbody tr {
            display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: .125rem .5rem; padding: .75rem 0;
            border-bottom: 1px solid var(--rule);
          }
          .records.referenced tbody tr { grid-template-columns: 2rem repeat(6, minmax(0, 1fr)); }
          .records tbody th, .records tbody td, .records.dense tbody td {
            display: block; grid-column: 1 / -1; padding: 0; border: 0; text-align: left;
          }
          .records tbody td.number { text-align: left; white-space: normal; }
          .records.referenced tbody th, .records.referenced tbody td { grid-column: 2 / -1; }
          .records.referenced tbody td.reference { grid-column: 1; grid-row: 1; }
          .records tbody th.name { font-weight: 600; padding-bottom: .25rem; }
          .records tbody th.name a { font-weight: 600; }
          .records tbody td[data-label] { display: flow-root; padding-left: 5.75rem; min-height: 1.4em; }
          .records tbody td[data-label]::before {
            content: attr(data-label); float: left; width: 5.25rem; margin-left: -5.75rem; color: var(--ink2);
            font-size: .875rem; line-height: 1.5; overflow-wrap: anywhere;
          }
          .records tbody td.short[data-label], .records.referenced tbody td.short[data-label] {
            grid-column: span 2; padding-left: 0;
          }
          .records tbody td.short[data-label]::before { float: none; display: block; width: auto; margin-left: 0; }
          .records tbody .group { display: block; padding: 0; border: 0; margin-top: 1rem; }
          .records tbody .group th { display: block; padding: .625rem .75rem; border-bottom: 1px solid var(--rule); }
          .group-line { display: grid; grid-template-columns: 1.75rem minmax(0, 1fr); }
          .group-line .note { grid-column: 2; margin: 0; }
          .records:has(.group) td:first-child { padding-left: 0; }
          .records.referenced tbody :not(.short) + td.short[data-label] { grid-column: 2 / span 2; }
          .finding { grid-template-columns: minmax(0, 1fr); }
          .finding .severity { display: flex; gap: 1rem; align-items: baseline; }
          .finding .severity .note { padding: 0; }
          .deeds { margin-top: .375rem; }
        }
        @media screen and (max-width: 43.999rem) {
          .page { padding: 0 1rem; }
          h1 { font-size: 1.5rem; }
          h2 { font-size: 1.25rem; }
          .honest { font-size: 1.25rem; }
          .authority, .who, .sections { display: none; }
          .band .page { position: relative; justify-content: space-between; }
          .menu { display: block; position: static; }
          .menu > summary { list-style: none; padding: .5rem 0; line-height: 2rem; }
          .menu > summary::-webkit-details-marker { display: none; }
          .menu > summary::after {
            content: ""; display: inline-block; width: .5rem; height: .5rem; margin: 0 .1875rem .1875rem .625rem;
            border: solid currentColor; border-width: 0 2px 2px 0; transform: rotate(45deg);
          }
          .menu[open] > summary::after { transform: rotate(-135deg); margin-bottom: -.0625rem; }
          .band .page:has(.menu[open]) { flex-wrap: wrap; padding-bottom: .75rem; }
          .menu[open] { display: contents; }
          .menu-list { width: 100%; flex: 1 0 100%; }
          .menu-list ul { list-style: none; margin: 0; padding: 0; max-width: none; }
          .menu-list a, .menu-list .plain { display: block; padding: .625rem 0; line-height: 1.75rem; text-decoration: none; }
          .menu-list a[aria-current] { font-weight: 650; text-decoration: underline; text-decoration-thickness: 3px; }
          .menu-list .find input { flex: 1; min-height: 2.5rem; }
          .menu-list .waiting { color: var(--on-band2); font-size: .875rem; }
          .heading { grid-template-columns: minmax(0, 1fr); padding: 1rem 0 0 1.125rem; margin-bottom: 1.5rem; }
          .heading::before { left: 2px; }
          .heading::after { left: -2px; }
          .heading > h1, .heading > .button { grid-column: 1; justify-self: start; }
          .facts { display: block; margin: 0; clip-path: none; }
          .facts li { padding: 0; border: 0; }
          .facts li + li { margin-top: .125rem; }
          .filter { padding: .625rem .75rem; }
          .filter[open] > summary { margin-bottom: .75rem; }
          .filter form { display: block; }
          .filter .field { margin-bottom: .75rem; }
          .list-count p { margin-bottom: .25rem; }
          .unit-bars > div { grid-template-columns: minmax(0, 1fr) auto; gap: .375rem .75rem; }
          .unit-bars .units { grid-column: 1 / -1; grid-row: 2; }
          .summary > div { grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; }
          .summary .value { grid-column: 1 / -1; grid-row: 2; }
          .history li { display: block; }
          .history time { display: block; }
          .tasks li { flex-wrap: wrap; gap: .125rem 1rem; }
          .figures { display: block; padding: 0; }
          .figures .number { display: grid; grid-template-columns: 4rem minmax(0, 1fr); gap: .75rem; align-items: center; border-bottom: 1px solid var(--rule); padding: .5rem 0; }
          .three-facts { display: block; }
          .three-facts li { padding: 0 0 1.25rem 1.75rem; }
          .three-facts li::before { left: 9px; right: auto; top: 0; bottom: 0; width: 2px; height: auto; }
          .buttons .button { max-width: 100%; }
          .choice { grid-template-columns: 1.5rem minmax(0, 1fr); padding: .5rem 0; }
          .choice > input { width: 1.5rem; height: 1.5rem; margin: 0; }
          .foot { margin-top: 3.5rem; }
        }
        @media (forced-colors: active) {
          .heading::before, .heading::after, .three-facts li::before { background: CanvasText; forced-color-adjust: none; }
          .symbol, .full, .settled { fill: CanvasText; }
          .symbol .on { fill: Canvas; }
          .sections a[aria-current] { border-bottom-color: Highlight; }
          .tag.box { border: 1px solid CanvasText; }
        }
        @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: auto; } }
        """
    static let print = """
        @media print {
          @page { size: A4; margin: 12mm 14mm; }
          html { font-size: 80%; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          .skip, .band, .sections, .filter, .tabs, .button, .buttons, .deeds, .pages, .foot ul, .disclosure > summary,
          .list-count p + p, .take-away { display: none !important; }
          .page { max-width: none; padding: 0; }
          a, a:visited { color: inherit; text-decoration: none; }
          .heading { padding-top: .5rem; }
          .records thead { display: table-header-group; }
          .records thead th { position: static; }
          tr, .finding, .tasks li, .unit-bars > div, figure { break-inside: avoid; }
          h2, h3 { break-after: avoid; }
          .foot { margin-top: 2rem; }
          .foot .page { padding: .75rem 0 0; }
        }
        """
}
