import DocumentAnalysis
import LegalKnowledge
import RuleEngine

extension NativeCheck {
  /// “Kính gửi” belongs to official letters, submissions and reports upwards only
  /// (Decree 30/2020, Phụ lục I, mục II.9.b–c).
  static let kinhGuiNotAllowed = NativeCheck(
    name: "kinh-gui-not-allowed", arguments: ["kind"]
  ) { context in
    guard context.hasStateForm, let kind = context.kind, kind.need(.addressee) == .forbidden,
      let addressee = context.document.components.addressee
    else { return [] }
    return [Observation(at: addressee.label, arguments: ["kind": .localized(kind.title)])]
  }
}
