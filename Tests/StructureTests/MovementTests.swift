import DocumentAnalysis
import Testing

@testable import Structure

@Suite("Launching a named movement")
struct MovementTests {
  private func launched(title: String, opening: String = "Nội dung.") -> String? {
    var draft = Draft()
    draft.components.typeName = draft.add("KẾ HOẠCH")
    draft.components.subject = [draft.add(title)]
    draft.add(opening)
    draft.components.body = 2..<3
    return MovementLaunch(draft.document)?.name
  }

  @Test(
    "Papers that launch one",
    arguments: [
      "Phát động phong trào thi đua “Tuyến đường hoa”",
      "Tổ chức phát động phong trào thi đua \"Tuyến đường hoa\" năm 2024",
      "Phát động đợt thi đua đặc biệt “Tuyến đường hoa” chào mừng Đại hội",
      "PHÁT ĐỘNG PHONG TRÀO THI ĐUA “Tuyến đường hoa”",
    ])
  func launches(title: String) { #expect(launched(title: title) == "Tuyến đường hoa") }

  @Test("The operative sentence launches too")
  func operative() {
    let title = "Xây dựng tuyến đường hoa"
    let words = "Ủy ban nhân dân xã phát động phong trào thi đua “Tuyến đường hoa” như sau:"
    #expect(launched(title: title, opening: words) == "Tuyến đường hoa")
    #expect(launched(title: title, opening: words + " gồm ba nội dung.") == nil)
  }

  @Test(
    "Papers that do not",
    arguments: [
      "Công tác thi đua, khen thưởng năm 2024",
      "Công tác thi đua và phát động phong trào thi đua “Tuyến đường hoa”",
      "Phát động phong trào thi đua năm 2024",
      "Phát động phong trào thi đua “Tuyến đường hoa” và “Ngôi nhà xanh”",
      "Hưởng ứng phong trào thi đua “Tuyến đường hoa” do Ủy ban nhân dân huyện phát động",
      "Tổ chức Lễ phát động phong trào thi đua “Tuyến đường hoa”",
      "Tổng kết 05 năm phát động phong trào thi đua “Tuyến đường hoa”",
    ])
  func others(title: String) { #expect(launched(title: title) == nil) }
}
