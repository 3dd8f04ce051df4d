import DocumentAnalysis
import DocumentModel
import RuleEngine

extension NativeCheck {
  /// A heading directly followed by the next one, or by the end of the body.
  static let emptySection = NativeCheck(
    name: "empty-section", arguments: ["heading"]
  ) { context in
    guard context.hasStateForm else { return [] }
    var found: [Observation] = []
    visit(context.document.outline, in: context.document, &found)
    return found
  }

  private static func visit(
    _ siblings: [OutlineNode], in document: RecognisedDocument, _ found: inout [Observation]
  ) {
    let headings = siblings.filter { isSectionHeading($0, in: document) }
    let empty = headings.filter { isEmpty($0, in: document) }
    // Lines that all hold nothing are a list (of units, of documents), not sections. Below the
    // large sections most neighbours must hold something before one that does not is a fault.
    let isList: (OutlineNode) -> Bool = { node in
      let filled = headings.count - empty.count
      return node.level == .item
        ? filled == 0 || filled < empty.count : filled == 0 && headings.count > 1
    }
    for node in empty where !isList(node) {
      let span = TextSpan(block: node.block, utf8: node.title)
      let label = node.label.isEmpty ? "" : node.label + " "
      let heading = label + document.text(span).collapsed
      found.append(Observation(at: span, arguments: ["heading": .text(heading)]))
    }
    for node in siblings { visit(node.children, in: document, &found) }
  }

  /// Lines without a number (a theme, a slogan) and rows of a table are no sections of their own.
  private static func isSectionHeading(
    _ node: OutlineNode, in document: RecognisedDocument
  ) -> Bool {
    switch node.level {
    case .division, .section, .article, .item: break
    case .point, .dash, .rowGroup, .untitled: return false
    }
    guard node.isHeading, document.blocks[node.block].place.cell == nil else { return false }
    let title = document.text(TextSpan(block: node.block, utf8: node.title)).unicodeScalars
    // A sentence or an item of an enumeration is content by itself.
    return !title.isEmpty && !(title.last.map { ".;,?!”\"…/".unicodeScalars.contains($0) } ?? true)
  }

  private static func isEmpty(_ node: OutlineNode, in document: RecognisedDocument) -> Bool {
    let text = document.blocks[node.block].text
    let rest = text[utf8Range: min(node.title.upperBound, text.utf8.count)..<text.utf8.count]
    // Words behind the heading in its own line are its content.
    guard !rest.unicodeScalars.contains(where: { $0.properties.isAlphabetic }),
      node.children.isEmpty
    else { return false }
    let below = node.blocks.clamped(to: 0..<document.blocks.count).dropFirst()
    return below.allSatisfy {
      document.blocks[$0].text.isBlank && document.blocks[$0].place.cell == nil
    }
  }
}
