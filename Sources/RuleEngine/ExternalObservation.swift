/// What an external plug-in saw, and by which of its rules.
public struct ExternalObservation: Sendable {
  /// Full id: `dia-ban/ten-cu`.
  public var rule: String
  public var observation: Observation

  public init(rule: String, observation: Observation) {
    self.rule = rule
    self.observation = observation
  }
}

extension Rule {
  /// Whether an external plug-in answers for it.
  public var isExternal: Bool { if case .external = check { true } else { false } }
}
