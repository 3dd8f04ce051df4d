import DataFiles

// Faults in the files on awards, powers and days.

extension BadFixture {
  /// What the fixtures below refer to.
  static let factBase: [DataFile] = [
    file(
      "provisions",
      """
      <provisions \(law) instrument="01/2001/QH10" whole="yes" last="1" verified="yes">
        <article number="1" title="A" clauses="2" points="1:ab"/><source>x</source>
      </provisions>
      """),
    file("terms", "<terms \(law)><term id=\"wide\"><title>t</title></term>\(source)</terms>"),
    file("awards", awards(award("a"))),
    file(
      "authorities",
      authorities(
        "<actor id=\"chief\" levels=\"xa\"><title>C</title></actor>"
          + "<actor id=\"old-chief\" levels=\"huyen\" until=\"2012-12-31\"><title>O</title></actor>"
      )
    ),
    file("bodies", "<bodies \(law)><body-type id=\"so\" name=\"Sở\"/>\(source)</bodies>"),
  ]

  private static let source = "<source>x</source>"

  private static func file(_ name: String, _ text: String) -> DataFile {
    DataFile(path: "law/facts-\(name).xml", bytes: Array(text.utf8))
  }

  private static func awards(_ content: String) -> String {
    "<awards \(law)>\n\(content)\n</awards>"
  }

  private static func award(
    _ id: String, attributes: String = "", names: String = "<name>A</name>",
    _ inside: String = "",
    source: String = source
  ) -> String {
    "<award id=\"\(id)\" class=\"giay-khen\" recipients=\"ca-nhan\" \(attributes)>\(names)"
      + inside + source + "</award>"
  }

  /// An award `b` on line 2 whose standard holds `criteria` on line 3.
  private static func criteria(_ criteria: String) -> String {
    awards(award("b", "\n" + standard(criteria)))
  }

  private static let window = "from=\"2011-01-01\""

  private static func standard(_ inside: String, _ attributes: String = window) -> String {
    "<standard instrument=\"02/2010/QH12\" article=\"1\" \(attributes) verified=\"yes\">\(inside)"
      + "</standard>"
  }

  private static func authorities(_ content: String) -> String {
    "<authorities \(law)>\n\(content)\n\(source)</authorities>"
  }

  private static let cited = "instrument=\"02/2010/QH12\" verified=\"yes\""

  private static func grant(_ actors: String, _ awards: String, _ days: String = window) -> String {
    "<grant actors=\"\(actors)\" awards=\"\(awards)\" \(cited) \(days)/>"
  }

  private static func prizes(_ prize: String) -> String {
    "<prizes \(law)>\n<scale instrument=\"02/2010/QH12\" \(window) rounding=\"10\">"
      + "<part id=\"p\" article=\"1\"/></scale>\n\(prize)\n\(source)</prizes>"
  }

  private static func dossiers(_ content: String) -> String {
    "<dossiers \(law)>\n\(content)\n\(source)</dossiers>"
  }

  private static func part(_ paper: String) -> String {
    "<part paper=\"\(paper)\" awards=\"a\" \(cited) \(window)/>"
  }

  private static func prize(
    factor: String = "1.5", part: String = "p", awards: String = "awards=\"a\""
  ) -> String {
    "<prize part=\"\(part)\" \(awards) recipient=\"ca-nhan\" factor=\"\(factor)\" verified=\"yes\"/>"
  }

  private static func calendars(_ content: String, years: String = "2020 2021") -> String {
    "<calendars \(law) years=\"\(years)\">\n\(content)\n\(source)</calendars>"
  }

  private static let title = "<title>T</title>"

