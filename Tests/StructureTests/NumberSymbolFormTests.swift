import Testing

@testable import Structure

@Suite("Form of number and symbol")
struct NumberSymbolFormTests {
  @Test(
    "Right forms pass, blanks for the number included",
    arguments: [
      "07/KH-UBND", "17/KH-UBND", "123/UBND-VHXH", "15/TTr-UBND", "/KH-UBND", "…/KH-UBND",
      "....... /KH-UBND", "07/KHPH-UBND-MTTQ", "12/BC-HĐTĐKT", "12/KH\u{2011}UBND",
    ])
  func right(value: String) throws {
    let form = try #require(NumberSymbolForm(value))
    #expect(form.problems.isEmpty)
  }

  @Test(
    "Slips are mended without touching anything else",
    arguments: [
      ("7/KH-UBND", "07/KH-UBND", 1), ("17 / KH - UBND", "17/KH-UBND", 1),
      ("/KH- UBND", "/KH-UBND", 1), ("17-KH/UBND", "17/KH-UBND", 2),
      ("17/KH–UBND", "17/KH-UBND", 1), ("17/KH_UBND", "17/KH-UBND", 1),
      ("9/2024/KH-UBND", "09/KH-UBND", 2), ("…… / KH-UBND", "…… /KH-UBND", 1),
    ])
  func slips(value: String, corrected: String, problems: Int) throws {
    let form = try #require(NumberSymbolForm(value))
    #expect(form.corrected == corrected)
    #expect(form.problems.count == problems)
  }

  @Test("Other words are not judged", arguments: ["07a/KH-UBND", "17/KH-UBND (dự thảo)", "mật"])
  func unknown(value: String) { #expect(NumberSymbolForm(value) == nil) }
}
