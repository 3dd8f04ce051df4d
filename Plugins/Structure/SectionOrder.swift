import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Required sections stand in their usual order.
  static let sectionOrder = NativeCheck(
    name: "section-order", arguments: ["section", "before"]
  ) { context in
    guard context.hasStateForm, let kind = context.kind else { return [] }
    let headings = context.sectionHeadings
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
    let first: SectionHeadings.Heading
    let last: SectionHeadings.Heading

    init?(_ section: DocumentKind.Section, _ headings: [SectionHeadings.Heading]) {
      guard let first = headings.first, let last = headings.last else { return nil }
      self.section = section
      self.first = first
      self.last = last
    }
  }
}
