import DocumentAnalysis
import DossierAnalysis
import FixtureSupport
import LegalKnowledge
import Testing

struct CriterionEvaluatorTests {
  private func best(_ award: String, paper: Int, year: Int = 2025) throws -> RouteAssessment {
    let law = try RulesData.law()
    let dossier = try Dossiers.read("xa-cuoi-nam-dat")
    let day = try #require(dossier.day)
    let report = try #require(dossier.papers[paper].report)
    let evidence = Evidence(
      report: report, document: dossier.papers[paper].document, year: year)
    let routes = CriterionEvaluator(law: law, day: day).routes(
      to: try #require(law.award(id: award)), for: report.recipient, evidence)
    return try #require(routes.first)
  }

  private func verdicts(_ route: RouteAssessment) -> [Verdict] { route.criteria.map(\.verdict) }

  @Test("What the report shows is met; what people judge is left to them")
  func collective() throws {
    let route = try best("tap-the-lao-dong-tien-tien", paper: 1)
    let found = route.criteria.map(\.found.vi)
    #expect(found.contains("Năm 2025: hoàn thành tốt nhiệm vụ."))
    #expect(found.contains("Báo cáo nêu 5/6, 83,3 %."))
    #expect(found.contains("Báo cáo nêu không có người bị kỷ luật."))
    #expect(!verdicts(route).contains(.incomplete) && !verdicts(route).contains(.notMet))
  }

  @Test("Another title told for a year contradicts three in a row")
  func chain() throws {
    let route = try best("chien-si-thi-dua-bo-ban-nganh-tinh", paper: 2)
    let first = try #require(route.criteria.first)
    #expect(first.verdict == .notMet)
    #expect(first.found.vi.hasPrefix("Cần 3 lần liên tục"))
    #expect(first.found.vi.hasSuffix("mới nêu: 2024; năm 2023 ghi “Lao động tiên tiến”."))
  }

  @Test("One of several requirements is enough")
  func choice() throws {
    let route = try best("chien-si-thi-dua-co-so", paper: 2)
    let choice = try #require(route.criteria.last)
    #expect(choice.verdict == .met)
    #expect(choice.parts.map(\.verdict) == [.met, .met])
  }

  @Test("A rating below what is asked contradicts the requirement")
  func below() throws {
    let route = try best("tap-the-lao-dong-xuat-sac", paper: 1)
    let rating = route.criteria.first { $0.criterion == .completion(.excellent) }
    #expect(rating?.verdict == .notMet)
  }
}
