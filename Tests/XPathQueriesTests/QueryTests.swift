import Testing
import XMLWriting

@testable import XPathQueries

@Suite("XPath expressions of rules")
struct QueryTests {
  private let environment = QueryEnvironment(
    namespaces: ["akn": "urn:akn"], functions: ["tdkt:matches": 2...2], variables: ["kind"])

  private func fault(_ source: String) -> String? {
    do throws(QueryError) {
      _ = try Query(source, in: environment)
      return nil
    } catch {
      return "\(error.offset.map { "\($0): " } ?? "")\(error.message.en)"
    }
  }

  @Test("What is wrong is told at load, with its place and what was probably meant")
  func faults() {
    let faults = [
      ("//akn:p[", "8: the expression is not complete"), ("", "0: the expression is not complete"),
      ("1 +", "3: the expression is not complete"),
      ("//akn:p]", "7: the expression is wrong at character 8"),
      ("concat('a'", "10: \")\" is missing at character 11"),
      ("'a", "0: the string lacks its closing '"),
      ("ak:p", "0: the prefix \"ak:\" is not declared; allowed: akn"),
      ("contain(., 'a')", "0: there is no function contain(); did you mean contains()?"),
      ("tdkt:match(., 'a')", "0: there is no function tdkt:match(); did you mean tdkt:matches()?"),
      ("not()", "0: the function not() takes 1 arguments, not 0"),
      ("$kinds = 1", "0: there is no variable $kinds; did you mean $kind?"),
      (
        "document('/etc/passwd')",
        "0: the function document() is not allowed: a rule reads no other file"
      ),
      ("childs::akn:p", "0: there is no axis \"childs::\"; did you mean \"child::\"?"),
      ("namespace::*", "0: there is no axis \"namespace::\""),
      ("a # b", "2: the character \"#\" is not allowed"),
      ("id('x')", "0: there is no function id()"), ("@", "1: the expression is not complete"),
    ]
    for (source, expected) in faults {
      #expect(fault(source)?.hasPrefix(expected) == true, "\(source): \(fault(source) ?? "none")")
    }
    #expect(fault("tdkt:matches(., 'a') and $kind = 'x'") == nil)
  }

  @Test("Nesting, chains and length have limits")
  func limits() {
    #expect(fault(String(repeating: "(", count: 5_000) + "1") != nil)
    #expect(fault(String(repeating: "-", count: 5_000) + "1") != nil)
    #expect(fault("1" + String(repeating: "+1", count: 3_000)) != nil)
    #expect(fault(String(repeating: "a[", count: 2_000)) != nil)
    #expect(fault(String(repeating: "x/", count: 6_000) + "x") != nil)
    #expect(fault("1" + String(repeating: " or 1", count: 60)) == nil)
  }

  /// A long paper: 4,000 paragraphs of 120 characters.
  private static let long = QueryTree(
    XMLElement(
      "doc", ["xmlns": "urn:akn"],
      elements: (0..<4_000).map { number in
        XMLElement(
          "p", ["n": "\(number)", "m": "\(number)"], isMixed: true,
          [.text(String(repeating: "thi đua ", count: 15))])
      }))

