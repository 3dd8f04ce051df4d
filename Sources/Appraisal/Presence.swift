import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// Looks for what a condition needs, and says where it is.
struct Presence {
  let dossier: Dossier
  let drafts: [CaseDraft]
  let works: CertifiedWorks
  let law: LegalKnowledge
  let day: CivilDate?

  struct Answer {
    var isThere: Bool
    var found: [Condition.Found] = []
  }

  /// - Parameter draft: of a condition on a nominee.
  func look(for subject: AppraisalConditions.Need.Subject, _ draft: CaseDraft?) -> Answer {
    switch subject {
    case .allRead: return allRead()
    case .proposal: return papers(.proposal)
    case .list: return papers(.list)
    case .report: return papers(.report)
    case .minutes: return papers(.minutes)
    case .decision: return papers(.decision)
    case .opinion: return papers(.opinion)
    case .publication: return papers(.publication)
    case .nominees: return nominees()
    case .ownReport: return draft.map(report) ?? Answer(isThere: false)
    case .ownMinutes: return draft.map(inMinutes) ?? Answer(isThere: false)
    case .ownBallot: return draft.map(ballot) ?? Answer(isThere: false)
    case .ownWork: return draft.map(work) ?? Answer(isThere: false)
    case .people:
      return Answer(
        isThere: false,
        found: [
          Condition.Found(
            LocalizedText(
              vi: "Giấy tờ trong hồ sơ không chứng minh được điều này.",
              en: "No paper of the dossier can prove this."))
        ])
    }
  }

  private func allRead() -> Answer {
    let count = dossier.papers.count
    var found = [
      Condition.Found(
        LocalizedText(vi: "Đã đọc \(count) văn bản.", en: "\(count) papers were read."))
    ]
    for (index, file) in dossier.unread.enumerated() {
      found.append(
        Condition.Found(
          LocalizedText(
            vi: "Không đọc được: \(file.reason.vi)", en: "Not readable: \(file.reason[.en])"),
          places: [Condition.Place(paper: count + index)]))
    }
    return Answer(isThere: dossier.unread.isEmpty && count > 0, found: found)
  }

  private func papers(_ role: Dossier.Role) -> Answer {
    let indices = dossier.papers(role)
    guard !indices.isEmpty else {
      return Answer(
        isThere: false,
        found: [
          Condition.Found(
            LocalizedText(
              vi: "Hồ sơ không có \(role.words.vi).", en: "The dossier has no \(role.words[.en])."))
        ])
    }
    let words =
      indices.count == 1
      ? LocalizedText(vi: "Có \(named(indices[0], role)).", en: "There is \(role.words[.en]).")
      : LocalizedText(
        vi: "Có \(indices.count) \(role.words.vi).",
        en: "There are \(indices.count) papers: \(role.words[.en]).")
    return Answer(
      isThere: true,
      found: [Condition.Found(words, places: indices.map { Condition.Place(paper: $0) })])
  }

  /// “tờ trình, văn bản đề nghị số 15/TTr-VP ngày 10/12/2025”
  private func named(_ paper: Int, _ role: Dossier.Role) -> String {
    let document = dossier.papers[paper].document
    let symbol = document.statedSymbol.map { " số \($0)" } ?? ""
    let date = document.statedDate.map { " ngày \($0.vietnamese)" } ?? ""
    return role.words.vi + symbol + date
  }

  private func nominees() -> Answer {
    let count = drafts.count
    return Answer(
      isThere: count > 0,
      found: [
        Condition.Found(
          count > 0
            ? LocalizedText(
              vi: "Nhận ra \(count) trường hợp được đề nghị.", en: "\(count) cases are proposed.")
            : LocalizedText(
              vi: "Không nhận ra ai được đề nghị.", en: "Nobody proposed was recognised."))
      ])
  }

  // MARK: Of one nominee

