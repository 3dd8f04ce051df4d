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
  /// running text after the first lines.
  private func headLimit(_ blocks: [Block]) -> Int {
    var index = 0
    while index < min(blocks.count, 60) {
      let block = blocks[index]
      if block.text.utf8.count > 400 { break }
      if BasisFinder.isBasisLine(block.text), block.text.utf8.count > 30 { break }
      if let label = block.label, label.style != .dash, !block.text.isEmpty { break }
      index += 1
    }
    return index
  }

  // MARK: Quốc hiệu, Tiêu ngữ

  private static let nationalTitle = Pattern(
    known: #"c[ộô]ng\s+h(?:òa|oà|oa)\s+xã\s+h[ộô]i\s+chủ\s+ngh[ĩiỉ]a\s+việt\s+nam"#,
    options: .caseless)
  private static let motto = Pattern(
    known: #"độc\s+lập\W{1,5}tự\s+do\W{1,5}hạnh\s+phúc"#, options: .caseless)
  private static let partyTitle = Pattern(
    known: #"^đảng\s+cộng\s+sản\s+việt\s+nam$"#, options: .caseless)

  private func findNationalTitle(
    _ lines: [TextLine], _ isTaken: inout [Bool], _ result: inout Letterhead
  ) {
    for (index, line) in lines.enumerated() {
      if Self.partyTitle.matches(line.text) {
        result.isParty = true
        isTaken[index] = true
        continue
      }
      if result.components.nationalTitle == nil {
        if let match = Self.nationalTitle.firstMatch(in: line.text) {
          result.components.nationalTitle = line.span(match.range)
          isTaken[index] = true
        } else if isNear(line.text, "cộnghòaxãhộichủnghĩaviệtnam", within: 5) {
          result.components.nationalTitle = line.span
          isTaken[index] = true
        } else if let rest = restOfNationalTitle(after: index, lines) {
          result.components.nationalTitle =
            rest.block == line.block
            ? TextSpan(
              block: line.block, utf8: line.utf8.lowerBound..<lines[rest.index].utf8.upperBound)
            : line.span
          isTaken[index] = true
          isTaken[rest.index] = true
        }
      }
      if result.components.motto == nil {
        if let match = Self.motto.firstMatch(in: line.text) {
          result.components.motto = line.span(match.range)
          isTaken[index] = true
        } else if isNear(line.text, "độclậptựdohạnhphúc", within: 4) {
          result.components.motto = line.span
          isTaken[index] = true
        }
      }
    }
  }

  /// The second line of a national title broken after “XÃ HỘI”: the next line or, beside a left
  /// column, the one after it.
  private func restOfNationalTitle(
    after index: Int, _ lines: [TextLine]
  ) -> (index: Int, block: Int)? {
    guard Folding.letters(lines[index].text).hasPrefix("cộnghòaxãhội") else { return nil }
    return (index + 1...index + 2).first { next in
      next < lines.count
        && isNear(
          "\(lines[index].text) \(lines[next].text)", "cộnghòaxãhộichủnghĩaviệtnam", within: 2)
    }.map { ($0, lines[$0].block) }
  }

  private func isNear(_ text: String, _ wanted: String, within distance: Int) -> Bool {
    let count = text.unicodeScalars.count
    guard abs(count - wanted.unicodeScalars.count) <= 12 else { return false }
    return EditDistance.between(Folding.letters(text), wanted) <= distance
  }

  // MARK: Số, ký hiệu

  // “Số: 07/KH-UBND”, “Số:      /KH-UBND”, “Số …/QĐ-UBND”, the Party's “Số 12-KH/TU”.
  private static let number = Pattern(
    known: #"""
      ^ (?:s[ốoô]) \s* [:.]? \s*
      (?<value> (?<number> (?: \d+ [a-zđ]? | [\s.…_-]*? ) ) \s* (?<slash>[/-]) \s* (?<symbol> \p{L}[^,;]*? ) )
      \s* (?= $ | \p{Lu}[\p{L}\s]*,\s*ngày )
      """#, options: [.caseless, .extended])

  private func findNumber(
    _ lines: [TextLine], _ isTaken: inout [Bool], _ result: inout Letterhead
  ) {
    for (index, line) in lines.enumerated() where line.text.utf8.count < 160 {
      guard let match = Self.number.firstMatch(in: line.text),
        let value = Self.number.range("value", match),
        let number = Self.number.range("number", match),
        let symbol = Self.number.range("symbol", match)
      else { continue }
      let digits = line.text[utf8Range: number].filter(\.isNumber)
      // A normative document's year is part of the symbol: 86/2025/QĐ-UBND.
      result.components.numberSymbol = NumberSymbol(
        span: line.span(0..<match.range.upperBound), value: line.span(value),
        number: Int(digits), numberSpan: line.span(number),
        symbol: String(line.text[utf8Range: symbol]).trimmedSpaces, symbolSpan: line.span(symbol))
      isTaken[index] = true
      return
    }
    findNormativeNumber(lines, &isTaken, &result)
  }

  private static let normativeNumber = Pattern(
    known: #"^số\s*:?\s*(\d*|[.…]+)\s*/\s*(\d{4}\s*/\s*\p{Lu}[\p{L}\d\s&-]*)$"#, options: .caseless)

  private func findNormativeNumber(
    _ lines: [TextLine], _ isTaken: inout [Bool], _ result: inout Letterhead
  ) {
    for (index, line) in lines.enumerated() where line.text.utf8.count < 100 {
      guard let match = Self.normativeNumber.firstMatch(in: line.text), let number = match[1],
        let symbol = match[2]
      else { continue }
      result.components.numberSymbol = NumberSymbol(
        span: line.span, value: line.span(number.lowerBound..<symbol.upperBound),
        number: Int(line.text[utf8Range: number]), numberSpan: line.span(number),
        symbol: String(line.text[utf8Range: symbol]), symbolSpan: line.span(symbol))
      isTaken[index] = true
      return
    }
  }

  // MARK: Địa danh, ngày tháng năm

  private static let placeDate = Pattern(
    known: #"""
      (?<place> [\p{L}][\p{L}\d\s.'’-]*? )?? \s* ,? \s*
      (?<date> ngày \s*
        (?: (?<day>\d{0,2}|[.…_\s]*) \s* tháng \s* (?<month>\d{0,2}|[.…_\s]*) \s*
            năm \s* (?<year>\d{4}|\d{0,3}[.…_]*)
          | (?<slashDay>\d{1,2}) / (?<slashMonth>\d{1,2}) / (?<slashYear>\d{4}) ) )
      \s* [.]? $
      """#, options: [.caseless, .extended])

  private func findPlaceDate(
    _ lines: [TextLine], _ isTaken: inout [Bool], _ result: inout Letterhead
  ) {
    for (index, line) in lines.enumerated() where line.text.utf8.count < 140 {
      var from = 0
      if let number = result.components.numberSymbol, number.span.block == line.block,
        line.utf8.lowerBound <= number.span.utf8.lowerBound,
        number.span.utf8.upperBound < line.utf8.upperBound
      {
        from = number.span.utf8.upperBound - line.utf8.lowerBound  // both on one line
      }
      guard let match = Self.placeDate.firstMatch(in: line.text, from: from),
        isPlainStart(line.text, from: from, match: match),
        let date = Self.placeDate.range("date", match)
      else { continue }
      result.components.placeDate = makePlaceDate(line, match, date)
      isTaken[index] = true
      return
    }
  }

  /// Nothing but white space stands between the start and the match: a sentence that ends in a date
  /// is no place-and-date line.
  private func isPlainStart(_ text: String, from: Int, match: Pattern.Match) -> Bool {
    text[utf8Range: from..<match.range.lowerBound].allSatisfy(\.isWhitespace)
  }

  private func makePlaceDate(
    _ line: TextLine, _ match: Pattern.Match, _ date: Range<Int>
  ) -> PlaceDate {
    func value(_ name: String) -> String? {
      let slashed = "slash" + Casing.capitalised(name)
      guard
        let range = Self.placeDate.range(name, match) ?? Self.placeDate.range(slashed, match)
      else { return nil }
      let text = String(line.text[utf8Range: range]).filter(\.isNumber)
      return text.isEmpty ? nil : text
    }
    let place =
      Self.placeDate.range("place", match) ?? match.range.lowerBound..<match.range.lowerBound
    let day = value("day")
    let month = value("month")
    let year = value("year").flatMap { $0.count == 4 ? $0 : nil }
    var complete: CivilDate?
    if let day = day.flatMap({ Int($0) }), let month = month.flatMap({ Int($0) }),
      let year = year.flatMap({ Int($0) })
    {
      complete = CivilDate(year: year, month: month, day: day)
    }
    return PlaceDate(
      span: line.span(match.range), place: line.span(place), day: day, month: month, year: year,
      date: complete, dateSpan: line.span(date))
  }

  // MARK: Kèm theo, Kính gửi

  private static let attachment = Pattern(
    known:
      #"^\(?\s*(?:ban hành )?kèm theo\s+(?:văn bản|quyết định|kế hoạch|tờ trình|công văn|báo cáo|thông báo|nghị quyết)\b"#,
    options: .caseless)

  private func findAttachment(
    _ lines: [TextLine], _ isTaken: inout [Bool], _ result: inout Letterhead
  ) {
    guard let index = lines.firstIndex(where: { Self.attachment.matches($0.text) }) else { return }
    result.components.attachedTo = lines[index].span
    isTaken[index] = true
  }

  private static let addressee = Pattern(
    known: #"^(kính (?:gửi|gởi|trình))\s*:?\s*"#, options: .caseless)

  private func findAddressee(
    _ lines: [TextLine], _ blocks: [Block], _ isTaken: inout [Bool], _ result: inout Letterhead
  ) {
    guard
      let index = lines.firstIndex(where: {
        $0.label == nil && Self.addressee.matches($0.text)
      }), let match = Self.addressee.firstMatch(in: lines[index].text), let label = match[1]
    else { return }
    let line = lines[index]
    var bodies: [TextSpan] = []
    if match.range.upperBound < line.text.utf8.count {
      bodies.append(line.span(match.range.upperBound..<line.text.utf8.count))
    }
    isTaken[index] = true
    var next = index + 1
    while next < lines.count, lines[next].label?.style == .dash {
      bodies.append(lines[next].span)
      isTaken[next] = true
      next += 1
    }
    result.components.addressee = Addressee(label: line.span(label), bodies: bodies)
  }

  // MARK: Tên loại, trích yếu

  /// Finds the type-name line and the subject after it; returns the line's index.
  private func findTypeName(
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

  private var typeNames: Set<String> {
    var names = Set(law.types.map { Folding.key($0.name) })
    for kind in law.kinds { names.formUnion(kind.typeNames.map { Folding.key($0) }) }
    return names
  }

  private func endOfWords(_ count: Int, in text: String) -> Int {
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

  private func findSubject(
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
  private func isHeadingLike(_ line: TextLine) -> Bool { line.text.hasSuffix(":") }

  private func continues(_ line: TextLine, after subject: [TextSpan], _ blocks: [Block]) -> Bool {
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

  private func isBold(_ block: Block) -> Bool {
    !block.runs.isEmpty && block.runs.allSatisfy(\.format.isBold)
  }

  private func endsSentence(_ text: String) -> Bool {
    text.hasSuffix(".") || text.hasSuffix(";")
  }

  /// A drawn line: “_______”, “-----”, “*”.
  private func isRule(_ text: String) -> Bool {
    !text.unicodeScalars.contains { Letters.isLetter($0) || Letters.isDigit($0) }
  }

  // “V/v báo cáo …” of an official letter.
  private static let letterSubject = Pattern(known: #"^v\s*/\s*v\s*:?\s"#, options: .caseless)

  private func findLetterSubject(
    _ lines: [TextLine], _ isTaken: inout [Bool], _ result: inout Letterhead
  ) {
    guard let index = lines.firstIndex(where: { Self.letterSubject.matches($0.text) }) else {
      return
    }
    result.components.subject = [lines[index].span]
    isTaken[index] = true
  }

  // MARK: Cơ quan ban hành

  private func isBodyName(_ key: String) -> Bool {
    law.bodyTypes.contains { type in
      key.hasPrefixWord(Folding.key(type.name))
        || type.abbreviations.contains { key.hasPrefixWord(Folding.key($0)) }
    }
  }

  /// The names above số/ký hiệu: the last one issues, those before it are its superiors.
  private func findBodies(
    _ lines: [TextLine], before typeLine: Int?, _ isTaken: inout [Bool],
    _ result: inout Letterhead
  ) {
    let end = typeLine ?? lines.count
    let hasAnchor =
      result.components.nationalTitle != nil || result.components.numberSymbol != nil
      || result.components.placeDate != nil || result.isParty || typeLine != nil
    guard hasAnchor else { return }
    var groups: [[Int]] = []
    for index in 0..<end where !isTaken[index] {
      let line = lines[index]
      guard line.text.utf8.count < 200, line.label == nil || line.isUpper, !isRule(line.text)
      else { continue }
      let key = Folding.key(line.text)
      let isName = isBodyName(key)
      guard line.isUpper || (isName && !endsSentence(line.text) && !line.text.contains(","))
      else { continue }
      if isName || groups.isEmpty {
        guard isName else { continue }
        groups.append([index])
      } else {
        groups[groups.count - 1].append(index)
      }
    }
    guard let last = groups.last else { return }
    result.components.superiorBody = groups.dropLast().flatMap { $0 }.map { lines[$0].span }
    result.components.issuingBody = last.map { lines[$0].span }
    for index in groups.joined() { isTaken[index] = true }
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
