import DocumentModel
import XMLReading

/// Formatting in force at one point of a page: that of the elements around, by their names and their
/// own `style` (style sheets are not looked at).
struct HTMLStyle {
  var character = CharacterFormat()
  var alignment = ParagraphFormat.Alignment.left
  /// Twentieths of a point.
  var firstLineIndent: Int?
  var outlineLevel: Int?
  var isPreformatted = false
  var isHidden = false

  /// What holds inside `element`, whose name in small letters is `name`.
  mutating func enter(_ element: XMLNode, name: String) {
    switch name {
    case "b", "strong": character.isBold = true
    case "th":
      character.isBold = true
      alignment = .center
    case "i", "em", "cite", "dfn", "var": character.isItalic = true
    case "u", "ins": character.isUnderlined = true
    case "center": alignment = .center
    case "pre": isPreformatted = true
    case "font": enterFont(element)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      character.isBold = true
      outlineLevel = name.last?.wholeNumberValue.map { $0 - 1 }
    default: break
    }
    if let value = element.attribute("align") {
      alignment = ParagraphFormat.Alignment(formatting: value) ?? alignment
    }
    if element.attribute("hidden") != nil { isHidden = true }
    if let style = element.attribute("style") { apply(style) }
  }

  private mutating func enterFont(_ element: XMLNode) {
    if let face = element.attribute("face") { setFont(face) }
    // HTML 4.01, 15.2.2; the sizes browsers give to 1 … 7.
    let sizes = [16, 20, 24, 27, 36, 48, 72]
    if let size = element.attribute("size").flatMap({ Int($0) }), (1...7).contains(size) {
      character.size = sizes[size - 1]
    }
  }

  private mutating func setFont(_ families: String) {
    let first = families.split(separator: ",").first.map(String.init) ?? ""
    let name = first.filter { $0 != "'" && $0 != "\"" }.drop { $0 == " " }
    if !name.isEmpty { character.font = String(name) }
  }

  private mutating func apply(_ style: String) {
    for (name, value) in HTMLStyle.declarations(style) {
      let word = value.lowercased()
      switch name {
      case "font-weight": character.isBold = word.hasPrefix("bold") || (Int(word) ?? 0) >= 600
      case "font-style": character.isItalic = word == "italic" || word == "oblique"
      case "font-size": character.size = HTMLStyle.halfPoints(word) ?? character.size
      case "font-family": setFont(value)
      case "text-transform": character.isAllCapitals = word == "uppercase"
      case "text-decoration", "text-decoration-line":
        if word.contains("underline") { character.isUnderlined = true }
      case "text-align": alignment = ParagraphFormat.Alignment(formatting: word) ?? alignment
      case "text-indent": firstLineIndent = HTMLStyle.twips(word)
      case "white-space": isPreformatted = word.hasPrefix("pre") && word != "pre-line"
      case "display": if word == "none" { isHidden = true }
      case "visibility": if word == "hidden" { isHidden = true }
      case "mso-hide": if word == "all" { isHidden = true }
      default: break
      }
    }
  }

  /// Declarations of a `style` attribute; a semicolon in quotation marks parts nothing.
  static func declarations(_ style: String) -> [(name: String, value: String)] {
    var parts: [String] = [""]
    var quote: Character?
    for character in style {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == ";" {
        parts.append("")
        continue
      }
      parts[parts.count - 1].append(character)
    }
    return parts.compactMap { part in
      guard let colon = part.firstIndex(of: ":") else { return nil }
      let name = part[..<colon].filter { !$0.isWhitespace }.lowercased()
      let value = part[part.index(after: colon)...].drop(while: \.isWhitespace)
      return (name, String(value.reversed().drop(while: \.isWhitespace).reversed()))
    }
  }

  private static func halfPoints(_ value: String) -> Int? {
    if value.hasSuffix("px") { return Double(value.dropLast(2)).map { Int($0 * 1.5 + 0.5) } }
    guard value.last?.isLetter == true else { return nil }
    return Measure.halfPoints(value)
  }

  private static func twips(_ value: String) -> Int? {
    if value.hasSuffix("px") { return Double(value.dropLast(2)).map { Int($0 * 15) } }
    guard value.last?.isLetter == true else { return nil }
    return Measure.twips(value)
  }

  var paragraphFormat: ParagraphFormat {
    var format = ParagraphFormat()
    format.alignment = alignment
    format.firstLineIndent = firstLineIndent
    format.outlineLevel = outlineLevel
    return format
  }
}
