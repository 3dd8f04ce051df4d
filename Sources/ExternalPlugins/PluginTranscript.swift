import DocumentAnalysis
import JSONReading
import LegalKnowledge

/// What a plug-in has sent, read as a conversation reads it, without a plug-in.
package enum PluginTranscript {
  /// Reads the line of a greeting and that of an answer to the question about `document`, number 0.
  /// - Returns: whether both hold.
  @discardableResult
  package static func read(
    _ lines: [[UInt8]], document: RecognisedDocument, law: LegalKnowledge
  ) -> Bool {
    do throws(PluginFault) {
      let terms = Greeting.Terms(taken: ["tool"], kinds: law.kinds.map(\.id), command: "mau")
      guard let first = lines.first else { return false }
      let hello = try ExternalPlugin.message(try ExternalPlugin.node(of: first), named: "hello")
      let greeting = try Greeting(hello, terms: terms)
      guard lines.count > 1 else { return false }
      let result = try ExternalPlugin.message(
        try ExternalPlugin.node(of: lines[1]), named: "result")
      _ = try Answer(result, number: 0, document: document, rules: greeting.rules)
      return true
    } catch {
      return false
    }
  }
}
