import LegalKnowledge
import TextMatching

/// Findings that a unit has decided to live with, and who answers for it.
public struct Suppression: Sendable, Hashable {
  /// As in `RuleSelection`.
  public var rule: String
  public var paths: [PathPattern]
  /// Only the finding with this fingerprint; nil: any.
  public var fingerprint: String?
  /// Only findings whose excerpt holds these words; nil: any.
  public var text: String?
  public var reason: String
  public var owner: String?
  /// The last day it holds; nil: without end.
  public var expires: CivilDate?

  public init(
    rule: String, paths: [PathPattern], fingerprint: String? = nil, text: String? = nil,
    reason: String, owner: String? = nil, expires: CivilDate? = nil
  ) {
    self.rule = rule
    self.paths = paths
    self.fingerprint = fingerprint
    self.text = text
    self.reason = reason
    self.owner = owner
    self.expires = expires
  }

  public func isExpired(on today: CivilDate) -> Bool { expires.map { $0 < today } ?? false }

  /// - Parameter path: relative to the folder of the configuration.
  public func covers(path: String) -> Bool { paths.contains { $0.matches(path) } }

  /// Whether a finding of a document that it covers is meant.
  public func covers(_ finding: Finding) -> Bool {
    guard RuleSelection.matches(finding.rule, glob: rule) else { return false }
    if let fingerprint, fingerprint != finding.fingerprint { return false }
    guard let text else { return true }
    return finding.excerpt.utf8Contains(Locator.collapsed(Normalisation.nfc(text).text))
  }
}

extension String {
  /// By bytes: both sides are NFC.
  fileprivate func utf8Contains(_ other: String) -> Bool {
    let units = Array(utf8)
    let wanted = Array(other.utf8)
    guard wanted.count <= units.count else { return false }
    return (0...(units.count - wanted.count)).contains { start in
      units[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}

extension Finding {
  /// Why a finding does not count.
  public struct Suppressed: Sendable, Hashable {
    public var reason: String
    public var owner: String?
    public var expires: CivilDate?

    public init(_ suppression: Suppression) {
      reason = suppression.reason
      owner = suppression.owner
      expires = suppression.expires
    }
  }

  /// Whether it counts: neither set aside nor known before.
  public var isActive: Bool { suppressed == nil && baseline != .unchanged }
}
