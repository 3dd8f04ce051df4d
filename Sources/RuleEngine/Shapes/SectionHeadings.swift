import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import TextMatching

/// The headings of a paper, for looking up sections however they are worded.
public struct SectionHeadings {
  public struct Heading {
    /// Place in reading order, from 0.
    public var ordinal: Int
    public var words: Words
    public var span: TextSpan
    /// Whether it is a heading at the outermost level, not an item in running text.
    public var isTopLevel: Bool
  }
  public let all: [Heading]
  private let document: RecognisedDocument

  public init(_ document: RecognisedDocument) {
    self.document = document
    var found: [Heading] = []
    func visit(_ nodes: [OutlineNode], isTopLevel: Bool) {
      for node in nodes {
        let span = TextSpan(block: node.block, utf8: node.title)
        found.append(
          Heading(
            ordinal: found.count, words: Words(document.text(span)), span: span,
            isTopLevel: isTopLevel && node.isHeading && node.level != .dash))
        visit(node.children, isTopLevel: false)
      }
    }
    visit(document.outline, isTopLevel: true)
    all = found
  }

  public func naming(_ section: DocumentKind.Section) -> [Heading] {
    let phrases = section.headings.map { Words($0) }
    return all.filter { $0.words.contains(anyOf: phrases) }
  }

  /// Those among `sections` that neither a heading names nor running text shows.
  public func missing(among sections: [DocumentKind.Section]) -> [DocumentKind.Section] {
    let unnamed = sections.filter { naming($0).isEmpty }
    if unnamed.isEmpty { return [] }
    let text = Words(joining: document.blocks.lazy.map(\.text))
    let lines = Words(
      joining: document.blocks.lazy.map(\.text).filter(SectionHeadings.looksLikeHeading))
    return unnamed.filter {
      !lines.contains(anyOf: $0.headings) && !text.contains(anyOf: $0.prose)
    }
  }

  /// A short line that ends like none of a sentence: a heading without a number, a column's head.
  private static func looksLikeHeading(_ text: String) -> Bool {
    let words = text.collapsed
    guard let last = words.unicodeScalars.last, words.utf8.count <= 160 else { return false }
    return !".;,".unicodeScalars.contains(last) && words.split(separator: " ").count <= 15
  }
}
