import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A report that tells of discipline, an investigation or a complaint still open about the nominee,
  /// or of members disciplined where the award bars it.
  static let disciplinaryBar = NativeCheck(
    across: "disciplinary-bar", arguments: ["name", "words"], cases: ["pending", "members"]
  ) { context in
    context.dossier.papers(.report).compactMap { index in
      let paper = context.dossier.papers[index]
      guard let report = paper.report, let found = Bar(paper, report, context).found() else {
        return nil
      }
      let barred = found.isOfMembers ? Bar.standard(for: report, context) : nil
      if found.isOfMembers, barred == nil { return nil }
      return DossierObservation(
        in: index,
        Observation(
          at: found.span, case: found.isOfMembers ? "members" : "pending",
          arguments: [
            "name": .text(report.subject?.text ?? ""), "words": .text(paper.text(found.span)),
          ], verified: barred?.verified ?? .yes,
          bases: barred.map {
            [Rule.Basis(instrument: $0.provision.instrument, provision: $0.provision.text)]
          }))
    }
  }
}

private struct Bar {
  struct Found {
    var span: TextSpan
    var isOfMembers: Bool
  }

  private let document: RecognisedDocument
  private let report: AchievementReport
  private let years: ClosedRange<Int>

  private static func known(_ source: String) -> Pattern {
    Pattern(known: source, options: .caseless)
  }

  /// Still open: under discipline, being looked into.
  private static let open = known(
    #"(?<!\p{L})(?:đang(?:\s+\p{L}+){0,4}?\s+(?:(?:thi\s+hành\s+|xem\s+xét\s+|xử\s+lý\s+|chấp\s+hành\s+)(?:\p{L}+\s+){0,3}?kỷ\s+luật|điều\s+tra|truy\s+tố|bị\s+thanh\s+tra|bị\s+kiểm\s+tra)|chưa\s+hết\s+thời\s+(?:hạn|gian)(?:\s+\p{L}+){0,3}?\s+kỷ\s+luật)"#
  )
  /// Disciplined, with the form.
  private static let disciplined = known(
    #"(?<!\p{L})(?:bị|xử\s+lý|nhận)(?:\s+\p{L}+){0,4}?\s+(?:kỷ\s+luật(?:\s+(?:với\s+)?(?:bằng\s+)?(?:hình\s+thức\s+)?(?:khiển\s+trách|cảnh\s+cáo|cách\s+chức|hạ\s+bậc\s+lương|giáng\s+chức))?|cảnh\s+cáo|khiển\s+trách)(?!\p{L})"#
  )
  /// Cảnh cáo and what is heavier.
  private static let heavy = known(
    #"(?:cảnh\s+cáo|hạ\s+bậc\s+lương|giáng\s+chức|cách\s+chức|buộc\s+thôi\s+việc|sa\s+thải)"#)
  private static let denial = known(
    #"(?<!\p{L})(?:không|chưa|chẳng)(?:\s+\p{L}+){0,10}?\s*$|(?<!\p{L})(?:0|00)\s+(?:\p{L}+\s+){0,6}$"#
  )
  private static let clause = Pattern(known: #"[;.:]\s|[;.]$|\n"#)
  private static let year = Pattern(known: #"(?<!\d)((?:19|20)\d{2})(?!\d)"#)
  private static let afterDenial = known(#"^\W{0,3}(?:không|chưa)(?!\p{L})"#)

  init(_ paper: Dossier.Paper, _ report: AchievementReport, _ context: DossierContext) {
    document = paper.document
    self.report = report
    // The year proposed for; awards of one year are often decided early in the next.
    let day = context.asOf
    years = (day.month <= 6 ? day.year - 1 : day.year)...day.year
  }

  func found() -> Found? {
    for index in document.components.body {
      let text = document.blocks[index].text
      if let span = place(of: Self.open, in: text, index) {
        return Found(span: span, isOfMembers: false)
      }
      guard let span = place(of: Self.disciplined, in: text, index),
        isOfTheTime(clause(around: span.utf8, in: text), text)
      else { continue }
      if report.recipient == .individual { return Found(span: span, isOfMembers: false) }
      if Self.heavy.matches(String(text[utf8Range: clause(around: span.utf8, in: text)])) {
        return Found(span: span, isOfMembers: true)
      }
    }
    return nil
  }

  /// A place that no word before or after it denies.
  private func place(of pattern: Pattern, in text: String, _ block: Int) -> TextSpan? {
    var start = 0
    while let match = pattern.firstMatch(in: text, from: start) {
      start = match.range.upperBound
      let clause = clause(around: match.range, in: text)
      let before = String(text[utf8Range: clause.lowerBound..<match.range.lowerBound])
      let after = String(text[utf8Range: match.range.upperBound..<text.utf8.count])
      if !Self.denial.matches(before), !Self.afterDenial.matches(after) {
        return TextSpan(block: block, utf8: match.range)
      }
    }
    return nil
  }

  /// In the year proposed for, by the year nearest in the words; one of earlier years is over. A
  /// clause without a year is not told.
  private func isOfTheTime(_ clause: Range<Int>, _ text: String) -> Bool {
    let words = String(text[utf8Range: clause])
    let named = Self.year.matches(in: words).compactMap { match in
      match[1].flatMap { Int(words[utf8Range: $0]) }
    }
    return named.contains { years.contains($0) }
  }

  private func clause(around range: Range<Int>, in text: String) -> Range<Int> {
    var start = 0
    for match in Self.clause.matches(in: text) {
      if match.range.lowerBound >= range.upperBound { return start..<match.range.lowerBound }
      if match.range.upperBound <= range.lowerBound { start = match.range.upperBound }
    }
    return start..<text.utf8.count
  }

  /// The standard of an award proposed that asks for nobody disciplined.
  static func standard(
    for report: AchievementReport, _ context: DossierContext
  ) -> (provision: ProvisionReference, verified: Verification)? {
    for award in report.awards.flatMap(\.matches).map(\.award) {
      guard let standard = context.law.criteria(of: award, on: context.asOf) else { continue }
      for route in standard.routes
      where route.criteria.flatMap(\.flattened).contains(where: { criterion in
        if case .noDiscipline = criterion { true } else { false }
      }) {
        return (route.provision, route.verified)
      }
    }
    return nil
  }
}
