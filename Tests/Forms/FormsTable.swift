import AkomaNtoso
import DocumentAnalysis
import DocumentModel
import FixtureSupport
import Foundation
import LegalKnowledge
import RuleEngine
import TdktlintKit

/// Prints whether one plan gives the same findings in every form (`make forms FILE`).
@main
struct FormsTable {
  static func main() throws { exit(try run()) }

  /// - Returns: 0 when all forms give the same.
  private static func run() throws -> Int32 {
    guard CommandLine.arguments.count == 2 else {
      print("FormsTable PLAN.txt")
      return 2
    }
    let text = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
    let today = CivilDate(iso: "2026-06-01") ?? CivilDate(dayNumber: 0)
    let library = try RuleLibrary(RuleLibrary.Sources(modules: builtInModules), depth: .check)
    let linter = Linter(library: library, options: .init(today: today))
    var forms = PaperForm.all(of: text)
    let original = try linter.recognise(forms[0].bytes, name: forms[0].fileName)
    let tree = AkomaNtoso.render(original, law: library.law)
    forms.append(PaperForm("Akoma Ntoso (.xml)", "ke-hoach-akn.xml", Array(tree.utf8)))
    let office = OfficeRoundTrip.isThere ? try OfficeRoundTrip() : nil
    let docx = forms.first { $0.fileName == "ke-hoach.docx" }
    for (name, ending) in [
      ("LibreOffice lưu .odt", "odt"), ("LibreOffice lưu .docx", "docx"),
      ("LibreOffice lưu .html", "html"), ("LibreOffice lưu .doc", "doc"),
      ("LibreOffice xuất PDF", "pdf"),
    ] {
      guard let docx, let office, let bytes = try office.saved(docx.bytes, as: ending) else {
        continue
      }
      forms.append(PaperForm(name, "libreoffice.\(ending)", bytes))
    }
    var table = Table(reference: findings(linter, original))
    for form in forms {
      do {
        let document = try linter.recognise(form.bytes, name: form.fileName)
        table.add(form.name, document, findings(linter, document))
      } catch {
        table.add(form.name, failure: error.message.vi)
      }
    }
    table.finish()
    return table.isUniform ? 0 : 1
  }

  /// Findings about the paper; what is said of the file itself is left out.
  private static func findings(_ linter: Linter, _ document: RecognisedDocument) -> [Finding] {
    linter.findings(in: document).filter {
      !$0.rule.hasPrefix("tool/") && $0.rule != "consistency/unicode"
    }
  }
}

private struct Table {
  let reference: [Finding]
  private(set) var isUniform = true
  private var differences: [String] = []

  init(reference: [Finding]) {
    self.reference = reference
    Table.row("Dạng tệp", "đọc là", "loại", "lỗi", "cảnh báo", "lưu ý", "như .txt")
  }

  mutating func add(_ name: String, _ document: RecognisedDocument, _ findings: [Finding]) {
    let lines = findings.map(Table.line)
    let expected = reference.map(Table.line)
    let isSame = lines.sorted() == expected.sorted()
    func count(_ severity: Severity) -> String {
      String(findings.count { $0.severity == severity })
    }
    Table.row(
      name, document.source.format.rawValue, document.kind.id ?? "unknown", count(.error),
      count(.warning), count(.note), isSame ? "có" : "KHÔNG")
    guard !isSame else { return }
    isUniform = false
    for line in Set(expected).subtracting(lines).sorted() {
      differences.append("\(name): - \(line)")
    }
    for line in Set(lines).subtracting(expected).sorted() {
      differences.append("\(name): + \(line)")
    }
  }

  mutating func add(_ name: String, failure: String) {
    isUniform = false
    Table.row(name, "–", "–", "–", "–", "–", "KHÔNG")
    differences.append("\(name): \(failure)")
  }

  func finish() {
    for line in differences { print(line) }
  }

  private static func line(_ finding: Finding) -> String {
    "\(finding.severity.rawValue) \(finding.rule) \(finding.location.section ?? "") \(finding.excerpt)"
  }

  private static func row(_ cells: String...) {
    let widths = [30, 10, 10, 5, 9, 6, 8]
    let padded = zip(cells, widths).map { cell, width in
      cell + String(repeating: " ", count: max(1, width - cell.count))
    }
    print(padded.joined(separator: " ").trimmingCharacters(in: .whitespaces))
  }
}
