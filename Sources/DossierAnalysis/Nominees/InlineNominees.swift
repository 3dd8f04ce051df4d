import DocumentAnalysis
import LegalKnowledge
import TextMatching

/// Nominees named inside a sentence: “đề nghị tặng Giấy khen cho ông Trần Quốc Hiển, Chánh Văn
/// phòng”.
struct InlineNominees {
  let text: String
  let block: Int
  /// Awards named in the text, in order.
  let awards: [AwardMention]

  private static let giving = Pattern(
    known: #"(?<!\p{L})(?:tặng|truy\s+tặng|công\s+nhận|khen\s+thưởng)(?!\p{L})"#, options: .caseless
  )
  /// What has been, and what others are to do.
  private static let past = Pattern(
    known: #"(?<!\p{L})(?:đã\s+(?:được|tặng|có\s+quyết)|được\s+tặng|giao\s+(?:cho)?)(?!\p{L})"#,
    options: .caseless)
  private static let receiving = Pattern(
    known: #"(?<!\p{L})(?:cho|đối\s+với)\s+(?=(?:ông|bà|đồng\s+chí|đ/c|anh|chị)\s+\p{Lu})"#,
    options: .caseless)
  private static let reason = Pattern(
    known:
      #"\s*(?:,\s*)?(?:đã\s+có|vì\s|có\s+thành\s+tích|về\s+thành\s+tích|theo\s|trong\s|;|\.|$)"#,
    options: .caseless)

  func found(under headings: [TextSpan]) -> [Nominee] {
    guard let award = awards.first, text.utf8.count < 1_200 else { return [] }
    let before = String(text[utf8Range: 0..<award.span.utf8.lowerBound])
    guard Self.giving.matches(before), !Self.past.matches(before) else { return [] }
    let start = award.span.utf8.upperBound
    guard let match = Self.receiving.firstMatch(in: text, from: start) else { return [] }
    let from = match.range.upperBound
    let end = Self.reason.firstMatch(in: text, from: from)?.range.lowerBound ?? text.utf8.count
    guard from < end else { return [] }
    let words = String(text[utf8Range: from..<end])
    guard let reading = NomineeName.read(words), reading.recipient == .individual else {
      return []
    }
    let range = from + reading.range.lowerBound..<from + reading.range.upperBound
    let name = TextSpan(block: block, utf8: range)
    let shown = String(text[utf8Range: range]).trimmed
    let rest = String(text[utf8Range: 0..<end])
    let birth = BirthNote.read(rest, after: range.upperBound)
    let post = Post.read(rest, from: birth?.end ?? range.upperBound, block: block)
    let own = awards.filter { $0.span.utf8.upperBound <= match.range.lowerBound }
    var nominee = Nominee(
      recipient: .individual, name: name, nameText: shown, serial: nil, serialSpan: nil,
      sex: reading.sex, birthYear: birth?.year, office: post.office, unit: post.unit,
      unitText: post.unit.map { String(text[utf8Range: $0.utf8]) } ?? "", awards: own,
      unknownAward: nil, grounds: nil, votes: nil, origin: .item(block: block), anchor: name,
      key: Folding.letters(shown))
    nominee.isRecipientStated = true
    nominee.headings = headings
    return [nominee]
  }
}
