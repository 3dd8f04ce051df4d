import LegalKnowledge
import RuleEngine
import TextMatching

/// The day on which the law is asked, and the day whose knowledge counts.
public struct LawMoment: Sendable {
  public var asOf: CivilDate
  /// Nil: everything the data knows.
  public var knownAt: CivilDate?

  public init(asOf: CivilDate, knownAt: CivilDate? = nil) {
    self.asOf = asOf
    self.knownAt = knownAt
  }

  /// “ngày 01/07/2025, như đã biết ngày 20/06/2025”
  func text(in language: Language) -> String {
    let day = language == .vi ? "ngày \(asOf.vietnamese)" : "on \(asOf.iso)"
    guard let knownAt else { return day }
    return language == .vi
      ? "\(day), theo những gì đã ban hành đến \(knownAt.vietnamese)"
      : "\(day), by what had been issued on \(knownAt.iso)"
  }
}

/// An instrument's standing, and whether it had been issued at all by the day of knowledge.
enum Standing: Equatable {
  case notYetIssued
  case status(InstrumentStatus)

  init(of instrument: Instrument, at moment: LawMoment, in law: LegalKnowledge) {
    let known = LegalKnowledge.isKnown(instrument, at: moment.knownAt)
    self =
      known
      ? .status(law.status(of: instrument, on: moment.asOf, knownAt: moment.knownAt))
      : .notYetIssued
  }

  /// In JSON.
  var code: String {
    switch self {
    case .notYetIssued: "not-yet-issued"
    case .status(.inForce): "in-force"
    case .status(.notYetEffective): "not-yet-effective"
    case .status(.ended): "ended"
    case .status(.unknown): "unknown"
    }
  }

  var short: LocalizedText {
    switch self {
    case .notYetIssued: LocalizedText(vi: "chưa ban hành", en: "not issued yet")
    case .status(.inForce): LocalizedText(vi: "còn hiệu lực", en: "in force")
    case .status(.notYetEffective): LocalizedText(vi: "chưa có hiệu lực", en: "not in force yet")
    case .status(.ended): LocalizedText(vi: "hết hiệu lực", en: "out of force")
    case .status(.unknown): LocalizedText(vi: "chưa rõ hiệu lực", en: "force not known")
    }
  }

  func text(in language: Language) -> String {
    let words = short[language]
    switch self {
    case .notYetIssued, .status(.inForce), .status(.unknown): return words
    case .status(.notYetEffective(let from)):
      return language == .vi
        ? "\(words), có hiệu lực từ \(from.date.vietnamese)"
        : "\(words); takes effect on \(from.date.iso)"
    case .status(.ended(let last)):
      return language == .vi
        ? "\(words) sau ngày \(last.date.vietnamese)" : "\(words) after \(last.date.iso)"
    }
  }
}

extension Verification {
  /// Where the fact was read, in words.
  public var words: LocalizedText {
    switch self {
    case .yes:
      LocalizedText(
        vi: "đã đọc trong văn bản hoặc trang chính thức",
        en: "read in the text itself or on an official page")
    case .secondary: LocalizedText(vi: "theo nguồn thứ cấp", en: "from a secondary source")
    case .no: LocalizedText(vi: "chưa kiểm chứng", en: "unverified")
    }
  }

  /// A remark in brackets behind a fact; empty when it was read at its source.
  func mark(in language: Language) -> String { self == .yes ? "" : " (\(words[language]))" }
}
