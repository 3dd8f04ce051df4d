import DocumentModel
import LegalKnowledge
import TextMatching

/// Finds the citations of legal instruments in a paper, with typed parts, role and the registered
/// instrument each one names. Immutable; one serves all papers of a run.
public struct CitationFinder: Sendable {
  private let vocabulary: CitationVocabulary

  public init(law: LegalKnowledge) {
    vocabulary = CitationVocabulary(law: law)
  }

  /// All citations of the main part, in reading order.
  ///
  /// - Parameters:
  ///   - blocks: the blocks of the main part.
  ///   - legalBases: its lines of legal basis; a citation there ends where its basis ends.
  ///   - body: its body, for telling the letterhead from text that cites.
  public func citations(
    in blocks: [Block], legalBases: [LegalBasis], body: Range<Int>
  ) -> [Citation] {
    var chain = CitationChain(vocabulary: vocabulary)
    for (index, block) in blocks.enumerated() {
      let bases = legalBases.enumerated().filter { $0.element.span.block == index }
      let parser = CitationParser(
        vocabulary: vocabulary, block: index, text: block.text,
        bases: bases.map(\.element.span.utf8))
      var items = parser.parse()
      items += chain.shortForms(in: block.text, block: index, besides: items)
      items.sort { $0.citation.span.utf8.lowerBound < $1.citation.span.utf8.lowerBound }
      let roles = CitationRoles(block: block, bases: bases.map { ($0.offset, $0.element) })
      var previous: Citation?
      for var item in items {
        if item.citation.role != .withinTitle {
          roles.assign(to: &item.citation, after: previous)
          previous = item.citation
        }
        chain.append(item)
      }
    }
    return chain.citations
  }
}
