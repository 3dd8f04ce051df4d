import DocumentAnalysis
import LegalKnowledge
import RuleEngine

extension NativeCheck {
  /// Office and name of the signer (Decree 30/2020, Điều 13 and Phụ lục I, mục II.7).
  static let missingSignature = NativeCheck(
    name: "missing-signature", cases: ["office", "name"]
  ) { context in
    guard context.mustShow(.signature) else { return [] }
    let signatures = context.document.components.signatures
    let anchor = Places(context.document).signature
    guard !signatures.isEmpty else { return [Observation(at: anchor)] }
    // A person who reports on himself signs without an office.
    let needsOffice = context.requires(.issuingBody)
    let hasOffice = signatures.contains { $0.office != nil }
    let hasName = signatures.contains { $0.name != nil }
    if needsOffice && !hasOffice {
      guard hasName else { return [Observation(at: anchor)] }
      let name = signatures.lazy.compactMap(\.name).first
      let start = name.map {
        TextSpan(block: $0.block, utf8: $0.utf8.lowerBound..<$0.utf8.lowerBound)
      }
      return [Observation(at: start ?? anchor, case: "office")]
    }
    return hasName ? [] : [Observation(at: anchor, case: "name")]
  }
}
