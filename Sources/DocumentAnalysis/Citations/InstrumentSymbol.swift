import TextMatching

/// A symbol taken apart: `98/2023/NĐ-CP`, `07/KH-UBND`, `34-CT/TW`, with whatever white space and
/// separators were typed.
public struct InstrumentSymbol: Sendable, Hashable {
  public enum Form: String, Sendable {
    /// Number, slash, year where the paper is normative, slash, codes joined by hyphens
    /// (Decree 30/2020, Phụ lục I, mục II.3).
    case state
    /// Number, hyphen, type code, slash, body: the Party and bodies that follow its form.
    case party
  }

  public var form: Form
  /// As typed, without leading zeros dropped.
  public var number: String
  public var year: Int?
  /// State: all codes after the number and year. Party: the codes before the slash.
  public var codes: [String]
  /// Party: the codes after the slash.
  public var bodyCodes: [String]

  /// Takes `text` apart; nil when it is not shaped like a symbol.
  public init?(_ text: some StringProtocol) {
    let text = String(text)
    guard let match = InstrumentSymbol.shape.firstMatch(in: text), match.range.lowerBound == 0,
      match.range.upperBound == text.utf8.count, let numberRange = match[1]
    else { return nil }
    number = String(text[utf8Range: numberRange])
    if let range = match[2] {
      form = .party
      codes = InstrumentSymbol.segments(text[utf8Range: range])
      bodyCodes = match[3].map { InstrumentSymbol.segments(text[utf8Range: $0]) } ?? []
    } else if let range = match[5] {
      let segments = InstrumentSymbol.segments(text[utf8Range: range])
      year = match[4].flatMap { Int(text[utf8Range: $0]) }
      // “05/CT/TW”: the body tells that the Party's form was meant.
      let isParty =
        year == nil && segments.count == 2
        && InstrumentSymbol.partyBodies.contains(segments[1])
      form = isParty ? .party : .state
      codes = isParty ? [segments[0]] : segments
      bodyCodes = isParty ? [segments[1]] : []
    } else {
      return nil
    }
  }

  /// The right spelling: no white space, the separators of the form.
  public var canonical: String {
    let codes = codes.joined(separator: "-")
    switch form {
    case .party: return "\(number)-\(codes)/\(bodyCodes.joined(separator: "-"))"
    case .state: return number + (year.map { "/\($0)" } ?? "") + "/" + codes
    }
  }

  /// How the same symbol may be registered: as it is; with Đ for D; with or without a leading zero;
  /// in the Party's form for the State's and the other way round.
  var spellings: [String] {
    var numbers = [number]
    if number.hasPrefix("0") { numbers.append(String(number.drop { $0 == "0" })) }
    if number.utf8.count == 1 { numbers.append("0" + number) }
    var forms = [self]
    if let first = codes.first, first.contains("D") {
      var stroked = self
      stroked.codes[0] = first.replacing("D", with: "Đ")
      forms.append(stroked)
    }
    for form in forms where form.year == nil {
      var other = form
      if form.form == .party {
        other.form = .state
        other.codes += form.bodyCodes
        other.bodyCodes = []
      } else if form.codes.count == 2 {
        other.form = .party
        other.codes = [form.codes[0]]
        other.bodyCodes = [form.codes[1]]
      } else {
        continue
      }
      forms.append(other)
    }
    return forms.flatMap { form in
      numbers.map { number in
        var form = form
        form.number = number
        return form.canonical
      }
    }
  }

  /// Code of the document type, the first one: `NĐ`, `KH`.
  public var typeCode: String { codes.first ?? "" }

  /// Code of the body: the last one of `98/2023/NĐ-CP`, the first after the slash of `34-CT/TW`.
  public var bodyCode: String? {
    switch form {
    case .party: bodyCodes.first
    case .state: codes.count > 1 ? codes[1] : nil
    }
  }

  /// Equal for symbols that differ in separators, white space, case, leading zeros or the stroke
  /// of Đ only.
  public var looseKey: String {
    looseKey(year: year)
  }

  /// The key with another year: for a symbol whose year was left out.
  public func looseKey(year: Int?) -> String {
    let digits = number.drop { $0 == "0" }
    let letters = InstrumentSymbol.letters((codes + bodyCodes).joined())
    return "\(digits)|\(year.map(String.init) ?? "")|\(letters)"
  }

  /// Lower case, Đ and its look-alikes as d, letters and digits only.
  static func letters(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      result.append(scalar == "đ" || scalar == "ð" || scalar == "ɖ" ? "d" : scalar)
    }
    return String(result)
  }

  private static func segments(_ text: Substring) -> [String] {
    text.split { "-–—/".contains($0) || $0.isWhitespace }.map(String.init)
  }

  // MARK: Shape

  /// Bodies of the Party that end a symbol after a slash.
  static let partyBodies: Set<String> = ["TW", "TU", "HU", "ĐU", "ThU", "QU", "ĐUK", "BTCTW"]

  /// One code: capitals and digits, with the few lower-case letters of QyĐ, CTr, TTg, GDTrH. Words
  /// glued to it (“UBNDngày”) are left out.
  private static let code = #"(?>\p{Lu}(?:\p{Lu}|\d|\p{Ll}{1,2}(?=\p{Lu}|[^\p{L}]|$))*)"#
  private static let dash = "[-–—]"
  private static let space = #"\s{0,2}"#
  /// A code after a separator without white space may have a word glued to it; after white space
  /// it may not, else “UBND - Phòng” would go on.
  private static let nextCode =
    #"(?:(?:[-–—/]\#(code)(?:(?<=\p{Lu}\p{Lu})|(?!\p{Ll}))|"#
    + #"\s{0,2}[-–—/]\s{0,2}\#(code)(?!\p{Ll}))|\.\p{Lu}{2,}(?!\p{Ll}))"#

  /// Groups: 1 number; Party 2 codes, 3 body; State 4 year, 5 codes.
  static let pattern =
    #"(\d{1,5})(?:"#
    + #"\#(space)\#(dash)\#(space)(\#(code)(?:-\#(code))*)\#(space)/\#(space)"#
    + #"(\#(code)(?:-\#(code))*)(?!\p{Ll})"#
    + #"|\#(space)/\#(space)(?:((?:19|20)\d\d)\#(space)/\#(space))?(\#(code)\#(nextCode)*))"#

  private static let shape = Pattern(known: pattern)
}
