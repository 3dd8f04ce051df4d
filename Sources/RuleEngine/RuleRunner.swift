import DataFiles
import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import Parallelism
import TextMatching

/// Asks every applicable rule about a document. Immutable; one serves all documents and threads.
public struct RuleRunner: Sendable {
  public let rules: RuleSet
  public let law: LegalKnowledge
  private let tools = SharedFacts()

  public init(rules: RuleSet, law: LegalKnowledge) {
    self.rules = rules
    self.law = law
  }

  /// The findings, in order of block, start and rule id, each with its fingerprint.
  /// - Parameters:
  ///   - retunings: levels that the unit has set; the last that matches a rule wins.
  ///   - workers: threads that share the rules; the result is the same for any number.
  ///   - external: what external plug-ins saw; of rules that are not asked it is left out.
  ///   - isExplained: whether each finding carries why its rule spoke.
  public func run(
    _ document: RecognisedDocument, selection: RuleSelection = RuleSelection(),
    retunings: [Retuning] = [], workers: Int = 1, external: [ExternalObservation] = [],
    isExplained: Bool = false
  ) -> [Finding] {
    review(
      document, selection: selection, retunings: retunings, workers: workers, external: external,
      isExplained: isExplained
    ).findings
  }

  /// The findings of every rule that could be asked, and the faults of rule files that this document
  /// brought out, in the order of the rules.
  public func review(
    _ document: RecognisedDocument, selection: RuleSelection = RuleSelection(),
    retunings: [Retuning] = [], workers: Int = 1, external: [ExternalObservation] = [],
    isExplained: Bool = false
  ) -> Review {
    let (drafts, faults) = drafts(
      for: document, selection: selection, retunings: retunings, workers: workers,
      external: external, isExplained: isExplained)
    return Review(findings: RuleRunner.finished(drafts), faults: faults)
  }

  /// What the checks that `isAsked` accepts say of one paper, and the faults of rule files.
  /// - Parameters:
  ///   - governed: the day whose law governs the dossier that the paper is part of.
  ///   - register: the paper's nominees, when they have been read already.
  func drafts(
    for document: RecognisedDocument, selection: RuleSelection, retunings: [Retuning] = [],
    workers: Int = 1, external: [ExternalObservation] = [], isExplained: Bool = false,
    governed: CivilDate? = nil, register: NomineeRegister? = nil,
    isAsked: (NativeCheck) -> Bool = { _ in true }
  ) -> (drafts: [FindingBuilder.Draft], faults: [DataFileError]) {
    let context = CheckContext(document: document, law: law, tools: tools)
    if let register { context.share(register) }
    let builder = FindingBuilder(
      document: document, law: law,
      bases: BasisResolver(law: law, asOf: document.date.earliest, governed: governed),
      explainer: isExplained ? Explainer(document: document, law: law) : nil)
    let asked = asked(document, selection).filter { isAsked(rules.checks[$0]) }
    let answers = inParallel(asked.count, workers: workers) { position -> Answer in
      let index = asked[position]
      if TimeBound.isExceeded { return .success([]) }
      do throws(DataFileError) {
        let rule = rules.rules[index]
        let retuning = RuleRunner.retuning(of: rule, retunings)
        return .success(
          try rules.checks[index].run(context).compactMap {
            builder.draft($0, rule: rule, retuning: retuning)
          })
      } catch {
        return .failure(error)
      }
    }
    var drafts = drafts(of: external, asked: asked, retunings, builder)
    var faults: [DataFileError] = []
    for answer in answers {
      switch answer {
      case .success(let some): drafts += some
      case .failure(let fault): faults.append(fault)
      }
    }
    return (drafts, faults)
  }

  /// The rules of external plug-ins that a document is to be asked about.
  public func externalRules(
    for document: RecognisedDocument, selection: RuleSelection = RuleSelection()
  ) -> [Rule] {
    guard rules.hasExternalRules else { return [] }
    return asked(document, selection).map { rules.rules[$0] }.filter(\.isExternal)
  }

  func asked(_ document: RecognisedDocument, _ selection: RuleSelection) -> [Int] {
    rules.rules.indices.filter { index in
      let rule = rules.rules[index]
      return RuleRunner.applies(rule, to: document) && selection.includes(rule.id)
    }
  }

  private func drafts(
    of external: [ExternalObservation], asked: [Int], _ retunings: [Retuning],
    _ builder: FindingBuilder
  ) -> [FindingBuilder.Draft] {
    guard !external.isEmpty else { return [] }
    let askedRules = asked.map { (rules.rules[$0].id, rules.rules[$0]) }
    let byID = Dictionary(askedRules, uniquingKeysWith: { first, _ in first })
    return external.compactMap { seen in
      byID[seen.rule].flatMap {
        builder.draft(
          seen.observation, rule: $0, retuning: RuleRunner.retuning(of: $0, retunings))
      }
    }
  }

  static func retuning(of rule: Rule, _ retunings: [Retuning]) -> Retuning? {
    retunings.last { RuleSelection.matches(rule.id, glob: $0.glob) }
  }

  /// What the rules had to say about a document.
  public struct Review: Sendable {
    public var findings: [Finding]
    /// Of the rules that could not finish; the others' findings are all there.
    public var faults: [DataFileError]
  }

  private typealias Answer = Result<[FindingBuilder.Draft], DataFileError>

  private static func applies(_ rule: Rule, to document: RecognisedDocument) -> Bool {
    if !rule.kinds.isEmpty {
      guard let kind = document.kind.id, rule.kinds.contains(kind) else { return false }
    }
    if !rule.stages.isEmpty, !rule.stages.contains(document.stage.rawValue) { return false }
    if !rule.families.isEmpty, !rule.families.contains(document.kind.family.rawValue) {
      return false
    }
    let day = document.date.earliest
    return (rule.from ?? day) <= day && day <= (rule.until ?? day)
  }

