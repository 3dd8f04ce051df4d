import XMLReading

/// Relationships of a part (ISO/IEC 29500-2, 6.5). Targets outside the package are left out: they
/// are never followed.
struct Relationships {
  struct Relationship {
    var id: String
    /// Last step of the type's URI: `officeDocument`, `styles`, `header` …; the transitional and the
    /// strict URIs end alike.
    var type: String
    /// Name of the target part, without a leading slash.
    var target: String
    /// Of the family `…/digital-signature/…`.
    var isDigitalSignature = false
  }
  private(set) var all: [Relationship] = []

  init() {}

  /// - Parameter source: name of the part they belong to, `""` for the package.
  init(
    parsing bytes: [UInt8], of source: String, part: String, limits: XMLLimits
  ) throws(ReadingError) {
    let document = try XMLDocument.parsing(bytes, part: part, limits: limits)
    for element in document.root.children where element.isNamed("Relationship") {
      guard element.attribute("TargetMode") != "External",
        let type = element.attribute("Type"), let target = element.attribute("Target"),
        let resolved = Relationships.resolve(target, from: source)
      else { continue }
      all.append(
        Relationship(
          id: element.attribute("Id") ?? "",
          type: type.split(separator: "/").last.map(String.init) ?? type, target: resolved,
          isDigitalSignature: type.split(separator: "/").dropLast().last == "digital-signature"))
    }
  }

  func first(_ type: String) -> Relationship? { all.first { $0.type == type } }

  func all(_ type: String) -> [Relationship] { all.filter { $0.type == type } }

  /// Where the relationships of a part are kept.
  static func name(of source: String) -> String {
    guard let slash = source.lastIndex(of: "/") else { return "_rels/\(source).rels" }
    return "\(source[..<slash])/_rels/\(source[source.index(after: slash)...]).rels"
  }

  /// A target against its source part; nil when it climbs out of the package.
  private static func resolve(_ target: String, from source: String) -> String? {
    var steps = target.hasPrefix("/") ? [] : source.split(separator: "/").dropLast()
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..":
        guard !steps.isEmpty else { return nil }
        steps.removeLast()
      default: steps.append(step)
      }
    }
    return steps.isEmpty ? nil : steps.joined(separator: "/")
  }
}
