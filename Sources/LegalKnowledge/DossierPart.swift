/// A paper that the law wants in a dossier, and for which awards.
public struct DossierPart: Sendable, Hashable {
  public enum Paper: String, Sendable, CaseIterable {
    case proposal = "to-trinh"
    case report = "bao-cao-thanh-tich"
    case minutes = "bien-ban"
    /// Proof of an initiative or a study.
    case certificate = "chung-nhan"
    /// The opinion of the related central body or province.
    case opinion = "y-kien"
    /// The names published before they are proposed.
    case publication = "cong-khai"
    /// No paper: the ministry or the province rules what the dossier holds.
    case ownRules = "quy-dinh-rieng"
  }

  public var paper: Paper
  /// Ids of awards.
  public var awards: [String]
  public var provision: ProvisionReference
  public var validity: Validity
  public var verified: Verification
  /// Set by the query when the day lies after an amendment that has not been read.
  public var amendment: UnreadAmendment?
}

extension LegalKnowledge {
  /// Where the law asks for a paper in the dossier of an award on `day`; nil when it does not, as
  /// far as known.
  public func dossierPart(
    _ paper: DossierPart.Paper, of award: Award, on day: CivilDate
  ) -> DossierPart? {
    guard
      var part = awardBook.dossierParts.first(where: {
        $0.paper == paper && $0.validity.contains(day) && $0.awards.contains(award.id)
      })
    else { return nil }
    guard let amendment = awardBook.amendment, day >= amendment.from else { return part }
    part.amendment = amendment
    part.verified = amendment.lowered(part.verified, on: day)
    return part
  }
}
