import Testing

@testable import TextMatching

@Suite("Patterns")
struct PatternTests {
  @Test("Machine code, compiled once a pattern has worked enough, finds what the interpreter found")
  func machineCode() {
    let pattern = Pattern(known: #"(?<type>Nghị định|Luật) số (\d+)/(\d{4})"#, options: .caseless)
    let text = "Căn cứ nghị định số 98/2023/NĐ-CP, Luật số 06/2022/QH15, Luật số x;"
    let first = pattern.matches(in: text).map(\.groups)
    #expect(first.count == 2)
    for _ in 0..<200 { #expect(pattern.matches(in: text).map(\.groups) == first) }
    #expect(pattern.group(named: "type") == 1)
    #expect(pattern.firstMatch(in: text, from: 40)?.groups == first[1])
  }

  @Test("Catastrophic backtracking counts as no match, interpreted or compiled")
  func limits() {
    let pattern = Pattern(known: #"^(\p{L}+)+$"#)
    let text = String(repeating: "a", count: 40) + "!"
    for _ in 0..<3 { #expect(pattern.firstMatch(in: text) == nil) }
    #expect(pattern.matches(String(repeating: "thi đua", count: 1_000)) == false)
    #expect(pattern.firstMatch(in: text) == nil)
    #expect(pattern.matches("đua"))
  }

  @Test("One pattern serves many threads")
  func threads() async {
    let pattern = Pattern(known: #"\d+"#)
    let text = Array(repeating: "số 12 ngày 3", count: 20).joined(separator: "; ")
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<64 { group.addTask { pattern.matches(in: text).count } }
      return await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(counts == [40])
  }
}