  static let awardFaults: [BadFixture] = [
    BadFixture(
      "an award twice", line: 2, "already declared at law/facts-awards.xml:2", awards(award("a")),
      schema: false),
    BadFixture(
      "an award without a name", line: 2, "lacks the element <name>",
      awards(award("b", names: ""))),
    BadFixture(
      "an award without source", line: 2, "lacks <source>",
      awards(award("b", source: ""))),
    BadFixture(
      "an unknown class", line: 2, "did you mean \"giay-khen\"",
      awards(
        "<award id=\"b\" class=\"giay-ken\" recipients=\"ca-nhan\"><name>B</name>\(source)"
          + "</award>")),
    BadFixture(
      "an unknown recipient", line: 2, "\"recipients\" does not take the value \"ca-nhon\"",
      awards(
        "<award id=\"b\" class=\"giay-khen\" recipients=\"ca-nhon\"><name>B</name>\(source)"
          + "</award>")),
    BadFixture(
      "a rank without its series", line: 2, "\"rank\" without \"series\"",
      awards(award("b", attributes: "rank=\"1\""))),
    BadFixture(
      "a rank twice", line: 3, "already declared at law/bad.xml:2",
      awards(
        award("b", attributes: "series=\"s\" rank=\"1\"") + "\n"
          + award("c", attributes: "series=\"s\" rank=\"1\"")),
      schema: false),
    BadFixture(
      "two official names at one time", line: 2, "are both official names at one time",
      awards(award("b", names: "<name>A</name><name from=\"2020-01-01\">B</name>")), schema: false),
    BadFixture(
      "overlapping standards", line: 3, "overlaps the window that starts 2011-01-01",
      awards(award("b", standard("") + "\n" + standard("", "from=\"2020-01-01\""))), schema: false),
    BadFixture(
      "a standard without its certainty", line: 2, "lacks the attribute \"verified\"",
      awards(award("b", "<standard instrument=\"02/2010/QH12\" \(window)/>"))),
    BadFixture(
      "a standard without its first day", line: 2, "lacks the attribute \"from\"",
      awards(award("b", standard("", "")))),
    BadFixture(
      "a standard of a law not yet in force", line: 2, "takes effect only on 2011-01-01",
      awards(award("b", standard("", "from=\"2010-01-01\""))), schema: false),
    BadFixture(
      "a standard of a law that has ended", line: 2, "is out of force after 2010-12-31",
      awards(award("b", ended("article=\"1\"", until: "2011-12-31"))), schema: false),
    BadFixture(
      "a standard of an article there is not", line: 2, "01/2001/QH10 has no Điều 2",
      awards(award("b", ended("article=\"2\""))), schema: false),
    BadFixture(
      "a standard of a clause there is not", line: 2, "has no Điều 1 khoản 3",
      awards(award("b", ended("article=\"1\" clause=\"3\""))), schema: false),
    BadFixture(
      "a standard of a point there is not", line: 2, "has no Điều 1 khoản 1 điểm c",
      awards(award("b", ended("article=\"1\" clause=\"1\" point=\"c\""))), schema: false),
    BadFixture(
      "an unknown award in a criterion", line: 3, "no award \"chien-si\" in the data",
      criteria("<held awards=\"chien-si\"/>"), schema: false),
    BadFixture(
      "an unknown term", line: 3, "did you mean \"wide\"",
      criteria("<feat scope=\"wade\"/>"), schema: false),
    BadFixture(
      "an unknown criterion", line: 3, "did you mean \"quality\"",
      criteria("<qualty id=\"wide\"/>")),
    BadFixture(
      "a choice of one", line: 3, "needs two criteria or more",
      criteria("<any><age years=\"3\"/></any>")),
    BadFixture("no years at all", line: 3, "must be 1 or more", criteria("<age years=\"0\"/>")),
    BadFixture(
      "more excellent years than years", line: 3, "\"excellent\" is 6, more than \"years\", 5",
      criteria("<run years=\"5\" level=\"tot\" excellent=\"6\"/>"), schema: false),
    BadFixture(
      "a share over all", line: 3, "101 per cent is more than all",
      criteria("<members percent=\"101\"/>")),
    BadFixture(
      "two amounts of members", line: 3, "exactly one of percent",
      criteria("<members percent=\"10\" count=\"1\"/>")),
    BadFixture(
      "a service below its own years", line: 3, "\"below\" is 15, not more than \"years\", 20",
      criteria("<service years=\"20\" below=\"15\" field=\"wide\"/>"), schema: false),
    BadFixture(
      "a route for a stranger", line: 3, "this route is for \"tap-the\"",
      criteria("<route recipients=\"tap-the\"><age years=\"1\"/></route>"), schema: false),
    BadFixture(
      "a route that states nothing", line: 3, "states nothing", criteria("<route/>"), schema: false),
    BadFixture(
      "an award that asks for itself", line: 2, "asks for itself through earlier awards",
      awards(
        award("b", standard("<previous awards=\"c\"/>")) + "\n"
          + award("c", standard("<previous awards=\"b\"/>"))), schema: false),
    BadFixture(
      "two unread amendments", line: 3, "already declared at law/bad.xml:2",
      awards(amended + "\n" + amended)),
    BadFixture(
      "an amendment by nobody known", line: 2, "no instrument \"9/9/QH9\"",
      awards("<amended from=\"2020-01-01\" by=\"9/9/QH9\" verified=\"no\"/>"), schema: false),
    BadFixture(
      "a term twice", line: 1, "already declared",
      "<terms \(law)><term id=\"wide\"><title>t</title></term>\(source)</terms>", schema: false),
    BadFixture(
      "a factor that is no number", line: 3, "must be a positive number",
      prizes(prize(factor: "1,5"))),
    BadFixture(
      "a prize for nothing", line: 3, "needs \"awards\" or \"classes\"",
      prizes(prize(awards: ""))),
    BadFixture(
      "a prize in no part of the scale", line: 3, "\"part\" does not take the value \"q\"",
      prizes(prize(part: "q")), schema: false),
    BadFixture(
      "a prize twice", line: 4, "\"a\" has a prize for \"ca-nhan\" at the same time already",
      prizes(prize() + "\n" + prize(factor: "2")), schema: false),
    BadFixture(
      "a paper of a dossier for nothing", line: 2, "needs \"awards\" or \"classes\"",
      dossiers("<part paper=\"bien-ban\" \(cited) \(window)/>")),
    BadFixture(
      "a paper that no dossier holds", line: 2, "\"paper\" does not take the value \"don\"",
      dossiers(part("don"))),
    BadFixture(
      "a paper of a dossier twice", line: 3, "\"a\" has \"bien-ban\" at the same time already",
      dossiers(part("bien-ban") + "\n" + part("bien-ban")), schema: false),
  ]

