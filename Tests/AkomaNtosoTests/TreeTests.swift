import AkomaNtoso
import DocumentAnalysis
import DocumentReading
import FixtureSupport
import LegalKnowledge
import Testing
import XMLReading
import XMLWriting

/// A paper as Akoma Ntoso, with questions that read like sentences.
private struct Tree {
  let root: XMLElement

  init(_ text: String) throws { try self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) throws {
    let law = try RulesData.law()
    let source = try DocumentReader.read(bytes, name: "kế hoạch")
    let document = Recogniser(law: law).recognise(
      source, options: AnalysisOptions(today: CivilDate(iso: "2026-11-20") ?? .init(dayNumber: 0)))
    root = AkomaNtoso.tree(document, law: law)
  }

  /// All elements of a name, in document order.
  func all(_ name: String) -> [XMLElement] { root.all(name) }

  /// `name(class): words` of the paragraphs and headings below an element.
  func lines(_ name: String) -> [String] {
    (all(name).first?.all { ["p", "heading", "num"].contains($0) } ?? []).map { element in
      let kind = element["class"].map { "\(element.name).\($0)" } ?? element.name
      return "\(kind): \(element.text)"
    }
  }
}

extension XMLElement {
  fileprivate subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  fileprivate var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  fileprivate var text: String {
    children.map { child in
      switch child {
      case .text(let words): words
      case .element(let element): element.text
      }
    }.joined()
  }

  fileprivate func all(_ isWanted: (String) -> Bool) -> [XMLElement] {
    (isWanted(name) ? [self] : []) + elements.flatMap { $0.all(isWanted) }
  }

  fileprivate func all(_ name: String) -> [XMLElement] { all { $0 == name } }
}

@Suite("The Akoma Ntoso tree")
struct TreeTests {
  private let plan = """
    ỦY BAN NHÂN DÂN
    XÃ AN LẠC

    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc

    Số: 12/KH-UBND
    An Lạc, ngày 10 tháng 01 năm 2025

    KẾ HOẠCH
    Công tác thi đua, khen thưởng năm 2025

    Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
    Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ;

    Ủy ban nhân dân xã An Lạc ban hành kế hoạch như sau:

    I. MỤC ĐÍCH
    1. Mục tiêu chung
    Nâng cao chất lượng phong trào.
    2. Giao chỉ tiêu cho các thôn:
    a) Thôn Đông;
    b) Thôn Đoài trong quý II.
    II. TỔ CHỨC THỰC HIỆN
    Trên đây là Kế hoạch công tác thi đua, khen thưởng năm 2025.

    Nơi nhận:
    - UBND huyện;
    - Lưu: VT.

    TM. ỦY BAN NHÂN DÂN
    CHỦ TỊCH

    Trần Thị Mẫu
    """

