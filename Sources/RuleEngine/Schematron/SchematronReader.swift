import DataFiles
import TextMatching
import XMLReading
import XPathQueries

/// Reads a Schematron file. Its queries are XPath 1.0 over the Akoma Ntoso tree.
struct SchematronReader {
  /// `--phase`; nil: the schema's default.
  let wanted: String?

  private static let rich: Set<String> = ["icon", "see", "fpi"]
  private static let bindings: Set<String> = ["xslt", "xslt1", "xpath", "xpath1"]

  func read(_ file: DataFile) throws -> Schematron {
    // Refuses a DOCTYPE, another root element or namespace, with words of its own.
    _ = try DataElement.root(of: file, named: "schema", namespace: SchematronElement.namespace)
    let document = try XMLDocument(parsing: file.bytes)
    defer { withExtendedLifetime(document) {} }
    let root = SchematronElement(node: document.root, path: file.path)
    var reading = SchemaReading(root, id: try moduleID(root), wanted: wanted)
    return try reading.schema()
  }

  /// The file's name, which is the module's id.
  private func moduleID(_ root: SchematronElement) throws(DataFileError) -> String {
    let name = root.path.split(separator: "/").last ?? ""
    let id = String(name.dropLast(".sch".count))
    let isPlain =
      !id.isEmpty && !id.hasPrefix("-") && !id.hasSuffix("-") && id != ModuleReader.reservedID
      && id.utf8.allSatisfy { unit in
        (0x61...0x7A).contains(unit) || (0x30...0x39).contains(unit) || unit == 0x2D
      }
    if isPlain { return id }
    throw root.error(
      vi: "tên tệp là mã mô-đun, chỉ gồm chữ thường không dấu, chữ số và dấu nối: ten-goi.sch",
      en: "the file's name is the module's id: lower-case letters, digits and hyphens, name.sch")
  }

  // MARK: -

  /// One schema being read.
  private struct SchemaReading {
    private static let attributes: Set<String> = rich.union([
      "id", "schemaVersion", "defaultPhase", "queryBinding",
    ])
    private static let patternAttributes: Set<String> = rich.union([
      "id", "abstract", "is-a", "role", "documents",
    ])
    private static let ruleAttributes: Set<String> = rich.union([
      "id", "context", "abstract", "role", "flag", "subject",
    ])
    private static let checkAttributes: Set<String> = rich.union([
      "id", "test", "role", "flag", "diagnostics", "subject", "properties",
    ])

    let root: SchematronElement
    let id: String
    let wanted: String?
    private var environment = PaperQueries.environment
    private var diagnostics: [String: SchematronElement] = [:]
    private var abstractPatterns: [String: SchematronElement] = [:]
    private var abstractRules: [String: SchematronElement] = [:]
    private var used: Set<String> = []

    init(_ root: SchematronElement, id: String, wanted: String?) {
      self.root = root
      self.id = id
      self.wanted = wanted
    }

    mutating func schema() throws(DataFileError) -> Schematron {
      try root.expect(attributes: SchemaReading.attributes)
      let binding = root.optional("queryBinding") ?? "xslt"
      guard bindings.contains(binding.lowercased()) else {
        throw root.error(
          vi: "queryBinding “\(binding)” không dùng được; chỉ có xslt hoặc xpath (XPath 1.0)",
          en: "queryBinding \"\(binding)\" is not supported; only xslt or xpath (XPath 1.0)")
      }
      let children = try root.children([
        "title", "ns", "p", "let", "phase", "pattern", "diagnostics",
      ])
      for child in children where child.name == "ns" {
        try child.expect(attributes: ["prefix", "uri"])
        environment.namespaces[try child.required("prefix")] = try child.required("uri")
      }
      for child in children where child.name == "diagnostics" { try collect(child) }
      let patterns = children.filter { $0.name == "pattern" }
      try collectAbstract(patterns)
      let phases = children.filter { $0.name == "phase" }
      let phase = try chosen(phases)
      var variables = try self.variables(of: children)
      var active: Set<String>?
      if let phase {
        let parts = try phase.children(["p", "let", "active"])
        variables += try self.variables(of: parts)
        active = try activePatterns(parts, among: patterns)
      }
      let outer = environment
      var read: [Schematron.Pattern] = []
      for (index, pattern) in patterns.enumerated() {
        environment = outer
        try pattern.expect(attributes: SchemaReading.patternAttributes)
        if try pattern.flag("abstract") { continue }
        let patternID = pattern.optional("id")
        if let active, !active.contains(patternID ?? "") { continue }
        read.append(try self.pattern(pattern, id: patternID ?? "pattern-\(index + 1)"))
      }
      return Schematron(
        id: id, title: children.first { $0.name == "title" }?.text ?? id, path: root.path,
        line: root.line, variables: variables, patterns: read,
        phase: phase?.optional("id") ?? "#ALL",
        phases: phases.compactMap { $0.optional("id") })
    }

