import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import TextMatching

/// Finds how many a text says it proposes: “05 tập thể và 12 cá nhân”.
struct NomineeCountFinder {
  let awards: AwardFinder
  let day: CivilDate

  struct Found {
    var span: TextSpan
    var value: Int
    var recipient: Award.Recipient
  }

  private static let count = Pattern(
    known:
      #"(?<![\d/.,])(\d{1,4})\s*(?:\(\s*[\p{L}\s]+\)\s*)?(tập\s+thể|cá\s+nhân|hộ\s+gia\s+đình|đồng\s+chí)(?!\s+lao\s+động|\p{L})"#,
    options: .caseless)

  static func counts(in text: String, block: Int) -> [Found] {
    count.matches(in: text).compactMap { match in
      guard let digits = match[1], let word = match[2], let value = Int(text[utf8Range: digits])
      else { return nil }
      let recipient: Award.Recipient =
        switch Folding.key(text[utf8Range: word]) {
        case "tập thể": .collective
        case "hộ gia đình": .household
        default: .individual
        }
      return Found(
        span: TextSpan(block: block, utf8: match.range), value: value, recipient: recipient)
    }
  }

  private static let proposing = Pattern(
    known:
      #"(?<!\p{L})(?:đề\s+nghị|trình|tặng|công\s+nhận|khen\s+thưởng\s+cho|danh\s+sách|xét\s+tặng|gồm)(?!\p{L})"#,
    options: .caseless)
  /// Years before, or how many there are in all: nothing that is proposed.
  private static let other = Pattern(
    known:
      #"(?<!\p{L})(?:đã\s+(?:được|khen|tặng|có)|năm\s+trước|toàn\s+(?:xã|ngành|đơn\s+vị|trường|huyện|tỉnh)\s+(?:hiện\s+)?có|tổng\s+số\s+cán\s+bộ|trong\s+năm\s+qua|hiện\s+có)(?!\p{L})"#,
    options: .caseless)
  private static let clause = Pattern(known: #"[;.]\s|[;.]$|\n"#)

  /// Counts of the sentences that propose something.
  /// - Parameter blocks: indices to look at.
  func counts(in document: RecognisedDocument, blocks: [Int]) -> [NomineeCount] {
    blocks.flatMap { index -> [NomineeCount] in
      let text = document.blocks[index].text
      let found = NomineeCountFinder.counts(in: text, block: index)
      guard !found.isEmpty else { return [] }
      let named = awards.mentions(in: text, block: index, on: day)
      let hasLabel = document.blocks[index].label != nil
      return found.compactMap { count in
        let clause = clause(around: count.span.utf8, in: text)
        let words = String(text[utf8Range: clause])
        guard Self.proposing.matches(words) || hasLabel && !named.isEmpty,
          !Self.other.matches(words)
        else { return nil }
        // The award nearest before it in the clause, else the nearest after.
        let inside = named.filter { clause.contains($0.span.utf8.lowerBound) }
        let before = inside.last { $0.span.utf8.upperBound <= count.span.utf8.lowerBound }
        let mention = before ?? inside.first
        return NomineeCount(
          span: count.span, value: count.value, recipient: count.recipient,
          awards: mention?.awards ?? [])
      }
    }
  }

  private func clause(around range: Range<Int>, in text: String) -> Range<Int> {
    var start = 0
    for match in Self.clause.matches(in: text) {
      if match.range.lowerBound >= range.upperBound { return start..<match.range.lowerBound }
      start = match.range.upperBound
    }
    return start..<text.utf8.count
  }
}

/// Shares as papers write them.
enum Percent {
  private static let shape = Pattern(known: #"(\d{1,3})(?:[.,](\d{1,2}))?\s*(?:%|$)"#)

  /// Hundredths of a point: “88,9 %” is 8890. Nil when there is none.
  static func read(_ text: String) -> Int? {
    guard let match = shape.firstMatch(in: text), let whole = match[1],
      let points = Int(text[utf8Range: whole])
    else { return nil }
    var hundredths = 0
    if let group = match[2] {
      let digits = text[utf8Range: group]
      hundredths = (Int(digits) ?? 0) * (digits.utf8.count == 1 ? 10 : 1)
    }
    return points * 100 + hundredths
  }
}
