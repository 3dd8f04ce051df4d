import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// The models of Decree 30/2020, Phụ lục III, close the body with “./.”.
  static let missingClosingMark = NativeCheck(name: "missing-closing-mark") { context in
    guard let closing = ClosingLine(context), closing.kind == .plain else { return [] }
    let end = TextSpan(block: closing.block, utf8: closing.end..<closing.end)
    let dots = TextSpan(block: closing.block, utf8: closing.wordsEnd..<closing.end)
    let fix = Observation.ProposedFix(
      kind: .mechanical,
      description: LocalizedText(vi: "Thêm “./.” vào cuối.", en: "Add “./.” at the end."),
      edits: [(dots, "./.")])
    return [Observation(at: end, fixes: [fix])]
  }

  /// “../.”, “/.”, “./” and the like for “./.”.
  static let malformedClosingMark = NativeCheck(
    name: "malformed-closing-mark", arguments: ["found"]
  ) { context in
    guard let closing = ClosingLine(context), closing.kind == .malformed else { return [] }
    let mark = TextSpan(block: closing.block, utf8: closing.wordsEnd..<closing.end)
    let fix = Observation.ProposedFix(
      kind: .mechanical,
      description: LocalizedText(vi: "Thay bằng “./.”.", en: "Replace with “./.”."),
      edits: [(mark, "./.")])
    return [
      Observation(
        at: mark, arguments: ["found": .text(context.document.text(mark))], fixes: [fix])
    ]
  }
}

/// The end of the body of a paper whose model closes with the mark.
private struct ClosingLine {
  enum Kind {
    case right
    case malformed
    /// Ends with a full stop or without any mark.
    case plain
    /// Ends in a way that leaves open whether it is the end (a colon, dots).
    case open
  }
  let block: Int
  let kind: Kind
  /// UTF-8 offset behind the last word: where the marks begin.
  let wordsEnd: Int
  let end: Int

  private static let marks = Pattern(known: #"[\s./\\,;:…]*$"#)

  /// Nil when the mark is not expected: papers without recipients (personal reports, lists) follow
  /// no such model, a body that ends in a table closes with the table, and a fragment without
  /// recipients and signature has no known end.
  init?(_ context: CheckContext) {
    let document = context.document
    guard context.mustShow(.recipients), let last = document.components.lastBodyBlock,
      document.blocks.indices.contains(last), document.blocks[last].place.cell == nil,
      document.components.recipients != nil || !document.components.signatures.isEmpty
    else { return nil }
    let text = document.blocks[last].text
    let trimmed = text.trimmedUTF8
    guard !trimmed.isEmpty else { return nil }
    block = last
    end = trimmed.upperBound
    let words = String(text[utf8Range: 0..<end])
    var start = ClosingLine.marks.firstMatch(in: words)?.range.lowerBound ?? end
    // White space before the mark stays where it is.
    let lead = String(words[utf8Range: start..<end])
    start += lead.isBlank ? 0 : lead.trimmedUTF8.lowerBound
    wordsEnd = start
    let typed = String(words[utf8Range: start..<end])
    kind =
      switch typed {
      case "./.": .right
      case "", ".": .plain
      case _ where typed.unicodeScalars.contains { $0 == "/" || $0 == "\\" }: .malformed
      default: .open
      }
  }
}
