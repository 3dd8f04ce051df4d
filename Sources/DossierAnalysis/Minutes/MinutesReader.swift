import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import TextMatching

/// Reads attendance and votes out of minutes. It never fails: what is not found is nil or empty.
public struct MinutesReader: Sendable {
  private let awards: AwardFinder

  public init(awards: AwardFinder) { self.awards = awards }

  /// - Parameter register: the nominees of the same paper.
  public func read(_ document: RecognisedDocument, register: NomineeRegister) -> Minutes {
    var minutes = Minutes()
    readDate(document, into: &minutes)
    for index in document.blocks.indices where document.blocks[index].place.cell == nil {
      readAttendance(document.blocks[index].text, index, into: &minutes)
    }
    minutes.ballots = tableBallots(register) + proseBallots(document, register)
    return minutes
  }

  // MARK: Day

  private func readDate(_ document: RecognisedDocument, into minutes: inout Minutes) {
    let inBody = MeetingDay.find(document.dates, in: document.blocks)
    if let mention = inBody {
      minutes.date = mention.date
      minutes.dateSpan = mention.span
    } else if let placeDate = document.components.placeDate {
      minutes.date = placeDate.date
      minutes.dateSpan = placeDate.span
    }
  }

  // MARK: Attendance

  private static func known(_ source: String) -> Pattern {
    Pattern(known: source, options: .caseless)
  }

