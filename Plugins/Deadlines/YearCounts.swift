import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// “kỷ niệm 75 năm … (11/6/1948 - 11/6/2023)”: the number of years is the difference.
  static let anniversaryArithmetic = NativeCheck(
    name: "anniversary-arithmetic", arguments: ["given", "expected", "first", "last"]
  ) { context in
    let text = context.runningText
    return YearCounts.anniversary.matches(in: text.text).compactMap { match -> Observation? in
      guard let count = match[1] ?? match[2], let given = Int(text.text[utf8Range: count]),
        let first = match[3].flatMap({ Int(text.text[utf8Range: $0]) }),
        let last = match[4].flatMap({ Int(text.text[utf8Range: $0]) }), last > first,
        last - first != given
      else { return nil }
      return Observation(
        at: text.span(count.lowerBound..<match.range.upperBound),
        arguments: [
          "given": .number(given), "expected": .number(last - first), "first": .number(first),
          "last": .number(last),
        ])
    }
  }

  /// A stated length that does not fit its period, and one named programme with two periods.
  static let periodInconsistent = NativeCheck(
    name: "period-inconsistent", arguments: ["given", "other"], cases: ["length", "programme"]
  ) { context in
    let text = context.runningText
    let lengths = YearCounts.length.matches(in: text.text).compactMap { match -> Observation? in
      func number(_ group: Int) -> Int? { match[group].flatMap { Int(text.text[utf8Range: $0]) } }
      guard let given = number(2), let first = number(3), let last = number(4), last > first,
        let kind = match[1].map({ text.text[utf8Range: $0].lowercased() })
      else { return nil }
      // A plan counts both ends; terms and congresses count the difference; others either.
      let fitting = kind.hasPrefix("kế") ? [last - first + 1] : [last - first, last - first + 1]
      guard !fitting.contains(given) else { return nil }
      return Observation(
        at: text.span(match.range), case: "length",
        arguments: [
          "given": .text(String(text.text[utf8Range: match.range])),
          "other": .text(String(fitting[fitting.count - 1])),
        ])
    }
    return lengths + programmes(text)
  }

  private static func programmes(_ text: RunningText) -> [Observation] {
    var seen: [String: (first: Int, last: Int, range: Range<Int>)] = [:]
    var found: [Observation] = []
    for match in YearCounts.programme.matches(in: text.text) {
      guard let name = match[1], let period = match[2],
        let first = match[3].flatMap({ Int(text.text[utf8Range: $0]) }),
        let last = match[4].flatMap({ Int(text.text[utf8Range: $0]) })
      else { continue }
      // A project and a movement of one name are two programmes.
      let low = text.text.utf8Start(before: match.range.lowerBound, atMost: 36)
      let before = String(text.text[utf8Range: low..<match.range.lowerBound])
      let kind = YearCounts.programmeKind.matches(in: before).last.map {
        before[utf8Range: $0.range].lowercased()
      }
      let key = Folding.letters("\(kind ?? "") \(text.text[utf8Range: name])")
      guard let other = seen[key] else {
        seen[key] = (first, last, period)
        continue
      }
      // Two stages that follow each other are two stages; one beginning with two ends is a slip.
      guard other.first == first, other.last != last else { continue }
      found.append(
        Observation(
          at: text.span(period), case: "programme",
          arguments: [
            "given": .text("\(first) - \(last)"), "other": .text("\(first) - \(other.last)"),
          ],
          related: [
            Observation.RelatedSpan(
              span: text.span(other.range),
              message: LocalizedText(vi: "Giai đoạn nêu trước.", en: "The period given before."))
          ]))
    }
    return found
  }
}

private enum YearCounts {
  private static let day = #"(?:\d{1,2}\h*[/.-]\h*\d{1,2}\h*[/.-]\h*)?((?:1\d|20)\d\d)"#

  static let anniversary = Pattern(
    known:
      #"(?:\bkỷ\h+niệm\h+|(?<=\d\))\h*(?:,|;|và)\h*(?=[2-9]\d|1\d\d))(?:(?:lần\h+thứ\h+(\d{1,3})|(\d{1,3})\h+năm)\b(?:(?!kế\h+hoạch|giai\h+đoạn|nhiệm\h+kỳ|kỷ\h+niệm|\d\h+năm|lần\h+thứ)[^();.\n]){0,160}?)\(\h*"#
      + day + #"\h*[-–—]\h*"# + day + #"\h*\)"#,
    options: .caseless)
  static let length = Pattern(
    known:
      #"\b(kế\h+hoạch|giai\h+đoạn|nhiệm\h+kỳ|chương\h+trình)\h+(\d{1,2})\h+năm,?\h*(?:giai\h+đoạn\h+)?\(?\h*((?:19|20)\d\d)\h*[-–—]\h*((?:19|20)\d\d)\h*\)?"#,
    options: .caseless)
  static let programmeKind = Pattern(
    known: #"phong\h+trào|vận\h+động|đề\h+án|dự\h+án|chương\h+trình|kế\h+hoạch"#,
    options: .caseless)
  static let programme = Pattern(
    known:
      #"[“"]([^”"\n]{8,200})[”"]\h*,?\h*(giai\h+đoạn\h+((?:19|20)\d\d)\h*[-–—]\h*((?:19|20)\d\d))"#,
    options: .caseless)
}
