import FixtureSupport
import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import Testing
import TextMatching

/// Citations written out as one readable line each:
/// `role type | symbol | date | issuer | title | provisions → resolution`.
private func cited(
  _ text: String, bases: [LegalBasis.Opening] = []
) throws -> [String] {
  let blocks = text.split(separator: "\n").map { Block(text: String($0)) }
  let legalBases = bases.enumerated().map { index, opening in
    LegalBasis(
      opening: opening, span: TextSpan(block: index, utf8: 0..<blocks[index].text.utf8.count),
      runsIntoBody: false)
  }
  let finder = CitationFinder(law: try RulesData.law())
  return finder.citations(in: blocks, legalBases: legalBases, body: 0..<blocks.count).map {
    describe($0, in: blocks)
  }
}

private func describe(_ citation: Citation, in blocks: [Block]) -> String {
  let symbol = citation.symbol ?? "-"
  let date = citation.date?.iso ?? citation.year.map(String.init) ?? "-"
  let provisions = citation.provisions.map { provision in
    (provision.point.map { "đ\($0)." } ?? "") + (provision.clause.map { "k\($0)." } ?? "")
      + "Đ" + (provision.article.map(String.init) ?? "?")
  }
  let resolution =
    switch citation.resolution {
    case .instrument(let id): id
    case .ambiguous(let ids): "?" + ids.joined(separator: ",")
    case .unknown: "unknown"
    }
  return [
    citation.role.rawValue + " " + (citation.type ?? "-"), symbol, date, citation.issuer ?? "-",
    citation.title ?? "-", provisions.isEmpty ? "-" : provisions.joined(separator: " "),
    resolution + (citation.antecedent.map { " ^\($0)" } ?? ""),
  ].joined(separator: " | ")
}

@Suite("Trích dẫn văn bản") struct CitationFinderTests {
  @Test(
    "đủ loại, số, ngày, cơ quan, trích yếu",
    arguments: [
      (
        "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi "
          + "tiết thi hành một số điều của Luật Thi đua, khen thưởng;",
        "legal-basis nghi-dinh | 98/2023/NĐ-CP | 2023-12-31 | Chính phủ | quy định chi tiết thi "
          + "hành một số điều của Luật Thi đua, khen thưởng | - | 98/2023/NĐ-CP"
      ),
      (
        "Căn cứ Kế hoạch số 12/KH-UBND, ngày 05/01/2024 của Ủy ban nhân dân huyện Minh Sơn về "
          + "công tác thi đua, khen thưởng năm 2024;",
        "legal-basis ke-hoach | 12/KH-UBND | 2024-01-05 | Ủy ban nhân dân huyện Minh Sơn | công "
          + "tác thi đua, khen thưởng năm 2024 | - | unknown"
      ),
      (
        "Căn cứ Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị “Về tiếp tục đổi mới công tác "
          + "thi đua, khen thưởng”;",
        "legal-basis chi-thi | 34-CT/TW | 2014-04-07 | Bộ Chính trị | tiếp tục đổi mới công tác "
          + "thi đua, khen thưởng | - | 34-CT/TW@2014-04-07"
      ),
      (
        "Căn cứ Thông tư số 01/2024/TT-BNV ngày 24-02-2024 của Bộ trưởng Bộ Nội vụ;",
        "legal-basis thong-tu | 01/2024/TT-BNV | 2024-02-24 | Bộ trưởng Bộ Nội vụ | - | - | "
          + "01/2024/TT-BNV"
      ),
      (
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        "legal-basis luat | - | 2022-06-15 | - | Luật Thi đua, khen thưởng | - | 06/2022/QH15"
      ),
      (
        "Căn cứ Luật Thi đua khen thưởng năm 2022;",
        "legal-basis luat | - | 2022 | - | Luật Thi đua khen thưởng | - | 06/2022/QH15"
      ),
      (
        "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;",
        "legal-basis luat | 06/2022/QH15 | 2022-06-15 | - | Luật Thi đua, khen thưởng | - | "
          + "06/2022/QH15"
      ),
      (
        "Căn cứ Luật số 06/2022/QH15 ngày 15/6/2022 của Quốc hội;",
        "legal-basis luat | 06/2022/QH15 | 2022-06-15 | Quốc hội | - | - | 06/2022/QH15"
      ),
      (
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 14/6/2005;",
        "legal-basis luat | - | 2005-06-14 | - | Luật sửa đổi, bổ sung một số điều của Luật Thi "
          + "đua, khen thưởng | - | 47/2005/QH11"
      ),
      (
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;",
        "legal-basis luat | - | 2015-06-19 | - | Luật Tổ chức chính quyền địa phương | - | "
          + "77/2015/QH13"
      ),
      (
        "Căn cứ Luật Cán bộ, công chức ngày 13/11/2008;",
        "legal-basis luat | - | 2008-11-13 | - | Luật Cán bộ, công chức | - | unknown"
      ),
      (
        "Căn cứ Nghị định số: 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ Quy định chi tiết thi "
          + "hành một số điều của Luật Thi đua, khen thưởng;",
        "legal-basis nghi-dinh | 98/2023/NĐ-CP | 2023-12-31 | Chính phủ | Quy định chi tiết thi "
          + "hành một số điều của Luật Thi đua, khen thưởng | - | 98/2023/NĐ-CP"
      ),
      (
        "Căn cứ Quyết định số 05/QĐ-UBND ngày 05/01/2024 của UBND tỉnh An Hà Ban hành Quy chế thi "
          + "đua;",
        "legal-basis quyet-dinh | 05/QĐ-UBND | 2024-01-05 | UBND tỉnh An Hà | Ban hành Quy chế thi "
          + "đua | - | unknown"
      ),
      (
        "Căn cứ Nghị quyết số 45/NQ-HĐND ngày 20/12/2023 của HĐND xã Tân Việt khóa XX, kỳ họp thứ "
          + "8 về nhiệm vụ năm 2024;",
        "legal-basis nghi-quyet | 45/NQ-HĐND | 2023-12-20 | HĐND xã Tân Việt khóa XX | nhiệm vụ "
          + "năm 2024 | - | unknown"
      ),
      (
        "Căn cứ Luật số 39/2013/QH13 sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng;",
        "legal-basis luat | 39/2013/QH13 | - | - | sửa đổi, bổ sung một số điều của Luật Thi đua, "
          + "khen thưởng | - | 39/2013/QH13"
      ),
      (
        "Căn cứ Bộ luật Lao động năm 2019;",
        "legal-basis bo-luat | - | 2019 | - | Bộ luật Lao động | - | unknown"
      ),
    ])
  func wholeCitations(text: String, expected: String) throws {
    let found = try cited(text, bases: [.canCu])
    #expect(found.filter { !$0.hasPrefix("within-title") } == [expected])
  }

