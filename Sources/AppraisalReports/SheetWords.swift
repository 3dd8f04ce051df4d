import Appraisal
import DossierAnalysis
import LegalKnowledge
import Reporting
import RuleEngine
import TextMatching

/// The words and figures of a sheet, the same for every form it is printed in.
struct SheetWords {
  let sheet: AppraisalSheet
  let language: Language

  func said(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

  // MARK: Head

  /// Label and value.
  struct Line {
    var label: String
    var value: String
  }

  var title: String { said("PHIẾU THẨM ĐỊNH", "APPRAISAL SHEET") }

  var subject: String {
    let proposer = sheet.head.proposer ?? sheet.head.path
    return said("Hồ sơ đề nghị khen thưởng của \(proposer)", "Award dossier of \(proposer)")
  }

  var head: [Line] {
    let head = sheet.head
    let none = said("(không ghi)", "(not given)")
    var lines = [
      Line(label: said("Nơi trình", "Proposed by"), value: head.proposer ?? none),
      Line(label: said("Tờ trình", "Proposal"), value: proposal ?? none),
    ]
    if let subject = head.subject {
      lines.append(Line(label: said("Nội dung", "Subject"), value: subject))
    }
    lines.append(
      Line(
        label: said("Hồ sơ", "Dossier"),
        value: said(
          "\(head.path): \(sheet.papers.count) văn bản, \(sheet.cases.count) trường hợp đề nghị",
          "\(head.path): \(sheet.papers.count) papers, \(sheet.cases.count) cases proposed")))
    lines.append(
      Line(
        label: said("Ngày nhận", "Received"),
        value: head.received?.text(in: language) ?? said("……", "……")))
    lines.append(Line(label: said("Luật áp dụng", "Law applied"), value: law))
    if let transition = head.transition {
      lines.append(
        Line(label: said("Chuyển tiếp", "Transition"), value: transition[language]))
    }
    if let caution = head.caution {
      lines.append(Line(label: said("Lưu ý", "Caution"), value: caution[language]))
    }
    return lines
  }

  private var proposal: String? {
    let number = sheet.head.symbol.map { said("số \($0)", "no. \($0)") }
    let date = sheet.head.date.map {
      said("ngày \($0.text(in: .vi))", "of \($0.text(in: .en))")
    }
    let words = [number, date].compactMap { $0 }.joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  private var law: String {
    let head = sheet.head
    let regime = head.regimeWords?[language] ?? said("dữ liệu chưa có", "not in the data")
    guard let day = head.lawDay else { return head.lawDayReason[language] }
    return said(
      "\(regime), ở ngày \(day.text(in: .vi)) (\(head.lawDayReason.vi))",
      "\(regime), on \(day.text(in: .en)) (\(head.lawDayReason[.en]))")
  }

  // MARK: Outcome

  static let verdicts: [Verdict] = [.met, .incomplete, .notMet, .notChecked]

  func outcome(_ outcome: Outcome) -> String { outcome.proposal.words[language] }

  /// Rows of the count: label, then one figure a verdict.
  var tally: [(label: String, tally: VerdictTally)] {
    [
      (said("Điều kiện chung", "Of the dossier"), VerdictTally(sheet.conditions)),
      (
        said("Điều kiện từng trường hợp", "Of the cases"),
        VerdictTally(sheet.cases.flatMap(\.conditions))
      ),
      (said("Cộng", "Total"), sheet.outcome.tally),
    ]
  }

  /// How much is left to people; nil when nothing is.
  var unseen: String? {
    let count = sheet.outcome.tally.notChecked
    guard count > 0 else { return nil }
    return said(
      "Còn \(count) điều kiện máy chưa kiểm tra được; người thẩm định kiểm tra trước khi ký.",
      "\(count) conditions could not be checked by machine; the appraiser checks them before signing."
    )
  }

  /// How many cases have which proposal.
  var casesByOutcome: String {
    ProposedOutcome.allCases.map { proposal in
      let count = sheet.cases.count { $0.outcome.proposal == proposal }
      return "\(count) \(proposal.words[language])"
    }.joined(separator: "; ")
  }

  /// The grounds that lie in the dossier itself; those of cases stand in the table of cases.
  var grounds: [String] {
    sheet.outcome.grounds.compactMap { ground in
      switch ground {
      case .condition(let id):
        sheet.conditions.first { $0.id == id }.map {
          "\($0.requirement[language]): \($0.verdict.words[language])"
        }
      case .caseCondition: nil
      case .finding(let index):
        sheet.findings.indices.contains(index) ? finding(sheet.findings[index]) : nil
      }
    }
  }

  /// What is open in a case, in the words of the conditions.
  func open(_ entry: Case) -> [String] {
    entry.conditions.filter { $0.verdict == .notMet || $0.verdict == .incomplete }
      .map { "\($0.requirement[language]): \($0.verdict.words[language])" }
  }

  // MARK: Cases

  func name(_ entry: Case) -> String {
    entry.name.isEmpty ? said("(không ghi tên)", "(no name given)") : entry.name
  }

  func award(_ entry: Case) -> String {
    entry.awardName.isEmpty
      ? said("(không rõ danh hiệu, hình thức)", "(award not clear)") : entry.awardName
  }

  /// Which way to the award is compared; nil when none is.
  func route(_ entry: Case) -> String? {
    guard let route = entry.route else { return nil }
    var words = said("Tiêu chuẩn đối chiếu: ", "Standard compared: ") + place(of: route.basis)
    if route.count > 1 {
      words += said(
        " (trường hợp phù hợp nhất với hồ sơ trong \(route.count) trường hợp luật quy định)",
        " (of \(route.count) ways in the law, the one the dossier fits best)")
    }
    if let remark = route.remark { words += ". \(remark[language])" }
    return words
  }

  // MARK: Conditions

  /// A condition and those inside it, in order, with their depth.
  func rows(_ conditions: [Condition]) -> [(number: String, depth: Int, condition: Condition)] {
    conditions.enumerated().flatMap { index, condition in
      [("\(index + 1)", 0, condition)] + inner(condition, "\(index + 1)", 1)
    }
  }

  private func inner(
    _ condition: Condition, _ number: String, _ depth: Int
  ) -> [(number: String, depth: Int, condition: Condition)] {
    condition.parts.enumerated().flatMap { index, part in
      let own = "\(number).\(index + 1)"
      return [(own, depth, part)] + inner(part, own, depth + 1)
    }
  }

  /// “Điều 84 khoản 1, Luật Thi đua, khen thưởng 06/2022/QH15 (hiệu lực từ 01/01/2024)”
  /// - Parameter entry: the case whose conditions they are; the norm of its standard, which stands in
  ///   full above its table, is named by its provision alone.
  func bases(_ bases: [Finding.Basis], in entry: Case? = nil) -> [String] {
    bases.map { basis in
      guard basis == entry?.route?.basis, let provision = basis.provision else {
        return place(of: basis)
      }
      return provision
    }
  }

  private func place(of basis: Finding.Basis) -> String {
    var remarks: [String] = []
    if let from = basis.from {
      remarks.append(
        said("hiệu lực từ \(from.text(in: .vi))", "in force from \(from.text(in: .en))"))
    }
    if let until = basis.until {
      remarks.append(said("đến \(until.text(in: .vi))", "to \(until.text(in: .en))"))
    }
    switch basis.verified {
    case .yes: break
    case .secondary: remarks.append(said("theo nguồn thứ cấp", "from a secondary source"))
    case .no: remarks.append(said("chưa kiểm chứng", "unverified"))
    }
    let name = [basis.provision, basis.name].compactMap { $0 }.joined(separator: ", ")
    return remarks.isEmpty ? name : "\(name) (\(remarks.joined(separator: "; ")))"
  }

  /// What was found, the findings, and where people must look: a line each.
  func found(_ condition: Condition) -> [String] {
    condition.found.map { found in
      let places = places(found.places)
      return places.isEmpty ? found.words[language] : "\(found.words[language]) [\(places)]"
    }
      + condition.findings.map { finding(sheet.findings[$0]) }
      + (condition.look.map { [said("Xem: ", "Look: ") + $0[language]] } ?? [])
  }

  /// “cảnh báo: … [bao-cao.docx, mục II, đoạn 13]”
  func finding(_ noted: AppraisalSheet.NotedFinding) -> String {
    let finding = noted.finding
    let accepted = finding.suppressed == nil ? "" : said(" (đã chấp nhận)", " (accepted)")
    return "\(finding.severity.words[language])\(accepted): \(finding.message[language]) "
      + "[\(place(path: sheet.papers[noted.paper].path, finding.location))]"
  }

  private func place(path: String, _ location: Location?) -> String {
    let words = location?.words(in: language) ?? ""
    return words.isEmpty ? path : "\(path), \(words)"
  }

  /// More places than this say nothing more.
  private static let placesShown = 4

  private func places(_ places: [Condition.Place]) -> String {
    let shown = places.prefix(Self.placesShown).map { place in
      self.place(path: sheet.papers[place.paper].path, place.location)
    }
    var seen: Set<String> = []
    let distinct = shown.filter { seen.insert($0).inserted }
    let more = places.count - Self.placesShown
    return distinct.joined(separator: "; ")
      + (more > 0 ? said("; và \(more) chỗ khác", "; and \(more) more") : "")
  }

  // MARK: Papers

  struct PaperRow {
    var path: String
    var role: String
    var mark: String
    var errors: Int
    var warnings: Int
    var notes: Int
  }

  var papers: [PaperRow] {
    var counts = [[Severity: Int]](repeating: [:], count: sheet.papers.count)
    for noted in sheet.findings { counts[noted.paper][noted.finding.severity, default: 0] += 1 }
    return sheet.papers.enumerated().map { index, paper in
      let date = paper.date.map { $0.text(in: language) }
      return PaperRow(
        path: paper.path,
        role: paper.unread.map { said("KHÔNG ĐỌC ĐƯỢC: ", "NOT READABLE: ") + $0[language] }
          ?? paper.role?.words[language] ?? "",
        mark: [paper.symbol, date].compactMap { $0 }.joined(separator: ", "),
        errors: counts[index][.error] ?? 0, warnings: counts[index][.warning] ?? 0,
        notes: counts[index][.note] ?? 0)
    }
  }

  /// The findings of each paper that has some.
  var findingsByPaper: [(path: String, lines: [String])] {
    sheet.papers.indices.compactMap { index in
      let own = sheet.findings.filter { $0.paper == index }
      return own.isEmpty ? nil : (sheet.papers[index].path, own.map(finding))
    }
  }

  func manual(_ check: ManualCheck) -> String {
    let basis = bases(check.basis).joined(separator: "; ")
    let findings = check.findings.map { finding(sheet.findings[$0]) }
    return ([check.title[language] + (basis.isEmpty ? "" : " (\(basis))")] + findings)
      .joined(separator: " ")
  }
}
