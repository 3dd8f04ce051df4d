import DocumentAnalysis
import DocumentModel
import TextMatching

/// Where a finding about something absent is put: an empty span.
public enum Anchor {
  /// Behind the last words of the body, above recipients and signature; of a paper without a body,
  /// behind its last words.
  public static func endOfBody(_ document: RecognisedDocument) -> TextSpan {
    let components = document.components
    if let last = components.lastBodyBlock { return end(ofBlock: last, in: document) }
    guard components.body.isEmpty else {
      return end(ofBlock: components.body.upperBound - 1, in: document)
    }
    let last = document.blocks.lastIndex { !$0.text.unicodeScalars.allSatisfy(Letters.isSpace) }
    return end(ofBlock: last ?? 0, in: document)
  }

  /// Behind the last word of a block.
  public static func end(ofBlock block: Int, in document: RecognisedDocument) -> TextSpan {
    guard document.blocks.indices.contains(block) else { return TextSpan(block: 0, utf8: 0..<0) }
    let end = document.blocks[block].text.trimmedUTF8.upperBound
    return TextSpan(block: block, utf8: end..<end)
  }

  public static func end(_ span: TextSpan) -> TextSpan {
    TextSpan(block: span.block, utf8: span.utf8.upperBound..<span.utf8.upperBound)
  }

  public static func start(_ span: TextSpan) -> TextSpan {
    TextSpan(block: span.block, utf8: span.utf8.lowerBound..<span.utf8.lowerBound)
  }
}
