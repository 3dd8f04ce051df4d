import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A share of members, as the report itself states it, below what the law asks for the title it
  /// proposes. A report that gives no figure proves nothing.
  static let ratio = NativeCheck(
    name: "ratio", arguments: ["award", "found", "required"]
  ) { context in
    let document = context.document
    let report = context.report
    return report.awards.flatMap { mention -> [Observation] in
      guard let award = mention.award else { return [] }
      return shares(of: award, report, context, on: context.asOf).map { share in
        // Another law may hold on other days that the paper can be of.
        let last = document.date.latest
        let isCertain =
          document.date.isCertain
          || shares(of: award, report, context, on: last).contains { $0.span == share.span }
        return Observation(
          at: share.span,
          arguments: [
            "award": .text(award.name(on: context.asOf).unquoted),
            "found": .localized(share.found), "required": .localized(share.required),
          ],
          isCertain: isCertain, verified: share.verified,
          bases: [
            Rule.Basis(instrument: share.provision.instrument, provision: share.provision.text)
          ],
          related: [
            .init(
              span: mention.span,
              message: LocalizedText(vi: "Danh hiệu đề nghị.", en: "The title proposed."))
          ])
      }
    }
  }

  private struct Share {
    var span: TextSpan
    var found: LocalizedText
    var required: LocalizedText
    var provision: ProvisionReference
    var verified: Verification
  }

  private static func shares(
    of award: Award, _ report: AchievementReport, _ context: CheckContext, on day: CivilDate
  ) -> [Share] {
    guard let standard = context.law.criteria(of: award, on: day) else { return [] }
    let evaluator = CriterionEvaluator(law: context.law, day: day)
    let evidence = Evidence(
      report: report, document: context.document, year: report.year(on: day))
    return standard.routes.flatMap { route in
      route.criteria.compactMap { criterion -> Share? in
        guard case .members(let members) = criterion else { return nil }
        let assessment = evaluator.assess(criterion, evidence)
        guard assessment.verdict == .notMet, let span = assessment.spans.first else { return nil }
        return Share(
          span: span, found: assessment.found,
          required: required(members, context.law, on: day), provision: route.provision,
          verified: route.verified)
      }
    }
  }

  private static func required(
    _ members: Criterion.Members, _ law: LegalKnowledge, on day: CivilDate
  ) -> LocalizedText {
    let title = members.award.flatMap { law.award(id: $0)?.name(on: day) }
    let vi = title.map { "thành viên đạt “\($0)”" } ?? "thành viên hoàn thành nhiệm vụ"
    let en = title.map { "members holding “\($0)”" } ?? "members having completed their tasks"
    return switch members.amount {
    case .percent(100): LocalizedText(vi: "tất cả \(vi)", en: "all \(en)")
    case .percent(let least):
      LocalizedText(vi: "từ \(least) % \(vi) trở lên", en: "at least \(least) % of \(en)")
    case .overPercent(let least):
      LocalizedText(vi: "trên \(least) % \(vi)", en: "more than \(least) % of \(en)")
    case .count(let least):
      LocalizedText(vi: "ít nhất \(least) \(vi)", en: "at least \(least) \(en)")
    }
  }
}

extension CheckContext {
  /// The paper read as a report of achievement, once for all checks.
  var report: AchievementReport {
    shared { ReportReader(awards: $0.finder.awards).read($0.document) }
  }
}
