import DataFiles

/// Words of the field and of the language that rules on wording need, from `Rules/law/wording.xml`.
public struct Vocabulary: Sendable {
  /// Single words that may stand twice: “ngành ngành”, “luôn luôn”.
  public internal(set) var reduplications: Set<String> = []
  /// Phrases of two words that may stand twice, as noun and verb: “các tổ chức tổ chức …”.
  public internal(set) var repeatablePhrases: Set<String> = []
  /// Words with no meaning of their own that never stand twice: “của của”.
  public internal(set) var functionWords: Set<String> = []
  /// Common single words, to tell two glued words from a foreign one.
  /// Made of the list each time it is asked for: few papers have a candidate.
  public var words: Set<String> { Set(wordList.split(separator: " ").map(String.init)) }
  var wordList = ""
  /// Hosts of law portals: a link to one is left over from copying.
  public internal(set) var portals: [String] = []
}

extension Vocabulary {
  /// Reads the word lists among built-in files, which tests have verified.
  init(reading files: [DataFile]) {
    var draft = KnowledgeDraft()
    for file in files where LegalKnowledge.isLaw(file.path) && file.rootName == "wording" {
      try? LegalKnowledge.readLaw(file, into: &draft)
    }
    self = draft.vocabulary
  }
}
