import RuleEngine
import TextMatching

/// Many dossiers at a glance: by unit and award, what is proposed and what came of it.
public struct SeasonSummary: Sendable, Hashable {
  /// How many are proposed, and what is said of them.
  public struct Tally: Sendable, Hashable {
    public var nominees = 0
    /// Đủ điều kiện.
    public var eligible = 0
    /// Cần bổ sung.
    public var incomplete = 0
    /// Không đủ điều kiện.
    public var ineligible = 0

    public init() {}

    public static func + (a: Tally, b: Tally) -> Tally {
      var sum = Tally()
      sum.nominees = a.nominees + b.nominees
      sum.eligible = a.eligible + b.eligible
      sum.incomplete = a.incomplete + b.incomplete
      sum.ineligible = a.ineligible + b.ineligible
      return sum
    }
  }

  public struct Award: Sendable, Hashable {
    public var name: String
    public var tally: Tally
    /// For the worst of its nominees.
    public var outcome: LocalizedText?
    /// Findings about its nominees.
    public var errors = 0
    public var warnings = 0

    public init(name: String, tally: Tally, outcome: LocalizedText? = nil) {
      self.name = name
      self.tally = tally
      self.outcome = outcome
    }
  }

  public struct Dossier: Sendable, Hashable {
    public var path: String
    /// Who proposes; nil when no paper tells.
    public var unit: String?
    /// In the order of the proposal.
    public var awards: [Award] = []
    public var outcome: LocalizedText?
    /// All findings, those about its nominees among them.
    public var errors = 0
    public var warnings = 0
    /// Files that could not be read.
    public var unread = 0
    /// Why it could not be opened as a whole.
    public var error: LocalizedText?

    public init(path: String) { self.path = path }

    public var tally: Tally { awards.map(\.tally).reduce(Tally(), +) }
  }

  /// One person in several dossiers.
  public struct Repeated: Sendable, Hashable {
    public struct Place: Sendable, Hashable {
      public var dossier: String
      /// The paper.
      public var path: String
      public var location: Location
      public var unit: String
      public var awards: [String]

      public init(
        dossier: String, path: String, location: Location, unit: String, awards: [String]
      ) {
        self.dossier = dossier
        self.path = path
        self.location = location
        self.unit = unit
        self.awards = awards
      }
    }
    public var name: String
    public var birthYear: Int?
    /// Two at least, in the order of the dossiers.
    public var places: [Place]

    public init(name: String, birthYear: Int?, places: [Place]) {
      self.name = name
      self.birthYear = birthYear
      self.places = places
    }
  }

  /// In the order they were given.
  public var dossiers: [Dossier]
  public var repeated: [Repeated]

  public init(dossiers: [Dossier], repeated: [Repeated]) {
    self.dossiers = dossiers
    self.repeated = repeated
  }

  /// By award, in order of first mention: all dossiers together.
  public var awards: [Award] {
    var awards: [Award] = []
    var numbers: [String: Int] = [:]
    for award in dossiers.lazy.flatMap(\.awards) {
      let number = numbers[award.name, default: awards.count]
      numbers[award.name] = number
      if number == awards.count { awards.append(Award(name: award.name, tally: Tally())) }
      awards[number].tally = awards[number].tally + award.tally
      awards[number].errors += award.errors
      awards[number].warnings += award.warnings
    }
    return awards
  }
}

/// The words of a summary that its forms share.
enum SeasonWords {
  static let dossier = LocalizedText(vi: "Hồ sơ", en: "Dossier")
  static let unit = LocalizedText(vi: "Đơn vị", en: "Unit")
  static let award = LocalizedText(
    vi: "Danh hiệu, hình thức khen thưởng", en: "Award")
  static let nominees = LocalizedText(vi: "Số đề nghị", en: "Nominees")
  static let eligible = LocalizedText(vi: "Đủ điều kiện", en: "Eligible")
  static let incomplete = LocalizedText(vi: "Cần bổ sung", en: "To be completed")
  static let ineligible = LocalizedText(vi: "Không đủ điều kiện", en: "Not eligible")
  static let outcome = LocalizedText(vi: "Đề xuất", en: "Proposed outcome")
  static let errors = LocalizedText(vi: "Lỗi", en: "Errors")
  static let warnings = LocalizedText(vi: "Cảnh báo", en: "Warnings")
  static let unread = LocalizedText(vi: "Tệp không đọc được", en: "Unreadable files")
  static let repeated = LocalizedText(
    vi: "Người có tên ở hồ sơ khác", en: "Persons in other dossiers too")
  static let everyAward = LocalizedText(vi: "Cả hồ sơ", en: "Whole dossier")
  static let title = LocalizedText(
    vi: "Tổng hợp thẩm định hồ sơ khen thưởng", en: "Summary of award dossiers appraised")
  static let repeatedTitle = LocalizedText(
    vi: "Một người trong nhiều hồ sơ", en: "One person in several dossiers")
  static let awardsTitle = LocalizedText(
    vi: "Theo danh hiệu, hình thức khen thưởng", en: "By award")
  static let total = LocalizedText(vi: "Cộng", en: "Total")
}

extension SeasonSummary.Repeated {
  /// “Trần Văn A, sinh năm 1981”
  func heading(_ language: Language) -> String {
    guard let birthYear else { return name }
    return language == .vi ? "\(name), sinh năm \(birthYear)" : "\(name), born \(birthYear)"
  }
}

extension SeasonSummary.Repeated.Place {
  /// “ho-so-1/to-trinh.docx, đoạn 12: Trường Tiểu học B (Lao động tiên tiến)”
  func line(_ language: Language) -> String {
    let place = [path, location.words(in: language)].filter { !$0.isEmpty }.joined(separator: ", ")
    let awards = awards.isEmpty ? "" : " (\(awards.joined(separator: "; ")))"
    return unit.isEmpty && awards.isEmpty ? place : "\(place): \(unit)\(awards)"
  }
}
