import DocumentModel
import XMLReading

/// Character properties as one place states them; nil where it is silent.
struct RunProperties: Equatable {
  /// A font by name, or by its role in the theme.
  enum Font: Equatable {
    case named(String)
    case theme(isMajor: Bool)

    /// A theme attribute wins over a name beside it (17.3.2.26).
    init?(theme: String?, name: String?) {
      if let theme {
        self = .theme(isMajor: theme.hasPrefix("major"))
      } else if let name {
        self = .named(name)
      } else {
        return nil
      }
    }
  }
  var style: String?
  var isBold: Bool?
  var isItalic: Bool?
  var isAllCapitals: Bool?
  var isHidden: Bool?
  var isUnderlined: Bool?
  /// Half-points.
  var size: Int?
  /// Of plain letters (`w:ascii`) and of most Vietnamese ones (`w:hAnsi`): each is stated, inherited
  /// and replaced by itself (17.3.2.26).
  var asciiFont: Font?
  var highFont: Font?
  /// The one Vietnamese text is shown in.
  var font: Font? {
    get { highFont ?? asciiFont }
    set { highFont = newValue }
  }

  /// Takes in one child of `w:rPr`, by tag and attributes.
  mutating func add(_ tag: WordTag, _ attribute: (StaticString) -> String?) {
    switch tag {
    case .rStyle: style = attribute("val")
    case .b: isBold = OnOff.value(attribute("val"))
    case .i: isItalic = OnOff.value(attribute("val"))
    case .caps: isAllCapitals = OnOff.value(attribute("val"))
    case .vanish: isHidden = OnOff.value(attribute("val"))
    case .u: isUnderlined = attribute("val").map { $0 != "none" } ?? true
    case .sz: size = attribute("val").flatMap(Measure.halfPoints)
    case .rFonts: addFont(attribute)
    default: break
    }
  }

  private mutating func addFont(_ attribute: (StaticString) -> String?) {
    asciiFont = Font(theme: attribute("asciiTheme"), name: attribute("ascii")) ?? asciiFont
    highFont =
      Font(theme: attribute("hAnsiTheme"), name: attribute("hAnsi") ?? attribute("h-ansi"))
      ?? highFont
  }

  /// What `other` states, over what this states.
  mutating func overlay(_ other: RunProperties) {
    style = other.style ?? style
    isBold = other.isBold ?? isBold
    isItalic = other.isItalic ?? isItalic
    isAllCapitals = other.isAllCapitals ?? isAllCapitals
    isHidden = other.isHidden ?? isHidden
    isUnderlined = other.isUnderlined ?? isUnderlined
    size = other.size ?? size
    asciiFont = other.asciiFont ?? asciiFont
    highFont = other.highFont ?? highFont
  }
}

/// Paragraph properties as one place states them.
struct ParagraphProperties: Equatable {
  var style: String?
  var alignment: ParagraphFormat.Alignment?
  /// Twentieths of a point; negative for a hanging indent.
  var firstLineIndent: Int?
  /// From 0; 9 is body text.
  var outlineLevel: Int?
  /// `w:numId`; 0 takes a numbering away.
  var numberingID: Int?
  var numberingLevel: Int?

  /// Takes in one child of `w:pPr` (or of its `w:numPr`), by tag and attributes.
  mutating func add(_ tag: WordTag, _ attribute: (StaticString) -> String?) {
    switch tag {
    case .pStyle: style = attribute("val")
    case .jc: alignment = attribute("val").flatMap(ParagraphFormat.Alignment.init(word:))
    case .ind:
      if let hanging = attribute("hanging").flatMap(Measure.twips) {
        firstLineIndent = -hanging
      } else if let first = (attribute("firstLine") ?? attribute("first-line"))
        .flatMap(Measure.twips)
      {
        firstLineIndent = first
      }
    case .outlineLvl: outlineLevel = attribute("val").flatMap { Int($0) }
    case .numId: numberingID = attribute("val").flatMap { Int($0) }
    case .ilvl: numberingLevel = attribute("val").flatMap { Int($0) }
    default: break
    }
  }

  mutating func overlay(_ other: ParagraphProperties) {
    style = other.style ?? style
    alignment = other.alignment ?? alignment
    firstLineIndent = other.firstLineIndent ?? firstLineIndent
    outlineLevel = other.outlineLevel ?? outlineLevel
    numberingID = other.numberingID ?? numberingID
    numberingLevel = other.numberingLevel ?? numberingLevel
  }
}

extension ParagraphFormat.Alignment {
  /// ST_Jc, both conformance classes.
  init?(word value: String) {
    switch value {
    case "left", "start": self = .left
    case "center": self = .center
    case "right", "end": self = .right
    case "both", "distribute", "lowKashida", "mediumKashida", "highKashida", "thaiDistribute":
      self = .justified
    default: return nil
    }
  }
}

/// ST_OnOff: present without a value is on.
enum OnOff {
  static func value(_ text: String?) -> Bool {
    switch text {
    case "0", "false", "off": false
    default: true
    }
  }
}

/// Lengths: a bare number in the unit of the place, or a number with a unit of its own (strict).
enum Measure {
  static func halfPoints(_ text: String) -> Int? {
    Int(text) ?? points(text).map { rounded($0 * 2) }
  }
  static func twips(_ text: String) -> Int? { Int(text) ?? points(text).map { rounded($0 * 20) } }

  private static func rounded(_ value: Double) -> Int {
    abs(value) < 1e9 ? Int(value < 0 ? value - 0.5 : value + 0.5) : 0
  }

  private static func points(_ text: String) -> Double? {
    let units: [(String, Double)] = [
      ("pt", 1), ("mm", 72 / 25.4), ("cm", 72 / 2.54), ("in", 72), ("pc", 12), ("pi", 12),
    ]
    for (unit, size) in units where text.hasSuffix(unit) {
      return Double(text.dropLast(unit.count)).map { $0 * size }
    }
    return Double(text)
  }
}
