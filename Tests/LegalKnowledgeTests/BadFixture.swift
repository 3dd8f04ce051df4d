import DataFiles
import Testing

/// A small file with one fault, read after a good base.
struct BadFixture: Sendable, CustomTestStringConvertible {
  var name: String
  var file: DataFile
  /// Where the fault must be shown.
  var line: Int
  /// Part of the English message.
  var english: String

  /// Whether the RELAX NG schema can see it too; references, windows and duplicates it cannot.
  var isSeenBySchema: Bool

  var testDescription: String { name }

  init(
    _ name: String, path: String = "law/bad.xml", line: Int, _ english: String, _ text: String,
    schema: Bool = true
  ) {
    self.name = name
    isSeenBySchema = schema
    file = DataFile(path: path, bytes: Array(text.utf8))
    self.line = line
    self.english = english
  }

  static let law = "xmlns=\"urn:tdktlint:law:1\""
  static let kinds = "xmlns=\"urn:tdktlint:kinds:1\""

  static let base: [DataFile] =
    [
      DataFile(
        path: "law/types.xml",
        bytes: Array(
          """
          <types \(law)>
            <type id="luat" name="Luật" families="normative" cited-by-name="yes"/>
            <source>x</source>
          </types>
          """.utf8)),
      DataFile(
        path: "law/instruments.xml",
        bytes: Array(
          """
          <instruments \(law)>
            \(instrument("01/2001/QH10", inside: "<until date=\"2010-12-31\" verified=\"yes\"/>"))
            \(instrument("02/2010/QH12", inside: effective))
          </instruments>
          """.utf8)),
    ] + factBase

  private static let effective = "<effective date=\"2011-01-01\" verified=\"yes\"/>"

  /// A good instrument on one line, with `inside` added to it.
  private static func instrument(
    _ id: String, type: String = "luat", inside: String = "", source: String = "<source>x</source>"
  ) -> String {
    "<instrument id=\"\(id)\" type=\"\(type)\" role=\"a-law\" verified=\"yes\">"
      + "<title verified=\"yes\">Luật A</title><issuer>Quốc hội</issuer>"
      + inside + source + "</instrument>"
  }

  private static func instruments(_ content: String) -> String {
    "<instruments \(law)>\n\(content)\n</instruments>"
  }

  private static func regimes(_ content: String) -> String {
    "<regimes \(law)>\n\(content)\n</regimes>"
  }

  private static func regime(
    from: String, until: String? = nil, ref: String = "02/2010/QH12", role: String = "a-law",
    source: String = "<source>x</source>"
  ) -> String {
    let end = until.map { " until=\"\($0)\"" } ?? ""
    return "<regime id=\"r\" from=\"\(from)\"\(end) verified=\"yes\">"
      + "<governs role=\"\(role)\" refs=\"\(ref)\"/>\(source)</regime>"
  }

  private static func provisions(_ attributes: String, _ articles: String) -> String {
    "<provisions \(law) instrument=\"02/2010/QH12\" verified=\"yes\" \(attributes)>\n"
      + "<source>x</source>\n\(articles)\n</provisions>"
  }

  private static func kind(_ content: String, bases: String = "") -> String {
    "<kind \(kinds) id=\"k\" bases=\"\(bases)\">\n<title xml:lang=\"vi\">K</title>\n"
      + "<source>x</source>\n\(content)\n</kind>"
  }

  private static let date = "date=\"2020-01-01\" verified=\"yes\""

  static let all: [BadFixture] =
    shapes + instrumentFaults + timeFaults + otherFaults + awardFaults + powerFaults + dayFaults
    + formFaults

  private static let shapes: [BadFixture] = [
    BadFixture("not XML", line: 2, "not well formed", "<types \(law)>\n<type"),
    BadFixture(
      "a document type", line: 1, "no DOCTYPE", "<!DOCTYPE types>\n<types \(law)/>"),
    BadFixture("an empty file", line: 1, "empty", ""),
    BadFixture("another root", line: 1, "must be <types>", "<type \(law)/>"),
    BadFixture("no namespace", line: 1, "namespace must be", "<types/>"),
    BadFixture(
      "another namespace", line: 1, "namespace must be", "<types xmlns=\"urn:tdktlint:law:2\"/>"),
    BadFixture(
      "an unknown element", line: 2, "did you mean \"instrument\"",
      instruments("<instrumnt id=\"3\"/>")),
    BadFixture(
      "an unknown attribute", line: 2, "did you mean \"verified\"",
      instruments("<instrument id=\"3\" type=\"luat\" verifed=\"yes\"/>")),
    BadFixture(
      "stray text", line: 2, "holds no text",
      instruments(instrument("3", inside: "<issued \(date)>hôm qua</issued>"))),
    BadFixture(
      "an unknown language", line: 2, "\"xml:lang\" does not take the value \"fr\"",
      instruments(instrument("3", source: "<source xml:lang=\"fr\">x</source>"))),
    BadFixture(
      "a missing attribute", line: 2, "lacks the attribute \"type\"",
      instruments("<instrument id=\"3\" verified=\"yes\"/>")),
    BadFixture(
      "a value outside its list", line: 2, "does not take the value \"maybe\"",
      instruments("<instrument id=\"3\" type=\"luat\" verified=\"maybe\"/>")),
  ]

