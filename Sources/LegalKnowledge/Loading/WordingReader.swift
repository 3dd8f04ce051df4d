import DataFiles
import TextMatching

/// `<wording>`: the word lists that rules on wording use.
enum WordingReader {
  private static let children: Set = [
    "source", "reduplications", "repeatable", "function-words", "words", "portals",
  ]

  static func read(_ root: DataElement, into draft: inout KnowledgeDraft) throws {
    try root.expect(attributes: DataElement.noNames, children: children)
    _ = try root.sources()
    for element in root.eachChild {
      switch element.name {
      case "reduplications":
        draft.vocabulary.reduplications.formUnion(try element.words())
      case "repeatable":
        draft.vocabulary.repeatablePhrases.formUnion(try element.phrases())
      case "function-words": draft.vocabulary.functionWords.formUnion(try element.words())
      case "words": draft.vocabulary.wordList += " " + (try element.plainText())
      case "portals": draft.vocabulary.portals += try element.words()
      default: break
      }
    }
  }
}

extension DataElement {
  /// Words of the text, separated by white space.
  fileprivate func words() throws -> [String] {
    try plainText().split(separator: " ").map(String.init)
  }
}
