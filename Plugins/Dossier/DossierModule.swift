import RuleEngine

/// Whether the papers of a dossier are all there and agree: the declarations are in
/// `Rules/modules/dossier.xml`.
public struct DossierModule: RuleModule {
  public let id = "dossier"
  public let checks: [NativeCheck] = [
    .awardMismatch,
    .councilComposition,
    .countMismatch,
    .dateOrder,
    .decidingAuthority,
    .disciplinaryBar,
    .formOfOldDecree,
    .initiativeReused,
    .missingDocument,
    .missingInitiative,
    .missingOpinion,
    .missingPublication,
    .nameMismatch,
    .personalData,
    .prizeAmount,
    .proposalBasis,
    .reportMissingForNominee,
    .reportSections,
    .reportUnconfirmed,
    .separateProposals,
    .simplifiedProcedure,
    .transition,
    .unitMismatch,
    .unrecognisedDocument,
    .voteArithmetic,
    .voteThreshold,
  ]

  public init() {}
}
