/// How the HTML sheet looks, on the screen and on A4.
enum AppraisalStyle {
  /// Colours keep a contrast of 4.5 to 1 or more on their grounds, and none carries a meaning that
  /// the words do not.
  static let sheet = """
    :root { color-scheme: light; --line: #9aa1a9; --soft: #f3f5f7; --ink: #1b1f23; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 76rem; padding: 1rem 1.25rem 3rem; color: var(--ink);
      background: #fff; font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
    header { text-align: center; margin-bottom: 1rem; }
    h1 { font-size: 1.6rem; margin: .5rem 0 .25rem; }
    h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 2px solid var(--ink); }
    h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
    .subject { font-size: 1.1rem; font-weight: 600; margin: 0; }
    nav { position: sticky; top: 0; background: #fff; padding: .4rem 0; text-align: center;
      border-bottom: 1px solid var(--line); z-index: 1; }
    nav a { margin: 0 .5rem; white-space: nowrap; }
    a { color: #0b4f9e; }
    a:focus-visible { outline: 3px solid #b45309; outline-offset: 2px; }
    section, article { scroll-margin-top: 3rem; }
    .head div { display: grid; grid-template-columns: 9rem 1fr; gap: .75rem; padding: .15rem 0; }
    dl { margin: 0; } dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
    .proposal { border: 2px solid; padding: .6rem 1rem; font-size: 1.15rem; }
    .proposal strong { text-transform: uppercase; }
    .small, small { font-size: .875rem; color: #444c55; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
    caption { text-align: left; font-weight: 600; padding: .25rem 0; }
    th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left;
      vertical-align: top; overflow-wrap: break-word; }
    tbody th { font-weight: 400; }
    thead th { background: var(--soft); font-weight: 600; }
    td ul, th ul { margin: 0; padding-left: 1.1rem; }
    .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    table.conditions th[scope=row] { width: 24rem; }
    table.tally { width: auto; }
    .d1 th { padding-left: 1.5rem; } .d2 th { padding-left: 2.5rem; } .d3 th { padding-left: 3.5rem; }
    .verdict { font-weight: 600; }
    td.verdict { white-space: nowrap; }
    .dat, .du-dieu-kien { color: #17602c; }
    .can-bo-sung { color: #8a4b00; }
    .khong-dat, .khong-du-dieu-kien { color: #a3141c; }
    .chua-kiem-tra { color: #444c55; }
    .fill { min-width: 8rem; }
    .boxes { list-style: none; padding: 0; display: flex; gap: 2rem; flex-wrap: wrap; }
    @media (max-width: 40rem) { .head div { grid-template-columns: 1fr; gap: 0; } }
    @page { size: A4; margin: 20mm 15mm 20mm 30mm; }
    @media print {
      body { max-width: none; padding: 0; font: 11pt/1.35 "Times New Roman", "Liberation Serif", serif; }
      nav { display: none; }
      a { color: inherit; text-decoration: none; }
      .wide { overflow: visible; }
      thead { display: table-header-group; }
      tr, .proposal { break-inside: avoid; }
      h2, h3, caption { break-after: avoid; }
      #chi-tiet, #van-ban { break-before: page; }
      th, td { padding: 2pt 4pt; }
      td.verdict { white-space: normal; }
    }
    """
}
