import DocumentAnalysis
import LegalKnowledge
import TextMatching

/// A heading inside a list: “I. TẬP THỂ”, “1. Danh hiệu Lao động tiên tiến (12 cá nhân)”.
struct NomineeGroup {
  /// How the heading is numbered: headings of one style stand on one level.
  enum Style: Hashable {
    case roman
    case letter
    case decimal(depth: Int)
    case unlabelled(isUpper: Bool)

    init(label: String, isUpper: Bool) {
      let mark = label.filter { $0 != "." && $0 != ")" }
      if mark.isEmpty {
        self = .unlabelled(isUpper: isUpper)
      } else if mark.allSatisfy({ "IVXLC".contains($0) }), mark != "C" {
        self = .roman
      } else if mark.allSatisfy(\.isNumber) {
        let parts = label.split(separator: ".").count { $0.allSatisfy(\.isNumber) }
        self = .decimal(depth: max(1, parts))
      } else {
        self = .letter
      }
    }
  }

  var style: Style
  /// Its words.
  var span: TextSpan
  var awards: [AwardMention]
  var recipient: Award.Recipient?
  var unit: TextSpan?
  var count: NomineeCount?

  private static let collective = Pattern(
    known: #"(?<!\p{L})tập\s+thể(?!\p{L})"#, options: .caseless)
  private static let individual = Pattern(
    known: #"(?<!\p{L})cá\s+nhân(?!\p{L})"#, options: .caseless)
  private static let household = Pattern(
    known: #"(?<!\p{L})hộ\s+gia\s+đình(?!\p{L})"#, options: .caseless)
  /// Titles of collectives begin with the word.
  private static let title = Pattern(
    known: #"tập\s+thể\s+lao\s+động"#, options: .caseless)

  private static let classes = Pattern(
    known: #"(?<!\p{L})(?:danh\s+hiệu\s+thi\s+đua|hình\s+thức\s+khen|khen\s+thưởng)(?!\p{L})"#,
    options: .caseless)

  /// Whether a heading names a class of awards (“Hình thức khen thưởng”) rather than a unit.
  static func isClassOfAwards(_ text: String) -> Bool {
    text.utf8.count < 160 && classes.matches(text)
  }

  /// The class of recipients a heading names; nil when it names none or several.
  static func recipient(in text: String) -> Award.Recipient? {
    var found: Set<Award.Recipient> = []
    if let match = collective.firstMatch(in: text), !title.matches(text) || match.range.isEmpty {
      found.insert(.collective)
    }
    if title.matches(text) { found.insert(.collective) }
    if individual.matches(text) { found.insert(.individual) }
    if household.matches(text) { found.insert(.household) }
    return found.count == 1 ? found.first : nil
  }
}

/// The headings that govern the current row, the outermost first.
struct GroupStack {
  private var groups: [NomineeGroup] = []

  /// A heading of a style that is open already closes it and all inside it.
  mutating func enter(_ group: NomineeGroup) {
    if let index = groups.firstIndex(where: { $0.style == group.style }) {
      groups.removeSubrange(index...)
    }
    groups.append(group)
  }

  var recipient: Award.Recipient? { groups.last { $0.recipient != nil }?.recipient }
  var awards: [AwardMention] { groups.last { !$0.awards.isEmpty }?.awards ?? [] }
  var unit: TextSpan? { groups.last { $0.unit != nil }?.unit }
  var spans: [TextSpan] { groups.map(\.span) }
}