    // MARK: Phases

    private func chosen(
      _ phases: [SchematronElement]
    ) throws(DataFileError) -> SchematronElement? {
      for phase in phases { try phase.expect(attributes: rich.union(["id"])) }
      let fallback = root.optional("defaultPhase")
      let name = wanted.flatMap { $0 == "#DEFAULT" ? nil : $0 } ?? fallback ?? "#ALL"
      if name == "#ALL" { return nil }
      if let phase = phases.first(where: { $0.optional("id") == name }) { return phase }
      // Another schema may have the phase that was asked for; this one then runs as it would.
      if name == wanted {
        guard let fallback, fallback != "#ALL" else { return nil }
        return phases.first { $0.optional("id") == fallback }
      }
      throw root.error(
        vi: "defaultPhase “\(name)” không có <phase> nào",
        en: "there is no <phase> for defaultPhase \"\(name)\"")
    }

    private func activePatterns(
      _ parts: [SchematronElement], among patterns: [SchematronElement]
    ) throws(DataFileError) -> Set<String> {
      var active: Set<String> = []
      let known = patterns.compactMap { $0.optional("id") }
      for part in parts where part.name == "active" {
        try part.expect(attributes: ["pattern"])
        let name = try part.required("pattern")
        guard known.contains(name) else { throw part.missing("pattern", name, among: known) }
        active.insert(name)
      }
      return active
    }

    // MARK: What others refer to

    private mutating func collect(_ element: SchematronElement) throws(DataFileError) {
      for diagnostic in try element.children(["diagnostic"]) {
        try diagnostic.expect(attributes: rich.union(["id", "role"]))
        diagnostics[try diagnostic.required("id")] = diagnostic
      }
    }

    private mutating func collectAbstract(
      _ patterns: [SchematronElement]
    ) throws(DataFileError) {
      for pattern in patterns {
        if try pattern.flag("abstract") {
          abstractPatterns[try pattern.required("id")] = pattern
        }
        for child in pattern.node.children
        where child.namespace == SchematronElement.namespace && child.name == "rule" {
          let rule = SchematronElement(node: child, path: pattern.path)
          if try rule.flag("abstract") { abstractRules[try rule.required("id")] = rule }
        }
      }
    }

    /// Each variable may name those before it.
    private mutating func variables(
      of elements: [SchematronElement]
    ) throws(DataFileError) -> [Schematron.Variable] {
      var variables: [Schematron.Variable] = []
      for element in elements where element.name == "let" {
        try element.expect(attributes: ["name", "value"])
        let name = try element.required("name")
        variables.append(
          Schematron.Variable(name: name, value: try query(element, "value")))
        environment.variables.insert(name)
      }
      return variables
    }

    // MARK: Patterns and rules

    private mutating func pattern(
      _ element: SchematronElement, id: String
    ) throws(DataFileError) -> Schematron.Pattern {
      var element = element
      let title = element.node.children.first { $0.name == "title" }
        .map { Locator.collapsed($0.text) }
      if let model = element.optional("is-a") {
        guard let found = abstractPatterns[model] else {
          throw element.missing("is-a", model, among: abstractPatterns.keys.sorted())
        }
        var parameters: [String: String] = [:]
        for parameter in try element.children(["param", "title", "p"])
        where parameter.name == "param" {
          try parameter.expect(attributes: ["name", "value"])
          parameters[try parameter.required("name")] = try parameter.required("value")
        }
        element = found
        element.parameters = parameters
      }
      let children = try element.children(["title", "p", "let", "rule", "param"])
      let variables = try self.variables(of: children)
      let outer = environment
      var rules: [Schematron.Rule] = []
      for child in children where child.name == "rule" {
        environment = outer
        try child.expect(attributes: SchemaReading.ruleAttributes)
        if try child.flag("abstract") { continue }
        rules.append(try rule(child, pattern: id))
      }
      return Schematron.Pattern(
        id: id, title: title ?? children.first { $0.name == "title" }?.text ?? "",
        variables: variables, rules: rules)
    }

    private mutating func rule(
      _ element: SchematronElement, pattern: String
    ) throws(DataFileError) -> Schematron.Rule {
      let context = try query(element, "context", as: .pattern)
      let parts = try contents(of: element, depth: 0)
      let variables = try self.variables(of: parts)
      var checks: [Schematron.Check] = []
      for part in parts where part.name == "assert" || part.name == "report" {
        checks.append(try check(part, in: element, pattern: pattern))
      }
      return Schematron.Rule(
        id: element.optional("id"), context: context,
        contextSource: try element.required("context"), variables: variables, checks: checks)
    }

