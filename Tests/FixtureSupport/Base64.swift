/// Base64 (RFC 4648, 4) in lines of 76 characters, as MIME and XML files wrap it.
public enum Base64 {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  public static func text(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var column = 0
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = Array(bytes[start..<min(start + 3, bytes.count)])
      let value = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for index in 0..<4 {
        let letter = letters[Int(value >> UInt32(18 - 6 * index) & 63)]
        result.append(index <= group.count ? letter : UInt8(ascii: "="))
      }
      column += 4
      if column == 76 {
        result.append(0x0A)
        column = 0
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
