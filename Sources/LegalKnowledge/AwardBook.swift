/// Everything on awards, as read.
public struct AwardBook: Sendable {
  public var awards: [Award] = []
  public var terms: [LegalTerm] = []
  public var prizes: [PrizeRate] = []
  public var dossierParts: [DossierPart] = []
  public var amendment: UnreadAmendment?
}