  private static let amended =
    "<amended from=\"2020-01-01\" by=\"02/2010/QH12\" verified=\"no\"/>"

  /// A standard of the instrument that ended on 31/12/2010 and whose map is whole.
  private static func ended(_ place: String, until: String = "2010-12-31") -> String {
    "<standard instrument=\"01/2001/QH10\" \(place) from=\"2005-01-01\" until=\"\(until)\""
      + " verified=\"yes\"/>"
  }

  private static func vote(_ percent: Int, _ days: String) -> String {
    "<vote awards=\"a\" percent=\"\(percent)\" council=\"wide\" \(cited) \(days)/>"
  }

  static let powerFaults: [BadFixture] = [
    BadFixture(
      "an unknown actor", line: 2, "did you mean \"chief\"",
      authorities(grant("chef", "a")), schema: false),
    BadFixture(
      "an unknown award of a power", line: 2, "no award \"zzz\"",
      authorities(grant("chief", "zzz")),
      schema: false),
    BadFixture(
      "a power over nothing", line: 2, "needs \"awards\" or \"classes\"",
      authorities("<grant actors=\"chief\" \(cited) \(window)/>")),
    BadFixture(
      "a power twice", line: 3, "has the power over \"a\" at the same time already",
      authorities(grant("chief", "a") + "\n" + grant("chief", "a", "from=\"2020-01-01\"")),
      schema: false),
    BadFixture(
      "a power that outlasts its holder", line: 2, "\"old-chief\" does not exist all that time",
      authorities(grant("old-chief", "a")), schema: false),
    BadFixture(
      "a power without its days", line: 2, "lacks the attribute \"from\"",
      authorities(grant("chief", "a", ""))),
    BadFixture(
      "an actor twice", line: 2, "already declared",
      authorities("<actor id=\"chief\" levels=\"xa\">\(title)</actor>"), schema: false),
    BadFixture(
      "an actor on no level", line: 2, "lacks the attribute \"levels\"",
      authorities("<actor id=\"n\">\(title)</actor>")),
    BadFixture(
      "an unknown scope of a launch", line: 2, "no term \"moon\"",
      authorities("<launch actors=\"chief\" scope=\"moon\" \(cited) \(window)/>"), schema: false),
    BadFixture(
      "an unknown advising body", line: 2, "no body type \"sao\"",
      authorities("<advisory bodies=\"sao\" \(cited) \(window)/>"), schema: false),
    BadFixture(
      "a vote of more than all", line: 2, "101 per cent is more than all",
      authorities(vote(101, window))),
    BadFixture(
      "a vote twice", line: 3, "\"a\" has a threshold at the same time already",
      authorities(vote(80, window) + "\n" + vote(90, "from=\"2020-01-01\"")), schema: false),
    BadFixture(
      "a council chaired by nobody known", line: 2, "did you mean \"chief\"",
      authorities("<chair levels=\"xa\" actor=\"chef\" \(cited) \(window)/>"), schema: false),
    BadFixture(
      "a council of no level", line: 2, "lacks the attribute \"levels\"",
      authorities("<chair actor=\"chief\" \(cited) \(window)/>")),
    BadFixture(
      "papers of nobody known", line: 2, "did you mean \"chief\"",
      authorities("<separate actors=\"chef\" \(cited) \(window)/>"), schema: false),
    BadFixture(
      "a transition without its day", line: 2, "lacks the attribute \"received-before\"",
      authorities("<transition \(cited)/>")),
    BadFixture(
      "a transition twice", line: 3, "the transition of 2010-01-01 stands above already",
      authorities(
        "<transition received-before=\"2010-01-01\" \(cited)/>\n"
          + "<transition received-before=\"2010-01-01\" \(cited)/>"), schema: false),
    BadFixture(
      "two superiors at one time", line: 3, "has another superior at the same time",
      "<bodies \(law)>\(source)\n<superior of=\"xa\" is=\"huyen\" from=\"2010-01-01\" verified=\"yes\"/>"
        + "\n<superior of=\"xa\" is=\"tinh\" from=\"2020-01-01\" verified=\"yes\"/></bodies>",
      schema: false),
    BadFixture(
      "a certainty of no day", line: 2, "without \"began\" or \"ended\"",
      "<bodies \(law)>\(source)\n<body-type id=\"b\" name=\"B\" verified=\"yes\"/></bodies>"),
    BadFixture(
      "a body that ended before it began", line: 2, "is before began",
      "<bodies \(law)>\(source)\n<body-type id=\"b\" name=\"B\" began=\"2020-01-01\""
        + " ended=\"2019-01-01\" verified=\"yes\"/></bodies>", schema: false),
    BadFixture(
      "a standing body there is not", line: 2, "no body type \"ban\"",
      "<bodies \(law)>\(source)\n<standing level=\"xa\" body=\"ban\" \(window) verified=\"yes\"/>"
        + "</bodies>", schema: false),
  ]

