import TextMatching

/// Who heads which bodies, and how such bodies are signed for.
public struct BodyHeads: Sendable, Hashable {
  /// Ids of `BodyType`.
  public var bodies: Set<String>
  /// Offices of the head, in ordinary case: “Chủ tịch”.
  public var offices: [String]
  /// Whether the body decides as a body, so that its papers are signed for it (“TM.”).
  public var isCollective: Bool

  public init(bodies: Set<String>, offices: [String], isCollective: Bool) {
    self.bodies = bodies
    self.offices = offices
    self.isCollective = isCollective
  }
}

/// What the data says about offices and about lists of recipients; empty where no file says it.
public struct OfficeBook: Sendable {
  public var heads: [BodyHeads] = []
  /// How the office of a deputy begins: “phó”, “thứ trưởng”.
  public var deputies: [String] = []
  /// Short forms that need no explanation in a list of recipients.
  public var abbreviations: [String] = []
  /// Words that show that a paper goes to the level above, by level of its issuer.
  public var above: [BodyLevel: [String]] = [:]
  /// How the names of units begin that may go on naming a level that has ended.
  public var keepsName: [String] = []
  /// Words of a sentence about what is over.
  public var past: [String] = []

  public init() {}

  /// The heads of a type of body; nil where the data does not say.
  public func heads(ofBody id: String) -> BodyHeads? { heads.first { $0.bodies.contains(id) } }

  /// Whether papers of this type of body are signed for it (“TM.”).
  public func isCollective(_ id: String?) -> Bool {
    id.flatMap { heads(ofBody: $0)?.isCollective } ?? false
  }
}
