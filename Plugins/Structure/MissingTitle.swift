import DocumentAnalysis
import LegalKnowledge
import RuleEngine

extension NativeCheck {
  /// Type name and trích yếu (Decree 30/2020, Phụ lục I, mục II.5).
  static let missingTitle = NativeCheck(
    name: "missing-title", arguments: ["kind"], cases: ["subject", "letter-subject"]
  ) { context in
    guard context.hasStateForm, let kind = context.kind else { return [] }
    let components = context.document.components
    let places = Places(context.document)
    let name = MessageArgument.localized(kind.title)
    if components.typeName == nil, kind.need(.typeName) == .required {
      return [Observation(at: places.belowLetterhead, arguments: ["kind": name])]
    }
    guard components.subject.isEmpty, kind.need(.subject) == .required else { return [] }
    let anchor = components.typeName.map(places.end) ?? places.belowLetterhead
    // An official letter has no type name; its trích yếu begins “V/v”.
    let isLetter = kind.need(.typeName) == .forbidden
    return [
      Observation(
        at: anchor, case: isLetter ? "letter-subject" : "subject", arguments: ["kind": name])
    ]
  }
}
