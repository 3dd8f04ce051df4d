import DataFiles
import DocumentAnalysis
import DocumentModel
import TextMatching

/// A part of a paper that a rule may look at (`in="…"`).
enum TextPlace: String, Sendable, CaseIterable {
  /// Type name and trích yếu.
  case title
  /// What the paper says it is about: its trích yếu and a căn cứ that runs into the operative
  /// sentence; without a trích yếu, the first paragraph of the body.
  case topic
  /// The lines of căn cứ.
  case legalBasis = "legal-basis"
  /// From the căn cứ to Nơi nhận and the signature, tables included.
  case body
  /// Headings and the words that open numbered items.
  case headings
  /// Cells of tables in the body and the annexes.
  case tables
  /// “Nơi nhận:” and its lines.
  case recipients
  /// The last line of Nơi nhận, “Lưu: …”.
  case archiveLine = "archive-line"
  case signature
  case annexes

  func spans(in document: RecognisedDocument) -> [TextSpan] {
    let components = document.components
    func whole(_ blocks: some Sequence<Int>) -> [TextSpan] {
      blocks.filter(document.blocks.indices.contains).map {
        TextSpan(block: $0, utf8: 0..<document.blocks[$0].text.utf8.count)
      }
    }
    switch self {
    case .title: return [components.typeName].compactMap { $0 } + components.subject
    case .topic:
      let opening = components.subject.isEmpty ? whole(components.body.prefix(1)) : []
      return components.subject + components.legalBases.filter(\.runsIntoBody).map(\.span) + opening
    case .legalBasis: return components.legalBases.map(\.span)
    case .body: return whole(components.body)
    case .headings: return TextPlace.headings(document.outline)
    case .tables:
      let held = Array(components.body) + components.annexes.flatMap { Array($0.blocks) }
      return whole(
        held.filter {
          document.blocks.indices.contains($0) && document.blocks[$0].place.cell != nil
        })
    case .recipients:
      guard let recipients = components.recipients else { return [] }
      return [recipients.label] + recipients.lines.map(\.span)
    case .archiveLine:
      return [components.recipients?.lines.last(where: \.isArchive)?.span].compactMap { $0 }
    case .signature:
      return components.signatures.flatMap { block in
        block.authority + [block.office, block.name].compactMap { $0 }
      }
    case .annexes: return whole(components.annexes.flatMap { Array($0.blocks) })
    }
  }

  /// Whether it is one line: what lacks something is then the line itself.
  var isLine: Bool { self == .archiveLine }

  private static func headings(_ nodes: [OutlineNode]) -> [TextSpan] {
    nodes.flatMap { node in
      (node.level == .dash ? [] : [TextSpan(block: node.block, utf8: node.title)])
        + headings(node.children)
    }
  }
}

/// Where a shape looks: parts of the paper, sections by their headings, or both.
struct TextScope: Sendable {
  static let attributes: Set<String> = ["in", "section"]

  /// Empty: the whole paper.
  let places: [TextPlace]
  /// Words of the headings of the sections meant; empty: every section.
  let sections: [FoldedPhrase]

  init(_ element: DataElement) throws {
    places = try element.list("in", as: TextPlace.self)
    sections = try element.phrases("section").map { FoldedPhrase($0) }
  }

  var isLine: Bool { places.count == 1 && places[0].isLine }

  /// Nil: everywhere; empty: the paper has no such part.
  func spans(in document: RecognisedDocument) -> [TextSpan]? {
    if places.isEmpty, sections.isEmpty { return nil }
    var spans = places.flatMap { $0.spans(in: document) }
    guard !sections.isEmpty else { return spans }
    let held = Set(TextScope.sections(document.outline, named: sections, in: document).joined())
    if places.isEmpty { spans = held.sorted().compactMap { TextScope.whole($0, document) } }
    return spans.filter { held.contains($0.block) }
  }

  private static func whole(_ block: Int, _ document: RecognisedDocument) -> TextSpan? {
    guard document.blocks.indices.contains(block) else { return nil }
    return TextSpan(block: block, utf8: 0..<document.blocks[block].text.utf8.count)
  }

  /// The blocks of the outermost sections whose heading has one of the phrases.
  static func sections(
    _ nodes: [OutlineNode], named phrases: [FoldedPhrase], in document: RecognisedDocument
  ) -> [Range<Int>] {
    nodes.flatMap { node -> [Range<Int>] in
      let title = FoldedText(document.text(TextSpan(block: node.block, utf8: node.title)))
      if node.level != .dash, !title.places(of: phrases).isEmpty { return [node.blocks] }
      return sections(node.children, named: phrases, in: document)
    }
  }
}
