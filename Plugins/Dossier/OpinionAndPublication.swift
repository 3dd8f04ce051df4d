import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// An award of the State proposed to the centre, and nothing of the opinion that must go with it.
  static let missingOpinion = NativeCheck(
    across: "missing-opinion", arguments: ["award"]
  ) { context in
    missing(.opinion, .opinion, mentioned: opinion, context)
  }

  /// An award whose nominees are to be published first, and nothing of a publication.
  static let missingPublication = NativeCheck(
    across: "missing-publication", arguments: ["award"]
  ) { context in
    missing(.publication, .publication, mentioned: publication, context)
  }

  /// Having asked for or got an opinion; “cho ý kiến” of a council's members is none.
  private static let opinion = Pattern(
    known:
      #"(?<!\p{L})(?:(?:có|lấy|xin|văn\s+bản|đã\s+có|nhận\s+được)\s+(?:\p{L}+\s+){0,2}?ý\s+kiến|hiệp\s+y|hiệp\s+ý|ý\s+kiến\s+(?:của|thống\s+nhất|nhất\s+trí|đồng\s+ý|hiệp\s+y))(?!\p{L})"#,
    options: .caseless)
  private static let publication = Pattern(
    known:
      #"(?<!\p{L})(?:công\s+khai|niêm\s+yết|đăng\s+tải|lấy\s+ý\s+kiến\s+(?:của\s+)?(?:nhân\s+dân|rộng\s+rãi))(?!\p{L})"#,
    options: .caseless)
  /// Who decides at the centre, or appraises for them.
  private static let centre = Pattern(
    known:
      #"(?<!\p{L})(?:thủ\s+tướng|chủ\s+tịch\s+nước|chính\s+phủ|bộ\s+nội\s+vụ|ban\s+thi\s+đua\s*-\s*khen\s+thưởng\s+trung\s+ương)(?!\p{L})"#,
    options: .caseless)

  private static func missing(
    _ part: DossierPart.Paper, _ role: Dossier.Role, mentioned: Pattern, _ context: DossierContext
  ) -> [DossierObservation] {
    let dossier = context.dossier
    // Less is enough in the simplified procedure.
    guard dossier.papers(role).isEmpty, !context.mayBeSimplified else { return [] }
    let telling = dossier.papers(.proposal) + dossier.papers(.minutes) + dossier.papers(.other)
    guard !telling.contains(where: { dossier.papers[$0].place(of: mentioned) != nil }) else {
      return []
    }
    // A unit's dossier on its way up gets both where it is proposed to the centre.
    let toCentre = dossier.papers(.proposal).filter { isToCentre(dossier.papers[$0]) }
    guard !toCentre.isEmpty else { return [] }
    for award in context.proposedAwards where dossier.papers[award.place.paper].role == .proposal {
      guard toCentre.contains(award.place.paper), let asked = context.part(part, for: award.mention)
      else { continue }
      return [
        DossierObservation(
          in: award.place.paper,
          Observation(
            at: award.place.span,
            arguments: ["award": .text(context.name(of: award.mention, in: award.place.paper))],
            verified: asked.verified, bases: context.bases(asked)))
      ]
    }
    return []
  }

  private static func isToCentre(_ paper: Dossier.Paper) -> Bool {
    paper.document.components.addressee?.bodies.contains {
      centre.matches(paper.document.text($0))
    } ?? false
  }
}
