import XMLReading

/// List definitions as `numbering.xml` has them.
struct Numbering {
  struct Level {
    var start = 1
    var format = "decimal"
    var text = ""
    var isLegal = false
    /// 1-based level whose use (or that of one above it) restarts this one; 0 never; nil any above.
    var restart: Int?
    /// The paragraph style linked to this level.
    var paragraphStyle: String?
    var firstLineIndent: Int?
  }
  struct Abstract {
    var levels: [Int: Level] = [:]
    /// The list is defined by the numbering style of this name.
    var numberingStyle: String?
    /// The numbering style that this definition is the body of.
    var definesStyle: String?
  }
  struct Instance {
    var abstract: Int
    var startOverrides: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }
  private(set) var abstracts: [Int: Abstract] = [:]
  private(set) var instances: [Int: Instance] = [:]
  /// The definition that is the body of a numbering style; the first one that says so.
  private var bodies: [String: Int] = [:]

  init() {}

  init(parsing bytes: [UInt8], part: String, budget: ReadingBudget) throws(ReadingError) {
    let document = try XMLDocument.parsing(bytes, part: part, budget: budget)
    self.init(document.root, tags: WordTagTable())
  }

  /// - Parameter root: `w:numbering`, or `w:lists` of Word 2003.
  init(_ root: XMLNode, tags: WordTagTable) {
    for element in root.children {
      switch tags.tag(element) {
      case .abstractNum: addAbstract(element, tags)
      case .num: addInstance(element, tags)
      default: break
      }
    }
  }

  private mutating func addAbstract(_ element: XMLNode, _ tags: WordTagTable) {
    guard
      let id = (element.attribute("abstractNumId") ?? element.attribute("listDefId"))
        .flatMap({ Int($0) })
    else { return }
    var result = Abstract()
    for child in element.children {
      switch tags.tag(child) {
      case .numStyleLink: result.numberingStyle = child.attribute("val")
      case .styleLink: result.definesStyle = child.attribute("val")
      case .lvl:
        if let index = Numbering.levelIndex(child) {
          result.levels[index] = Numbering.level(child, tags)
        }
      default: break
      }
    }
    abstracts[id] = result
    if let style = result.definesStyle, bodies[style] == nil { bodies[style] = id }
  }

  private mutating func addInstance(_ element: XMLNode, _ tags: WordTagTable) {
    guard let id = (element.attribute("numId") ?? element.attribute("ilfo")).flatMap({ Int($0) }),
      let abstract = element.children.first(where: { tags.tag($0) == .abstractNumId })?
        .attribute("val").flatMap({ Int($0) })
    else { return }
    var result = Instance(abstract: abstract)
    for child in element.children where tags.tag(child) == .lvlOverride {
      guard let index = Numbering.levelIndex(child) else { continue }
      for part in child.children {
        switch tags.tag(part) {
        case .startOverride:
          result.startOverrides[index] = part.attribute("val").flatMap { Int($0) }
        case .lvl: result.levels[index] = Numbering.level(part, tags)
        default: break
        }
      }
    }
    instances[id] = result
  }

  /// Lists have nine levels (17.9.6).
  private static func levelIndex(_ element: XMLNode) -> Int? {
    element.attribute("ilvl").flatMap { Int($0) }.flatMap { (0...8).contains($0) ? $0 : nil }
  }

  private static func level(_ element: XMLNode, _ tags: WordTagTable) -> Level {
    var result = Level()
    for child in element.children {
      let value = child.attribute("val")
      switch tags.tag(child) {
      case .start: result.start = value.flatMap { Int($0) } ?? 1
      case .numFmt: result.format = value.map(NumberFormat.name) ?? "decimal"
      case .lvlText: result.text = value ?? ""
      case .isLgl: result.isLegal = OnOff.value(value)
      case .lvlRestart: result.restart = value.flatMap { Int($0) }
      case .pStyle: result.paragraphStyle = value
      case .pPr:
        var properties = ParagraphProperties()
        for property in child.children {
          properties.add(tags.tag(property)) { property.attribute($0) }
        }
        result.firstLineIndent = properties.firstLineIndent
      default: break
      }
    }
    return result
  }

  /// The definition an instance stands on, through the link to a numbering style
  /// (`numStyleLink` → the definition that has it as `styleLink`, 17.9.21).
  func resolve(_ instance: Instance) -> (id: Int, abstract: Abstract)? {
    guard let abstract = abstracts[instance.abstract] else { return nil }
    guard let style = abstract.numberingStyle, let body = bodies[style],
      let linked = abstracts[body]
    else { return (instance.abstract, abstract) }
    return (body, linked)
  }
}
