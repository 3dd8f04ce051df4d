import DocumentAnalysis
import DossierAnalysis
import TextMatching

/// Works that papers of a dossier certify, and whose they are.
struct CertifiedWorks {
  struct Entry {
    var paper: Int
    var work: WorkMention
  }

  private let entries: [Entry]
  /// The letters among which the authors are named, by entry.
  private let authors: [String]
  private let dossier: Dossier

  init(_ dossier: Dossier) {
    self.dossier = dossier
    entries = dossier.papers(.certificate).flatMap { paper in
      dossier.papers[paper].works.map { Entry(paper: paper, work: $0) }
    }
    authors = entries.map { dossier.papers[$0.paper].letters(beside: $0.work) }
  }

  /// Those named beside the nominee, or with the title that the nominee's report gives.
  func works(of draft: CaseDraft) -> [Entry] {
    guard !entries.isEmpty, !draft.key.isEmpty else { return [] }
    let titles = Set(
      draft.reports.flatMap { dossier.papers[$0].report?.works ?? [] }.map(\.key)
        .filter { !$0.isEmpty })
    return entries.indices.filter { index in
      titles.contains(entries[index].work.key) || authors[index].contains(bytesOf: draft.key)
    }.map { entries[$0] }
  }
}
