import DocumentModel
import LegalKnowledge
import TextMatching

// “(Kèm theo …)” and “Kính gửi”.
extension LetterheadFinder {
  static let attachment = Pattern(
    known:
      #"^\(?\s*(?:ban hành )?kèm theo\s+(?:văn bản|quyết định|kế hoạch|tờ trình|công văn|báo cáo|thông báo|nghị quyết)\b"#,
    options: .caseless)

  func findAttachment(
    _ lines: [TextLine], _ isTaken: inout [Bool], _ result: inout Letterhead
  ) {
    guard let index = lines.firstIndex(where: { Self.attachment.matches($0.text) }) else { return }
    result.components.attachedTo = lines[index].span
    isTaken[index] = true
  }

  static let addressee = Pattern(
    known: #"^(kính (?:gửi|gởi|trình))\s*:?\s*"#, options: .caseless)

  func findAddressee(
    _ lines: [TextLine], _ blocks: [Block], _ isTaken: inout [Bool], _ result: inout Letterhead
  ) {
    guard
      let index = lines.firstIndex(where: {
        $0.label == nil && Self.addressee.matches($0.text)
      }), let match = Self.addressee.firstMatch(in: lines[index].text), let label = match[1]
    else { return }
    let line = lines[index]
    var bodies: [TextSpan] = []
    if match.range.upperBound < line.text.utf8.count {
      bodies.append(line.span(match.range.upperBound..<line.text.utf8.count))
    }
    isTaken[index] = true
    var next = index + 1
    while next < lines.count, lines[next].label?.style == .dash {
      bodies.append(lines[next].span)
      isTaken[next] = true
      next += 1
    }
    result.components.addressee = Addressee(label: line.span(label), bodies: bodies)
  }
}
