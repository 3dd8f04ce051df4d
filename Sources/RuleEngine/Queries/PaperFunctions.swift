import Glibc
import LegalKnowledge
import Parallelism
import TextMatching
import XPathQueries

/// The functions that XPath in rules has beside those of XPath 1.0; `Rules/guide/xpath.md` tells
/// rule authors what they do.
final class PaperFunctions: QueryFunctions {
  static let arities: [String: ClosedRange<Int>] = [
    "tdkt:matches": 2...3, "tdkt:lower": 1...1, "tdkt:key": 1...1, "tdkt:date-before": 2...2,
    "tdkt:date-add": 2...2, "tdkt:days-between": 2...2, "tdkt:in-force": 2...2,
    "tdkt:status": 2...2, "tdkt:successor": 2...2, "tdkt:governing": 2...2,
  ]

  /// Nil while expressions are tried at load.
  private let law: LegalKnowledge?
  /// Nanoseconds of processor time that patterns have taken.
  private var matching = 0

  init(law: LegalKnowledge?) { self.law = law }

  func call(
    _ name: String, _ arguments: [QueryValue], in machine: QueryMachine
  ) throws(QueryError) -> QueryValue {
    var texts: [String] = []
    for argument in arguments { texts.append(try machine.string(argument)) }
    try machine.charge(text: texts.reduce(0) { $0 + $1.utf8.count })
    switch name {
    case "tdkt:matches":
      return .boolean(
        try matches(
          texts[0], pattern: texts[1], isCaseSensitive: texts.count > 2 && texts[2] == "c"))
    case "tdkt:lower":
      return .string(
        String(String.UnicodeScalarView(texts[0].unicodeScalars.map(Letters.lowercased))))
    case "tdkt:key": return .string(Folding.key(texts[0]))
    case "tdkt:date-before":
      guard let first = PaperFunctions.day(texts[0]), let second = PaperFunctions.day(texts[1])
      else { return .boolean(false) }
      return .boolean(first < second)
    case "tdkt:date-add":
      let days = try machine.number(arguments[1])
      guard let day = PaperFunctions.day(texts[0]), abs(days) < 100_000 else { return .string("") }
      return .string(day.adding(days: Int(days)).iso)
    case "tdkt:days-between":
      guard let first = PaperFunctions.day(texts[0]), let second = PaperFunctions.day(texts[1])
      else { return .number(.nan) }
      return .number(Double(second.dayNumber - first.dayNumber))
    default: return lawful(name, texts[0], PaperFunctions.day(texts[1]))
    }
  }

  // MARK: The law

  private func lawful(_ name: String, _ word: String, _ day: CivilDate?) -> QueryValue {
    guard let law, let day else {
      return name == "tdkt:in-force" ? .boolean(false) : .string("")
    }
    if name == "tdkt:governing" {
      return .string(law.governing(role: word, on: day).map(\.id).joined(separator: " "))
    }
    let instruments = law.instrument(id: word).map { [$0] } ?? law.instruments(symbol: word)
    switch name {
    case "tdkt:in-force":
      return .boolean(instruments.contains { law.status(of: $0, on: day) == .inForce })
    case "tdkt:successor":
      let successors = instruments.compactMap { law.successor(of: $0, inForceOn: day) }
      return .string(successors.first?.id ?? "")
    default: return .string(status(of: instruments, on: day, law))
    }
  }

  /// Of the one that is in force when several share the symbol; empty when none is registered.
  private func status(
    of instruments: [Instrument], on day: CivilDate, _ law: LegalKnowledge
  ) -> String {
    let all = instruments.map { law.status(of: $0, on: day) }
    guard let status = all.first(where: { $0 == .inForce }) ?? all.first else { return "" }
    return switch status {
    case .inForce: "in-force"
    case .notYetEffective: "not-yet"
    case .ended: "ended"
    case .unknown: "unknown"
    }
  }

  // MARK: Values

  /// `2024-01-31`, or `31/01/2024` as papers write it.
  private static func day(_ text: String) -> CivilDate? {
    let trimmed = text.filter { !$0.isWhitespace }
    if let day = CivilDate(iso: trimmed) { return day }
    let parts = trimmed.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return CivilDate(year: parts[2], month: parts[1], day: parts[0])
  }

  private func matches(
    _ text: String, pattern source: String, isCaseSensitive: Bool
  ) throws(QueryError) -> Bool {
    let pattern = try PatternCache.shared.pattern(source, isCaseSensitive: isCaseSensitive)
    let start = PaperFunctions.now
    defer { matching += PaperFunctions.now - start }
    do {
      let isFound = !(try pattern.matches(in: text, atMost: 1)).isEmpty
      if matching < 400_000_000 { return isFound }
    } catch {}
    throw QueryError(
      .exhausted,
      vi: "mẫu “\(source)” chạy quá lâu trên văn bản này nên bị dừng; hãy viết lại mẫu, tránh phép "
        + "lặp lồng nhau",
      en:
        "the pattern \"\(source)\" ran too long on this paper and was stopped; rewrite it without "
        + "nested repetitions")
  }

  /// Nanoseconds of this thread.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

/// Compiled patterns: the same few are asked for in every paragraph of every document.
private final class PatternCache: Sendable {
  static let shared = PatternCache()
  private static let most = 512

  private struct Key: Hashable {
    var source: String
    var isCaseSensitive: Bool
  }
  private let known = Guarded<[Key: BoundedPattern]>([:])

  func pattern(_ source: String, isCaseSensitive: Bool) throws(QueryError) -> BoundedPattern {
    let key = Key(source: source, isCaseSensitive: isCaseSensitive)
    if let pattern = known.withLock({ $0[key] }) { return pattern }
    let pattern: BoundedPattern
    do {
      pattern = try BoundedPattern(source, isCaseSensitive: isCaseSensitive)
    } catch {
      throw QueryError(
        vi: "mẫu “\(source)” không hợp lệ: \(error.message)",
        en: "the pattern \"\(source)\" is not valid: \(error.message)")
    }
    known.withLock { known in
      if known.count >= PatternCache.most { known.removeAll() }
      known[key] = pattern
    }
    return pattern
  }
}
