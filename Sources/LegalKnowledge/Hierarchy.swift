import TextMatching

/// The level above, in a window of time.
public struct Superior: Sendable, Hashable {
  public var level: BodyLevel
  public var above: BodyLevel
  public var validity: Validity
  public var verified: Verification
}

/// The body that serves emulation and commendation on a level, in a window of time.
public struct StandingBody: Sendable, Hashable {
  public var level: BodyLevel
  /// Id of a `BodyType`.
  public var body: String
  public var validity: Validity
  public var provision: ProvisionReference?
  public var verified: Verification
}
