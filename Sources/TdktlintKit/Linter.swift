import Dispatch
import DocumentAnalysis
import DocumentModel
import DocumentReading
import LegalKnowledge
import Reporting
import RuleEngine
import Synchronization
import TextMatching

/// Checks documents: bytes in, findings out. Immutable; it may be used from several threads.
public struct Linter: Sendable {
  public struct Options: Sendable {
    /// What recognition must follow; nil: recognise.
    public var kind: String?
    public var stage: Stage?
    public var asOf: CivilDate?
    public var selection = RuleSelection()
    public var limits = ReadingLimits()
    /// The latest day an undated paper can have.
    public var today: CivilDate
    /// Documents read at the same time.
    public var jobs = 1

    public init(today: CivilDate) { self.today = today }

    var analysis: AnalysisOptions {
      AnalysisOptions(kind: kind, stage: stage, asOf: asOf, today: today)
    }
  }

  public let library: RuleLibrary
  public let options: Options
  private let recogniser: Recogniser
  private let runner: RuleRunner

  public init(library: RuleLibrary, options: Options) {
    self.library = library
    self.options = options
    recogniser = Recogniser(law: library.law)
    runner = RuleRunner(rules: library.rules, law: library.law)
  }

  /// Reads and recognises one input.
  public func recognise(_ input: Input) -> Result<RecognisedDocument, InputError> {
    do {
      return .success(try recognise(try bytes(of: input), name: input.path))
    } catch {
      return .failure(error)
    }
  }

  /// Recognises a document given as bytes; its form is told by its content.
  public func recognise(
    _ bytes: [UInt8], name: String
  ) throws(InputError) -> RecognisedDocument {
    let source: SourceDocument
    do {
      source = try DocumentReader.read(bytes, name: name, limits: options.limits)
    } catch {
      throw InputError(code: error.code.rawValue, message: error.message, hint: error.hint)
    }
    return recogniser.recognise(source, options: options.analysis)
  }

  /// What the rules say about a recognised document.
  public func findings(in document: RecognisedDocument) -> [Finding] {
    runner.run(document, selection: options.selection)
  }

  /// Checks one input; one that cannot be read is an answer too.
  public func check(_ input: Input) -> DocumentReport {
    switch recognise(input) {
    case .failure(let error): DocumentReport(path: input.path, outcome: .unreadable(error))
    case .success(let document):
      DocumentReport(
        path: input.path,
        outcome: .read(
          DocumentReport.Profile(
            document, law: library.law, findings: findings(in: document))))
    }
  }

  /// Checks all inputs, `options.jobs` at a time; the reports come in the order of the inputs.
  public func check(_ inputs: [Input]) -> [DocumentReport] {
    let workers = min(options.jobs, inputs.count)
    guard workers > 1 else { return inputs.map(check) }
    let next = Mutex(0)
    let reports = Mutex([DocumentReport?](repeating: nil, count: inputs.count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = next.withLock { index in
          defer { index += 1 }
          return index
        }
        guard index < inputs.count else { return }
        let report = check(inputs[index])
        reports.withLock { $0[index] = report }
      }
    }
    return reports.withLock { $0.compactMap { $0 } }
  }

  private func bytes(of input: Input) throws(InputError) -> [UInt8] {
    switch input {
    case .file(let path): try FileSystem.bytes(of: path, limit: options.limits.fileBytes)
    case .standardInput: try FileSystem.bytes(from: 0, limit: options.limits.fileBytes)
    case .missing(_, let error): throw error
    }
  }
}
