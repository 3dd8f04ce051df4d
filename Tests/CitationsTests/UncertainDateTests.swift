import RuleEngine
import Testing

@Suite("Ngày văn bản không chắc chắn") struct UncertainDateTests {
  private func plan(_ basis: String, from: String, to: String) -> Paper {
    Paper(
      text: """
        KẾ HOẠCH
        Công tác thi đua, khen thưởng
        \(basis)
        Ủy ban nhân dân xã Tân Việt ban hành Kế hoạch như sau:
        """, from: from, to: to)
  }

  @Test("hết hiệu lực vào một số ngày có thể: chỉ là lưu ý")
  func expiresWithinTheInterval() throws {
    let basis = "Căn cứ Luật Thi đua, khen thưởng ngày 26/11/2003;"
    let open = try plan(basis, from: "2023-12-01", to: "2024-01-31").findings("expired-instrument")
    #expect(open.map(\.severity) == [.note])
    let after = try plan(basis, from: "2024-01-01", to: "2024-01-31").findings(
      "expired-instrument")
    #expect(after.map(\.severity) == [.error])
    let before = try plan(basis, from: "2023-12-01", to: "2023-12-31").findings(
      "expired-instrument")
    #expect(before == [])
  }

  @Test("ngày viện dẫn phải sau mọi ngày có thể mới là lỗi")
  func futureDated() throws {
    let basis =
      "Thực hiện Kế hoạch số 12/KH-UBND ngày 15/01/2024 của Ủy ban nhân dân huyện Minh Sơn về "
      + "công tác thi đua, khen thưởng;"
    let open = try plan(basis, from: "2024-01-01", to: "2024-01-31").findings("future-dated")
    #expect(open.map(\.severity) == [.note])
    let before = try plan(basis, from: "2024-01-01", to: "2024-01-10").findings("future-dated")
    #expect(before.map(\.severity) == [.error])
  }

  @Test("luật của bất kỳ ngày có thể nào cũng được coi là luật điều chỉnh")
  func governing() throws {
    for basis in [
      "Căn cứ Luật Thi đua, khen thưởng ngày 26/11/2003;",
      "Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022;",
    ] {
      let found = try plan(basis, from: "2023-12-01", to: "2024-01-31").findings(
        "missing-governing-law")
      #expect(found == [])
    }
  }

  @Test("từ ngày 01/10/2026 điều khoản của luật năm 2022 chỉ còn là lưu ý")
  func amendedUnseen() throws {
    let text = """
      KẾ HOẠCH
      Công tác thi đua, khen thưởng
      Ủy ban nhân dân xã Tân Việt ban hành Kế hoạch như sau:
      Xét tặng theo khoản 4 Điều 23 Luật Thi đua, khen thưởng năm 2022.
      """
    #expect(
      try Paper(text: text, from: "2026-09-30").findings("nonexistent-provision").map(\.severity)
        == [.error])
    #expect(
      try Paper(text: text, from: "2026-10-01").findings("nonexistent-provision").map(\.severity)
        == [.note])
    #expect(
      try Paper(text: text, from: "2026-09-01", to: "2026-10-31")
        .findings("nonexistent-provision").map(\.severity) == [.note])
  }
}
