import RuleEngine
import TextMatching

/// Findings for people: grouped by file, in reading order.
public struct TextReporter: StreamingReporter {
  public struct Options: Sendable {
    public var language: Language
    /// Width of a line.
    public var columns: Int
    public var isColoured: Bool

    public init(language: Language = .vi, columns: Int = 100, isColoured: Bool = false) {
      self.language = language
      self.columns = columns
      self.isColoured = isColoured
    }
  }

  private let options: Options
  private var page: TerminalPage

  public init(_ options: Options) {
    self.options = options
    page = TerminalPage(columns: options.columns, isColoured: options.isColoured)
  }

  /// The whole report. Inputs that could not be read are counted in the last line only; they are
  /// told one by one on standard error.
  public static func render(_ report: Report, options: Options) -> String {
    var reporter = TextReporter(options)
    return reporter.whole(report)
  }

  public func start() -> String { "" }

  public mutating func piece(_ document: DocumentReport) -> String {
    if case .read(let profile) = document.outcome { write(document.path, profile) }
    if let copy = document.copy { write(copy) }
    return page.take()
  }

  public mutating func end(_ conclusion: Report.Conclusion) -> String {
    for finding in conclusion.findings { write(finding) }
    write(conclusion.summary)
    return page.take()
  }

  private func said(_ text: LocalizedText) -> String { text[options.language] }

  fileprivate func said(_ vi: String, _ en: String) -> String { options.language == .vi ? vi : en }

  // MARK: A document

  private mutating func write(_ path: String, _ profile: DocumentReport.Profile) {
    page.write(path, style: .heading)
    page.write(DocumentHead.line(profile, options.language), style: .dim)
    page.blank()
    // What is set aside is counted in the last line, with its reason in the formats for machines.
    let shown = profile.findings.filter { $0.suppressed == nil }
    if shown.isEmpty {
      page.write(
        said("Không phát hiện điều gì.", "Nothing found."), first: "  ✓ ")
      page.blank()
    }
    for finding in shown { write(finding) }
  }

  private mutating func write(_ finding: Finding) {
    let severity = finding.severity
    let place = finding.location.words(in: options.language)
    page.write(
      [
        .init(text: said(severity.words).uppercased(), style: severity.style),
        .init(text: "  " + finding.rule, style: .heading),
        .init(text: place.isEmpty ? "" : "  ·  " + place, style: .dim),
        .init(text: finding.isActive ? "" : said("  ·  đã biết", "  ·  known"), style: .dim),
      ], first: "  \(severity.symbol) ", style: severity.style)
    page.write(finding.message[options.language], first: TextReporter.margin)
    // What is known is shown in short.
    guard finding.isActive else { return page.blank() }
    if !finding.excerpt.isEmpty {
      page.write(
        Excerpt.pieces(of: finding, columns: options.columns, isColoured: options.isColoured),
        first: TextReporter.margin + "│ ", style: .dim)
    }
    for remark in finding.remarks(in: options.language) {
      page.write(remark.words, first: TextReporter.margin + remark.label)
    }
    write(reasons: ExplanationText.lines(of: finding, in: options.language))
    page.blank()
  }

  private mutating func write(_ copy: CopyReport) {
    if let path = copy.path {
      page.write(said("Bản sao đã sửa: ", "Mended copy: ") + path, first: "  ✓ ", style: .heading)
    } else if copy.error == nil {
      page.write(
        said(
          "Không tạo bản sao: không có chỗ nào sửa được bằng máy.",
          "No copy: there was nothing to mend by machine."), first: "  ✓ ")
    }
    if let error = copy.error { page.write(said(error), first: "  ✗ ", style: .error) }
    for line in copy.lines(in: options.language) {
      page.write(line, first: TextReporter.margin + "· ")
    }
    page.blank()
  }

  private mutating func write(reasons: [String]) {
    guard !reasons.isEmpty else { return }
    page.write(said("Vì sao:", "Why:"), first: TextReporter.margin, style: .heading)
    for reason in reasons { page.write(reason, first: TextReporter.margin + "  - ") }
  }

  private static let margin = "      "

  // MARK: The last line

  private mutating func write(_ summary: Report.Summary) {
    var counts: [TerminalText.Piece] = []
    func add(_ count: Int, _ vi: String, _ en: String, _ plural: String, _ style: Style?) {
      if !counts.isEmpty { counts.append(.init(text: ", ", style: nil)) }
      let words = said(vi, count == 1 ? en : plural)
      counts.append(.init(text: "\(count) \(words)", style: count == 0 ? nil : style))
    }
    add(summary.errors, "lỗi", "error", "errors", .error)
    add(summary.warnings, "cảnh báo", "warning", "warnings", .warning)
    add(summary.notes, "lưu ý", "note", "notes", .note)
    let documents = said(
      "\(summary.documents) văn bản: ",
      "\(summary.documents) document\(summary.documents == 1 ? "" : "s"): ")
    var pieces = [TerminalText.Piece(text: documents, style: .heading)] + counts
    if summary.unreadable > 0 {
      let words = said(
        "; \(summary.unreadable) tệp không đọc được",
        "; \(summary.unreadable) unreadable")
      pieces.append(.init(text: words, style: .error))
    }
    pieces.append(.init(text: policyWords(summary), style: nil))
    page.write(pieces)
  }
}

