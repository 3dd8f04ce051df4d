import Testing

@testable import LegalKnowledge

@Suite("Awards")
struct AwardTests {
  @Test func everyAwardHasCriteriaToday() throws {
    let law = try RulesFolder.knowledge.get()
    #expect(law.awards.count > 50)
  }
}
