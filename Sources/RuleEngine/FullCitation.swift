import LegalKnowledge
import TextMatching

/// How an instrument is cited in full (Decree 30/2020, Phụ lục I, mục II.6.b).
public enum FullCitation {
  public static func text(of instrument: Instrument, law: LegalKnowledge) -> String {
    let type = law.type(id: instrument.type)
    var text: String
    if type?.isCitedByName == true {
      text = instrument.title
    } else {
      text = [type?.name, "số", instrument.symbol].compactMap(\.self).joined(separator: " ")
    }
    if let issued = instrument.issued { text += " ngày " + words(of: issued.date) }
    guard type?.isCitedByName != true else { return text }
    text += " của \(instrument.issuer)"
    if instrument.titleVerified > .no { text += " " + clause(of: instrument.title) }
    return text
  }

  /// “quy định …” as it is, “tiếp tục đổi mới …” with “về” before it.
  private static func clause(of title: String) -> String {
    let verbs = ["quy định", "ban hành", "hướng dẫn", "sửa đổi", "phê duyệt", "về "]
    return verbs.contains { title.hasPrefix($0) } ? title : "về \(title)"
  }

  /// “15 tháng 6 năm 2022”; days under 10 and months 1 and 2 with a zero (mục II.4).
  static func words(of date: CivilDate) -> String {
    let day = date.day < 10 ? "0\(date.day)" : "\(date.day)"
    let month = date.month < 3 ? "0\(date.month)" : "\(date.month)"
    return "\(day) tháng \(month) năm \(date.year)"
  }

  /// `15/6/2022`, days and months 1 and 2 with a zero.
  public static func digits(of date: CivilDate) -> String {
    let day = date.day < 10 ? "0\(date.day)" : "\(date.day)"
    let month = date.month < 3 ? "0\(date.month)" : "\(date.month)"
    return "\(day)/\(month)/\(date.year)"
  }

  /// The date in the form that `typed` has.
  public static func date(_ date: CivilDate, like typed: String) -> String {
    if typed.contains("tháng") { return words(of: date) }
    return typed.contains("-")
      ? digits(of: date).replacing("/", with: "-") : digits(of: date)
  }
}
