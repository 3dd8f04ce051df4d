import RuleEngine

/// The rules on căn cứ and viện dẫn, declared in `Rules/modules/citations.xml`.
public struct CitationsModule: RuleModule {
  public init() {}

  public var id: String { "citations" }

  public var checks: [NativeCheck] {
    [
      ExpiredInstrument.check, ExpiresBeforePeriod.check, NotYetEffective.check,
      UnknownInstrument.check, FutureDated.check,
      DisagreeingParts.date, DisagreeingParts.number, DisagreeingParts.title,
      DisagreeingParts.issuer,
      MalformedSymbol.check, LawNameForm.check, TypeMismatch.check, Inconsistent.check,
      IncompleteFirstCitation.check,
      AmendmentNotCited.check,
      NonexistentProvision.check, ProvisionMismatch.check, ProvisionForm.check,
    ]
  }
}
