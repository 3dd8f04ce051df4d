import DocumentAnalysis
import DocumentConversion
import DocumentModel
import DocumentReading
import ExternalPlugins
import LegalKnowledge
import Parallelism
import Reporting
import RuleEngine
import TextMatching

/// Checks documents: bytes in, findings out. Immutable; it may be used from several threads.
public struct Linter: Sendable {
  public struct Options: Sendable {
    /// What recognition must follow; nil: recognise.
    public var kind: String?
    public var stage: Stage?
    public var asOf: CivilDate?
    public var selection = RuleSelection()
    /// Levels that the unit has set; the last that matches a rule wins.
    public var retunings: [Retuning] = []
    /// Those in force; a finding that one covers is marked.
    public var suppressions: [Suppression] = []
    /// What findings are compared with; nil: nothing.
    var baseline: DocumentBaseline?
    public var limits = ReadingLimits()
    /// The side of tracked changes to read; rules are meant for the final one.
    public var view = RevisionView.final
    /// The latest day an undated paper can have.
    public var today: CivilDate
    /// Documents read at the same time.
    public var jobs = 1
    /// Whether findings carry why their rules spoke. The library must be loaded in full for sources.
    public var isExplained = false
    /// Whether reports say which rules were asked (`DocumentReport.fired`): for SVRL.
    public var isTraced = false

    public init(today: CivilDate) { self.today = today }

    var analysis: AnalysisOptions {
      AnalysisOptions(kind: kind, stage: stage, asOf: asOf, today: today)
    }
  }

  public let library: RuleLibrary
  public let options: Options
  /// In place of `options`, by path of the input.
  private let exceptions: [String: Options]
  private let recogniser: Recogniser
  private let runner: RuleRunner
  private let plugins: PluginHost?

  /// - Parameter plugins: those whose rules the library holds (`RuleLibrary.adding`).
  public init(library: RuleLibrary, options: Options, plugins: PluginHost? = nil) {
    self.init(library: library, options: options, exceptions: [:], plugins: plugins)
  }

  init(
    library: RuleLibrary, options: Options, exceptions: [String: Options],
    plugins: PluginHost? = nil
  ) {
    self.library = library
    self.options = options
    self.exceptions = exceptions
    self.plugins = plugins
    recogniser = library.recogniser
    runner = RuleRunner(rules: library.rules, law: library.law)
  }

  /// An input's text and structure; neither law nor rules are needed for it.
  public static func read(
    _ input: Input, limits: ReadingLimits, view: RevisionView = .final
  ) -> Result<SourceDocument, InputError> {
    bounded(limits) { () throws(InputError) in
      let (bytes, header) = try content(of: input, limits: limits)
      var source = try read(bytes, name: input.path, limits: limits, view: view)
      source.transport = source.transport ?? header
      return source
    }
  }

  /// The result of `work`, or that it took too long.
  static func bounded<Value>(
    _ limits: ReadingLimits, _ work: () throws(InputError) -> Value
  ) -> Result<Value, InputError> {
    let result = TimeBound.run(limits.time) { () -> Result<Value, InputError> in
      do throws(InputError) { return .success(try work()) } catch { return .failure(error) }
    }
    return result ?? .failure(InputError(.tooSlow))
  }

  private static func read(
    _ bytes: [UInt8], name: String, limits: ReadingLimits, view: RevisionView
  ) throws(InputError) -> SourceDocument {
    var converter = DocumentConverter()
    converter.view = view
    do {
      return try converter.read(bytes, name: name, limits: limits)
    } catch {
      throw InputError(error)
    }
  }

  func options(for path: String) -> Options { exceptions[path] ?? options }

  /// Reads and recognises one input.
  public func recognise(_ input: Input) -> Result<RecognisedDocument, InputError> {
    Linter.read(input, limits: options.limits, view: options.view).flatMap { source in
      Linter.bounded(options.limits) { recognise(source, path: input.path) }
    }
  }

  /// - Parameter path: of the input, for options of its own.
  public func recognise(_ source: SourceDocument, path: String = "") -> RecognisedDocument {
    recogniser.recognise(source, options: options(for: path).analysis)
  }

  /// Recognises a document given as bytes; its form is told by its content.
  public func recognise(
    _ bytes: [UInt8], name: String
  ) throws(InputError) -> RecognisedDocument {
    recognise(
      try Linter.read(bytes, name: name, limits: options.limits, view: options.view), path: name)
  }

  /// What the rules say about a recognised document, marked by suppressions and baseline.
  /// - Parameters:
  ///   - path: of the input, for options of its own and for external plug-ins.
  ///   - workers: threads that share the rules.
  public func findings(
    in document: RecognisedDocument, path: String = "", workers: Int = 1
  ) -> [Finding] {
    review(of: document, path: path, workers: workers).findings
  }

