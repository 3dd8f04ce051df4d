import DataFiles
import LegalKnowledge

/// The rules of a run, each with its check found. Immutable; one serves all documents.
public struct RuleSet: Sendable {
  /// In order of module, then of declaration.
  public private(set) var rules: [Rule]
  /// Module versions by id.
  public let versions: [String: String]
  /// The logic of `rules`, by index.
  private(set) var checks: [NativeCheck]
  private var loaded: [ModuleReader.Module]

  /// Whether a plug-in is to be asked at all.
  var hasExternalRules: Bool { rules.contains(where: \.isExternal) }

  public func rule(id: String) -> Rule? { rules.first { $0.id == id } }

  /// Whether a rule of the set looks at the papers of a dossier together.
  public func looksAcrossPapers(_ rule: Rule) -> Bool {
    rules.firstIndex { $0.id == rule.id }.map { checks[$0].across != nil } ?? false
  }

  /// Adds a rule that no rule file declares: the program's own notes.
  public mutating func append(_ rule: Rule, _ check: NativeCheck) {
    rules.append(rule)
    checks.append(check)
  }

  /// Adds a rule of an external plug-in, whose observations `RuleRunner.run` is given.
  public mutating func append(external rule: Rule) {
    append(rule, NativeCheck(name: rule.id) { _ in [] })
  }

  /// Reads the files below a folder `modules` and leaves the others alone.
  ///
  /// - Parameters:
  ///   - files: built-in files. Every check compiled in must be declared in them, unless there are
  ///     none at all.
  ///   - local: files from elsewhere (`--rules DIR`); always read and verified in full. Their rules
  ///     may use any check, as `module/name`.
  /// - Throws: `DataFileError`, for the first fault in the order of the files.
  public static func load(
    files: [DataFile], local: [DataFile] = [], modules: [any RuleModule], law: LegalKnowledge,
    depth: LoadDepth
  ) throws -> RuleSet {
    var set = try builtIn(files: files, modules: modules, law: law, depth: depth)
    try set.add(local: local, modules: modules, law: law)
    return set
  }

  /// The built-in rules alone.
  /// - Parameter law: nil leaves kinds and bases unverified, so that a quick load need not wait for
  ///   the law; tests load the same files in full.
  public static func builtIn(
    files: [DataFile], modules: [any RuleModule], law: LegalKnowledge?, depth: LoadDepth
  ) throws -> RuleSet {
    let catalogue = CheckCatalogue(modules)
    let reader = ModuleReader(checks: catalogue, law: law, depth: depth, isBuiltIn: true)
    let loaded = try files.filter { isModule($0.path) }.map(reader.read)
    if !loaded.isEmpty {
      try verifyDeclared(modules.filter(\.declarations.isEmpty), in: loaded)
    }
    return try RuleSet(loaded)
  }

  /// Phases of the Schematron schemas, active or not.
  public private(set) var phases: Set<String> = []

  /// Adds the rules that modules declare themselves, and those of local packs.
  /// - Parameter phase: the phase of Schematron schemas; nil: each schema's default.
  public mutating func add(
    local files: [DataFile], modules: [any RuleModule], law: LegalKnowledge, phase: String? = nil
  ) throws {
    let own = modules.filter { !$0.declarations.isEmpty }
    guard !files.isEmpty || !own.isEmpty else { return }
    let catalogue = CheckCatalogue(modules)
    let reader = ModuleReader(checks: catalogue, law: law, depth: .full, isBuiltIn: false)
    loaded += try own.flatMap(\.declarations).map(reader.read)
    try RuleSet.verifyDeclared(own, in: loaded)
    let schemas = try files.filter { RuleSet.isSchema($0.path) }
      .map(SchematronReader(wanted: phase).read)
    loaded += try files.filter { RuleSet.isModule($0.path) }.map(reader.read)
    loaded += schemas.map(\.module)
    self = try RuleSet(loaded)
    phases = Set(schemas.flatMap(\.phases))
  }

  private init(_ loaded: [ModuleReader.Module]) throws {
    try RuleSet.verifyUnique(loaded)
    self.loaded = loaded
    let declared = loaded.sorted { $0.id < $1.id }.flatMap(\.rules)
    rules = declared.map(\.rule)
    checks = declared.map(\.check)
    versions = Dictionary(loaded.map { ($0.id, $0.version) }, uniquingKeysWith: { a, _ in a })
  }

  private static func isModule(_ path: String) -> Bool {
    path.hasSuffix(".xml") && (path.hasPrefix("modules/") || path.contains("/modules/"))
  }

  private static func isSchema(_ path: String) -> Bool {
    path.hasSuffix(".sch") && (path.hasPrefix("modules/") || path.contains("/modules/"))
  }

  private static func verifyUnique(_ loaded: [ModuleReader.Module]) throws {
    var paths: [String: String] = [:]
    for module in loaded {
      guard let first = paths.updateValue(module.path, forKey: module.id) else { continue }
      throw DataFileError(
        path: module.path, line: module.line,
        message: .init(
          vi: "mã mô-đun “\(module.id)” đã dùng trong \(first); hãy đặt mã khác",
          en: "the module id \"\(module.id)\" is already used by \(first); choose another"))
    }
  }

  /// A check without a declaration would never speak and nobody would notice.
  private static func verifyDeclared(
    _ modules: [any RuleModule], in loaded: [ModuleReader.Module]
  ) throws {
    let declared = Set(loaded.flatMap { $0.rules.map(\.rule.check) })
    for module in modules {
      for check in module.checks
      where !declared.contains(.native(module: module.id, name: check.name)) {
        let file = loaded.first { $0.id == module.id }
        throw DataFileError(
          path: file?.path ?? "Rules/modules/\(module.id).xml", line: file?.line ?? 1,
          message: .init(
            vi: "phép kiểm “\(module.id)/\(check.name)” chưa có quy tắc nào khai báo; "
              + "hãy thêm <rule> cho nó",
            en: "no rule declares the check \"\(module.id)/\(check.name)\"; add a <rule> for it"))
      }
    }
  }
}
