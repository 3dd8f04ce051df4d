import DocumentAnalysis
import DossierAnalysis
import RuleEngine
import TextMatching

extension NativeCheck {
  /// One initiative behind the titles of two persons, or named twice for two years of one.
  static let initiativeReused = NativeCheck(
    across: "initiative-reused", arguments: ["work", "name", "file"]
  ) { context in
    let dossier = context.dossier
    let shared = sharedWorks(dossier)
    var first: [String: (paper: Int, work: WorkMention)] = [:]
    var found: [DossierObservation] = []
    for index in dossier.papers(.report) {
      guard let report = dossier.papers[index].report else { continue }
      var told: Set<String> = []
      for work in report.works where work.key.utf8.count >= 12 && told.insert(work.key).inserted {
        guard let earlier = first[work.key] else {
          first[work.key] = (index, work)
          continue
        }
        guard !shared.contains(work.key),
          let owner = dossier.papers[earlier.paper].report, owner.key != report.key
        else { continue }
        switch (
          certifies(work.key, of: owner.key, dossier), certifies(work.key, of: report.key, dossier)
        ) {
        // The certificate names both.
        case (true, true): continue
        case (false, true): found.append(reuse((index, work), earlier, dossier))
        default: found.append(reuse(earlier, (index, work), dossier))
        }
      }
    }
    return found
  }

  /// - Parameters:
  ///   - owner: whose work it is, as far as the papers tell.
  ///   - other: who names it as well.
  private static func reuse(
    _ owner: (paper: Int, work: WorkMention), _ other: (paper: Int, work: WorkMention),
    _ dossier: Dossier
  ) -> DossierObservation {
    let paper = dossier.papers[owner.paper]
    return DossierObservation(
      in: other.paper,
      Observation(
        at: other.work.title?.span ?? other.work.span,
        arguments: [
          "work": .text(other.work.title?.text ?? ""),
          "name": .text(paper.report?.subject?.text ?? ""), "file": .text(paper.fileName),
        ]),
      others: [
        .init(
          place: DossierSpan(
            paper: owner.paper, span: owner.work.title?.span ?? owner.work.span),
          message: LocalizedText(
            vi: "Sáng kiến này đã được nêu ở đây.", en: "The same initiative stands here."))
      ])
  }

  /// Whether a paper certifies the work as one of that person.
  private static func certifies(_ work: String, of person: String, _ dossier: Dossier) -> Bool {
    !person.isEmpty
      && dossier.papers(.certificate).contains { index in
        let paper = dossier.papers[index]
        return paper.works.contains {
          $0.key == work && paper.letters(beside: $0).contains(bytesOf: person)
        }
      }
  }

  /// Works of several authors: each may count on it.
  private static func sharedWorks(_ dossier: Dossier) -> Set<String> {
    var shared: Set<String> = []
    for paper in dossier.papers where [.certificate, .report].contains(paper.role) {
      for work in (paper.report?.works ?? []) + paper.works
      where areSeveral(paper.document, around: work.span.block) { shared.insert(work.key) }
    }
    return shared
  }

  private static let severalAuthors = Pattern(
    known:
      #"(?<!\p{L})(?:đồng\s+tác\s+giả|nhóm\s+tác\s+giả|các\s+tác\s+giả|cùng\s+(?:các\s+)?(?:tác\s+giả|đồng\s+nghiệp)|đồng\s+chủ\s+nhiệm|thành\s+viên\s+(?:nhóm|đề\s+tài|tham\s+gia))(?!\p{L})"#,
    options: .caseless)

  private static func areSeveral(_ document: RecognisedDocument, around block: Int) -> Bool {
    let near = max(0, block - 3)...min(document.blocks.count - 1, block + 3)
    return near.contains { severalAuthors.matches(document.blocks[$0].text) }
  }
}
