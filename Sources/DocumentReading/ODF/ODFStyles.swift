import DocumentModel
import XMLReading

/// Styles of an OpenDocument file, resolved when asked for: default of the family → the chain of
/// parents (ODF 1.3 part 3, 16.2). Unlike in Word no property cancels another: the nearest wins.
///
/// Automatic styles have names of their own in the content and in the master pages, so that each of
/// the two has its own sheet over the common styles.
final class ODFStyleSheet {
  struct Properties {
    var paragraph = ParagraphProperties()
    var run = RunProperties()
    /// Size in per cent of what it would be without it.
    var sizePercent: Int?
    /// Name of the common style it is or goes back to.
    var name: String?
    /// Not shown at all (`text:display="none"`).
    var isHidden: Bool { run.isHidden ?? false }

    mutating func overlay(_ other: Properties) {
      let inherited = run.size
      paragraph.overlay(other.paragraph)
      run.overlay(other.run)
      if other.run.size == nil, let percent = other.sizePercent, let inherited {
        run.size = inherited * percent / 100
      }
      name = other.name ?? name
    }
  }

  private struct Style {
    var parent: String?
    var properties = Properties()
  }
  /// By family, a slash and the name.
  private var styles: [String: Style] = [:]
  private var defaults: [String: Properties] = [:]
  private var resolved: [String: Properties] = [:]
  /// Font names by the name of their declaration.
  private var fonts: [String: String] = [:]
  private(set) var lists: [String: ODFListStyle] = [:]
  private(set) var outline: ODFListStyle?

  private static let chainLimit = 64

  init() {}

  /// A sheet that starts with everything in `other`.
  init(copying other: ODFStyleSheet) {
    styles = other.styles
    defaults = other.defaults
    fonts = other.fonts
    lists = other.lists
    outline = other.outline
  }

  /// Takes in `office:styles`, `office:automatic-styles` or `office:font-face-decls`.
  func add(_ element: XMLNode, names: ElementNames, isAutomatic: Bool) {
    for child in element.children {
      switch names.name(child) {
      case "style:font-face":
        if let name = child.attribute("name") {
          fonts[name] = ODFStyleSheet.fontName(child.attribute("font-family")) ?? name
        }
      case "style:default-style":
        defaults[child.attribute("family") ?? ""] = properties(of: child, names)
      case "style:style": addStyle(child, names, isAutomatic: isAutomatic)
      case "text:list-style":
        if let name = child.attribute("name") { lists[name] = ODFListStyle(child, names) }
      case "text:outline-style": outline = ODFListStyle(child, names)
      default: break
      }
    }
  }

  private func addStyle(_ element: XMLNode, _ names: ElementNames, isAutomatic: Bool) {
    guard let name = element.attribute("name"), let family = element.attribute("family") else {
      return
    }
    var style = Style(
      parent: element.attribute("parent-style-name"), properties: properties(of: element, names))
    if !isAutomatic { style.properties.name = element.attribute("display-name") ?? name }
    styles["\(family)/\(name)"] = style
  }

  private func properties(of style: XMLNode, _ names: ElementNames) -> Properties {
    var result = Properties()
    for child in style.children {
      switch names.name(child) {
      case "style:paragraph-properties":
        result.paragraph.alignment = child.attribute("text-align")
          .flatMap(ParagraphFormat.Alignment.init(formatting:))
        result.paragraph.firstLineIndent = child.attribute("text-indent").flatMap(Measure.twips)
      case "style:text-properties": addText(child, &result)
      default: break
      }
    }
    return result
  }

  private func addText(_ element: XMLNode, _ result: inout Properties) {
    for (name, namespace, value) in element.attributes {
      // `style:font-size-asian` and the like have local names of their own; `loext` has not.
      guard namespace?.hasPrefix("urn:oasis:names:tc:opendocument:xmlns:") == true else { continue }
      switch name {
      case "font-weight": result.run.isBold = value == "bold" || (Int(value) ?? 0) >= 600
      case "font-style": result.run.isItalic = value == "italic" || value == "oblique"
      case "text-transform": result.run.isAllCapitals = value == "uppercase"
      case "display": result.run.isHidden = value == "none"
      case "text-underline-style": result.run.isUnderlined = value != "none"
      case "font-size":
        if value.hasSuffix("%") {
          result.sizePercent = Int(value.dropLast()).flatMap { (1...1000).contains($0) ? $0 : nil }
        } else {
          result.run.size = Measure.halfPoints(value)
        }
      case "font-name": result.run.font = .named(fonts[value] ?? value)
      case "font-family":
        if result.run.font == nil, let font = ODFStyleSheet.fontName(value) {
          result.run.font = .named(font)
        }
      default: break
      }
    }
  }

  /// The first family of a list, without quotation marks.
  private static func fontName(_ families: String?) -> String? {
    let first = families?.split(separator: ",").first.map(String.init) ?? ""
    let name = first.filter { $0 != "'" && $0 != "\"" }.drop { $0 == " " }
    return name.isEmpty ? nil : String(name)
  }

  /// What a style states, with its parents; for a paragraph over the default of its family.
  func properties(_ name: String?, family: String) -> Properties {
    let key = "\(family)/\(name ?? "")"
    if let known = resolved[key] { return known }
    var lineage: [Properties] = []
    var next = name
    while let current = next, lineage.count < ODFStyleSheet.chainLimit,
      let style = styles["\(family)/\(current)"]
    {
      lineage.append(style.properties)
      next = style.parent
    }
    var result = family == "paragraph" ? defaults[family] ?? Properties() : Properties()
    for style in lineage.reversed() { result.overlay(style) }
    resolved[key] = result
    return result
  }
}

extension ODFStyleSheet.Properties {
  var paragraphFormat: ParagraphFormat {
    var format = ParagraphFormat()
    format.alignment = paragraph.alignment ?? .left
    format.firstLineIndent = paragraph.firstLineIndent
    format.styleName = name
    format.outlineLevel = paragraph.outlineLevel
    return format
  }

  var characterFormat: CharacterFormat {
    var format = CharacterFormat()
    if case .named(let name) = run.font { format.font = name }
    format.size = run.size
    format.isBold = run.isBold ?? false
    format.isItalic = run.isItalic ?? false
    format.isUnderlined = run.isUnderlined ?? false
    format.isAllCapitals = run.isAllCapitals ?? false
    return format
  }
}

extension ParagraphFormat.Alignment {
  /// `fo:text-align` and `text-align` of CSS.
  init?(formatting value: String) {
    switch value.lowercased() {
    case "left", "start": self = .left
    case "center": self = .center
    case "right", "end": self = .right
    case "justify": self = .justified
    default: return nil
    }
  }
}