  static let dayFaults: [BadFixture] = [
    BadFixture("a year that is none", line: 1, "a list of years", calendars("", years: "20x0")),
    BadFixture(
      "a year twice", line: 1, "names 2020 twice", calendars("", years: "2020 2020"),
      schema: false),
    BadFixture(
      "a holiday there is not", line: 2, "there is no day 31/4",
      calendars("<holiday month=\"4\" day=\"31\" verified=\"no\">\(title)</holiday>"),
      schema: false),
    BadFixture(
      "a day off twice", line: 3, "2020-01-01 is a day off already",
      calendars(
        "<holiday month=\"1\" day=\"1\" verified=\"no\">\(title)</holiday>\n"
          + "<day-off date=\"2020-01-01\" verified=\"no\">\(title)</day-off>"), schema: false),
    BadFixture(
      "days off that run backwards", line: 2, "cannot be",
      calendars(
        "<day-off date=\"2020-01-05\" until=\"2020-01-01\" verified=\"no\">\(title)"
          + "</day-off>"), schema: false),
    BadFixture(
      "a weekday worked in exchange", line: 2, "is not a Saturday or Sunday",
      calendars("<extra-working-day date=\"2020-01-06\" verified=\"no\"/>"), schema: false),
    BadFixture(
      "overlapping salaries", line: 3, "overlaps that of 100",
      calendars(
        "<base-salary amount=\"100\" \(window) verified=\"yes\"/>\n"
          + "<base-salary amount=\"200\" from=\"2012-01-01\" verified=\"yes\"/>"), schema: false),
    BadFixture(
      "a salary of a decree not yet in force", line: 2, "takes effect only on 2011-01-01",
      calendars(
        "<base-salary amount=\"100\" from=\"2010-01-01\" instrument=\"02/2010/QH12\""
          + " verified=\"yes\"/>"), schema: false),
    BadFixture(
      "a deadline on no day", line: 2, "there is no day 30/2",
      calendars("<deadline id=\"d\" month=\"2\" day=\"30\" \(cited) \(window)>\(title)</deadline>"),
      schema: false),
    BadFixture(
      "two deadlines of one name at a time", line: 3, "has another term at the same time",
      calendars(
        "<ahead id=\"d\" working-days=\"1\" \(cited) \(window)>\(title)</ahead>\n"
          + "<ahead id=\"d\" working-days=\"2\" \(cited) \(window)>\(title)</ahead>"), schema: false
    ),
    BadFixture(
      "a term without length", line: 2, "exactly one of working-days, days",
      calendars("<within id=\"d\" \(cited) \(window)>\(title)</within>")),
  ]

