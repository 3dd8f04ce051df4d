import DocumentModel
import TextMatching

/// Finds the lines of legal basis between the title and the first heading.
struct BasisFinder {
  // “Thực hiện” opens a basis when it names a paper or an order; “Thực hiện công tác …” is a
  // subject or a task.
  private static let openings = Pattern(
    known: #"""
      ^(?: (căn\s+cứ)\b
      | ((?:tiếp\s+tục\s+)?(?:thực\s+hiện|triển\s+khai(?:,?\s+thực\s+hiện)?)) \s+
        (?:(?:nội\s+dung|tinh\s+thần|các)\s+)?
        (?: luật | bộ\s+luật | pháp\s+lệnh | nghị\s+(?:định|quyết) | quyết\s+định | chỉ\s+thị
          | thông\s+(?:tư|báo|tri) | kết\s+luận | kế\s+hoạch | hướng\s+dẫn | công\s+(?:văn|điện)
          | chương\s+trình | quy\s+(?:định|chế) | văn\s+bản | đề\s+án | chỉ\s+đạo | ý\s+kiến
          | chủ\s+trương | sự\s+chỉ\s+đạo | chức\s+năng | nhiệm\s+vụ ) \b
      | ((?:xét|theo)\s+(?:đề\s+nghị|tờ\s+trình)) \b
      | ((?:xét|để|nhằm)) \b )
      """#, options: [.caseless, .extended])

  /// How a line of legal basis opens; nil when it is none.
  static func opening(of text: String) -> LegalBasis.Opening? {
    guard let match = openings.firstMatch(in: text) else { return nil }
    if match[1] != nil { return .canCu }
    if match[2] != nil { return .thucHien }
    if match[3] != nil { return .theoDeNghi }
    return .other
  }

  /// Whether a line is a basis wherever it stands: it says “Căn cứ”, or it is a sentence. Under the
  /// type name, “Thực hiện Chỉ thị số 41-CT/TW …” without a closing mark is the subject.
  static func isBasisLine(_ text: String) -> Bool {
    guard let opening = opening(of: text) else { return false }
    if opening == .canCu { return true }
    let last = text.trimmedSpaces.last ?? " "
    return ".;:,".contains(last) || operative.matches(text)
  }

  /// The operative sentence: who does what (“…, UBND xã xây dựng kế hoạch …, như sau:”).
  private static let operative = Pattern(
    known:
      #"(?:như\s+sau\s*:?|cụ\s+thể\s*:)\s*$|\b(?:ban\s+hành|xây\s+dựng|triển\s+khai|tổ\s+chức)\s+(?:kế\s+hoạch|chương\s+trình)\b"#,
    options: .caseless)

  /// Where a basis that runs into the operative sentence ends: before the comma or full stop that
  /// is followed by the acting body or by a new sentence.
  private static let actor = Pattern(
    known:
      #"(?:[,;]\s*|\.\s+)(?=(?:ủy|uỷ)\s+ban\s+|UBND|hội\s+đồng|HĐ|sở\s|phòng\s|ban\s|trường\s|công\s+ty|đảng\s|chi\s|cơ\s+quan|đơn\s+vị|chủ\s+tịch|giám\s+đốc)|\.\s+(?=\p{Lu})"#,
    options: .caseless)

  struct Result {
    var bases: [LegalBasis] = []
    /// First block after the bases; the block of a basis that runs into the body is not passed.
    var end: Int
  }

  func find(in blocks: [Block], from start: Int) -> Result {
    var result = Result(end: start)
    var index = start
    while index < blocks.count {
      let block = blocks[index]
      if let label = block.label, label.style != .dash { break }
      if block.place.cell != nil, index > start + 3 { break }
      if block.text.utf8.count < 200, Casing.isUpper(block.text), !result.bases.isEmpty {
        // QUYẾT ĐỊNH: ends the bases of a decision; a heading those of a plan.
        break
      }
      if let opening = Self.opening(of: block.text),
        opening != .other || !result.bases.isEmpty
      {
        let basis = makeBasis(opening, block, index)
        if opening == .other, basis.runsIntoBody { break }
        result.bases.append(basis)
        if basis.runsIntoBody { break }
        result.end = index + 1
      } else if !result.bases.isEmpty, !block.text.isEmpty {
        break
      } else if Self.operative.matches(block.text) {
        break
      }
      index += 1
    }
    return result
  }

  private func makeBasis(
    _ opening: LegalBasis.Opening, _ block: Block, _ index: Int
  ) -> LegalBasis {
    let text = block.text
    let whole = TextSpan(block: index, utf8: 0..<text.utf8.count)
    guard Self.operative.matches(text) else {
      return LegalBasis(opening: opening, span: whole, runsIntoBody: false)
    }
    // The first acting body after the last date or symbol of the instruments cited.
    let from = min(12, text.utf8.count)
    for cut in Self.actor.matches(in: text) where cut.range.lowerBound >= from {
      let rest = String(text[utf8Range: cut.range.upperBound..<text.utf8.count])
      if Self.operative.matches(rest) {
        let span = TextSpan(block: index, utf8: 0..<cut.range.lowerBound)
        return LegalBasis(opening: opening, span: span, runsIntoBody: true)
      }
    }
    return LegalBasis(opening: opening, span: whole, runsIntoBody: true)
  }
}
