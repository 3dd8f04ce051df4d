import RuleEngine
import TextMatching

// A finding in words, for formats whose readers are people.

extension Location {
  /// “mục II.2, dòng 37”; a package has no lines, so its paragraphs are counted, from 1.
  public func words(in language: Language) -> String {
    func said(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
    // Of no document at all.
    if part.isEmpty { return "" }
    var words: [String] = []
    if let section { words.append(said("mục \(section)", "section \(section)")) }
    if let line {
      words.append(said("dòng \(line)", "line \(line)"))
    } else {
      words.append(said("đoạn \(block + 1)", "paragraph \(block + 1)"))
    }
    return words.joined(separator: ", ")
  }
}

extension Finding {
  /// What stands under the message.
  struct Remark {
    /// “Căn cứ: ”
    var label: String
    var words: String

    var line: String { label + words }
  }

  /// Related places, basis and fixes, in this order.
  func remarks(in language: Language) -> [Remark] {
    func said(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
    let related = self.related.map { other in
      let words = other.excerpt.isEmpty ? "" : ": “\(other.excerpt)”"
      let place = other.location.words(in: language)
      return Remark(
        label: said("Đối chiếu: ", "Compare: "),
        words: "\(other.message[language]) (\(place))\(words)")
    }
    let basis = self.basis.map {
      Remark(label: said("Căn cứ: ", "Basis: "), words: $0.text(in: language))
    }
    let fixes = self.fixes.map { fix in
      let label =
        switch fix.kind {
        case .mechanical: said("Cách sửa: ", "Fix: ")
        case .proposed: said("Đề xuất: ", "Proposal: ")
        }
      return Remark(label: label, words: fix.description[language])
    }
    return related + basis + fixes
  }
}

extension InputError {
  /// Message and hint in one line.
  func words(in language: Language) -> String {
    [message[language], hint[language]].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// Paths for formats whose reader looks a file up in its repository by comparing names.
enum RepositoryPath {
  /// Without a leading `./`, which such readers do not resolve.
  static func plain(_ path: String) -> String {
    var rest = path[...]
    while rest.hasPrefix("./") {
      rest = rest.dropFirst(2).drop { $0 == "/" }
    }
    return rest.isEmpty ? path : String(rest)
  }
}
