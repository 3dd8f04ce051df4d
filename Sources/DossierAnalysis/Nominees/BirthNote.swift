import TextMatching

/// “, sinh năm 1980,” between a name and a post.
enum BirthNote {
  private static let shape = Pattern(
    known:
      #"\G[\s,;(–-]*(?:sinh|s\.)\s*(?:năm|ngày)?\s*:?\s*(?:\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*)?((?:19|20)\d{2})\s*\)?"#,
    options: .caseless)

  /// The year, and the UTF-8 offset where the note ends; nil when there is none.
  static func read(_ text: String, after start: Int) -> (year: Int, end: Int)? {
    guard let match = shape.firstMatch(in: text, from: start), let group = match[1],
      let year = Int(text[utf8Range: group])
    else { return nil }
    return (year, match.range.upperBound)
  }
}
