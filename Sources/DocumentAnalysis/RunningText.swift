import DocumentModel
import TextMatching

/// Blocks joined into one text, a line feed between them, so that a pattern runs once over the whole
/// paper instead of once a block. Patterns over it must not reach across a line feed.
public struct RunningText: Sendable {
  public let text: String
  /// Block and UTF-8 offset in `text` where its words begin, ascending.
  private let starts: [(block: Int, offset: Int)]

  /// - Parameter range: the blocks to join; line breaks inside a block become spaces, which keeps
  ///   every offset.
  public init(_ blocks: [Block], in range: Range<Int>) {
    var units: [UInt8] = []
    var starts: [(block: Int, offset: Int)] = []
    for index in range.clamped(to: 0..<blocks.count) where !blocks[index].text.isEmpty {
      starts.append((index, units.count))
      let start = units.count
      units.append(contentsOf: blocks[index].text.utf8)
      while let feed = units[start...].firstIndex(of: 0x0A) { units[feed] = 0x20 }
      units.append(0x0A)
    }
    text = String(decoding: units, as: UTF8.self)
    self.starts = starts
  }

  /// All blocks of the main part.
  public init(_ document: RecognisedDocument) {
    self.init(document.blocks, in: 0..<document.blocks.count)
  }

  /// Where a range of `text` stands; it must not cross a block's end.
  public func span(_ range: Range<Int>) -> TextSpan {
    guard let place = place(of: range.lowerBound) else { return TextSpan(block: 0, utf8: 0..<0) }
    let low = range.lowerBound - place.offset
    return TextSpan(block: place.block, utf8: low..<range.upperBound - place.offset)
  }

  /// The range of `text` that a span of a block covers; nil when the block is not in it.
  public func range(of span: TextSpan) -> Range<Int>? {
    guard let start = starts.first(where: { $0.block == span.block }) else { return nil }
    return start.offset + span.utf8.lowerBound..<start.offset + span.utf8.upperBound
  }

  /// The block's words around an offset, as a range of `text`.
  public func paragraph(around offset: Int) -> Range<Int> {
    guard let index = index(of: offset) else { return 0..<0 }
    let end = index + 1 < starts.count ? starts[index + 1].offset : text.utf8.count
    return starts[index].offset..<max(starts[index].offset, end - 1)
  }

  private func place(of offset: Int) -> (block: Int, offset: Int)? {
    index(of: offset).map { starts[$0] }
  }

  private func index(of offset: Int) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
