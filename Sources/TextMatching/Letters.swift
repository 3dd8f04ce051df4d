/// Letter classes by arithmetic for the scripts of Vietnamese papers; Unicode's own tables, which
/// cost a search per scalar, answer for everything else.
public enum Letters {
  /// Letters of any script.
  public static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: true
    case 0..<0x80, 0x2000...0x206F: false
    default: scalar.properties.isAlphabetic
    }
  }

  /// Capital letters.
  public static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A: true
    case 0..<0x80, 0x2000...0x206F: false
    case 0xC0...0x17F, 0x1A0...0x1B0, 0x1EA0...0x1EF9: lowercased(scalar) != scalar
    default: scalar.properties.isUppercase
    }
  }

  /// Small letters.
  public static func isSmall(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61...0x7A: true
    case 0..<0x80, 0x2000...0x206F: false
    case 0x1EA0...0x1EF9: scalar.value & 1 == 1
    default: scalar.properties.isLowercase
    }
  }

  public static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  /// White space, the no-break and other Unicode spaces included.
  public static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      true
    case 0x1680: true
    default: false
    }
  }

  /// The small letter of a capital; any other scalar itself. One scalar for one.
  public static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    switch value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: return shifted(scalar, by: 32)
    case 0..<0xC0: return scalar
    case 0x100...0x12F, 0x132...0x137, 0x14A...0x177, 0x1A0...0x1A5, 0x1E00...0x1E95,
      0x1EA0...0x1EFF:
      return value & 1 == 0 ? shifted(scalar, by: 1) : scalar
    case 0x139...0x148, 0x179...0x17E, 0x1AF...0x1B0:
      return value & 1 == 1 ? shifted(scalar, by: 1) : scalar
    case 0xD7, 0xDF...0xFF, 0x300...0x344, 0x346...0x36F, 0x2000...0x206F: return scalar
    default:
      let mapped = scalar.properties.lowercaseMapping.unicodeScalars
      return mapped.count == 1 ? mapped.first ?? scalar : scalar
    }
  }

  private static func shifted(_ scalar: Unicode.Scalar, by distance: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(scalar.value + distance) ?? scalar
  }
}
