/// TCVN3 (ABC), the code of the `.Vn…` fonts: one byte a letter, seen in Unicode files as Latin-1.
///
/// Capitals with a tone have no codes of their own: the fonts whose name ends in H draw small letters
/// as capitals.
enum TCVN3 {
  /// The letter a code stands for; nil for codes of other characters and those the fonts leave out.
  static func letter(_ code: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0xA1...0xFF).contains(code.value) else { return nil }
    return letters[Int(code.value) - 0xA1]
  }

  private static let letters: [Unicode.Scalar?] = {
    var table = [Unicode.Scalar?](repeating: nil, count: 0xFF - 0xA1 + 1)
    // Codes in rising order, “.” where the fonts have none (TCVN 5712:1993, VN3).
    let rows: [(first: Int, letters: String)] = [
      (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"),
      (0xCE, "ẻẽéẹềểễếệì"),
      (0xD8, "ỉ"), (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
    ]
    for (first, letters) in rows {
      for (offset, letter) in letters.unicodeScalars.enumerated() {
        table[first - 0xA1 + offset] = letter
      }
    }
    return table
  }()
}
