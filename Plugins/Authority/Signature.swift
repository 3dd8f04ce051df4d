import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension CheckContext {
  /// Whether the form of Decree 30/2020 rules this paper (its Điều 4.2.a leaves others out).
  var hasStateForm: Bool { document.kind.family == .administrative && !document.blocks.isEmpty }
}

/// A signature block read line by line.
struct Signature {
  enum Prefix: String {
    case behalf = "TM"
    case instead = "KT"
    case order = "TL"
    case mandate = "TUQ"
    case acting = "Q"
  }
  struct Line {
    var prefix: Prefix?
    /// The words behind the prefix, as a folded key.
    var words: String
    var span: TextSpan
    /// The prefix as typed, its mark included.
    var typed: String
    /// Place of the prefix.
    var prefixSpan: TextSpan
  }
  let lines: [Line]
  /// The office as a folded key; nil when none was found.
  let office: String?
  let officeSpan: TextSpan?

  private static let pattern = Pattern(
    known: #"^\s*((?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L|TUN)(?:\s*\.)?)(?=\s|\p{Lu}|$)"#)

  init(_ block: SignatureBlock, in document: RecognisedDocument) {
    lines = block.authority.map { span in
      let text = document.text(span)
      guard let match = Signature.pattern.firstMatch(in: text), let range = match[1] else {
        return Line(
          prefix: nil, words: Folding.key(text), span: span, typed: "", prefixSpan: span)
      }
      let typed = String(text[utf8Range: range])
      let letters = typed.filter(\.isLetter)
      return Line(
        prefix: Prefix(rawValue: letters == "TUN" ? "TUQ" : letters),
        words: Folding.key(text[utf8Range: range.upperBound..<text.utf8.count]), span: span,
        typed: typed,
        prefixSpan: TextSpan(
          block: span.block,
          utf8: span.utf8.lowerBound + range.lowerBound..<span.utf8.lowerBound + range.upperBound))
    }
    office = block.office.map { span in
      // “P. HIỆU TRƯỞNG”: the letter was taken for an item's.
      let isShortDeputy =
        span.utf8.lowerBound == 0 && document.blocks[span.block].label?.text == "P."
      return (isShortDeputy ? "p. " : "") + Folding.key(document.text(span))
    }
    officeSpan = block.office
  }

  func has(_ prefix: Prefix) -> Bool { lines.contains { $0.prefix == prefix } }
}

extension OfficeBook {
  /// Whether the office is a deputy's.
  func isDeputy(_ office: String) -> Bool {
    deputies.contains {
      office == $0 || office.hasPrefix($0 + " ") || (office.hasPrefix($0) && $0.hasSuffix("."))
    }
  }

  /// The office without “phó”, “quyền”, “Q.” in front.
  func headOffice(_ office: String) -> String {
    var words = office.split(separator: " ").map(String.init)
    while let first = words.first, ["phó", "quyền", "q."].contains(first), words.count > 1 {
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }
}
