import RuleEngine

/// Who may launch, propose, decide and sign: the declarations are in `Rules/modules/authority.xml`.
public struct AuthorityModule: RuleModule {
  public let id = "authority"
  public let checks: [NativeCheck]

  public init() {
    checks = [
      .awardBeyondAuthority, .levelBasis, .notThePerson, .proposalPath, .launchPower,
      .signatureFormula, .signerOfficeMismatch, .issuerInconsistent, .abolishedLevel,
      .movementLength,
    ]
  }
}
