import DocumentModel
import LegalKnowledge
import TextMatching

/// Finds what follows the body: Nơi nhận, signatures, annexes.
struct TailFinder {
  let law: LegalKnowledge

  struct Tail {
    var recipients: Recipients?
    var signatures: [SignatureBlock] = []
    var annexes: [Annex] = []
    /// First block that no longer belongs to the body.
    var start: Int
  }

  /// `start` is the first block after the letterhead.
  func find(in blocks: [Block], tables: [Table], from start: Int) -> Tail {
    var tail = Tail(start: blocks.count)
    let label = findRecipientsLabel(blocks, from: start)
    let closing = blocks.indices[start...].last { Self.closing.matches(blocks[$0].text) }
    let anchor = label?.block ?? closing
    tail.annexes = findAnnexes(blocks, after: anchor ?? start)
    let end = tail.annexes.first?.blocks.lowerBound ?? blocks.count
    if let label, label.block < end {
      tail.recipients = makeRecipients(label, blocks, tables, end: end)
      tail.start = label.block
    }
    let zoneStart = signatureZoneStart(
      blocks, from: start, label: label?.block, closing: closing, end: end)
    findSignatures(blocks, tables, in: zoneStart..<end, &tail)
    if let first = tail.signatures.first {
      let places = first.authority + [first.office, first.name].compactMap { $0 }
      tail.start = min(tail.start, places.map(\.block).min() ?? tail.start)
    }
    tail.start = min(tail.start, end)
    return tail
  }

