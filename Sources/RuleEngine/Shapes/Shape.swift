import DataFiles
import LegalKnowledge

/// A declarative form of check: an element of `<rule>` that is compiled to a `NativeCheck`, so that
/// nothing behind the loader knows rules written in Swift from rules written in XML.
struct Shape: Sendable {
  /// What a shape may know of the rule it stands in.
  struct Setting {
    /// The rule's id without its module.
    var rule: String
    /// Nil in a quick load of built-in files: references are then taken as they stand.
    var law: LegalKnowledge?
    var fix: Rule.FixAdvice?
    /// Built-in files in a quick load: tests have read them in full, patterns tried out.
    var isTrusted: Bool
  }

  /// The element's name.
  let element: String
  let compile: @Sendable (DataElement, Setting) throws -> NativeCheck

  /// By element name. A further shape is one more line here.
  static let all: [String: Shape] = Dictionary(
    uniqueKeysWithValues: [
      forbid, substitute, requireMatch, requireSection, requireCitation, tableColumns, consistent,
      assert, report,
    ].map { ($0.element, $0) })
}