  private static let who = #"(?:đồng\s+chí|đ/c|người|thành\s+viên|ủy\s+viên|uỷ\s+viên)"#
  private static let members = known(
    #"(?:tổng\s+số(?:\s+\p{L}+){0,3}\s+(?:thành\s+viên|ủy\s+viên|uỷ\s+viên)(?:\s+(?:của\s+)?hội\s+đồng)?(?:(?!\s+(?:có\s+mặt|dự|tham|vắng))\s+\p{L}+){0,3}?|hội\s+đồng\s+(?:có|gồm))\s*(?:là|có|gồm|:)?\s*(\d{1,3})(?!\s*[/\d])"#
  )
  private static let membersAfter = known(
    #"(?:tổng\s+số|gồm|có)\s*:?\s*(\d{1,3})\s*(?:đồng\s+chí\s+)?(?:là\s+)?(?:thành\s+viên|ủy\s+viên|uỷ\s+viên)\s+(?:của\s+)?hội\s+đồng(?!\s+(?:có\s+mặt|dự|tham|vắng|đã))"#
  )
  /// “8 thành viên Hội đồng dự họp”.
  private static let presentBefore = known(
    #"(?<![\d/])(\d{1,3})\s*(?:đồng\s+chí\s+)?(?:là\s+)?(?:thành\s+viên|ủy\s+viên|uỷ\s+viên)(?:\s+(?:của\s+)?hội\s+đồng)?\s+(?:có\s+mặt|dự\s+họp|tham\s+dự|tham\s+gia)"#
  )
  private static let presentOf = known(
    #"(\d{1,3})\s*/\s*(\d{1,3})\s*(?:đồng\s+chí\s+)?(?:thành\s+viên|ủy\s+viên|uỷ\s+viên)(?:\s+hội\s+đồng)?\s*(?:có\s+mặt|tham\s+dự|dự\s+họp|tham\s+gia)?"#
  )
  private static let presentAfter = known(
    #"(?<!\p{L})(?:có\s+mặt|dự\s+họp|tham\s+dự)(?:\s+\p{L}+){0,3}?\s*:?\s*(\d{1,3})(?:\s*/\s*(\d{1,3}))?(?!\d)"#
  )
  private static let absent = known(
    #"(?<!\p{L})vắng(?:\s+mặt)?(?:\s+\p{L}+){0,3}?\s*:?\s*(\d{1,3})(?!\d)"#)
  private static let written = known(
    #"(\d{1,3})\s*"# + who
      + #"(?:\s+hội\s+đồng)?\s+(?:vắng\s+mặt\s+)?(?:đã\s+)?(?:gửi|có|cho|bỏ|biểu\s+quyết|lấy)\s+(?:ý\s+kiến|phiếu|biểu\s+quyết)?\s*(?:\p{L}+\s+){0,3}?bằng\s+văn\s+bản"#
  )
  private static let writtenAfter = known(
    #"(?:ý\s+kiến|phiếu|biểu\s+quyết)(?:\s+\p{L}+){0,4}\s+bằng\s+văn\s+bản(?:\s+\p{L}+){0,3}?\s*:?\s*(\d{1,3})(?!\d)"#
  )
  private static let inWriting = known(
    #"(?:ý\s+kiến|phiếu|biểu\s+quyết)(?:\s+\p{L}+){0,4}\s+bằng\s+văn\s+bản"#)
  private static let chair = known(
    #"(?<!\p{L})(?:chủ\s+(?:trì|tọa|toạ)(?:\s+(?:cuộc\s+họp|hội\s+nghị|phiên\s+họp))?)\s*[:(–-]"#)
  private static let ballotWords = known(
    #"(?<!\p{L})(?:phiếu|đồng\s+ý|tán\s+thành|nhất\s+trí)(?!\p{L})"#)

  private func readAttendance(_ text: String, _ block: Int, into minutes: inout Minutes) {
    func figure(_ match: Pattern.Match?, _ group: Int = 1) -> Minutes.Figure? {
      guard let range = match?[group], let value = Int(text[utf8Range: range]) else { return nil }
      return Minutes.Figure(value: value, span: TextSpan(block: block, utf8: range))
    }
    if minutes.members == nil {
      minutes.members =
        figure(Self.members.firstMatch(in: text)) ?? figure(Self.membersAfter.firstMatch(in: text))
    }
    let isBallot = Self.ballotWords.matches(text)
    if minutes.present == nil, !isBallot || text.utf8.count < 160 {
      if let match = Self.presentAfter.firstMatch(in: text) {
        minutes.present = figure(match)
        if minutes.members == nil { minutes.members = figure(match, 2) }
      } else if let match = Self.presentBefore.firstMatch(in: text) {
        minutes.present = figure(match)
      } else if !isBallot, let match = Self.presentOf.firstMatch(in: text) {
        minutes.present = figure(match)
        if minutes.members == nil { minutes.members = figure(match, 2) }
      }
    }
    if minutes.absent == nil { minutes.absent = figure(Self.absent.firstMatch(in: text)) }
    if minutes.written == nil {
      minutes.written =
        figure(Self.written.firstMatch(in: text)) ?? figure(Self.writtenAfter.firstMatch(in: text))
    }
    if !minutes.speaksOfWriting { minutes.speaksOfWriting = Self.inWriting.matches(text) }
    if minutes.chair == nil, Self.chair.matches(text) {
      minutes.chair = TextSpan(block: block, utf8: 0..<text.utf8.count)
    }
  }

  // MARK: Votes

  private func tableBallots(_ register: NomineeRegister) -> [Minutes.Ballot] {
    register.nominees.compactMap { nominee in
      nominee.votes.map {
        Minutes.Ballot(
          nominee: nominee.key, nomineeText: nominee.nameText,
          awards: nominee.awards.reduce(into: []) { $0.formUnion($1.awards) }, votes: $0)
      }
    }
  }

  private static let result = known(
    #"(?<![\d/])(\d{1,3})\s*/\s*(\d{1,3})\s*(?:số\s+)?(?:phiếu|thành\s+viên|ủy\s+viên|uỷ\s+viên|đồng\s+chí|đại\s+biểu)?(?:\s+(?:hội\s+đồng|có\s+mặt|biểu\s+quyết|bầu|dự\s+họp))*\s*(?:đồng\s+ý|tán\s+thành|nhất\s+trí|thuận|đề\s+nghị)"#
  )
  private static let plain = known(
    #"(?:đồng\s+ý|tán\s+thành|phiếu\s+thuận|nhất\s+trí)\s*:?\s*(\d{1,3})(?:\s*/\s*(\d{1,3}))?\s*phiếu"#
  )
  private static let share = known(#"\G[^.;\d]{0,40}?(\d{1,3}(?:[.,]\d{1,2})?\s*%)"#)

  /// “… 8/9 phiếu đồng ý, đạt 88,9 %”, for the nominee of the block, else for those of the award
  /// named last.
  private func proseBallots(
    _ document: RecognisedDocument, _ register: NomineeRegister
  ) -> [Minutes.Ballot] {
    var ballots: [Minutes.Ballot] = []
    var lead: Set<String> = []
    let listed = Dictionary(grouping: register.nominees.filter { $0.votes == nil }) {
      $0.anchor.block
    }
    var last: Nominee?
    for index in document.components.body where document.blocks[index].place.cell == nil {
      let text = document.blocks[index].text
      let named = awards.mentions(in: text, block: index, on: document.date.earliest)
      if let nominee = listed[index]?.first { last = nominee }
      if !named.isEmpty, listed[index] == nil {
        lead = named.reduce(into: []) { $0.formUnion($1.awards) }
        last = nil
      }
      guard let match = Self.result.firstMatch(in: text) ?? Self.plain.firstMatch(in: text),
        let group = match[1], let agreed = Int(text[utf8Range: group])
      else { continue }
      let total = match[2].flatMap { Int(text[utf8Range: $0]) }
      let percent = Self.share.firstMatch(in: text, from: match.range.upperBound)?[1]
        .flatMap { Percent.read(String(text[utf8Range: $0])) }
      let votes = VoteCount(
        agreed: agreed, span: TextSpan(block: index, utf8: match.range), total: total,
        percent: percent)
      let nominee = listed[index]?.first ?? last
      ballots.append(
        Minutes.Ballot(
          nominee: nominee?.key, nomineeText: nominee?.nameText ?? "",
          awards: nominee.map { $0.awards.reduce(into: []) { $0.formUnion($1.awards) } } ?? lead,
          votes: votes))
    }
    return ballots
  }
}
