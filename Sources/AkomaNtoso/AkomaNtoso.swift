import DocumentAnalysis
import LegalKnowledge
import XMLWriting

/// The recognised document as a `doc` of Akoma Ntoso 3.0 (OASIS LegalDocML): the public face of a
/// paper, which declarative rules query and other programs read. `Rules/guide/akoma-ntoso.md`
/// describes it element by element.
///
/// The same document and law give the same bytes.
public enum AkomaNtoso {
  /// Prefix `akn`.
  public static let namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
  /// Prefix `tdkt`: our attributes on its elements, our elements below `meta/proprietary`.
  public static let ownNamespace = "urn:tdktlint:document:1"

  /// How the text is laid out. Both forms differ only in white space between elements.
  public enum Layout: Sendable {
    /// A line for each element that holds no text: for people.
    case indented
    /// No white space between elements: for XPath and for other programs.
    case compact
  }

  /// The whole XML document in UTF-8, its declaration included.
  ///
  /// Only the main part is in it: headers, footers and notes are not. Offsets (`tdkt:start`,
  /// `tdkt:end`) are Unicode scalars of the block's NFC text, list label excluded, as in JSON.
  public static func render(
    _ document: RecognisedDocument, law: LegalKnowledge, layout: Layout = .indented
  ) -> String {
    let root = tree(document, law: law)
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    return declaration + root.serialised(isIndented: layout == .indented) + "\n"
  }

  /// The tree itself, root element `akomaNtoso`.
  public static func tree(_ document: RecognisedDocument, law: LegalKnowledge) -> XMLElement {
    let builder = TreeBuilder(document: document, law: law)
    // The references are known only when the text has been gone through.
    let parts = builder.parts()
    let attachments = builder.attachments()
    var paper = XMLElement(
      "doc", ["name": builder.metadata.kind, "contains": "originalVersion"],
      elements: [builder.metadata.element(references: builder.references.element)] + parts)
    if let attachments { paper.children.append(.element(attachments)) }
    return XMLElement(
      "akomaNtoso", ["xmlns": namespace, "xmlns:tdkt": ownNamespace], elements: [paper])
  }
}
