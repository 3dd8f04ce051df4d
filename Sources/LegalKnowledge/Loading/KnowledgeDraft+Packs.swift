import DataFiles

// What a folder from elsewhere may do: add, and tighten. The law itself is not its to change.

extension KnowledgeDraft {
  struct PackEntry {
    var pack: LocalPack
    var origin: Origin
    var deadlineOrigins: [Origin] = []
    var tighteningOrigins: [Origin] = []
  }

  /// Roots of files that say what the law is.
  private static let lawRoots: Set = [
    "regimes", "authorities", "awards", "dossiers", "prizes", "calendars", "terms", "offices",
  ]

  /// Refuses a local file that would say what only the law can say.
  static func checkLocal(_ root: DataElement) throws {
    guard lawRoots.contains(root.name) else { return }
    throw root.error(
      vi: "gói địa phương không được khai báo <\(root.name)>: đó là nội dung của luật; "
        + "dùng <pack> để thêm thời hạn hoặc siết tiêu chuẩn",
      en: "a local pack may not declare <\(root.name)>: that is for the law to say; "
        + "use <pack> to add deadlines or to tighten criteria")
  }

  /// Refuses an instrument of a pack that would end or change one of the built-in data.
  func checkLocalInstruments(_ origins: [(place: Int, origin: Origin)], builtIn: Int) throws {
    let known = Set(instruments[..<builtIn].map(\.id))
    for (place, origin) in origins {
      let instrument = instruments[place]
      let reach = instrument.relations.first {
        ($0.kind == .replaces || $0.kind == .amends) && known.contains($0.target)
      }
      guard let reach else { continue }
      throw origin.error(
        vi: "\(instrument.id) không thể <\(reach.kind.rawValue)> \(reach.target) của dữ liệu dựng "
          + "sẵn; gói địa phương chỉ được thay thế, sửa đổi văn bản của chính nó",
        en: "\(instrument.id) cannot have <\(reach.kind.rawValue)> for \(reach.target) of the "
          + "built-in data; a local pack replaces or amends its own instruments only")
    }
  }

  /// Refuses what loosens the law or takes the id of one of its terms.
  func checkPacks(awards: [Award], terms: [StatutoryTerm]) throws {
    for entry in packs {
      for (deadline, origin) in zip(entry.pack.deadlines, entry.deadlineOrigins) {
        try check(deadline, of: entry.pack, terms, origin)
      }
      for (tightening, origin) in zip(entry.pack.tightenings, entry.tighteningOrigins) {
        try check(tightening, of: entry.pack, awards, origin)
      }
    }
  }

  private func check(
    _ deadline: LocalPack.Deadline, of pack: LocalPack, _ terms: [StatutoryTerm], _ origin: Origin
  ) throws {
    if terms.contains(where: { $0.id == deadline.id }) {
      throw origin.error(
        vi: "“\(deadline.id)” là thời hạn của dữ liệu dựng sẵn; đặt mã khác, và ghi "
          + "tightens=\"\(deadline.id)\" nếu muốn siết thời hạn ấy",
        en: "\"\(deadline.id)\" is a term of the built-in data; choose another id, and say "
          + "tightens=\"\(deadline.id)\" to tighten that term")
    }
    guard let name = deadline.tightens else { return }
    let fitting = terms.filter { $0.id == name && $0.validity.overlaps(pack.validity) }
    guard !fitting.isEmpty else {
      throw origin.error(
        vi: "luật không có thời hạn “\(name)” trong thời gian của gói; hãy sửa hoặc bỏ tightens",
        en: "the law has no term \"\(name)\" in the pack's time; correct or remove tightens")
    }
    for term in fitting where deadline.rule.isAtLeastAsStrict(as: term.rule) != true {
      throw origin.error(
        vi: "“\(deadline.id)” nới lỏng thời hạn “\(name)” (\(term.provision.text), "
          + "\(term.provision.instrument)); gói địa phương chỉ được siết, hãy ghi thời hạn sớm hơn",
        en: "\"\(deadline.id)\" loosens the term \"\(name)\" (\(term.provision.text), "
          + "\(term.provision.instrument)); a local pack may only tighten: set an earlier one")
    }
  }

  private func check(
    _ tightening: LocalPack.Tightening, of pack: LocalPack, _ awards: [Award], _ origin: Origin
  ) throws {
    guard let award = awards.first(where: { $0.id == tightening.award }) else {
      throw origin.error(
        vi: "không có danh hiệu “\(tightening.award)” trong dữ liệu; hãy sửa award",
        en: "no award \"\(tightening.award)\" in the data; correct award")
    }
    let standards = award.standards.filter { $0.validity.overlaps(pack.validity) }
    let lawful = standards.flatMap(\.routes).flatMap(\.criteria).flatMap(\.flattened)
      .compactMap { criterion -> Criterion.Members? in
        guard case .members(let members) = criterion,
          members.award == tightening.members.award,
          tightening.members.amount.isAtLeast(members.amount) != nil
        else { return nil }
        return members
      }
    guard !lawful.isEmpty else {
      throw origin.error(
        vi: "luật không đặt tỷ lệ hay số lượng ấy cho “\(award.id)”; hãy sửa “of”, hoặc dùng "
          + "<requirement>",
        en: "the law sets no such share or number for \"\(award.id)\"; correct \"of\", or use "
          + "<requirement>")
    }
    for members in lawful where tightening.members.amount.isAtLeast(members.amount) != true {
      throw origin.error(
        vi:
          "nới lỏng tiêu chuẩn của “\(award.id)”: luật đòi \(KnowledgeDraft.words(members.amount))"
          + "; gói địa phương chỉ được siết, hãy ghi mức bằng hoặc cao hơn",
        en: "loosens the standard of \"\(award.id)\": the law asks for "
          + "\(KnowledgeDraft.words(members.amount)); a local pack may only tighten: ask for as much"
      )
    }
  }

  private static func words(_ amount: Criterion.Members.Amount) -> String {
    switch amount {
    case .percent(let value): "≥ \(value)%"
    case .overPercent(let value): "> \(value)%"
    case .count(let value): "≥ \(value)"
    }
  }
}