  @Test(
    "ký hiệu viết lệch vẫn nhận ra",
    arguments: [
      ("Chỉ thị số 13/CT- UBND ngày 25/8/2021", "chi-thi | 13/CT- UBND", "unknown"),
      ("Quy định số 37- QĐ/TW ngày 25/10/2021", "quy-dinh-dang | 37- QĐ/TW", "37-QĐ/TW"),
      ("Nghị định số 98/2023/NĐ- CP", "nghi-dinh | 98/2023/NĐ- CP", "98/2023/NĐ-CP"),
      ("Nghị định số 98/2023/NĐ/CP", "nghi-dinh | 98/2023/NĐ/CP", "98/2023/NĐ-CP"),
      ("Nghị định 98/2023/ND-CP", "nghi-dinh | 98/2023/ND-CP", "98/2023/NĐ-CP"),
      ("NGHỊ ĐỊNH SỐ 98/2023/NĐ-CP", "nghi-dinh | 98/2023/NĐ-CP", "98/2023/NĐ-CP"),
      ("Nghị định số 98/NĐ-CP ngày 31/12/2023", "nghi-dinh | 98/NĐ-CP", "98/2023/NĐ-CP"),
      ("Quyết định số 86/2025/QĐ-UBND", "quyet-dinh | 86/2025/QĐ-UBND", "unknown"),
      ("Công văn số 15/UBND-NV ngày 02/02/2024", "cong-van | 15/UBND-NV", "unknown"),
      ("Nghị quyết số 06-NQ/TU ngày 26/3/2021", "nghi-quyet | 06-NQ/TU", "unknown"),
      ("Chương trình số 03-CTr/HU", "chuong-trinh | 03-CTr/HU", "unknown"),
      ("tại văn bản số 19/CT-TTg ngày 16/7/2021", "chi-thi | 19/CT-TTg", "19/CT-TTg"),
    ])
  func spelling(text: String, parts: String, resolution: String) throws {
    let found = try cited("Theo \(text) của cấp trên.")
    #expect(found.count == 1)
    let line = try #require(found.first)
    #expect(line.contains(" " + parts + " |"), "\(line)")
    #expect(line.hasSuffix("| " + resolution), "\(line)")
  }

