import TextMatching

/// An option of a command, as declared.
struct OptionSpec: Sendable {
  enum Value: Sendable {
    case none
    /// Any word; the name stands for it in help.
    case word(String)
    case oneOf([String])
  }
  /// With its dashes: `--format`.
  var name: String
  /// `-o`
  var short: String?
  var value: Value
  var isRepeatable = false
  var help: LocalizedText

  init(
    _ name: String, short: String? = nil, _ value: Value = .none, isRepeatable: Bool = false,
    vi: String, en: String
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.isRepeatable = isRepeatable
    help = LocalizedText(vi: vi, en: en)
  }

  /// `-o, --output FILE`
  var synopsis: String {
    let names = [short, name].compactMap { $0 }.joined(separator: ", ")
    switch value {
    case .none: return names
    case .word(let word): return "\(names) \(word)"
    case .oneOf(let words): return "\(names) \(words.joined(separator: "|"))"
    }
  }
}

/// A command, as declared.
struct CommandSpec: Sendable {
  var name: String
  /// What follows the options: `PATH...`
  var operands: String
  var summary: LocalizedText
  /// Further lines of its help.
  var detail: LocalizedText
  var options: [OptionSpec]

  func help(_ language: Language) -> String {
    func said(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
    let words = operands.isEmpty ? "" : " \(operands)"
    var text = said("Cách dùng: ", "Usage: ") + "tdktlint \(name) [\(said("tuỳ chọn", "options"))]"
    text += "\(words)\n\n\(summary[language])\n"
    if !detail[language].isEmpty { text += "\n\(detail[language])\n" }
    text += "\n\(said("Tuỳ chọn", "Options")):\n"
    for option in options + [Commands.help] {
      text += "  \(option.synopsis)\n      \(option.help[language])\n"
    }
    return text
  }
}

/// What a command line said.
struct ParsedArguments {
  private(set) var values: [String: [String]] = [:]
  private(set) var operands: [String] = []

  /// The last value given; nil when the option was not.
  func value(_ option: String) -> String? { values[option]?.last }
  func all(_ option: String) -> [String] { values[option] ?? [] }
  func has(_ option: String) -> Bool { values[option] != nil }

  /// Reads `arguments` by `spec`: `--name value`, `--name=value`, `-o value`; `--` ends the options,
  /// and `-` alone is an operand.
  init(_ arguments: [String], spec: CommandSpec) throws {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        return
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      let equals = argument.hasPrefix("--") ? argument.firstIndex(of: "=") : nil
      let name = equals.map { String(argument[..<$0]) } ?? argument
      let option = try ParsedArguments.option(name, in: spec)
      var value = equals.map { String(argument[argument.index(after: $0)...]) }
      if case .none = option.value {
        if value != nil {
          throw UsageError(vi: "\(name) không nhận giá trị", en: "\(name) takes no value")
        }
        value = ""
      } else if value == nil {
        value = rest.popFirst()
      }
      try record(value, for: option)
    }
  }

  private mutating func record(_ value: String?, for option: OptionSpec) throws {
    guard let value else {
      throw UsageError(
        vi: "thiếu giá trị sau \(option.name) (\(option.synopsis))",
        en: "\(option.name) needs a value (\(option.synopsis))")
    }
    if case .oneOf(let words) = option.value, !words.contains(value) {
      throw UsageError.bad(value: value, of: option.name, known: words)
    }
    if !option.isRepeatable, let other = values[option.name]?.last, other != value {
      throw UsageError(
        vi: "\(option.name) được nêu hai lần với giá trị khác nhau",
        en: "\(option.name) is given twice with different values")
    }
    values[option.name, default: []].append(value)
  }

  private static func option(_ name: String, in spec: CommandSpec) throws -> OptionSpec {
    if let option = spec.options.first(where: { $0.name == name || $0.short == name }) {
      return option
    }
    let near = EditDistance.suggestion(for: name, among: spec.options.map(\.name))
    throw UsageError(
      vi: "tuỳ chọn lạ “\(name)” của lệnh \(spec.name)"
        + (near.map { "; có phải “\($0)”?" } ?? "; xem tdktlint \(spec.name) --help"),
      en: "unknown option \"\(name)\" of \(spec.name)"
        + (near.map { "; did you mean \"\($0)\"?" } ?? "; see tdktlint \(spec.name) --help"))
  }
}

extension UsageError {
  /// A value outside its list, with "did you mean".
  static func bad(value: String, of option: String, known: [String]) -> UsageError {
    let near = EditDistance.suggestion(for: value, among: known)
    let list = known.joined(separator: ", ")
    return UsageError(
      vi: "\(option) không nhận “\(value)”" + (near.map { "; có phải “\($0)”?" } ?? "")
        + "; được dùng: \(list)",
      en: "\(option) does not take \"\(value)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? "")
        + "; allowed: \(list)")
  }
}
