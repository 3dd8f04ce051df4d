import DocumentModel

/// Effective formatting: document defaults → table style → numbering → paragraph style →
/// character style → direct (ISO/IEC 29500-1, 17.7.2). Chains are resolved when first asked for.
final class StyleResolver {
  private let sheet: StyleSheet
  private let theme: () -> ThemeFonts
  private var chains: [String: Chain] = [:]

  /// A style with everything it is based on.
  struct Chain {
    var name = ""
    var paragraph = ParagraphProperties()
    var run = RunProperties()
    var conditions: [StyleSheet.TableCondition: StyleSheet.Style.Condition] = [:]
    /// The style of the chain that states the numbering: its level is looked for by that name.
    var numberingStyle: String?
  }

  /// - Parameter theme: asked only when a font is given by its role in the theme.
  init(sheet: StyleSheet, theme: @escaping () -> ThemeFonts) {
    self.sheet = sheet
    self.theme = theme
  }

  /// A chain of `basedOn` longer than this is a loop.
  private static let chainLimit = 64

  func chain(_ id: String?) -> Chain {
    guard let id else { return Chain() }
    if let known = chains[id] { return known }
    var lineage: [(id: String, style: StyleSheet.Style)] = []
    var next: String? = id
    while let current = next, lineage.count < StyleResolver.chainLimit,
      let style = sheet.styles[current]
    {
      lineage.append((current, style))
      next = style.basedOn
    }
    var result = Chain()
    for (id, style) in lineage.reversed() {
      result.paragraph.overlay(style.paragraph)
      result.run.overlay(style.run)
      if style.paragraph.numberingID != nil { result.numberingStyle = id }
      for (condition, properties) in style.conditions {
        result.conditions[condition, default: .init()].paragraph.overlay(properties.paragraph)
        result.conditions[condition, default: .init()].run.overlay(properties.run)
      }
    }
    result.name = lineage.first?.style.name ?? ""
    chains[id] = result
    return result
  }

  /// The chain that holds for a paragraph: its own style, else the default one (17.7.4.17).
  func paragraphChain(_ id: String?) -> Chain {
    chain(id.flatMap { sheet.styles[$0] == nil ? nil : $0 } ?? sheet.defaultParagraphStyle)
  }

  /// What the table a paragraph sits in says about its text.
  struct TableContext: Equatable {
    var style: String?
    var conditions: [StyleSheet.TableCondition] = []
  }

  func format(
    of paragraph: ParagraphProperties, table: TableContext?, numberingIndent: Int?
  ) -> ParagraphFormat {
    let chain = paragraphChain(paragraph.style)
    var all = sheet.paragraphDefaults
    for layer in tableLayers(table) { all.overlay(layer.paragraph) }
    // A list set in the style gives way to the style's own indent, one set directly does not.
    if paragraph.numberingID == nil { all.firstLineIndent = numberingIndent ?? all.firstLineIndent }
    all.overlay(chain.paragraph)
    if paragraph.numberingID != nil { all.firstLineIndent = numberingIndent ?? all.firstLineIndent }
    all.overlay(paragraph)
    var format = ParagraphFormat()
    format.alignment = all.alignment ?? .left
    format.firstLineIndent = all.firstLineIndent
    format.styleName = chain.name.isEmpty ? nil : chain.name
    format.outlineLevel = all.outlineLevel.flatMap { (0...8).contains($0) ? $0 : nil }
    return format
  }

  private func tableLayers(_ table: TableContext?) -> [StyleSheet.Style.Condition] {
    guard let table else { return [] }
    let chain = chain(table.style ?? sheet.defaultTableStyle)
    return [.init(paragraph: chain.paragraph, run: chain.run)]
      + StyleSheet.TableCondition.allCases.filter(table.conditions.contains)
      .compactMap { chain.conditions[$0] }
  }

  /// Effective character format and whether the text is hidden.
  func format(
    of run: RunProperties, paragraphStyle: String?, table: TableContext?
  ) -> (format: CharacterFormat, isHidden: Bool) {
    let tables = tableLayers(table).map(\.run)
    let paragraph = paragraphChain(paragraphStyle).run
    let character = run.style.map { chain($0).run } ?? RunProperties()
    var all = sheet.runDefaults
    for layer in tables { all.overlay(layer) }
    all.overlay(paragraph)
    all.overlay(character)
    all.overlay(run)
    var format = CharacterFormat()
    format.size = all.size
    format.isUnderlined = all.isUnderlined ?? false
    format.font =
      switch all.font {
      case .named(let name): name
      case .theme(let isMajor): isMajor ? theme().major : theme().minor
      case nil: nil
      }
    let levels = [tables.reduce(into: RunProperties()) { $0.overlay($1) }, paragraph, character]
    func toggle(_ property: KeyPath<RunProperties, Bool?>) -> Bool {
      if let direct = run[keyPath: property] { return direct }
      if sheet.runDefaults[keyPath: property] == true { return true }
      return levels.reduce(false) { $0 != ($1[keyPath: property] ?? false) }
    }
    format.isBold = toggle(\.isBold)
    format.isItalic = toggle(\.isItalic)
    format.isAllCapitals = toggle(\.isAllCapitals)
    return (format, toggle(\.isHidden))
  }
}

/// Latin fonts of the theme's two roles.
struct ThemeFonts {
  var major: String?
  var minor: String?
}
