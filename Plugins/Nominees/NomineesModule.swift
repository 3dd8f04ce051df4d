import DossierAnalysis
import RuleEngine

/// Whether those a paper proposes are named rightly, once, and for awards they can have: the
/// declarations are in `Rules/modules/nominees.xml`.
public struct NomineesModule: RuleModule {
  public let id = "nominees"
  public let checks: [NativeCheck]

  public init() { checks = [.serialGap, .duplicate, .countMismatch] }
}

extension CheckContext {
  /// The nominees of the paper, found once for all checks.
  var register: NomineeRegister {
    shared { NomineeFinder(law: $0.law).register(of: $0.document) }
  }
}
