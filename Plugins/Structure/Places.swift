import DocumentAnalysis
import DocumentModel
import RuleEngine
import TextMatching

/// Where a finding about something absent is put: an empty span at the place the missing part
/// belongs to.
struct Places {
  let document: RecognisedDocument
  private var components: Components { document.components }

  init(_ document: RecognisedDocument) { self.document = document }

  /// Start of the first block that has words.
  var top: TextSpan {
    let block = document.blocks.firstIndex { !$0.text.isBlank } ?? 0
    return TextSpan(block: block, utf8: 0..<0)
  }

  /// Under the issuing body, where number and symbol stand.
  var belowIssuingBody: TextSpan { components.issuingBody.last.map(end) ?? top }

  /// Under the motto, where place and date stand.
  var belowMotto: TextSpan {
    (components.motto ?? components.nationalTitle ?? components.numberSymbol?.span).map(end)
      ?? belowIssuingBody
  }

  /// Under the letterhead, where the type name stands.
  var belowLetterhead: TextSpan {
    let parts =
      [
        components.motto, components.nationalTitle, components.numberSymbol?.span,
        components.placeDate?.span,
      ] + components.issuingBody
    let last = parts.compactMap { $0 }.max { $0.block < $1.block }
    return last.map(end) ?? top
  }

  /// Under the title, where the legal bases stand.
  var belowTitle: TextSpan {
    (components.addressee?.bodies.last ?? components.subject.last ?? components.typeName).map(end)
      ?? TextSpan(block: start(of: components.body) ?? top.block, utf8: 0..<0)
  }

  /// End of the body, above recipients and signature.
  var belowBody: TextSpan { Anchor.endOfBody(document) }

  /// Where the signature belongs: the office when only the name is missing, else after the
  /// recipients or the body.
  var signature: TextSpan {
    if let block = components.signatures.last, let part = block.office ?? block.authority.last {
      return end(part)
    }
    if let line = components.recipients?.lines.last { return end(line.span) }
    return belowBody
  }

  func end(_ span: TextSpan) -> TextSpan { Anchor.end(span) }

  private func start(of blocks: Range<Int>) -> Int? { blocks.isEmpty ? nil : blocks.lowerBound }
}
