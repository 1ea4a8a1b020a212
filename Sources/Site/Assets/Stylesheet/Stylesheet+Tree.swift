extension Stylesheet {
    /// What is part of what: lists within lists, each hanging from a hairline.
    static let tree = """
        .tree { font-size: .9375rem; line-height: 1.43; }
        .tree ul { list-style: none; margin: 0; padding: 0; max-width: none; }
        .tree ul ul { margin-left: .375rem; padding-left: 1.125rem; border-left: 1px solid var(--rule); }
        .tree li { margin: 0; padding: .375rem 0; }
        .tree-name { margin: 0; max-width: none; }
        .tree-name a { font-weight: 600; }
        .tree-posts { margin: .25rem 0 .375rem; }
        .tree-posts > div { display: grid; grid-template-columns: minmax(0, 20rem) minmax(0, 1fr); gap: 0 1rem; padding: .125rem 0; }
        .tree-posts dt, .tree-posts dd { margin: 0; font-weight: 400; }
        @media screen and (max-width: 44rem) {
          .tree ul ul { padding-left: .75rem; }
          .tree-posts > div { grid-template-columns: minmax(0, 1fr); padding: .25rem 0; }
          .tree-posts dd { color: var(--ink2); }
          .tree-posts a, .tree-name a { display: inline-block; line-height: 1.5rem; }
        }
        """
}
