import DocumentAnalysis
import DocumentModel
import TextMatching

/// Turns spans into locations as the outside sees them.
public struct Locator: Sendable {
  private let document: RecognisedDocument

  public init(_ document: RecognisedDocument) { self.document = document }

  /// The nearest span that lies in the document, on scalar boundaries; nil when it has no block.
  func clamped(_ span: TextSpan) -> TextSpan? {
    guard document.blocks.indices.contains(span.block) else { return nil }
    let units = document.blocks[span.block].text.utf8
    func bound(_ offset: Int) -> Int {
      var offset = min(max(offset, 0), units.count)
      while offset > 0, offset < units.count,
        units[units.index(units.startIndex, offsetBy: offset)] & 0xC0 == 0x80
      {
        offset -= 1
      }
      return offset
    }
    let low = bound(span.utf8.lowerBound)
    return TextSpan(block: span.block, utf8: low..<max(low, bound(span.utf8.upperBound)))
  }

  /// The location of a span, which must lie in the document.
  public func location(of span: TextSpan) -> Location {
    let block = document.blocks[span.block]
    let section = innermost(span.block, in: document.outline)?.path
    var location = Location(
      part: document.source.body.name, block: span.block,
      section: section.flatMap { $0.isEmpty ? nil : $0 },
      start: block.text.scalarOffset(utf8: span.utf8.lowerBound),
      end: block.text.scalarOffset(utf8: span.utf8.upperBound), line: nil, column: nil)
    guard document.source.format == .text else { return location }
    location.line = block.place.line
    if let start = block.origin(utf8: span.utf8.lowerBound) {
      location.line = start.unit
      location.column = start.scalar + 1
      let end = span.utf8.isEmpty ? start : lastOrigin(of: span.utf8, in: block)
      location.endLine = end?.unit
      location.endColumn = end.map { $0.scalar + 1 }
    }
    return location
  }

  /// Just after the last character of a range that is not empty. Taken from that character itself:
  /// the one after the range may stand on another line.
  private func lastOrigin(of utf8: Range<Int>, in block: Block) -> (unit: Int, scalar: Int)? {
    let words = block.text[utf8Range: utf8]
    let last = words.unicodeScalars.last.map { UTF8.width($0) } ?? 0
    return block.origin(utf8: utf8.upperBound - last).map { ($0.unit, $0.scalar + 1) }
  }

  /// The words of a span on one line, white space collapsed.
  public func excerpt(of span: TextSpan) -> String {
    Locator.collapsed(document.text(span))
  }

  /// Words of the heading a block lies under; empty outside the outline.
  func heading(over block: Int) -> String {
    guard
      let node = innermost(block, in: document.outline, where: \.isHeading),
      document.blocks.indices.contains(node.block)
    else { return "" }
    let text = document.blocks[node.block].text
    guard node.title.upperBound <= text.utf8.count else { return text }
    return String(text[utf8Range: node.title])
  }

  private func innermost(
    _ block: Int, in nodes: [OutlineNode], where isWanted: (OutlineNode) -> Bool = { _ in true }
  ) -> OutlineNode? {
    for node in nodes where node.blocks.contains(block) {
      return innermost(block, in: node.children, where: isWanted) ?? (isWanted(node) ? node : nil)
    }
    return nil
  }

  static func collapsed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isSpaced = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isSpaced = !result.isEmpty
      } else {
        if isSpaced { result.append(" ") }
        isSpaced = false
        result.append(scalar)
      }
    }
    return String(result)
  }
}
