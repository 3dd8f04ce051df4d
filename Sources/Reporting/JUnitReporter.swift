import RuleEngine
import TextMatching
import XMLWriting

/// JUnit XML as CI servers read it: a test suite a document, a failed test case a finding of any
/// severity (`type` tells which), an error where a document could not be read, and one passed test
/// case where nothing was found. What is set aside or known is a skipped test case. Without times and
/// host names: the same run gives the same bytes.
public struct JUnitReporter {
  private let language: Language
  private var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  public static func render(_ report: Report, language: Language) -> String {
    var reporter = JUnitReporter(language: language)
    reporter.write(report)
    return reporter.text
  }

  private init(language: Language) { self.language = language }

  private mutating func write(_ report: Report) {
    let summary = report.summary
    let all = report.documents.flatMap(\.findings) + report.findings
    let failures = all.count(where: \.isActive)
    let passed =
      report.documents.count - summary.unreadable
      - report.documents.count { !$0.findings.isEmpty }
    open(
      "testsuites", report.tool.name,
      counts(
        tests: all.count + passed + summary.unreadable, failures: failures,
        errors: summary.unreadable, skipped: all.count - failures))
    for document in report.documents {
      switch document.outcome {
      case .read(let profile):
        writeSuite(document.path, profile.findings, isFile: true)
      case .unreadable(let error): writeSuite(document.path, error)
      }
    }
    // What belongs to no document has a suite named for the tool.
    if !report.findings.isEmpty {
      writeSuite(report.tool.name, report.findings, isFile: false)
    }
    text += "</testsuites>\n"
  }

  // MARK: Suites

  private mutating func writeSuite(_ path: String, _ findings: [Finding], isFile: Bool) {
    open(
      "  testsuite", path,
      counts(
        tests: max(1, findings.count), failures: findings.count(where: \.isActive), errors: 0,
        skipped: findings.count { !$0.isActive }))
    if findings.isEmpty {
      text += "    <testcase\(identity("check", path) + file(path))/>\n"
    }
    // Servers take two cases of one name for the same case, so later ones are numbered.
    var seen: [String: Int] = [:]
    for finding in findings {
      let name = "\(finding.rule) (\(finding.location.words(in: language)))"
      let number = seen[name, default: 0] + 1
      seen[name] = number
      let place =
        isFile
        ? file(path) + (finding.location.line.map { XMLText.attribute("line", "\($0)") } ?? "") : ""
      text += "    <testcase"
      text += identity(number == 1 ? name : "\(name) #\(number)", path) + place + ">\n"
      write(finding)
      text += "    </testcase>\n"
    }
    text += "  </testsuite>\n"
  }

  private mutating func writeSuite(_ path: String, _ error: InputError) {
    open("  testsuite", path, counts(tests: 1, failures: 0, errors: 1, skipped: 0))
    text += "    <testcase\(identity("read", path) + file(path))>\n"
    writeProblem("error", type: error.code, error.message[language], [error.hint[language]])
    text += "    </testcase>\n  </testsuite>\n"
  }

  private mutating func write(_ finding: Finding) {
    if !finding.isActive {
      let known = language == .vi ? "đã biết (baseline)" : "known (baseline)"
      let why = finding.suppressed?.reason ?? known
      let words = "\(finding.message[language]) (\(why))"
      text += "      <skipped" + XMLText.attribute("message", words) + "/>\n"
      return
    }
    let excerpt = finding.excerpt.isEmpty ? [] : ["“\(finding.excerpt)”"]
    writeProblem(
      "failure", type: finding.severity.rawValue, finding.message[language],
      excerpt + finding.remarks(in: language).map(\.line))
  }

  // MARK: Elements

  private mutating func open(_ element: String, _ name: String, _ counts: String) {
    let indent = element.prefix { $0 == " " }
    text += "\(indent)<\(element.dropFirst(indent.count))"
    text += XMLText.attribute("name", name) + counts + ">\n"
  }

  private func counts(tests: Int, failures: Int, errors: Int, skipped: Int) -> String {
    XMLText.attribute("tests", String(tests)) + XMLText.attribute("failures", String(failures))
      + XMLText.attribute("errors", String(errors)) + XMLText.attribute("skipped", String(skipped))
  }

  private func identity(_ name: String, _ suite: String) -> String {
    XMLText.attribute("name", name) + XMLText.attribute("classname", suite)
  }

  private func file(_ path: String) -> String {
    XMLText.attribute("file", RepositoryPath.plain(path))
  }

  /// Servers show the message, the text, or both, so the text repeats the message.
  private mutating func writeProblem(
    _ element: String, type: String, _ message: String, _ remarks: [String]
  ) {
    let words = ([message] + remarks).filter { !$0.isEmpty }.joined(separator: "\n")
    text += "      <\(element)" + XMLText.attribute("type", type)
    text += XMLText.attribute("message", message) + ">\(XMLText.escaped(words))</\(element)>\n"
  }
}
