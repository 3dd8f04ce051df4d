import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A title of emulation called a form of commendation, or the other way round (Law 06/2022, Điều 6
  /// and 9). Told once under each heading.
  static let awardClass = NativeCheck(
    name: "award-class", arguments: ["award"], cases: ["title", "form"]
  ) { context in
    var told: Set<TextSpan> = []
    var found: [Observation] = []
    for nominee in context.register.nominees {
      for mention in nominee.awards {
        guard let call = naming(mention, of: nominee, context) else { continue }
        let isTitle = mention.matches.allSatisfy { $0.award.awardClass == .emulationTitle }
        let isForm = mention.matches.allSatisfy { $0.award.awardClass != .emulationTitle }
        guard call.isTitle ? isForm : isTitle, told.insert(call.span).inserted else { continue }
        found.append(
          Observation(
            at: mention.span, case: isTitle ? "title" : "form",
            arguments: ["award": .text(mention.matches[0].award.name(on: context.asOf).unquoted)],
            related: call.span.block == mention.span.block
              ? []
              : [
                .init(
                  span: call.span,
                  message: LocalizedText(vi: "Đề mục ở đây.", en: "The heading is here."))
              ]))
      }
    }
    return found
  }

  private static let formWords = Pattern(
    known: #"(?<!\p{L})hình\s+thức\s+khen(?:\s+thưởng)?(?!\p{L})"#, options: .caseless)
  private static let titleWords = Pattern(
    known: #"(?<!\p{L})danh\s+hiệu\s+thi\s+đua(?!\p{L})"#, options: .caseless)
  private static let anyTitle = Pattern(
    known: #"(?<!\p{L})danh\s+hiệu(?!\p{L})"#, options: .caseless)

  /// What the nearest words in front, the column's heading or the headings above call the award; nil
  /// where none does, or one covers both classes.
  private static func naming(
    _ mention: AwardMention, of nominee: Nominee, _ context: CheckContext
  ) -> (isTitle: Bool, span: TextSpan)? {
    let document = context.document
    let text = document.blocks[mention.span.block].text
    let end = mention.span.utf8.lowerBound
    let start = text.utf8Start(before: end, atMost: 80)
    if let called = called(String(text[utf8Range: start..<end])) {
      return called.map { ($0, TextSpan(block: mention.span.block, utf8: start..<end)) }
    }
    var places: [TextSpan] = nominee.headings.filter { $0.block != mention.span.block }
    if let cell = document.blocks[mention.span.block].place.cell,
      case .row(let index, _) = nominee.origin,
      cell.table == index,
      let table = context.register.tables.first(where: { $0.table == index })
    {
      let column = document.source.body.tables[index].rows[cell.row].cells[cell.cell].column
      places += table.headings[column] ?? []
    }
    for place in places.reversed() {
      let words = document.text(place)
      if let called = called(words) { return called.map { ($0, place) } }
    }
    return nil
  }

  /// True: a title; false: a form; an inner nil: both, or too general; an outer nil: nothing said.
  private static func called(_ words: String) -> Bool?? {
    let isForm = formWords.matches(words)
    if isForm, anyTitle.matches(words) { return .some(nil) }
    if isForm { return .some(false) }
    if titleWords.matches(words) { return .some(true) }
    return anyTitle.matches(words) ? .some(nil) : nil
  }
}
