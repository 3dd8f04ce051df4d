/// XML with the attributes of every element in the opposite order: it says the same.
public enum AttributeOrder {
  public static func reversed(_ xml: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(xml.count)
    var index = 0
    while index < xml.count {
      // Tags of elements only: declarations and instructions have an order.
      guard xml[index] == UInt8(ascii: "<"), index + 1 < xml.count,
        Character(Unicode.Scalar(xml[index + 1])).isLetter
      else {
        result.append(xml[index])
        index += 1
        continue
      }
      let name = xml[index...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
      result += name
      index = name.endIndex
      // Of an element without attributes nothing is left.
      guard name.last != UInt8(ascii: "/") else { continue }
      for attribute in attributes(xml, &index).reversed() {
        result.append(0x20)
        result += attribute
      }
    }
    return result
  }

  public static func reversed(_ entries: [ZipWriter.Entry]) -> [ZipWriter.Entry] {
    entries.map { entry in
      let isXML = entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels")
      return isXML
        ? .init(entry.name, reversed(entry.content), isDeflated: entry.method == 8) : entry
    }
  }

  /// The attributes from `index` on, which is left at the end of the tag.
  private static func attributes(_ xml: [UInt8], _ index: inout Int) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    while index < xml.count {
      while index < xml.count, xml[index] <= 0x20 { index += 1 }
      let start = index
      guard let equals = xml[start...].firstIndex(of: UInt8(ascii: "=")),
        xml[start..<equals].allSatisfy({ $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }),
        equals + 1 < xml.count,
        let end = xml[(equals + 2)...].firstIndex(of: xml[equals + 1])
      else { return result }
      index = end + 1
      result.append(xml[start..<index])
    }
    return result
  }
}
