import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

/// List labels computed from `numbering.xml`.
struct DocxListTests {
  private func level(
    _ index: Int, _ format: String, _ text: String, start: Int = 1, extra: String = ""
  ) -> String {
    """
    <w:lvl w:ilvl="\(index)"><w:start w:val="\(start)"/><w:numFmt w:val="\(format)"/>\(extra)
    <w:lvlText w:val="\(text)"/></w:lvl>
    """
  }

  private func abstract(_ id: Int, _ levels: String...) -> String {
    "<w:abstractNum w:abstractNumId=\"\(id)\">\(levels.joined())</w:abstractNum>"
  }

  private func num(_ id: Int, _ abstract: Int, _ overrides: String = "") -> String {
    "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(abstract)\"/>\(overrides)</w:num>"
  }

  private func item(_ num: Int, _ level: Int = 0, _ text: String = "x") -> String {
    """
    <w:p><w:pPr><w:numPr><w:ilvl w:val="\(level)"/><w:numId w:val="\(num)"/></w:numPr></w:pPr>
    <w:r><w:t>\(text)</w:t></w:r></w:p>
    """
  }

  private func labels(_ body: String, numbering: String, styles: String? = nil) throws
    -> [ListLabel?]
  {
    var fixture = DocxFixture(body)
    fixture.numbering = numbering
    fixture.styles = styles
    return try read(fixture).body.blocks.map(\.label)
  }

  private func texts(_ labels: [ListLabel?]) -> [String] { labels.map { $0?.text ?? "" } }

