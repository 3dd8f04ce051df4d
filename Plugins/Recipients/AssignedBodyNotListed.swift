import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A body with a heading of its own among the tasks that no line of the list reaches.
  static let assignedBodyNotListed = NativeCheck(
    name: "assigned-body-not-listed", arguments: ["body"]
  ) { context in
    guard let list = RecipientList(context), list.lines.count >= 2 else { return [] }
    let document = context.document
    // A line for a group reaches its members; which, only the office knows.
    let texts = list.named.map { Folding.key(list.text($0)) }
    guard !texts.contains(where: { group.matches($0) && broad.matches($0) }) else { return [] }
    let listed = document.bodies.filter { body in
      list.named.contains {
        $0.span.block == body.span.block && $0.span.utf8.contains(body.span.utf8.lowerBound)
      }
    }.map(\.type)
    return tasks(document).compactMap { body in
      guard body.type != document.issuer.bodyType, !listed.contains(body.type),
        let name = context.law.bodyTypes.first(where: { $0.id == body.type })?.name,
        name.contains(" "), !texts.contains(where: { $0.contains(Folding.key(name)) })
      else { return nil }
      return Observation(
        at: body.span, arguments: ["body": .text(document.text(body.span))])
    }
  }

  private static let group = Pattern(
    known: #"(?<!\p{L})(?:các|như|những|toàn thể|thành viên|thủ trưởng|trưởng)(?!\p{L})"#)
  /// Groups with bodies among their members; “các thôn”, “UBND các xã”, “các Phó Chủ tịch” have none.
  private static let broad = Pattern(
    known:
      #"(?<!\p{L})(?:như|cơ quan|đơn vị|ban|ngành|phòng|bộ phận|tổ chức|đoàn thể|sở|thủ trưởng|công chức|cán bộ|doanh nghiệp|địa phương|khối|cụm|hội|thành viên|tổ|khoa)(?!\p{L})(?! dân phố)"#
  )
  private static let organisation = Pattern(
    known: #"tổ\s+chức\s+thực\s+hiện|phân\s+công"#, options: .caseless)
  private static let lead = Pattern(
    known: #"^\s*(?:giao|đề nghị|đối với)?\s*$"#, options: .caseless)

  /// Bodies that open an item under “Tổ chức thực hiện”.
  private static func tasks(_ document: RecognisedDocument) -> [BodyMention] {
    document.outline.filter {
      organisation.matches(String(document.blocks[$0.block].text[utf8Range: $0.title]))
    }.flatMap(\.children).compactMap { node in
      let text = document.blocks[node.block].text
      return document.bodies.first {
        $0.span.block == node.block && $0.office == nil && !$0.isCited
          && lead.matches(String(text[utf8Range: 0..<$0.span.utf8.lowerBound]))
      }
    }
  }
}
