import TextMatching

/// A paragraph in the *final* view: insertions in, deletions out.
public struct Block: Sendable, Hashable {
  /// NFC text without its list label. A tab, a line break and a no-break space are one scalar each
  /// (U+0009, U+000A, U+00A0).
  public var text: String
  public var label: ListLabel?
  /// Formatting, in order, without gaps over the text; empty when the form carries none.
  public var runs: [FormattedRun]
  public var format: ParagraphFormat
  public var place: BlockPlace
  /// Way back to the original; in order, without gaps over the text.
  public var source: [SourceSegment]

  public init(
    text: String, label: ListLabel? = nil, runs: [FormattedRun] = [],
    format: ParagraphFormat = .init(), place: BlockPlace = .init(), source: [SourceSegment] = []
  ) {
    self.text = text
    self.label = label
    self.runs = runs
    self.format = format
    self.place = place
    self.source = source
  }

  /// Where the character at a UTF-8 offset of `text` stands in the original: the segment and the
  /// scalars from the start of its unit. Nil when the block has no source (an empty one).
  public func origin(utf8 offset: Int) -> (unit: Int, scalar: Int)? {
    guard
      let segment = source.last(where: { $0.utf8.lowerBound <= offset }) ?? source.first
    else { return nil }
    guard segment.isVerbatim else { return (segment.unit, segment.offset) }
    let end = min(max(offset, segment.utf8.lowerBound), text.utf8.count)
    let inside = text[utf8Range: segment.utf8.lowerBound..<end].unicodeScalars.count
    return (segment.unit, segment.offset + inside)
  }
}

/// A stretch of a block's text and what it was made from.
public struct SourceSegment: Sendable, Hashable {
  /// UTF-8 offsets in the block's text.
  public var utf8: Range<Int>
  /// Plain text: line number in the file, from 1. XML forms: ordinal, from 0, of the text-bearing
  /// element (`w:t`, `w:tab` …) within the paragraph.
  public var unit: Int
  /// Scalars from the start of the unit in the original, from 0.
  public var offset: Int
  /// Original scalars covered.
  public var scalars: Int
  /// Scalar for scalar the same; else it was composed to NFC or replaced as a whole.
  public var isVerbatim: Bool

  public init(utf8: Range<Int>, unit: Int, offset: Int, scalars: Int, isVerbatim: Bool) {
    self.utf8 = utf8
    self.unit = unit
    self.offset = offset
    self.scalars = scalars
    self.isVerbatim = isVerbatim
  }
}

/// The number or dash in front of a block.
public struct ListLabel: Sendable, Hashable {
  public enum Origin: String, Sendable {
    /// Typed in the text and split off.
    case typed
    /// Computed from the list definition.
    case automatic
  }
  public enum Style: String, Sendable {
    /// I. II. III.
    case upperRoman
    case lowerRoman
    /// 1. or 1.1. or 1)
    case decimal
    /// a) or a.
    case lowerLetter
    case upperLetter
    /// -, –, +, • and the like
    case dash
    /// Điều 1.
    case article
    /// Chương I, Phần I, Mục 1
    case division
    /// Anything else an automatic list can give.
    case other
  }
  /// As shown, without the space after it: `II.`, `1.1.`, `a)`, `-`. Every bullet glyph of an
  /// automatic list is `-`.
  public var text: String
  public var origin: Origin
  public var style: Style
  /// The numbers in it, outermost first: `1.2.` → [1, 2]; letters by their place in the Vietnamese
  /// order of points (a b c d đ e g h i k l m n o p q r s t u v x y, from 1); empty for dashes.
  public var numbers: [Int]
  /// List level of an automatic label, from 0.
  public var level: Int?
  /// For automatic labels: identifies the list, so that labels of one list can be compared.
  public var list: Int?

  public init(
    text: String, origin: Origin, style: Style, numbers: [Int] = [], level: Int? = nil,
    list: Int? = nil
  ) {
    self.text = text
    self.origin = origin
    self.style = style
    self.numbers = numbers
    self.level = level
    self.list = list
  }
}

/// Where a block sits, besides its place in the reading order.
public struct BlockPlace: Sendable, Hashable {
  /// The innermost table cell that holds it: indices into `DocumentPart.tables`, its rows and cells.
  public struct Cell: Sendable, Hashable {
    public var table: Int
    public var row: Int
    /// Index in `Table.Row.cells`.
    public var cell: Int

    public init(table: Int, row: Int, cell: Int) {
      self.table = table
      self.row = row
      self.cell = cell
    }
  }
  public var cell: Cell?
  public var isInTextBox: Bool
  /// In a table of contents, which repeats the headings with the pages they are on.
  public var isInContents: Bool
  /// Plain text: line of the block's first character, from 1.
  public var line: Int?
  /// Section of the document, from 0 (`w:sectPr`).
  public var section: Int

  public init(
    cell: Cell? = nil, isInTextBox: Bool = false, isInContents: Bool = false, line: Int? = nil,
    section: Int = 0
  ) {
    self.cell = cell
    self.isInTextBox = isInTextBox
    self.isInContents = isInContents
    self.line = line
    self.section = section
  }
}
