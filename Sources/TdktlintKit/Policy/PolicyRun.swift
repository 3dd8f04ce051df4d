import Configuration
import DataFiles
import LegalKnowledge
import Reporting
import RuleEngine
import TextMatching

/// What configurations and baselines make of one run.
struct PolicyRun {
  enum BaselineUse: Equatable {
    /// What the configurations name.
    case configured
    /// `--baseline FILE`, for every document.
    case compare(String)
    /// `--write-baseline FILE`: nothing is compared.
    case write(String)
  }

  let plan: CheckPlan
  private let use: BaselineUse
  private var store: BaselineStore
  /// By input: the number of its baseline.
  private var baselines: [Int?] = []

  /// - Throws: `DataFileError`, `UsageError`.
  init(_ plan: CheckPlan, baseline use: BaselineUse) throws {
    self.plan = plan
    self.use = use
    store = BaselineStore(current: plan.current)
    for input in plan.inputs.indices { baselines.append(try openBaseline(of: input)) }
  }

  private mutating func openBaseline(of input: Int) throws -> Int? {
    switch use {
    case .write: return nil
    case .compare(let path): return try store.open(path)
    case .configured:
      guard let configuration = plan.configuration(of: input)?.found.configuration,
        let named = configuration.baseline
      else { return nil }
      return try store.open(
        named.value,
        namedAt: DataFileError(
          path: configuration.path, at: named.position, message: LocalizedText(vi: "")))
    }
  }

  var hasBaseline: Bool { !store.opened.isEmpty }

  /// Whether something can be said only when all documents have been checked.
  var comparesInputs: Bool {
    hasBaseline || plan.configurations.contains { !$0.configuration.suppressions.isEmpty }
  }

  // MARK: Before the check

  /// Verifies the configurations of a group against its library.
  /// - Parameter isComplete: whether every rule that they may name is in the library.
  /// - Throws: `DataFileError`.
  func verify(_ group: CheckPlan.Group, with library: RuleLibrary, isComplete: Bool) throws {
    for number in group.configurations {
      try plan.configurations[number].configuration.verify(
        rules: library.rules.rules, kinds: library.law.kinds.map(\.id), isComplete: isComplete)
    }
  }

  /// The options of the group's documents that differ from the command line's, by path.
  func exceptions(in group: CheckPlan.Group, from base: Linter.Options) -> [String: Linter.Options]
  {
    var exceptions: [String: Linter.Options] = [:]
    for input in group.inputs {
      let path = plan.inputs[input].path
      exceptions[path] = exception(for: path, of: input, from: base)
    }
    return exceptions
  }

  /// The options of a document of an input, which is the input itself or a paper of that dossier;
  /// nil when they do not differ from the command line's.
  func exception(
    for document: String, of input: Int, from base: Linter.Options
  ) -> Linter.Options? {
    let found = plan.configuration(of: input)?.found
    let baseline = baseline(of: document, of: input)
    guard found != nil || baseline != nil else { return nil }
    var options =
      found.map { base.under($0.configuration, path: plan.path(of: document, from: $0.folder)) }
      ?? base
    options.baseline = baseline
    return options
  }

  private func baseline(of document: String, of input: Int) -> DocumentBaseline? {
    guard let opened = baselines[input].map({ store.opened[$0] }) else { return nil }
    return DocumentBaseline(
      baseline: opened.baseline, path: plan.path(of: document, from: opened.folder))
  }

  // MARK: After the check

  /// The entries of its baseline that a document no longer has.
  /// - Parameter isAsked: whether a rule was asked about it.
  func absent(
    _ input: Int, _ document: DocumentReport, isAsked: (String) -> Bool
  ) -> [Baseline.Entry] {
    guard case .read = document.outcome, let known = baseline(of: document.path, of: input) else {
      return []
    }
    return known.baseline.absent(path: known.path, findings: document.findings, isAsked: isAsked)
  }

  /// A report on a document, and the number of the input that it is or belongs to.
  struct Placed {
    var input: Int
    var report: DocumentReport
  }

  /// What is to be said of the suppressions of the configurations, each once, in order.
  /// - Parameter isAsked: whether a document was asked about some rule that a glob matches.
  func notes(
    on documents: [Placed], today: CivilDate, isAsked: (Placed, String) -> Bool
  ) -> [Finding] {
    plan.configurations.indices.flatMap { number -> [Finding] in
      let configuration = plan.configurations[number].configuration
      return configuration.suppressions.compactMap { suppression in
        let value = suppression.value
        let covered = documents.filter { document in
          guard let place = plan.configuration(of: document.input), place.number == number,
            case .read = document.report.outcome
          else { return false }
          return value.covers(path: plan.path(of: document.report.path, from: place.found.folder))
        }
        if covered.isEmpty { return nil }
        if let day = value.expires, value.isExpired(on: today) {
          return SuppressionNotes.expired(suppression, of: configuration, on: day)
        }
        // A pattern may be meant for papers that were not checked this time.
        guard value.paths.allSatisfy(\.isLiteral), covered.count == value.paths.count,
          covered.allSatisfy({ isAsked($0, value.rule) }),
          !covered.contains(where: { $0.report.findings.contains(where: value.covers) })
        else { return nil }
        return SuppressionNotes.unused(suppression, of: configuration)
      }
    }
  }

  /// Whether a document's findings make the check fail.
  /// - Parameter asked: threshold of the command line; nil: as configured.
  func fails(_ input: Int, _ document: DocumentReport, asked: FailureThreshold?) -> Bool {
    let configured = plan.configuration(of: input)?.found.configuration.failOn
    let threshold = asked ?? configured ?? .error
    return document.findings.contains { $0.isActive && threshold.isReached(by: $0.severity) }
  }

  // MARK: Baseline files

  /// Writes all findings that no suppression covers, as known from now on.
  /// - Returns: how many there are.
  func writeBaseline(_ documents: [DocumentReport], to path: String) throws -> Int {
    let folder = Paths.folder(of: Paths.absolute(path, from: plan.current))
    let entries = documents.flatMap { document in
      let name = plan.path(of: document.path, from: folder)
      return document.findings.filter { $0.suppressed == nil }.map {
        Baseline.Entry($0, path: name)
      }
    }
    let baseline = Baseline(entries)
    try write(baseline, to: path)
    return baseline.entries.count
  }

  /// Takes from every baseline what the documents no longer have, and documents that are gone.
  /// - Returns: how many entries there were.
  func prune(_ documents: [DocumentReport]) throws -> Int {
    var count = 0
    for (number, opened) in store.opened.enumerated() {
      let absent = Set(
        documents.indices.filter { baselines[$0] == number }.flatMap { documents[$0].absent })
      let kept = opened.baseline.entries.filter { entry in
        !absent.contains(entry) && isThere(entry.path, from: opened.folder)
      }
      guard kept.count < opened.baseline.entries.count else { continue }
      count += opened.baseline.entries.count - kept.count
      try write(Baseline(kept), to: opened.path)
    }
    return count
  }

  private func isThere(_ path: String, from folder: String) -> Bool {
    path == Input.standardInput.path
      || FileSystem.kind(of: Paths.absolute(path, from: folder)) != nil
  }

  private func write(_ baseline: Baseline, to path: String) throws {
    guard FileSystem.write(BaselineFile.text(of: baseline), to: path) else {
      throw UsageError(
        vi: "không ghi được “\(path)”; kiểm tra thư mục và quyền ghi",
        en: "cannot write \"\(path)\"; check the folder and its permissions")
    }
  }
}
