/// Texts that bring out catastrophic backtracking in a pattern.
///
/// A pattern backtracks without end when two of its repetitions can share out one stretch of text in
/// many ways and something behind them fails. So: a text that the pattern roughly fits (its
/// *witness*), with one piece repeated, and then a sign that hardly any pattern expects. What escapes
/// this is stopped when a document brings it out.
enum PatternTrial {
  private static let repeats = 48
  private static let longestWitness = 120
  private static let ending = "\u{1}"

  static func subjects(for source: String) -> [String] {
    var result: [String] = []
    for way in [PatternWitness.Way.first, .last] {
      let whole = Array(PatternWitness(source, taking: way).scalars.prefix(longestWitness))
      result += subjects(around: whole).filter { !result.contains($0) }
    }
    return result
  }

  private static func subjects(around whole: [Unicode.Scalar]) -> [String] {
    var result: [String] = []
    var seen: Set<String> = []
    func add(_ scalars: some Sequence<Unicode.Scalar>) {
      let text = string(scalars)
      if seen.insert(text).inserted { result.append(text + ending + string(whole)) }
    }
    for length in [1, 2, 3] {
      for start in whole.indices where start + length <= whole.count {
        let piece = whole[start..<start + length]
        add(whole[..<start] + (0..<repeats).flatMap { _ in piece })
      }
    }
    add((0..<repeats).flatMap { _ in whole })
    add((0..<repeats).flatMap { _ in whole + [" "] })
    return result
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// A text that a pattern roughly fits, found by reading it once: the first or the last way of every
/// choice, each repetition once, one member for every class. Rough is enough: it only feeds the trial.
struct PatternWitness {
  private(set) var scalars: [Unicode.Scalar] = []
  private let source: [Unicode.Scalar]
  private let way: Way
  private var place = 0

  enum Way {
    case first
    case last
  }

  init(_ pattern: String, taking way: Way) {
    self.way = way
    source = Array(pattern.unicodeScalars)
    while place < source.count {
      read()
      if place < source.count, source[place] == ")" { place += 1 }
    }
  }

  private var next: Unicode.Scalar? { place < source.count ? source[place] : nil }

  /// Reads up to the end of the pattern or of the group it is in.
  private mutating func read() {
    let before = scalars.count
    while let scalar = next, scalar != ")" {
      place += 1
      switch scalar {
      case "\\": readEscape()
      case "[": readClass()
      case "(": readGroup()
      case "|" where way == .last: scalars.removeLast(scalars.count - before)
      case "|": skipToGroupEnd()
      case "*", "+", "?", "^", "$": break
      case "{": skip(past: "}")
      case ".": scalars.append("a")
      default: scalars.append(scalar)
      }
    }
  }

  private mutating func readGroup() {
    var isSeen = true
    if next == "?" {
      place += 1
      switch next {
      case "#":
        skip(past: ")")
        return
      case "=", "!": isSeen = false
      case "<" where place + 1 < source.count && "=!".unicodeScalars.contains(source[place + 1]):
        isSeen = false
      case "<": skip(past: ">")
      case "'":
        place += 1
        skip(past: "'")
      case "P" where place + 1 < source.count && source[place + 1] == "<": skip(past: ">")
      default:
        // Options and the kind of group: (?:  (?i)  (?i-s:  (?>  (?|
        while let sign = next, sign != ":", sign != ")", sign != ">", sign != "|" { place += 1 }
        if next != ")", next != nil { place += 1 }
      }
    } else if next == "*" {
      skip(past: ")")
      return
    }
    let before = scalars.count
    read()
    // What a lookaround sees is no part of the match.
    if !isSeen { scalars.removeLast(scalars.count - before) }
    if next == ")" { place += 1 }
  }

  private mutating func readEscape() {
    guard let scalar = next else { return }
    place += 1
    switch scalar {
    case "p", "P":
      let start = place
      if next == "{" { skip(past: "}") } else { place += 1 }
      let name = source[start..<min(place, source.count)]
      let isCapital = name.contains("L") && name.contains("u")
      scalars.append(name.contains("N") ? "1" : isCapital ? "A" : name.contains("Z") ? " " : "a")
    case "d": scalars.append("1")
    case "h", "s": scalars.append(" ")
    case "w", "D", "S", "H", "N", "X", "R": scalars.append("a")
    case "W": scalars.append(" ")
    case "n": scalars.append("\n")
    case "t": scalars.append("\t")
    case "x":
      if next == "{" {
        let start = place + 1
        skip(past: "}")
        let digits = source[start..<max(start, place - 1)].map(String.init).joined()
        if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
          scalars.append(scalar)
        }
      }
    case "Q":
      while let literal = next {
        if literal == "\\", place + 1 < source.count, source[place + 1] == "E" {
          place += 2
          break
        }
        scalars.append(literal)
        place += 1
      }
    case "A", "z", "Z", "b", "B", "G", "K", "E", "k", "g": break
    default:
      if !Letters.isLetter(scalar), !Letters.isDigit(scalar) { scalars.append(scalar) }
    }
  }

  private mutating func readClass() {
    let isNegated = next == "^"
    if isNegated { place += 1 }
    let before = scalars.count
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      place += 1
      switch scalar {
      case "\\": readEscape()
      case "[" where next == ":":
        skip(past: "]")
        scalars.append("a")
      default: scalars.append(scalar)
      }
    }
    place += 1
    let members = scalars[before...]
    let member = isNegated ? PatternWitness.outside(members) : members.first
    scalars.removeLast(scalars.count - before)
    if let member { scalars.append(member) }
  }

  private static func outside(_ members: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    let candidates: [Unicode.Scalar] = ["a", "1", " ", "A", ",", "x"]
    return candidates.first { !members.contains($0) }
  }

  private mutating func skipToGroupEnd() {
    // The other ways are read and dropped, so that brackets inside them pair up.
    let before = scalars.count
    read()
    scalars.removeLast(scalars.count - before)
  }

  private mutating func skip(past scalar: Unicode.Scalar) {
    while let found = next {
      place += 1
      if found == scalar { return }
    }
  }
}
