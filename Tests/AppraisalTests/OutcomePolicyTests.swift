import DossierAnalysis
import Testing

@testable import Appraisal

struct OutcomePolicyTests {
  private func outcome(_ verdicts: [Verdict], errors: [Int] = []) -> Outcome {
    OutcomePolicy.outcome(
      verdicts.enumerated().map { ($1, .condition("dieu-kien-\($0)")) }, errors: errors)
  }

  @Test(
    "The policy as printed on the sheet",
    arguments: [
      ([], ProposedOutcome.eligible),
      ([.met, .met], .eligible),
      ([.met, .notChecked], .eligible),
      ([.met, .incomplete, .notChecked], .incomplete),
      ([.incomplete, .notMet, .met], .notEligible),
      ([.notMet], .notEligible),
    ] as [([Verdict], ProposedOutcome)])
  func policy(verdicts: [Verdict], proposal: ProposedOutcome) {
    #expect(outcome(verdicts).proposal == proposal)
  }

  @Test("An error that no condition covers leaves the dossier to be completed, no more")
  func errors() {
    #expect(outcome([.met], errors: [7]).proposal == .incomplete)
    #expect(outcome([.met], errors: [7]).grounds == [.finding(7)])
    #expect(outcome([.notMet], errors: [7]).proposal == .notEligible)
  }

  @Test("Every ground is named, the worst first, and every condition counted once")
  func grounds() {
    let result = outcome([.incomplete, .met, .notMet, .notChecked, .incomplete], errors: [3])
    #expect(
      result.grounds == [
        .condition("dieu-kien-2"), .condition("dieu-kien-0"), .condition("dieu-kien-4"),
        .finding(3),
      ])
    #expect(Verdict.allCases.map { result.tally[$0] }.reduce(0, +) == 5)
    #expect(result.tally.incomplete == 2 && result.tally.notChecked == 1)
  }
}
