import RuleEngine
import TextMatching
import XMLWriting

/// Schematron Validation Report Language (ISO/IEC 19757-3, Annex D), one report for all documents.
///
/// A pattern of a Schematron schema is an active pattern; so is each other module of rules. Before
/// what a rule has to say of a document comes its fired rule, also when it has nothing to say.
/// Locations are XPath over the document's Akoma Ntoso tree (`inspect --format akn`).
public struct SVRLReporter {
  /// Namespace of the report, and those of the tree.
  private static let namespace = "http://purl.oclc.org/dsdl/svrl"
  private static let prefixes = [
    ("akn", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"),
    ("tdkt", "urn:tdktlint:document:1"),
  ]

  private let rules: [Rule]
  private let language: Language

  /// - Parameters:
  ///   - report: with the rules that were asked in each document (`DocumentReport.fired`).
  ///   - rules: all rules of the run, in their order.
  ///   - phase: the Schematron phase, as asked for.
  public static func render(
    _ report: Report, rules: [Rule], phase: String?, language: Language
  ) -> String {
    let reporter = SVRLReporter(rules: rules, language: language)
    var elements = prefixes.map {
      XMLElement("svrl:ns-prefix-in-attribute-values", ["prefix": $0.0, "uri": $0.1])
    }
    let spoken = report.documents.flatMap(reporter.elements)
    // The schema wants a pattern and a rule, also when nothing was asked.
    elements += spoken.isEmpty ? [reporter.pattern("tool"), reporter.rule("tool")] : spoken
    let root = XMLElement(
      "svrl:schematron-output",
      [
        "xmlns:svrl": namespace, "title": "\(report.tool.name) \(report.tool.version)",
        "phase": phase, "schemaVersion": report.tool.rules,
      ], elements: elements)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.serialised(isIndented: true) + "\n"
  }

  // MARK: Documents

  private func elements(of document: DocumentReport) -> [XMLElement] {
    switch document.outcome {
    case .unreadable(let error): return unreadable(document.path, error)
    case .read:
      let findings = Dictionary(
        grouping: document.findings.filter { $0.suppressed == nil }, by: \.rule)
      var elements: [XMLElement] = []
      var open: (group: String, key: String) = ("", "")
      for rule in rules where document.fired[rule.id, default: 0] > 0 || findings[rule.id] != nil {
        let place = place(of: rule)
        if place.group != open.group {
          elements.append(
            XMLElement(
              "svrl:active-pattern",
              ["id": name(place.group), "documents": document.path, "name": place.title]))
          open = (place.group, "")
        }
        if place.key != open.key {
          elements.append(firedRule(rule))
          open.key = place.key
        }
        elements += (findings[rule.id] ?? []).map { spoken($0, rule) }
      }
      return elements
    }
  }

  private func pattern(_ id: String) -> XMLElement { XMLElement("svrl:active-pattern", ["id": id]) }

  private func rule(_ id: String) -> XMLElement {
    XMLElement("svrl:fired-rule", ["id": id, "context": "/"])
  }

  /// Words that go for an error of the input itself.
  private func unreadable(_ path: String, _ error: InputError) -> [XMLElement] {
    [
      XMLElement(
        "svrl:active-pattern",
        ["id": "tool.unreadable", "documents": path, "name": "tool/unreadable"]),
      XMLElement("svrl:fired-rule", ["id": "tool.unreadable", "context": "/", "role": "error"]),
      XMLElement(
        "svrl:failed-assert",
        [
          "id": "tool.unreadable.\(error.code)", "location": "/", "test": "readable",
          "role": "error",
        ], elements: [text("\(error.message[language]) \(error.hint[language])")]),
    ]
  }

  /// The active pattern a rule belongs to, and what it shares a fired rule with.
  private func place(of rule: Rule) -> (group: String, key: String, title: String) {
    let module = String(rule.id.prefix { $0 != "/" })
    guard let query = rule.query, let pattern = query.pattern else {
      return (module, rule.id, module)
    }
    let title = query.patternTitle.flatMap { $0.isEmpty ? nil : $0 } ?? pattern
    return ("\(module)/\(pattern)", query.ruleKey, title)
  }

  private func firedRule(_ rule: Rule) -> XMLElement {
    XMLElement(
      "svrl:fired-rule",
      [
        "id": rule.query?.pattern == nil ? name(rule.id) : rule.query?.ruleID.map(name),
        "context": rule.query?.context ?? "/akn:akomaNtoso",
      ])
  }

  // MARK: Findings

  private func spoken(_ finding: Finding, _ rule: Rule) -> XMLElement {
    var element = XMLElement(
      rule.query?.isReport == true ? "svrl:successful-report" : "svrl:failed-assert",
      [
        "id": name(rule.id), "location": location(finding),
        "test": rule.query?.test ?? rule.id, "role": finding.severity.rawValue,
        "flag": rule.query?.flag,
      ])
    for diagnostic in finding.node?.diagnostics ?? [] {
      element.children.append(
        .element(
          XMLElement(
            "svrl:diagnostic-reference", ["diagnostic": diagnostic.id],
            elements: [text(diagnostic.text)])))
    }
    element.children.append(.element(text(finding.message[language])))
    return element
  }

  /// The node, else the paragraph or heading that holds the place.
  private func location(_ finding: Finding) -> String {
    if let node = finding.node { return node.path }
    let place = finding.location
    return "//*[self::akn:p or self::akn:heading][@tdkt:block='\(place.block)']"
      + "[@tdkt:start <= \(place.start)][@tdkt:end >= \(place.end)]"
  }

  private func text(_ words: String) -> XMLElement {
    XMLElement("svrl:text", isMixed: true, [.text(words)])
  }

  /// An id without slashes: the schema wants a name.
  private func name(_ id: String) -> String {
    String(id.map { $0 == "/" || $0 == "#" || $0 == ":" ? "." : $0 })
  }
}
