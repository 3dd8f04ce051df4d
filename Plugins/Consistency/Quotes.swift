import DocumentAnalysis
import DocumentModel
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Quotation marks without their partner, or closed by another kind of mark. A quotation may run
  /// over several paragraphs; then its marks are far apart but both there.
  static let quotes = NativeCheck(
    name: "quotes", arguments: ["words"], cases: ["mixed", "unclosed", "unopened", "odd"]
  ) { context in
    let blocks = context.document.blocks
    let marks = blocks.map { QuoteMark.marks(in: $0.text) }
    return blocks.indices.filter { !marks[$0].isEmpty }.flatMap { index in
      QuoteScan(block: index, text: blocks[index].text, marks: marks).observations()
    }
  }
}

/// A quotation mark and what stands beside it.
private struct QuoteMark {
  enum Form {
    /// “
    case open
    /// ”
    case close
    /// " or two apostrophes
    case straight
    /// ' or ’ that can only close
    case single
    /// ‘ or ' that can only open
    case singleOpen
  }
  var form: Form
  var utf8: Range<Int>
  /// After white space, an opening bracket or at the start.
  var canOpen: Bool
  /// Before white space, a mark or the end.
  var canClose: Bool

  static func marks(in text: String) -> [QuoteMark] {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x27 || $0 == 0xE2 }) else { return [] }
    var result: [QuoteMark] = []
    let scalars = Array(text.unicodeScalars)
    var offset = 0
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      var width = 1
      var form: Form?
      switch scalar {
      case "“": form = .open
      case "”": form = .close
      case "\"", "″": form = .straight
      case "'", "’", "‘":
        if index + 1 < scalars.count, scalars[index + 1] == scalar {
          form = .straight
          width = 2
        } else {
          form = scalar == "‘" ? .singleOpen : .single
        }
      default: break
      }
      let length = scalars[index..<index + width].reduce(0) { $0 + UTF8.width($1) }
      if let form {
        let before = index > 0 ? scalars[index - 1] : " "
        let after = index + width < scalars.count ? scalars[index + width] : " "
        result.append(
          QuoteMark(
            form: form, utf8: offset..<offset + length,
            canOpen: Letters.isSpace(before) || "([{/-–“‘\"".unicodeScalars.contains(before),
            canClose: !Letters.isLetter(after) && !Letters.isDigit(after)
              && !Letters.isSpace(before)))
      }
      offset += length
      index += width
    }
    return result
  }
}

/// Pairs the marks of one block.
private struct QuoteScan {
  let block: Int
  let text: String
  let marks: [[QuoteMark]]
  private var own: [QuoteMark] { marks[block] }

  init(block: Int, text: String, marks: [[QuoteMark]]) {
    self.block = block
    self.text = text
    self.marks = marks
  }

  func observations() -> [Observation] {
    var found: [Observation] = []
    var consumed: Set<Int> = []
    for (index, mark) in own.enumerated() where mark.form == .open {
      switch partner(ofOpen: index) {
      case .right(let other): consumed.insert(other)
      case .wrong(let other):
        consumed.insert(other)
        found.append(mixed(mark, own[other], closing: "”"))
      case nil:
        if !isClosedLater {
          found.append(lone(mark, "unclosed"))
        }
      }
    }
    for (index, mark) in own.enumerated() where mark.form == .close && !consumed.contains(index) {
      let opener = own[..<index].lastIndex {
        $0.form != .open && $0.form != .close && $0.canOpen
          || $0.form == .close && $0.canOpen && !$0.canClose
      }
      if let opener, !consumed.contains(opener) {
        consumed.insert(opener)
        found.append(mixed(own[opener], mark, closing: nil))
      } else if mark.canOpen, !mark.canClose,
        own[(index + 1)...].first?.form == .close
      {
        continue  // the pair ”…” is told at its second mark
      } else if !isOpenedEarlier {
        found.append(lone(mark, "unopened"))
      }
    }
    let straight = own.indices.filter { own[$0].form == .straight && !consumed.contains($0) }
    if straight.count % 2 == 1, let last = straight.last, !isInch(own[last]), !isOddNearby {
      found.append(lone(own[straight.count == 1 ? straight[0] : last], "odd"))
    }
    return found
  }