  static func finished(_ drafts: [FindingBuilder.Draft]) -> [Finding] {
    let ordered = drafts.sorted { $0.order < $1.order }
    var seen: Set<Finding> = []
    var ordinals: [String: Int] = [:]
    var findings: [Finding] = []
    for draft in ordered where seen.insert(draft.finding).inserted {
      let ordinal = ordinals[draft.identity, default: 0]
      ordinals[draft.identity] = ordinal + 1
      var finding = draft.finding
      finding.fingerprint = fingerprint(draft.identity, ordinal)
      findings.append(finding)
    }
    return findings
  }

  /// 32 hexadecimal digits: half of a SHA-256, ample to tell findings apart.
  private static func fingerprint(_ identity: String, _ ordinal: Int) -> String {
    String(SHA256.hex(of: "\(identity)\u{1F}\(ordinal)".utf8).prefix(32))
  }
}

/// Makes findings of observations.
struct FindingBuilder: Sendable {
  let document: RecognisedDocument
  let law: LegalKnowledge
  let bases: BasisResolver
  /// Nil when nobody asks why.
  let explainer: Explainer?
  private let locator: Locator

  init(
    document: RecognisedDocument, law: LegalKnowledge, bases: BasisResolver,
    explainer: Explainer? = nil
  ) {
    self.document = document
    self.law = law
    self.bases = bases
    self.explainer = explainer
    locator = Locator(document)
  }

  struct Draft: Sendable {
    /// Without its fingerprint.
    var finding: Finding
    /// What stays the same when the paper is edited elsewhere.
    var identity: String
    var order: Order
  }

  struct Order: Comparable, Sendable {
    var block: Int
    var start: Int
    var rule: String
    var end: Int
    var message: String

    static func < (a: Order, b: Order) -> Bool {
      (a.block, a.start, a.rule, a.end, a.message) < (b.block, b.start, b.rule, b.end, b.message)
    }
  }

  /// Nil when the rule has no level for what was seen, or it lies outside the document.
  func draft(_ observation: Observation, rule: Rule, retuning: Retuning? = nil) -> Draft? {
    guard let span = locator.clamped(observation.span) else { return nil }
    let resolved =
      observation.bases.map(bases.chosen) ?? bases.governing(rule.bases)
    let caution = bases.caution(for: resolved)
    let policy = SeverityPolicy(rule: rule, document: document, retuning: retuning)
    let grounds = SeverityPolicy.Grounds(
      name: observation.name, isCertain: observation.isCertain, verified: observation.verified,
      bases: resolved, isAmendedUnseen: caution != nil)
    guard let verdict = policy.verdict(grounds) else { return nil }

    let location = locator.location(of: span)
    let excerpt = locator.excerpt(of: span)
    var message = message(observation, rule: rule, excerpt: excerpt)
    if let caution, rule.tier.restsOnNorm {
      message = LocalizedText(
        vi: "\(message.vi) \(caution.vi)", en: "\(message[.en]) \(caution[.en])")
    }
    var finding = Finding(
      rule: rule.id, severity: verdict.level, message: message, basis: resolved, location: location,
      excerpt: excerpt, context: document.blocks[span.block].text, contextRange: span.utf8,
      fixes: observation.fixes.compactMap(fix), related: observation.related.compactMap(related),
      fingerprint: "")
    finding.node = observation.node
    finding.explanation = explainer?.explanation(
      of: observation, rule: rule, verdict: verdict, norms: resolved)
    return Draft(
      finding: finding,
      identity: identity(observation, rule: rule, excerpt: excerpt, block: span.block),
      order: Order(
        block: span.block, start: span.utf8.lowerBound, rule: rule.id, end: span.utf8.upperBound,
        message: message.vi))
  }

  private func message(
    _ observation: Observation, rule: Rule, excerpt: String
  ) -> LocalizedText {
    let source =
      observation.name.flatMap { rule.messages[$0] } ?? rule.messages[""]
      ?? LocalizedText(vi: rule.id)
    var arguments = observation.arguments
    arguments["asOf"] = .date(document.date.earliest)
    arguments["excerpt"] = .text(excerpt)
    func rendered(_ text: String, _ language: Language) -> String {
      MessageTemplate(text)?.rendered(arguments, in: language) ?? text
    }
    return LocalizedText(
      vi: rendered(source.vi, .vi), en: source.en.isEmpty ? "" : rendered(source.en, .en))
  }

  private func fix(_ proposed: Observation.ProposedFix) -> Fix? {
    var edits: [Fix.Edit] = []
    for edit in proposed.edits {
      guard let span = locator.clamped(edit.span) else { return nil }
      edits.append(Fix.Edit(location: locator.location(of: span), text: edit.text))
    }
    return Fix(kind: proposed.kind, description: proposed.description, edits: edits)
  }

  func related(_ other: Observation.RelatedSpan) -> Finding.Related? {
    guard let span = locator.clamped(other.span) else { return nil }
    return Finding.Related(
      path: nil, location: locator.location(of: span), excerpt: locator.excerpt(of: span),
      message: other.message)
  }

  /// Rule, case, arguments, words and heading, in forms that do not change with spacing, case or
  /// the style of tone marks.
  private func identity(
    _ observation: Observation, rule: Rule, excerpt: String, block: Int
  ) -> String {
    let arguments = observation.arguments.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value.text(in: .vi))" }
    let parts =
      [rule.id, observation.name ?? ""] + arguments
      + [Folding.key(excerpt), Folding.key(locator.heading(over: block))]
    return parts.joined(separator: "\u{1F}")
  }
}
