import DocumentModel
import LegalKnowledge
import TextMatching

// Cơ quan chủ quản and cơ quan ban hành.
extension LetterheadFinder {
  func isBodyName(_ key: String) -> Bool {
    law.bodyTypes.contains { type in
      key.hasPrefixWord(Folding.key(type.name))
        || type.abbreviations.contains { key.hasPrefixWord(Folding.key($0)) }
    }
  }

  /// The names above số/ký hiệu: the last one issues, those before it are its superiors.
  func findBodies(
    _ lines: [TextLine], before typeLine: Int?, _ isTaken: inout [Bool],
    _ result: inout Letterhead
  ) {
    // An official letter has no type name; its issuer stands above “Kính gửi”, while the signature of
    // a short one, in capitals too, lies within the zone.
    let addressee = result.components.addressee.flatMap { addressee in
      lines.firstIndex { $0.block == addressee.label.block }
    }
    let end = typeLine ?? addressee ?? lines.count
    let hasAnchor =
      result.components.nationalTitle != nil || result.components.numberSymbol != nil
      || result.components.placeDate != nil || result.isParty || typeLine != nil
    guard hasAnchor else { return }
    var groups: [[Int]] = []
    for index in 0..<end where !isTaken[index] {
      let line = lines[index]
      guard line.text.utf8.count < 200, line.label == nil || line.isUpper, !isRule(line.text)
      else { continue }
      let key = Folding.key(line.text)
      let isName = isBodyName(key)
      guard line.isUpper || (isName && !endsSentence(line.text) && !line.text.contains(","))
      else { continue }
      if isName || groups.isEmpty {
        guard isName else { continue }
        groups.append([index])
      } else {
        groups[groups.count - 1].append(index)
      }
    }
    guard let last = groups.last else { return }
    result.components.superiorBody = groups.dropLast().flatMap { $0 }.map { lines[$0].span }
    result.components.issuingBody = last.map { lines[$0].span }
    for index in groups.joined() { isTaken[index] = true }
  }
}
