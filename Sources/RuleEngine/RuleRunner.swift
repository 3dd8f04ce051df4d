import DataFiles
import DocumentAnalysis
import LegalKnowledge
import TextMatching

/// Asks every applicable rule about a document. Immutable; one serves all documents and threads.
public struct RuleRunner: Sendable {
  public let rules: RuleSet
  public let law: LegalKnowledge

  public init(rules: RuleSet, law: LegalKnowledge) {
    self.rules = rules
    self.law = law
  }

  /// The findings, in order of block, start and rule id, each with its fingerprint.
  /// - Parameters:
  ///   - retunings: levels that the unit has set; the last that matches a rule wins.
  ///   - workers: threads that share the rules; the result is the same for any number.
  ///   - isExplained: whether each finding carries why its rule spoke.
  public func run(
    _ document: RecognisedDocument, selection: RuleSelection = RuleSelection(),
    retunings: [Retuning] = [], workers: Int = 1, isExplained: Bool = false
  ) -> [Finding] {
    let context = CheckContext(document: document, law: law)
    let builder = FindingBuilder(
      document: document, law: law,
      bases: BasisResolver(law: law, asOf: document.date.earliest),
      explainer: isExplained ? Explainer(document: document, law: law) : nil)
    let asked = rules.rules.indices.filter { index in
      let rule = rules.rules[index]
      return RuleRunner.applies(rule, to: document) && selection.includes(rule.id)
    }
    let drafts = inParallel(asked.count, workers: workers) { position in
      let index = asked[position]
      let rule = rules.rules[index]
      let retuning = retunings.last { RuleSelection.matches(rule.id, glob: $0.glob) }
      return rules.checks[index].run(context).compactMap {
        builder.draft($0, rule: rule, retuning: retuning)
      }
    }
    return RuleRunner.finished(drafts.flatMap { $0 })
  }

  private static func applies(_ rule: Rule, to document: RecognisedDocument) -> Bool {
    if !rule.kinds.isEmpty {
      guard let kind = document.kind.id, rule.kinds.contains(kind) else { return false }
    }
    if !rule.stages.isEmpty, !rule.stages.contains(document.stage.rawValue) { return false }
    let day = document.date.earliest
    return (rule.from ?? day) <= day && day <= (rule.until ?? day)
  }

  private static func finished(_ drafts: [FindingBuilder.Draft]) -> [Finding] {
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
    if let caution, SeverityPolicy.restsOnNorm(rule.tier) {
      message = LocalizedText(
        vi: "\(message.vi) \(caution.vi)", en: "\(message[.en]) \(caution[.en])")
    }
    var finding = Finding(
      rule: rule.id, severity: verdict.level, message: message, basis: resolved, location: location,
      excerpt: excerpt, context: document.blocks[span.block].text, contextRange: span.utf8,
      fixes: observation.fixes.compactMap(fix), related: observation.related.compactMap(related),
      fingerprint: "")
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

  private func related(_ other: Observation.RelatedSpan) -> Finding.Related? {
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
