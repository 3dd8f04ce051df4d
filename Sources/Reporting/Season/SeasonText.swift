import TextMatching

/// A summary for people at a terminal.
public struct SeasonText {
  private let options: TextReporter.Options
  private var page: TerminalPage

  public static func render(_ summary: SeasonSummary, options: TextReporter.Options) -> String {
    var text = SeasonText(options)
    text.write(summary)
    return text.page.text
  }

  private init(_ options: TextReporter.Options) {
    self.options = options
    page = TerminalPage(columns: options.columns, isColoured: options.isColoured)
  }

  private var language: Language { options.language }

  private mutating func write(_ summary: SeasonSummary) {
    for dossier in summary.dossiers { write(dossier) }
    writeAwards(of: summary)
    for (number, person) in summary.repeated.enumerated() {
      if number == 0 { page.write(SeasonWords.repeatedTitle[language], style: .heading) }
      page.write(person.heading(language), first: "  ▲ ", style: .warning)
      for place in person.places { page.write(place.line(language), first: "      - ") }
    }
    if !summary.repeated.isEmpty { page.blank() }
  }

  private mutating func write(_ dossier: SeasonSummary.Dossier) {
    let head = [dossier.path, dossier.unit].compactMap { $0 }.joined(separator: " · ")
    page.write(head, style: .heading)
    if let error = dossier.error {
      page.write(error[language], first: "  ✗ ", style: .error)
      page.blank()
      return
    }
    for award in dossier.awards { page.write(line(award), first: "  ") }
    let counts = [
      count(dossier.errors, "lỗi", "error"), count(dossier.warnings, "cảnh báo", "warning"),
    ]
    var pieces = [TerminalText.Piece(text: "→ ", style: nil)]
    if let outcome = dossier.outcome {
      pieces.append(.init(text: outcome[language], style: .heading))
      pieces.append(.init(text: " · ", style: nil))
    }
    pieces.append(
      .init(
        text: counts.joined(separator: ", "),
        style: dossier.errors > 0 ? .error : dossier.warnings > 0 ? .warning : nil))
    if dossier.unread > 0 {
      let words = count(dossier.unread, "tệp không đọc được", "unreadable file")
      pieces.append(.init(text: " · " + words, style: .error))
    }
    page.write(pieces, first: "  ")
    page.blank()
  }

  private func line(_ award: SeasonSummary.Award) -> String {
    "\(award.name): " + tally(award.tally)
  }

  /// “12 đề nghị: 10 đủ điều kiện, 2 cần bổ sung”
  private func tally(_ tally: SeasonSummary.Tally) -> String {
    let parts = [
      (tally.eligible, SeasonWords.eligible), (tally.incomplete, SeasonWords.incomplete),
      (tally.ineligible, SeasonWords.ineligible),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1[language].lowercased())" }
    let all = count(tally.nominees, "đề nghị", "nominee")
    return parts.isEmpty ? all : all + ": " + parts.joined(separator: ", ")
  }

  private mutating func writeAwards(of summary: SeasonSummary) {
    guard summary.dossiers.count > 1, !summary.awards.isEmpty else { return }
    page.write(SeasonWords.awardsTitle[language], style: .heading)
    for award in summary.awards { page.write(line(award), first: "  ") }
    page.blank()
  }

  private func count(_ count: Int, _ vi: String, _ en: String) -> String {
    language == .vi ? "\(count) \(vi)" : "\(count) \(en)\(count == 1 ? "" : "s")"
  }
}