  private static let instrumentFaults: [BadFixture] = [
    BadFixture(
      "a duplicate id", line: 2, "already declared at law/instruments.xml:2",
      instruments(instrument("01/2001/QH10")), schema: false),
    BadFixture(
      "no source", line: 2, "lacks <source>", instruments(instrument("3", source: ""))),
    BadFixture(
      "a blank source", line: 2, "must not be empty",
      instruments(instrument("3", source: "<source> </source>"))),
    BadFixture(
      "an unknown type", line: 2, "no type \"lut\" in the data; did you mean \"luat\"",
      instruments(instrument("3", type: "lut")), schema: false),
    BadFixture(
      "a dangling relation", line: 3, "no instrument \"02/2010/QH13\"",
      instruments(
        instrument("3", inside: "\n<replaces ref=\"02/2010/QH13\" verified=\"yes\"/>")),
      schema: false),
    BadFixture(
      "a relation to itself", line: 3, "points at this very instrument",
      instruments(instrument("3", inside: "\n<amends ref=\"3\" verified=\"yes\"/>")), schema: false),
    BadFixture(
      "a day that does not exist", line: 3, "must be a real day",
      instruments(instrument("3", inside: "\n<issued date=\"2023-02-29\" verified=\"yes\"/>"))),
    BadFixture(
      "a day written otherwise", line: 3, "must be a real day",
      instruments(instrument("3", inside: "\n<issued date=\"1/2/2023\" verified=\"yes\"/>"))),
    BadFixture(
      "a day without its certainty", line: 3, "lacks the attribute \"verified\"",
      instruments(instrument("3", inside: "\n<issued date=\"2023-02-28\"/>"))),
    BadFixture(
      "two days of issue", line: 4, "only once",
      instruments(instrument("3", inside: "\n<issued \(date)/>\n<issued \(date)/>"))),
    BadFixture(
      "an end before the start", line: 3, "is before the start 2020-01-01",
      instruments(
        instrument(
          "3",
          inside: "<effective \(date)/>\n<until date=\"2019-12-31\" verified=\"yes\"/>")),
      schema: false),
    BadFixture(
      "two signers", line: 4, "only once",
      instruments(
        instrument(
          "3",
          inside: "\n<signer verified=\"yes\">A B</signer>\n<signer verified=\"yes\">C D</signer>"))
    ),
    BadFixture(
      "a look-alike of itself", line: 3, "must point at another instrument",
      instruments(instrument("3", inside: "\n<look-alike ref=\"3\"/>")), schema: false),
    BadFixture(
      "a look-alike that is not there", line: 3, "no instrument \"02/2010/QH13\"",
      instruments(instrument("3", inside: "\n<look-alike ref=\"02/2010/QH13\"/>")), schema: false),
    BadFixture(
      "a misquotation without words", line: 3, "must not be empty",
      instruments(instrument("3", inside: "\n<misquoted> </misquoted>"))),
    BadFixture(
      "a marked id of another day", line: 2, "must be the instrument's own day of issue",
      instruments(instrument("3@2020-01-02", inside: "<issued \(date)/>")), schema: false),
  ]

