import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A title that rests on an initiative or a study, without a paper that certifies it.
  static let missingInitiative = NativeCheck(
    across: "missing-initiative", arguments: ["name", "award", "work"],
    cases: ["own-rules", "certificate-own-rules", "none", "certificate"]
  ) { context in
    let proofs = InitiativeProofs(context)
    return context.nominations.compactMap { nomination in
      for naming in nomination.namings {
        for mention in naming.nominee.awards {
          guard let part = context.part(.certificate, for: mention) else { continue }
          return proofs.missing(for: nomination, naming, mention, part)
        }
      }
      return nil
    }
  }
}

/// What the dossier holds to prove initiatives and studies.
private struct InitiativeProofs {
  private let context: DossierContext
  private let reports: ReportIndex
  /// Letters of the papers that certify works, and of those that were not recognised but speak of
  /// works.
  private let certificates: [String]
  private let certifiedWorks: Set<String>
  /// Whether a paper could not be told or read: it may be the certificate.
  private let isUnsure: Bool

  private static let works = Pattern(
    known:
      #"(?<!\p{L})(?:sáng\s+kiến|đề\s+tài|đề\s+án\s+khoa\s+học|công\s+trình\s+khoa\s+học|giải\s+pháp|nghiệm\s+thu)(?!\p{L})"#,
    options: .caseless)
  private static let excellent = Pattern(
    known: #"(?<!\p{L})(?:hoàn\s+thành\s+xuất\s+sắc\s+(?:chức\s+trách\s*,?\s*)?nhiệm\s+vụ|htxsnv)"#,
    options: .caseless)
  private static let combat = Pattern(known: #"mưu\s+trí\s*,?\s+sáng\s+tạo"#, options: .caseless)

  init(_ context: DossierContext) {
    self.context = context
    reports = ReportIndex(context)
    let papers = context.dossier.papers
    certificates = papers.filter { paper in
      switch paper.role {
      case .certificate: true
      case .other, .unrecognised: paper.place(of: Self.works) != nil
      default: false
      }
    }.map { $0.letters(of: 0..<$0.document.blocks.count) }
    certifiedWorks = Set(papers.filter { $0.role == .certificate }.flatMap(\.works).map(\.key))
    isUnsure = context.unreadFile != nil || papers.contains { $0.role == .unrecognised }
  }

  func missing(
    for nomination: Nomination, _ naming: Naming, _ mention: AwardMention, _ part: DossierPart
  ) -> DossierObservation? {
    let papers = reports.byKey[nomination.key] ?? []
    // Without a report there is nothing to go by; that is another rule's finding.
    guard !papers.isEmpty else { return nil }
    let found = papers.compactMap { context.dossier.papers[$0].report }
    let works = found.flatMap(\.works)
    if certificates.contains(where: { $0.contains(bytesOf: nomination.key) }) { return nil }
    if works.contains(where: { work in
      !work.key.isEmpty
        && (certifiedWorks.contains(work.key)
          || certificates.contains { $0.contains(bytesOf: work.key) })
    }) {
      return nil
    }
    if restsOnRating(mention), isExcellent(nomination, papers) { return nil }
    if papers.contains(where: { context.dossier.papers[$0].place(of: Self.combat) != nil }) {
      return nil
    }
    let isOwn = context.hasOwnRules(mention)
    let work = works.first { $0.decision.symbol != nil } ?? works.first
    let level =
      work == nil
      ? (isOwn ? "own-rules" : "none") : (isOwn ? "certificate-own-rules" : "certificate")
    return DossierObservation(
      in: naming.paper,
      Observation(
        at: naming.nominee.anchor, case: level,
        arguments: [
          "name": .text(naming.nominee.nameText),
          "award": .text(context.name(of: mention, in: naming.paper)),
          "work": .text(work?.title?.text ?? ""),
        ], verified: isUnsure ? min(part.verified, .secondary) : part.verified,
        bases: context.bases(part)),
      others: zip(papers, found).compactMap { paper, report in
        report.works.first.map {
          .init(
            place: DossierSpan(paper: paper, span: $0.span),
            message: LocalizedText(
              vi: "Báo cáo nêu ở đây.", en: "The report names it here."))
        }
      })
  }

  /// Whether an excellent rating will do instead, by the standard of the award.
  private func restsOnRating(_ mention: AwardMention) -> Bool {
    guard let award = mention.award,
      let standard = context.law.criteria(of: award, on: context.asOf)
    else { return false }
    return standard.routes.contains { route in
      route.criteria.contains { criterion in
        guard case .any(let parts) = criterion else { return false }
        return parts.contains(.completion(.excellent))
      }
    }
  }

  private func isExcellent(_ nomination: Nomination, _ papers: [Int]) -> Bool {
    let grounds = nomination.namings.compactMap { naming in
      naming.nominee.grounds.map { context.dossier.papers[naming.paper].text($0) }
    }
    return grounds.contains { Self.excellent.matches($0) }
      || papers.contains { context.dossier.papers[$0].place(of: Self.excellent) != nil }
  }
}
