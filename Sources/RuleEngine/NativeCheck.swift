import DataFiles
import DocumentAnalysis
import LegalKnowledge
import Parallelism
import TextMatching

/// A set of rules compiled in. The checks are the logic; severity, words, basis and examples of each
/// rule are declared in XML, in `Rules/modules/<id>.xml` or by the module itself.
public protocol RuleModule: Sendable {
  /// Lower-case letters, digits and single hyphens: `structure`. No other module may have it.
  var id: String { get }
  /// Each must be declared by a rule; a declaration names it by `<check native="…"/>`.
  var checks: [NativeCheck] { get }
  /// Rule files that the module brings along, of the form of `Rules/modules`, in any folder; none by
  /// default. A module outside this package has its declarations here.
  var declarations: [DataFile] { get }
}

extension RuleModule {
  public var declarations: [DataFile] { [] }
}

/// The logic of a rule. It sees one recognised document and the law, and reports what it observed;
/// severity, wording and basis come from the declaration.
public struct NativeCheck: Sendable {
  /// The rule's id without the module, unless the declaration names another.
  public var name: String
  /// Arguments that every observation gives, for the message's `{…}`.
  public var arguments: Set<String>
  /// Cases an observation may name; declarations may only use these.
  public var cases: Set<String>
  /// Throws for a fault of the rule's own file that only a document brings out: a pattern without
  /// end, an expression that runs too long.
  public var run: @Sendable (CheckContext) throws(DataFileError) -> [Observation]
  /// At how many places of a document it is asked; nil: once. For reports that tell it.
  var contexts: (@Sendable (CheckContext) throws(DataFileError) -> Int)?
  /// What a check in XPath asks.
  var query: Rule.Query?
  /// For what only several papers together show. In a dossier it takes the place of `run`.
  public var across: (@Sendable (DossierContext) -> [DossierObservation])?

  public init(
    name: String, arguments: Set<String> = [], cases: Set<String> = [],
    run: @escaping @Sendable (CheckContext) throws(DataFileError) -> [Observation]
  ) {
    self.name = name
    self.arguments = arguments
    self.cases = cases
    self.run = run
  }
}

/// What a check may look at.
public struct CheckContext: Sendable {
  public let document: RecognisedDocument
  public let law: LegalKnowledge
  /// The declared kind of the document; nil when it is unknown.
  public let kind: DocumentKind?
  private let facts = SharedFacts()
  /// Of the law, for all documents of a run.
  private let tools: SharedFacts

  public init(document: RecognisedDocument, law: LegalKnowledge) {
    self.init(document: document, law: law, tools: SharedFacts())
  }

  /// - Parameter tools: what `tool` has made for other documents under the same law.
  init(document: RecognisedDocument, law: LegalKnowledge, tools: SharedFacts) {
    self.document = document
    self.law = law
    self.kind = document.kind.id.flatMap { law.kind(id: $0) }
    self.tools = tools
  }

  /// The as-of date.
  public var asOf: CivilDate { document.date.earliest }

  /// A fact about the document that several checks need and that is costly to find: `make` runs once
  /// a document for each type of fact, for whichever check asks first.
  public func shared<Fact: Sendable>(_ make: (CheckContext) -> Fact) -> Fact {
    facts.fact { make(self) }
  }

  /// Something made of the law alone that is costly to make: `make` runs once for each type, for all
  /// documents that a `RuleRunner` is asked about.
  public func tool<Tool: Sendable>(_ make: (LegalKnowledge) -> Tool) -> Tool {
    tools.fact { make(law) }
  }

  /// A fact found already by somebody else.
  func share<Fact: Sendable>(_ fact: Fact) { facts.set(fact) }

  /// All blocks of the main part as one text.
  public var runningText: RunningText { shared { RunningText($0.document) } }

  /// `runningText` folded for finding phrases.
  var foldedText: FoldedText { shared { FoldedText($0.runningText.text) } }

  public var sectionHeadings: SectionHeadings { shared { SectionHeadings($0.document) } }
}

/// Facts by their type.
final class SharedFacts: Sendable {
  private let facts = Guarded<[ObjectIdentifier: any Sendable]>([:])

  func set<Fact: Sendable>(_ fact: Fact) {
    facts.withLock { $0[ObjectIdentifier(Fact.self)] = fact }
  }

  func fact<Fact: Sendable>(_ make: () -> Fact) -> Fact {
    // Found outside the lock, because finding one may need another; at worst two threads find the
    // same.
    if let known = facts.withLock({ $0[ObjectIdentifier(Fact.self)] as? Fact }) { return known }
    let fact = make()
    set(fact)
    return fact
  }
}

/// A value put into a message.
public enum MessageArgument: Sendable, Hashable {
  /// The same in every language.
  case text(String)
  case localized(LocalizedText)
  /// 15/01/2024 in Vietnamese, 2024-01-15 in English.
  case date(CivilDate)
  case number(Int)

  public func text(in language: Language) -> String {
    switch self {
    case .text(let text): text
    case .localized(let text): text[language]
    case .date(let date): language == .vi ? date.vietnamese : date.iso
    case .number(let number): String(number)
    }
  }
}

/// What a check saw.
public struct Observation: Sendable {
  /// The words; an absence has an empty range at its anchor.
  public var span: TextSpan
  public var name: String?
  public var arguments: [String: MessageArgument]
  /// False when it holds on some possible days of the document only: then a note at most.
  public var isCertain: Bool
  /// Certainty of the facts it rests on; caps severity.
  public var verified: Verification
  /// Replaces the declaration's basis, when the norm depends on what was seen.
  public var bases: [Rule.Basis]?
  public var fixes: [ProposedFix]
  public var related: [RelatedSpan]
  /// The node it is about, for a check in XPath.
  var node: Finding.Node?

  public struct ProposedFix: Sendable {
    public var kind: Fix.Kind
    public var description: LocalizedText
    public var edits: [(span: TextSpan, text: String)]
    public init(
      kind: Fix.Kind, description: LocalizedText, edits: [(span: TextSpan, text: String)] = []
    ) {
      self.kind = kind
      self.description = description
      self.edits = edits
    }
  }

  public struct RelatedSpan: Sendable {
    public var span: TextSpan
    public var message: LocalizedText
    public init(span: TextSpan, message: LocalizedText) {
      self.span = span
      self.message = message
    }
  }

  public init(
    at span: TextSpan, case name: String? = nil, arguments: [String: MessageArgument] = [:],
    isCertain: Bool = true, verified: Verification = .yes, bases: [Rule.Basis]? = nil,
    fixes: [ProposedFix] = [], related: [RelatedSpan] = []
  ) {
    self.span = span
    self.name = name
    self.arguments = arguments
    self.isCertain = isCertain
    self.verified = verified
    self.bases = bases
    self.fixes = fixes
    self.related = related
  }
}
