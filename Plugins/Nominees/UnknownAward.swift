import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Words in the place of an award that are none of the catalogue.
  static let unknownAward = NativeCheck(
    name: "unknown-award", arguments: ["name", "meant"], cases: ["near", "family"]
  ) { context in
    guard context.document.kind.family == .administrative else { return [] }
    var seen: Set<TextSpan> = []
    return (fromNominees(context) + fromSentences(context)).filter {
      seen.insert($0.span).inserted
    }
  }

  private static func fromNominees(_ context: CheckContext) -> [Observation] {
    context.register.nominees.flatMap { nominee -> [Observation] in
      let near = nominee.awards.compactMap { nearMiss($0, context) }
      guard let span = nominee.unknownAward else { return near }
      let kind = TitleWords(context.document.text(span))
      guard kind != .unsaid, kind != .othersOwn else { return near }
      return near + [unknown(span, kind, context)]
    }
  }

  private static let quoted = Pattern(
    known: #"(?<!\p{L})danh\s+hiệu(?:\s+thi\s+đua)?\s*[“"]([^“”"\n]{4,80})[”"]"#,
    options: .caseless)

  /// “tặng danh hiệu “…””, in the subject and in sentences that propose. Bodies may honour in other
  /// ways (Law 06/2022, Điều 81 khoản 1), so only a slip, or a level that a title does not have, is
  /// told there.
  private static func fromSentences(_ context: CheckContext) -> [Observation] {
    let document = context.document
    guard AwardPaper.isAboutAwards(document) else { return [] }
    let subjects = document.components.subject.map(\.block)
    let body = document.components.body.clamped(to: 0..<document.blocks.count)
      .filter { document.blocks[$0].place.cell == nil }
    return (subjects + body).flatMap { block -> [Observation] in
      let text = document.blocks[block].text
      return quoted.matches(in: text).compactMap { match in
        guard let name = match[1],
          subjects.contains(block) || AwardPaper.proposes(text, before: match.range.upperBound)
        else { return nil }
        let words = String(text[utf8Range: name])
        let span = TextSpan(block: block, utf8: name)
        let readings = context.finder.awards.readings(of: words, on: context.asOf)
        if !readings.isEmpty {
          return nearMiss(AwardMention(span: span, matches: readings), context)
        }
        let named = context.finder.awards.mentions(in: words, block: block, on: context.asOf)
        guard named.isEmpty, TitleWords(words) == .family else { return nil }
        return unknown(span, .family, context)
      }
    }
  }

  private static func nearMiss(_ mention: AwardMention, _ context: CheckContext) -> Observation? {
    guard case .near(let name)? = mention.matches.first?.kind else { return nil }
    let meant = name.text
    let typed = context.document.text(mention.span)
    return Observation(
      at: mention.span, case: "near",
      arguments: ["name": .text(typed.unquoted), "meant": .text(meant)], verified: name.verified,
      fixes: [
        Observation.ProposedFix(
          kind: .proposed,
          description: LocalizedText(vi: "Viết: \(meant).", en: "Write: \(meant)."),
          edits: [(mention.span, meant.capitalised(like: typed))])
      ])
  }

  private static func unknown(
    _ span: TextSpan, _ kind: TitleWords, _ context: CheckContext
  ) -> Observation {
    Observation(
      at: span, case: kind == .family ? "family" : nil,
      arguments: ["name": .text(context.document.text(span).unquoted), "meant": .text("")])
  }
}

/// What words in the place of an award may be.
private enum TitleWords {
  /// No name at all: a blank, a cross, “không đề nghị”.
  case unsaid
  /// Left by the law to others: other bodies' certificates (Điều 75, 76), titles of organisations,
  /// pupils and students (Điều 32).
  case othersOwn
  /// Begins like a title or order that the law has, on a level or of a kind it does not have.
  case family
  case other

  private static let nothing = Pattern(
    known:
      #"^\W*(?:không|chưa|x|✓|có|đề\s+nghị|thưởng|tiền|khen\s+thưởng)?[\d\W]*$|^\W*(?:không|chưa)\s"#,
    options: .caseless)
  private static let ownTitles = Pattern(
    known:
      #"^\W*(?:bằng\s+khen|giấy\s+khen|kỷ\s+niệm\s+chương|cờ|huy\s+hiệu|giải|thư\s+khen)(?!\p{L})|(?<!\p{L})(?:học\s+sinh|sinh\s+viên|học\s+viên|lớp|đoàn\s+viên|hội\s+viên|chi\s+đoàn|công\s+đoàn|đảng\s+viên|chi\s+bộ|đội\s+viên|chi\s+hội)(?!\p{L})"#,
    options: .caseless)
  private static let families = Pattern(
    known:
      #"^\W*(?:chiến\s+s[ĩỹ]\s+(?:thi\s+đua|tiên)|cstđ|(?:tập\s+thể\s+)?lao\s+động(?!\s+sáng\s+tạo)|đơn\s+vị\s+quyết|huân\s+chương|huy\s+chương|anh\s+hùng\s+(?:lao|lực))(?!\p{L})"#,
    options: .caseless)

  init(_ text: String) {
    if TitleWords.nothing.matches(text) {
      self = .unsaid
    } else if TitleWords.families.matches(text) {
      self = .family
    } else if TitleWords.ownTitles.matches(text) {
      self = .othersOwn
    } else {
      self = .other
    }
  }
}
