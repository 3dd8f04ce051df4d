import DataFiles
import Testing

@testable import LegalKnowledge

@Suite("Word lists")
struct VocabularyTests {
  private func load(_ inside: String) throws -> Vocabulary {
    let text = "<wording xmlns=\"urn:tdktlint:law:1\"><source>x</source>\n\(inside)</wording>"
    let file = DataFile(path: "law/wording.xml", bytes: Array(text.utf8))
    return try LegalKnowledge.load(BadFixture.base + [file]).vocabulary
  }

  @Test(
    "What is not understood is refused, with its line",
    arguments: [
      "<word>x</word>", "<words> </words>", "<portals host=\"a\">a.vn</portals>",
      "<repeatable>a | | b</repeatable>",
    ])
  func refusals(text: String) {
    do {
      _ = try load(text)
      Issue.record("accepted: \(text)")
    } catch let error as DataFileError {
      #expect(error.line == 2)
    } catch {
      Issue.record("other error: \(error)")
    }
  }

  @Test("The lists are there and do not contradict each other")
  func data() throws {
    let vocabulary = try RulesFolder.knowledge.get().vocabulary
    #expect(vocabulary.words.count > 600)
    #expect(vocabulary.functionWords.isDisjoint(with: vocabulary.reduplications))
  }
}
