import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import TextMatching

/// Takes the rows of a list of nominees one by one and keeps the headings that govern them.
struct RowWalk {
  let reader: NomineeTableReader
  let grid: TableGrid
  let layout: NomineeTable
  private(set) var nominees: [Nominee] = []
  private(set) var counts: [NomineeCount] = []
  private(set) var groups: GroupStack

  /// - Parameter groups: headings still open at the end of the page before.
  init(
    reader: NomineeTableReader, grid: TableGrid, layout: NomineeTable, groups: GroupStack
  ) {
    self.reader = reader
    self.grid = grid
    self.layout = layout
    self.groups = groups
  }

  mutating func take(_ row: Int) {
    let texts = (0..<grid.width).map { column in
      grid.begins(row: row, column: column) ? grid.text(row: row, column: column) : ""
    }
    let filled = grid.table.rows[row].cells.filter { !grid.text($0).isEmpty }
    guard !filled.isEmpty, !isHeading(row), !isColumnNumbers(texts), !isTotal(filled) else {
      return
    }
    if let group = group(row, filled) {
      groups.enter(group)
      if let count = group.count { counts.append(count) }
      return
    }
    if let nominee = nominee(row) { nominees.append(nominee) }
  }

  // MARK: Rows that name nobody

  /// The headings again, as on the next page.
  private func isHeading(_ row: Int) -> Bool {
    guard let first = layout.headerRows.first, row != first else { return false }
    let heading = (0..<grid.width).map { Folding.key(grid.text(row: first, column: $0)) }
    return heading == (0..<grid.width).map { Folding.key(grid.text(row: row, column: $0)) }
  }

