import DocumentAnalysis
import Testing

@Suite("Bodies and what they do")
struct BodyTests {
  /// `office | type | units | proper name | level`, one a body.
  private func bodies(_ text: String) throws -> [String] {
    let document = try Recognised(text).document
    return document.bodies.map { body in
      [
        body.office.map(document.text) ?? "-", body.type,
        body.units.isEmpty ? "-" : body.units.joined(separator: "+"), body.properName ?? "-",
        body.level?.rawValue ?? "-",
      ].joined(separator: " | ")
    }
  }

  /// `kind: words`, a question mark where it is asked for, a dash where the actor is no subject.
  private func acts(_ text: String) throws -> [String] {
    let document = try Recognised(text).document
    return document.acts.map {
      "\($0.kind.rawValue)\($0.isRequested ? "?" : "")\($0.isSubordinate ? "-" : ""): "
        + document.text($0.span)
    }
  }

  @Test("A body with its level, by name or short form")
  func levels() throws {
    #expect(
      try bodies("Gửi Ủy ban nhân dân xã Tân Việt, UBND huyện.") == [
        "- | uy-ban-nhan-dan | xã | Tân Việt | xa", "- | uy-ban-nhan-dan | huyện | - | huyen",
      ])
    #expect(
      try bodies("Chủ tịch UBND các xã, thị trấn báo cáo Phòng Nội vụ huyện Minh Sơn.") == [
        "Chủ tịch | uy-ban-nhan-dan | xã+thị trấn | - | xa",
        "- | phong-noi-vu | huyện | Minh Sơn | phong",
      ])
    #expect(
      try bodies("Hội đồng Thi đua, Khen thưởng huyện; Phòng Tài chính - Kế hoạch huyện.") == [
        "- | hoi-dong-tdkt | huyện | - | huyen", "- | phong | huyện | - | phong",
      ])
  }

  @Test("Uỷ and Ủy are one; a centrally run city is no district; a bare city may be either")
  func cities() throws {
    #expect(
      try bodies("Uỷ ban nhân dân thành phố Hải Phòng; UBND thành phố Minh Sơn; UBND thành phố.")
        == [
          "- | uy-ban-nhan-dan | thành phố | Hải Phòng | tinh",
          "- | uy-ban-nhan-dan | thành phố | Minh Sơn | huyen",
          "- | uy-ban-nhan-dan | thành phố | - | -",
        ])
  }

  @Test("Words that only look like bodies name none")
  func noBodies() throws {
    #expect(
      try bodies("Kinh tế - xã hội phát triển; cán bộ, công chức thi đua; sở hữu trí tuệ.") == [])
  }

  @Test("A body in a citation is told apart")
  func cited() throws {
    let document = try Recognised(
      "Thực hiện Kế hoạch số 07/KH-UBND ngày 16/01/2023 của UBND huyện Minh Sơn, UBND xã thi đua."
    ).document
    #expect(document.bodies.map(\.isCited) == [true, false])
  }

  @Test("Conferring, proposing, launching; asked for or not")
  func actsOfBodies() throws {
    #expect(
      try acts("UBND xã quyết định tặng Giấy khen.") == ["confer: UBND xã quyết định tặng"])
    #expect(
      try acts("Lập hồ sơ đề nghị UBND huyện quyết định khen thưởng.") == [
        "confer?: UBND huyện quyết định khen thưởng"
      ])
    #expect(
      try acts("Nhiều tập thể được UBND huyện quyết định khen thưởng.") == [
        "confer-: UBND huyện quyết định khen thưởng"
      ])
    #expect(
      try acts("Hội đồng TĐKT xã xét, trình UBND xã; Sở Nội vụ phát động phong trào.") == [
        "propose: Hội đồng TĐKT xã xét, trình", "launch: Sở Nội vụ phát động",
      ])
    #expect(try acts("Sau hội nghị, UBND xã trao tặng Giấy khen.") == [])
  }
}