  private static let timeFaults: [BadFixture] = [
    BadFixture(
      "overlapping windows", line: 3, "overlaps the window 2011-01-01 to 2012-12-31",
      regimes(
        regime(from: "2011-01-01", until: "2012-12-31") + "\n" + regime(from: "2012-12-31")),
      schema: false),
    BadFixture(
      "a window after an open one", line: 2, "overlaps the window 2011-01-01 to …",
      regimes(regime(from: "2013-01-01") + "\n" + regime(from: "2011-01-01")), schema: false),
    BadFixture(
      "a window that ends before it begins", line: 2, "until 2011-01-01 is before from 2012-01-01",
      regimes(regime(from: "2012-01-01", until: "2011-01-01")), schema: false),
    BadFixture(
      "a window without source", line: 2, "lacks <source>",
      regimes(regime(from: "2012-01-01", source: ""))),
    BadFixture(
      "an unknown governing instrument", line: 2, "no instrument \"9/9/QH9\"",
      regimes(regime(from: "2012-01-01", ref: "9/9/QH9")), schema: false),
    BadFixture(
      "an unknown role", line: 2, "no role \"b-law\"",
      regimes(regime(from: "2012-01-01", role: "b-law")), schema: false),
    BadFixture(
      "an instrument that governs after its end", line: 2, "is out of force after 2010-12-31",
      regimes(regime(from: "2010-01-01", until: "2011-06-30", ref: "01/2001/QH10")), schema: false),
    BadFixture(
      "an instrument that governs before its time", line: 2, "takes effect only on 2011-01-01",
      regimes(regime(from: "2010-01-01", until: "2011-06-30")), schema: false),
  ]

  private static let otherFaults: [BadFixture] = [
    BadFixture(
      "points out of order", line: 3, "\"points\" is wrong at \"1:acb\"",
      provisions(
        "whole=\"no\"", "<article number=\"1\" title=\"A\" clauses=\"2\" points=\"1:acb\"/>")),
    BadFixture(
      "points of a clause beyond the last", line: 3, "\"points\" is wrong at \"3:ab\"",
      provisions(
        "whole=\"no\"", "<article number=\"1\" title=\"A\" clauses=\"2\" points=\"3:ab\"/>"),
      schema: false),
    BadFixture(
      "the same article twice", line: 4, "article 1 is already declared",
      provisions(
        "whole=\"no\"", "<article number=\"1\" title=\"A\"/>\n<article number=\"1\" title=\"B\"/>"),
      schema: false),
    BadFixture(
      "a whole map with a gap", line: 1, "article 1 is missing",
      provisions("whole=\"yes\" last=\"2\"", "<article number=\"2\" title=\"A\"/>"), schema: false),
    BadFixture(
      "a whole map without its last article", line: 1, "needs \"last\"",
      provisions("whole=\"yes\"", "<article number=\"1\" title=\"A\"/>")),
    BadFixture(
      "an article beyond the last", line: 3, "beyond the last article",
      provisions("whole=\"no\" last=\"2\"", "<article number=\"3\" title=\"A\"/>"), schema: false),
    BadFixture(
      "a unit that was ended by nobody known", line: 2, "no instrument \"7/7/QH7\"",
      "<bodies \(law)><source>x</source>\n<unit word=\"huyện\" level=\"huyen\" ended=\"2025-06-30\""
        + " ended-by=\"7/7/QH7\" verified=\"yes\"/></bodies>", schema: false),
    BadFixture(
      "an end without its day", line: 2, "without \"ended\"",
      "<bodies \(law)><source>x</source>\n<unit word=\"huyện\" level=\"huyen\" verified=\"yes\"/>"
        + "</bodies>"),
    BadFixture(
      "an unknown component", path: "kinds/bad.xml", line: 4, "did you mean \"recipients\"",
      kind("<component id=\"recipient\" need=\"required\"/>")),
    BadFixture(
      "a component twice", path: "kinds/bad.xml", line: 5, "stands above already",
      kind(
        "<component id=\"subject\" need=\"required\"/>\n"
          + "<component id=\"subject\" need=\"optional\"/>"), schema: false),
    BadFixture(
      "an unknown role of a basis", path: "kinds/bad.xml", line: 1, "did you mean \"a-law\"",
      kind("", bases: "a-lav"), schema: false),
    BadFixture(
      "a section without headings", path: "kinds/bad.xml", line: 4, "lacks the element <headings>",
      kind("<section id=\"s\"><title>S</title></section>")),
    BadFixture(
      "an empty phrase", path: "kinds/bad.xml", line: 4, "empty phrase",
      kind("<section id=\"s\"><title>S</title><headings>a | | b</headings></section>")),
    BadFixture(
      "a section twice", path: "kinds/bad.xml", line: 5, "rename or merge",
      kind(
        "<section id=\"s\"><title>S</title><headings>a</headings></section>\n"
          + "<section id=\"s\"><title>S</title><headings>a</headings></section>"), schema: false),
    BadFixture(
      "a kind in the law's namespace", path: "kinds/bad.xml", line: 1, "namespace must be",
      "<kind \(law) id=\"k\"/>"),
  ]
}
