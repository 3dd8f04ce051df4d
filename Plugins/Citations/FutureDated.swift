import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// A cited instrument dated after the paper that cites it.
enum FutureDated {
  static let check = NativeCheck(name: "future-dated", arguments: ["given", "latest"]) { context in
    context.document.citations.compactMap { citation -> Observation? in
      guard citation.antecedent == nil, let (span, date) = issue(of: citation, context),
        date > context.earliest
      else { return nil }
      return Observation(
        at: span, arguments: ["given": .date(date), "latest": .date(context.latest)],
        isCertain: date > context.latest,
        verified: citation.date == nil
          ? context.instrument(of: citation)?.issued?.verified ?? .no : .yes)
    }
  }

  /// The day of issue: as typed, else as registered. A date that the registry contradicts is
  /// another rule's matter.
  private static func issue(
    of citation: Citation, _ context: CheckContext
  ) -> (TextSpan, CivilDate)? {
    let registered = context.instrument(of: citation)?.issued?.date
    if let date = citation.date, let span = citation.dateSpan {
      if let registered, registered != date { return nil }
      return (span, date)
    }
    guard citation.isRelied || citation.role == .implementing, let registered else { return nil }
    return (citation.coreSpan, registered)
  }
}
