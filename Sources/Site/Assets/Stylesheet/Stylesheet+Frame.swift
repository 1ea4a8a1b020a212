extension Stylesheet {
    static let frame = """
        .band { background: var(--band); color: var(--on-band); }
        .band .page { display: flex; align-items: center; min-height: 3rem; gap: 0 1rem; }
        .band a, .band button { color: var(--on-band); }
        .band a:hover { color: var(--on-band); }
        .band :focus-visible { outline-color: var(--band-focus); box-shadow: none; }
        .mark {
          display: flex; align-items: center; gap: .625rem; min-height: 2.5rem; font-size: 1.0625rem; font-weight: 650;
          text-decoration: none;
        }
        .mark svg { width: 13px; height: 20px; fill: var(--on-band); }
        .authority {
          color: var(--on-band2); padding-left: 1rem; border-left: 1px solid var(--ink2); font-size: .9375rem;
          line-height: 1.5;
        }
        .who { display: flex; align-items: center; gap: 1.25rem; margin-left: auto; font-size: .875rem; }
        .who a { color: var(--on-band2); text-decoration: none; padding: .375rem 0; }
        .who a:hover { text-decoration: underline; }
        .find { display: flex; align-items: center; gap: .5rem; }
        .find input {
          font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: 3px;
          padding: .25rem .5rem; width: 11rem; min-height: 2rem; min-width: 0;
        }
        .plain {
          font: inherit; background: none; border: 0; padding: .375rem 0; cursor: pointer; text-decoration: underline;
          text-decoration-thickness: 1px; text-underline-offset: .2em;
        }
        .menu { display: none; }
        .sections { background: var(--panel); border-bottom: 1px solid var(--rule); }
        .sections ul { display: flex; flex-wrap: wrap; gap: 0 1.75rem; list-style: none; margin: 0; padding: 0; max-width: none; }
        .sections a {
          display: block; color: var(--ink); text-decoration: none; line-height: 2.75rem;
          border-bottom: 3px solid transparent; font-size: .9375rem;
        }
        .sections a:hover { border-bottom-color: var(--edge); }
        .sections a[aria-current] { font-weight: 650; border-bottom-color: var(--link); }
        .sections .waiting { font-size: .8125rem; color: var(--ink2); font-weight: 400; }
        .example { background: var(--panel); border-bottom: 1px solid var(--rule); font-size: .875rem; }
        .example p { margin: 0 auto; padding-top: .5rem; padding-bottom: .5rem; }
        .heading {
          position: relative; display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .5rem 1.5rem;
          padding: 1.25rem 0 0 1.75rem; margin-bottom: 2rem;
        }
        .heading::before {
          content: ""; position: absolute; left: 4px; top: 0; bottom: .75rem; width: 2px; background: var(--ink);
        }
        .heading::after {
          content: ""; position: absolute; left: 0; bottom: .25rem; width: 10px; height: 14px;
          background: var(--ink); clip-path: polygon(50% 0, 100% 42%, 50% 100%, 0 42%);
        }
        .heading > * { grid-column: 1 / -1; }
        .heading > h1 { grid-column: 1; }
        .heading > .button { grid-column: 2; align-self: start; }
        .facts {
          display: flex; flex-wrap: wrap; gap: .25rem 0; list-style: none; margin: 0; padding: 0; max-width: none; color: var(--ink2); font-size: .9375rem;
          line-height: 1.4;
        }
        .facts { margin-left: calc(-1rem - 1px); clip-path: inset(0 0 0 calc(1rem + 1px)); }
        .facts li { padding: 0 1rem; border-left: 1px solid var(--rule); }
        .facts strong, .facts .tag { color: var(--ink); }
        .breadcrumb ol { list-style: none; margin: 0; padding: 0; font-size: .875rem; line-height: 1.75; }
        .breadcrumb li { display: inline; }
        .breadcrumb a { display: inline-block; min-width: 1.5rem; min-height: 1.5rem; color: var(--ink2); }
        .breadcrumb li + li::before { content: "/"; padding: 0 .625rem; color: var(--ink2); }
        .tabs ul {
          display: flex; flex-wrap: wrap; gap: 0 1.5rem; list-style: none; margin: 0 0 1.75rem; padding: 0;
          max-width: none; border-bottom: 1px solid var(--rule); font-size: .9375rem;
        }
        .tabs a { display: block; padding: .375rem 0 .5rem; }
        .tabs a[aria-current] {
          color: var(--ink); font-weight: 650; text-decoration: none; box-shadow: inset 0 -2px var(--ink);
        }
        .foot { margin-top: 5.5rem; border-top: 1px solid var(--rule); font-size: .875rem; color: var(--ink2); }
        .foot .page { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 2rem; padding-top: 1.25rem; padding-bottom: 2.75rem; }
        .foot p { margin: 0; max-width: none; }
        .foot ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; margin: 0; padding: 0; max-width: none; }
        .foot a, .foot .plain { color: var(--ink2); }
        .foot .plain { padding: 0; }
        """
}
