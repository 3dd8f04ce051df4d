import DocumentAnalysis
import RuleEngine
import TextMatching

extension Observation.ProposedFix {
  /// One replacement that leaves the meaning as it is.
  static func mechanical(_ span: TextSpan, _ text: String, vi: String, en: String) -> Self {
    Self(kind: .mechanical, description: LocalizedText(vi: vi, en: en), edits: [(span, text)])
  }
}

extension String {
  /// The words of a UTF-8 range.
  func words(_ range: Range<Int>) -> String { String(self[utf8Range: range]) }
}

/// Where citations stand, for rules that leave the names of other papers alone.
struct CitedPlaces {
  private let spans: [Int: [Range<Int>]]

  init(_ document: RecognisedDocument) {
    spans = Dictionary(grouping: document.citations.map(\.span), by: \.block)
      .mapValues { $0.map(\.utf8) }
  }

  func overlap(_ span: TextSpan) -> Bool {
    spans[span.block]?.contains { $0.overlaps(span.utf8) } ?? false
  }
}
