/// What a page adds to the text: its number, alone on a line.
enum PageFurniture {
  /// Indices of the lines that hold page numbers.
  ///
  /// A number alone on a line may be a cell of a table as well. It is taken for a page's number
  /// beside a form feed, or when it carries on the count of pages at a page's distance.
  static func pageNumbers(in lines: [TextLine]) -> Set<Int> {
    var result: Set<Int> = []
    var pages: [(index: Int, number: Int, text: Int)] = []
    var textLines = 0
    for (index, line) in lines.enumerated() where !line.isBlank {
      guard let number = number(line.bare) else {
        textLines += 1
        continue
      }
      if touchesPageEnd(index, lines) {
        result.insert(index)
      } else if isApart(index, lines) {
        pages.append((index, number, textLines))
      }
    }
    var previous: (number: Int, text: Int)?
    for page in pages {
      let isNext = previous.map { page.number == $0.number + 1 } ?? (page.number <= 2)
      // At the head of the file, or a page away from the last one.
      guard isNext, page.text == 0 || page.text - (previous?.text ?? 0) >= pageLines else {
        continue
      }
      result.insert(page.index)
      previous = (page.number, page.text)
    }
    return result
  }

  /// A page has at least this many lines of text.
  private static let pageLines = 12

  /// `2`, `- 2 -`, `Trang 2`, `2/8`.
  private static func number(_ text: String) -> Int? {
    guard text.utf8.count <= 12 else { return nil }
    var words = text.lowercased().split { " -–/".contains($0) }
    if words.first == "trang" { words.removeFirst() }
    guard (1...2).contains(words.count), words.allSatisfy({ Int($0) != nil && $0.count <= 3 })
    else {
      return nil
    }
    return Int(words[0])
  }

  private static func touchesPageEnd(_ index: Int, _ lines: [TextLine]) -> Bool {
    if lines[index].startsPage { return true }
    let after = lines[(index + 1)...].prefix { $0.isBlank && !$0.startsPage }.count
    let next = index + 1 + after
    return next < lines.count && lines[next].startsPage
  }

  /// Blank on at least one side.
  private static func isApart(_ index: Int, _ lines: [TextLine]) -> Bool {
    index == 0 || index == lines.count - 1 || lines[index - 1].isBlank || lines[index + 1].isBlank
  }
}
