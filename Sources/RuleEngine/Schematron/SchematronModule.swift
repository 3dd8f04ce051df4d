import LegalKnowledge
import TextMatching

extension Schematron {
  /// The schema as a module of rules, one for each assert and report of its active patterns.
  var module: ModuleReader.Module {
    var declared: [ModuleReader.Declared] = []
    for pattern in patterns {
      for (index, rule) in pattern.rules.enumerated() {
        for check in rule.checks {
          declared.append(self.declared(check, pattern: pattern, ruleIndex: index))
        }
      }
    }
    return ModuleReader.Module(id: id, version: phase, path: path, line: line, rules: declared)
  }

  private func declared(
    _ check: Check, pattern: Pattern, ruleIndex: Int
  ) -> ModuleReader.Declared {
    let logic = SchematronCheck(
      variables: variables, pattern: pattern, ruleIndex: ruleIndex, check: check)
    var native = NativeCheck(
      name: check.id, arguments: logic.argumentNames, run: logic.observations)
    native.contexts = logic.contexts
    let rule = pattern.rules[ruleIndex]
    let title = pattern.title.isEmpty ? self.title : pattern.title
    var declaration = LocalRule.make(
      id: "\(id)/\(check.id)", level: Schematron.level(role: check.role, flag: check.flag),
      title: LocalizedText(vi: title), message: logic.template,
      shape: check.isReport ? "report" : "assert", path: path, line: check.line)
    declaration.query = RuleEngine.Rule.Query(
      isReport: check.isReport, context: rule.contextSource, test: check.testSource,
      pattern: pattern.id, patternTitle: pattern.title, ruleID: rule.id,
      ruleKey: "\(id)/\(pattern.id)/\(ruleIndex)", role: check.role, flag: check.flag)
    return ModuleReader.Declared(rule: declaration, check: native)
  }

  /// What the words of `role` or `flag` say; a warning when they say nothing known.
  static func level(role: String?, flag: String?) -> Severity {
    for word in [role, flag].compactMap({ $0?.lowercased() }) {
      switch word {
      case "fatal", "error", "err": return .error
      case "warning", "warn", "caution": return .warning
      case "info", "information", "informational", "note", "hint": return .note
      default: continue
      }
    }
    return .warning
  }
}

/// A rule of a local office without conditions.
private enum LocalRule {
  static func make(
    id: String, level: Severity, title: LocalizedText, message: LocalizedText, shape: String,
    path: String, line: Int
  ) -> Rule {
    Rule(
      id: id, tier: .local, strength: .mandatory, from: nil, until: nil,
      severities: [Rule.SeverityCase(level: level)], kinds: [], stages: [], bases: [],
      title: title, why: LocalizedText(vi: ""), messages: ["": message], fix: nil,
      check: .shape(shape), examples: [], path: path, line: line)
  }
}
