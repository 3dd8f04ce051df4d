import DocumentAnalysis
import LegalKnowledge
import RuleEngine

extension CheckContext {
  /// Whether the form of Decree 30/2020 rules this paper at all. Party papers, Front and union
  /// papers and normative documents have forms of their own (its Điều 4.2.a), and a paper without
  /// any text has no place where a finding could stand.
  var hasStateForm: Bool {
    document.kind.family == .administrative && !document.blocks.isEmpty
  }

  /// Whether the paper stands by itself: a text “kèm theo” another gets its number, date, legal
  /// basis, recipients and signature from that one (Decree 30/2020, Phụ lục III, mẫu 1.3).
  var standsAlone: Bool { document.components.attachedTo == nil }

  /// Whether the paper's kind calls for the component. A paper of unknown kind calls for none.
  func requires(_ component: ComponentID) -> Bool { kind?.need(component) == .required }

  /// Whether the component must be there: the usual condition of a rule on something missing.
  func mustShow(_ component: ComponentID) -> Bool {
    hasStateForm && standsAlone && requires(component)
  }
}
