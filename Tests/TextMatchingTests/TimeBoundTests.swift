import Testing
import TextMatching

struct TimeBoundTests {
  private func wait() {
    while !TimeBound.isExceeded {}
  }

  @Test func workInTimeGivesItsResult() {
    #expect(TimeBound.run(.seconds(100)) { 7 } == 7)
    #expect(!TimeBound.isExceeded)
  }

  @Test func workThatTakesLongerGivesNone() {
    #expect(TimeBound.run(.milliseconds(5)) { wait() } == nil)
    #expect(!TimeBound.isExceeded)
  }

  @Test func aBoundInsideIsNeverWider() {
    let outer = TimeBound.run(.milliseconds(5)) { TimeBound.run(.seconds(100)) { wait() } == nil }
    #expect(outer == nil)
    let inner = TimeBound.run(.seconds(100)) { TimeBound.run(.milliseconds(5)) { wait() } == nil }
    #expect(inner == true)
  }

  @Test func patternsMatchNothingAfterwards() {
    let pattern = Pattern(known: "a")
    var before = 0
    var after = 0
    let result: Void? = TimeBound.run(.milliseconds(5)) {
      before = pattern.matches(in: "aaa").count
      wait()
      after = pattern.matches(in: "aaa").count
    }
    #expect(result == nil)
    #expect(before == 3 && after == 0)
    #expect(pattern.matches(in: "aaa").count == 3)
  }

  @Test func otherThreadsShareIt() {
    let result = TimeBound.run(.milliseconds(5)) { TimeBound.share.run { wait() } }
    #expect(result == false || result == nil)
    let ended: Void? = TimeBound.run(.seconds(100)) { TimeBound.end() }
    #expect(ended == nil)
    #expect(TimeBound.share.run {})
  }
}
