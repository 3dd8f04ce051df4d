import DocumentAnalysis
import JSONWriting
import TextMatching

/// What the program says to a plug-in: one line each.
enum Request {
  static func hello(tool: String, version: String, language: Language) -> [UInt8] {
    line(
      "hello",
      [
        ("protocols", .array(PluginProtocol.versions.map(JSONValue.integer))),
        ("tool", .object([("name", .string(tool)), ("version", .string(version))])),
        ("language", .string(language.rawValue)),
      ])
  }

  /// - Parameters:
  ///   - number: counts what this plug-in has been asked, from 1.
  ///   - rules: names of the rules that are wanted.
  static func check(_ question: PluginQuestion, number: Int, rules: [String]) -> [UInt8] {
    let document = question.document
    let date = document.date
    return line(
      "check",
      [
        ("document", .integer(number)),
        ("path", .string(question.path)),
        ("format", .string(document.source.format.rawValue)),
        ("kind", .string(document.kind.id ?? "unknown")),
        ("stage", .string(document.stage.rawValue)),
        (
          "issuer",
          .object([
            ("name", .optional(document.issuer.name)),
            ("level", .optional(document.issuer.level?.rawValue)),
          ])
        ),
        (
          "date",
          .object([
            ("value", .string(date.earliest.iso)), ("latest", .string(date.latest.iso)),
            ("source", .string(date.source.rawValue)),
          ])
        ),
        ("asOf", .string(date.earliest.iso)),
        ("regime", .optional(question.regime)),
        ("rules", .array(rules.map(JSONValue.string))),
        ("tree", .string(question.tree)),
      ])
  }

  static let shutdown = line("shutdown", [])

  private static func line(_ name: String, _ members: [(String, JSONValue)]) -> [UInt8] {
    Array((JSONValue.object([(name, .object(members))]).line() + "\n").utf8)
  }
}

/// One document, as plug-ins are asked about it.
struct PluginQuestion {
  var path: String
  var document: RecognisedDocument
  /// Id of the regime on the as-of date.
  var regime: String?
  /// The document as Akoma Ntoso.
  var tree: String
}