    /// The rule's children, those of the abstract rules it extends in their place.
    private func contents(
      of rule: SchematronElement, depth: Int
    ) throws(DataFileError) -> [SchematronElement] {
      var result: [SchematronElement] = []
      for child in try rule.children(["p", "let", "assert", "report", "extends"]) {
        guard child.name == "extends" else {
          result.append(child)
          continue
        }
        try child.expect(attributes: ["rule"])
        let name = try child.required("rule")
        guard var model = abstractRules[name], depth < 16 else {
          throw child.missing("rule", name, among: abstractRules.keys.sorted())
        }
        model.parameters = rule.parameters
        result += try contents(of: model, depth: depth + 1)
      }
      return result
    }

    private mutating func check(
      _ element: SchematronElement, in rule: SchematronElement, pattern: String
    ) throws(DataFileError) -> Schematron.Check {
      try element.expect(attributes: SchemaReading.checkAttributes)
      var notes: [Schematron.Diagnostic] = []
      for name in element.words("diagnostics") {
        guard var diagnostic = diagnostics[name] else {
          throw element.missing("diagnostics", name, among: diagnostics.keys.sorted())
        }
        diagnostic.parameters = element.parameters
        notes.append(
          Schematron.Diagnostic(
            id: name, language: diagnostic.language, message: try message(diagnostic)))
      }
      let message = try message(element)
      guard !message.pieces.isEmpty else {
        throw element.error(
          vi: "<\(element.name)> chưa có lời báo", en: "<\(element.name)> has no message")
      }
      let test = try element.required("test")
      let subject = element.optional("subject") ?? rule.optional("subject")
      return Schematron.Check(
        isReport: element.name == "report",
        id: identifier(element, [pattern, rule.optional("context") ?? "", element.name, test]),
        test: try query(element, "test"), testSource: test,
        role: element.optional("role") ?? rule.optional("role"),
        flag: element.optional("flag") ?? rule.optional("flag"),
        subject: try subject.map { (source) throws(DataFileError) in
          try RuleQuery(
            source, as: .expression, attribute: "subject", path: element.path, line: element.line,
            environment: environment)
        }, message: message, diagnostics: notes, line: element.line)
    }

    /// Its own id; else one made of what it says, which edits elsewhere do not change.
    private mutating func identifier(_ element: SchematronElement, _ parts: [String]) -> String {
      let digest = SHA256.hex(of: parts.joined(separator: "\u{1F}").utf8).prefix(8)
      let base = element.optional("id") ?? "\(element.name)-\(digest)"
      var id = base
      var ordinal = 1
      while !used.insert(id).inserted {
        ordinal += 1
        id = "\(base)-\(ordinal)"
      }
      return id
    }

    // MARK: Expressions and messages

    private func query(
      _ element: SchematronElement, _ attribute: String, as form: RuleQuery.Form = .expression
    ) throws(DataFileError) -> RuleQuery {
      let query = try RuleQuery(
        try element.required(attribute), as: form, attribute: attribute, path: element.path,
        line: element.line, environment: environment)
      try query.verifyPatterns()
      return query
    }

    private func message(
      _ element: SchematronElement
    ) throws(DataFileError) -> Schematron.Message {
      var pieces: [Schematron.Message.Piece] = []
      for content in element.node.content {
        switch content {
        case .text(let text): pieces.append(.text(text))
        case .element(let node):
          let child = SchematronElement(
            node: node, path: element.path, parameters: element.parameters)
          guard node.namespace == SchematronElement.namespace else { continue }
          switch node.name {
          case "value-of":
            try child.expect(attributes: ["select"])
            pieces.append(.value(try query(child, "select")))
          case "name":
            try child.expect(attributes: ["path"])
            let source = "local-name(\(child.optional("path") ?? "."))"
            pieces.append(
              .value(
                try RuleQuery(
                  source, as: .expression, attribute: "path", path: child.path, line: child.line,
                  environment: environment)))
          case "emph", "span", "dir": pieces.append(.text(node.text))
          default:
            throw child.error(
              vi: "phần tử lạ <\(node.name)> trong lời báo; được dùng: value-of, name, emph, span, "
                + "dir",
              en: "unknown element <\(node.name)> in a message; allowed: value-of, name, emph, "
                + "span, dir")
          }
        }
      }
      let isBlank = pieces.allSatisfy { piece in
        if case .text(let text) = piece { text.allSatisfy(\.isWhitespace) } else { false }
      }
      return Schematron.Message(language: element.language, pieces: isBlank ? [] : pieces)
    }
  }
}

extension SchematronElement {
  fileprivate func missing(
    _ attribute: String, _ name: String, among known: [String]
  ) -> DataFileError {
    let near = EditDistance.suggestion(for: name, among: known)
    return error(
      vi: "\(attribute): không có “\(name)”" + (near.map { "; có phải “\($0)”?" } ?? ""),
      en: "\(attribute): there is no \"\(name)\""
        + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
  }
}
