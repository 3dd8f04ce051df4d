import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import TextMatching
import XMLWriting

/// Puts the parts of a document into the places that Akoma Ntoso has for them.
struct TreeBuilder {
  let metadata: Metadata
  let references: References
  private let document: RecognisedDocument
  private let blocks: [Block]
  private let text: TextElement
  private let tables: TableElement
  private let classes: ComponentClasses

  init(document: RecognisedDocument, law: LegalKnowledge) {
    self.document = document
    blocks = document.blocks
    classes = ComponentClasses(document.components)
    metadata = Metadata(document: document, law: law)
    let collector = MarkCollector(
      document: document, law: law, references: References(issuer: document.issuer.name))
    references = collector.references
    text = TextElement(blocks: blocks, marks: collector.marks)
    var groups: Set<Int> = []
    func gather(_ nodes: [OutlineNode]) {
      for node in nodes {
        if node.level == .rowGroup { groups.insert(node.block) }
        gather(node.children)
      }
    }
    gather(document.outline)
    tables = TableElement(
      blocks: blocks, tables: document.source.body.tables, text: text, groupRows: groups)
  }

  private var components: Components { document.components }

  // MARK: Regions

  /// Blocks of the main text's closing: Nơi nhận and signature.
  private var closing: Range<Int> {
    let start = min(components.body.upperBound, blocks.count)
    return start..<max(start, min(firstAnnex, blocks.count))
  }

  private var firstAnnex: Int { components.annexes.map(\.blocks.lowerBound).min() ?? blocks.count }

  private var body: Range<Int> { components.body.clamped(to: 0..<blocks.count) }

  /// First block after the letterhead: the first legal basis, else the body.
  private var prefaceEnd: Int {
    min(components.legalBases.first?.span.block ?? body.lowerBound, body.lowerBound)
  }

  /// `preface`, `preamble`, `mainBody`, `conclusions`, as far as there are any.
  func parts() -> [XMLElement] {
    var parts: [XMLElement] = []
    let front = section(0..<prefaceEnd)
    if !front.isEmpty { parts.append(XMLElement("preface", elements: front)) }
    let bases = preamble()
    if !bases.isEmpty { parts.append(XMLElement("preamble", elements: bases)) }
    parts.append(mainBody())
    let end = section(closing)
    if !end.isEmpty { parts.append(XMLElement("conclusions", elements: end)) }
    return parts
  }

  private func mainBody() -> XMLElement {
    var starts: [Int: Int] = [:]
    for basis in components.legalBases where basis.runsIntoBody {
      starts[basis.span.block] = basis.span.utf8.upperBound
    }
    var tree = BodyTree(blocks: blocks, text: text, tables: tables, starts: starts)
    let elements = tree.elements(body, document.outline)
    // The schema wants at least one element.
    return XMLElement(
      "mainBody", elements: elements.isEmpty ? [empty(at: body.lowerBound)] : elements)
  }

  private func empty(at block: Int) -> XMLElement {
    guard blocks.indices.contains(block) else {
      return XMLElement("p", ["tdkt:block": "0", "tdkt:start": "0", "tdkt:end": "0"])
    }
    return text.make("p", block: block, 0..<0)
  }

  // MARK: Legal bases

  /// Each run of legal bases as `citations`; other lines between them as paragraphs.
  private func preamble() -> [XMLElement] {
    var elements: [XMLElement] = []
    var citations: [XMLElement] = []
    func close() {
      guard !citations.isEmpty else { return }
      let count = elements.count { $0.name == "citations" }
      elements.append(
        XMLElement("citations", ["eId": "citations_\(count + 1)"], elements: citations))
      citations = []
    }
    let byBlock = Dictionary(
      grouping: components.legalBases.enumerated(), by: \.element.span.block)
    let region = prefaceEnd..<max(prefaceEnd, body.lowerBound)
    let running = components.legalBases.map(\.span.block).filter { $0 >= region.upperBound }
    for block in Array(region) + running {
      guard let bases = byBlock[block] else {
        guard let paragraph = text.paragraph(block) else { continue }
        close()
        elements.append(paragraph)
        continue
      }
      for (index, basis) in bases { citations.append(citation(index, basis)) }
    }
    close()
    return elements
  }

  private func citation(_ index: Int, _ basis: LegalBasis) -> XMLElement {
    // A basis that is a sentence of its own is the whole block, whatever its span leaves out.
    let count = blocks[basis.span.block].text.utf8.count
    let range = 0..<(basis.runsIntoBody ? basis.span.utf8.upperBound : count)
    return XMLElement(
      "citation",
      ["eId": "citation_\(index + 1)", "class": basis.opening.rawValue],
      elements: [
        text.make(
          "p", block: basis.span.block, range, label: blocks[basis.span.block].label?.text)
      ])
  }

  // MARK: Letterhead and closing

  /// Paragraphs, each with the names of the components in it as its class; Nơi nhận and signatures
  /// in containers. Tables that only lay out these components are dissolved.
  private func section(_ range: Range<Int>) -> [XMLElement] {
    var elements: [XMLElement] = []
    var counts: [String: Int] = [:]
    var block = range.lowerBound
    while block < range.upperBound {
      if let root = tables.root(of: block) {
        let own = tables.tables[root].blocks
        if own.lowerBound == block, own.upperBound <= range.upperBound,
          !own.contains(where: { classes.names[$0] != nil }), let table = tables.make(root)
        {
          elements.append(table)
          block = max(block + 1, own.upperBound)
          continue
        }
      }
      if let paragraph = text.paragraph(
        block, isClass: classes.names[block]?.joined(separator: " "))
      {
        let container = classes.containers[block]
        if let container, elements.last?.name == "container",
          elements.last?.attributes.last?.value == container
        {
          elements[elements.count - 1].children.append(.element(paragraph))
        } else if let container {
          counts[container, default: 0] += 1
          let id = "\(container)_\(counts[container, default: 1])"
          elements.append(
            XMLElement("container", ["eId": id, "name": container], elements: [paragraph]))
        } else {
          elements.append(paragraph)
        }
      }
      block += 1
    }
    return elements
  }

  // MARK: Annexes

  /// Each annex as a document of its own, as Akoma Ntoso has them.
  func attachments() -> XMLElement? {
    let annexes = components.annexes.filter { !$0.blocks.isEmpty }
    guard !annexes.isEmpty else { return nil }
    let plain = BodyTree(blocks: blocks, text: text, tables: tables, starts: [:])
    let elements = annexes.enumerated().map { index, annex in
      let range = annex.blocks.clamped(to: 0..<blocks.count)
      var heading: [XMLElement] = []
      var start = range.lowerBound
      if annex.heading.block == start, tables.root(of: start) == nil {
        heading = [text.make("heading", block: start)]
        start += 1
      }
      let content = plain.flow(start..<range.upperBound)
      let paper = XMLElement(
        "doc", ["name": "phu-luc", "contains": "originalVersion"],
        elements: [
          metadata.attachment("phu-luc_\(index + 1)"),
          XMLElement(
            "mainBody", elements: content.isEmpty ? [empty(at: range.lowerBound)] : content),
        ])
      var element = XMLElement(
        "attachment", ["eId": "att_\(index + 1)"], elements: heading + [paper])
      element.set("tdkt:number", annex.number)
      return element
    }
    return XMLElement("attachments", elements: elements)
  }
}
