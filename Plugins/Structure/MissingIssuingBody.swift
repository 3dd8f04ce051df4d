import DocumentAnalysis
import LegalKnowledge
import RuleEngine

extension NativeCheck {
  /// The issuing body's name above number and symbol (Decree 30/2020, Phụ lục I, mục II.2).
  static let missingIssuingBody = NativeCheck(name: "missing-issuing-body") { context in
    guard context.mustShow(.issuingBody), context.document.components.issuingBody.isEmpty else {
      return []
    }
    return [Observation(at: Places(context.document).top)]
  }
}