  private func report(_ draft: CaseDraft) -> Answer {
    guard !draft.reports.isEmpty else {
      return Answer(
        isThere: false,
        found: [
          Condition.Found(
            LocalizedText(
              vi: "Hồ sơ không có báo cáo thành tích ghi tên này.",
              en: "No report of achievement bears this name."))
        ])
    }
    return Answer(
      isThere: true,
      found: [
        Condition.Found(
          LocalizedText(vi: "Có báo cáo thành tích.", en: "There is a report of achievement."),
          places: draft.reports.map { Condition.Place(paper: $0) })
      ])
  }

  private func inMinutes(_ draft: CaseDraft) -> Answer {
    guard !draft.inMinutes.isEmpty else {
      let hasMinutes = !dossier.papers(.minutes).isEmpty
      return Answer(
        isThere: false,
        found: [
          Condition.Found(
            hasMinutes
              ? LocalizedText(
                vi: "Biên bản không ghi tên trường hợp này.",
                en: "The minutes do not name the case.")
              : LocalizedText(
                vi: "Hồ sơ không có biên bản.", en: "The dossier has no minutes."))
        ])
    }
    return Answer(
      isThere: true,
      found: [
        Condition.Found(
          LocalizedText(vi: "Có tên trong biên bản.", en: "Named in the minutes."),
          places: draft.inMinutes.map(place))
      ])
  }

  private func ballot(_ draft: CaseDraft) -> Answer {
    let threshold = day.flatMap { day in
      draft.mention?.award.flatMap { law.voteThreshold(of: $0, on: day) }
    }
    var found = draft.ballots.map { ballot in
      Condition.Found(
        Presence.words(ballot.votes),
        places: [place(DossierSpan(paper: ballot.paper, span: ballot.votes.span))])
    }
    guard let threshold else { return Answer(isThere: true, found: found) }
    found.append(
      Condition.Found(
        LocalizedText(
          vi: "Tỷ lệ phải đạt: từ \(threshold.percent) % tổng số thành viên Hội đồng.",
          en: "To be reached: \(threshold.percent) % of all members of the council.")))
    return Answer(isThere: !draft.ballots.isEmpty, found: found)
  }

  static func words(_ votes: VoteCount) -> LocalizedText {
    let total = votes.total.map { "/\($0)" } ?? ""
    let share = votes.percent
    return LocalizedText(
      vi: "Phiếu đồng ý: \(votes.agreed)\(total)"
        + (share.map { " (\(percent($0, comma: ",")) %)" } ?? "") + ".",
      en: "Votes in favour: \(votes.agreed)\(total)"
        + (share.map { " (\(percent($0, comma: ".")) %)" } ?? "") + ".")
  }

  /// 8889 → “88,89”
  private static func percent(_ hundredths: Int, comma: String) -> String {
    let rest = hundredths % 100
    guard rest > 0 else { return String(hundredths / 100) }
    let digits = rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0\(rest)" : String(rest))
    return "\(hundredths / 100)\(comma)\(digits)"
  }

  private func work(_ draft: CaseDraft) -> Answer {
    let certified = works.works(of: draft)
    return Answer(
      isThere: !certified.isEmpty,
      found: certified.map { entry in
        let title = entry.work.title.map { "“\($0.text)”" } ?? ""
        let symbol = entry.work.decision.symbol ?? ""
        let words = [title, symbol].filter { !$0.isEmpty }.joined(separator: ", ")
        return Condition.Found(
          LocalizedText(
            vi: words.isEmpty ? "Có giấy công nhận." : "Có giấy công nhận: \(words).",
            en: words.isEmpty ? "There is a certificate." : "There is a certificate: \(words)."),
          places: [place(DossierSpan(paper: entry.paper, span: entry.work.span))])
      })
  }

  private func place(_ place: DossierSpan) -> Condition.Place {
    Condition.Place(
      paper: place.paper,
      location: Locator(dossier.papers[place.paper].document).location(of: place.span))
  }
}

extension RecognisedDocument {
  /// “15/TTr-VP”; nil when blank or absent.
  var statedSymbol: String? {
    guard let number = components.numberSymbol, !number.isBlank else { return nil }
    return Locator(self).excerpt(of: number.value)
  }

  /// The paper's own date, when it states one.
  var statedDate: CivilDate? {
    date.isCertain && [.placeDate, .metadata].contains(date.source) ? date.earliest : nil
  }
}
