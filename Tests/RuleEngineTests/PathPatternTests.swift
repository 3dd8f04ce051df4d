import RuleEngine
import Testing

@Suite("Patterns on paths")
struct PathPatternTests {
  @Test(
    "They match as in .gitignore",
    arguments: [
      // Without a slash: at every depth.
      ("a.txt", "a.txt", true), ("a.txt", "b/c/a.txt", true), ("a.txt", "b/a.txt.bak", false),
      ("*.txt", "b/kế hoạch.txt", true), ("*.txt", "a.docx", false),
      ("?.txt", "ấ.txt", true), ("?.txt", "ab.txt", false),
      // With one: from the folder.
      ("a/b.txt", "a/b.txt", true), ("a/b.txt", "c/a/b.txt", false),
      ("/a.txt", "a.txt", true), ("/a.txt", "b/a.txt", false), ("./a/b", "a/b", true),
      ("a/*.txt", "a/b.txt", true), ("a/*.txt", "a/b/c.txt", false),
      // Two stars: any number of folders.
      ("**/c.txt", "c.txt", true), ("**/c.txt", "a/b/c.txt", true),
      ("a/**/c.txt", "a/c.txt", true), ("a/**/c.txt", "a/b/d/c.txt", true),
      ("a/**/c.txt", "b/c.txt", false),
      ("a/**", "a/b/c.txt", true), ("a/**", "a", false), ("**", "a/b.txt", true),
      // A folder covers what is below it.
      ("a", "a/b.txt", true), ("a", "x/a/b.txt", true), ("a/b", "a/b/c/d.txt", true),
      ("a/", "a/b.txt", true), ("a/", "x/a/b.txt", true), ("a/", "a", false),
      ("2023*/", "2023-quý 1/x.txt", true),
      // Letters are letters however they are composed.
      ("Kế hoạch/", "Ke\u{302}\u{301} hoa\u{323}ch/a.txt", true),
      ("../a/*", "../a/b.txt", true), ("", "a", false), ("/", "a", false),
    ])
  func matching(pattern: String, path: String, matches: Bool) {
    #expect(PathPattern(pattern).matches(path) == matches)
  }

  @Test("Many stars do not take long")
  func stars() {
    let pattern = PathPattern(String(repeating: "**/*a*/", count: 30) + "x")
    let path = String(repeating: "aaaaaaaaaaaaaaaaaaaaaaaa/", count: 60) + "y"
    let time = ContinuousClock().measure { #expect(!pattern.matches(path)) }
    #expect(time < .seconds(5))
  }

  @Test("A literal one names one file")
  func literal() {
    #expect(PathPattern("a/b.txt").isLiteral)
    #expect(PathPattern("/b.txt").isLiteral)
    for other in ["b.txt", "a/*.txt", "a/b/", "a/**"] {
      #expect(!PathPattern(other).isLiteral, "\(other)")
    }
  }
}
