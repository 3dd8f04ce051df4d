/// The character data of an XML element: its scalars, and the bytes each was written with
/// (XML 1.0, 2.4 and 2.11).
struct CharacterData {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Where each scalar begins, counted from the start of the data, and one for the end.
  private var starts: [Int] = []

  /// - Parameter bytes: well-formed UTF-8 without tags, comments and CDATA sections.
  init(_ bytes: ArraySlice<UInt8>) {
    let base = bytes.startIndex
    var index = base
    while index < bytes.endIndex {
      starts.append(index - base)
      switch bytes[index] {
      case UInt8(ascii: "&"):
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ";")) ?? bytes.endIndex - 1
        scalars.append(CharacterData.referred(bytes[(index + 1)..<end]))
        index = end + 1
      case UInt8(ascii: "\r"):
        scalars.append("\n")
        let isPair = index + 1 < bytes.endIndex && bytes[index + 1] == UInt8(ascii: "\n")
        index += isPair ? 2 : 1
      default:
        var iterator = bytes[index...].makeIterator()
        var decoder = UTF8()
        if case .scalarValue(let scalar) = decoder.decode(&iterator) {
          scalars.append(scalar)
          index += UTF8.width(scalar)
        } else {
          scalars.append("\u{FFFD}")
          index += 1
        }
      }
    }
    starts.append(bytes.count)
  }

  func bytes(of range: Range<Int>) -> Range<Int> {
    starts[range.lowerBound]..<starts[range.upperBound]
  }

  private static func referred(_ name: ArraySlice<UInt8>) -> Unicode.Scalar {
    switch String(decoding: name, as: UTF8.self) {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    case let code where code.hasPrefix("#x"):
      UInt32(code.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    case let code: UInt32(code.dropFirst()).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    }
  }

  static func escaped(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    for unit in text.utf8 {
      switch unit {
      case UInt8(ascii: "&"): result += "&amp;".utf8
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: ">"): result += "&gt;".utf8
      default: result.append(unit)
      }
    }
    return result
  }
}
