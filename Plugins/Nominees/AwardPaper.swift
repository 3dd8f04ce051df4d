import DocumentAnalysis
import DossierAnalysis
import RuleEngine
import TextMatching

/// Whether a paper is about conferring awards, and where it says which.
enum AwardPaper {
  private static let about = Pattern(
    known: #"(?<!\p{L})(?:khen\s+thưởng|khen|tặng|danh\s+hiệu|thi\s+đua)(?!\p{L})"#,
    options: .caseless)
  /// Councils, rules, money and the like have lists and awards in their names, and no nominees.
  private static let other = Pattern(
    known:
      #"(?<!\p{L})(?:quy\s+chế|quy\s+định|kế\s+hoạch|hướng\s+dẫn|thành\s+lập|kiện\s+toàn|dự\s+toán|kinh\s+phí|quỹ|ban\s+hành|dự\s+thảo|hội\s+đồng|tổ\s+(?:giúp\s+việc|thẩm\s+định)|ban\s+tổ\s+chức|phân\s+công|cụm|khối|đăng\s+ký)(?!\p{L})"#,
    options: .caseless)
  private static let proposing = Pattern(
    known:
      #"(?<!\p{L})(?:đề\s+nghị|trình|tặng|công\s+nhận|khen\s+thưởng|xét|danh\s+sách)(?!\p{L})"#,
    options: .caseless)
  /// What has been, and what the law says in general.
  private static let past = Pattern(
    known:
      #"(?<!\p{L})(?:đã\s+(?:được|tặng|đạt|có|khen|nhận)|được\s+(?:tặng|công\s+nhận)|từng|tiêu\s+chuẩn|điều\s+kiện|quy\s+định\s+(?:tại|của)|trước\s+đây)(?!\p{L})"#,
    options: .caseless)

  /// A list of nominees, as against members of a council or of a working group.
  static func listsNominees(_ context: CheckContext) -> Bool {
    context.register.nominees.contains { !$0.awards.isEmpty || $0.unknownAward != nil }
      || isAboutAwards(context.document)
  }

  /// By its subject.
  static func isAboutAwards(_ document: RecognisedDocument) -> Bool {
    let subject = document.components.subject.map(document.text).joined(separator: " ")
    return about.matches(subject) && !other.matches(subject)
  }

  /// Whether the words in front of a place propose: “đề nghị tặng …”, not “đã được tặng …”.
  static func proposes(_ text: String, before offset: Int) -> Bool {
    let start = sentence(text, before: offset)
    let words = String(text[utf8Range: start..<offset])
    return proposing.matches(words) && !past.matches(words)
  }

  private static let end = Pattern(known: #"[;.]\s|\n"#)

  private static func sentence(_ text: String, before offset: Int) -> Int {
    end.matches(in: String(text[utf8Range: 0..<offset])).last?.range.upperBound ?? 0
  }

  /// The awards that the paper proposes or confers, each place once, in reading order: those of its
  /// subject, of its nominees and of sentences that propose.
  static func awards(_ context: CheckContext) -> [AwardMention] {
    context.shared { Proposed(mentions: find($0)) }.mentions
  }

  private struct Proposed: Sendable {
    var mentions: [AwardMention]
  }

  private static func find(_ context: CheckContext) -> [AwardMention] {
    let document = context.document
    let finder = context.finder.awards
    let day = context.asOf
    var found = document.components.subject.flatMap { span in
      finder.mentions(
        in: document.blocks[span.block].text, block: span.block, on: day, range: span.utf8)
    }
    found += context.register.nominees.flatMap(\.awards)
    let body = document.components.body.clamped(to: 0..<document.blocks.count)
    if isAboutAwards(document) {
      for block in body where document.blocks[block].place.cell == nil {
        let text = document.blocks[block].text
        found += finder.mentions(in: text, block: block, on: day).filter {
          proposes(text, before: $0.span.utf8.lowerBound)
        }
      }
    }
    var seen: Set<TextSpan> = []
    return found.filter { seen.insert($0.span).inserted }.sorted {
      ($0.span.block, $0.span.utf8.lowerBound) < ($1.span.block, $1.span.utf8.lowerBound)
    }
  }
}
