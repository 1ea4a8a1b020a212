extension Stylesheet {
    static let base = """
        *, *::before, *::after { box-sizing: border-box; }
        html { scroll-padding-top: 3.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0; background: var(--paper); color: var(--ink); font-size: 1rem; line-height: 1.5;
          font-family: "Segoe UI", -apple-system, BlinkMacSystemFont, Inter, "Noto Sans", "Liberation Sans", Arial,
            sans-serif;
          font-variant-numeric: tabular-nums lining-nums; overflow-wrap: break-word;
        }
        h1, h2, h3, h4 { font-weight: 650; margin: 0; text-wrap: balance; }
        h1 { font-size: 2rem; line-height: 1.22; max-width: 34ch; letter-spacing: -.01em; }
        h2 { font-size: 1.375rem; line-height: 1.22; margin: 2.75rem 0 .5rem; }
        h3 { font-size: 1.0625rem; line-height: 1.4; margin: 1.75rem 0 .25rem; }
        h4 { font-size: 1rem; }
        p { margin: 0 0 .75rem; max-width: 66ch; }
        ul, ol { margin: 0 0 .75rem; padding-left: 1.25rem; max-width: 66ch; }
        strong, b { font-weight: 650; }
        dl, dd, figure, blockquote { margin: 0; }
        a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .2em; }
        a:hover { color: var(--link-hover); text-decoration-thickness: 2px; }
        :focus-visible, main:focus-visible {
          outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 2px var(--paper);
        }
        main:focus { outline: none; box-shadow: none; }
        .quiet { color: var(--ink2); font-weight: 400; }
        .hidden {
          position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden;
          clip-path: inset(50%); white-space: nowrap; border: 0;
        }
        .page { max-width: 75rem; margin: 0 auto; padding: 0 2.5rem; }
        .skip { position: absolute; left: -100vw; top: 0; z-index: 3; padding: .75rem 1rem; background: var(--paper); }
        .skip:focus { left: .5rem; top: .5rem; }
        summary { cursor: pointer; }
        [hidden] { display: none !important; }
        """
}
