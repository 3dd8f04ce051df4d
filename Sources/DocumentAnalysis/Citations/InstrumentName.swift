import LegalKnowledge
import TextMatching

/// Names and titles of instruments, compared as people read them.
public enum InstrumentName {
  /// The words without case, punctuation and place of tone marks: “Luật Thi đua khen thưởng” is the
  /// same name as “Luật Thi đua, khen thưởng”.
  public static func key(_ name: some StringProtocol) -> String {
    var words = String.UnicodeScalarView()
    var isPending = false
    for scalar in Folding.key(name).unicodeScalars {
      guard Letters.isLetter(scalar) || Letters.isDigit(scalar) else {
        isPending = !words.isEmpty
        continue
      }
      if isPending {
        words.append(" ")
        isPending = false
      }
      words.append(scalar)
    }
    return String(words)
  }

  /// Whether `title` is the instrument's title or one of its other right forms.
  public static func isTitle(_ title: String, of instrument: Instrument) -> Bool {
    if title == instrument.title || instrument.titleVariants.contains(title) { return true }
    let candidates = ([instrument.title] + instrument.titleVariants).filter { mayBe(title, $0) }
    if candidates.isEmpty { return false }
    let key = titleKey(title)
    return candidates.contains { titleKey($0) == key }
  }

  /// A quick no: keys drop “về việc” and punctuation, so equal ones come from texts of about the same
  /// length.
  private static func mayBe(_ a: String, _ b: String) -> Bool {
    abs(a.utf8.count - b.utf8.count) <= 24
  }

  /// The key without “về”, “về việc”, which belong to the sentence (“Nghị định … về công tác văn
  /// thư”).
  public static func titleKey(_ title: some StringProtocol) -> String {
    let key = key(title)
    for opening in ["về việc ", "về "] where key.hasPrefix(opening) {
      return String(key.dropFirst(opening.count))
    }
    return key
  }
}
