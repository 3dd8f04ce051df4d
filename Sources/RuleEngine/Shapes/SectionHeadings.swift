import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import TextMatching

/// The headings of a paper, for looking up sections however they are worded.
public struct SectionHeadings: Sendable {
  public struct Heading: Sendable {
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
    let own = ownWords
    let text = Words(joining: own)
    let lines = Words(joining: own.filter(SectionHeadings.looksLikeHeading))
    return unnamed.filter {
      !lines.contains(anyOf: $0.headings) && !text.contains(anyOf: $0.prose)
    }
  }

  /// What the paper itself says, block by block: not its letterhead, recipients and signature, nor
  /// the names of bodies and instruments, which hold many a section's word (“Ủy ban nhân dân”).
  private var ownWords: [String] {
    let components = document.components
    let start = (components.subject.map(\.block) + [components.body.lowerBound]).min() ?? 0
    var tail: Set<Int> = []
    if let recipients = components.recipients {
      tail.insert(recipients.label.block)
      tail.formUnion(recipients.lines.map(\.span.block))
    }
    for block in components.signatures {
      tail.formUnion(
        (block.authority + [block.office, block.name].compactMap { $0 }).map(\.block))
    }
    var names: [Int: [Range<Int>]] = [:]
    for span in document.bodies.map(\.span) + document.citations.map(\.span) {
      names[span.block, default: []].append(span.utf8)
    }
    return document.blocks.indices.dropFirst(start).filter { !tail.contains($0) }.map { index in
      let text = document.blocks[index].text
      guard let names = names[index] else { return text }
      var result = ""
      var position = 0
      for range in names.sorted(by: { $0.lowerBound < $1.lowerBound })
      where range.lowerBound >= position {
        result += text[utf8Range: position..<range.lowerBound] + "|"
        position = range.upperBound
      }
      return result + text[utf8Range: position..<text.utf8.count]
    }
  }

  /// A short line that ends like none of a sentence: a heading without a number, a column's head.
  private static func looksLikeHeading(_ text: String) -> Bool {
    let words = text.collapsed
    guard let last = words.unicodeScalars.last, words.utf8.count <= 160 else { return false }
    return !".;,".unicodeScalars.contains(last) && words.split(separator: " ").count <= 15
  }
}
