import CLibXML2

extension XMLNode {
  /// This element and what is below it as an XML document of its own, in UTF-8: namespaces declared
  /// further up are declared on it. Empty when memory ran out.
  public func serialised() -> [UInt8] {
    let document = pointer.pointee.doc
    // The copy gets the namespace declarations it needs.
    guard let copy = xmlDocCopyNode(pointer, document, 1) else { return [] }
    defer { xmlFreeNode(copy) }
    guard let buffer = xmlBufferCreate() else { return [] }
    defer { xmlBufferFree(buffer) }
    let length = xmlNodeDump(buffer, document, copy, 0, 0)
    guard length >= 0, let content = xmlBufferContent(buffer) else { return [] }
    return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
  }
}
