import DocumentModel
import TextMatching

/// Tells what a sentence does with the instrument it cites.
struct CitationRoles {
  let block: Block
  /// The legal bases of this block, with their index in the paper.
  let bases: [(index: Int, basis: LegalBasis)]

  /// Sets role and basis. A citation joined to `previous` by a comma or “và” shares its role.
  func assign(to citation: inout Citation, after previous: Citation?) {
    let range = citation.span.utf8
    if let basis = bases.first(where: { $0.basis.span.utf8.contains(range.lowerBound) }) {
      citation.basis = basis.index
      switch basis.basis.opening {
      case .canCu, .thucHien:
        citation.role = .legalBasis
        return
      case .theoDeNghi, .other:
        // “Theo đề nghị của … tại Tờ trình số …”: a paper of the file, not a norm.
        citation.role = .mention
        return
      }
    }
    if let previous, previous.span.utf8.upperBound <= range.lowerBound,
      previous.basis == nil,
      let joint = CitationRoles.joint.firstMatch(
        in: block.text, from: previous.span.utf8.upperBound),
      joint.range.upperBound == range.lowerBound
    {
      citation.role = previous.role
      return
    }
    let sentence = sentenceStart(before: range.lowerBound)
    let before = String(block.text[utf8Range: sentence..<range.lowerBound])
    if isAwardHistory(citation, before: before) {
      citation.role = .history
      return
    }
    citation.role = role(before: before)
  }

  private func role(before: String) -> Citation.Role {
    var role = Citation.Role.mention
    for match in CitationRoles.markers.matches(in: before) {
      if match[1] != nil {
        role = .history
      } else if match[2] != nil {
        role = .implementing
      } else if match[3] != nil {
        role = .mention
      } else if match[4] != nil {
        role = .governing
      }
    }
    return role
  }

  /// “được tặng Bằng khen theo Quyết định số …”; a decision in a table cell of awards.
  private func isAwardHistory(_ citation: Citation, before: String) -> Bool {
    let isDecision =
      citation.type == nil
      || citation.symbol.map { $0.contains("QĐ") || $0.contains("QD") } ?? false
    guard isDecision else { return false }
    if CitationRoles.conferred.matches(before) { return true }
    guard block.place.cell != nil else { return false }
    return before.utf8.count < 60 || CitationRoles.award.matches(block.text)
  }

  private func sentenceStart(before offset: Int) -> Int {
    let window = block.text.utf8Start(before: offset, atMost: 600)
    let before = String(block.text[utf8Range: window..<offset])
    let end = CitationRoles.sentenceEnd.matches(in: before).last?.range.upperBound ?? 0
    return window + end
  }

  private static let joint = Pattern(
    known: #"\G[”"»)]?\s*(?:[,;]\s*)?(?:và\s+|hoặc\s+|cùng\s+)?(?:các\s+)?"#)
  private static let sentenceEnd = Pattern(known: #"[.!?;](?=\s|$)\s*|\n"#)
  private static let conferred = Pattern(
    known:
      #"(?<!\p{L})(?:được|đã)\s[^.;]{0,120}?(?:tặng|công nhận|phong|khen|nhận|suy tôn)(?!\p{L})"#,
    options: .caseless)
  private static let award = Pattern(
    known:
      #"tặng|danh hiệu|bằng khen|giấy khen|huân chương|huy chương|chiến s[ĩỹ] thi đua|cờ thi đua"#,
    options: .caseless)
  /// Groups: 1 the past under review, 2 implementing, 3 neither (“kèm theo”, “thay thế”),
  /// 4 governing. The last one before the citation decides.
  private static let markers = Pattern(
    known: #"(?<!\p{L})(?:"#
      + #"((?:(?:tổng kết|sơ kết|đánh giá|kết quả|tình hình|quá trình|\d+\s+năm)\s+)"#
      + #"(?:[^\s,;]+\s+){0,5}?(?:thực hiện|thi hành|triển khai))"#
      + #"|((?:tiếp tục\s+)?(?:tổ chức\s+)?triển khai(?:,?\s+(?:thực hiện|thi hành))?"#
      + #"|tổ chức\s+(?:thực hiện|thi hành|quán triệt)|quán triệt|tuyên truyền|phổ biến|tập huấn"#
      + #"|chuẩn bị(?:\s+(?:thi hành|thực hiện))?|học tập|nghiên cứu|thi hành|góp ý|dự thảo)"#
      + #"|(kèm theo|thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|hết hiệu lực)"#
      + #"|(theo|căn cứ|thực hiện|quy định\s+(?:tại|của|trong|ở)|áp dụng|tuân thủ|chấp hành"#
      + #"|trên cơ sở|dựa trên))(?!\p{L})"#,
    options: .caseless)
}
