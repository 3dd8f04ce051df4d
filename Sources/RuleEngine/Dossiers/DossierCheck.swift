import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import TextMatching

/// What a check across the papers of a dossier may look at.
public struct DossierContext: Sendable {
  public let dossier: Dossier
  public let law: LegalKnowledge
  /// The day whose law governs the dossier.
  public let asOf: CivilDate

  public init(dossier: Dossier, law: LegalKnowledge, asOf: CivilDate) {
    self.dossier = dossier
    self.law = law
    self.asOf = asOf
  }
}

/// What a check saw in a dossier: an observation in one paper, with the other side of a conflict in
/// others.
public struct DossierObservation: Sendable {
  public struct Other: Sendable {
    public var place: DossierSpan
    public var message: LocalizedText
    public init(place: DossierSpan, message: LocalizedText) {
      self.place = place
      self.message = message
    }
  }

  /// Index in `Dossier.papers` of the paper that `observation` is about.
  public var paper: Int
  public var observation: Observation
  public var others: [Other]

  public init(in paper: Int, _ observation: Observation, others: [Other] = []) {
    self.paper = paper
    self.observation = observation
    self.others = others
  }
}

extension NativeCheck {
  /// A check of a dossier as a whole; it says nothing of a paper alone.
  public init(
    across name: String, arguments: Set<String> = [], cases: Set<String> = [],
    run: @escaping @Sendable (DossierContext) -> [DossierObservation]
  ) {
    self.init(name: name, arguments: arguments, cases: cases) { _ in [] }
    across = run
  }
}
