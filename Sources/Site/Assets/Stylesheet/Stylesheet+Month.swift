extension Stylesheet {
    /// A month: weeks as rows, or where it is narrow a list of the days that hold something. And what a search found.
    static let month = """
        .months { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 2rem; margin: .75rem 0; font-size: .9375rem; }
        .months a { padding: .25rem 0; }
        table.month { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: .875rem; line-height: 1.4; }
        .month th { text-align: left; font-size: .8125rem; color: var(--ink2); padding: .25rem .5rem; border-bottom: 2px solid var(--ink); }
        .month td { vertical-align: top; padding: .375rem .5rem .75rem; border: 1px solid var(--rule); overflow-wrap: anywhere; }
        .month td.rest { background: var(--panel); }
        .month td.other { border-color: transparent; }
        .month td.today { box-shadow: inset 2px 0 var(--ink); }
        .month .day { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums; }
        .month .day .quiet { font-weight: 400; }
        .month .long { display: none; }
        .month ul { list-style: none; margin: .25rem 0 0; padding: 0; max-width: none; }
        .month li { margin: 0 0 .5rem; }
        .month li .quiet { display: block; font-size: .8125rem; }
        .found { list-style: none; margin: 0; padding: 0; max-width: 48rem; }
        .found li { padding: .625rem 0; border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; }
        .found p { margin: 0; }
        .seek { display: flex; flex-wrap: wrap; align-items: end; gap: .75rem 1rem; margin-bottom: 1.5rem; }
        .seek > * { margin-bottom: 0; }
        .secret { overflow-wrap: anywhere; user-select: all; }
        @media screen and (max-width: 59.999rem) {
          table.month, .month tbody, .month tr, .month td { display: block; }
          .month thead, .month td.other, .month td.empty, .month td.rest:not(:has(li)) { display: none; }
          table.month:not(:has(li)), .month tr:not(:has(li)) { display: none; }
          .month td { border: 0; border-bottom: 1px solid var(--rule); padding: .625rem .5rem; }
          .month .long { display: inline; }
          .month li a { display: inline-block; padding: .125rem 0; }
        }
        """
}
