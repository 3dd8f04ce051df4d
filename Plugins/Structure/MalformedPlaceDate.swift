import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// How place and date are written (Decree 30/2020, Phụ lục I, mục II.4): a comma after the place;
  /// a day below 10 and the months 1 and 2 take a leading 0. A 0 before months 3–9 is in wide use
  /// and nowhere forbidden, so it passes.
  static let malformedPlaceDate = NativeCheck(
    name: "malformed-place-date", arguments: ["problems", "expected"],
    cases: ["impossible", "place"]
  ) { context in
    guard context.hasStateForm, let line = context.document.components.placeDate else { return [] }
    if isImpossible(line) {
      return [
        Observation(
          at: line.dateSpan, case: "impossible",
          arguments: [
            "problems": .text(context.document.text(line.dateSpan).collapsed),
            "expected": .text(""),
          ])
      ]
    }
    let form = PlaceDateForm(line, in: context.document)
    if form.lacksPlace {
      guard context.document.stage == .issued, context.requires(.placeDate) else { return [] }
      return [
        Observation(
          at: line.span, case: "place",
          arguments: ["problems": .text(""), "expected": .text("")])
      ]
    }
    guard !form.problems.isEmpty else { return [] }
    let list = LocalizedText(
      vi: form.problems.map(\.vi).joined(separator: "; "),
      en: form.problems.map(\.en).joined(separator: "; "))
    let fix = Observation.ProposedFix(
      kind: .mechanical,
      description: LocalizedText(
        vi: "Viết là “\(form.corrected)”.", en: "Write “\(form.corrected)”."),
      edits: [(line.span, form.corrected)])
    return [
      Observation(
        at: line.span,
        arguments: ["problems": .localized(list), "expected": .text(form.corrected)],
        fixes: [fix])
    ]
  }

  private static func isImpossible(_ line: PlaceDate) -> Bool {
    guard line.date == nil, let day = line.day.flatMap({ Int($0) }),
      let month = line.month.flatMap({ Int($0) }), let year = line.year.flatMap({ Int($0) })
    else { return false }
    // A year of two digits is a short form, not an impossible day.
    return year >= 1000 && CivilDate(year: year, month: month, day: day) == nil
  }
}

/// The line of place and date taken apart.
private struct PlaceDateForm {
  private(set) var problems: [LocalizedText] = []
  private(set) var corrected: String
  private(set) var lacksPlace: Bool

  init(_ line: PlaceDate, in document: RecognisedDocument) {
    let place = document.text(line.place).collapsed
    let hasLetters = place.unicodeScalars.contains(where: \.properties.isAlphabetic)
    lacksPlace = place.isEmpty
    let day = PlaceDateForm.padded(line.day) { $0 < 10 }
    let month = PlaceDateForm.padded(line.month) { $0 < 3 }
    if day != line.day, let day {
      problems.append(
        LocalizedText(
          vi: "ngày nhỏ hơn 10 phải thêm số 0 ở trước (\(day))",
          en: "a day below 10 takes a leading 0 (\(day))"))
    }
    if month != line.month, let month {
      problems.append(
        LocalizedText(
          vi: "tháng 1, tháng 2 phải thêm số 0 ở trước (\(month))",
          en: "the months 1 and 2 take a leading 0 (\(month))"))
    }
    let typedDate = document.text(line.dateSpan)
    if !Folding.key(typedDate).contains("tháng"), line.day != nil, line.month != nil {
      problems.append(
        LocalizedText(
          vi: "phải ghi đủ chữ “ngày … tháng … năm …”",
          en: "the words “ngày … tháng … năm …” are written out"))
    }
    let between = PlaceDateForm.between(line, in: document)
    if hasLetters, !between.contains(",") {
      problems.append(
        LocalizedText(vi: "sau địa danh thiếu dấu phẩy", en: "no comma after the place"))
    }
    corrected =
      "\(place), ngày \(day ?? "…") tháng \(month ?? "…") năm \(line.year ?? "…")"
  }

  private static func between(_ line: PlaceDate, in document: RecognisedDocument) -> String {
    let low = line.place.utf8.lowerBound
    let high = line.dateSpan.utf8.lowerBound
    guard line.place.block == line.dateSpan.block, low <= high else { return "," }
    return String(document.blocks[line.place.block].text[utf8Range: low..<high])
  }

  /// With a 0 in front when it is a single digit that needs one.
  private static func padded(_ typed: String?, needsZero: (Int) -> Bool) -> String? {
    guard let typed, typed.utf8.count == 1, let value = Int(typed), value > 0, needsZero(value)
    else { return typed }
    return "0" + typed
  }
}
