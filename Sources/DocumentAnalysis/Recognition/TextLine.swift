import DocumentModel
import TextMatching

/// A line or column of a block: letterheads and signatures are often typed side by side with tabs
/// or runs of spaces, or broken by line breaks inside one paragraph.
struct TextLine {
  var block: Int
  /// UTF-8 offsets in the block's text, white space at both ends excluded.
  var utf8: Range<Int>
  var text: String
  /// Shown in capitals: typed so, or by formatting.
  var isUpper: Bool
  /// The block's label, on its first line only.
  var label: ListLabel?

  var span: TextSpan { TextSpan(block: block, utf8: utf8) }

  /// A span inside this line, from offsets in `text`.
  func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(
      block: block,
      utf8: utf8.lowerBound + range.lowerBound..<utf8.lowerBound + range.upperBound)
  }

  /// The lines of a block, split at line breaks and, when `columns`, at tabs and at runs of three
  /// or more spaces.
  static func lines(of block: Block, at index: Int, columns: Bool) -> [TextLine] {
    let units = Array(block.text.utf8)
    var result: [TextLine] = []
    var start = 0
    var position = 0
    func close(_ end: Int) {
      var low = start
      var high = end
      while low < high, let width = blankWidth(units[low..<high]) { low += width }
      while high > low {
        if isBlank(units[high - 1]) {
          high -= 1
        } else if units[low..<high].suffix(2).elementsEqual(noBreakSpace) {
          high -= 2
        } else {
          break
        }
      }
      guard low < high else { return }
      let text = String(block.text[utf8Range: low..<high])
      result.append(
        TextLine(
          block: index, utf8: low..<high, text: text,
          isUpper: Casing.isUpper(text) || isCapitalised(low..<high, in: block),
          label: result.isEmpty ? block.label : nil))
    }
    while position < units.count {
      let unit = units[position]
      if unit == 0x0A || (columns && unit == 0x09) {
        close(position)
        start = position + 1
      } else if columns, unit == 0x20 || unit == noBreakSpace[0],
        let next = gapEnd(units, from: position)
      {
        if !isBlankToFill(units[start..<position], units[next...]) {
          close(position)
          start = next
        }
        position = next
        continue
      }
      position += 1
    }
    close(units.count)
    return result
  }

  /// “Số:      /KH-UBND”, “ngày      tháng 01”: the gap waits for a number, it parts no columns.
  private static func isBlankToFill(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool
  {
    func ends(_ word: String) -> Bool { before.suffix(word.utf8.count).elementsEqual(word.utf8) }
    func follows(_ word: String) -> Bool { after.starts(with: word.utf8) }
    return follows("/") || follows("tháng") || follows("năm") || ends("Số:") || ends("ngày")
      || ends("tháng")
  }

  private static func isBlank(_ unit: UInt8) -> Bool { unit == 0x20 || unit == 0x09 }

  /// U+00A0; pages are full of them.
  private static let noBreakSpace: [UInt8] = [0xC2, 0xA0]

  /// Code units of the blank that begins the text; nil when none does.
  private static func blankWidth(_ units: ArraySlice<UInt8>) -> Int? {
    guard let first = units.first else { return nil }
    if isBlank(first) { return 1 }
    return units.starts(with: noBreakSpace) ? 2 : nil
  }

  /// The end of three or more spaces; nil when there are not so many.
  private static func gapEnd(_ units: [UInt8], from start: Int) -> Int? {
    var end = start
    var count = 0
    while end < units.count, units[end] != 0x09, let width = blankWidth(units[end...]) {
      end += width
      count += 1
    }
    return count >= 3 ? end : nil
  }

  private static func isCapitalised(_ range: Range<Int>, in block: Block) -> Bool {
    let touching = block.runs.filter { $0.utf8.overlaps(range) }
    return !touching.isEmpty && touching.allSatisfy(\.format.isAllCapitals)
  }
}
