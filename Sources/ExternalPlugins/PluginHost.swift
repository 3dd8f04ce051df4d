import AkomaNtoso
import Configuration
import DataFiles
import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// The external plug-ins of a run: programs in any language that declare rules and are asked about
/// each document (`Rules/guide/plugins.md`). They are ended with this object at the latest.
public final class PluginHost: Sendable {
  private let plugins: [ExternalPlugin]

  /// Starts nothing yet.
  public init(_ settings: [PluginSetting]) { plugins = settings.map(ExternalPlugin.init) }

  /// Starts the programs, so that they make themselves ready while other work is done.
  public func start() {
    for plugin in plugins { plugin.start() }
  }

  /// Starts and greets every plug-in.
  /// - Parameters:
  ///   - taken: module ids that none of them may have.
  ///   - language: of the report, for a plug-in that speaks one language only.
  /// - Returns: their rules, in the order of the settings; a plug-in that failed has none.
  public func greet(
    tool: String, version: String, language: Language, taken: Set<String>, law: LegalKnowledge
  ) -> [Rule] {
    start()
    let hello = Request.hello(tool: tool, version: version, language: language)
    var taken = taken
    var rules: [Rule] = []
    for plugin in plugins {
      let terms = Greeting.Terms(
        taken: taken, kinds: law.kinds.map(\.id), command: plugin.commandLine)
      guard let greeting = plugin.greet(hello, terms: terms) else { continue }
      taken.insert(greeting.id)
      rules += greeting.rules.map(\.rule)
    }
    return rules
  }

  /// What the plug-ins declared, as they sent it, for the digest of a run's rules.
  public var declarations: [DataFile] {
    plugins.map { DataFile(path: $0.commandLine, bytes: $0.declaration) }
  }

  /// What the plug-ins see in a document.
  /// - Parameter rules: those that are wanted.
  public func observations(
    of document: RecognisedDocument, path: String, rules: [Rule], law: LegalKnowledge
  ) -> [ExternalObservation] {
    guard let question = PluginHost.question(document, path, rules, law) else { return [] }
    let ids = Set(rules.map(\.id))
    return plugins.flatMap { $0.observations(question, rules: ids) }
  }

  /// Plug-ins that were given up, in the order of the settings; at most one failure each.
  public var failures: [PluginFailure] { plugins.compactMap(\.failure) }

  /// Ends the programs in peace.
  public func finish() {
    for plugin in plugins { plugin.finish() }
  }

  private static func question(
    _ document: RecognisedDocument, _ path: String, _ rules: [Rule], _ law: LegalKnowledge
  ) -> PluginQuestion? {
    guard !rules.isEmpty else { return nil }
    return PluginQuestion(
      path: path, document: document, regime: law.regime(on: document.date.earliest)?.id,
      tree: AkomaNtoso.render(document, law: law, layout: .compact))
  }

  /// A list of documents that are checked in parallel and asked about in their order, so that a
  /// plug-in that fails or remembers gives the same report whatever the number of threads.
  public func batch() -> Batch { Batch(plugins) }

  public final class Batch: Sendable {
    private let lanes: [(plugin: ExternalPlugin, turns: Turns)]

    fileprivate init(_ plugins: [ExternalPlugin]) { lanes = plugins.map { ($0, Turns()) } }

    /// What the plug-ins see in document `number`, counted from 0. Waits until they are through with
    /// those before it.
    public func observations(
      _ number: Int, of document: RecognisedDocument, path: String, rules: [Rule],
      law: LegalKnowledge
    ) -> [ExternalObservation] {
      guard let question = PluginHost.question(document, path, rules, law) else {
        skip(number)
        return []
      }
      let ids = Set(rules.map(\.id))
      return lanes.flatMap { lane in
        lane.turns.inTurn(number) { lane.plugin.observations(question, rules: ids) }
      }
    }

    /// A document of several that are asked about in one turn.
    public struct Paper: Sendable {
      public var document: RecognisedDocument
      public var path: String
      /// Those that are wanted.
      public var rules: [Rule]

      public init(document: RecognisedDocument, path: String, rules: [Rule]) {
        self.document = document
        self.path = path
        self.rules = rules
      }
    }

    /// What the plug-ins see in the papers of dossier `number`, counted from 0, by paper. Waits until
    /// they are through with those before it.
    public func observations(
      _ number: Int, in papers: [Paper], law: LegalKnowledge
    ) -> [[ExternalObservation]] {
      let questions = papers.map { paper in
        PluginHost.question(paper.document, paper.path, paper.rules, law)
      }
      var seen = [[ExternalObservation]](repeating: [], count: papers.count)
      for lane in lanes {
        lane.turns.inTurn(number) {
          for (index, question) in questions.enumerated() {
            guard let question else { continue }
            let ids = Set(papers[index].rules.map(\.id))
            seen[index] += lane.plugin.observations(question, rules: ids)
          }
        }
      }
      return seen
    }

    /// For a document that the plug-ins are not asked about: every number must be heard of.
    public func skip(_ number: Int) {
      for lane in lanes { lane.turns.inTurn(number) {} }
    }
  }
}
