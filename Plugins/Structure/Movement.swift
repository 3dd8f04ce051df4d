import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// What the organisers of a movement must settle (Law 06/2022, Điều 17 khoản 1), looked for only
  /// in a paper that launches one named movement.
  static let missingMovementContent = NativeCheck(
    name: "missing-movement-content", arguments: ["movement", "content"]
  ) { context in
    movementContents(missingFrom: "movement", context)
  }

  /// What goes with the movement afterwards (Law 06/2022, Điều 17 khoản 2–5).
  static let movementFollowUp = NativeCheck(
    name: "movement-follow-up", arguments: ["movement", "content"]
  ) { context in
    movementContents(missingFrom: "movement-follow-up", context)
  }

  private static func movementContents(
    missingFrom group: String, _ context: CheckContext
  ) -> [Observation] {
    guard context.hasStateForm, let kind = context.kind else { return [] }
    let sections = kind.sections(in: group)
    guard !sections.isEmpty, let launch = MovementLaunch(context.document) else { return [] }
    return context.sectionHeadings.missing(among: sections).map { section in
      Observation(
        at: launch.span,
        arguments: [
          "movement": .text(launch.name), "content": .localized(section.title),
        ])
    }
  }
}

/// The words by which a paper launches one named movement.
struct MovementLaunch {
  /// The movement's name without quotation marks.
  let name: String
  /// From “phát động” to the end of the name.
  let span: TextSpan

  private static let pattern = Pattern(
    known: #"""
      phát\s+động\s+(?:\p{L}+\s+){0,3}?(?:phong\s+trào|đợt|cuộc)\s+thi\s+đua
      [^“”"«»:.;]{0,60}[“"«](?<name>[^“”"«»]{3,200})[”"»]
      """#, options: [.caseless, .extended])

  /// Words before “phát động” that show that somebody else launches, or that the paper is about
  /// something around the launch: a ceremony, a review, putting another's call into practice.
  private static let notItsOwn = [
    "về việc", "hưởng ứng", "tiếp tục", "tổng kết", "sơ kết", "lễ", "hội nghị", "lời kêu gọi",
    "chỉ thị", "triển khai thực hiện", "thực hiện tốt", "do", "được", "đã", "công tác thi đua",
    "kết quả",
  ]

  /// Nil for a paper that launches none or several, annual plans above all: they all say
  /// “phát động phong trào thi đua” somewhere.
  init?(_ document: RecognisedDocument) {
    let subject = document.components.subject
    if Words(joining: subject.map { document.text($0) }).contains("công tác thi đua") { return nil }
    let title = MovementLaunch.joined(subject, in: document)
    let found =
      title.flatMap { MovementLaunch.launch(in: $0) }
      ?? MovementLaunch.operative(in: document).lazy.compactMap { MovementLaunch.launch(in: $0) }
      .first
    guard let found else { return nil }
    self = found
  }

  private init(name: String, span: TextSpan) {
    self.name = name
    self.span = span
  }

  /// A text and where its words stand.
  private struct Passage {
    var text: String
    /// UTF-8 offset in `text` of each part, and the span it was taken from.
    var parts: [(offset: Int, span: TextSpan)]

    /// The place of a stretch, cut to the block it begins in.
    func span(_ range: Range<Int>) -> TextSpan {
      let part = parts.last { $0.offset <= range.lowerBound } ?? parts[0]
      let low = part.span.utf8.lowerBound + range.lowerBound - part.offset
      let high = min(low + range.count, part.span.utf8.upperBound)
      return TextSpan(block: part.span.block, utf8: low..<max(low, high))
    }
  }

  private static func joined(_ spans: [TextSpan], in document: RecognisedDocument) -> Passage? {
    if spans.isEmpty { return nil }
    var passage = Passage(text: "", parts: [])
    for span in spans {
      if !passage.text.isEmpty { passage.text += " " }
      passage.parts.append((passage.text.utf8.count, span))
      passage.text += document.text(span)
    }
    return passage
  }

  /// The operative sentence stands before the first heading and ends with a colon.
  private static func operative(in document: RecognisedDocument) -> [Passage] {
    let body = document.components.body.clamped(to: 0..<document.blocks.count)
    let first = document.outline.map(\.block).min() ?? body.upperBound
    return body.prefix { $0 < first }.compactMap { block in
      let text = document.blocks[block].text
      guard text[utf8Range: text.trimmedUTF8].hasSuffix(":") else { return nil }
      return joined([TextSpan(block: block, utf8: 0..<text.utf8.count)], in: document)
    }
  }

  private static func launch(in passage: Passage) -> MovementLaunch? {
    let matches = pattern.matches(in: passage.text)
    guard matches.count == 1, let match = matches.first,
      let name = pattern.group(named: "name").flatMap({ match[$0] })
    else { return nil }
    // A second name after the first: several movements.
    let rest = passage.text[utf8Range: match.range.upperBound..<passage.text.utf8.count]
    if rest.unicodeScalars.contains(where: { "“\"«".unicodeScalars.contains($0) }) { return nil }
    let before = Words(passage.text[utf8Range: 0..<match.range.lowerBound])
    if before.contains(anyOf: notItsOwn) { return nil }
    return MovementLaunch(
      name: String(passage.text[utf8Range: name]).collapsed, span: passage.span(match.range))
  }
}