  private enum Partner {
    case right(Int)
    case wrong(Int)
  }

  /// The mark that closes an opening one: the next ” unless another “ comes first, which a nested
  /// quotation has closed by then.
  private func partner(ofOpen index: Int) -> Partner? {
    var depth = 0
    var candidate: Int?
    for other in (index + 1)..<own.count {
      switch own[other].form {
      case .open:
        // A new quotation after a mark that may have closed this one: this one had the wrong mark.
        if let candidate { return .wrong(candidate) }
        depth += 1
      case .close:
        if depth == 0 { return .right(other) }
        depth -= 1
      case .straight, .single:
        let next = own[other].canClose
        if depth == 0, candidate == nil, next, !own[other].canOpen { candidate = other }
      case .singleOpen: break
      }
    }
    return candidate.map { .wrong($0) }
  }

  /// A later paragraph closes what this one left open: it has more ” than “ before any new “.
  private var isClosedLater: Bool {
    for other in (block + 1)..<min(marks.count, block + 40) {
      for mark in marks[other] {
        if mark.form == .close { return true }
        if mark.form == .open { return false }
      }
    }
    return false
  }

  private var isOpenedEarlier: Bool {
    for other in stride(from: block - 1, through: max(0, block - 40), by: -1) {
      for mark in marks[other].reversed() {
        if mark.form == .open { return true }
        if mark.form == .close { return false }
      }
    }
    return false
  }

  /// Straight marks open and close alike: an odd number here and in a neighbour is one quotation
  /// over both.
  private var isOddNearby: Bool {
    for other in max(0, block - 6)..<min(marks.count, block + 7) where other != block {
      if marks[other].count(where: { $0.form == .straight }) % 2 == 1 { return true }
    }
    return false
  }

  /// 14" of a screen.
  private func isInch(_ mark: QuoteMark) -> Bool {
    guard mark.utf8.lowerBound > 0 else { return false }
    let unit = text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: mark.utf8.lowerBound - 1)]
    return (0x30...0x39).contains(unit) && own.count == 1
  }

  private func mixed(_ open: QuoteMark, _ close: QuoteMark, closing: String?) -> Observation {
    let span = TextSpan(block: block, utf8: open.utf8.lowerBound..<close.utf8.upperBound)
    var edits: [(span: TextSpan, text: String)] = []
    if closing == nil { edits.append((TextSpan(block: block, utf8: open.utf8), "“")) }
    if close.form != .close { edits.append((TextSpan(block: block, utf8: close.utf8), "”")) }
    return Observation(
      at: span, case: "mixed", arguments: ["words": .text(text.words(span.utf8))],
      fixes: [
        Observation.ProposedFix(
          kind: .mechanical,
          description: LocalizedText(
            vi: "Dùng cặp dấu “ và ”.", en: "Use the pair “ and ”."),
          edits: edits)
      ])
  }

  private func lone(_ mark: QuoteMark, _ name: String) -> Observation {
    let low = name == "unopened" ? text.utf8Start(before: mark.utf8.lowerBound, atMost: 40) : nil
    let words = text.words((low ?? mark.utf8.lowerBound)..<end(after: mark, name))
    return Observation(
      at: TextSpan(block: block, utf8: mark.utf8), case: name, arguments: ["words": .text(words)])
  }

  private func end(after mark: QuoteMark, _ name: String) -> Int {
    if name == "unopened" { return mark.utf8.upperBound }
    var end = min(text.utf8.count, mark.utf8.upperBound + 40)
    while end < text.utf8.count,
      text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: end)] & 0xC0 == 0x80
    {
      end += 1
    }
    return end
  }
}
