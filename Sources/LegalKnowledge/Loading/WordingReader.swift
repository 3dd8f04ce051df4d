import DataFiles
import TextMatching

/// `<wording>`: slips, stale terms and the word lists that rules on wording use.
enum WordingReader {
  private static let children: Set = [
    "source", "term", "reduplications", "repeatable", "function-words", "words", "portals",
  ]
  private static let termAttributes: Set = [
    "kind", "wrong", "right", "before", "after", "unless-before", "unless-after", "from",
  ]

  static func read(_ root: DataElement, into draft: inout KnowledgeDraft) throws {
    try root.expect(attributes: DataElement.noNames, children: children)
    _ = try root.sources()
    for element in root.eachChild {
      switch element.name {
      case "term": try readTerm(element, into: &draft)
      case "reduplications":
        draft.vocabulary.reduplications.formUnion(try element.words())
      case "repeatable":
        draft.vocabulary.repeatablePhrases.formUnion(try element.phrases())
      case "function-words": draft.vocabulary.functionWords.formUnion(try element.words())
      case "words": draft.vocabulary.words.formUnion(try element.words())
      case "portals": draft.vocabulary.portals += try element.words()
      default: break
      }
    }
  }

  private static func readTerm(_ element: DataElement, into draft: inout KnowledgeDraft) throws {
    try element.expect(attributes: termAttributes)
    let wrong = try element.required("wrong")
    let right = try element.required("right")
    guard wrong != right else {
      throw element.error(
        vi: "“wrong” và “right” giống nhau (“\(wrong)”)",
        en: "\"wrong\" and \"right\" are the same (\"\(wrong)\")")
    }
    guard wrong == wrong.lowercased() else {
      throw element.error(
        vi: "“wrong” phải viết thường: “\(wrong.lowercased())”",
        en: "\"wrong\" must be in lower case: \"\(wrong.lowercased())\"")
    }
    try draft.declare(wrong, in: .slip, at: element)
    draft.vocabulary.terms.append(
      Vocabulary.Term(
        kind: try element.optional("kind", as: Vocabulary.Term.Kind.self) ?? .slip, wrong: wrong,
        right: right, before: try element.phrases("before"), after: try element.phrases("after"),
        unlessBefore: try element.phrases("unless-before"),
        unlessAfter: try element.phrases("unless-after"), from: try element.date("from")))
  }
}

extension DataElement {
  /// Words of the text, separated by white space.
  fileprivate func words() throws -> [String] {
    try plainText().split(separator: " ").map(String.init)
  }
}
