import RuleEngine

/// Whether a paper has its components, its sections and a sound numbering: the declarations are in
/// `Rules/modules/structure.xml`.
public struct StructureModule: RuleModule {
  public let id = "structure"
  public let checks: [NativeCheck]

  public init() {
    checks = [
      .missingNationalTitle, .wrongNationalTitle, .missingIssuingBody, .missingNumberSymbol,
      .malformedNumberSymbol, .numberSymbolMismatch, .missingPlaceDate, .malformedPlaceDate,
      .missingTitle, .missingLegalBasis, .legalBasisPunctuation,
      .missingMovementContent, .movementFollowUp, .emptySection, .sectionOrder, .numberingGap,
      .numberingDuplicate, .pointOrder, .missingClosingMark, .malformedClosingMark,
      .missingRecipients, .missingSignature, .kinhGuiNotAllowed, .annexNotReferenced,
    ]
  }
}
