import DataFiles
import DocumentAnalysis
import ExternalPlugins
import LegalKnowledge
import Parallelism
import Reporting
import RuleEngine
import TextMatching

/// The law, the kinds and the rules of a run: built in, and from folders of the same shape.
public struct RuleLibrary: Sendable {
  public var law: LegalKnowledge { recogniser.law }
  public private(set) var rules: RuleSet
  /// Made with the law, while other threads still read rules and the first document.
  let recogniser: Recogniser
  private var files: [DataFile]
  /// Ids that no further module may take.
  private let moduleIDs: Set<String>
  /// False when a plug-in failed before it declared its rules: then nobody knows all ids.
  private(set) var isComplete = true
  /// Whether the built-in rules are among them.
  let includesBuiltInRules: Bool

  /// What to load.
  public struct Sources: Sendable {
    public var modules: [any RuleModule]
    /// Rule packs (`--rules DIR`), each with any of `modules/`, `law/`, `kinds/`.
    public var folders: [String]
    /// False leaves out the built-in rules; law and kinds stay, because recognition needs them.
    public var includesBuiltInRules: Bool
    /// The phase of Schematron schemas (`--phase`); nil: each schema's default.
    public var phase: String?

    public init(
      modules: [any RuleModule], folders: [String] = [], includesBuiltInRules: Bool = true
    ) {
      self.modules = modules
      self.folders = folders
      self.includesBuiltInRules = includesBuiltInRules
    }
  }

  /// Reads everything anew.
  /// - Throws: `DataFileError` for a fault in a file; `UsageError` for a folder that is no pack.
  public init(_ sources: Sources, depth: LoadDepth) throws {
    (self, _) = try RuleLibrary.load(sources, depth: depth, workers: 1) {}
  }

  public init(
    modules: [any RuleModule], folders: [String] = [], includesBuiltInRules: Bool = true,
    depth: LoadDepth
  ) throws {
    try self.init(
      Sources(modules: modules, folders: folders, includesBuiltInRules: includesBuiltInRules),
      depth: depth)
  }

  /// Reads everything anew and does other work meanwhile, on up to `workers` threads. The start of a
  /// run is reading law, rules and the first document, none of which needs the others.
  static func load<Other: Sendable>(
    _ sources: Sources, depth: LoadDepth, workers: Int, meanwhile work: @Sendable () -> Other
  ) throws -> (RuleLibrary, Other) {
    let builtIn = DataFile.embedded.filter {
      sources.includesBuiltInRules || !$0.path.hasPrefix("Rules/modules/")
    }
    let local = try sources.folders.flatMap(RulePack.files)
    let pieces = inParallel(3, workers: workers) { index -> Piece<Other> in
      switch index {
      case 0: .law(Result { Recogniser(law: try RuleLibrary.law(builtIn, local, depth)) })
      case 1: .other(work())
      default:
        .rules(
          Result {
            // In full, the rules are verified against the law, so they wait for it.
            depth == .full
              ? nil
              : try RuleSet.builtIn(
                files: builtIn, modules: sources.modules, law: nil, depth: depth)
          })
      }
    }
    guard case .law(let law) = pieces[0], case .other(let other) = pieces[1],
      case .rules(let quick) = pieces[2]
    else { fatalError("the pieces come in the order of their numbers") }
    let recogniser = try law.get()
    let knowledge = recogniser.law
    var rules =
      try quick.get()
      ?? RuleSet.builtIn(files: builtIn, modules: sources.modules, law: knowledge, depth: depth)
    try rules.add(local: local, modules: sources.modules, law: knowledge, phase: sources.phase)
    try verify(phase: sources.phase, in: rules)
    for note in ToolNotes.all { rules.append(note.rule, note.check) }
    let library = RuleLibrary(
      recogniser: recogniser, rules: rules,
      files: builtIn + sources.modules.flatMap(\.declarations) + local,
      includesBuiltInRules: sources.includesBuiltInRules,
      moduleIDs: Set(sources.modules.map(\.id)).union(rules.versions.keys).union(["tool"]))
    return (library, other)
  }

  /// A phase that no schema has would quietly check something else.
  private static func verify(phase: String?, in rules: RuleSet) throws {
    guard let phase, !["#ALL", "#DEFAULT"].contains(phase), !rules.phases.contains(phase) else {
      return
    }
    throw UsageError.bad(
      value: phase, of: "--phase", known: ["#ALL", "#DEFAULT"] + rules.phases.sorted())
  }

