import CLibXML2
import XMLReading

extension WordTagTable {
  /// The one branch of `mc:AlternateContent` to read (ISO/IEC 29500-3, 9.3): the first choice whose
  /// namespaces are all known here, else the fallback.
  func chosenBranch(of node: XMLNode) -> XMLNode? {
    var fallback: XMLNode?
    for child in node.children {
      switch tag(child) {
      case .choice:
        let required = child.attribute("Requires")?.split(separator: " ") ?? []
        if !required.isEmpty, required.allSatisfy({ isKnown(prefix: $0, at: child) }) {
          return child
        }
      case .fallback: fallback = fallback ?? child
      default: break
      }
    }
    return fallback
  }

  private func isKnown(prefix: Substring, at node: XMLNode) -> Bool {
    guard let found = xmlSearchNs(node.pointer.pointee.doc, node.pointer, String(prefix)),
      let uri = found.pointee.href.map({ String(cString: $0) })
    else { return false }
    // A symbol by font and code, of 2015: the fallback has the character.
    if uri.hasSuffix("/symex") { return false }
    return uri.hasPrefix("http://schemas.microsoft.com/office/word/")
      || uri.hasPrefix("http://schemas.openxmlformats.org/")
      || uri.hasPrefix("http://purl.oclc.org/ooxml/")
  }
}
