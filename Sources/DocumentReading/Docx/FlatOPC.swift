import XMLReading

/// A package in one XML file: root `pkg:package`, each part below a `pkg:part`, XML as it is, anything
/// else as Base64, which is never looked at.
final class FlatOPC: PackageParts {
  let names: [String]
  /// XML of the parts that have any, by name in lower case.
  private let parts: [String: [UInt8]]

  static let binaryElement = "binaryData"
  static let namespace = "http://schemas.microsoft.com/office/2006/xmlPackage"

  init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
    let document = try XMLDocument.parsing(
      bytes, part: "pkg:package", limits: limits.xml,
      binary: .init(names: [FlatOPC.binaryElement], byteLimit: limits.inflatedBytesPerEntry))
    var names: [String] = []
    var parts: [String: [UInt8]] = [:]
    for element in document.root.children
    where element.isNamed("part") && element.namespace == FlatOPC.namespace {
      guard let name = element.attribute("name").map({ FlatOPC.name($0) }) else { continue }
      names.append(name)
      guard names.count <= limits.entries else { throw .tooLarge(.entries(limit: limits.entries)) }
      guard let root = element.firstChild("xmlData")?.children.first(where: { _ in true }) else {
        continue
      }
      // Two parts of one name: which one counts would depend on the reader.
      guard parts.updateValue(root.serialised(), forKey: name.lowercased()) == nil else {
        throw .corrupt(part: name, detail: "trùng tên trong gói / duplicate part")
      }
    }
    self.names = names
    self.parts = parts
  }

  private static func name(_ name: String) -> String {
    name.hasPrefix("/") ? String(name.dropFirst()) : name
  }

  func holds(_ name: String) -> Bool { names.contains { $0.lowercased() == name.lowercased() } }

  func bytes(named name: String, budget: ReadingBudget) throws(ReadingError) -> [UInt8]? {
    guard let bytes = parts[name.lowercased()] else { return nil }
    guard bytes.count <= budget.inflatableBytes else { throw .tooLarge(budget.excess(of: name)) }
    budget.spend(inflatedBytes: bytes.count)
    return bytes
  }
}
