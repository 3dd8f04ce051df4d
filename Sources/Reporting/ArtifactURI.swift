/// Paths as URI references (RFC 3986), for formats that want them.
enum ArtifactURI {
  /// A relative path stays relative; an absolute one becomes a `file:` URI.
  static func reference(_ path: String) -> String {
    let encoded = percentEncoded(path)
    return path.hasPrefix("/") ? "file://" + encoded : encoded
  }

  /// Everything but unreserved characters and `/` is percent-encoded: a colon too, so that the
  /// first segment is not taken for a scheme.
  private static func percentEncoded(_ path: String) -> String {
    var result: [UInt8] = []
    for unit in path.utf8 {
      switch unit {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.append(unit)
      default:
        let digits = Array("0123456789ABCDEF".utf8)
        result += [UInt8(ascii: "%"), digits[Int(unit >> 4)], digits[Int(unit & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
