import DocumentModel
import TextMatching

/// Finds the year a plan is for: in the subject, else in the closing, else in the opening sentence.
struct PlanYearFinder {
  private static let years = Pattern(
    known:
      #"\bnăm\s+(?:học\s+)?(?<first>(?:19|20)\d{2})(?:\s*[-–]\s*(?<last>(?:19|20)\d{2}))?|\bgiai\s+đoạn\s+(?<from>(?:19|20)\d{2})\s*[-–]\s*(?<to>(?:19|20)\d{2})|\b(?:5|05)\s+năm\s*\(?\s*(?<a>(?:19|20)\d{2})\s*[-–]\s*(?<b>(?:19|20)\d{2})"#,
    options: .caseless)
  private static let closing = Pattern(
    known: #"trên\s+đây\s+là|kế\s+hoạch\s+này"#, options: .caseless)
  private static let opening = Pattern(
    known:
      #"(?:ban\s+hành|xây\s+dựng|triển\s+khai)\s+kế\s+hoạch.*?\bnăm\s+(?:học\s+)?(?:19|20)\d{2}"#,
    options: .caseless)

  func find(_ components: Components, blocks: [Block], body: Range<Int>) -> PlanYear? {
    for span in components.subject {
      if let year = year(in: span, blocks) { return year }
    }
    for index in body.suffix(4).reversed() where Self.closing.matches(blocks[index].text) {
      if let year = year(in: whole(index, blocks), blocks) { return year }
    }
    for index in body.prefix(6) {
      if let match = Self.opening.firstMatch(in: blocks[index].text),
        let year = year(in: TextSpan(block: index, utf8: match.range), blocks)
      {
        return year
      }
    }
    return nil
  }

  private func whole(_ index: Int, _ blocks: [Block]) -> TextSpan {
    TextSpan(block: index, utf8: 0..<blocks[index].text.utf8.count)
  }

  private func year(in span: TextSpan, _ blocks: [Block]) -> PlanYear? {
    let text = String(blocks[span.block].text[utf8Range: span.utf8])
    guard let match = Self.years.firstMatch(in: text) else { return nil }
    func number(_ names: [String]) -> Int? {
      for name in names {
        if let range = Self.years.range(name, match) { return Int(text[utf8Range: range]) }
      }
      return nil
    }
    guard let first = number(["first", "from", "a"]) else { return nil }
    let last = max(first, number(["last", "to", "b"]) ?? first)
    let low = span.utf8.lowerBound
    return PlanYear(
      years: first...last,
      span: TextSpan(
        block: span.block,
        utf8: low + match.range.lowerBound..<low + match.range.upperBound))
  }
}
