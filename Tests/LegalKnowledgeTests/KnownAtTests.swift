import Testing

@testable import LegalKnowledge

/// What could be known on a day: an instrument issued later is unknown then, and so is an end that
/// it brings about.
@Suite("The law as known on another day")
struct KnownAtTests {
  private let law: LegalKnowledge
  init() throws { law = try RulesFolder.knowledge.get() }

  @Test func aDecreeIsThoughtInForceUntilItsSuccessorIsIssued() throws {
    let old = try #require(law.instrument(id: "98/2023/NĐ-CP"))
    let asked = try day("2025-07-05")
    // Decree 152/2025 was issued on 14/06/2025 and ended it from 01/07/2025.
    #expect(law.status(of: old, on: asked, knownAt: try day("2025-06-13")) == .inForce)
    let last = try #require(old.ended)
    #expect(law.status(of: old, on: asked, knownAt: try day("2025-06-14")) == .ended(last: last))
    #expect(law.status(of: old, on: asked) == .ended(last: last))
  }

  @Test func anInstrumentIsUnknownBeforeItIsIssued() throws {
    let new = try #require(law.instrument(id: "152/2025/NĐ-CP"))
    let asked = try day("2025-07-05")
    #expect(law.status(of: new, on: asked, knownAt: try day("2025-06-13")) == .unknown)
    #expect(law.status(of: new, on: asked, knownAt: try day("2025-06-14")) == .inForce)
    // Known, but not in force on the day that is asked about.
    let effective = try #require(new.effective)
    #expect(
      law.status(of: new, on: try day("2025-06-20"), knownAt: try day("2025-06-14"))
        == .notYetEffective(from: effective))
  }

  @Test func successorsAndAmendersFollow() throws {
    let old = try #require(law.instrument(id: "98/2023/NĐ-CP"))
    let asked = try day("2025-07-05")
    #expect(law.successor(of: old, inForceOn: asked, knownAt: try day("2025-06-13")) == nil)
    #expect(law.successor(of: old, inForceOn: asked)?.id == "152/2025/NĐ-CP")
    let act = try #require(law.instrument(id: "06/2022/QH15"))
    let later = try day("2026-10-15")
    #expect(law.amenders(of: act, inForceOn: later, knownAt: try day("2026-04-22")).isEmpty)
    #expect(
      law.amenders(of: act, inForceOn: later, knownAt: try day("2026-04-23")).map(\.id)
        == ["06/2026/QH16"])
  }

  @Test func anEndWithoutAKnownAuthorCountsAsKnown() throws {
    let law = try LegalKnowledge.load(BadFixture.base)
    let ended = try #require(law.instrument(id: "01/2001/QH10"))
    #expect(ended.ended != nil && law.successors(of: ended).isEmpty)
    #expect(law.end(of: ended, knownAt: try day("1990-01-01")) == ended.ended)
  }
}