  private static let closing = Pattern(known: #"\.\s*/\s*\.\s*$"#)

  // MARK: Nơi nhận

  private static let recipientsLabel = Pattern(
    known: #"^nơi\s+(?:nhận|gửi)\s*(?::|$)"#, options: .caseless)

  private func findRecipientsLabel(_ blocks: [Block], from start: Int) -> TextLine? {
    for index in blocks.indices[start...].reversed() {
      guard blocks[index].text.utf8.count < 3000 else { continue }
      for line in TextLine.lines(of: blocks[index], at: index, columns: true)
      where Self.recipientsLabel.matches(line.text) {
        return line
      }
    }
    return nil
  }

  private static let archive = Pattern(known: #"^[-–—+•]?\s*lưu\b"#, options: .caseless)
  private static let typedDash = Pattern(known: #"^([-–—+•*])\s*"#)

  private func makeRecipients(
    _ label: TextLine, _ blocks: [Block], _ tables: [Table], end: Int
  ) -> Recipients {
    let match = Self.recipientsLabel.firstMatch(in: label.text)
    var labelEnd = match?.range.upperBound ?? label.text.utf8.count
    let rest = String(label.text[utf8Range: labelEnd..<label.text.utf8.count]).trimmedSpaces
    if rest.isEmpty { labelEnd = label.text.utf8.count }
    var recipients = Recipients(label: label.span(0..<labelEnd), lines: [])
    if !rest.isEmpty, let start = offset(of: rest, in: label.text, from: labelEnd) {
      append(
        TextLine(
          block: label.block,
          utf8: label.utf8.lowerBound + start..<label.utf8.upperBound, text: rest,
          isUpper: false, label: nil), to: &recipients)
    }
    for line in candidateLines(label, blocks, tables, end: end) {
      if line.text.utf8.count > 600 { break }
      if isSignatureLine(line.text, isUpper: line.isUpper) { break }
      let hasDash = line.label != nil || Self.typedDash.matches(line.text)
      // Without dashes the list ends where something else begins: a name under the signature.
      if !hasDash, recipients.lines.last?.isArchive == true { break }
      if !hasDash, recipients.lines.contains(where: { $0.dash != nil }),
        Casing.isPersonName(line.text), !Self.archive.matches(line.text)
      {
        break
      }
      append(line, to: &recipients)
      if recipients.lines.last?.isArchive == true { break }
    }
    return recipients
  }

  private func offset(of part: String, in text: String, from: Int) -> Int? {
    let units = Array(text.utf8)
    var start = from
    while start < units.count, units[start] == 0x20 || units[start] == 0x09 { start += 1 }
    return start + part.utf8.count <= units.count ? start : nil
  }

  /// Lines after the label: the rest of its block, then the blocks below it in the same column. A
  /// list typed line by line beside a signature may leave its table and come back into another.
  private func candidateLines(
    _ label: TextLine, _ blocks: [Block], _ tables: [Table], end: Int
  ) -> [TextLine] {
    let own = TextLine.lines(of: blocks[label.block], at: label.block, columns: true)
      .filter { $0.utf8.lowerBound >= label.utf8.upperBound }
    let home = blocks[label.block].place.cell
    let column = home.map { self.column($0, tables) } ?? 0
    var lines = own
    for index in label.block + 1..<max(end, label.block + 1) where !blocks[index].text.isEmpty {
      let place = blocks[index].place.cell
      if let place, self.column(place, tables) != column { continue }
      let found = TextLine.lines(of: blocks[index], at: index, columns: place == nil)
      if home != nil, place?.table != home?.table,
        !(found.first.map { $0.label != nil || Self.typedDash.matches($0.text) } ?? false)
      {
        break
      }
      lines += found
    }
    return lines
  }

  private func column(_ place: BlockPlace.Cell, _ tables: [Table]) -> Int {
    tables[place.table].rows[place.row].cells[place.cell].column
  }

  private func append(_ line: TextLine, to recipients: inout Recipients) {
    var span = line.span
    var dash = line.label?.text
    if dash == nil, let match = Self.typedDash.firstMatch(in: line.text), let mark = match[1] {
      dash = String(line.text[utf8Range: mark])
      span = line.span(match.range.upperBound..<line.text.utf8.count)
    }
    let words = String(
      line.text[utf8Range: span.utf8.lowerBound - line.utf8.lowerBound..<line.text.utf8.count])
    recipients.lines.append(
      Recipients.Line(span: span, dash: dash, isArchive: Self.archive.matches(words)))
  }

  // MARK: Chữ ký

  private static let authorityPrefix = Pattern(
    known:
      #"^(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L|TUN)\s*\.?\s+\S|^(?:T/M|K/T|T/L|TM\.|KT\.|TL\.|TUQ\.|Q\.)"#)
  /// Words that begin an office; a unit's own office (“TRƯỞNG THÔN”) follows the same pattern.
  private static let office = Pattern(
    known:
      #"^(?:q\.\s*)?(?:quyền\s+)?(?:phó\s+)?(?:chủ\s+tịch|chủ\s+nhiệm|chủ\s+tọa|chủ\s+toạ|chủ\s+trì|giám\s+đốc|tổng\s+giám\s+đốc|hiệu\s+trưởng|trưởng\s|chánh\s|bộ\s+trưởng|thứ\s+trưởng|bí\s+thư|thủ\s+trưởng|thủ\s+tướng|cục\s+trưởng|vụ\s+trưởng|viện\s+trưởng|tổng\s+cục\s+trưởng|chi\s+cục\s+trưởng|đội\s+trưởng|hiệu\s+phó|phó\s|thư\s+ký|người\s+(?:báo\s+cáo|lập|viết)|cán\s+bộ|công\s+chức|xác\s+nhận|kế\s+toán|uỷ\s+viên|ủy\s+viên|viện\s+phó|chính\s+ủy|tư\s+lệnh|chỉ\s+huy)"#,
    options: .caseless)
  private static let placeWord = Pattern(
    known:
      #"^(?:xã|phường|thị\s+trấn|đặc\s+khu|huyện|quận|thị\s+xã|thành\s+phố|tỉnh|trường|hội\s+đồng)\b"#,
    options: .caseless)
  private static let aside = Pattern(
    known: #"^\(.*\)$|^đã\s+ký$|^\[.*\]$|^(?:ký|đóng dấu)"#, options: .caseless)

  private func isSignatureLine(_ text: String, isUpper: Bool) -> Bool {
    text.utf8.count < 160
      && (Self.authorityPrefix.matches(text) && isUpper || isUpper && Self.office.matches(text))
  }

  /// Where signatures may begin: after Nơi nhận or the closing mark, whichever is first; else the
  /// last lines of the paper.
  private func signatureZoneStart(
    _ blocks: [Block], from start: Int, label: Int?, closing: Int?, end: Int
  ) -> Int {
    let bounds = [label, closing.map { $0 + 1 }].compactMap { $0 }.filter { $0 <= end }
    if let low = bounds.min() {
      // A signature typed before Nơi nhận, without a closing mark above it.
      var index = low
      while index > start, index > low - 6,
        blocks[index - 1].text.utf8.count < 160, blocks[index - 1].label == nil,
        blocks[index - 1].text.isEmpty || Casing.isUpper(blocks[index - 1].text)
          || Casing.isPersonName(blocks[index - 1].text)
      {
        index -= 1
      }
      return closing == nil ? index : low
    }
    var index = end
    while index > start, end - index < 12, blocks[index - 1].text.utf8.count < 160,
      blocks[index - 1].label == nil
    {
      index -= 1
    }
    return index
  }

  private func findSignatures(
    _ blocks: [Block], _ tables: [Table], in zone: Range<Int>, _ tail: inout Tail
  ) {
    let recipientSpans = Set(tail.recipients?.lines.map(\.span) ?? [])
    var collector = SignatureCollector()
    // Signatures stand in columns, so columns are read one after the other.
    let lines = zone.flatMap { index in
      TextLine.lines(of: blocks[index], at: index, columns: true).enumerated().map {
        ordinal, line in
        (column: column(of: blocks[index], lineOrdinal: ordinal, tables), line: line)
      }
    }
    for wanted in Set(lines.map(\.column)).sorted() {
      for (column, line) in lines where column == wanted {
        if recipientSpans.contains(line.span) || line.span == tail.recipients?.label { continue }
        if line.label?.style == .dash || line.text.utf8.count > 200 { continue }
        take(line, into: &collector)
      }
      collector.close()
    }
    tail.signatures += collector.finished
    giveStrayNames(to: &tail.signatures, from: lines.map(\.line), except: recipientSpans)
  }

  /// A name typed behind a tab or spaces of its own has lost its column: it belongs to the office
  /// above it that has none.
  private func giveStrayNames(
    to signatures: inout [SignatureBlock], from lines: [TextLine], except taken: Set<TextSpan>
  ) {
    var used = Set(signatures.compactMap(\.name)).union(taken)
    for index in signatures.indices where signatures[index].name == nil {
      guard let above = signatures[index].office ?? signatures[index].authority.last else {
        continue
      }
      let name = lines.first {
        $0.block > above.block && $0.label == nil && !used.contains($0.span)
          && Casing.isPersonName($0.text) && !Self.office.matches($0.text)
      }
      if let name, used.insert(name.span).inserted { signatures[index].name = name.span }
    }
  }

  /// Gathers the lines of one signature until the next begins.
  private struct SignatureCollector {
    var finished: [SignatureBlock] = []
    var current = SignatureBlock(authority: [], office: nil, name: nil)

    mutating func close() {
      if current.office != nil || !current.authority.isEmpty { finished.append(current) }
      current = SignatureBlock(authority: [], office: nil, name: nil)
    }
  }

  /// The column of a line: its cell's, or its place on a line typed with tabs or spaces between.
  private func column(of block: Block, lineOrdinal: Int, _ tables: [Table]) -> Int {
    if let cell = block.place.cell { return column(cell, tables) }
    return block.text.utf8.contains(0x0A) ? 0 : lineOrdinal
  }

  private func take(_ line: TextLine, into collector: inout SignatureCollector) {
    if Self.recipientsLabel.matches(line.text) || Self.aside.matches(line.text) { return }
    let isUpper = line.isUpper
    if isUpper, Self.authorityPrefix.matches(line.text) {
      if collector.current.name != nil { collector.close() }
      collector.current.authority.append(line.span)
    } else if Self.office.matches(line.text), isUpper || isPlainOffice(line.text) {
      if collector.current.name != nil
        || (collector.current.office != nil && collector.current.authority.isEmpty)
      {
        collector.close()
      }
      // A second office below (“CHỦ TỊCH / HIỆU TRƯỞNG”) is the signer's other one
      // (Decree 30/2020, Phụ lục I, mục II.7.c).
      if collector.current.office == nil { collector.current.office = line.span }
    } else if isUpper, collector.current.office == nil, !collector.current.authority.isEmpty,
      Self.placeWord.matches(line.text)
    {
      collector.current.authority.append(line.span)  // TM. ỦY BAN NHÂN DÂN / XÃ TÂN VIỆT
    } else if Casing.isPersonName(line.text), collector.current.name == nil,
      collector.current.office != nil || !collector.current.authority.isEmpty
    {
      collector.current.name = line.span
    }
  }

  /// “Người báo cáo” in ordinary letters, as reports have it: short, and no sentence.
  private func isPlainOffice(_ text: String) -> Bool {
    text.utf8.count < 48 && Casing.startsUpper(text)
      && !(text.last.map { ".;,:".contains($0) } ?? true)
  }

  // MARK: Phụ lục

  private static let annexHeading = Pattern(
    known: #"^phụ\s+lục(?:\s+(?:số\s*:?\s*)?([IVXLC]+|\d+|[A-Z]))?\s*[:.]?\s*(?:$|\()"#,
    options: .caseless)

  private func findAnnexes(_ blocks: [Block], after anchor: Int) -> [Annex] {
    var annexes: [Annex] = []
    for index in blocks.indices where index > anchor {
      let block = blocks[index]
      guard block.text.utf8.count < 120, let match = Self.annexHeading.firstMatch(in: block.text)
      else { continue }
      if let last = annexes.indices.last {
        annexes[last].blocks = annexes[last].blocks.lowerBound..<index
      }
      let number = match[1].map { String(block.text[utf8Range: $0]) }
      annexes.append(
        Annex(
          heading: TextSpan(block: index, utf8: 0..<block.text.utf8.count), number: number,
          blocks: index..<blocks.count))
    }
    return annexes
  }
}
