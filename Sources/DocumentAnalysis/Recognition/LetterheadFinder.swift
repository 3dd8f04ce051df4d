import DocumentModel
import LegalKnowledge
import TextMatching

/// Finds the components above the body by what they say, wherever they sit: two-column table, text
/// box, tabs, plain lines.
struct LetterheadFinder {
  let law: LegalKnowledge

  struct Letterhead {
    var components = Components()
    /// First block after everything found here.
    var end = 0
    /// The type name's line named this type, folded: `kế hoạch`.
    var typeKey: String?
    var isParty = false
  }

  func find(in blocks: [Block]) -> Letterhead {
    let limit = headLimit(blocks)
    var lines: [TextLine] = []
    for index in 0..<limit {
      lines += TextLine.lines(of: blocks[index], at: index, columns: true)
    }
    var result = Letterhead()
    var isTaken = [Bool](repeating: false, count: lines.count)
    findNationalTitle(lines, &isTaken, &result)
    findNumber(lines, &isTaken, &result)
    findPlaceDate(lines, &isTaken, &result)
    findAttachment(lines, &isTaken, &result)
    findAddressee(lines, blocks, &isTaken, &result)
    let typeLine = findTypeName(lines, blocks, &isTaken, &result)
    findBodies(lines, before: typeLine, &isTaken, &result)
    if result.components.typeName == nil {
      findLetterSubject(lines, &isTaken, &result)
    }
    let used = zip(lines, isTaken).filter { $0.1 }.map { $0.0.block + 1 }
    result.end = used.max() ?? 0
    return result
  }

  /// The zone a letterhead can lie in: up to the first numbered heading, legal basis or long
  /// running text after the first lines, or to Nơi nhận.
  private func headLimit(_ blocks: [Block]) -> Int {
    var index = 0
    while index < min(blocks.count, 60) {
      let block = blocks[index]
      // A letter of a few lines is over before anything else ends the zone.
      if block.text.utf8.count > 400 || block.text.utf8.starts(with: "Nơi nhận".utf8) { break }
      if BasisFinder.isBasisLine(block.text), block.text.utf8.count > 30 { break }
      if let label = block.label, label.style != .dash, !block.text.isEmpty { break }
      index += 1
    }
    return index
  }
}

extension Pattern {
  func range(_ name: String, _ match: Match) -> Range<Int>? {
    group(named: name).flatMap { match[$0] }
  }
}

extension String {
  /// Whether `prefix` stands at the start as whole words.
  func hasPrefixWord(_ prefix: String) -> Bool {
    guard !prefix.isEmpty, hasPrefix(prefix) else { return false }
    let rest = dropFirst(prefix.count)
    return rest.first.map { !$0.isLetter && !$0.isNumber } ?? true
  }

  var trimmedSpaces: String {
    var view = self[...]
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}
