import RuleEngine

/// Whether the papers of a dossier are all there and agree: the declarations are in
/// `Rules/modules/dossier.xml`.
public struct DossierModule: RuleModule {
  public let id = "dossier"
  public let checks: [NativeCheck] = [
    .councilComposition,
    .dateOrder,
    .decidingAuthority,
    .prizeAmount,
    .reportMissingForNominee,
    .separateProposals,
    .simplifiedProcedure,
    .transition,
    .voteArithmetic,
    .voteThreshold,
  ]

  public init() {}
}
