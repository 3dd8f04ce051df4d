import RuleEngine

/// Whether the papers of a dossier are all there and agree: the declarations are in
/// `Rules/modules/dossier.xml`.
public struct DossierModule: RuleModule {
  public let id = "dossier"
  public let checks: [NativeCheck]

  public init() {
    checks = [
      .awardMismatch,
      .countMismatch,
      .disciplinaryBar,
      .formOfOldDecree,
      .initiativeReused,
      .missingDocument,
      .missingInitiative,
      .missingOpinion,
      .missingPublication,
      .nameMismatch,
      .personalData,
      .proposalBasis,
      .reportMissingForNominee,
      .reportSections,
      .reportUnconfirmed,
      .unitMismatch,
      .unrecognisedDocument,
    ]
  }
}
