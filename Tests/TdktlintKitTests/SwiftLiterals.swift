/// The string literals of Swift source, without comments and without what is interpolated; literals
/// inside an interpolation are found like any other.
struct SwiftLiterals {
  struct Literal {
    var text: String
    /// Where it begins, from 1.
    var line: Int
  }

  private let units: [Unicode.Scalar]
  private var place = 0
  private var line = 1
  private var found: [Literal] = []

  static func find(in source: String) -> [Literal] {
    var scanner = SwiftLiterals(units: Array(source.unicodeScalars))
    scanner.code(isInterpolation: false)
    return scanner.found
  }

  private init(units: [Unicode.Scalar]) { self.units = units }

  private func starts(_ words: String) -> Bool {
    var index = place
    for scalar in words.unicodeScalars {
      guard index < units.count, units[index] == scalar else { return false }
      index += 1
    }
    return true
  }

  private mutating func step() {
    if units[place] == "\n" { line += 1 }
    place += 1
  }

  /// Up to the end, or to the parenthesis that closes an interpolation.
  private mutating func code(isInterpolation: Bool) {
    var depth = 0
    var hashes = 0
    while place < units.count {
      if starts("//") {
        while place < units.count, units[place] != "\n" { place += 1 }
      } else if starts("/*") {
        while place < units.count, !starts("*/") { step() }
        place = min(place + 2, units.count)
      } else if units[place] == "\"" {
        string(hashes: hashes)
      } else if units[place] == "(" {
        depth += 1
        place += 1
      } else if units[place] == ")" {
        place += 1
        if isInterpolation, depth == 0 { return }
        depth -= 1
      } else if units[place] == "#" {
        hashes += 1
        place += 1
        continue
      } else {
        step()
      }
      hashes = 0
    }
  }

  private mutating func string(hashes: Int) {
    let quote = starts("\"\"\"") ? "\"\"\"" : "\""
    let marks = String(repeating: "#", count: hashes)
    let first = line
    let slot = found.count
    found.append(Literal(text: "", line: first))
    place += quote.unicodeScalars.count
    var text = String.UnicodeScalarView()
    while place < units.count, !starts(quote + marks) {
      if starts("\\\(marks)(") {
        place += 2 + hashes
        code(isInterpolation: true)
      } else {
        if hashes == 0, units[place] == "\\" {
          text.append(units[place])
          place += 1
        }
        guard place < units.count else { break }
        text.append(units[place])
        step()
      }
    }
    place = min(place + quote.unicodeScalars.count + hashes, units.count)
    found[slot].text = String(text)
  }
}
