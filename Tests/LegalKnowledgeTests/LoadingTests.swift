import DataFiles
import Testing

@testable import LegalKnowledge

@Suite struct LoadingTests {
  @Test func theRepositoryLoads() throws {
    do {
      let law = try RulesFolder.knowledge.get()
      #expect(law.instruments.count > 70)
      #expect(law.kinds.count == 10)
    } catch let error as DataFileError {
      Issue.record("\(error.description(in: .en))")
    }
  }
}
