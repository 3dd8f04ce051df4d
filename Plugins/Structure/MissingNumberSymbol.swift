import DocumentAnalysis
import LegalKnowledge
import RuleEngine

extension NativeCheck {
  /// Number and symbol (Decree 30/2020, Phụ lục I, mục II.3). The number is given after signing
  /// (Điều 15), so a blank one is a reminder in a draft and a fault in an issued paper.
  static let missingNumberSymbol = NativeCheck(
    name: "missing-number-symbol", cases: ["blank"]
  ) { context in
    guard context.mustShow(.numberSymbol) else { return [] }
    guard let line = context.document.components.numberSymbol else {
      return [Observation(at: Places(context.document).belowIssuingBody)]
    }
    return isBlank(line, in: context.document) ? [Observation(at: line.span, case: "blank")] : []
  }

  /// “07a” is no whole number either, but it is not blank.
  private static func isBlank(_ line: NumberSymbol, in document: RecognisedDocument) -> Bool {
    line.isBlank
      && !document.text(line.numberSpan).unicodeScalars.contains {
        $0.properties.numericType != nil
      }
  }
}
