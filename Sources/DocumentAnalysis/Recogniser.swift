import DocumentModel
import LegalKnowledge
import TextMatching

/// Recognises the parts of a paper. Immutable; one serves all documents of a run.
public struct Recogniser: Sendable {
  public let law: LegalKnowledge

  public init(law: LegalKnowledge) { self.law = law }

  /// Recognises `source`. It never fails: what is not found is nil or empty.
  public func recognise(_ source: SourceDocument, options: AnalysisOptions) -> RecognisedDocument {
    fatalError("not there yet")
  }
}
