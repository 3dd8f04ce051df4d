import DocumentAnalysis
import DossierAnalysis
import RuleEngine
import TextMatching

/// Tells which cases a finding is about: those whose row, line or report it points at, or whose it
/// shows as the other side of a conflict.
struct FindingPlacer {
  private let dossier: Dossier
  private let drafts: [CaseDraft]
  /// Cases by paper and block.
  private var byBlock: [Int: [Int: [Int]]] = [:]
  /// Cases by report.
  private var byReport: [Int: [Int]] = [:]
  private let papersByPath: [String: Int]

  init(_ dossier: Dossier, _ drafts: [CaseDraft]) {
    self.dossier = dossier
    self.drafts = drafts
    papersByPath = Dictionary(
      dossier.papers.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, draft) in drafts.enumerated() {
      for (paper, blocks) in draft.blocks {
        for block in blocks { byBlock[paper, default: [:]][block, default: []].append(index) }
      }
      for report in draft.reports { byReport[report, default: []].append(index) }
    }
  }

  /// Indices of cases, in order.
  func cases(of finding: Finding, in paper: Int) -> [Int] {
    var found = Set(cases(at: finding.location, in: paper))
    for other in finding.related {
      guard let paper = other.path.map({ papersByPath[$0] }) ?? paper else { continue }
      found.formUnion(cases(at: other.location, in: paper))
    }
    return found.sorted()
  }

  private func cases(at location: Location, in paper: Int) -> [Int] {
    if let own = byReport[paper] { return own }
    let document = dossier.papers[paper].document
    guard location.part == document.source.body.name,
      let sharing = byBlock[paper]?[location.block]
    else { return [] }
    if sharing.count == 1 { return sharing }
    // Several in one line: those whose names the finding touches.
    let touched = sharing.filter { index in
      drafts[index].anchors.contains { anchor in
        guard anchor.paper == paper, anchor.span.block == location.block,
          document.blocks.indices.contains(location.block)
        else { return false }
        let text = document.blocks[location.block].text
        let start = text.scalarOffset(utf8: anchor.span.utf8.lowerBound)
        let end = text.scalarOffset(utf8: anchor.span.utf8.upperBound)
        return location.start < end && start < location.end
      }
    }
    return touched.isEmpty ? sharing : touched
  }
}
