extension Stylesheet {
    static let charts = """
        svg text { fill: var(--ink2); font-size: 13px; font-family: inherit; }
        svg text.year { fill: var(--ink); font-weight: 650; }
        .chart-sentence { font-size: 1.0625rem; max-width: none; margin: 1rem 0; }
        .solid.blue, .stroke.blue { fill: var(--blue); } .solid.green, .stroke.green { fill: var(--green); }
        .solid.amber, .stroke.amber { fill: var(--amber); } .solid.red, .stroke.red { fill: var(--red); }
        .solid.grey, .stroke.grey { fill: var(--grey); }
        .tail.blue, .slip.blue, .endless.blue { stroke: var(--blue); }
        .tail.green, .slip.green, .endless.green { stroke: var(--green); }
        .tail.amber, .slip.amber, .endless.amber { stroke: var(--amber); }
        .tail.red, .slip.red, .endless.red { stroke: var(--red); }
        .tail.grey, .slip.grey, .endless.grey, .outline.grey { stroke: var(--grey); }
        .outline { fill: var(--paper); stroke-width: 1.5px; } .ground { fill: var(--paper); }
        .slip { stroke-width: 1px; } .tail { stroke-width: 1.75px; }
        .endless { stroke-width: 1.75px; stroke-dasharray: 3 3; }
        .ring { fill: var(--paper); stroke: var(--ink); stroke-width: 1.75px; }
        .diamond, .bob { fill: var(--ink); } svg .diamond { stroke: var(--paper); stroke-width: 1px; paint-order: stroke; }
        .ghost { fill: none; stroke: var(--edge); stroke-width: 1px; stroke-dasharray: 2 2; }
        .step { fill: var(--paper); stroke: var(--ink); stroke-width: 1px; } .step.done { fill: var(--ink); }
        .ground-line, .month, .average-line { stroke: var(--rule); stroke-width: 1px; fill: none; }
        .today { stroke: var(--ink); stroke-width: 2px; } .visit { stroke: var(--ink); stroke-width: 1.5px; stroke-dasharray: 5 4; }
        .gantt { position: relative; margin: 0 0 1rem; }
        .gantt-patterns { position: absolute; width: 0; height: 0; }
        .gantt svg { display: block; width: 100%; overflow: visible; }
        .gantt-rows { list-style: none; margin: 0; padding: 0; max-width: none; position: relative; }
        .gantt-area { font-size: .9375rem; line-height: 1.4; margin: 0; }
        .gantt-reference { color: var(--ink2); }
        .gantt-area .gantt-reference { color: var(--ink); }
        .chart-key svg { flex: none; margin-top: .2em; }
        .spark svg { display: block; }
        .spark p { display: flex; align-items: flex-start; gap: .3125rem; margin: 0; font-size: .875rem; line-height: 1.43; }
        .spark .symbol { width: .875rem; height: .875rem; margin-top: .2em; }
        .series { fill: none; stroke: var(--ink2); stroke-width: 1.25px; stroke-linejoin: round; }
        .point { stroke: var(--paper); stroke-width: 1px; }
        .point.improvement { fill: var(--improvement); } .point.concern { fill: var(--concern); }
        .point.expected { fill: var(--expected); } .point.change { fill: var(--change); }
        svg.chart { display: block; width: 100%; overflow: visible; margin: 1rem 0; }
        .chart .series { stroke-width: 1.5px; }
        .target-level { stroke: var(--ink); stroke-width: 1.75px; stroke-dasharray: 9 4; }
        .average-level { stroke: var(--expected); stroke-width: 1.5px; }
        .limit-level { stroke: var(--expected); stroke-width: 1.25px; stroke-dasharray: 4 3; }
        .change-line { stroke: var(--ink2); stroke-width: 1.25px; stroke-dasharray: 1.5 3; }
        .limit-level.stair { fill: none; } .expected-band { fill: var(--panel); }
        .provisional { fill: var(--paper); stroke: var(--ink2); stroke-width: 1.5px; }
        .fan { fill: var(--fan); } .fan-line { stroke: var(--improvement); stroke-width: 1.75px; stroke-dasharray: 2 3; }
        .key .fan-key { width: 2.5rem; }
        @media screen and (min-width: 60rem), print {
          .chart-narrow { display: none !important; }
          .gantt-axis, .gantt-foot { margin-left: 35%; width: 65% !important; }
          .gantt-lines { position: absolute; left: 35%; top: 2.375rem; bottom: 0; width: 65% !important; height: calc(100% - 4.5rem); }
          .gantt-days { z-index: 1; pointer-events: none; }
          .gantt-lines * { vector-effect: non-scaling-stroke; }
          .gantt-area { position: relative; background: var(--panel); padding: .25rem .5rem; margin-top: .5rem; }
          .gantt-rows li {
            display: grid; grid-template-columns: 31.2% 3.8% 65%; align-items: center; min-height: 1.875rem;
            border-bottom: 1px solid var(--rule);
          }
          .gantt-name { display: flex; gap: .5rem; padding-left: .5rem; font-size: .875rem; line-height: 1.35; }
          .gantt-name .gantt-reference { min-width: 1.5rem; }
          .gantt-name a { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
          .gantt-state { display: flex; justify-content: flex-end; gap: .375rem; padding-right: .5rem; }
          .gantt-state .tag { font-size: 0; gap: 0; }
          .gantt-state .symbol { margin: 0; width: .875rem; height: .875rem; }
          .gantt-narrow, .gantt-ends { display: none !important; }
          .gantt-words { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); }
        }
        @media screen and (max-width: 59.999rem) {
          .chart-wide { display: none !important; }
          .chart-narrow { max-width: 36rem; }
          .gantt-axis, .gantt-foot, .gantt-lines, .gantt-wide { display: none !important; }
          .gantt-area { font-size: 1.0625rem; margin-top: 1.75rem; }
          .gantt-ends { display: flex; justify-content: space-between; font-size: .8125rem; color: var(--ink2); margin: .25rem 0 0; max-width: none; }
          .gantt-ends strong { color: var(--ink); }
          .gantt-rows li {
            display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .25rem .75rem; padding: .625rem 0;
            border-bottom: 1px solid var(--rule);
          }
          .gantt-state { display: flex; flex-direction: column; align-items: flex-end; font-size: .9375rem; }
          .gantt-narrow, .gantt-words { grid-column: 1 / -1; margin: 0; }
          .gantt-words { font-size: .9375rem; color: var(--ink2); }
          .gantt-words strong { color: var(--ink); font-weight: 600; }
        }
        """
}
