import DossierAnalysis
import RuleEngine

/// Whether those a paper proposes are named rightly, once, and for awards they can have: the
/// declarations are in `Rules/modules/nominees.xml`.
public struct NomineesModule: RuleModule {
  public let id = "nominees"
  public let checks: [NativeCheck]

  public init() {
    checks = [
      .missingList, .serialGap, .duplicate, .missingName, .missingUnit, .countMismatch,
      .unknownAward, .awardNameForm, .awardClass, .recipientKindMismatch, .posthumousTitle,
      .sameAchievementTwice, .ratio, .prerequisite,
    ]
  }
}

extension CheckContext {
  /// Finds nominees and awards; made once for all papers.
  var finder: NomineeFinder { tool { NomineeFinder(law: $0) } }

  /// The nominees of the paper, found once for all checks.
  var register: NomineeRegister { shared { $0.finder.register(of: $0.document) } }
}
