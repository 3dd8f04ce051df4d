import DocumentAnalysis
import RuleEngine
import TextMatching

extension NativeCheck {
  /// The year in the title against the sentence that issues the plan, the one that closes it, and
  /// its theme. A sentence that names the title's year among others is right: it may review the year
  /// before.
  static let planYear = NativeCheck(
    name: "plan-year", arguments: ["title", "given"], cases: ["closing", "opening", "theme"]
  ) { context in
    let document = context.document
    guard let plan = document.planYear,
      document.components.subject.contains(where: { $0.block == plan.span.block })
    else { return [] }
    let text = RunningText(
      document.blocks,
      in: document.components.body
        .lowerBound..<max(
          document.components.body.lowerBound,
          (document.components.lastBodyBlock ?? document.components.body.upperBound - 1) + 1))
    let cited = document.citations.filter { $0.symbol != nil || $0.date != nil }.map(\.span)
    return SelfReference.all.flatMap { name, pattern in
      pattern.matches(in: text.text).compactMap { match -> Observation? in
        guard let sentence = match[1] else { return nil }
        let years = SelfReference.years(in: sentence, text).filter { range, _ in
          let span = text.span(range)
          return !cited.contains { $0.block == span.block && $0.utf8.overlaps(span.utf8) }
        }
        guard let first = years.first, !years.contains(where: { plan.years.contains($0.1) })
        else { return nil }
        let title =
          plan.years.count == 1
          ? "\(plan.years.lowerBound)" : "\(plan.years.lowerBound) - \(plan.years.upperBound)"
        return Observation(
          at: text.span(first.0), case: name,
          arguments: ["title": .text(title), "given": .number(first.1)],
          related: [
            Observation.RelatedSpan(
              span: plan.span, message: LocalizedText(vi: "Năm ở tên kế hoạch.", en: "The title."))
          ])
      }
    }
  }
}

private enum SelfReference {
  /// The plan's name for itself: up to the first mark.
  static let all: [(String, Pattern)] = [
    (
      "closing",
      Pattern(
        known:
          #"\btrên\h+đây\h+là\h+((?:nội\h+dung\h+)?kế\h+hoạch[^,;.:\n]*(?:,\h*khen\h+thưởng[^,;.:\n]*)?)"#,
        options: .caseless)
    ),
    (
      "opening",
      Pattern(
        known:
          #"\b(?:ban\h+hành|xây\h+dựng)\h+(kế\h+hoạch\h+(?:(?:triển\h+khai|tổ\h+chức|thực\h+hiện)\h+)*(?:công\h+tác|nhiệm\h+vụ|phong\h+trào)\h+thi\h+đua(?:,\h*khen\h+thưởng)?[^,;.:\n]*)(?=[^;.\n]*như\h+sau)"#,
        options: .caseless)
    ),
    (
      "theme",
      Pattern(known: #"^\W*(?i:chủ\h+đề\h+thi\h+đua)\h+([Nn]ăm\h+20\d\d)\b"#, options: .multiline)
    ),
  ]

  private static let year = Pattern(
    known: #"(?<!tháng\h\d)(?<!tháng\h\d\d)\b(?:năm|năm\h+học)\h+((?:19|20)\d\d)\b"#,
    options: .caseless)

  static func years(in range: Range<Int>, _ text: RunningText) -> [(Range<Int>, Int)] {
    var result: [(Range<Int>, Int)] = []
    var start = range.lowerBound
    while let match = year.firstMatch(in: text.text, from: start, until: range.upperBound) {
      let isDate = text.text.words(
        text.text.utf8Start(before: match.range.lowerBound, atMost: 14)..<match.range.lowerBound
      ).contains("tháng")
      if let digits = match[1], let value = Int(text.text.words(digits)), !isDate {
        result.append((match.range, value))
      }
      start = match.range.upperBound
    }
    return result
  }
}
