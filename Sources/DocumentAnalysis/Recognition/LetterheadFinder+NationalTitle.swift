import DocumentModel
import LegalKnowledge
import TextMatching

// Quốc hiệu, Tiêu ngữ: the national title and motto.
extension LetterheadFinder {
  static let nationalTitle = Pattern(
    known: #"c[ộô]ng\s+h(?:òa|oà|oa)\s+xã\s+h[ộô]i\s+chủ\s+ngh[ĩiỉ]a\s+việt\s+nam"#,
    options: .caseless)
  static let motto = Pattern(
    known: #"độc\s+lập\W{1,5}tự\s+do\W{1,5}hạnh\s+phúc"#, options: .caseless)
  static let partyTitle = Pattern(
    known: #"^đảng\s+cộng\s+sản\s+việt\s+nam$"#, options: .caseless)

  func findNationalTitle(
    _ lines: [TextLine], _ isTaken: inout [Bool], _ result: inout Letterhead
  ) {
    for (index, line) in lines.enumerated() {
      if Self.partyTitle.matches(line.text) {
        result.isParty = true
        isTaken[index] = true
        continue
      }
      if result.components.nationalTitle == nil {
        if let match = Self.nationalTitle.firstMatch(in: line.text) {
          result.components.nationalTitle = line.span(match.range)
          isTaken[index] = true
        } else if isNear(line.text, "cộnghòaxãhộichủnghĩaviệtnam", within: 5) {
          result.components.nationalTitle = line.span
          isTaken[index] = true
        } else if let rest = restOfNationalTitle(after: index, lines) {
          result.components.nationalTitle =
            rest.block == line.block
            ? TextSpan(
              block: line.block, utf8: line.utf8.lowerBound..<lines[rest.index].utf8.upperBound)
            : line.span
          isTaken[index] = true
          isTaken[rest.index] = true
        }
      }
      if result.components.motto == nil {
        if let match = Self.motto.firstMatch(in: line.text) {
          result.components.motto = line.span(match.range)
          isTaken[index] = true
        } else if isNear(line.text, "độclậptựdohạnhphúc", within: 4) {
          result.components.motto = line.span
          isTaken[index] = true
        }
      }
    }
  }

  /// The second line of a national title broken after “XÃ HỘI”: the next line or, beside a left
  /// column, the one after it.
  func restOfNationalTitle(
    after index: Int, _ lines: [TextLine]
  ) -> (index: Int, block: Int)? {
    guard Folding.letters(lines[index].text).hasPrefix("cộnghòaxãhội") else { return nil }
    return (index + 1...index + 2).first { next in
      next < lines.count
        && isNear(
          "\(lines[index].text) \(lines[next].text)", "cộnghòaxãhộichủnghĩaviệtnam", within: 2)
    }.map { ($0, lines[$0].block) }
  }

  func isNear(_ text: String, _ wanted: String, within distance: Int) -> Bool {
    let count = text.unicodeScalars.count
    guard abs(count - wanted.unicodeScalars.count) <= 12 else { return false }
    return EditDistance.between(Folding.letters(text), wanted) <= distance
  }
}
