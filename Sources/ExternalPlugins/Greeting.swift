import DocumentAnalysis
import JSONReading
import LegalKnowledge
import RuleEngine
import TextMatching

/// A plug-in's answer to the greeting: who it is and what it checks.
struct Greeting {
  var id: String
  var rules: [DeclaredRule]

  /// A rule with the way its findings are worded.
  struct DeclaredRule: Sendable {
    /// In the plug-in's own words, without its id.
    var name: String
    var rule: Rule
    /// What each finding must give for the declared message; nil: the finding brings its message.
    var arguments: Set<String>?
  }

  /// What a greeting is judged by.
  struct Terms: Sendable {
    /// Module ids already in use.
    var taken: Set<String>
    /// Ids of the kinds of document.
    var kinds: [String]
    /// How the plug-in was started, to say where its rules come from.
    var command: String
  }

  init(_ node: JSONNode, terms: Terms) throws(PluginFault) {
    let hello = try MessageObject(node, at: "hello", allowing: ["protocol", "plugin", "rules"])
    let version = try hello.integer("protocol")
    guard PluginProtocol.versions.contains(version) else { throw .version(version) }
    let plugin = try MessageObject(
      try hello.required("plugin"), at: "hello.plugin", allowing: ["id", "version"])
    id = try plugin.identifier("id")
    _ = try plugin.string("version")
    guard !terms.taken.contains(id) else {
      throw plugin.fault(
        "id", vi: "mã “\(id)” đã có mô-đun khác dùng; hãy đặt mã khác",
        en: "the id \"\(id)\" is taken by another module; choose another")
    }
    rules = []
    for (node, path) in try hello.items("rules", atMost: PluginProtocol.rules) {
      let declared = try Greeting.rule(node, path, plugin: id, terms)
      guard !rules.contains(where: { $0.name == declared.name }) else {
        throw MessageObject.fault(
          "\(path).id", vi: "“\(declared.name)” đã khai báo ở trên",
          en: "\"\(declared.name)\" is declared above")
      }
      rules.append(declared)
    }
    guard !rules.isEmpty else {
      throw hello.fault("rules", vi: "phải có ít nhất một quy tắc", en: "must hold a rule at least")
    }
  }

  private static let names = [
    "id", "severity", "tier", "strength", "from", "until", "applies", "title", "why", "message",
    "fix",
  ]

  private static func rule(
    _ node: JSONNode, _ path: String, plugin: String, _ terms: Terms
  ) throws(PluginFault) -> DeclaredRule {
    let object = try MessageObject(node, at: path, allowing: names)
    let name = try object.identifier("id")
    let tier = try object.choice("tier", as: Tier.self)
    guard tier == .local || tier == .practice else {
      throw object.fault(
        "tier", vi: "phần bổ trợ chỉ khai báo được quy tắc bậc “local” hoặc “practice”",
        en: "a plug-in may only declare rules of tier \"local\" or \"practice\"")
    }
    var kinds: [String] = []
    var stages: [String] = []
    if let node = object.member("applies") {
      let applies = try MessageObject(node, at: "\(path).applies", allowing: ["kinds", "stages"])
      kinds = try applies.words("kinds", known: terms.kinds)
      stages = try applies.words("stages", known: Stage.allCases.map(\.rawValue))
    }
    let template = try object.optionalText("message")
    let arguments = try template.map { text throws(PluginFault) in try placeholders(text, object) }
    let severity = try object.choice("severity", as: Severity.self)
    let rule = Rule(
      id: "\(plugin)/\(name)", tier: tier,
      strength: try object.choice("strength", as: Strength.self, default: .recommended),
      from: try object.day("from"), until: try object.day("until"),
      severities: [Rule.SeverityCase(level: severity)], kinds: kinds, stages: stages, bases: [],
      title: try object.text("title"), why: try object.optionalText("why") ?? .init(vi: ""),
      messages: ["": template ?? Answer.ownMessage], fix: try fix(object),
      check: .external(plugin: plugin), examples: [], path: terms.command, line: 0)
    return DeclaredRule(name: name, rule: rule, arguments: arguments)
  }

  private static func fix(_ rule: MessageObject) throws(PluginFault) -> Rule.FixAdvice? {
    guard let node = rule.member("fix") else { return nil }
    let object = try MessageObject(node, at: "\(rule.path).fix", allowing: ["kind", "safety"])
    return Rule.FixAdvice(
      kind: try object.choice("kind", as: Fix.Kind.self),
      safety: try object.optionalText("safety") ?? LocalizedText(vi: ""))
  }

  /// The `{…}` of a message, without those that the program fills in itself.
  private static func placeholders(
    _ text: LocalizedText, _ object: MessageObject
  ) throws(PluginFault) -> Set<String> {
    var names: Set<String> = []
    for words in [text.vi, text.en] {
      guard let template = MessageTemplate(words) else {
        throw object.fault(
          "message", vi: "dấu { } không khớp thành cặp", en: "the braces { } do not pair up")
      }
      names.formUnion(template.arguments)
    }
    return names.subtracting(MessageTemplate.common)
  }
}
