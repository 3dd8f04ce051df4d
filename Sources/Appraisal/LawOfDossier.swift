import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// Which law a dossier follows, and why.
struct LawOfDossier {
  var day: CivilDate?
  var reason: LocalizedText
  /// Set when a change of law lies between the proposal and the receipt, or soon after it.
  var transition: LocalizedText?

  init(_ dossier: Dossier, law: LegalKnowledge) {
    day = dossier.governingDay(law)
    reason = LawOfDossier.reason(of: dossier, day)
    transition = LawOfDossier.transition(of: dossier, law)
  }

  private static func reason(of dossier: Dossier, _ day: CivilDate?) -> LocalizedText {
    if dossier.asOf != nil {
      return LocalizedText(vi: "theo ngày được chỉ định", en: "the day asked for")
    }
    if let received = dossier.received, day == received, dossier.day != received {
      return LocalizedText(
        vi: "ngày nhận hồ sơ, vì luật thay đổi giữa ngày trình và ngày nhận",
        en: "the day of receipt, for the law changed between proposal and receipt")
    }
    if !dossier.papers(.proposal).isEmpty {
      return LocalizedText(vi: "ngày của tờ trình", en: "the date of the proposal")
    }
    return dossier.papers.isEmpty
      ? LocalizedText(vi: "không có văn bản nào đọc được", en: "no paper could be read")
      : LocalizedText(
        vi: "ngày muộn nhất ghi trong hồ sơ, vì không có tờ trình",
        en: "the latest date of the papers, for there is no proposal")
  }

  /// A dossier may still be under way for so long when a change of law comes.
  private static let daysUnderWay = 366

  private static func transition(of dossier: Dossier, _ law: LegalKnowledge) -> LocalizedText? {
    guard let received = dossier.received, let proposed = dossier.day else { return nil }
    let change =
      law.transition(between: proposed, receivedOn: received)
      ?? law.authorityBook.transitions.first {
        received < $0.day && $0.day.dayNumber - received.dayNumber <= daysUnderWay
      }
    guard let change else { return nil }
    let day = change.day
    let text = change.provision.text
    let norm = law.norm(
      Rule.Basis(
        instrument: change.provision.instrument, provision: text.isEmpty ? nil : text))
    let place = [norm?.provision, norm?.name].compactMap { $0 }.joined(separator: ", ")
    let source = place.isEmpty ? "" : " (\(place))"
    guard received < day else {
      return LocalizedText(
        vi: "Nhận từ ngày \(day.vietnamese): xét theo quy định có hiệu lực từ ngày đó\(source).",
        en: "Received on or after \(day.iso): appraised by the rules from that day\(source).")
    }
    let newer = change.favoursNewer
    return LocalizedText(
      vi: "Nhận trước ngày \(day.vietnamese): xét theo quy định có trước ngày đó"
        + (newer ? "; quy định mới có lợi hơn thì theo quy định mới" : "") + "\(source).",
      en: "Received before \(day.iso): appraised by the rules before that day"
        + (newer ? "; by the new ones where they are more favourable" : "") + "\(source).")
  }
}
