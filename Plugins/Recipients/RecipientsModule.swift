import RuleEngine

/// The list under “Nơi nhận”: the declarations are in `Rules/modules/recipients.xml`.
public struct RecipientsModule: RuleModule {
  public let id = "recipients"
  public let checks: [NativeCheck]

  public init() {
    checks = [
      .missingArchiveLine, .punctuation, .duplicate, .abolishedBody,
      .unknownAbbreviation, .missingSuperior, .assignedBodyNotListed,
    ]
  }
}