  /// The same, with the faults of rule files that the document brought out.
  public func review(
    of document: RecognisedDocument, path: String = "", workers: Int = 1
  ) -> RuleRunner.Review {
    let options = options(for: path)
    let seen = plugins?.observations(
      of: document, path: path, rules: externalRules(for: document, options), law: library.law)
    return review(of: document, options, external: seen ?? [], workers: workers)
  }

  private func review(
    of document: RecognisedDocument, _ options: Options, external: [ExternalObservation],
    workers: Int
  ) -> RuleRunner.Review {
    var review = runner.review(
      document, selection: options.selection, retunings: options.retunings, workers: workers,
      external: external, isExplained: options.isExplained)
    review.findings = options.marked(review.findings)
    return review
  }

  private func externalRules(for document: RecognisedDocument, _ options: Options) -> [Rule] {
    runner.externalRules(for: document, selection: options.selection)
  }

  /// Checks one input; one that cannot be read is an answer too.
  public func check(_ input: Input) -> DocumentReport {
    report(input, Linter.read(input, limits: options.limits)) {
      review(of: $0, path: input.path)
    }
  }

  private func report(
    _ input: Input, _ source: Result<SourceDocument, InputError>,
    review: (RecognisedDocument) -> RuleRunner.Review
  ) -> DocumentReport {
    let checked = source.flatMap { source in
      Linter.bounded(options.limits) { report(input, source, review: review) }
    }
    switch checked {
    case .failure(let error): return DocumentReport(path: input.path, outcome: .unreadable(error))
    case .success(let report): return report
    }
  }

  private func report(
    _ input: Input, _ source: SourceDocument, review: (RecognisedDocument) -> RuleRunner.Review
  ) -> DocumentReport {
    let document = recognise(source, path: input.path)
    let review = review(document)
    var report = DocumentReport(
      path: input.path,
      outcome: .read(
        DocumentReport.Profile(document, law: library.law, findings: review.findings)),
      ruleFaults: review.faults)
    if options.isTraced {
      report.fired = runner.fired(in: document, selection: options(for: input.path).selection)
    }
    return report
  }

  /// Checks all inputs, `options.jobs` at a time; the reports come in the order of the inputs.
  /// - Parameter first: the first input, when it has been read already.
  public func check(
    _ inputs: [Input], first: Result<SourceDocument, InputError>? = nil
  ) -> [DocumentReport] {
    // One document shares its rules among the threads; several share the threads.
    let workers = inputs.count == 1 ? options.jobs : 1
    let batch = plugins?.batch()
    return inParallel(inputs.count, workers: options.jobs) { index in
      let input = inputs[index]
      let source =
        (index == 0 ? first : nil) ?? Linter.read(input, limits: options.limits)
      if case .failure = source { batch?.skip(index) }
      return report(input, source) { document in
        let options = options(for: input.path)
        let seen = batch?.observations(
          index, of: document, path: input.path, rules: externalRules(for: document, options),
          law: library.law)
        return review(of: document, options, external: seen ?? [], workers: workers)
      }
    }
  }

  /// Checks an input and makes the mechanical fixes of its findings in a copy of its bytes.
  /// - Returns: the report, and the copy when anything was changed.
  public func mend(_ input: Input) -> (report: DocumentReport, copy: [UInt8]?) {
    let outcome = Linter.bounded(options.limits) { () throws(InputError) in try mended(input) }
    switch outcome {
    case .success(let result): return result
    case .failure(let error):
      return (DocumentReport(path: input.path, outcome: .unreadable(error)), nil)
    }
  }

  private func mended(
    _ input: Input
  ) throws(InputError) -> (report: DocumentReport, copy: [UInt8]?) {
    let (bytes, header) = try Linter.content(of: input, limits: options.limits)
    // Fixes go to what the final view shows.
    var source = try Linter.read(
      bytes, name: input.path, limits: options.limits, view: .final)
    source.transport = source.transport ?? header
    let document = recognise(source, path: input.path)
    let review = review(of: document, path: input.path)
    let fixer = FindingFixer(document.source, limits: options.limits)
    // What a suppression covers is meant to stay.
    let mended = fixer.mend(bytes, review.findings.filter { $0.suppressed == nil })
    let profile = DocumentReport.Profile(document, law: library.law, findings: review.findings)
    let report = DocumentReport(
      path: input.path, outcome: .read(profile), copy: mended.report, ruleFaults: review.faults)
    return (report, mended.bytes)
  }

  /// An input's bytes, and what the packet around it says of it.
  private static func content(
    of input: Input, limits: ReadingLimits
  ) throws(InputError) -> (bytes: [UInt8], header: TransportHeader?) {
    switch input {
    case .file(let path): (try FileSystem.document(path, limits: limits), nil)
    case .standardInput: (try FileSystem.bytes(from: 0, limit: limits.fileBytes), nil)
    case .attachment(let attachment): try attachment.content(limits: limits)
    case .archived(let file): (try file.content(), nil)
    case .missing(_, let error): throw error
    }
  }
}
