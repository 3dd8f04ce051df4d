/// Whether letters can be a Vietnamese syllable: an initial, a rhyme, at most one tone.
enum VietnameseSyllable {
  /// - Parameter word: letters in Normalization Form C.
  static func isValid(_ word: String) -> Bool {
    var plain = ""
    var tones = 0
    for scalar in word.lowercased().unicodeScalars {
      if let letter = untoned[scalar] {
        tones += 1
        plain.unicodeScalars.append(letter)
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    guard tones <= 1, plain.unicodeScalars.count <= 8 else { return false }
    return initials.contains { initial in
      plain.hasPrefix(initial) && rhymes.contains(plain.dropFirst(initial.count))
    }
  }

  private static let untoned: [Unicode.Scalar: Unicode.Scalar] = {
    let rows = [
      "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
      "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for row in rows {
      let letters = Array(row.unicodeScalars)
      for letter in letters.dropFirst() { table[letter] = letters[0] }
    }
    return table
  }()

  private static let initials = [
    "", "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x",
  ]

  private static let rhymes = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu \
    iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oat oay oăc oăm oăn oăng \
    oăt oe oen oeo oet oi om on ong op ot oc ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya \
    uych uyên uyêt uynh uyt uyu uơ ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu \
    y ych ynh yt yêm yên yêng yêt yêu
    """.split(separator: " "))
}
