import XMLReading

/// The tables of a page that only lay it out: a cell that holds most of the page is no cell of a
/// table of the paper.
struct PageLayout {
  /// Such cells, by address.
  private var cells: Set<UnsafeRawPointer> = []
  private let skipped: Set<String>

  /// A page without such tables.
  init() { skipped = [] }

  /// - Parameter skipped: elements whose text is no text of the page.
  init(of root: XMLNode, leavingOut skipped: Set<String>) {
    self.skipped = skipped
    var found: [(cell: UnsafeRawPointer, content: Content)] = []
    let page = measure(root, &found)
    for (cell, content) in found
    where content.text * 2 > page.text && content.blocks >= PageLayout.fewestBlocks {
      cells.insert(cell)
    }
  }

  /// A cell of a table of the paper holds fewer paragraphs.
  private static let fewestBlocks = 10

  /// Whether a row has such a cell.
  func uses(row: XMLNode) -> Bool {
    !cells.isEmpty && row.children.contains { cells.contains(UnsafeRawPointer($0.pointer)) }
  }

  /// How much an element holds.
  private struct Content {
    /// Code units of text, white space left out.
    var text = 0
    /// Elements that begin a line.
    var blocks = 0
  }

  private static let lineElements: Set<String> = [
    "p", "div", "li", "br", "tr", "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  private func measure(
    _ node: XMLNode, _ found: inout [(cell: UnsafeRawPointer, content: Content)]
  ) -> Content {
    var sum = Content()
    for child in XMLContent(of: node) {
      switch child {
      case .text(let text): sum.text += text.utf8.count { $0 > 0x20 }
      case .element(let element):
        let name = element.name.lowercased()
        guard !skipped.contains(name) else { continue }
        let inner = measure(element, &found)
        if name == "td" || name == "th" {
          found.append((UnsafeRawPointer(element.pointer), inner))
        }
        sum.text += inner.text
        sum.blocks += inner.blocks + (PageLayout.lineElements.contains(name) ? 1 : 0)
      }
    }
    return sum
  }
}