  @Test func levelsCountAndRestart() throws {
    let numbering =
      abstract(
        0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2."),
        level(2, "decimal", "%2.%3."), level(3, "lowerLetter", "%4)"))
      + num(1, 0)
    let body =
      item(1, 0) + item(1, 1) + item(1, 2) + item(1, 2) + item(1, 3) + item(1, 3) + item(1, 1)
      + item(1, 2) + item(1, 0) + item(1, 1)
    let labels = try labels(body, numbering: numbering)
    #expect(texts(labels) == ["I.", "1.", "1.1.", "1.2.", "a)", "b)", "2.", "2.1.", "II.", "1."])
    #expect(labels.map { $0?.numbers ?? [] }.prefix(5) == [[1], [1], [1, 1], [1, 2], [1]])
    #expect(
      labels.map { $0?.style }.prefix(5) == [
        .upperRoman, .decimal, .decimal, .decimal, .lowerLetter,
      ])
    #expect(labels.allSatisfy { $0?.origin == .automatic })
    #expect(labels.map { $0?.level }.prefix(3) == [0, 1, 2])
  }

  @Test func bulletsAreDashes() throws {
    let numbering = abstract(0, level(0, "bullet", "\u{F0B7}"), level(1, "bullet", "o")) + num(1, 0)
    let labels = try labels(item(1, 0, "- a") + item(1, 1), numbering: numbering)
    #expect(texts(labels) == ["-", "-"])
    #expect(labels.first??.style == .dash)
    #expect(labels.first??.numbers == [])
  }

  @Test func aTypedLabelUnderAnAutomaticOneStaysText() throws {
    var fixture = DocxFixture(item(1, 0, "- a"))
    fixture.numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)
    #expect(lines(try read(fixture)) == ["1.|- a"])
  }

  @Test func anEmptyLevelLeavesTheTypedLabel() throws {
    var fixture = DocxFixture(item(1, 0, "- a"))
    fixture.numbering = abstract(0, level(0, "none", "")) + num(1, 0)
    #expect(lines(try read(fixture)) == ["-|a"])
  }

  @Test func twoInstancesShareTheirCounterUnlessOverridden() throws {
    let numbering =
      abstract(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0)
      + num(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>")
    let body = item(1) + item(2) + item(3) + item(3) + item(1)
    let labels = try labels(body, numbering: numbering)
    #expect(texts(labels) == ["1.", "2.", "1.", "2.", "3."])
    #expect(labels[0]?.list == labels[1]?.list)
    #expect(labels[1]?.list != labels[2]?.list)
  }

  @Test func anInstanceMayReplaceALevel() throws {
    let numbering =
      abstract(0, level(0, "decimal", "%1."))
      + num(
        1, 0,
        "<w:lvlOverride w:ilvl=\"0\">\(level(0, "upperLetter", "%1)", start: 3))</w:lvlOverride>")
    #expect(try texts(labels(item(1) + item(1), numbering: numbering)) == ["C)", "D)"])
  }

  @Test func lettersHaveTheirVietnamesePlace() throws {
    let numbering = abstract(0, level(0, "lowerLetter", "%1)", start: 4)) + num(1, 0)
    let labels = try labels(item(1) + item(1) + item(1), numbering: numbering)
    #expect(texts(labels) == ["d)", "e)", "f)"])
    #expect(labels.map { $0?.numbers } == [[4], [6], []])
  }

  @Test func articlesAndChaptersAreNamed() throws {
    let numbering =
      abstract(0, level(0, "upperRoman", "Chương %1"), level(1, "decimal", "Điều %2.")) + num(1, 0)
    let labels = try labels(item(1, 0) + item(1, 1), numbering: numbering)
    #expect(texts(labels) == ["Chương I", "Điều 1."])
    #expect(labels.map { $0?.style } == [.division, .article])
  }

  @Test func legalNumberingIsDecimal() throws {
    let numbering =
      abstract(
        0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", extra: "<w:isLgl/>"))
      + num(1, 0)
    #expect(try texts(labels(item(1) + item(1, 1), numbering: numbering)) == ["I.", "1.1"])
  }

  @Test func aLevelMayRestartLateOrNever() throws {
    let never = level(1, "decimal", "%2.", extra: "<w:lvlRestart w:val=\"0\"/>")
    let late = level(2, "decimal", "%3)", extra: "<w:lvlRestart w:val=\"1\"/>")
    let numbering = abstract(0, level(0, "upperRoman", "%1."), never, late) + num(1, 0)
    let body =
      item(1, 0) + item(1, 1) + item(1, 2) + item(1, 1) + item(1, 2) + item(1, 0) + item(1, 1)
      + item(1, 2)
    #expect(
      try texts(labels(body, numbering: numbering))
        == ["I.", "1.", "1)", "2.", "2)", "II.", "3.", "1)"])
  }

  @Test func stylesCarryNumbering() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="L2"><w:basedOn w:val="L"/></w:style>
      <w:style w:type="paragraph" w:styleId="M"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      """
    let numbering =
      abstract(
        0, level(0, "decimal", "%1."),
        level(1, "decimal", "%1.%2.", extra: "<w:pStyle w:val=\"M\"/>")) + num(1, 0)
    func styled(_ style: String, _ numbering: String = "") -> String {
      "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(numbering)</w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
    }
    let none = "<w:numPr><w:numId w:val=\"0\"/></w:numPr>"
    let body = styled("L") + styled("M") + styled("L2") + styled("L", none)
    #expect(
      try texts(labels(body, numbering: numbering, styles: styles)) == ["1.", "1.1.", "2.", ""])
  }

  @Test func aDefinitionMayLieInANumberingStyle() throws {
    let numbering =
      """
      <w:abstractNum w:abstractNumId="0"><w:styleLink w:val="DS"/>\(level(0, "decimal", "%1)"))</w:abstractNum>
      <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="DS"/></w:abstractNum>
      """ + num(1, 1) + num(2, 0)
    #expect(try texts(labels(item(1) + item(2), numbering: numbering)) == ["1)", "2)"])
  }

  @Test func aHiddenItemTakesNoNumber() throws {
    let hidden = "<w:rPr><w:vanish/></w:rPr>"
    func gone(_ run: String) -> String {
      """
      <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>\(hidden)</w:pPr>\
      \(run)</w:p>
      """
    }
    let body =
      item(1) + gone("<w:r>\(hidden)<w:t>ẩn</w:t></w:r>") + gone("") + item(1)
      // Its mark is hidden, its words are not.
      + gone("<w:r><w:t>thấy</w:t></w:r>")
    var fixture = DocxFixture(body)
    fixture.numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)
    #expect(try lines(read(fixture)) == ["1.|x", "2.|x", "3.|thấy"])
  }

  @Test func aDeletedItemTakesNoNumber() throws {
    let deleted = """
      <w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>\
      <w:del w:id="2"><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>
      """
    var fixture = DocxFixture(item(1) + deleted + item(1))
    fixture.numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)
    #expect(try lines(read(fixture)) == ["1.|x", "2.|x"])
    let before = try DocumentReader.read(fixture.bytes, name: "a", view: .original)
    #expect(lines(before) == ["1.|x", "2.|bỏ", "3.|x"])
  }

  @Test func formerNumberingShowsInTheOriginal() throws {
    let body = """
      <w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:pPrChange w:id="1"><w:pPr><w:numPr>\
      <w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>\
      <w:r><w:t>x</w:t></w:r></w:p>
      """
    var fixture = DocxFixture(body)
    fixture.numbering =
      abstract(0, level(0, "upperRoman", "%1."), level(1, "lowerLetter", "%2)")) + num(1, 0)
    #expect(try lines(read(fixture)) == ["I.|x"])
    let before = try DocumentReader.read(fixture.bytes, name: "a", view: .original)
    #expect(lines(before) == ["a)|x"])
  }

  @Test func theSuffixIsNoPartOfLabelOrText() throws {
    let numbering =
      abstract(
        0, level(0, "decimal", "Điều %1.", extra: "<w:suff w:val=\"nothing\"/>"),
        level(1, "decimalZero", "%2 ", extra: "<w:suff w:val=\"space\"/>")) + num(1, 0)
    #expect(try texts(labels(item(1) + item(1, 1), numbering: numbering)) == ["Điều 1.", "01"])
  }

  @Test func anOverriddenStartHoldsAtEveryRestart() throws {
    let numbering =
      abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2."))
      + num(1, 0, "<w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"5\"/></w:lvlOverride>")
    let body = item(1) + item(1, 1) + item(1, 1) + item(1) + item(1, 1)
    #expect(try texts(labels(body, numbering: numbering)) == ["I.", "5.", "6.", "II.", "5."])
  }

  @Test func aLevelAboveThatWasNotUsedCountsFromItsStart() throws {
    let numbering =
      abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")) + num(1, 0)
    let body = item(1, 1) + item(1, 1) + item(1, 0) + item(1, 1)
    #expect(try texts(labels(body, numbering: numbering)) == ["1.1.", "1.2.", "2.", "2.1."])
  }

  @Test func anUnknownListGivesNoLabel() throws {
    #expect(try texts(labels(item(7), numbering: num(7, 3))) == [""])
    #expect(try texts(labels(item(8), numbering: "")) == [""])
  }
}
