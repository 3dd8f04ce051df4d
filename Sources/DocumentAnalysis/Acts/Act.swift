/// What a body is said to do, its name directly in front of the verb.
public struct Act: Sendable, Hashable {
  public enum Kind: String, Sendable {
    /// (Quyết định) tặng, công nhận danh hiệu; quyết định khen thưởng.
    case confer
    /// Trình, đề nghị.
    case propose
    /// Phát động phong trào, đợt thi đua.
    case launch
    /// Xây dựng, ban hành kế hoạch.
    case issue
    /// Yêu cầu, giao.
    case demand
  }
  public var kind: Kind
  public var actor: BodyMention
  /// The verb.
  public var verb: TextSpan
  /// The sentence hands the act to the actor: “đề nghị UBND huyện quyết định khen thưởng”.
  public var isRequested: Bool
  /// The word in front makes the actor no subject: “được UBND xã quyết định tặng”, “của UBND xã”.
  public var isSubordinate: Bool
  /// Where the clause ends: UTF-8 offset in the actor's block.
  public var clauseEnd: Int

  /// From the actor to the end of the verb.
  public var span: TextSpan {
    TextSpan(block: verb.block, utf8: actor.span.utf8.lowerBound..<verb.utf8.upperBound)
  }

  public init(
    kind: Kind, actor: BodyMention, verb: TextSpan, isRequested: Bool, isSubordinate: Bool,
    clauseEnd: Int
  ) {
    self.kind = kind
    self.actor = actor
    self.verb = verb
    self.isRequested = isRequested
    self.isSubordinate = isSubordinate
    self.clauseEnd = clauseEnd
  }
}
