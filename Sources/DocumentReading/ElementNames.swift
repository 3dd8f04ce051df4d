import XMLReading

/// Names of one document's elements as `prefix:local`, with prefixes chosen here and not by the file.
/// libxml2 interns names and shares namespace records, so both are looked up by address and spelled
/// out once.
final class ElementNames {
  private struct Key: Hashable {
    var name: UnsafeRawPointer
    var namespace: UnsafeRawPointer?
  }
  private var known: [Key: String] = [:]
  private let prefixes: [String: String]

  /// - Parameter prefixes: by namespace URI; a name of any other namespace is `?:local`.
  init(prefixes: [String: String]) { self.prefixes = prefixes }

  func name(_ node: XMLNode) -> String {
    guard let name = node.pointer.pointee.name else { return "" }
    let key = Key(
      name: UnsafeRawPointer(name), namespace: node.pointer.pointee.ns.map { UnsafeRawPointer($0) })
    if let hit = known[key] { return hit }
    let prefix = node.namespace.flatMap { prefixes[$0] } ?? "?"
    let result = "\(prefix):\(node.name)"
    known[key] = result
    return result
  }
}