  private static let columnNumber = Pattern(known: #"^\(?(?:\d{1,2}|[A-E])\)?$"#)

  private func isColumnNumbers(_ texts: [String]) -> Bool {
    let filled = texts.filter { !$0.isEmpty }
    return filled.count >= 2 && filled.allSatisfy { Self.columnNumber.matches($0) }
  }

  private static let total = Pattern(
    known: #"^\W*(?:tổng(?:\s+(?:cộng|số))?|cộng|danh\s+sách\s+(?:này\s+)?(?:có|gồm))(?!\p{L})"#,
    options: .caseless)

  private func isTotal(_ filled: [Table.Cell]) -> Bool {
    filled.contains { Self.total.matches(grid.text($0)) }
  }

  // MARK: Group rows

  private static let groupLabel = Pattern(
    known: #"^(?:[IVXLC]+|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*)[.)]?$"#)
  private static let labelled = Pattern(
    known: #"^((?:[IVXLC]+|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*)[.)])\s"#)

  /// A row of one cell, or of a number and one cell, that names a class of recipients, an award or a
  /// unit rather than a nominee.
  private func group(_ row: Int, _ filled: [Table.Cell]) -> NomineeGroup? {
    // A name merged downwards makes the row one more award of that nominee.
    if let name = column(.name), !grid.begins(row: row, column: name) { return nil }
    let serial = column(.serial)
    let others = filled.filter { $0.column != serial || $0.columnSpan > 1 }
    guard others.count == 1, let cell = others.first, let block = grid.block(cell) else {
      return nil
    }
    var label = serial.map { grid.text(row: row, column: $0) } ?? ""
    if cell.column == serial { label = "" }
    let whole = grid.text(cell)
    if label.isEmpty, let match = Self.labelled.firstMatch(in: whole)?[1] {
      label = String(whole[utf8Range: match])
    }
    let span = TextSpan(block: block, utf8: 0..<grid.blocks[block].text.utf8.count)
    let text = grid.blocks[block].text
    let named = reader.awards.mentions(in: text, block: block, on: reader.day)
    let recipient = NomineeGroup.recipient(in: text)
    let isWide = cell.columnSpan > 1 || cell.column != column(.name)
    let isRoman = Self.groupLabel.matches(label) && NomineeTableReader.number(label) == nil
    // A plain number before a name with nothing else filled in may be a nominee with missing cells.
    let isPerson = NomineeName.read(text)?.recipient == .individual
    guard
      (!named.isEmpty || recipient != nil) && (isWide || isRoman || !isPerson)
        || isRoman && !isPerson || isWide && label.isEmpty && !isPerson
    else { return nil }
    let counts = NomineeCountFinder.counts(in: text, block: block)
    return NomineeGroup(
      style: NomineeGroup.Style(label: label, isUpper: Casing.isUpper(text)), span: span,
      awards: named, recipient: recipient,
      unit: named.isEmpty && recipient == nil && !NomineeGroup.isClassOfAwards(text) ? span : nil,
      count: counts.count == 1
        ? NomineeCount(
          span: counts[0].span, value: counts[0].value, recipient: counts[0].recipient,
          awards: named.first?.awards ?? groups.awards.first?.awards ?? []) : nil)
  }

  // MARK: Nominees

  private func column(_ role: NomineeColumn) -> Int? {
    layout.columns.filter { $0.value == role }.keys.min()
  }

  private func cellText(_ row: Int, _ role: NomineeColumn) -> (text: String, span: TextSpan?) {
    guard let column = column(role) else { return ("", nil) }
    return (grid.text(row: row, column: column), grid.span(row: row, column: column))
  }

  private mutating func nominee(_ row: Int) -> Nominee? {
    guard let nameColumn = column(.name) else { return nil }
    // A name merged downwards over several rows is one nominee with several awards.
    if !grid.begins(row: row, column: nameColumn), var last = nominees.popLast() {
      add(awards(row).found, to: &last)
      nominees.append(last)
      return nil
    }
    let nameCell = grid.text(row: row, column: nameColumn)
    let serial = cellText(row, .serial)
    let number = NomineeTableReader.number(serial.text)
    guard !nameCell.isEmpty || number != nil else { return nil }
    let anchor =
      grid.span(row: row, column: nameColumn)
      ?? serial.span ?? firstSpan(row) ?? TextSpan(block: grid.table.blocks.lowerBound, utf8: 0..<0)
    var nominee = Nominee(
      recipient: groups.recipient, name: nil, nameText: "", serial: number, serialSpan: serial.span,
      sex: nil, birthYear: nil, office: nil, unit: nil, unitText: "", awards: [],
      unknownAward: nil, grounds: cellText(row, .grounds).span, votes: nil,
      origin: .row(table: layout.table, row: row), anchor: anchor, key: "")
    nominee.headings = groups.spans
    if !nameCell.isEmpty { readName(at: anchor, into: &nominee) }
    readBirth(row, into: &nominee)
    readPost(row, into: &nominee)
    if nominee.birthYear != nil || nominee.sex != nil || hasOffice(row) {
      nominee.isRecipientStated = nominee.recipient == .individual
    }
    nominee.history = history(row)
    let named = awards(row)
    nominee.awards = named.found.isEmpty ? groups.awards : named.found
    nominee.unknownAward = named.found.isEmpty ? named.unknown : nil
    nominee.votes = votes(row)
    return nominee
  }

  /// A cell of its own for the office, filled in: only persons have one.
  private func hasOffice(_ row: Int) -> Bool {
    !cellText(row, .office).text.unicodeScalars.filter(Letters.isLetter).isEmpty
  }

  private func history(_ row: Int) -> [HistoryEntry] {
    guard let column = column(.grounds), let cell = grid.cell(row: row, column: column),
      grid.begins(row: row, column: column)
    else { return [] }
    return reader.grounds.entries(
      in: cell.blocks.filter { !grid.blocks[$0].text.isEmpty }, reader.document, on: reader.day)
  }

  private func firstSpan(_ row: Int) -> TextSpan? {
    (0..<grid.width).lazy.compactMap { grid.span(row: row, column: $0) }.first
  }

  private func add(_ found: [AwardMention], to nominee: inout Nominee) {
    for mention in found where !nominee.awards.contains(where: { $0.mayEqual(mention) }) {
      nominee.awards.append(mention)
    }
  }

  private func readName(at cell: TextSpan, into nominee: inout Nominee) {
    let text = grid.blocks[cell.block].text
    let reading = NomineeName.read(text)
    var range = reading?.range ?? 0..<text.utf8.count
    if groups.recipient == .collective || groups.recipient == .household, reading == nil {
      range = 0..<text.utf8.count
    }
    nominee.name = TextSpan(block: cell.block, utf8: range)
    nominee.nameText = String(text[utf8Range: range]).trimmed
    nominee.sex = reading?.sex
    nominee.recipient = reading?.recipient ?? groups.recipient
    nominee.isRecipientStated = reading?.isStated ?? false
    nominee.key = Folding.letters(nominee.nameText)
    nominee.anchor = TextSpan(block: cell.block, utf8: range)
    guard column(.office) == nil, column(.officeAndUnit) == nil,
      nominee.recipient == .individual, range.upperBound < text.utf8.count
    else { return }
    // “Nguyễn Văn An, Trưởng phòng, Phòng Kinh tế”
    let post = Post.read(text, from: range.upperBound, block: cell.block)
    nominee.office = post.office
    nominee.unit = post.unit
    nominee.unitText = post.unit.map { String(text[utf8Range: $0.utf8]) } ?? ""
  }

  private static let year = Pattern(known: #"(?<!\d)((?:19|20)\d{2})(?!\d)"#)

  private func readBirth(_ row: Int, into nominee: inout Nominee) {
    for (column, role) in layout.columns.sorted(by: { $0.key < $1.key }) {
      let text = grid.text(row: row, column: column)
      switch role {
      case .birth, .birthOf:
        guard let match = Self.year.firstMatch(in: text)?[1] else { continue }
        nominee.birthYear = Int(text[utf8Range: match])
        if case .birthOf(let sex) = role { nominee.sex = sex }
      case .sex:
        let key = Folding.key(text)
        if key == "nam" { nominee.sex = .male }
        if key == "nữ" { nominee.sex = .female }
      default: continue
      }
    }
  }

  private func readPost(_ row: Int, into nominee: inout Nominee) {
    if let span = cellText(row, .office).span { nominee.office = span }
    if let span = cellText(row, .unit).span {
      nominee.unit = span
      nominee.unitText = cellText(row, .unit).text
    }
    if let span = cellText(row, .officeAndUnit).span {
      let text = grid.blocks[span.block].text
      let post = Post.read(text, from: 0, block: span.block)
      nominee.office = post.office
      nominee.unit = post.unit ?? (post.office == nil ? span : nil)
      nominee.unitText = nominee.unit.map { String(text[utf8Range: $0.utf8]) } ?? ""
    }
    if nominee.unit == nil, let unit = groups.unit {
      nominee.unit = unit
      nominee.unitText = grid.blocks[unit.block].text
    }
  }

  private static let cross = Pattern(known: #"^\s*(?:x|✓|✔|1|có)\s*$"#, options: .caseless)

  private func awards(_ row: Int) -> (found: [AwardMention], unknown: TextSpan?) {
    var found: [AwardMention] = []
    var unknown: TextSpan?
    for (column, role) in layout.columns.sorted(by: { $0.key < $1.key }) {
      guard let span = grid.span(row: row, column: column) else { continue }
      let text = grid.blocks[span.block].text
      switch role {
      case .mark(let ids):
        guard Self.cross.matches(text), let heading = headingSpan(column) else { continue }
        let named = reader.awards.mentions(
          in: grid.blocks[heading.block].text, block: heading.block, on: reader.day)
        found += named.filter { !$0.awards.isDisjoint(with: ids) }
      case .award:
        guard let cell = grid.cell(row: row, column: column) else { continue }
        let (named, other) = named(in: cell)
        found += named
        if named.isEmpty { unknown = other }
      default: continue
      }
    }
    return (found, unknown)
  }

  private func headingSpan(_ column: Int) -> TextSpan? {
    layout.headerRows.reversed().lazy.compactMap { grid.span(row: $0, column: column) }.first
  }

  private static let ditto = Pattern(known: #"^\W*(?:nt|như\s+trên)?\W*$"#, options: .caseless)

  private func named(in cell: Table.Cell) -> ([AwardMention], unknown: TextSpan?) {
    var found: [AwardMention] = []
    var unknown: TextSpan?
    for block in cell.blocks where !grid.blocks[block].text.isEmpty {
      let text = grid.blocks[block].text
      let mentions = reader.awards.mentions(in: text, block: block, on: reader.day)
      if !mentions.isEmpty {
        found += mentions
        continue
      }
      if Self.ditto.matches(text) { continue }
      let whole = TextSpan(block: block, utf8: 0..<text.utf8.count)
      let near = reader.awards.readings(of: text.trimmed, on: reader.day)
      if near.isEmpty {
        unknown = unknown ?? whole
      } else {
        found.append(AwardMention(span: whole, matches: near))
      }
    }
    return (found, unknown)
  }

  private static let fraction = Pattern(known: #"^\W*(\d{1,3})(?:\s*/\s*(\d{1,3}))?(?:\s*phiếu)?"#)

  private func votes(_ row: Int) -> VoteCount? {
    let cell = cellText(row, .agreed)
    guard let span = cell.span, let match = Self.fraction.firstMatch(in: cell.text),
      let group = match[1], let agreed = Int(cell.text[utf8Range: group])
    else { return nil }
    let total = match[2].flatMap { Int(cell.text[utf8Range: $0]) }
    return VoteCount(
      agreed: agreed, span: span, total: total,
      percent: Percent.read(cellText(row, .percent).text) ?? Percent.read(cell.text))
  }
}
