import CPCRE2
import Synchronization

/// A PCRE2 pattern over UTF-8 text, with Unicode classes, compiled once.
///
/// The compiled code is read-only after `init` and PCRE2 allows it to be shared between threads
/// (pcre2api, "Multithreading"); every match allocates its own match data. A faster copy may take
/// its place later, in one step.
public final class Pattern: @unchecked Sendable {
  public struct Options: OptionSet, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    /// Letters match both cases.
    public static let caseless = Options(rawValue: UInt32(PCRE2_CASELESS))
    /// White space and `#` comments in the pattern are ignored.
    public static let extended = Options(rawValue: UInt32(PCRE2_EXTENDED))
    /// `^` and `$` match at line breaks too.
    public static let multiline = Options(rawValue: UInt32(PCRE2_MULTILINE))
  }

  public struct CompileError: Error, Sendable {
    /// PCRE2's own words, English.
    public let message: String
    /// UTF-8 offset in the pattern.
    public let offset: Int
    /// PCRE2's number for it (pcre2.h, “Error codes from the compile functions”).
    public let code: Int
  }

  /// One match. Ranges are UTF-8 offsets in the subject; group 0 is the whole match.
  public struct Match: Sendable {
    public let groups: [Range<Int>?]
    public var range: Range<Int> { groups[0] ?? 0..<0 }
    public subscript(group: Int) -> Range<Int>? {
      group < groups.count ? groups[group] : nil
    }
  }

  private let code: OpaquePointer
  private let names: [String: Int]
  /// Never made machine code, whose step limit counts otherwise: a bounded pattern must reach its
  /// limit at the same place in every run.
  private let isBounded: Bool

  /// Compiles `source`.
  /// - Throws: `CompileError` when the pattern is not well formed.
  public convenience init(_ source: String, options: Options = []) throws {
    try self.init(source, options: options, isBounded: false)
  }

  init(_ source: String, options: Options, isBounded: Bool) throws(CompileError) {
    var errorCode: Int32 = 0
    var errorOffset = 0
    var flags = options.rawValue | UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP)
    // \C could end a match inside a scalar.
    if isBounded { flags |= UInt32(PCRE2_NEVER_BACKSLASH_C) }
    self.isBounded = isBounded
    let units = Array(source.utf8)
    guard
      let code = pcre2_compile_8(units, units.count, flags, &errorCode, &errorOffset, nil)
    else {
      var buffer = [UInt8](repeating: 0, count: 256)
      pcre2_get_error_message_8(errorCode, &buffer, buffer.count)
      let text = String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      throw CompileError(message: text, offset: errorOffset, code: Int(errorCode))
    }
    self.code = code
    self.names = Pattern.groupNames(of: code)
  }

  /// A pattern written in this program's own source: a mistake in it is a programming error.
  public convenience init(known source: String, options: Options = []) {
    do {
      try self.init(source, options: options)
    } catch {
      fatalError("pattern does not compile: \(error): \(source)")
    }
  }

  deinit {
    pcre2_code_free_8(code)
    if let machine = OpaquePointer(bitPattern: machineCode.load(ordering: .relaxed)) {
      pcre2_code_free_8(machine)
    }
  }

  // MARK: Machine code

  /// Compiling to machine code costs more than most patterns take in the one paper of a short run;
  /// a pattern earns it by the bytes of text it has been given.
  private static let worthCompiling = 2_000

  /// Bytes of text matched so far.
  private let workload = Atomic<Int>(0)
  /// Address of a copy of `code` with machine code, 0 before there is one. A copy, because code that
  /// other threads are matching with must not be changed (pcre2jit, "Multi-threading").
  private let machineCode = Atomic<UInt>(0)

  /// The code to match `count` bytes with.
  private func code(for count: Int) -> OpaquePointer {
    if isBounded { return code }
    if let machine = OpaquePointer(bitPattern: machineCode.load(ordering: .acquiring)) {
      return machine
    }
    let (_, total) = workload.add(count, ordering: .relaxed)
    return total > Pattern.worthCompiling ? compiledToMachineCode() : code
  }

  private func compiledToMachineCode() -> OpaquePointer {
    guard let copy = pcre2_code_copy_8(code) else { return code }
    pcre2_jit_compile_8(copy, UInt32(PCRE2_JIT_COMPLETE))
    let (isFirst, other) = machineCode.compareExchange(
      expected: 0, desired: UInt(bitPattern: copy), ordering: .acquiringAndReleasing)
    if isFirst { return copy }
    pcre2_code_free_8(copy)
    return OpaquePointer(bitPattern: other) ?? code
  }

  /// The number of the group with this name.
  public func group(named name: String) -> Int? { names[name] }

  /// The first match at or after the UTF-8 offset `start`, or nil. A match that would exceed the
  /// step limit (catastrophic backtracking) counts as none; so does every one after a bound on the
  /// thread's time (`TimeBound`) has been passed.
  ///
  /// With `end` the text is taken to end there, without copying: nothing beyond is seen, and `$`
  /// matches there.
  public func firstMatch(in text: String, from start: Int = 0, until end: Int? = nil) -> Match? {
    var text = text
    return text.withUTF8 { subject in
      let limit = min(end ?? subject.count, subject.count)
      guard start <= limit else { return nil }
      let seen = UnsafeBufferPointer(rebasing: subject[..<limit])
      return withMatchData { match(seen, from: start, data: $0) }
    }
  }

  /// All matches, left to right, not overlapping; empty matches advance by one scalar.
  public func matches(in text: String) -> [Match] {
    var text = text
    return text.withUTF8 { subject in
      withMatchData { data in
        var result: [Match] = []
        var start = 0
        while start <= subject.count, let found = match(subject, from: start, data: data) {
          result.append(found)
          start = found.range.upperBound
          if found.range.isEmpty {
            start += 1
            while start < subject.count, subject[start] & 0xC0 == 0x80 { start += 1 }
          }
        }
        return result
      }
    }
  }

  /// Whether the pattern occurs in `text`.
  public func matches(_ text: String) -> Bool { firstMatch(in: text) != nil }

  private func withMatchData<Result>(_ body: (OpaquePointer) -> Result?) -> Result? {
    guard let data = pcre2_match_data_create_from_pattern_8(code, nil) else { return nil }
    defer { pcre2_match_data_free_8(data) }
    return body(data)
  }

  private func withMatchData<Element>(_ body: (OpaquePointer) -> [Element]) -> [Element] {
    guard let data = pcre2_match_data_create_from_pattern_8(code, nil) else { return [] }
    defer { pcre2_match_data_free_8(data) }
    return body(data)
  }

  /// The matches of a bounded pattern, at most `most` of them.
  /// - Throws: `StepLimitError` when one of the attempts reached its limit.
  func boundedMatches(in text: String, atMost most: Int) throws(StepLimitError) -> [Match] {
    var text = text
    let result = text.withUTF8 { subject -> [Match]? in
      guard let data = pcre2_match_data_create_from_pattern_8(code, nil) else { return [] }
      defer { pcre2_match_data_free_8(data) }
      var found: [Match] = []
      var start = 0
      while start <= subject.count, found.count < most {
        switch attempt(subject, from: start, data: data, context: Pattern.limits.bounded) {
        case .none: return found
        case .limit: return nil
        case .match(let match):
          found.append(match)
          // A \K in a lookbehind may move the start before `start`.
          start = max(start, match.range.upperBound)
          if match.range.isEmpty || start < match.range.upperBound {
            start += 1
            while start < subject.count, subject[start] & 0xC0 == 0x80 { start += 1 }
          }
        }
      }
      return found
    }
    guard let result else { throw StepLimitError() }
    return result
  }

  private func match(
    _ subject: UnsafeBufferPointer<UInt8>, from start: Int, data: OpaquePointer
  ) -> Match? {
    let outcome = attempt(subject, from: start, data: data, context: Pattern.limits.context)
    return if case .match(let match) = outcome { match } else { nil }
  }

  private enum Attempt {
    case match(Match)
    case none
    /// Steps, depth or memory of one attempt used up.
    case limit
  }

  private func attempt(
    _ subject: UnsafeBufferPointer<UInt8>, from start: Int, data: OpaquePointer,
    context: OpaquePointer?
  ) -> Attempt {
    if TimeBound.isExceeded { return .none }
    let flags = UInt32(PCRE2_NO_UTF_CHECK)  // a Swift String is valid UTF-8
    let code = code(for: subject.count - start)
    var empty: UInt8 = 0
    let count: Int32 =
      if let base = subject.baseAddress {
        pcre2_match_8(code, base, subject.count, start, flags, data, context)
      } else {
        pcre2_match_8(code, &empty, 0, start, flags, data, context)
      }
    switch count {
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT: return .limit
    default: break
    }
    guard count > 0, let vector = pcre2_get_ovector_pointer_8(data) else { return .none }
    let total = Int(pcre2_get_ovector_count_8(data))
    var groups: [Range<Int>?] = []
    groups.reserveCapacity(total)
    for group in 0..<total {
      let low = vector[2 * group]
      let high = vector[2 * group + 1]
      // PCRE2_UNSET is the largest size_t; a lookbehind \K may also give low > high.
      groups.append(
        group < Int(count) && low != Int(bitPattern: UInt.max) && low <= high ? low..<high : nil)
    }
    return .match(Match(groups: groups))
  }

  private static func groupNames(of code: OpaquePointer) -> [String: Int] {
    var count: UInt32 = 0
    var entrySize: UInt32 = 0
    var table: UnsafePointer<UInt8>?
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
    guard count > 0 else { return [:] }
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &entrySize)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard let table else { return [:] }
    var names: [String: Int] = [:]
    for entry in 0..<Int(count) {
      let start = table + entry * Int(entrySize)
      names[String(cString: start + 2)] = Int(start[0]) << 8 | Int(start[1])
    }
    return names
  }

  /// Every match is bounded, and those of patterns from rule files more tightly.
  private struct Limits: @unchecked Sendable {
    let context: OpaquePointer?
    let bounded: OpaquePointer?
    init() {
      context = pcre2_match_context_create_8(nil)
      pcre2_set_match_limit_8(context, 1_000_000)
      bounded = pcre2_match_context_create_8(nil)
      pcre2_set_match_limit_8(bounded, UInt32(BoundedPattern.stepLimit))
      pcre2_set_heap_limit_8(bounded, 32 << 10)  // KiB
    }
  }
  private static let limits = Limits()
}
