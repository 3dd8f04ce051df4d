/// A stretch of text with one effective character format.
public struct FormattedRun: Sendable, Hashable {
  /// UTF-8 offsets in the block's text.
  public var utf8: Range<Int>
  public var format: CharacterFormat

  public init(utf8: Range<Int>, format: CharacterFormat) {
    self.utf8 = utf8
    self.format = format
  }
}

/// Effective character formatting: document defaults → table style → paragraph style →
/// character style → direct (ISO/IEC 29500-1, 17.7.2), toggles resolved. Nil: the form is silent.
public struct CharacterFormat: Sendable, Hashable {
  public var font: String?
  /// Half-points: 26 is 13 pt.
  public var size: Int?
  public var isBold = false
  public var isItalic = false
  public var isUnderlined = false
  /// Shown in capitals whatever was typed.
  public var isAllCapitals = false
  public init() {}
}

/// Effective paragraph formatting.
public struct ParagraphFormat: Sendable, Hashable {
  public enum Alignment: String, Sendable {
    case left
    case center
    case right
    case justified
  }
  /// Nil when the form carries none (plain text).
  public var alignment: Alignment?
  /// Twentieths of a point; negative for a hanging indent.
  public var firstLineIndent: Int?
  /// Name of the paragraph style as the document spells it.
  public var styleName: String?
  /// Outline level from 0 (Heading 1); nil for body text.
  public var outlineLevel: Int?
  public init() {}
}
