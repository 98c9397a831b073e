enum ReportStyle {
    // Contrast of text is above 7:1 on both grounds; the two series differ in lightness too, for print without colour.
    static let css = """
        :root { color-scheme: light dark; --ink: #1b1b1b; --soft: #525252; --ground: #ffffff; --line: #d0d0d0;
          --award: #1f5fae; --return: #9db8d9; --late: #b4441c; }
        @media (prefers-color-scheme: dark) { :root { --ink: #ececec; --soft: #b8b8b8; --ground: #161616; --line: #444444;
          --award: #7db1f2; --return: #46658a; --late: #f0926c; } }
        @media print { :root { --ink: #000000; --soft: #333333; --ground: #ffffff; --line: #bbbbbb;
          --award: #1f5fae; --return: #9db8d9; --late: #b4441c; } }
        * { box-sizing: border-box; }
        body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); margin: 0 auto;
          max-width: 60rem; padding: 1.5rem; }
        h1, h2 { line-height: 1.2; margin: 0 0 .5rem; }
        h1, td, th, p { overflow-wrap: anywhere; }
        header p, .axis, .key { color: var(--soft); }
        .axis { text-align: center; margin: 0; font-size: .85rem; }
        section { margin: 2.5rem 0 0; }
        .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; margin: 1rem 0 0; }
        .facts div { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; display: flex;
          flex-direction: column-reverse; justify-content: flex-end; }
        .facts dd { margin: 0; font-size: 1.7rem; font-weight: 600; line-height: 1.2; }
        .facts dt { color: var(--soft); font-size: .9rem; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
        caption { text-align: left; color: var(--soft); padding: .5rem 0; }
        th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; }
        th:first-child { text-align: left; }
        tbody th { font-weight: normal; min-width: 9rem; }
        thead th { color: var(--soft); font-weight: 600; overflow-wrap: normal; }
        .months thead th { white-space: nowrap; }
        svg { width: 100%; height: auto; display: block; margin: .5rem 0; }
        .grid { stroke: var(--line); stroke-width: 1; }
        .mark { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 4 3; }
        .tick { fill: var(--soft); font-size: 12px; }
        rect.award { fill: var(--award); } rect.return { fill: var(--return); } rect.late { fill: var(--late); }
        .key span { display: inline-block; width: .8rem; height: .8rem; margin-left: .8rem; border-radius: .15rem; }
        .key span:first-child { margin-left: 0; }
        .key .award { background: var(--award); } .key .return { background: var(--return); }
        @media print { body { max-width: none; padding: 0; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          section, tr, svg { break-inside: avoid; } section:has(tbody tr:nth-child(20)) { break-inside: auto; }
          h2 { break-after: avoid; } .wide { overflow: visible; } }
        """
}
