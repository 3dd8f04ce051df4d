import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// The sections that the kind calls for (`Rules/kinds`), however worded.
  static let missingRequiredSection = NativeCheck(
    name: "missing-required-section", arguments: ["section", "kind"]
  ) { context in
    guard context.hasStateForm, let kind = context.kind,
      !context.document.components.body.isEmpty
    else { return [] }
    let required = kind.sections(in: nil).filter(\.isRequired)
    let headings = Headings(context.document)
    return headings.missing(among: required).map { section in
      Observation(
        at: place(for: section, of: kind, among: headings, in: context.document),
        arguments: ["section": .localized(section.title), "kind": .localized(kind.title)])
    }
  }

  /// Before the first heading of a later section, else at the end of the body.
  private static func place(
    for section: DocumentKind.Section, of kind: DocumentKind, among headings: Headings,
    in document: RecognisedDocument
  ) -> TextSpan {
    let later = kind.sections(in: nil).filter { $0.order > section.order }
      .flatMap { headings.naming($0) }.filter(\.isTopLevel)
    guard let next = later.min(by: { $0.ordinal < $1.ordinal }) else {
      return Places(document).belowBody
    }
    return TextSpan(block: next.span.block, utf8: 0..<0)
  }

  /// Required sections stand in their usual order.
  static let sectionOrder = NativeCheck(
    name: "section-order", arguments: ["section", "before"]
  ) { context in
    guard context.hasStateForm, let kind = context.kind else { return [] }
    let headings = Headings(context.document)
    let placed = kind.sections(in: nil).filter(\.isRequired).compactMap { section in
      Placed(section, headings.naming(section).filter(\.isTopLevel))
    }
    for later in placed {
      // A heading may name several sections and a section several headings: only when all of one
      // stand before all of the other is the order sure.
      let overtaken = placed.filter {
        $0.section.order < later.section.order && later.last.ordinal < $0.first.ordinal
      }
      guard let first = overtaken.min(by: { $0.section.order < $1.section.order }) else { continue }
      return [
        Observation(
          at: later.first.span,
          arguments: [
            "section": .localized(later.section.title),
            "before": .localized(first.section.title),
          ],
          related: [
            Observation.RelatedSpan(
              span: first.first.span,
              message: LocalizedText(vi: "thường đứng trước", en: "usually comes first"))
          ])
      ]
    }
    return []
  }

  private struct Placed {
    let section: DocumentKind.Section
    let first: Headings.Heading
    let last: Headings.Heading

    init?(_ section: DocumentKind.Section, _ headings: [Headings.Heading]) {
      guard let first = headings.first, let last = headings.last else { return nil }
      self.section = section
      self.first = first
      self.last = last
    }
  }
}
