import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import TextMatching

/// Reads the award history of a report: its tables “Năm | Danh hiệu | Số, ngày quyết định” and its
/// lines “Năm 2023: đạt danh hiệu … theo Quyết định số …”.
struct HistoryReader {
  let awards: AwardFinder

  func entries(in document: RecognisedDocument) -> [HistoryEntry] {
    let decisions = DecisionFinder(document: document)
    let body = document.source.body
    var result: [HistoryEntry] = []
    for table in body.tables where table.parent == nil {
      result += entries(TableGrid(table, body.blocks), document, decisions)
    }
    for index in document.components.body where document.blocks[index].place.cell == nil {
      result += entries(inLine: index, document, decisions)
    }
    return result.sorted {
      ($0.span.block, $0.span.utf8.lowerBound) < ($1.span.block, $1.span.utf8.lowerBound)
    }
  }

  // MARK: Tables

  private static func known(_ source: String) -> Pattern {
    Pattern(known: source, options: .caseless)
  }

  private static let yearHeading = known(
    #"^(?:năm(?:\s+(?:học|khen|tặng|đạt))?|thời\s+gian|giai\s+đoạn)\W*$|^năm\W*(?:tháng)?\W*(?:khen|tặng)"#
  )
  private static let awardHeading = known(
    #"danh\s+hiệu|hình\s+thức|khen\s+thưởng|xếp\s+loại|mức\s+độ|kết\s+quả|đánh\s+giá"#)
  private static let decisionHeading = known(#"quyết\s+định|cơ\s+quan\s+ban\s+hành|số\W+ngày"#)

  private func entries(
    _ grid: TableGrid, _ document: RecognisedDocument, _ decisions: DecisionFinder
  ) -> [HistoryEntry] {
    guard
      let first = grid.table.rows.indices.first(where: { row in
        grid.table.rows[row].cells.count(where: { !grid.text($0).isEmpty }) >= 2
      })
    else { return [] }
    var years: Int?
    var names: [Int] = []
    var hasDecision = false
    for column in 0..<grid.width {
      let heading = grid.text(row: first, column: column)
      if Self.decisionHeading.matches(heading) {
        hasDecision = true
      } else if Self.awardHeading.matches(heading) {
        names.append(column)
      } else if Self.yearHeading.matches(heading) {
        years = years ?? column
      }
    }
    guard let years, !names.isEmpty || hasDecision else { return [] }
    return grid.table.rows.indices.dropFirst(first + 1).flatMap { row in
      entries(row, grid, document, decisions, years: years, names: names)
    }
  }

  private func entries(
    _ row: Int, _ grid: TableGrid, _ document: RecognisedDocument, _ decisions: DecisionFinder,
    years: Int, names: [Int]
  ) -> [HistoryEntry] {
    let span = YearSpan.read(grid.text(row: row, column: years))
    var cells: [TextSpan] = []
    var seen: Set<Int> = []
    for column in 0..<grid.width where column != years {
      guard let cell = grid.cell(row: row, column: column),
        seen.insert(cell.blocks.lowerBound).inserted
      else { continue }
      cells += cell.blocks.filter { !document.blocks[$0].text.isEmpty }.map {
        TextSpan(block: $0, utf8: 0..<document.blocks[$0].text.utf8.count)
      }
    }
    let decision = decisions.decision(in: cells)
    let places =
      names.isEmpty
      ? cells
      : names.flatMap { column -> [TextSpan] in
        guard let cell = grid.cell(row: row, column: column) else { return [] }
        return cells.filter { cell.blocks.contains($0.block) }
      }
    return places.flatMap { place in
      facts(at: place, document).map {
        HistoryEntry(
          years: span, award: $0.award, completion: $0.completion,
          isAssessment: $0.isAssessment, decision: decision, span: $0.span)
      }
    }
  }

  private func facts(
    at place: TextSpan, _ document: RecognisedDocument
  ) -> [Fact] {
    let text = document.blocks[place.block].text
    let named = awards.mentions(
      in: text, block: place.block, on: document.date.earliest, range: place.utf8)
    // A year's line may tell the assessment and the title.
    var found = named.map { Fact(award: $0, span: $0.span) }
    if let rating = Completion.read(text, in: place.utf8), named.isEmpty || rating.isAssessment {
      found.append(
        Fact(
          completion: rating.level, isAssessment: rating.isAssessment,
          span: TextSpan(block: place.block, utf8: rating.range)))
    }
    return found
  }

  private struct Fact {
    var award: AwardMention?
    var completion: CompletionLevel?
    var isAssessment = false
    var span: TextSpan
  }

  // MARK: Lines

  private static let separator = Pattern(known: #";\s|\n|\.\s(?=Năm|Từ)"#)

  private func entries(
    inLine index: Int, _ document: RecognisedDocument, _ decisions: DecisionFinder
  ) -> [HistoryEntry] {
    let text = document.blocks[index].text
    guard text.utf8.count < 2_000 else { return [] }
    var pieces: [Range<Int>] = []
    var start = 0
    for match in Self.separator.matches(in: text) {
      pieces.append(start..<match.range.lowerBound)
      start = match.range.upperBound
    }
    pieces.append(start..<text.utf8.count)
    return pieces.flatMap { piece -> [HistoryEntry] in
      let words = String(text[utf8Range: piece])
      guard let years = YearSpan.opening(words) else { return [] }
      let place = TextSpan(block: index, utf8: piece)
      let decision = decisions.decision(in: [place])
      let found = facts(at: place, document)
      // Running text tells of years too; only an award, or a rating that says so, is history.
      return found.map {
        HistoryEntry(
          years: years, award: $0.award, completion: $0.completion,
          isAssessment: $0.isAssessment, decision: decision, span: $0.span)
      }
    }
  }
}

/// “Hoàn thành xuất sắc nhiệm vụ” and its like.
enum Completion {
  private static let shape = Pattern(
    known:
      #"(?<!\p{L})(?:hoàn\s+thành\s+(xuất\s+sắc|tốt)?\s*(?:chức\s+trách\s*,?\s*)?nhiệm\s+vụ|(htxsnv)|(httnv)|(htnv))(?!\p{L})"#,
    options: .caseless)

  struct Reading {
    var level: CompletionLevel
    var range: Range<Int>
    /// Said to be the assessment; otherwise it may be praise.
    var isAssessment: Bool
  }

  private static let assessing = Pattern(
    known:
      #"(?<!\p{L})(?:đánh\s+giá|xếp\s+loại|phân\s+loại|xếp|mức(?:\s+độ)?|loại)(?!\p{L})[^.;\n]*$"#,
    options: .caseless)

  /// The level named between two UTF-8 offsets, an assessment before mere praise.
  static func read(_ text: String, in range: Range<Int>) -> Reading? {
    var first: Reading?
    var start = range.lowerBound
    while let match = shape.firstMatch(in: text, from: start, until: range.upperBound) {
      start = match.range.upperBound
      let before = String(text[utf8Range: range.lowerBound..<match.range.lowerBound])
      let isWhole = text[utf8Range: range].utf8.count < match.range.count + 4
      let reading = Reading(
        level: level(match, text), range: match.range,
        isAssessment: isWhole || assessing.matches(before))
      if reading.isAssessment { return reading }
      first = first ?? reading
    }
    return first
  }

  private static func level(_ match: Pattern.Match, _ text: String) -> CompletionLevel {
    if match[2] != nil { return .excellent }
    if match[3] != nil { return .well }
    guard let word = match[1] else { return .completed }
    return Folding.key(text[utf8Range: word]).hasPrefix("xuất") ? .excellent : .well
  }
}

/// Years as histories write them.
enum YearSpan {
  private static let schoolYear = Pattern(
    known: #"(?:năm\s+học\s*:?\s*)((?:19|20)\d{2})\s*[-–—/]\s*((?:19|20)\d{2})"#, options: .caseless
  )
  private static let range = Pattern(
    known:
      #"(?<!\d)((?:19|20)\d{2})\s*(?:[-–—]|đến(?:\s+năm)?)\s*((?:19|20)\d{2})(?!\d)"#,
    options: .caseless)
  private static let single = Pattern(known: #"(?<![\d/])((?:19|20)\d{2})(?![\d/])"#)
  private static let lead = Pattern(
    known:
      #"^\W*(?:(?:trong\s+|từ\s+|các\s+)?năm(?:\s+học)?|giai\s+đoạn|\d{4}\s*[:–-])"#,
    options: .caseless)

  /// The years of a cell.
  static func read(_ text: String) -> ClosedRange<Int>? {
    if let match = schoolYear.firstMatch(in: text), let last = match[2],
      let year = Int(text[utf8Range: last])
    {
      return year...year
    }
    if let match = range.firstMatch(in: text), let low = match[1], let high = match[2],
      let first = Int(text[utf8Range: low]), let last = Int(text[utf8Range: high]), first <= last
    {
      return first...last
    }
    guard let match = single.firstMatch(in: text)?[1], let year = Int(text[utf8Range: match])
    else { return nil }
    return year...year
  }

  /// The years that a line begins with; nil for a line that begins otherwise.
  static func opening(_ text: String) -> ClosedRange<Int>? {
    guard let match = lead.firstMatch(in: text) else { return nil }
    let end = min(text.utf8.count, match.range.upperBound + 40)
    return read(String(text[utf8Range: 0..<text.scalarFloor(end)]))
  }
}

extension String {
  /// The nearest scalar boundary at or before a UTF-8 offset.
  fileprivate func scalarFloor(_ offset: Int) -> Int {
    var position = min(offset, utf8.count)
    while position > 0, position < utf8.count,
      utf8[utf8.index(utf8.startIndex, offsetBy: position)] & 0xC0 == 0x80
    {
      position -= 1
    }
    return position
  }
}
