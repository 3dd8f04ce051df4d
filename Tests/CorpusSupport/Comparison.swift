import RuleEngine

/// The findings of one paper against what its appraiser says.
public struct Comparison: Sendable {
  public var name: String
  /// Found, and the appraiser says so too.
  public var agreed: [Verdict] = []
  /// Found, and the appraiser does not say so: false alarms, or truths the sidecar lacks.
  public var gained: [Verdict] = []
  /// The appraiser says so, and it was not found.
  public var lost: [Verdict] = []
  /// Known to be missed, and still missed.
  public var missed: [Verdict] = []
  /// Listed as missed, and found: the sidecar must say so.
  public var noLongerMissed: [Verdict] = []
  /// `level: xa, recognised: so`
  public var unrecognised: [String] = []

  public var agrees: Bool {
    gained.isEmpty && lost.isEmpty && noLongerMissed.isEmpty && unrecognised.isEmpty
  }

  /// - Parameter findings: those of the program's own module `tool` are left out: they tell of the
  ///   run, not of a fault.
  public init(_ appraisal: Appraisal, findings: [Finding], recognised: [String: String]) {
    name = appraisal.name
    var must: [Verdict: Int] = [:]
    var misses: [Verdict: Int] = [:]
    var may: Set<Verdict> = []
    for expectation in appraisal.expectations {
      switch expectation.kind {
      case .must: must[Verdict(expectation), default: 0] += 1
      case .miss: misses[Verdict(expectation), default: 0] += 1
      case .may: may.insert(Verdict(expectation))
      }
    }
    for finding in findings where !finding.rule.hasPrefix("tool/") {
      let verdict = Verdict(finding)
      if let left = must[verdict], left > 0 {
        must[verdict] = left - 1
        agreed.append(verdict)
      } else if let left = misses[verdict], left > 0 {
        misses[verdict] = left - 1
        noLongerMissed.append(verdict)
      } else if !may.contains(verdict) {
        gained.append(verdict)
      }
    }
    lost = Self.left(of: must)
    missed = Self.left(of: misses)
    unrecognised = appraisal.recognised.sorted(by: <).compactMap { key, value in
      let found = recognised[key] ?? "nothing"
      return found == value ? nil : "\(key): \(value), recognised: \(found)"
    }
  }

  private static func left(of counts: [Verdict: Int]) -> [Verdict] {
    counts.sorted { $0.key < $1.key }.flatMap { Array(repeating: $0.key, count: $0.value) }
  }

  /// Lines for people: `+` gained, `-` lost, `*` listed as missed and found, `?` not recognised.
  public var report: [String] {
    guard !agrees else { return [] }
    return [name] + unrecognised.map { "  ? \($0)" } + lost.map { "  - \($0)" }
      + gained.sorted().map { "  + \($0)" } + noLongerMissed.sorted().map { "  * \($0)" }
  }
}
