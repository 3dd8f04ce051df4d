import DocumentModel
import LegalKnowledge
import TextMatching

// Tên loại and trích yếu.
extension LetterheadFinder {
  /// Finds the type-name line and the subject after it; returns the line's index.
  func findTypeName(
    _ lines: [TextLine], _ blocks: [Block], _ isTaken: inout [Bool], _ result: inout Letterhead
  ) -> Int? {
    let names = typeNames
    for (index, line) in lines.enumerated() where !isTaken[index] && line.text.utf8.count < 400 {
      if line.label != nil { continue }
      let key = Folding.key(line.text)
      if names.contains(key), Casing.startsUpper(line.text) {
        result.components.typeName = line.span
        result.typeKey = key
        isTaken[index] = true
        findSubject(after: index, lines, blocks, &isTaken, &result)
        return index
      }
      guard line.isUpper,
        let name = names.filter({ key.hasPrefix($0 + " ") }).max(by: { $0.count < $1.count }),
        !isBodyName(key)
      else { continue }
      // “KẾ HOẠCH CÔNG TÁC THI ĐUA …” on one line: folding keeps the number of scalars when there
      // is no doubled white space.
      let words = name.split(separator: " ").count
      let end = endOfWords(words, in: line.text)
      result.components.typeName = line.span(0..<end)
      result.typeKey = name
      var start = end
      let units = Array(line.text.utf8)
      while start < units.count, units[start] == 0x20 { start += 1 }
      result.components.subject = [line.span(start..<units.count)]
      isTaken[index] = true
      findSubject(after: index, lines, blocks, &isTaken, &result)
      return index
    }
    return nil
  }

  var typeNames: Set<String> {
    var names = Set(law.types.map { Folding.key($0.name) })
    for kind in law.kinds { names.formUnion(kind.typeNames.map { Folding.key($0) }) }
    return names
  }

  func endOfWords(_ count: Int, in text: String) -> Int {
    var words = 0
    var inWord = false
    for (offset, unit) in text.utf8.enumerated() {
      let isSpace = unit == 0x20
      if inWord, isSpace {
        words += 1
        if words == count { return offset }
      }
      inWord = !isSpace
    }
    return text.utf8.count
  }

  func findSubject(
    after index: Int, _ lines: [TextLine], _ blocks: [Block], _ isTaken: inout [Bool],
    _ result: inout Letterhead
  ) {
    var next = index + 1
    while next < lines.count, isTaken[next] || isRule(lines[next].text) { next += 1 }
    while next < lines.count, !isTaken[next] {
      let line = lines[next]
      guard
        line.text.utf8.count < 360, line.label == nil, !BasisFinder.isBasisLine(line.text),
        !endsSentence(line.text), !isRule(line.text)
      else { return }
      let isFirst = result.components.subject.isEmpty
      if isFirst {
        if isHeadingLike(line) { return }
      } else if !continues(line, after: result.components.subject, blocks) {
        return
      }
      result.components.subject.append(line.span)
      isTaken[next] = true
      next += 1
    }
  }

  /// “CHỦ ĐỀ THI ĐUA:” is a heading of the text, not the subject.
  func isHeadingLike(_ line: TextLine) -> Bool { line.text.hasSuffix(":") }

  func continues(_ line: TextLine, after subject: [TextSpan], _ blocks: [Block]) -> Bool {
    if isHeadingLike(line) { return false }
    if Casing.startsLower(line.text) || line.text.hasPrefix("(") { return true }
    guard let last = subject.last else { return false }
    let previous = blocks[last.block].text[utf8Range: last.utf8]
    if previous.hasSuffix(",") || previous.hasSuffix(" và") || previous.hasSuffix(" -") {
      return true
    }
    if last.block == line.block { return true }
    let first = blocks[subject[0].block]
    let this = blocks[line.block]
    return first.format.alignment == .center && this.format.alignment == .center
      && isBold(first) && isBold(this)
  }

  func isBold(_ block: Block) -> Bool {
    !block.runs.isEmpty && block.runs.allSatisfy(\.format.isBold)
  }

  func endsSentence(_ text: String) -> Bool {
    text.hasSuffix(".") || text.hasSuffix(";")
  }

  /// A drawn line: “_______”, “-----”, “*”.
  func isRule(_ text: String) -> Bool {
    !text.unicodeScalars.contains { Letters.isLetter($0) || Letters.isDigit($0) }
  }

  // “V/v báo cáo …” of an official letter.
  static let letterSubject = Pattern(known: #"^v\s*/\s*v\s*:?\s"#, options: .caseless)

  func findLetterSubject(
    _ lines: [TextLine], _ isTaken: inout [Bool], _ result: inout Letterhead
  ) {
    guard let index = lines.firstIndex(where: { Self.letterSubject.matches($0.text) }) else {
      return
    }
    result.components.subject = [lines[index].span]
    isTaken[index] = true
  }
}
