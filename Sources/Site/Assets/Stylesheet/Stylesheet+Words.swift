extension Stylesheet {
    static let words = """
        .honest { font-size: 1.5rem; line-height: 1.35; max-width: 46ch; margin: 0 0 1.25rem; }
        .lead { font-size: 1.25rem; line-height: 1.45; max-width: 62ch; }
        .note { font-size: .875rem; line-height: 1.43; color: var(--ink2); margin: 0; }
        h2 + .note { margin-bottom: 1rem; font-size: 1rem; }
        .part { margin-top: 2.75rem; }
        .part > h2, .columns > div > h2:first-child, .part:first-child { margin-top: 0; }
        .columns { display: grid; gap: 2.75rem 3.5rem; }
        .columns > div { min-width: 0; }
        .columns + .columns, .columns + .part { margin-top: 2.75rem; }
        .seven-five { grid-template-columns: minmax(0, 7fr) minmax(0, 5fr); }
        .five-seven { grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); }
        .eight-four { grid-template-columns: minmax(0, 8fr) minmax(0, 4fr); }
        .half { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
        .symbol { flex: none; width: 1rem; height: 1rem; vertical-align: -.15em; fill: var(--ink); }
        .symbol .on { fill: var(--paper); }
        .symbol.blue { fill: var(--blue); } .symbol.green { fill: var(--green); }
        .symbol.amber { fill: var(--amber); } .symbol.red { fill: var(--red); }
        .symbol.grey { fill: var(--grey); } .symbol.contradicted { fill: var(--contradicted); }
        .symbol.improvement { fill: var(--improvement); } .symbol.concern { fill: var(--concern); }
        .symbol.expected { fill: var(--expected); } .symbol.change { fill: var(--change); }
        .tag { display: inline-flex; align-items: flex-start; gap: .375rem; font-weight: 600; }
        .tag .symbol { margin-top: calc((1lh - .875rem) / 2); width: .875rem; height: .875rem; }
        .tag.box { padding: .125rem .5rem .125rem .4375rem; border-radius: 3px; }
        .tag.box, .tag.box .symbol .on { --tint: var(--grey-tint); }
        .tag.box { background: var(--tint); font-size: .9375rem; line-height: 1.4; }
        .tag.box .symbol { margin-top: .15em; width: 1rem; height: 1rem; }
        .tag.blue-tint { background: var(--blue-tint); } .tag.green-tint { background: var(--green-tint); }
        .tag.amber-tint { background: var(--amber-tint); } .tag.red-tint { background: var(--red-tint); }
        .tag.contradicted-tint { background: var(--contradicted-tint); }
        .tag.not-claimed-tint { background: none; }
        .key {
          display: flex; flex-wrap: wrap; gap: .375rem 1.25rem; list-style: none; padding: 0; margin: .75rem 0;
          max-width: none; font-size: .875rem; color: var(--ink2);
        }
        .key li { display: flex; align-items: flex-start; gap: .375rem; }
        .key .symbol { width: .8125rem; height: .8125rem; margin-top: .25em; }
        .strip { display: inline-flex; flex-wrap: wrap; gap: .25rem; vertical-align: middle; }
        .strip .symbol { width: .8125rem; height: .8125rem; }
        .unit-bars { margin: 0 0 1.25rem; }
        .unit-bars > div {
          display: grid; grid-template-columns: 13.25rem minmax(0, 1fr) 5.75rem; gap: 0 .875rem; align-items: center;
          padding: .5rem 0;
        }
        .unit-bars dt strong { display: block; font-weight: 600; line-height: 1.3; }
        .unit-bars dt .note { display: block; line-height: 1.3; }
        .unit-bars .count { color: var(--ink2); }
        .unit-bars .count strong { font-size: 1.75rem; line-height: 1; color: var(--ink); }
        svg.units { display: block; width: 100%; height: 1.625rem; }
        .full { fill: var(--ink); } .empty { fill: var(--rule); }
        svg.split { display: block; width: 100%; height: .75rem; }
        .settled { fill: var(--ink); } .question { fill: var(--amber); }
        .out { fill: var(--paper); stroke: var(--edge); stroke-width: 1px; vector-effect: non-scaling-stroke; }
        .swatch { flex: none; width: .75rem; height: .75rem; margin-top: .3em; }
        .figure { display: flex; align-items: center; gap: .625rem; font-size: 2.5rem; line-height: 1.1; font-weight: 650; margin: 0; }
        .figure .symbol { width: 1.375rem; height: 1.375rem; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem 1.75rem; border-top: 2px solid var(--ink); padding-top: 1rem; margin: 1.25rem 0 2.75rem; }
        .figures .figure { font-size: 2rem; }
        .number strong { color: var(--ink); font-weight: 600; }
        .message { border: 1px solid var(--edge); border-left-width: 6px; padding: 1rem 1.25rem; margin: 0 0 1.75rem; border-radius: 1px; }
        .message > :last-child { margin-bottom: 0; }
        .message.saved { border-color: var(--green); }
        .message.notice { border-left-color: var(--link); }
        .message.contradiction { border-color: var(--contradicted); }
        .message.problem { border-color: var(--red); max-width: 46rem; }
        .message.problem h2 { font-size: 1.0625rem; margin: 0 0 .25rem; }
        .message.problem ul { list-style: none; padding: 0; }
        .message.problem a { color: var(--red); }
        .disclosure { margin: 1.25rem 0; }
        .disclosure > summary { color: var(--link); width: fit-content; padding: .125rem 0; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; }
        .disclosure > summary:hover { color: var(--link-hover); text-decoration-thickness: 2px; }
        .disclosure[open] > summary { margin-bottom: .75rem; }
        .lines { list-style: none; padding: 0; margin: 1rem 0 1.75rem; border-top: 1px solid var(--rule); }
        .lines > li { padding: .75rem 0; margin: 0; border-bottom: 1px solid var(--rule); }
        .secret { font-size: 1.125rem; overflow-wrap: anywhere; }
        code, pre { overflow-wrap: anywhere; }
        pre { white-space: pre-wrap; }
        .secret code { font-family: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; }
        svg.qr { display: block; max-width: 100%; height: auto; margin: 0 0 1.25rem; }
        """
}
