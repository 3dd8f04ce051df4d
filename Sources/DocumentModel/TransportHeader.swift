/// What the packet that carried a paper says of it (edXML, QCVN 102:2016/BTTTT); nil where the packet
/// is silent.
public struct TransportHeader: Sendable, Hashable {
  /// `12`
  public var number: String?
  /// `KH-UBND`
  public var notation: String?
  public var place: String?
  /// `2024-01-15`; digits in their places, not necessarily a day of the calendar.
  public var date: String?
  public var subject: String?
  public var issuer: String?
  /// The body above the issuer.
  public var superior: String?
  public var typeName: String?
  public var signer: String?
  public init() {}
}
