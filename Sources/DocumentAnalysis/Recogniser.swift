import DocumentModel
import LegalKnowledge
import TextMatching

/// Recognises the parts of a paper. Immutable; one serves all documents of a run.
public struct Recogniser: Sendable {
  public let law: LegalKnowledge

  public init(law: LegalKnowledge) { self.law = law }

  /// Recognises `source`. It never fails: what is not found is nil or empty.
  public func recognise(_ source: SourceDocument, options: AnalysisOptions) -> RecognisedDocument {
    let asOf = options.asOf ?? options.today
    return RecognisedDocument(
      source: source,
      kind: RecognisedKind(id: options.kind, evidence: .none, family: .administrative),
      stage: options.stage ?? .draft,
      date: DocumentDate(
        earliest: asOf, latest: asOf, source: options.asOf == nil ? .today : .option),
      planYear: nil, issuer: Issuer(), components: Components(), outline: [], citations: [],
      dates: [])
  }
}
