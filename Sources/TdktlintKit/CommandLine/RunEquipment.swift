import DocumentModel
import DocumentReading
import ExternalPlugins
import Reporting
import RuleEngine

/// What the groups of a run are judged with.
struct RunEquipment {
  /// By group, as are the plug-ins.
  private(set) var libraries: [RuleLibrary] = []
  private(set) var plugins: [PluginHost?] = []
  /// The input read meanwhile.
  private(set) var first: Result<SourceDocument, InputError>?

  /// Loads the rules of every group, starts its plug-ins, and verifies its configurations against
  /// both.
  /// - Parameter input: one to be read while the first library is loaded.
  /// - Throws: `DataFileError`, `UsageError`.
  init(
    for policy: PolicyRun, _ settings: CommandSettings, depth: LoadDepth, jobs: Int,
    reading input: Input? = nil
  ) throws {
    for group in policy.plan.groups {
      let host = settings.plugins(adding: group.plugins)
      host?.start()
      let wanted = libraries.isEmpty ? input : nil
      var (library, read) = try RuleLibrary.load(
        settings.sources(adding: group.packs), depth: depth, workers: min(jobs, 2)
      ) {
        wanted.map { Linter.read($0, limits: ReadingLimits()) }
      }
      if let read { first = read }
      if let host { library = library.adding(host, language: settings.language) }
      try policy.verify(
        group, with: library, isComplete: settings.includesBuiltInRules && library.isComplete)
      libraries.append(library)
      plugins.append(host)
    }
  }

  /// Ends the plug-ins in peace.
  func finish() {
    for plugin in plugins { plugin?.finish() }
  }

  var failures: [PluginFailure] { plugins.flatMap { $0?.failures ?? [] } }
}
