import AkomaNtoso
import DocumentAnalysis
import TextMatching
import XPathQueries

/// Where a node of the tree stands in the document.
struct NodePlace {
  let tree: QueryTree
  let document: RecognisedDocument

  /// Parts that are the paper's frame: a finding on one of them is about something that is not there.
  private static let frames: Set<String> = [
    "akomaNtoso", "doc", "meta", "preface", "preamble", "mainBody", "conclusions", "attachments",
  ]

  /// The words of the node; an empty span, a place only, for a frame or where there are no words.
  func span(of node: QueryTree.Node) -> TextSpan {
    let element = tree.isElement(node) ? node : enclosing(node)
    guard let element else { return first(below: QueryTree.document, isWhole: false) }
    if node != element, tree.name(of: node) == nil { return text(node, in: element) }
    if let span = place(of: element) { return span }
    let name = tree.name(of: element)
    let isFrame =
      name?.namespace != AkomaNtoso.namespace || NodePlace.frames.contains(name?.local ?? "")
    return first(below: element, isWhole: !isFrame)
  }

  private func enclosing(_ node: QueryTree.Node) -> QueryTree.Node? {
    tree.parent(of: node).flatMap { tree.isElement($0) ? $0 : nil }
  }

  /// A text node: its exact stretch of the element it stands in.
  private func text(_ node: QueryTree.Node, in element: QueryTree.Node) -> TextSpan {
    guard let span = place(of: element), !span.utf8.isEmpty else {
      return place(of: element) ?? first(below: QueryTree.document, isWhole: false)
    }
    let start = span.utf8.lowerBound + tree.textBefore(node, in: element).utf8.count
    return TextSpan(block: span.block, utf8: start..<start + tree.string(of: node).utf8.count)
  }

  /// By the element's own attributes.
  private func place(of element: QueryTree.Node) -> TextSpan? {
    func number(_ name: String) -> Int? {
      tree.attribute(name, in: AkomaNtoso.ownNamespace, of: element).flatMap(Int.init)
    }
    guard let block = number("block"), let start = number("start"), let end = number("end"),
      document.blocks.indices.contains(block)
    else { return nil }
    let text = document.blocks[block].text
    let low = text.utf8Offset(scalar: start)
    return TextSpan(block: block, utf8: low..<max(low, text.utf8Offset(scalar: end)))
  }

  /// The first heading or paragraph below a node; its start only, unless it is wanted whole.
  private func first(below node: QueryTree.Node, isWhole: Bool) -> TextSpan {
    for below in tree.below(node) where tree.isElement(below) {
      guard let name = tree.name(of: below), name.local == "p" || name.local == "heading",
        let span = place(of: below)
      else { continue }
      return isWhole
        ? span : TextSpan(block: span.block, utf8: span.utf8.lowerBound..<span.utf8.lowerBound)
    }
    return node == QueryTree.document
      ? TextSpan(block: 0, utf8: 0..<0) : first(below: QueryTree.document, isWhole: false)
  }
}
