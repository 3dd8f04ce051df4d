import LegalKnowledge
import TextMatching

/// A territorial unit that a body's name carries although such units have ended.
public struct EndedUnit: Sendable {
  public var unit: TerritorialUnit
  /// Its last day.
  public var last: DatedFact
  /// Whether it had ended on every possible day of the paper.
  public var isCertain: Bool
}

extension RecognisedDocument {
  /// The unit of `body` that had ended when the paper was issued; nil while it stood, and for bodies
  /// that keep the word in their name or follow other law: schools, hospitals, the Party, the Front.
  public func endedUnit(of body: BodyMention, law: LegalKnowledge) -> EndedUnit? {
    guard !body.isCited, let level = body.level,
      [.district, .commune, .office].contains(level),
      level == .office || law.offices.heads(ofBody: body.type) != nil
    else { return nil }
    let ended = body.units.lazy.compactMap { word -> EndedUnit? in
      guard let unit = law.territorialUnit(word, properName: body.properName),
        let last = unit.ended, date.latest > last.date
      else { return nil }
      return EndedUnit(unit: unit, last: last, isCertain: date.earliest > last.date)
    }.first
    guard let ended, !isPast(body.span, ended: ended.last.date, law: law) else { return nil }
    return ended
  }

  /// Whether the words around it speak of what is over, or the name in front keeps the unit's word.
  private func isPast(_ span: TextSpan, ended: CivilDate, law: LegalKnowledge) -> Bool {
    let text = blocks[span.block].text
    let units = Array(text.utf8)
    func isEnd(_ unit: UInt8) -> Bool { ".;:".utf8.contains(unit) || unit == 0x0A }
    let low = units[..<span.utf8.lowerBound].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
    let high = units[span.utf8.upperBound...].firstIndex(where: isEnd) ?? units.count
    let sentence = Self.words(text[utf8Range: low..<high])
    let before = Self.words(text[utf8Range: low..<span.utf8.lowerBound].suffix(60))
    // “trước ngày” is the past only when that day is.
    lazy var hasPastDay = times.contains { time in
      time.span.block == span.block
        && time.days(inYear: nil).map { $0.lowerBound <= ended.adding(days: 1) } ?? false
    }
    return law.offices.past.contains { phrase in
      sentence.contains(" \(phrase) ") && (!phrase.hasSuffix(" ngày") || hasPastDay)
    }
      || law.offices.keepsName.contains { before.contains(" \($0) ") }
  }

  private static func words(_ text: some StringProtocol) -> String {
    " " + Folding.key(text).split { !($0.isLetter || $0.isNumber) }.joined(separator: " ") + " "
  }
}