  private static func kind(_ content: String) -> String {
    "<kind \(kinds) id=\"k\">\(title)\(source)\n\(content)\n</kind>"
  }

  private static func form(_ inside: String = "") -> String {
    "<form id=\"f\" verified=\"no\">\(title)\(inside)</form>"
  }

  private static let sample =
    "<sample instrument=\"02/2010/QH12\" number=\"1\" verified=\"no\"/>"

  static let formFaults: [BadFixture] = [
    BadFixture(
      "a form twice", path: "kinds/bad.xml", line: 3, "the form \"f\" stands above already",
      kind(form() + "\n" + form()), schema: false),
    BadFixture(
      "a form without its certainty", path: "kinds/bad.xml", line: 2,
      "lacks the attribute \"verified\"", kind("<form id=\"f\">\(title)</form>")),
    BadFixture(
      "a form of no instrument", path: "kinds/bad.xml", line: 2, "no instrument \"9/9/QH9\"",
      kind(form("<sample instrument=\"9/9/QH9\" number=\"1\" verified=\"no\"/>")), schema: false),
    BadFixture(
      "a form with two numbers", path: "kinds/bad.xml", line: 2, "has a number above already",
      kind(form(sample + sample)), schema: false),
    BadFixture(
      "a signer without phrases", path: "kinds/bad.xml", line: 2, "lacks the element <phrases>",
      kind("<signer id=\"s\">\(title)</signer>")),
    BadFixture(
      "a signer twice", path: "kinds/bad.xml", line: 3, "the signer \"s\" stands above already",
      kind(
        "<signer id=\"s\">\(title)<phrases>a</phrases></signer>\n"
          + "<signer id=\"s\">\(title)<phrases>a</phrases></signer>"), schema: false),
  ]
}
