import DataFiles
import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching
import YAMLReading

extension Configuration {
  /// Reads a configuration, strictly. What it says of rules and kinds is verified when they are
  /// there: `verify(rules:kinds:)`.
  /// - Parameters:
  ///   - path: as shown in messages.
  ///   - base: put before the relative paths that the file names, so that they can be opened: its
  ///     folder with a `/` at the end, or nothing.
  /// - Throws: `DataFileError`.
  public init(parsing bytes: [UInt8], path: String, base: String) throws {
    let root: YAMLNode
    do throws(YAMLError) {
      root = try YAMLNode(parsing: bytes)
    } catch {
      throw DataFileError(path: path, at: error.position, message: error.message)
    }
    self.init(path: path)
    if root.isNull { return }
    let reader = ConfigurationReader(source: ConfigurationSource(path: path), base: base)
    try reader.read(root, into: &self)
  }
}

private struct ConfigurationReader {
  let source: ConfigurationSource
  let base: String

  private static let ruleKeys = ["only", "skip", "severity"]

  func read(_ root: YAMLNode, into result: inout Configuration) throws {
    let table = try ConfigurationTable(
      root, named: "",
      keys: ["version", "lang", "fail-on", "rules", "plugins"] + ConfigurationReader.ruleKeys
        + ["overrides", "suppressions", "baseline"],
      in: source)
    if let version = table.entry("version")?.value, version.integer != 1 {
      throw source.error(
        at: version.position, vi: "“version” phải là 1", en: "\"version\" must be 1")
    }
    result.language = try table.choice("lang", among: Language.allCases.map(\.rawValue))
      .flatMap { word in Language(rawValue: word.value).map { Located($0, at: word.position) } }
    result.failOn = try table.choice(
      "fail-on", among: FailureThreshold.allCases.reversed().map(\.rawValue)
    ).flatMap { FailureThreshold(rawValue: $0.value) }
    result.rulePacks = try table.texts("rules").map(resolved)
    result.plugins = try table.list("plugins").map(plugin)
    result.rules = try ruleSettings(table)
    result.overrides = try table.list("overrides").map(override)
    result.suppressions = try table.list("suppressions").map(suppression)
    result.baseline = try table.text("baseline").map(resolved)
  }

  private func resolved(_ path: Located<String>) -> Located<String> {
    Located(resolved(path.value), at: path.position)
  }

  private func resolved(_ path: String) -> String {
    path.hasPrefix("/") ? path : base + path
  }

  // MARK: Rules

  private func ruleSettings(_ table: ConfigurationTable) throws -> Configuration.RuleSettings {
    var settings = Configuration.RuleSettings()
    settings.only = try table.texts("only")
    settings.skip = try table.texts("skip")
    let levels = Severity.allCases.reversed().map(\.rawValue) + ["off"]
    settings.severity = try table.pairs("severity").map { entry in
      let word = try table.choice(entry.value, of: entry.key, among: levels)
      return (Located(entry.key, at: entry.keyPosition), Severity(rawValue: word))
    }
    return settings
  }

  private func override(_ node: YAMLNode) throws -> Configuration.Override {
    let table = try ConfigurationTable(
      node, named: "overrides",
      keys: ["paths"] + ConfigurationReader.ruleKeys + ["kind", "stage", "as-of"], in: source)
    return Configuration.Override(
      paths: try paths("paths", of: table), rules: try ruleSettings(table),
      kind: try table.text("kind"),
      stage: try table.choice("stage", among: Stage.allCases.map(\.rawValue))
        .flatMap { Stage(rawValue: $0.value) },
      asOf: try table.day("as-of")?.value)
  }

  private func paths(_ key: String, of table: ConfigurationTable) throws -> [PathPattern] {
    let texts = try table.texts(key)
    guard !texts.isEmpty else {
      throw table.missing(
        key,
        why: LocalizedText(
          vi: "mẫu đường dẫn tính từ thư mục của tệp này, ví dụ \"du-thao/**\"",
          en: "patterns of paths from this file's folder, for example \"drafts/**\""))
    }
    return texts.map { PathPattern($0.value) }
  }

  // MARK: Suppressions

  private func suppression(_ node: YAMLNode) throws -> Located<Suppression> {
    let table = try ConfigurationTable(
      node, named: "suppressions",
      keys: ["rule", "path", "fingerprint", "text", "reason", "owner", "expires"], in: source)
    let fingerprint = try table.text("fingerprint")
    if let fingerprint, !ConfigurationReader.isFingerprint(fingerprint.value) {
      throw source.error(
        at: fingerprint.position,
        vi: "“fingerprint” là 32 chữ số hệ 16, chép từ báo cáo JSON",
        en: "\"fingerprint\" is 32 hexadecimal digits, copied from the JSON report")
    }
    let suppression = Suppression(
      rule: try table.required("rule").value, paths: try paths("path", of: table),
      fingerprint: fingerprint?.value, text: try table.text("text")?.value,
      reason: try table.required(
        "reason",
        why: LocalizedText(vi: "vì sao bỏ qua", en: "why the finding is set aside")
      ).value,
      owner: try table.text("owner")?.value, expires: try table.day("expires")?.value)
    return Located(suppression, at: table.entry("rule")?.value.position ?? node.position)
  }

  private static func isFingerprint(_ text: String) -> Bool {
    text.utf8.count == 32
      && text.utf8.allSatisfy { unit in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(unit)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(unit)
      }
  }

  // MARK: Plug-ins

  /// A command alone, or a mapping with limits.
  private func plugin(_ node: YAMLNode) throws -> Located<PluginSetting> {
    if let command = node.text, !command.isEmpty {
      return Located(setting([command]), at: node.position)
    }
    let table = try ConfigurationTable(
      node, named: "plugins", keys: ["command", "time-seconds", "memory-megabytes"], in: source)
    let command = try table.texts("command").map(\.value)
    guard !command.isEmpty else {
      throw table.missing(
        "command",
        why: LocalizedText(
          vi: "tệp chạy được, kèm tham số nếu có, dạng [tệp, tham số, …]",
          en: "an executable, with its arguments if any, as [file, argument, …]"))
    }
    var setting = setting(command)
    setting.timeSeconds = try table.integer("time-seconds", in: 1...3600)
    setting.memoryMegabytes = try table.integer("memory-megabytes", in: 16...65_536)
    return Located(setting, at: node.position)
  }

  /// A bare name is looked for in `PATH`; a path is relative to the file.
  private func setting(_ command: [String]) -> PluginSetting {
    guard let name = command.first, name.contains("/") else {
      return PluginSetting(command: command)
    }
    let path = resolved(name)
    // Without a slash it would be looked for in `PATH`.
    return PluginSetting(
      command: [path.contains("/") ? path : "./\(path)"] + command.dropFirst())
  }
}
