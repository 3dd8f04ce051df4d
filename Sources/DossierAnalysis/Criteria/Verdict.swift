import DocumentAnalysis
import LegalKnowledge
import TextMatching

/// What papers show about one requirement. It is never a decision.
public enum Verdict: String, Sendable, CaseIterable, Comparable {
  /// The papers contradict the requirement.
  case notMet = "khong-dat"
  /// The papers do not prove it: something is to be added.
  case incomplete = "can-bo-sung"
  /// Nothing that a machine can compare; people judge.
  case notChecked = "chua-kiem-tra"
  case met = "dat"

  /// From the worst to the best.
  public static func < (a: Verdict, b: Verdict) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .notMet: 0
    case .incomplete: 1
    case .notChecked: 2
    case .met: 3
    }
  }

  public var words: LocalizedText {
    switch self {
    case .met: LocalizedText(vi: "ĐẠT", en: "MET")
    case .incomplete: LocalizedText(vi: "CẦN BỔ SUNG", en: "TO BE COMPLETED")
    case .notMet: LocalizedText(vi: "KHÔNG ĐẠT", en: "NOT MET")
    case .notChecked: LocalizedText(vi: "CHƯA KIỂM TRA ĐƯỢC", en: "NOT CHECKED")
    }
  }
}

/// A requirement of the law compared with what the papers say.
public struct CriterionAssessment: Sendable, Hashable {
  public var criterion: Criterion
  public var verdict: Verdict
  /// What was found, or what is missing.
  public var found: LocalizedText
  /// Where it was found, in the report.
  public var spans: [TextSpan]
  /// Of `.all` and `.any`.
  public var parts: [CriterionAssessment]

  public init(
    criterion: Criterion, verdict: Verdict, found: LocalizedText, spans: [TextSpan] = [],
    parts: [CriterionAssessment] = []
  ) {
    self.criterion = criterion
    self.verdict = verdict
    self.found = found
    self.spans = spans
    self.parts = parts
  }
}

/// One way to an award compared with what the papers say.
public struct RouteAssessment: Sendable, Hashable {
  public var route: AwardStandard.Route
  public var criteria: [CriterionAssessment]

  public init(route: AwardStandard.Route, criteria: [CriterionAssessment]) {
    self.route = route
    self.criteria = criteria
  }

  /// The worst of its requirements.
  public var verdict: Verdict { criteria.map(\.verdict).min() ?? .notChecked }
}
