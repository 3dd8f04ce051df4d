import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import TextMatching

/// Reads nominees named in numbered or dashed lists: “1. Ông Nguyễn Văn An, Trưởng phòng …”.
struct NomineeListReader {
  let awards: AwardFinder
  let day: CivilDate

  private static let honorific = Pattern(
    known: #"^(?:ông|bà|đồng\s+chí|đ\s*/\s*c|hộ\s+gia\s+đình|hộ\s+ông|hộ\s+bà)\s"#,
    options: .caseless)
  private static let leading = Pattern(
    known:
      #"(?<!\p{L})(?:tặng|đề\s+nghị|danh\s+hiệu|danh\s+sách|công\s+nhận|khen\s+thưởng|xét)(?!\p{L})"#,
    options: .caseless)
  /// Who is present, who is to do something: people, but no nominees.
  private static let otherList = Pattern(
    known:
      #"(?<!\p{L})(?:thành\s+phần|có\s+mặt|vắng\s+mặt|chủ\s+trì|thư\s+ký|nơi\s+nhận|tổ\s+chức\s+thực\s+hiện|giao\s+(?:cho)?|kiểm\s+phiếu)(?!\p{L})"#,
    options: .caseless)

  /// - Parameter blocks: indices of blocks outside tables to look at, in reading order.
  func nominees(in document: RecognisedDocument, blocks: [Int]) -> [Nominee] {
    var result: [Nominee] = []
    var lead = Lead()
    // “II. Hình thức khen thưởng” governs until the next heading numbered like it.
    var classHeading: (span: TextSpan, style: ListLabel.Style?)?
    for index in blocks {
      let block = document.blocks[index]
      guard !block.text.isEmpty else { continue }
      if lead.isOpen, let nominee = nominee(block, index, under: lead) {
        result.append(nominee)
        continue
      }
      let named = awards.mentions(in: block.text, block: index, on: day)
      let whole = TextSpan(block: index, utf8: 0..<block.text.utf8.count)
      if named.isEmpty, block.label != nil || block.text.hasSuffix(":"),
        NomineeGroup.isClassOfAwards(block.text)
      {
        classHeading = (whole, block.label?.style)
      } else if let open = classHeading, let style = block.label?.style, style == open.style {
        classHeading = nil
      }
      lead = next(after: lead, block, index, named)
      let above = lead.unit?.block == index ? lead.headings : classHeading.map { [$0.span] } ?? []
      lead.headings = above + [whole]
      result += InlineNominees(text: block.text, block: index, awards: named).found(
        under: lead.headings)
    }
    return result
  }

  /// The sentence or heading that governs the items below it.
  private struct Lead {
    var awards: [AwardMention] = []
    var recipient: Award.Recipient?
    var isOpen = false
    /// Heading of a class of awards, and the sentence itself.
    var headings: [TextSpan] = []
    /// The unit over the names of its people: “a) Trường Tiểu học Tân Việt:”.
    var unit: TextSpan?
    var unitText = ""
  }

  private func next(
    after lead: Lead, _ block: Block, _ index: Int, _ named: [AwardMention]
  ) -> Lead {
    let text = block.text
    let recipient =
      NomineeGroup.recipient(in: text)
      ?? named.first.flatMap { mention in
        let kinds = Set(mention.matches.flatMap(\.award.recipients))
        return kinds.count == 1 ? kinds.first : nil
      }
    if Self.otherList.matches(text), named.isEmpty { return Lead() }
    if !named.isEmpty {
      let opens = Self.leading.matches(text) || block.label != nil || text.hasSuffix(":")
      return Lead(awards: named, recipient: recipient, isOpen: opens)
    }
    // “- Tập thể:” under a heading that has named the award.
    if let recipient, text.utf8.count < 200 {
      return Lead(
        awards: lead.awards, recipient: recipient, isOpen: lead.isOpen || Self.leading.matches(text)
      )
    }
    if text.hasSuffix(":"), Self.leading.matches(text) {
      return Lead(awards: lead.awards, recipient: recipient, isOpen: true)
    }
    if lead.isOpen, block.label != nil, !endsItem(text),
      let reading = NomineeName.read(text), reading.recipient == .collective, isBareUnit(text)
    {
      var lead = lead
      lead.unit = TextSpan(block: index, utf8: reading.range)
      lead.unitText = String(text[utf8Range: reading.range]).trimmed
      return lead
    }
    return Lead()
  }

