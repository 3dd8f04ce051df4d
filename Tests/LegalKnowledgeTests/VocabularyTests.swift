import DataFiles
import Testing

@testable import LegalKnowledge

@Suite("Terms and word lists")
struct VocabularyTests {
  private func load(_ inside: String) throws -> Vocabulary {
    let text = "<wording xmlns=\"urn:tdktlint:law:1\"><source>x</source>\n\(inside)</wording>"
    let file = DataFile(path: "law/wording.xml", bytes: Array(text.utf8))
    return try LegalKnowledge.load(BadFixture.base + [file]).vocabulary
  }

  @Test("A term keeps its context, its exceptions and its first day")
  func term() throws {
    let term = try #require(
      try load(
        #"<term wrong="thi đưa" right="thi đua" before="cụm | khối" unless-after="ra" from="2024-01-01"/>"#
      ).terms.first)
    #expect(term.kind == .slip && term.before == ["cụm", "khối"] && term.unlessAfter == ["ra"])
    #expect(term.from?.iso == "2024-01-01")
  }

  @Test(
    "What is not understood is refused, with its line",
    arguments: [
      #"<term wrong="a b" right="a b"/>"#, #"<term wrong="A b" right="a c"/>"#,
      #"<term wrong="a b"/>"#, #"<term wrong="a b" right="c" befor="d"/>"#, "<word>x</word>",
      #"<term wrong="a b" right="c"/><term wrong="a b" right="d"/>"#,
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

  @Test("No listed word of the language is itself a listed slip")
  func data() throws {
    let vocabulary = try RulesFolder.knowledge.get().vocabulary
    #expect(vocabulary.terms.count > 40 && vocabulary.words.count > 600)
    #expect(vocabulary.terms.allSatisfy { !vocabulary.words.contains($0.wrong) })
    #expect(vocabulary.functionWords.isDisjoint(with: vocabulary.reduplications))
  }
}
