import DocumentAnalysis
import DocumentModel
import TextMatching

/// Finds the decision that a row or a line refers to.
struct DecisionFinder {
  let document: RecognisedDocument

  private static let symbol = Pattern(
    known:
      #"(?<![\d/\p{L}])(\d{1,5}\s?[/-]\s?(?:\d{4}/)?QĐ(?:\s?[-/]\s?[\p{L}\d&.-]+)?|\d{1,5}/(?:\d{4}/)?[\p{Lu}Đ]{2,}(?:-[\p{Lu}Đ&]+)*)"#
  )
  private static let issuer = Pattern(
    known:
      #"(?<!\p{L})(?:của|cơ\s+quan|chủ\s+tịch|ubnd|ủy\s+ban|uỷ\s+ban|bộ\s+trưởng|bộ|sở|giám\s+đốc|hiệu\s+trưởng|thủ\s+tướng|chủ\s+tịch\s+nước|trưởng|thủ\s+trưởng|phòng)(?!\p{L})"#,
    options: .caseless)

  /// - Parameter spans: the words of the row or line; several cells of a row in order.
  func decision(in spans: [TextSpan]) -> DecisionReference {
    var reference = DecisionReference()
    for span in spans {
      let text = document.blocks[span.block].text
      if reference.symbol == nil,
        let match = Self.symbol.firstMatch(
          in: text, from: span.utf8.lowerBound, until: span.utf8.upperBound)?[1]
      {
        reference.symbol = String(text[utf8Range: match])
        reference.symbolSpan = TextSpan(block: span.block, utf8: match)
      }
      if reference.date == nil {
        reference.date =
          document.dates.first {
            $0.span.block == span.block && $0.date != nil && span.utf8.overlaps($0.span.utf8)
          }?.date
      }
      if !reference.hasIssuer {
        let words = String(text[utf8Range: span.utf8])
        reference.hasIssuer = Self.issuer.matches(words)
      }
    }
    return reference
  }
}
