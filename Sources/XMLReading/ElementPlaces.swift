import CLibXML2

/// Where an element stands in the bytes of a document.
public struct ElementPlace: Sendable, Hashable {
  /// From `<` to just after the `>` of its start tag.
  public var startTag: Range<Int>
  /// Between start and end tag; nil when it holds anything but character data, or has no end tag
  /// of its own (`<w:t/>`).
  public var characters: Range<Int>?
}

/// Finds elements in the source text of XML that has already been parsed: libxml2's tree keeps no
/// byte offsets. Elements are told by their ordinal in document order, from 0 for the root.
public enum ElementPlaces {
  /// The places of the elements with these ordinals. Only for well-formed UTF-8 without a document
  /// type declaration.
  public static func find(_ ordinals: Set<Int>, in bytes: [UInt8]) -> [Int: ElementPlace] {
    bytes.withUnsafeBufferPointer { Scanner(bytes: $0).places(of: ordinals) }
  }

  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>

    func places(of ordinals: Set<Int>) -> [Int: ElementPlace] {
      var result: [Int: ElementPlace] = [:]
      var ordinal = 0
      var index = 0
      // A wanted element whose content has begun.
      var open: (ordinal: Int, tag: Range<Int>)?
      while let start = next("<", from: index) {
        switch at(start + 1) {
        case "/":
          if let (ordinal, tag) = open {
            result[ordinal] = ElementPlace(startTag: tag, characters: tag.upperBound..<start)
          }
          open = nil
          index = next(">", from: start) ?? bytes.count
        case "!" where at(start + 2) == "[":
          abandon(&open, in: &result)
          index = end(of: "]]>", from: start)
        case "!":
          abandon(&open, in: &result)
          index = end(of: "-->", from: start + 4)
        case "?":
          abandon(&open, in: &result)
          index = end(of: "?>", from: start)
        default:
          abandon(&open, in: &result)
          let end = endOfTag(from: start)
          if ordinals.contains(ordinal) {
            let tag = start..<min(end + 1, bytes.count)
            if at(end - 1) == "/" {
              result[ordinal] = ElementPlace(startTag: tag, characters: nil)
            } else {
              open = (ordinal, tag)
            }
          }
          ordinal += 1
          index = end
        }
      }
      return result
    }

    /// Something else than characters stands in it.
    private func abandon(
      _ open: inout (ordinal: Int, tag: Range<Int>)?, in result: inout [Int: ElementPlace]
    ) {
      if let (ordinal, tag) = open {
        result[ordinal] = ElementPlace(startTag: tag, characters: nil)
      }
      open = nil
    }

    private func at(_ index: Int) -> Unicode.Scalar {
      bytes.indices.contains(index) ? Unicode.Scalar(bytes[index]) : " "
    }

    private func next(_ wanted: Unicode.Scalar, from start: Int) -> Int? {
      guard start < bytes.count else { return nil }
      return bytes[max(0, start)...].firstIndex(of: UInt8(truncatingIfNeeded: wanted.value))
    }

    /// Index of the last byte of the first `mark` at or after `start`.
    private func end(of mark: StaticString, from start: Int) -> Int {
      mark.withUTF8Buffer { mark in
        var index = start
        while index + mark.count <= bytes.count {
          if bytes[index..<(index + mark.count)].elementsEqual(mark) {
            return index + mark.count - 1
          }
          index += 1
        }
        return bytes.count
      }
    }

    /// The `>` of a tag; one in an attribute's value does not count.
    private func endOfTag(from start: Int) -> Int {
      var index = start
      var quote: UInt8?
      while index < bytes.count {
        let unit = bytes[index]
        if let open = quote {
          if unit == open { quote = nil }
        } else if unit == UInt8(ascii: "\"") || unit == UInt8(ascii: "'") {
          quote = unit
        } else if unit == UInt8(ascii: ">") {
          return index
        }
        index += 1
      }
      return bytes.count
    }
  }
}

extension XMLDocument {
  /// Ordinals of these elements in document order, from 0 for the root.
  public func ordinals(of elements: Set<xmlNodePtr>) -> [xmlNodePtr: Int] {
    var result: [xmlNodePtr: Int] = [:]
    var count = 0
    func visit(_ node: XMLNode) {
      if elements.contains(node.pointer) { result[node.pointer] = count }
      count += 1
      for child in node.children { visit(child) }
    }
    visit(root)
    return result
  }
}