  @Test("nhiều văn bản trong một căn cứ")
  func severalInOneBasis() throws {
    let text =
      "Căn cứ Luật Thi đua, khen thưởng ngày 26/11/2003; Luật sửa đổi, bổ sung một số điều của "
      + "Luật Thi đua, khen thưởng ngày 14/6/2005; Luật sửa đổi, bổ sung một số điều của Luật Thi "
      + "đua, khen thưởng ngày 16/11/2013 và các văn bản hướng dẫn thi hành;"
    #expect(
      try cited(text, bases: [.canCu]).map { $0.split(separator: "| ").last } == [
        "15/2003/QH11", "47/2005/QH11", "39/2013/QH13",
      ])
    let years =
      "Căn cứ Luật Thi đua, khen thưởng năm 2003, Luật sửa đổi, bổ sung một số điều của Luật Thi "
      + "đua, khen thưởng năm 2005 và năm 2013;"
    #expect(
      try cited(years, bases: [.canCu]).map { $0.split(separator: "| ").last } == [
        "15/2003/QH11", "47/2005/QH11", "39/2013/QH13",
      ])
    let joined =
      "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ và Thông tư số "
      + "01/2024/TT-BNV ngày 24/02/2024 của Bộ Nội vụ;"
    #expect(
      try cited(joined, bases: [.canCu]) == [
        "legal-basis nghi-dinh | 98/2023/NĐ-CP | 2023-12-31 | Chính phủ | - | - | 98/2023/NĐ-CP",
        "legal-basis thong-tu | 01/2024/TT-BNV | 2024-02-24 | Bộ Nội vụ | - | - | 01/2024/TT-BNV",
      ])
  }

  @Test("văn bản nêu trong tên văn bản khác không phải là viện dẫn riêng")
  func insideTitle() throws {
    let found = try cited(
      "Căn cứ Thông tư số 01/2024/TT-BNV ngày 24 tháng 02 năm 2024 của Bộ trưởng Bộ Nội vụ quy "
        + "định biện pháp thi hành Luật Thi đua, khen thưởng và Nghị định số 98/2023/NĐ-CP ngày 31 "
        + "tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi "
        + "đua, khen thưởng;", bases: [.canCu])
    #expect(found.first?.hasPrefix("legal-basis thong-tu | 01/2024/TT-BNV") == true)
    #expect(found.dropFirst().allSatisfy { $0.hasPrefix("within-title") })
    #expect(found.contains { $0.hasSuffix("98/2023/NĐ-CP") && $0.hasPrefix("within-title") })
  }

  @Test(
    "điều, khoản, điểm",
    arguments: [
      ("khoản 2 Điều 9 Luật Thi đua, khen thưởng năm 2022", "k2.Đ9"),
      ("điểm a khoản 1 Điều 84 của Luật Thi đua, khen thưởng năm 2022", "đa.k1.Đ84"),
      ("Điều 21, Điều 22 của Luật Thi đua, khen thưởng năm 2022", "Đ21 Đ22"),
      ("các Điều 21, 22 và 23 Luật Thi đua, khen thưởng năm 2022", "Đ21 Đ22 Đ23"),
      ("Khoản 2 điều 9 Luật Thi đua, khen thưởng năm 2022", "k2.Đ9"),
      ("khoản 1, khoản 2, Điều 23, Luật Thi đua, khen thưởng năm 2022", "k1.Đ23 k2.Đ23"),
      ("khoản 1 Điều 9; điểm b khoản 2 Điều 10 Luật Thi đua, khen thưởng 2022", "k1.Đ9 đb.k2.Đ10"),
      ("điểm a, b khoản 1 Điều 84 Luật Thi đua, khen thưởng năm 2022", "đa.k1.Đ84 đb.k1.Đ84"),
      ("Điều 9 khoản 2 Luật Thi đua, khen thưởng năm 2022", "k2.Đ9"),
      ("Luật Thi đua, khen thưởng năm 2022 (điểm đ khoản 1 Điều 44)", "đđ.k1.Đ44"),
    ])
  func provisions(text: String, expected: String) throws {
    let found = try cited("Thực hiện đúng quy định tại \(text).")
    #expect(found.map { $0.split(separator: " | ")[5] } == [Substring(expected)])
  }

  @Test(
    "câu làm gì với văn bản",
    arguments: [
      ("Khen thưởng theo Nghị định số 98/2023/NĐ-CP.", "governing"),
      ("Hồ sơ quy định tại Điều 30 Nghị định số 98/2023/NĐ-CP.", "governing"),
      ("Thực hiện với tinh thần chủ động các nội dung của Chỉ thị số 13/CT-UBND.", "governing"),
      ("Tổ chức triển khai Luật Thi đua, khen thưởng năm 2022.", "implementing"),
      ("Tiếp tục triển khai thực hiện tốt Chỉ thị số 19/CT-TTg ngày 16/7/2021.", "implementing"),
      ("Gắn với tổ chức thực hiện tốt Nghị quyết số 08-NQ/TU.", "implementing"),
      ("Quán triệt Chỉ thị số 41-CT/TW ngày 26/12/2024.", "implementing"),
      ("Tổng kết 10 năm thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014.", "history"),
      ("Được tặng Giấy khen theo Quyết định số 35/QĐ-UBND ngày 10/01/2023.", "history"),
      ("Nghị định này thay thế Nghị định số 91/2017/NĐ-CP ngày 31/7/2017.", "mention"),
    ])
  func roles(text: String, role: String) throws {
    let found = try cited(text)
    #expect(found.map { $0.split(separator: " ").first } == [Substring(role)])
  }

  @Test("tên gọi tắt, “này”, “nêu trên”, tên luật nhắc lại")
  func shortForms() throws {
    let found = try cited(
      """
      Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ (sau đây gọi là Nghị định 98);
      Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022;
      Hồ sơ theo Điều 30 Nghị định 98 và Nghị định nêu trên; theo khoản 1 Điều 84 Luật này.
      Thực hiện Luật Thi đua, khen thưởng trong toàn xã; Kế hoạch này có hiệu lực từ ngày ký.
      """, bases: [.canCu, .canCu])
    #expect(
      found.dropFirst(2).map { String($0.split(separator: " | ").suffix(2).joined(separator: " ")) }
        == [
          "Đ30 98/2023/NĐ-CP ^0", "- 98/2023/NĐ-CP ^0", "k1.Đ84 06/2022/QH15 ^1",
          "- 06/2022/QH15 ^1",
        ])
  }

  @Test(
    "ký hiệu trùng nhau hoặc sai",
    arguments: [
      // Two directives share the symbol.
      ("Chỉ thị số 34-CT/TW của Ban Bí thư", "?34-CT/TW@2014-04-07,34-CT/TW@2024-05-24"),
      ("Chỉ thị số 34-CT/TW ngày 24/5/2024 của Ban Bí thư", "34-CT/TW@2024-05-24"),
      ("Luật số 06/2026/QH16", "06/2026/QH16"),
      // Another year's directive of that number is another directive.
      ("Chỉ thị số 19/CT-TTg ngày 08/8/2024 của Thủ tướng Chính phủ", "unknown"),
      ("Luật Thi đua, khen thưởng", "?15/2003/QH11,06/2022/QH15"),
      ("Luật Thi đua, khen thưởng ngày 16/6/2022", "06/2022/QH15"),
      (
        "Nghị định số 89/2023/NĐ-CP ngày 31/12/2023 của Chính phủ quy định chi tiết thi hành một "
          + "số điều của Luật Thi đua, khen thưởng", "98/2023/NĐ-CP"
      ),
    ])
  func resolution(text: String, expected: String) throws {
    let found = try cited("Theo \(text);")
    #expect(found.first?.split(separator: " | ").last == Substring(expected))
  }

  @Test(
    "không phải viện dẫn",
    arguments: [
      "Số: 07/KH-UBND", "tỷ lệ 17/17 chỉ tiêu, đạt 95% trong 24/24 giờ",
      "Chấp hành pháp luật của Nhà nước, kỷ luật Đảng", "Kế hoạch 5 năm (2021-2025) của huyện",
      "kỷ niệm 75 năm (11/06/1948-11/06/2023)", "lớp 5/A, phòng 12/B", "theo khoản 2 Điều này",
      "Kế hoạch này thay cho các chương trình nêu ở trên", "Hội Luật gia huyện Minh Sơn",
      "thực hiện Chỉ thị, Nghị quyết, Chương trình, Kế hoạch năm 2023 của tỉnh",
    ])
  func notCitations(text: String) throws {
    #expect(try cited(text) == [])
  }

  @Test("phần đầu của câu hành văn không lọt vào trích yếu")
  func titleEnds() throws {
    let found = try cited(
      "Thực hiện Kế hoạch số 294/KH-UBND ngày 28/12/2022 của UBND huyện về kế hoạch công tác thi "
        + "đua, khen thưởng năm 2023, UBND xã xây dựng kế hoạch (gọi tắt là Kế hoạch), như sau:\n"
        + "Nghị quyết số 06-NQ/TU ngày 26/3/2021 của BCH Đảng bộ tỉnh An Hàvề chuyển đổi số; tập "
        + "trung ứng dụng.")
    #expect(
      found == [
        "governing ke-hoach | 294/KH-UBND | 2022-12-28 | UBND huyện | kế hoạch công tác thi đua, "
          + "khen thưởng năm 2023 | - | unknown",
        "mention nghi-quyet | 06-NQ/TU | 2021-03-26 | BCH Đảng bộ tỉnh An Hà | chuyển đổi số | - "
          + "| unknown",
      ])
  }

  @Test("lần đầu và các lần sau")
  func first() throws {
    let finder = CitationFinder(law: try RulesData.law())
    let blocks = [
      Block(text: "Theo Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị."),
      Block(text: "Tiếp tục học tập theo Chỉ thị số 05- CT/TW."),
    ]
    let found = finder.citations(in: blocks, legalBases: [], body: 0..<2)
    #expect(found.map(\.isFirst) == [true, false])
  }
}
