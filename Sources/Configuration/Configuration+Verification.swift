import DataFiles
import RuleEngine
import TextMatching

extension Configuration {
  /// Verifies what the file says of rules and kinds: every pattern matches a rule, every kind is
  /// known, only practice is retuned, and setting aside what binds has an owner and an end.
  /// - Parameters:
  ///   - rules: all that its library holds.
  ///   - isComplete: false when rules were left out on purpose; a pattern may then match none.
  /// - Throws: `DataFileError`, for the first fault in the order of the file.
  public func verify(rules: [Rule], kinds: [String], isComplete: Bool = true) throws {
    let verifier = Verifier(
      source: ConfigurationSource(path: path), rules: rules, isComplete: isComplete)
    var faults: [DataFileError] = []
    func collect(_ work: () throws -> Void) throws {
      do { try work() } catch let error as DataFileError { faults.append(error) }
    }
    try collect { try verifier.verify(self.rules) }
    for override in overrides {
      try collect { try verifier.verify(override.rules) }
      if let kind = override.kind { try collect { try verifier.verify(kind: kind, among: kinds) } }
    }
    for suppression in suppressions { try collect { try verifier.verify(suppression) } }
    let first = faults.min { ($0.line, $0.column ?? 0) < ($1.line, $1.column ?? 0) }
    if let first { throw first }
  }
}

private struct Verifier {
  let source: ConfigurationSource
  let rules: [Rule]
  let isComplete: Bool

  func verify(_ settings: Configuration.RuleSettings) throws {
    let globs = settings.only + settings.skip + settings.severity.map(\.glob)
    for glob in globs.sorted(by: { $0.position < $1.position }) { _ = try matches(of: glob) }
    for (glob, _) in settings.severity {
      guard let bound = try matches(of: glob).first(where: { !$0.isRetunable }) else { continue }
      throw source.error(
        at: glob.position,
        vi:
          "không đổi được mức của \(bound.id): quy tắc dựa trên \(bound.tier.basisWords.vi); chỉ đổi mức "
          + "quy tắc theo thông lệ (practice), còn quy tắc này chỉ có thể bỏ qua trong “suppressions”, "
          + "có reason, owner và expires",
        en:
          "the level of \(bound.id) cannot be changed: it rests on \(bound.tier.basisWords[.en]); "
          + "only rules of tier practice are retuned, this one can only be set aside under "
          + "\"suppressions\", with reason, owner and expires")
    }
  }

  private func matches(of glob: Located<String>) throws -> [Rule] {
    let found = rules.filter { RuleSelection.matches($0.id, glob: glob.value) }
    if !found.isEmpty || !isComplete { return found }
    let near = RuleSelection.suggestion(for: glob.value, among: rules.map(\.id))
    throw source.error(
      at: glob.position,
      vi: "không có quy tắc nào khớp “\(glob.value)”"
        + (near.map { "; có phải “\($0)”?" } ?? "; xem tdktlint rules list"),
      en: "no rule matches \"\(glob.value)\""
        + (near.map { "; did you mean \"\($0)\"?" } ?? "; see tdktlint rules list"))
  }

  func verify(kind: Located<String>, among kinds: [String]) throws {
    guard !kinds.contains(kind.value) else { return }
    let near = EditDistance.suggestion(for: kind.value, among: kinds)
    let list = kinds.joined(separator: ", ")
    throw source.error(
      at: kind.position,
      vi: "không có loại văn bản “\(kind.value)”"
        + (near.map { "; có phải “\($0)”?" } ?? "; được dùng: \(list)"),
      en: "no kind of document \"\(kind.value)\""
        + (near.map { "; did you mean \"\($0)\"?" } ?? "; allowed: \(list)"))
  }

  func verify(_ suppression: Located<Suppression>) throws {
    let value = suppression.value
    let found = try matches(of: Located(value.rule, at: suppression.position))
    guard let bound = found.first(where: \.isBinding) else { return }
    let lacking = [("owner", value.owner == nil), ("expires", value.expires == nil)]
    guard let missing = lacking.first(where: \.1)?.0 else { return }
    throw source.error(
      at: suppression.position,
      vi:
        "bỏ qua \(bound.id) (không chỉ là thông lệ) phải có “\(missing)”: người chịu trách nhiệm và "
        + "ngày hết hạn",
      en:
        "setting aside \(bound.id), which is more than practice, needs \"\(missing)\": who answers "
        + "for it, and until when")
  }
}

extension Tier {
  /// What a rule of the tier rests on.
  fileprivate var basisWords: LocalizedText {
    switch self {
    case .fact: LocalizedText(vi: "dữ kiện (fact)", en: "facts (tier fact)")
    case .law: LocalizedText(vi: "luật (law)", en: "law (tier law)")
    case .decree: LocalizedText(vi: "nghị định (decree)", en: "a decree (tier decree)")
    case .circular: LocalizedText(vi: "thông tư (circular)", en: "a circular (tier circular)")
    case .local:
      LocalizedText(vi: "quy định của địa phương (local)", en: "local rules (tier local)")
    case .practice: LocalizedText(vi: "thông lệ (practice)", en: "practice")
    }
  }
}
