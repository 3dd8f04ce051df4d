import LegalKnowledge
import TextMatching

/// Names and titles of instruments, compared as people read them.
public enum InstrumentName {
  /// The words without case, punctuation and place of tone marks: “Luật Thi đua khen thưởng” is the
  /// same name as “Luật Thi đua, khen thưởng”.
  public static func key(_ name: some StringProtocol) -> String {
    Folding.key(name).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// Whether `title` is the instrument's title or one of its other right forms.
  public static func isTitle(_ title: String, of instrument: Instrument) -> Bool {
    let key = titleKey(title)
    return ([instrument.title] + instrument.titleVariants).contains { titleKey($0) == key }
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
