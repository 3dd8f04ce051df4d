import DataFiles

/// Words of the field and of the language that rules on wording need, from `Rules/law/wording.xml`.
public struct Vocabulary: Sendable {
  /// A slip of the pen, or a term the law has given up.
  public struct Term: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
      /// Always wrong in its context.
      case slip
      /// Right once, given up by a later law.
      case stale
    }
    public var kind: Kind
    /// The words as wrongly written, in lower case.
    public var wrong: String
    /// What they should be.
    public var right: String
    /// Words one of which must stand directly before or after; empty: anything may.
    public var before: [String]
    public var after: [String]
    /// Words that make it right when they stand directly before or after.
    public var unlessBefore: [String]
    public var unlessAfter: [String]
    /// First day of papers it is wrong in.
    public var from: CivilDate?
  }

  public internal(set) var terms: [Term] = []
  /// Single words that may stand twice: “ngành ngành”, “luôn luôn”.
  public internal(set) var reduplications: Set<String> = []
  /// Phrases of two words that may stand twice, as noun and verb: “các tổ chức tổ chức …”.
  public internal(set) var repeatablePhrases: Set<String> = []
  /// Words with no meaning of their own that never stand twice: “của của”.
  public internal(set) var functionWords: Set<String> = []
  /// Common single words, to tell two glued words from a foreign one.
  public internal(set) var words: Set<String> = []
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
