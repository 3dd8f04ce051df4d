import Configuration
import DocumentAnalysis
import DocumentModel
import FixtureSupport
import LegalKnowledge
import RuleEngine

@testable import ExternalPlugins

/// A paper of plain paragraphs.
func paper(_ paragraphs: String...) throws -> RecognisedDocument {
  let day = CivilDate(iso: "2025-01-15") ?? CivilDate(dayNumber: 0)
  return RecognisedDocument(
    source: SourceDocument(
      format: .text,
      parts: [
        DocumentPart(name: "text", role: .body, blocks: paragraphs.map { Block(text: $0) })
      ]),
    kind: RecognisedKind(id: "ke-hoach", evidence: .typeName, family: .administrative),
    stage: .issued, date: DocumentDate(earliest: day, latest: day, source: .placeDate),
    planYear: nil, issuer: Issuer(), components: Components(), outline: [], citations: [],
    dates: [])
}

/// A rule `a` whose findings bring their message, and a rule `b` that declares its own.
let twoRules = """
  {"id":"a","severity":"warning","tier":"local","title":{"vi":"A"}},\
  {"id":"b","severity":"error","tier":"local","strength":"mandatory","title":{"vi":"B","en":"B"},\
  "message":{"vi":"Từ “{word}”","en":"Word {word}"}}
  """

/// The answer of a well-behaved plug-in to the greeting, as a shell command.
func greeting(id: String = "mau", rules: String = twoRules, version: Int = 1) -> String {
  """
  read -r hello; echo '{"hello":{"protocol":\(version),\
  "plugin":{"id":"\(id)","version":"1.0"},"rules":[\(rules)]}}'
  """
}

/// A command that answers a request, as a shell command.
func answer(_ findings: String, document: Int = 1) -> String {
  "read -r check; echo '{\"result\":{\"document\":\(document),\"findings\":[\(findings)]}}'"
}

/// A plug-in written as a shell script.
func script(_ commands: String..., seconds: Int = 20, megabytes: Int? = nil) -> PluginSetting {
  PluginSetting(
    command: ["/bin/sh", "-c", commands.joined(separator: "\n")], timeSeconds: seconds,
    memoryMegabytes: megabytes)
}

/// A run with plug-ins.
struct Run {
  let host: PluginHost
  let rules: [Rule]

  init(_ settings: PluginSetting..., taken: Set<String> = ["tool", "structure"]) throws {
    host = PluginHost(settings)
    rules = host.greet(
      tool: "tdktlint", version: "1.2.3", language: .vi, taken: taken, law: try RulesData.law())
  }

  func ask(_ document: RecognisedDocument, path: String = "a.txt") throws -> [ExternalObservation] {
    host.observations(of: document, path: path, rules: rules, law: try RulesData.law())
  }
}
