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
  /// Letters of the block a work stands in, by entry.
  private let lines: [String]
  /// Letters of the whole paper where it certifies one work only, by entry; else empty.
  private let wholes: [String]
  private let dossier: Dossier

  init(_ dossier: Dossier) {
    self.dossier = dossier
    var entries: [Entry] = []
    var lines: [String] = []
    var wholes: [String] = []
    for paper in dossier.papers(.certificate) {
      let works = dossier.papers[paper].works
      let blocks = dossier.papers[paper].document.blocks
      for work in works {
        entries.append(Entry(paper: paper, work: work))
        lines.append(
          blocks.indices.contains(work.span.block)
            ? Folding.letters(blocks[work.span.block].text) : "")
        wholes.append(
          works.count == 1 ? Folding.letters(blocks.map(\.text).joined(separator: " ")) : "")
      }
    }
    self.entries = entries
    self.lines = lines
    self.wholes = wholes
  }

  /// Those named beside the nominee, or with the title that the nominee's report gives.
  func works(of draft: CaseDraft) -> [Entry] {
    guard !entries.isEmpty, !draft.key.isEmpty else { return [] }
    let titles = Set(
      draft.reports.flatMap { dossier.papers[$0].report?.works ?? [] }.map(\.key)
        .filter { !$0.isEmpty })
    return entries.indices.filter { index in
      titles.contains(entries[index].work.key) || lines[index].contains(draft.key)
        || wholes[index].contains(draft.key)
    }.map { entries[$0] }
  }
}
