import DocumentAnalysis
import JSONReading
import RuleEngine
import TextMatching

/// A plug-in's answer about one document.
struct Answer {
  var observations: [ExternalObservation] = []

  /// The template of a rule whose findings bring their own words.
  static let ownMessage = LocalizedText(vi: "{message}", en: "{message}")

  /// - Parameter number: the number the document was asked under.
  init(
    _ node: JSONNode, number: Int, document: RecognisedDocument,
    rules: [Greeting.DeclaredRule]
  ) throws(PluginFault) {
    let result = try MessageObject(node, at: "result", allowing: ["document", "findings"])
    let answered = try result.integer("document")
    guard answered == number else {
      throw result.fault(
        "document", vi: "trả lời cho văn bản số \(answered), đang hỏi số \(number)",
        en: "answers for document \(answered) where \(number) was asked")
    }
    _ = try result.required("findings")
    let reader = Reader(document: document, rules: rules)
    for (node, path) in try result.items("findings", atMost: PluginProtocol.findings) {
      observations.append(try reader.observation(node, path))
    }
  }

  private struct Reader {
    let document: RecognisedDocument
    let rules: [Greeting.DeclaredRule]

    func observation(
      _ node: JSONNode, _ path: String
    ) throws(PluginFault) -> ExternalObservation {
      let object = try MessageObject(
        node, at: path,
        allowing: [
          "rule", "block", "start", "end", "message", "arguments", "certain", "fixes", "related",
        ])
      let name = try object.string("rule")
      guard let declared = rules.first(where: { $0.name == name }) else {
        throw object.bad(value: name, at: "\(path).rule", known: rules.map(\.name))
      }
      var observation = Observation(
        at: try span(object), arguments: try arguments(object, declared),
        isCertain: try object.flag("certain", default: true))
      for (node, path) in try object.items("fixes", atMost: 100) {
        observation.fixes.append(try fix(node, path))
      }
      for (node, path) in try object.items("related", atMost: 100) {
        let other = try MessageObject(
          node, at: path, allowing: ["block", "start", "end", "message"])
        observation.related.append(
          Observation.RelatedSpan(span: try span(other), message: try other.text("message")))
      }
      return ExternalObservation(rule: declared.rule.id, observation: observation)
    }

    // MARK: Words

    private func arguments(
      _ object: MessageObject, _ declared: Greeting.DeclaredRule
    ) throws(PluginFault) -> [String: MessageArgument] {
      guard let needed = declared.arguments else {
        guard object.member("arguments") == nil else {
          throw object.fault(
            "arguments",
            vi: "quy tắc “\(declared.name)” không khai báo “message”; hãy gửi “message”",
            en: "the rule \"\(declared.name)\" declares no \"message\"; send \"message\"")
        }
        return ["message": .localized(try object.text("message"))]
      }
      guard object.member("message") == nil else {
        throw object.fault(
          "message",
          vi: "quy tắc “\(declared.name)” đã khai báo “message”; hãy gửi “arguments”",
          en: "the rule \"\(declared.name)\" declares its \"message\"; send \"arguments\"")
      }
      if needed.isEmpty, object.member("arguments") == nil { return [:] }
      let values = try MessageObject(
        try object.required("arguments"), at: "\(object.path).arguments",
        allowing: needed.sorted())
      var arguments: [String: MessageArgument] = [:]
      for name in needed.sorted() {
        let node = try values.required(name)
        if let text = node.string {
          arguments[name] = .text(text)
        } else if let number = node.integer {
          arguments[name] = .number(number)
        } else {
          arguments[name] = .localized(
            try MessageObject.text(node, at: "\(values.path).\(name)"))
        }
      }
      return arguments
    }

    private func fix(
      _ node: JSONNode, _ path: String
    ) throws(PluginFault) -> Observation.ProposedFix {
      let object = try MessageObject(node, at: path, allowing: ["kind", "description", "edits"])
      var fix = Observation.ProposedFix(
        kind: try object.choice("kind", as: Fix.Kind.self),
        description: try object.text("description"))
      for (node, path) in try object.items("edits", atMost: 100) {
        let edit = try MessageObject(
          node, at: path, allowing: ["block", "start", "end", "text"])
        guard let text = try edit.required("text").string else {
          throw edit.fault("text", vi: "phải là chuỗi", en: "must be a string")
        }
        fix.edits.append((span: try span(edit), text: Normalisation.nfc(text).text))
      }
      return fix
    }

    // MARK: Places

    /// `block`, `start`, `end` in scalars, as UTF-8 offsets.
    private func span(_ object: MessageObject) throws(PluginFault) -> TextSpan {
      let block = try object.integer("block")
      guard document.blocks.indices.contains(block) else {
        throw object.fault(
          "block", vi: "văn bản không có khối \(block) (có \(document.blocks.count) khối, từ 0)",
          en: "the document has no block \(block) (it has \(document.blocks.count), from 0)")
      }
      let text = document.blocks[block].text
      let start = try object.integer("start")
      let end = try object.integer("end")
      let count = text.unicodeScalars.count
      guard 0 <= start, start <= end, end <= count else {
        let isOrdered = 0 <= start && start <= end
        throw object.fault(
          isOrdered ? "end" : "start",
          vi: "khoảng \(start)–\(end) nằm ngoài khối \(block) (khối có \(count) ký tự)",
          en: "\(start) to \(end) is not inside block \(block), which has \(count) scalars")
      }
      return TextSpan(
        block: block, utf8: text.utf8Offset(scalar: start)..<text.utf8Offset(scalar: end))
    }
  }
}
