import DocumentModel

/// A heading or numbered item of the body and what it holds.
public struct OutlineNode: Sendable, Hashable {
  public enum Level: String, Sendable {
    /// Phần, Chương, Mục with their own line
    case division
    /// I., II. or A., B.: the large sections of a plan
    case section
    case article
    /// 1., 1.1., khoản
    case item
    /// a), điểm
    case point
    case dash
    /// A row of a table that only names a group (“QUÝ I”)
    case rowGroup = "row-group"
    /// A heading without a number (“CHỦ ĐỀ THI ĐUA:”)
    case untitled = "unnumbered"
  }
  public var level: Level
  /// Block of the heading or item.
  public var block: Int
  /// Label as shown (`II.`, `1.1.`), empty when there is none.
  public var label: String
  public var numbers: [Int]
  public var style: ListLabel.Style?
  /// Whether the block stands as a heading: a line of its own naming what follows, not a sentence.
  public var isHeading: Bool
  /// UTF-8 range of the heading's words in the block: the whole text, or the words before the first
  /// “:” or “.” of an item that goes on in running text.
  public var title: Range<Int>
  /// All blocks under it, its own included.
  public var blocks: Range<Int>
  public var children: [OutlineNode]
  /// `II.1.3`: labels from the outermost section inwards, without closing marks.
  public var path: String

  public init(
    level: Level, block: Int, label: String, numbers: [Int], style: ListLabel.Style?,
    isHeading: Bool, title: Range<Int>, blocks: Range<Int>, children: [OutlineNode], path: String
  ) {
    self.level = level
    self.block = block
    self.label = label
    self.numbers = numbers
    self.style = style
    self.isHeading = isHeading
    self.title = title
    self.blocks = blocks
    self.children = children
    self.path = path
  }
}
