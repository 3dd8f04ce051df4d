import DocumentAnalysis
import LegalKnowledge

/// An award named in a paper.
public struct AwardMention: Sendable, Hashable {
  /// The name, quotation marks included.
  public var span: TextSpan
  /// What it may mean on the paper's date, the best reading first; several when ranks share a name.
  /// Empty for a name that the catalogue does not hold.
  public var matches: [AwardNames.Match]

  public init(span: TextSpan, matches: [AwardNames.Match]) {
    self.span = span
    self.matches = matches
  }

  /// Ids of the awards it may mean; a near miss counts as what was probably meant.
  public var awards: Set<String> { Set(matches.map(\.award.id)) }

  /// The award, when the name leaves no choice.
  public var award: Award? { matches.count == 1 ? matches[0].award : nil }

  /// Whether both may mean the same award.
  public func mayEqual(_ other: AwardMention) -> Bool {
    matches.contains { match in
      other.matches.contains { $0.award.id == match.award.id }
    }
  }
}
