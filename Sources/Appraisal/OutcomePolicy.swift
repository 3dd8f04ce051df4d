import DossierAnalysis
import RuleEngine
import TextMatching

/// What the sheet proposes; the person who signs decides.
public enum ProposedOutcome: String, Sendable, CaseIterable {
  case eligible = "du-dieu-kien"
  case incomplete = "can-bo-sung"
  case notEligible = "khong-du-dieu-kien"

  public var words: LocalizedText {
    switch self {
    case .eligible: LocalizedText(vi: "đủ điều kiện", en: "eligible")
    case .incomplete: LocalizedText(vi: "cần bổ sung", en: "to be completed")
    case .notEligible: LocalizedText(vi: "không đủ điều kiện", en: "not eligible")
    }
  }
}

/// How many conditions came to which verdict. A condition with parts counts once.
public struct VerdictTally: Sendable, Hashable {
  public var met = 0
  public var incomplete = 0
  public var notMet = 0
  public var notChecked = 0

  public init(_ conditions: [Condition] = []) {
    for condition in conditions { add(condition.verdict) }
  }

  mutating func add(_ verdict: Verdict) {
    switch verdict {
    case .met: met += 1
    case .incomplete: incomplete += 1
    case .notMet: notMet += 1
    case .notChecked: notChecked += 1
    }
  }

  mutating func add(_ other: VerdictTally) {
    met += other.met
    incomplete += other.incomplete
    notMet += other.notMet
    notChecked += other.notChecked
  }

  public subscript(verdict: Verdict) -> Int {
    switch verdict {
    case .met: met
    case .incomplete: incomplete
    case .notMet: notMet
    case .notChecked: notChecked
    }
  }
}

/// What is proposed, and every ground for it.
public struct Outcome: Sendable {
  /// What speaks against “eligible”.
  public enum Ground: Sendable, Hashable {
    /// A condition of the dossier: its id.
    case condition(String)
    /// A condition of a case: the case's number and the condition's id.
    case caseCondition(case: Int, condition: String)
    /// An error that no condition covers: index in `AppraisalSheet.findings`.
    case finding(Int)
  }

  public var proposal: ProposedOutcome
  /// The worst first; empty for “eligible”.
  public var grounds: [Ground]
  public var tally: VerdictTally
}

/// How verdicts make an outcome.
public enum OutcomePolicy {
  /// As printed on every sheet.
  public static let words = LocalizedText(
    vi:
      "Có điều kiện KHÔNG ĐẠT: đề xuất “không đủ điều kiện”. Có điều kiện CẦN BỔ SUNG hoặc có lỗi "
      + "trong hồ sơ: đề xuất “cần bổ sung”. Còn lại: đề xuất “đủ điều kiện”. Điều kiện CHƯA KIỂM TRA "
      + "ĐƯỢC không làm thay đổi đề xuất; người thẩm định phải kiểm tra trước khi ký.",
    en:
      "A condition NOT MET: “not eligible” is proposed. A condition TO BE COMPLETED, or an error in "
      + "the dossier: “to be completed”. Otherwise: “eligible”. A condition NOT CHECKED does not "
      + "change the proposal; the appraiser checks it before signing.")

  /// - Parameters:
  ///   - verdicts: of each condition, with its ground.
  ///   - errors: indices of errors that no condition covers.
  public static func outcome(
    _ verdicts: [(verdict: Verdict, ground: Outcome.Ground)], errors: [Int] = []
  ) -> Outcome {
    var tally = VerdictTally()
    for entry in verdicts { tally.add(entry.verdict) }
    let failed = verdicts.filter { $0.verdict == .notMet }.map(\.ground)
    let open = verdicts.filter { $0.verdict == .incomplete }.map(\.ground)
    let grounds = failed + open + errors.map(Outcome.Ground.finding)
    let proposal: ProposedOutcome =
      failed.isEmpty ? (grounds.isEmpty ? .eligible : .incomplete) : .notEligible
    return Outcome(proposal: proposal, grounds: grounds, tally: tally)
  }
}
