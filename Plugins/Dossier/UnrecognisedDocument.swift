import DocumentAnalysis
import DossierAnalysis
import RuleEngine

extension NativeCheck {
  /// A paper of which nothing says what it is for.
  static let unrecognisedDocument = NativeCheck(
    across: "unrecognised-document", arguments: ["file"]
  ) { context in
    context.dossier.papers(.unrecognised).compactMap { index in
      let paper = context.dossier.papers[index]
      guard !paper.document.blocks.isEmpty else { return nil }
      return DossierObservation(
        in: index,
        Observation(at: paper.titleSpan, arguments: ["file": .text(paper.fileName)]))
    }
  }
}
