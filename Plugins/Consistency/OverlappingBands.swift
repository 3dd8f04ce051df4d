import DocumentAnalysis
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Bands of a scale that share a value: “từ 88 - 90 %: 5 điểm; từ 90 - 95 %: 7 điểm”. Only bands
  /// that each lead to a mark or a grade are a scale; “dưới”, “trên” between them make it right.
  static let overlappingBands = NativeCheck(
    name: "overlapping-bands", arguments: ["first", "second", "value"]
  ) { context in
    let text = context.runningText
    let bands = Bands.pattern.matches(in: text.text).compactMap { Bands.Band($0, text) }
    return zip(bands, bands.dropFirst()).compactMap { first, second -> Observation? in
      guard second.span.block - first.span.block <= 3, first.unit == second.unit,
        first.isGraded, second.isGraded, first.low < first.high, second.low < second.high,
        second.low > first.low ? second.low <= first.high : first.low <= second.high,
        first.low != second.low
      else { return nil }
      let shared = second.low > first.low ? second.low : first.low
      return Observation(
        at: second.span,
        arguments: [
          "first": .text(first.words), "second": .text(second.words), "value": .number(shared),
        ],
        related: [
          Observation.RelatedSpan(
            span: first.span,
            message: LocalizedText(vi: "Mức trước.", en: "The band before."))
        ])
    }
  }
}

private enum Bands {
  struct Band {
    var span: TextSpan
    var words: String
    var low: Int
    var high: Int
    var unit: String
    /// A mark or grade follows in the same clause.
    var isGraded: Bool

    init?(_ match: Pattern.Match, _ text: RunningText) {
      guard let low = match[1].flatMap({ Int(text.text.words($0)) }),
        let high = match[3].flatMap({ Int(text.text.words($0)) })
      else { return nil }
      let units = [match[2], match[4]].compactMap { $0 }.map { text.text.words($0).lowercased() }
      guard let unit = units.last(where: { !$0.isEmpty }) else { return nil }
      span = text.span(match.range)
      words = text.text.words(match.range)
      self.low = low
      self.high = high
      self.unit = unit
      isGraded = Bands.grade.firstMatch(in: text.text, from: match.range.upperBound) != nil
    }
  }

  static let pattern = Pattern(
    known:
      #"\btừ\h+(\d{1,3})\h*(%|điểm)?\h*(?:-|–|đến)\h*(\d{1,3})\h*(%|điểm)?(?![\d/,.]\d)"#,
    options: .caseless)
  static let grade = Pattern(
    known:
      #"\G[^;.\n]{0,80}?(?:\d+\h*điểm|xếp\h+loại|đạt\h+loại|loại\h+\p{L}|hoàn\h+thành|xuất\h+sắc)"#,
    options: .caseless)
}
