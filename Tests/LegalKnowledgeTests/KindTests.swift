import TextMatching
import Testing

@testable import LegalKnowledge

@Suite("Kinds of documents")
struct KindTests {
  private func kind(_ id: String) throws -> DocumentKind {
    try #require(RulesFolder.knowledge.get().kind(id: id))
  }

  @Test(arguments: [
    ("ke-hoach", ComponentID.addressee, DocumentKind.Need.forbidden),
    ("ke-hoach", .legalBasis, .required), ("ke-hoach", .recipients, .required),
    ("to-trinh", .addressee, .required), ("cong-van", .typeName, .forbidden),
    ("cong-van", .addressee, .required), ("bien-ban-hop", .placeDate, .optional),
    ("bien-ban-hop", .signature, .required), ("bao-cao-thanh-tich", .numberSymbol, .optional),
    ("bao-cao-thanh-tich", .recipients, .optional), ("bao-cao-thanh-tich", .signature, .required),
    ("bao-cao", .addressee, .optional), ("danh-sach", .numberSymbol, .optional),
    ("quyet-dinh", .legalBasis, .required), ("quyet-dinh", .addressee, .forbidden),
  ])
  func needs(id: String, component: ComponentID, need: DocumentKind.Need) throws {
    #expect(try kind(id).need(component) == need)
  }

  @Test func everyKindSaysWhatItNeedsOfEveryComponent() throws {
    for kind in try RulesFolder.knowledge.get().kinds {
      #expect(Set(kind.needs.keys) == Set(ComponentID.allCases), "\(kind.id)")
      #expect(!kind.title.en.isEmpty, "\(kind.id)")
    }
  }

  @Test(arguments: [
    ("I. MỤC ĐÍCH, YÊU CẦU", "muc-dich-yeu-cau"), ("I. MỤC TIÊU, QUAN ĐIỂM", "muc-dich-yeu-cau"),
    ("Phương hướng, nhiệm vụ năm 2024", "noi-dung"), ("II. NỘI DUNG", "noi-dung"),
    ("II. NỘI DUNG THI ĐUA VÀ GIẢI PHÁP THỰC HIỆN", "noi-dung"),
    ("Các phong trào thi đua trọng tâm", "noi-dung"), ("B. NHIỆM VỤ TRỌNG TÂM", "noi-dung"),
    ("III. TỔ CHỨC THỰC HIỆN", "to-chuc-thuc-hien"),
    ("Phân công nhiệm vụ", "to-chuc-thuc-hien"),
    ("IV. TRÁCH NHIỆM CỦA CÁC CƠ QUAN, ĐƠN VỊ", "to-chuc-thuc-hien"),
    ("Triển khai thực hiện", "to-chuc-thuc-hien"), ("V. KINH PHÍ THỰC HIỆN", "kinh-phi"),
    ("Công tác khen thưởng", "khen-thuong"), ("Đối tượng, phạm vi áp dụng", "doi-tuong-pham-vi"),
  ])
  func headingsNameTheirSection(heading: String, section: String) throws {
    let section = try #require(
      try kind("ke-hoach").sections(in: nil).first { $0.id == section })
    let key = " " + wordsOnly(Folding.key(heading)) + " "
    #expect(
      section.headings.contains { key.contains(" " + wordsOnly(Folding.key($0)) + " ") })
  }

  /// Whole words can be found as “ word ” when only letters and spaces are left.
  private func wordsOnly(_ text: String) -> String {
    text.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  @Test func aPlanRequiresThreeSectionsAndNoMore() throws {
    let plan = try kind("ke-hoach")
    #expect(
      plan.sections(in: nil).filter(\.isRequired).map(\.id)
        == ["muc-dich-yeu-cau", "noi-dung", "to-chuc-thuc-hien"])
    #expect(plan.requiredBases == ["tdkt-law", "tdkt-decree"])
  }

  @Test func aMovementHasTheContentsOfTheLaw() throws {
    let plan = try kind("ke-hoach")
    #expect(plan.sections(in: "movement").count == 6)
    #expect(plan.sections(in: "movement-follow-up").count == 3)
  }

  @Test func phrasesAreTrimmedAndDiffer() throws {
    for section in try RulesFolder.knowledge.get().kinds.flatMap(\.sections) {
      for phrases in [section.headings, section.prose] {
        #expect(Set(phrases.map { Folding.key($0) }).count == phrases.count, "\(section.id)")
        #expect(phrases.allSatisfy { !$0.hasPrefix(" ") && !$0.hasSuffix(" ") }, "\(section.id)")
      }
    }
  }
}
