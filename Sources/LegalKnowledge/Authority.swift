import TextMatching

/// Who decides, proposes or launches: an office or a body, not a person.
public struct LegalActor: Sendable, Hashable, Identifiable {
  /// `chu-tich-ubnd-xa`
  public var id: String
  /// “Chủ tịch Ủy ban nhân dân cấp xã”
  public var title: LocalizedText
  /// Levels on which it works; an agency of a province and a unit of a ministry share one entry.
  public var levels: Set<BodyLevel>
  /// Whether it decides as a body, and its papers are signed for it (“TM.”); an office signs itself.
  public var isCollective: Bool
  /// When it exists; nil when always, as far as known.
  public var validity: Validity?

  public init(
    id: String, title: LocalizedText, levels: Set<BodyLevel>, isCollective: Bool,
    validity: Validity?
  ) {
    self.id = id
    self.title = title
    self.levels = levels
    self.isCollective = isCollective
    self.validity = validity
  }
}

/// A power to decide on awards. One cell or more of the matrix of the law.
public struct Authority: Sendable, Hashable {
  /// Id of a `LegalActor`.
  public var actor: String
  /// Ids of awards.
  public var awards: [String]
  public var provision: ProvisionReference
  public var validity: Validity
  public var verified: Verification
  /// Set when the power may be handed on: to whom.
  public var delegation: LocalizedText?
  /// Set by the query when the day lies after an amendment that has not been read.
  public var amendment: UnreadAmendment?

  public init(
    actor: String, awards: [String], provision: ProvisionReference, validity: Validity,
    verified: Verification, delegation: LocalizedText? = nil, amendment: UnreadAmendment? = nil
  ) {
    self.actor = actor
    self.awards = awards
    self.provision = provision
    self.validity = validity
    self.verified = verified
    self.delegation = delegation
    self.amendment = amendment
  }
}

/// Awards for which the law leaves the authority to other rules (the armed forces).
public struct DeferredAuthority: Sendable, Hashable {
  public var awards: [String]
  public var provision: ProvisionReference
  public var validity: Validity
  /// Who rules instead, and for whom.
  public var title: LocalizedText
  public var verified: Verification
}

/// Who may launch a movement of emulation, and where.
public struct LaunchAuthority: Sendable, Hashable {
  public var actors: [String]
  /// Id of a term.
  public var scope: String
  public var provision: ProvisionReference
  public var validity: Validity
  public var verified: Verification
}

/// Who proposes awards, to whom.
public struct ProposalPath: Sendable, Hashable {
  /// Ids of actors.
  public var proposers: [String]
  /// Ids of actors, in order: the last decides.
  public var steps: [String]
  public var awards: [String]
  public var provision: ProvisionReference
  public var validity: Validity
  public var verified: Verification
}

/// Bodies that only advise and never decide.
public struct AdvisoryBody: Sendable, Hashable {
  /// Ids of `BodyType`.
  public var bodies: [String]
  public var provision: ProvisionReference
  public var validity: Validity
  public var verified: Verification
}

/// The share of all members of a council that an award needs before it is proposed.
public struct VoteThreshold: Sendable, Hashable {
  public var awards: [String]
  /// Of all members, present or not; at least.
  public var percent: Int
  /// Whose council: id of a term.
  public var council: String
  public var provision: ProvisionReference
  public var validity: Validity
  public var verified: Verification
}

/// Who chairs the council on emulation and commendation of a level.
public struct CouncilChair: Sendable, Hashable {
  public var levels: Set<BodyLevel>
  /// Id of a `LegalActor`.
  public var actor: String
  public var provision: ProvisionReference
  public var validity: Validity
  public var verified: Verification
}

/// Awards of deciders that may not be proposed in one paper.
public struct SeparateProposals: Sendable, Hashable {
  /// Ids of actors.
  public var actors: [String]
  public var provision: ProvisionReference
  public var validity: Validity
  public var verified: Verification
}

/// What holds for dossiers under way when the law changes: one received before the day follows the
/// rules that held before it.
public struct DossierTransition: Sendable, Hashable {
  /// First day of the new rules.
  public var day: CivilDate
  /// Whether the new rules apply where they are more favourable.
  public var favoursNewer: Bool
  public var provision: ProvisionReference
  public var verified: Verification
}

/// Everything on powers and the way to a decision, as read.
public struct AuthorityBook: Sendable {
  public var actors: [LegalActor] = []
  public var grants: [Authority] = []
  public var deferred: [DeferredAuthority] = []
  public var launches: [LaunchAuthority] = []
  public var proposals: [ProposalPath] = []
  public var advisory: [AdvisoryBody] = []
  public var votes: [VoteThreshold] = []
  public var chairs: [CouncilChair] = []
  public var separations: [SeparateProposals] = []
  /// In order of day.
  public var transitions: [DossierTransition] = []
  public var amendment: UnreadAmendment?
}
