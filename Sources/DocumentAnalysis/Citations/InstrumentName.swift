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
    let key = key(title)
    return ([instrument.title] + instrument.titleVariants).contains {
      InstrumentName.key($0) == key
    }
  }
}