  private func nominee(_ block: Block, _ index: Int, under lead: Lead) -> Nominee? {
    let text = block.text
    guard text.utf8.count < 600, block.label != nil || Self.honorific.matches(text) else {
      return nil
    }
    // An article of a decision charges somebody; it lists nobody.
    guard block.label?.text.hasPrefix("Điều") != true else { return nil }
    guard let reading = NomineeName.read(text), reading.recipient != nil else { return nil }
    let isPerson = reading.recipient == .individual
    // A unit's name at the start of a sentence about it is no nominee.
    if !isPerson, reading.recipient != .household, !isBareUnit(text) || Self.share.matches(text) {
      return nil
    }
    // Somebody named with “Ông”, “Bà” under an award of collectives is there by mistake, or so it is
    // to be shown; a unit over the names of its people is a heading.
    if isPerson, lead.recipient == .collective, !reading.isStated || lead.awards.isEmpty {
      return nil
    }
    if !isPerson, lead.recipient == .individual { return nil }
    let name = TextSpan(block: index, utf8: reading.range)
    let words = String(text[utf8Range: reading.range]).trimmed
    let birth = isPerson ? BirthNote.read(text, after: reading.range.upperBound) : nil
    let post =
      isPerson
      ? Post.read(text, from: birth?.end ?? reading.range.upperBound, block: index) : Post()
    let own = awards.mentions(
      in: text, block: index, on: day, range: reading.range.upperBound..<text.utf8.count)
    var nominee = Nominee(
      recipient: reading.recipient, name: name, nameText: words,
      serial: block.label.flatMap { $0.numbers.count == 1 ? $0.numbers.first : nil },
      serialSpan: nil, sex: reading.sex, birthYear: birth?.year, office: post.office,
      unit: post.unit,
      unitText: post.unit.map { String(text[utf8Range: $0.utf8]) } ?? "",
      awards: own.isEmpty ? lead.awards : own, unknownAward: nil, grounds: nil, votes: nil,
      origin: .item(block: index), anchor: name, key: Folding.letters(words))
    nominee.isRecipientStated = reading.isStated || birth != nil
    nominee.headings = lead.headings
    if isPerson, nominee.unit == nil, let unit = lead.unit {
      nominee.unit = unit
      nominee.unitText = lead.unitText
    }
    return nominee
  }

  /// “- Trường Tiểu học Tân Việt: 05 cá nhân;” shares the number out.
  private static let share = Pattern(
    known: #"\d\s*(?:\([^)]*\)\s*)?(?:cá\s+nhân|tập\s+thể|người|đồng\s+chí|đ/c|hộ)(?!\p{L})"#,
    options: .caseless)
  private static let itemEnd = Pattern(known: #"[;.]\s*$"#)

  private func endsItem(_ text: String) -> Bool { Self.itemEnd.matches(text) }

  private static let sentence = Pattern(
    known:
      #"(?<!\p{L})(?:đã|có\s+(?:thành|trách)|thực\s+hiện|tổ\s+chức|chủ\s+trì|phối\s+hợp|chịu|căn\s+cứ|tham\s+mưu|được|là|và\s+các)(?!\p{L})"#,
    options: .caseless)

  private func isBareUnit(_ text: String) -> Bool {
    text.utf8.count < 220 && !Self.sentence.matches(text)
  }
}
