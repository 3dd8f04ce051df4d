import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import TextMatching

/// Minutes of a council on emulation and commendation, as against those of a meeting of a unit.
struct CouncilMinutes {
  /// Index in `Dossier.papers`.
  var paper: Int
  var minutes: Minutes
  /// Level of the body the council advises.
  var level: BodyLevel?

  /// How many may have voted in writing: all who were absent, when no number is given.
  func votesInWriting(of members: Int) -> Int {
    if let written = minutes.written { return written.value }
    guard minutes.speaksOfWriting else { return 0 }
    return minutes.absent?.value ?? max(0, members - (minutes.present?.value ?? members))
  }

  private static let council = Pattern(
    known: #"(?<!\p{L})hội\s+đồng(?!\s+(?:nhân\s+dân|sáng\s+kiến|trường|khoa\s+học))(?!\p{L})"#,
    options: .caseless)

  static func all(in dossier: Dossier) -> [CouncilMinutes] {
    dossier.papers(.minutes).compactMap { index in
      let paper = dossier.papers[index]
      guard let minutes = paper.minutes else { return nil }
      let components = paper.document.components
      let telling =
        (components.issuingBody + components.subject).map(paper.text)
        + [minutes.members, minutes.present].compactMap { $0 }
        .map { paper.document.blocks[$0.span.block].text }
        + [minutes.chair].compactMap { $0 }.map(paper.text)
      guard telling.contains(where: { council.matches($0) }) else { return nil }
      return CouncilMinutes(paper: index, minutes: minutes, level: paper.document.issuer.level)
    }
  }
}