extension TextReporter {
  /// What suppressions and baselines did, when they did anything.
  fileprivate func policyWords(_ summary: Report.Summary) -> String {
    var words = ""
    if summary.known > 0 {
      words += said("; \(summary.known) đã biết (baseline)", "; \(summary.known) known (baseline)")
    }
    if summary.absent > 0 {
      words += said(
        "; \(summary.absent) mục của baseline không còn",
        "; \(summary.absent) of the baseline no longer there")
    }
    if summary.suppressed > 0 {
      words += said(
        "; \(summary.suppressed) được bỏ qua theo cấu hình",
        "; \(summary.suppressed) set aside by the configuration")
    }
    return words
  }
}

/// The line under a file's name: what was recognised, and the date used and why.
enum DocumentHead {
  static func line(_ profile: DocumentReport.Profile, _ language: Language) -> String {
    func said(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
    let kind =
      profile.kindTitle?[language]
      ?? said("Chưa rõ loại văn bản", "Kind of document unknown")
    let issuer = profile.issuer.name ?? said("chưa rõ cơ quan ban hành", "issuing body unknown")
    let date = profile.date
    let day = date.earliest.text(in: language)
    let span =
      date.isCertain
      ? "" : said(", muộn nhất \(date.latest.vietnamese)", ", at the latest \(date.latest.iso)")
    let reason = date.reason[language]
    var asOf = said("xét theo ngày \(day) (\(reason)\(span))", "as of \(day) (\(reason)\(span))")
    if let regime = profile.regimeWords?[language] { asOf += ": " + regime }
    return [kind, issuer, profile.stage.words[language], asOf].joined(separator: " · ")
  }
}

/// The words of a finding in their sentence.
enum Excerpt {
  /// The span marked, with as much of the block around it as fits two lines: underlined where there
  /// is colour, else between ⟦ and ⟧.
  static func pieces(
    of finding: Finding, columns: Int, isColoured: Bool
  ) -> [TerminalText.Piece] {
    let before = String(finding.context[utf8Range: 0..<finding.contextRange.lowerBound])
    let words = String(finding.context[utf8Range: finding.contextRange])
    let after = String(
      finding.context[
        utf8Range: finding.contextRange.upperBound..<finding.context.utf8.count])
    let room = max(20, 2 * (columns - 10) - TerminalText.width(words)) / 2
    let marked = clipped(words, columns: 2 * (columns - 10))
    var pieces = [TerminalText.Piece(text: tail(of: before, columns: room), style: nil)]
    if isColoured {
      pieces.append(.init(text: marked, style: .marked))
    } else {
      pieces.append(.init(text: "⟦\(marked)⟧", style: nil))
    }
    pieces.append(.init(text: head(of: after, columns: room), style: nil))
    return pieces.filter { !$0.text.isEmpty }
  }

  /// A long stretch without its middle.
  private static func clipped(_ text: String, columns: Int) -> String {
    guard TerminalText.width(text) > columns else { return TerminalText.sanitised(text) }
    return head(of: text, columns: columns / 2) + tail(of: text, columns: columns / 2).dropFirst()
  }

  /// The last words of a text, at most so many columns, “… ” before them when it was cut.
  static func tail(of text: String, columns: Int) -> String {
    let text = TerminalText.sanitised(text)
    var used = 0
    var start = text.unicodeScalars.endIndex
    while start > text.unicodeScalars.startIndex {
      let previous = text.unicodeScalars.index(before: start)
      used += TerminalText.width(text.unicodeScalars[previous])
      if used > columns { break }
      start = previous
    }
    if start == text.unicodeScalars.startIndex { return text }
    let rest = text[start...]
    guard let space = rest.firstIndex(of: " ") else { return "…" + rest }
    return "…" + rest[space...]
  }

  /// The first words of a text, at most so many columns, “ …” after them when it was cut.
  static func head(of text: String, columns: Int) -> String {
    let text = TerminalText.sanitised(text)
    var used = 0
    var end = text.unicodeScalars.startIndex
    while end < text.unicodeScalars.endIndex {
      used += TerminalText.width(text.unicodeScalars[end])
      if used > columns { break }
      end = text.unicodeScalars.index(after: end)
    }
    if end == text.unicodeScalars.endIndex { return text }
    let rest = text[..<end]
    guard let space = rest.lastIndex(of: " ") else { return rest + "…" }
    return rest[...space] + "…"
  }
}
