import DocumentModel
import DocumentReading
import DocumentWriting
import Reporting
import RuleEngine
import TextMatching

/// Makes the mechanical fixes of findings in a copy of a document's bytes. Proposed fixes are for
/// people: they are never made here.
struct FindingFixer {
  private let document: SourceDocument
  private let limits: ReadingLimits

  init(_ document: SourceDocument, limits: ReadingLimits) {
    self.document = document
    self.limits = limits
  }

  /// - Returns: what was done, and the copy when anything was.
  func mend(_ bytes: [UInt8], _ findings: [Finding]) -> (report: CopyReport, bytes: [UInt8]?) {
    let tasks = findings.flatMap(tasks)
    guard !tasks.isEmpty else { return (CopyReport(), nil) }
    do {
      let result = try DocumentWriter.applying(
        tasks.map(\.correction), to: bytes, of: document, limits: limits)
      var report = CopyReport()
      for (index, task) in tasks.enumerated() {
        if let obstacle = result.refused[index] {
          report.refused.append(
            CopyReport.Refusal(
              rule: task.rule, location: task.edits[0].location, reason: obstacle.words))
        } else {
          report.changes += task.edits.map { change($0, task.rule) }
        }
      }
      return (report, report.changes.isEmpty ? nil : result.bytes)
    } catch {
      return (CopyReport(error: error.words), nil)
    }
  }

  /// The edits of one fix in one paragraph; those of another paragraph stand for themselves.
  private struct Task {
    var rule: String
    var edits: [Fix.Edit]
    var correction: Correction
  }

  /// A finding may offer several fixes; the first mechanical one is made.
  private func tasks(for finding: Finding) -> [Task] {
    guard let fix = finding.fixes.first(where: { $0.kind == .mechanical && !$0.edits.isEmpty })
    else { return [] }
    let blocks = document.body.blocks
    let edits = fix.edits.filter { blocks.indices.contains($0.location.block) }
    return Set(edits.map(\.location.block)).sorted().map { block in
      let own = edits.filter { $0.location.block == block }
      let text = blocks[block].text
      return Task(
        rule: finding.rule, edits: own,
        correction: Correction(
          edits: own.map { edit in
            let low = text.utf8Offset(scalar: edit.location.start)
            let high = text.utf8Offset(scalar: edit.location.end)
            return TextEdit(block: block, utf8: low..<max(low, high), text: edit.text)
          }))
    }
  }

  private func change(_ edit: Fix.Edit, _ rule: String) -> CopyReport.Change {
    let text = document.body.blocks[edit.location.block].text
    let low = text.utf8Offset(scalar: edit.location.start)
    let high = text.utf8Offset(scalar: edit.location.end)
    let range = low..<max(low, high)
    let before = text[utf8Range: 0..<range.lowerBound].reversed().prefix { !$0.isWhitespace }
    let after = text[utf8Range: range.upperBound..<text.utf8.count].prefix { !$0.isWhitespace }
    return CopyReport.Change(
      rule: rule, location: edit.location, from: String(text[utf8Range: range]), to: edit.text,
      before: String(before.reversed()), after: String(after))
  }
}