  @Test("The letterhead is the preface, each line with its component as class")
  func preface() throws {
    #expect(
      try Tree(plan).lines("preface") == [
        "p.issuing-body: ỦY BAN NHÂN DÂN", "p.issuing-body: XÃ AN LẠC",
        "p.national-title: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "p.motto: Độc lập - Tự do - Hạnh phúc", "p.number-symbol: Số: 12/KH-UBND",
        "p.place-date: An Lạc, ngày 10 tháng 01 năm 2025", "p.type-name: KẾ HOẠCH",
        "p.subject: Công tác thi đua, khen thưởng năm 2025",
      ])
    let tree = try Tree(plan)
    #expect(tree.all("docNumber").map(\.text) == ["12/KH-UBND"])
    #expect(tree.all("docDate").map { $0["date"] } == ["2025-01-10"])
    #expect(tree.all("docType").map(\.text) == ["KẾ HOẠCH"])
  }

  @Test("Legal bases are citations; what they cite is a reference with its instrument")
  func citations() throws {
    let tree = try Tree(plan)
    let bases = tree.all("citation")
    #expect(bases.map { $0["class"] } == ["can-cu", "can-cu"])
    let refs = bases.flatMap { $0.all("ref") }
    #expect(refs.map { $0["tdkt:instrument"] } == ["06/2022/QH15", "98/2023/NĐ-CP"])
    #expect(refs.map { $0["tdkt:role"] } == ["legal-basis", "legal-basis"])
    #expect(refs[1].text == "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ")
    #expect(refs[1].all("date").map { $0["date"] } == ["2023-12-31"])
    #expect(refs[1].all("organization").map(\.text) == ["Chính phủ"])
    let known = Set(tree.all("references").flatMap(\.elements).compactMap { $0["eId"] })
    let pointers = tree.root.all { _ in true }.compactMap { $0["refersTo"] }
    #expect(!pointers.isEmpty && pointers.allSatisfy { known.contains(String($0.dropFirst())) })
  }

  @Test("Sections, items and points nest, with number, heading and content")
  func body() throws {
    let tree = try Tree(plan)
    #expect(
      tree.lines("mainBody") == [
        "p: Ủy ban nhân dân xã An Lạc ban hành kế hoạch như sau:", "num: I.", "heading: MỤC ĐÍCH",
        "num: 1.", "heading: Mục tiêu chung", "p: Nâng cao chất lượng phong trào.", "num: 2.",
        "heading: Giao chỉ tiêu cho các thôn:", "num: a)", "p: Thôn Đông;", "num: b)",
        "p: Thôn Đoài trong quý II.", "num: II.", "heading: TỔ CHỨC THỰC HIỆN",
        "p: Trên đây là Kế hoạch công tác thi đua, khen thưởng năm 2025.",
      ])
    #expect(tree.all("section").map { $0["eId"] } == ["sec_I", "sec_II"])
    #expect(
      tree.all("point").map { $0["eId"] } == [
        "sec_I__para_2__point_a", "sec_I__para_2__point_b",
      ])
    #expect(tree.all("point").map { $0["tdkt:path"] } == ["I.2.a", "I.2.b"])
    let time = try #require(tree.all("inline").first { $0.text == "quý II" })
    #expect(time["tdkt:from"] == "2025-04-01" && time["tdkt:until"] == "2025-06-30")
  }

  @Test("Recipients and signature are containers of the conclusions")
  func conclusions() throws {
    let tree = try Tree(plan)
    #expect(tree.all("container").map { $0["name"] } == ["recipients", "signature"])
    #expect(
      tree.lines("conclusions") == [
        "p.recipients-label: Nơi nhận:", "p.recipient: UBND huyện;",
        "p.recipient archive: Lưu: VT.", "p.authority: TM. ỦY BAN NHÂN DÂN", "p.office: CHỦ TỊCH",
        "p.signer: Trần Thị Mẫu",
      ])
    #expect(tree.all("person").map(\.text) == ["Trần Thị Mẫu"])
    #expect(tree.all("role").map(\.text).contains("CHỦ TỊCH"))
  }

  @Test("What was recognised of the whole paper stands below proprietary, and only there")
  func metadata() throws {
    let tree = try Tree(plan)
    let own = tree.root.all { $0.hasPrefix("tdkt:") }
    #expect(own == tree.all("proprietary").flatMap(\.elements))
    #expect(own.map(\.name) == ["tdkt:document", "tdkt:date", "tdkt:issuer", "tdkt:plan-year"])
    #expect(own[0]["kind"] == "ke-hoach" && own[0]["stage"] == "issued")
    #expect(own[1]["as-of"] == "2025-01-10" && own[1]["source"] == "place-date")
    #expect(own[2]["level"] == "xa" && own[3]["from"] == "2025")
  }

  @Test("A basis that runs into the operative sentence is cut where it ends")
  func runningBasis() throws {
    let tree = try Tree(
      """
      KẾ HOẠCH
      Thi đua năm 2025

      Thực hiện Kế hoạch số 01/KH-UBND ngày 02/01/2025, Ủy ban nhân dân xã An Lạc xây dựng kế hoạch thi đua như sau:

      I. MỤC ĐÍCH
      Nâng cao chất lượng.
      """)
    #expect(
      tree.lines("citations") == ["p: Thực hiện Kế hoạch số 01/KH-UBND ngày 02/01/2025"])
    let first = try #require(tree.all("mainBody").first?.elements.first)
    #expect(first.text.hasPrefix(", Ủy ban nhân dân xã An Lạc xây dựng"))
    #expect(first["tdkt:start"] == "48")
  }

  @Test("A table in the body stays a table, with its headings, spans and group rows")
  func tables() throws {
    func cell(_ text: String, _ more: String = "") -> String {
      "<w:tc><w:tcPr>\(more)</w:tcPr><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>"
    }
    let rows =
      "<w:tr><w:trPr><w:tblHeader/></w:trPr>\(cell("Nội dung"))\(cell("Thời gian"))</w:tr>"
      + "<w:tr>\(cell("QUÝ I", "<w:gridSpan w:val=\"2\"/>"))</w:tr>"
      + "<w:tr>\(cell("Phát động"))\(cell("Tháng 3"))</w:tr>"
      + "<w:tr>\(cell("Sơ kết"))\(cell(""))</w:tr>"
    let tree = try Tree(
      bytes: DocxFixture(
        "<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p><w:p><w:r><w:t>Thi đua năm 2025</w:t></w:r></w:p>"
          + "<w:p><w:r><w:t>I. NỘI DUNG</w:t></w:r></w:p>"
          + "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>\(rows)</w:tbl>"
          + "<w:p><w:r><w:t>II. TỔ CHỨC</w:t></w:r></w:p><w:p><w:r><w:t>Hết.</w:t></w:r></w:p>"
      ).bytes)
    #expect(tree.all("table").count == 1)
    #expect(tree.all("th").map(\.text) == ["Nội dung", "Thời gian"])
    #expect(tree.all("tr").map { $0["class"] } == [nil, "row-group", nil, nil])
    #expect(tree.all("td").map(\.text) == ["QUÝ I", "Phát động", "Tháng 3", "Sơ kết", ""])
    #expect(tree.all("td").first?["colspan"] == "2")
    #expect(tree.all("section").map { $0["eId"] } == ["sec_I", "sec_II"])
  }

  @Test("An annex is an attachment with a document of its own")
  func annexes() throws {
    let tree = try Tree(plan + "\n\nPHỤ LỤC I\nDANH SÁCH TẬP THỂ\n1. Thôn Đông\n")
    let attachment = try #require(tree.all("attachment").first)
    #expect(attachment["tdkt:number"] == "I")
    #expect(attachment.all("heading").map(\.text) == ["PHỤ LỤC I"])
    #expect(attachment.all("p").map(\.text) == ["DANH SÁCH TẬP THỂ", "Thôn Đông"])
    #expect(attachment.all("p").last?["tdkt:label"] == "1.")
  }

  @Test("Every paper has a tree, also a hardly written one")
  func scrap() throws {
    for text in ["x", "- ", "1.", "\n\n.\n"] {
      let tree = try Tree(text)
      #expect(tree.all("mainBody").first?.elements.isEmpty == false)
    }
  }

  @Test("The compact form differs from the indented one in white space between elements only")
  func layouts() throws {
    let law = try RulesData.law()
    let source = try DocumentReader.read(Array(plan.utf8), name: "a.txt")
    let document = Recogniser(law: law).recognise(
      source, options: AnalysisOptions(today: CivilDate(dayNumber: 20_000)))
    let indented = AkomaNtoso.render(document, law: law)
    let compact = AkomaNtoso.render(document, law: law, layout: .compact)
    func words(_ node: XMLNode) -> [String] {
      let isText = ["p", "heading", "num"].contains(node.name)
      return isText ? ["\(node.name) \(node.text)"] : node.children.flatMap(words)
    }
    let first = try XMLDocument(parsing: Array(indented.utf8))
    let second = try XMLDocument(parsing: Array(compact.utf8))
    #expect(words(first.root) == words(second.root) && words(first.root).count == 31)
    #expect(compact.utf8.count < indented.utf8.count)
    #expect(indented == AkomaNtoso.render(document, law: law))
  }
}
