import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// The signer holds an office of the body that issues the paper (Decree 30/2020, Điều 13).
  static let signerOfficeMismatch = NativeCheck(
    name: "signer-office-mismatch", arguments: ["issuer", "expected"]
  ) { context in
    let document = context.document
    let book = context.law.offices
    guard context.hasStateForm, document.issuer.isFromLetterhead,
      document.components.signatures.count == 1, let block = document.components.signatures.first,
      let id = document.issuer.bodyType, let heads = book.heads(ofBody: id)
    else { return [] }
    let signature = Signature(block, in: document)
    guard let office = signature.office, let span = signature.officeSpan,
      // By order or by mandate somebody else's office signs.
      !signature.has(.order), !signature.has(.mandate)
    else { return [] }
    let key = book.headOffice(office)
    func holds(_ heads: BodyHeads) -> Bool {
      heads.offices.contains { key == Folding.key($0) || key.hasPrefix(Folding.key($0) + " ") }
    }
    guard !holds(heads), book.heads.contains(where: holds) else { return [] }
    return [
      Observation(
        at: span,
        arguments: [
          "issuer": .text(document.issuer.name ?? ""),
          "expected": .text(heads.offices.joined(separator: ", ")),
        ])
    ]
  }
}