  @Test(
    "Endless expressions are stopped, string functions and comparisons among them",
    arguments: [
      "count(//*[string-length(translate(string(/),string(/),string(/)))>0])",
      "count(//*[contains(string(/), concat(string(/), 'x'))])",
      "//*[//*[//*[//*[//*]]]]", "count(//*[count(//*[count(//*) > 0]) > 0])",
      "//@*[. != //@*][. < //@*]", "//*[. = //*]", "count(//*[sum(//@*) > 0])",
      "count(//*/following::*/preceding::*/following::*)",
      "string-length(concat(/,/,/,/,/,/,/,/,/,/,/,/,/,/,/,/))",
      "count(//*[normalize-space(/) = substring(string(/), 2)])",
      "//akn:p[//akn:p[@n = current()/@n]/following::akn:p]",
      "count(//*[substring-before(/, 'zzz') or substring-after(/, 'zzz')])",
    ])
  func endless(source: String) throws {
    let query = try Query(source, in: environment)
    let start = ContinuousClock.now
    #expect {
      _ = try query.value(
        at: QueryTree.document, in: QueryScope(tree: QueryTests.long), budget: QueryBudget())
    } throws: {
      ($0 as? QueryError)?.reason == .exhausted
    }
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test("A single call of each string function over a whole paper is within the limits")
  func ordinary() throws {
    for source in [
      "string-length(translate(string(/),'abc','xyz'))", "contains(/, 'không có')",
      "count(//akn:p)",
      "count(//akn:p[contains(., 'thi đua')])", "count(//@n[. = ../@m])",
      "count(//akn:p[not(preceding-sibling::akn:p[1])])", "//@n != //@m", "//@n > //@m",
    ] {
      let query = try Query(source, in: environment)
      _ = try query.value(
        at: QueryTree.document, in: QueryScope(tree: QueryTests.long),
        budget: QueryBudget(steps: QueryBudget.standard))
    }
  }

  @Test("The same work costs the same in every run")
  func deterministic() throws {
    let query = try Query("count(//akn:p[contains(., 'đua')])", in: environment)
    let costs = try (0..<3).map { _ in
      let budget = QueryBudget()
      _ = try query.value(
        at: QueryTree.document, in: QueryScope(tree: QueryTests.long), budget: budget)
      return budget.left
    }
    #expect(Set(costs).count == 1)
  }

  /// Whether two strings are the same.
  private struct Same: QueryFunctions {
    func call(
      _ name: String, _ arguments: [QueryValue], in machine: QueryMachine
    ) throws(QueryError) -> QueryValue {
      let first = try machine.string(arguments[0])
      let second = try machine.string(arguments[1])
      return .boolean(first == second)
    }
  }

  @Test("Functions and variables of the document's scope")
  func scope() throws {
    let scope = QueryScope(
      tree: QueryTests.long, variables: ["kind": .string("ke-hoach")], functions: Same())
    let query = try Query("tdkt:matches($kind, 'ke-hoach') and current()", in: environment)
    #expect(try query.holds(at: QueryTree.document, in: scope, budget: QueryBudget()))
  }

  @Test("Numbers are written whole and in full")
  func numbers() throws {
    let values = [
      "1 div 3": "0.3333333333333333", "12345678901234": "12345678901234", "0.0000001": "0.0000001",
      "1000000 * 10000000000000": "10000000000000000000", "number('1e3')": "NaN",
      "number('-')": "NaN",
      "0.1 + 0.2": "0.30000000000000004", "- 0.00000015": "-0.00000015",
    ]
    for (source, expected) in values {
      let value = try Query("string(\(source))", in: environment).string(
        at: 0, in: QueryScope(tree: QueryTests.long), budget: QueryBudget())
      #expect(value == expected)
    }
  }

  @Test("What follows an attribute begins with the children of its element")
  func followingAttribute() throws {
    let query = try Query("count(//akn:p[4000]/@n/following::node())", in: environment)
    let value = try query.value(
      at: 0, in: QueryScope(tree: QueryTests.long), budget: QueryBudget())
    #expect(value == .number(1))
  }

  @Test("A location path leads back to its node")
  func location() throws {
    let tree = QueryTests.long
    let node = try #require(
      try Query("//akn:p[3]/@n", in: environment).nodes(
        at: 0, in: QueryScope(tree: tree), budget: QueryBudget()
      ).first)
    let path = tree.path(of: node, prefixes: ["urn:akn": "akn"])
    #expect(path == "/akn:doc[1]/akn:p[3]/@n")
    let again = try Query(path, in: environment).nodes(
      at: 0, in: QueryScope(tree: tree), budget: QueryBudget())
    #expect(again == [node])
  }
}
