import DocumentAnalysis
import LegalKnowledge
import RuleEngine

extension NativeCheck {
  /// “Nơi nhận:” (Decree 30/2020, Điều 8.2 and Phụ lục I, mục II.9).
  static let missingRecipients = NativeCheck(name: "missing-recipients") { context in
    guard context.mustShow(.recipients), context.document.components.recipients == nil else {
      return []
    }
    return [Observation(at: Places(context.document).belowBody)]
  }
}
