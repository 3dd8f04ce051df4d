import DocumentAnalysis
import DocumentModel
import DocumentReading
import LegalKnowledge
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
    /// The latest day an undated paper can have.
    public var today: CivilDate
    /// Documents read at the same time.
    public var jobs = 1
    /// Whether findings carry why their rules spoke. The library must be loaded in full for sources.
    public var isExplained = false

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

  public init(library: RuleLibrary, options: Options) {
    self.init(library: library, options: options, exceptions: [:])
  }

  init(library: RuleLibrary, options: Options, exceptions: [String: Options]) {
    self.library = library
    self.options = options
    self.exceptions = exceptions
    recogniser = library.recogniser
    runner = RuleRunner(rules: library.rules, law: library.law)
  }

  /// An input's text and structure; neither law nor rules are needed for it.
  public static func read(_ input: Input, limits: ReadingLimits) -> Result<
    SourceDocument, InputError
  > {
    do {
      return .success(
        try read(try bytes(of: input, limits: limits), name: input.path, limits: limits))
    } catch {
      return .failure(error)
    }
  }

  private static func read(
    _ bytes: [UInt8], name: String, limits: ReadingLimits
  ) throws(InputError) -> SourceDocument {
    do {
      return try DocumentReader.read(bytes, name: name, limits: limits)
    } catch {
      throw InputError(code: error.code.rawValue, message: error.message, hint: error.hint)
    }
  }

  func options(for path: String) -> Options { exceptions[path] ?? options }

  /// Reads and recognises one input.
  public func recognise(_ input: Input) -> Result<RecognisedDocument, InputError> {
    Linter.read(input, limits: options.limits).map { recognise($0, path: input.path) }
  }

  /// - Parameter path: of the input, for options of its own.
  public func recognise(_ source: SourceDocument, path: String = "") -> RecognisedDocument {
    recogniser.recognise(source, options: options(for: path).analysis)
  }

  /// Recognises a document given as bytes; its form is told by its content.
  public func recognise(
    _ bytes: [UInt8], name: String
  ) throws(InputError) -> RecognisedDocument {
    recognise(try Linter.read(bytes, name: name, limits: options.limits), path: name)
  }

  /// What the rules say about a recognised document, marked by suppressions and baseline.
  /// - Parameters:
  ///   - path: of the input, for options of its own.
  ///   - workers: threads that share the rules.
  public func findings(
    in document: RecognisedDocument, path: String = "", workers: Int = 1
  ) -> [Finding] {
    let options = options(for: path)
    let findings = runner.run(
      document, selection: options.selection, retunings: options.retunings, workers: workers,
      isExplained: options.isExplained)
    return options.marked(findings)
  }

  /// Checks one input; one that cannot be read is an answer too.
  public func check(_ input: Input) -> DocumentReport {
    check(input, Linter.read(input, limits: options.limits), workers: 1)
  }

  private func check(
    _ input: Input, _ source: Result<SourceDocument, InputError>, workers: Int
  ) -> DocumentReport {
    switch source.map({ recognise($0, path: input.path) }) {
    case .failure(let error): DocumentReport(path: input.path, outcome: .unreadable(error))
    case .success(let document):
      DocumentReport(
        path: input.path,
        outcome: .read(
          DocumentReport.Profile(
            document, law: library.law,
            findings: findings(in: document, path: input.path, workers: workers))))
    }
  }

  /// Checks all inputs, `options.jobs` at a time; the reports come in the order of the inputs.
  /// - Parameter first: the first input, when it has been read already.
  public func check(
    _ inputs: [Input], first: Result<SourceDocument, InputError>? = nil
  ) -> [DocumentReport] {
    // One document shares its rules among the threads; several share the threads.
    let workers = inputs.count == 1 ? options.jobs : 1
    return inParallel(inputs.count, workers: options.jobs) { index in
      let input = inputs[index]
      let source =
        (index == 0 ? first : nil) ?? Linter.read(input, limits: options.limits)
      return check(input, source, workers: workers)
    }
  }

  private static func bytes(of input: Input, limits: ReadingLimits) throws(InputError) -> [UInt8] {
    switch input {
    case .file(let path): try FileSystem.bytes(of: path, limit: limits.fileBytes)
    case .standardInput: try FileSystem.bytes(from: 0, limit: limits.fileBytes)
    case .missing(_, let error): throw error
    }
  }
}
