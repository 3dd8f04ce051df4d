import DataFiles
import DocumentAnalysis
import LegalKnowledge
import TextMatching

extension Shape {
  /// Sections that the paper must have, however worded: those its kind calls for (`of="kind"`), or
  /// those listed.
  static let requireSection = Shape(element: "require-section") { element, setting in
    let requirement = try SectionRequirement(element)
    return NativeCheck(
      name: setting.rule, arguments: ["section", "kind"], run: requirement.observations)
  }
}

private struct SectionRequirement: Sendable {
  private static let attributes: Set<String> = ["of"]
  private static let children: Set<String> = ["section"]
  private enum Source: String, CaseIterable { case kind }

  /// Nil: the required ones of the paper's kind.
  private let listed: [DocumentKind.Section]?

  init(_ element: DataElement) throws {
    try element.expect(
      attributes: SectionRequirement.attributes, children: SectionRequirement.children)
    let sections = try element.children.map(SectionRequirement.section)
    let isOfKind = try element.optional("of", as: Source.self) != nil
    guard isOfKind == sections.isEmpty else {
      throw element.error(
        vi: "<require-section> cần of=\"kind\" (các mục của loại văn bản) hoặc các <section>, "
          + "một trong hai",
        en: "<require-section> takes of=\"kind\" (the sections of the paper's kind) or <section> "
          + "elements, one of the two")
    }
    listed = isOfKind ? nil : sections
  }

  private static func section(_ element: DataElement) throws -> DocumentKind.Section {
    let words = try WordedPart(element)
    return DocumentKind.Section(
      id: "", title: words.title, isRequired: true, order: 0, headings: words.headings,
      prose: words.prose)
  }

  func observations(_ context: CheckContext) -> [Observation] {
    let document = context.document
    guard !document.components.body.isEmpty else { return [] }
    guard let wanted = listed ?? context.kind?.sections(in: nil).filter(\.isRequired) else {
      return []
    }
    let headings = context.sectionHeadings
    let kind = context.kind?.title ?? LocalizedText(vi: "Văn bản", en: "the paper")
    return headings.missing(among: wanted).map { section in
      Observation(
        at: place(for: section, of: context.kind, among: headings, in: document),
        arguments: ["section": .localized(section.title), "kind": .localized(kind)])
    }
  }

  /// Before the first heading of a later section of the kind, else at the end of the body.
  private func place(
    for section: DocumentKind.Section, of kind: DocumentKind?, among headings: SectionHeadings,
    in document: RecognisedDocument
  ) -> TextSpan {
    guard listed == nil, let kind else { return Anchor.endOfBody(document) }
    let later = kind.sections(in: nil).filter { $0.order > section.order }
      .flatMap { headings.naming($0) }.filter(\.isTopLevel)
    guard let next = later.min(by: { $0.ordinal < $1.ordinal }) else {
      return Anchor.endOfBody(document)
    }
    return TextSpan(block: next.span.block, utf8: 0..<0)
  }
}

/// A section or a column: its name for messages, and the words by which it is recognised.
struct WordedPart: Sendable {
  let title: LocalizedText
  let headings: [String]
  /// Words in running text that stand for a heading.
  let prose: [String]

  /// - Parameter hasProse: whether running text may show the part.
  init(_ element: DataElement, hasProse: Bool = true) throws {
    let prose: Set<String> = hasProse ? ["prose"] : []
    try element.expect(attributes: Names.none, children: prose.union(["title", "headings"]))
    var title = LocalizedText(vi: "")
    var lists: [String: [String]] = [:]
    for child in element.children {
      try child.expect(attributes: Names.none, text: true)
      if child.name == "title" {
        if !title.set(try child.nonEmptyText(), in: child.language) { throw child.duplicate() }
      } else if lists.updateValue(try child.phrasesOfText(), forKey: child.name) != nil {
        throw child.duplicate()
      }
    }
    guard !title.vi.isEmpty, let headings = lists["headings"] else {
      throw element.error(
        vi:
          "<\(element.name)> cần <title> (tên để báo) và <headings> (các cách gọi, cách nhau bằng “|”)",
        en:
          "<\(element.name)> needs <title> (its name) and <headings> (its wordings, parted by \"|\")"
      )
    }
    self.title = title
    self.headings = headings
    self.prose = lists["prose"] ?? []
  }
}
