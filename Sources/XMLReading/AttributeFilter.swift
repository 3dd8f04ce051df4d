import CLibXML2

/// Leaves out attributes that no reader wants before they become part of a tree, where each takes as
/// much as two elements.
struct AttributeFilter {
  /// Local names that begin with it are left out; empty: none.
  let prefix: [UInt8]
  private var kept: [UnsafePointer<xmlChar>?] = []

  init(prefix: String) { self.prefix = Array(prefix.utf8) }

  /// Pointers that libxml2 gives for an attribute: local name, prefix, URI, start and end of the
  /// value.
  private static let width = 5

  /// Runs `body` with what is kept of a list of attributes. The list itself stays as it is: libxml2
  /// frees by it.
  mutating func withKept<Result>(
    _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int32,
    _ body: (UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, Int32) -> Result
  ) -> Result {
    guard let list, count > 0, !prefix.isEmpty else { return body(list, count) }
    kept.removeAll(keepingCapacity: true)
    for index in 0..<Int(count) {
      let attribute = list + AttributeFilter.width * index
      guard let name = attribute.pointee, !isLeftOut(name) else { continue }
      kept.append(contentsOf: UnsafeBufferPointer(start: attribute, count: AttributeFilter.width))
    }
    let count = Int32(kept.count / AttributeFilter.width)
    return kept.withUnsafeMutableBufferPointer { body($0.baseAddress, count) }
  }

  private func isLeftOut(_ name: UnsafePointer<xmlChar>) -> Bool {
    // A name ends with a zero, which is in no prefix.
    prefix.indices.allSatisfy { name[$0] == prefix[$0] }
  }
}