  /// For a check without local law, from the table.
  private static func law(
    _ builtIn: [DataFile], _ local: [DataFile], _ depth: LoadDepth
  ) throws -> LegalKnowledge {
    depth == .check && !local.contains(where: LegalKnowledge.reads)
      ? try LegalKnowledge.builtIn(builtIn) : try LegalKnowledge.load(builtIn, local: local)
  }

  private enum Piece<Other: Sendable>: Sendable {
    case law(Result<Recogniser, any Error>)
    case other(Other)
    case rules(Result<RuleSet?, any Error>)
  }

  private init(
    recogniser: Recogniser, rules: RuleSet, files: [DataFile], includesBuiltInRules: Bool,
    moduleIDs: Set<String>
  ) {
    self.recogniser = recogniser
    self.rules = rules
    self.files = files
    self.includesBuiltInRules = includesBuiltInRules
    self.moduleIDs = moduleIDs
  }

  /// This library with the rules of external plug-ins, which are started and greeted. One that fails
  /// adds none: see `PluginHost.failures`.
  /// - Parameter language: of the report.
  public func adding(_ plugins: PluginHost, language: Language) -> RuleLibrary {
    let declared = plugins.greet(
      tool: CommandLineTool.name, version: CommandLineTool.version, language: language,
      taken: moduleIDs, law: law)
    var library = self
    for rule in declared { library.rules.append(external: rule) }
    library.files += plugins.declarations
    library.isComplete = plugins.failures.isEmpty
    return library
  }

  /// One digest for all libraries of a run: that of the only one, or of theirs in order.
  static func digest(of libraries: [RuleLibrary]) -> String {
    let digests = libraries.map(\.digest)
    guard digests.count > 1 else { return digests.first ?? "" }
    return "sha256:" + SHA256.hex(of: digests.joined(separator: "\n").utf8)
  }

  /// The rules of all libraries of a run, each id once.
  static func rules(of libraries: [RuleLibrary]) -> [Rule] {
    var seen: Set<String> = []
    return libraries.flatMap(\.rules.rules).filter { seen.insert($0.id).inserted }
  }

  /// `sha256:` and the digest of every file's path and bytes, in order; a zero byte ends each path
  /// and each file, so that no two lists give the same sequence.
  public var digest: String {
    var hash = SHA256()
    for file in files {
      hash.update(file.path.utf8)
      hash.update(CollectionOfOne(0))
      hash.update(file.bytes)
      hash.update(CollectionOfOne(0))
    }
    return "sha256:" + hash.finishedHex()
  }
}

/// A folder of the same shape as `Rules/`.
enum RulePack {
  /// The law built in with that of the packs, in full.
  static func law(with folders: [String]) throws -> LegalKnowledge {
    try LegalKnowledge.load(DataFile.embedded, local: folders.flatMap(files))
  }

  private static let folders = ["kinds", "law", "modules"]

  /// Whether a file came from the pack.
  static func holds(_ path: String, in folder: String) -> Bool { path.hasPrefix(base(folder)) }

  /// Whether two names differ at most by a slash at the end.
  static func isSame(_ a: String, _ b: String) -> Bool { base(a) == base(b) }

  private static func base(_ folder: String) -> String {
    folder.hasSuffix("/") ? folder : folder + "/"
  }

  static func files(in folder: String) throws -> [DataFile] {
    let base = base(folder)
    guard FileSystem.kind(of: folder) == .folder else {
      throw UsageError(
        vi: "--rules: không có thư mục “\(folder)”", en: "--rules: no folder \"\(folder)\"")
    }
    let present = folders.filter { FileSystem.kind(of: base + $0) == .folder }
    guard !present.isEmpty else {
      throw UsageError(
        vi: "--rules: “\(folder)” không có thư mục con modules/, law/ hay kinds/",
        en: "--rules: \"\(folder)\" has no subfolder modules/, law/ or kinds/")
    }
    return try present.flatMap { try xmlFiles(in: base + $0) }
  }

  private static func xmlFiles(in folder: String) throws -> [DataFile] {
    guard let names = FileSystem.names(in: folder) else {
      throw UsageError(
        vi: "--rules: không đọc được thư mục “\(folder)”",
        en: "--rules: the folder \"\(folder)\" cannot be read")
    }
    var files: [DataFile] = []
    for name in names where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if FileSystem.kind(of: path, followsLinks: false) == .folder {
        files += try xmlFiles(in: path)
      } else if name.hasSuffix(".xml") || name.hasSuffix(".sch") {
        do {
          files.append(DataFile(path: path, bytes: try FileSystem.bytes(of: path, limit: 16 << 20)))
        } catch {
          throw DataFileError(path: path, line: 1, message: error.message)
        }
      }
    }
    return files
  }
}
