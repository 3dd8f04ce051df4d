import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// The list as the rules of this module look at it.
struct RecipientList {
  let lines: [Recipients.Line]
  let label: TextSpan
  private let document: RecognisedDocument

  /// Nil without a list, and for papers whose form another rule-book sets (Decree 30/2020, Điều 4.2.a).
  init?(_ context: CheckContext) {
    guard context.document.kind.family == .administrative,
      let recipients = context.document.components.recipients
    else { return nil }
    document = context.document
    label = recipients.label
    lines = recipients.lines
  }

  func text(_ line: Recipients.Line) -> String { document.text(line.span) }

  /// Lines that name somebody: all but the archive line.
  var named: [Recipients.Line] { lines.filter { !isArchive($0) } }

  private static let archive = Pattern(known: #"(?<!\p{L})lưu(?!\p{L})"#, options: .caseless)

  /// “Lưu: VT”, also behind another recipient on one line.
  func isArchive(_ line: Recipients.Line) -> Bool {
    line.isArchive || RecipientList.archive.matches(text(line))
  }

  /// Empty, behind the list.
  var end: TextSpan {
    lines.last.map { RecipientList.end(of: $0.span) } ?? RecipientList.end(of: label)
  }

  static func end(of span: TextSpan) -> TextSpan {
    TextSpan(block: span.block, utf8: span.utf8.upperBound..<span.utf8.upperBound)
  }
}

/// The names on a line, parted by semicolons, without what stands in brackets.
struct RecipientItem {
  var text: String
  var span: TextSpan

  private static let part = Pattern(known: #"[^;]+"#)
  private static let aside = Pattern(known: #"\s*\([^)]*\)?\s*$|\s*[.,]+\s*$"#)

  static func items(of line: Recipients.Line, in list: RecipientList) -> [RecipientItem] {
    let text = list.text(line)
    return part.matches(in: text).compactMap { match in
      var range = match.range
      while let tail = aside.firstMatch(in: text, from: range.lowerBound, until: range.upperBound),
        tail.range.upperBound == range.upperBound, !tail.range.isEmpty
      {
        range = range.lowerBound..<tail.range.lowerBound
      }
      let typed = text[utf8Range: range]
      let lead = typed.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
      let words = typed.split(separator: " ").joined(separator: " ")
      guard !words.isEmpty else { return nil }
      let low = line.span.utf8.lowerBound + range.lowerBound + lead
      return RecipientItem(
        text: words,
        span: TextSpan(
          block: line.span.block, utf8: low..<line.span.utf8.lowerBound + range.upperBound))
    }
  }
}
