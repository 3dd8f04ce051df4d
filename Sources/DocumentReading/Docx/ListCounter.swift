import DocumentModel

/// Counts list items through one story and words their labels.
///
/// Counters belong to the list definition, so that two instances of it go on counting; an instance
/// with a start override sets them back when it is first used (17.9.26, 17.9.27).
struct ListCounter {
  private let numbering: Numbering
  /// By definition, then level.
  private var counters: [Int: [Int: Int]] = [:]
  /// Instances and levels whose start override has been applied.
  private var started: Set<[Int]> = []
  /// How often the counting of a definition was set back.
  private var epochs: [Int: Int] = [:]

  init(numbering: Numbering) { self.numbering = numbering }

  struct Item {
    /// Nil when the level shows nothing.
    var label: ListLabel?
    var firstLineIndent: Int?
  }

  /// Counts one paragraph and returns its label; nil when there is no such list.
  /// - Parameter style: the paragraph style that states the numbering, if it is not direct.
  mutating func next(instance id: Int, level: Int?, style: String?) -> Item? {
    guard let instance = numbering.instances[id],
      let (list, abstract) = numbering.resolve(instance)
    else { return nil }
    let linked = abstract.levels.filter { style != nil && $0.value.paragraphStyle == style }
    let index = min(max(level ?? linked.keys.min() ?? 0, 0), 8)
    func definition(at index: Int) -> Numbering.Level? {
      instance.levels[index] ?? abstract.levels[index]
    }
    guard let own = definition(at: index) else { return nil }
    func start(_ index: Int) -> Int {
      instance.startOverrides[index] ?? definition(at: index)?.start ?? 1
    }
    var counts = counters[list] ?? [:]
    if let override = instance.startOverrides[index], started.insert([id, index]).inserted {
      counts[index] = override
      epochs[list, default: 0] += 1
    } else {
      counts[index] = counts[index].map { $0 + 1 } ?? start(index)
    }
    for above in 0..<index where counts[above] == nil { counts[above] = start(above) }
    for below in (index + 1)..<9 where counts[below] != nil {
      // Restarted by any level above it, by level k (from 1) and those above, or never.
      if index < definition(at: below)?.restart ?? below { counts[below] = nil }
    }
    counters[list] = counts
    let counting = list << 16 | epochs[list, default: 0]
    return Item(
      label: ListCounter.label(
        own, index: index, counts: counts, list: counting, level: definition(at:)),
      firstLineIndent: own.firstLineIndent)
  }

  static func label(
    _ own: Numbering.Level, index: Int, counts: [Int: Int], list: Int,
    level: (Int) -> Numbering.Level?
  ) -> ListLabel? {
    if own.format == "bullet" {
      return ListLabel(text: "-", origin: .automatic, style: .dash, level: index, list: list)
    }
    var text = ""
    var numbers: [Int] = []
    var formats: [String] = []
    var pending = own.text.unicodeScalars[...]
    while let scalar = pending.popFirst() {
      guard scalar == "%", let digit = pending.first, ("1"..."9").contains(digit) else {
        text.unicodeScalars.append(scalar)
        continue
      }
      pending.removeFirst()
      let referred = Int(digit.value) - 0x31
      let count = counts[referred] ?? 1
      let format = own.isLegal ? "decimal" : level(referred)?.format ?? "decimal"
      let shown = NumberFormat.text(count, format)
      text += shown
      formats.append(format)
      if let number = NumberFormat.number(count, shown, format) { numbers.append(number) }
    }
    guard !text.allSatisfy(\.isWhitespace) else { return nil }
    let trimmed = String(
      text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    return ListLabel(
      text: trimmed, origin: .automatic, style: style(of: trimmed, formats: formats),
      numbers: numbers, level: index, list: list)
  }

  private static func style(of text: String, formats: [String]) -> ListLabel.Style {
    let word = text.prefix { $0.isLetter }.lowercased()
    if word == "điều", !formats.isEmpty { return .article }
    if ["chương", "phần", "mục"].contains(word), !formats.isEmpty { return .division }
    guard let format = formats.last else {
      return text.unicodeScalars.allSatisfy(LabelSplitter.isDash) ? .dash : .other
    }
    return switch format {
    case "decimal", "decimalZero": .decimal
    case "upperRoman": formats.count > 1 ? .decimal : .upperRoman
    case "lowerRoman": .lowerRoman
    case "lowerLetter": .lowerLetter
    case "upperLetter": .upperLetter
    default: .other
    }
  }
}

/// Number formats of list labels (ST_NumberFormat, 17.18.59), those that papers use.
enum NumberFormat {
  /// The name of a format; Word 2003 gives some by number (`w:nfc`).
  static func name(_ value: String) -> String {
    switch value {
    case "0": "decimal"
    case "1": "upperRoman"
    case "2": "lowerRoman"
    case "3": "upperLetter"
    case "4": "lowerLetter"
    case "22": "decimalZero"
    case "23": "bullet"
    case "255": "none"
    default: value
    }
  }

  static func text(_ number: Int, _ format: String) -> String {
    switch format {
    case "none": ""
    case "decimalZero": (0..<10).contains(number) ? "0\(number)" : "\(number)"
    case "upperRoman": roman(number)
    case "lowerRoman": roman(number).lowercased()
    case "upperLetter": letters(number)
    case "lowerLetter": letters(number).lowercased()
    default: "\(number)"
    }
  }

  /// The number a reader sees: letters by the Vietnamese order of points, which Word does not
  /// follow, so that its fifth item "e)" is the sixth point.
  static func number(_ number: Int, _ text: String, _ format: String) -> Int? {
    switch format {
    case "none", "bullet": return nil
    case "upperLetter", "lowerLetter":
      let scalars = Array(text.unicodeScalars)
      return scalars.count == 1 ? LabelSplitter.pointNumber(scalars[0]) : nil
    default: return number
    }
  }

  private static func roman(_ number: Int) -> String {
    (1..<4000).contains(number) ? LabelSplitter.roman(number) : "\(number)"
  }

  /// A … Z, then AA, BB … (17.18.59).
  private static func letters(_ number: Int) -> String {
    guard (1...780).contains(number) else { return "\(number)" }
    let letter = Unicode.Scalar(UInt8(0x41 + (number - 1) % 26))
    return String(repeating: Character(letter), count: (number - 1) / 26 + 1)
  }
}
