import DocumentModel
import TextMatching

/// Finds the times a paper names, in every form Vietnamese papers write them. See `TimeMention`.
public struct TimeFinder: Sendable {
  public init() {}

  /// All times, in reading order, none inside another.
  /// - Parameter citations: whose dates are marked as theirs.
  public func times(in blocks: [Block], citations: [Citation] = []) -> [TimeMention] {
    let text = RunningText(blocks, in: 0..<blocks.count)
    let cited = Dictionary(grouping: citations.map(\.span), by: \.block)
    var found: [(range: Range<Int>, value: TimeMention.Value)] = []
    for form in TimeForm.all {
      for match in form.pattern.matches(in: text.text) {
        let reader = TimeForm.Reader(text: text.text, match: match)
        if let value = form.value(reader) { found.append((reader.words, value)) }
      }
    }
    found.sort {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }
    var result: [TimeMention] = []
    var end = 0
    for time in found where time.range.lowerBound >= end {
      end = time.range.upperBound
      let span = text.span(time.range)
      result.append(
        TimeMention(
          span: span, value: time.value, relation: TimeContext.relation(at: time.range, in: text),
          isCitation: cited[span.block]?.contains { $0.utf8.overlaps(span.utf8) } ?? false,
          isCommemorative: TimeContext.isCommemorative(time.range, in: text)))
    }
    return result
  }
}

/// The words around a time.
enum TimeContext {
  private static let relations: [(TimeMention.Relation, Pattern)] = [
    (
      .before,
      Pattern(
        known:
          #"(?:trước|chậm\h+nhất(?:\h+là)?|muộn\h+nhất(?:\h+là)?|hạn(?:\h+cuối)?(?:\h+là)?:?|thời\h+hạn:?|không\h+quá|đến\h+hết|xong\h+trước|trong\h+vòng)(?:\h+(?:ngày|hết|cuối|giữa|đầu|vào|thứ\h+\w+))*\h*$"#,
        options: .caseless)
    ),
    (
      .within,
      Pattern(
        known:
          #"(?:trong|vào|thời\h+gian(?:\h+(?:thực\h+hiện|hoàn\h+thành|tổ\h+chức))?:?|dự\h+kiến|khoảng)(?:\h+(?:ngày|cuối|giữa|đầu|vào|trong|các))*\h*$"#,
        options: .caseless)
    ),
    (.from, Pattern(known: #"(?:từ|sau)(?:\h+(?:ngày|cuối|giữa|đầu))*\h*$"#, options: .caseless)),
    (.until, Pattern(known: #"(?:đến|tới)(?:\h+(?:ngày|cuối|giữa|đầu))*\h*$"#, options: .caseless)),
  ]

  static func relation(at range: Range<Int>, in text: RunningText) -> TimeMention.Relation {
    let words = before(range, atMost: 48, in: text)
    return relations.first { $0.1.matches(words) }?.0 ?? .none
  }

  private static let feast = Pattern(
    known:
      #"(?:kỷ\h+niệm|chào\h+mừng|lập\h+thành\h+tích|nhân\h+(?:dịp|ngày)|ngày\h+(?:thành\h+lập|sinh|truyền\h+thống|quốc\h+khánh|giải\h+phóng)|thành\h+lập)[^;.\n]*$"#,
    options: .caseless)

  /// “(11/6/1948 - 11/6/2023)”: the days an anniversary lies between.
  private static let pair = Pattern(
    known:
      #"\(\h*(?:ngày\h+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\h*[-–—]\h*(?:ngày\h+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\h*\)"#
  )

  static func isCommemorative(_ range: Range<Int>, in text: RunningText) -> Bool {
    let around = text.text.utf8Start(before: range.lowerBound, atMost: 24)
    if let found = pair.firstMatch(in: text.text, from: around), found.range.overlaps(range) {
      return true
    }
    return feast.matches(before(range, atMost: 220, in: text))
  }

  /// The words of the same paragraph before a range.
  static func before(_ range: Range<Int>, atMost count: Int, in text: RunningText) -> String {
    let low = max(
      text.paragraph(around: range.lowerBound).lowerBound,
      text.text.utf8Start(before: range.lowerBound, atMost: count))
    return String(text.text[utf8Range: min(low, range.lowerBound)..<range.lowerBound])
  }
}
