extension Stylesheet {
    static let forms = """
        .field { margin: 0 0 1.25rem; padding: 0; border: 0; min-width: 0; max-width: 40rem; }
        .field.wrong { border-left: 6px solid var(--red); padding-left: 1rem; }
        .field > label, legend { display: block; font-weight: 600; padding: 0; line-height: 1.4; margin-bottom: .1875rem; }
        .field > legend { float: left; width: 100%; } .field > legend + * { clear: both; }
        .hint { font-size: .875rem; line-height: 1.43; color: var(--ink2); margin: 0 0 .375rem; }
        .error { color: var(--red); font-weight: 600; font-size: .9375rem; margin: 0 0 .375rem; }
        input, select, textarea { font: inherit; color: var(--ink); background-color: var(--paper); }
        input:not([type=radio], [type=checkbox], [type=hidden]), select, textarea {
          width: 100%; min-height: 2.5rem; padding: .375rem .625rem; border: 1px solid var(--edge); border-radius: 3px;
        }
        input[type=file] { border: 0; padding: .375rem 0; min-height: 0; }
        ::file-selector-button {
          font: inherit; font-weight: 600; min-height: 2.5rem; margin-right: .75rem; padding: .25rem 1rem; cursor: pointer;
          color: var(--link); background: var(--paper); border: 2px solid var(--link); border-radius: 3px;
        }
        textarea { display: block; resize: vertical; min-height: 5.5rem; }
        input.half { max-width: 20rem; } input.short { max-width: 7rem; }
        [aria-invalid=true], .wrong textarea { border: 2px solid var(--red) !important; }
        .date { display: flex; gap: .625rem; }
        input.day, input.month { max-width: 3.5rem; } input.year { max-width: 5rem; }
        .choice { display: grid; grid-template-columns: 1.25rem minmax(0, 1fr); gap: .125rem .625rem; padding: .25rem 0; align-items: start; }
        .choice > * { grid-column: 2; margin: 0; }
        .choice > input { grid-column: 1; width: 1.25rem; height: 1.25rem; margin: .125rem 0; accent-color: var(--link); }
        .choice > input + label { grid-row: 1; }
        .choice .field { margin: .375rem 0; }
        .button {
          display: inline-flex; align-items: center; justify-content: center; min-height: 42px; padding: .25rem 1.125rem;
          font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; border-radius: 3px;
          border: 2px solid var(--link);
        }
        .button.main { background: var(--link); color: var(--on-button); }
        .button.main:hover { background: var(--link-hover); border-color: var(--link-hover); color: var(--on-button); }
        .button.other { background: var(--paper); color: var(--link); }
        .button.other:hover { color: var(--link-hover); border-color: var(--link-hover); }
        .buttons.stacked { flex-direction: column; align-items: stretch; }
        .buttons { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1rem; margin: 1.25rem 0; }
        .question {
          border: 1px solid var(--edge); border-left: 6px solid var(--amber); padding: 1rem 1.25rem; margin: 1rem 0;
        }
        .question > :last-child { margin-bottom: 0; }
        .asked { border-top: 1px solid var(--rule); padding: 1.25rem 0 .25rem; }
        .asked .field { margin-bottom: .875rem; }
        .asked .choice { padding: 0; }
        .asked .choice > input { margin: .75rem 0; }
        .asked .choice > input + label { padding: .625rem 0; cursor: pointer; }
        .asked .choice > .hint { padding-bottom: .5rem; }
        .audit .part > .buttons { margin: .5rem 0 0; }
        """
    static let sources = """
        .quote { background: var(--panel); border-left: 4px solid var(--edge); padding: 1rem 1.25rem; margin: 0 0 1rem; }
        .quote p { margin: 0 0 .375rem; }
        .quote figcaption { font-size: .875rem; line-height: 1.43; color: var(--ink2); }
        mark { background: var(--mark); color: var(--ink); padding: 0 .15em; border-bottom: 2px solid var(--amber); }
        .scroll { overflow-x: auto; margin: 0 0 1rem; }
        .source { width: 100%; border-collapse: collapse; font-size: .875rem; line-height: 1.43; }
        .source th, .source td { border: 1px solid var(--edge); padding: .375rem .5rem; text-align: left; vertical-align: top; }
        .source th { background: var(--panel); font-size: .8125rem; font-weight: 600; }
        .source .near td { color: var(--ink2); }
        """
}
