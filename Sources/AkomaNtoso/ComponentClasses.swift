import DocumentAnalysis

/// Which components stand in which block, outside the body.
struct ComponentClasses {
  /// Class names by block, in the order of the letterhead.
  private(set) var names: [Int: [String]] = [:]
  /// Container by block.
  private(set) var containers: [Int: String] = [:]

  init(_ components: Components) {
    add("national-title", components.nationalTitle)
    add("motto", components.motto)
    for span in components.superiorBody { add("superior-body", span) }
    for span in components.issuingBody { add("issuing-body", span) }
    add("number-symbol", components.numberSymbol?.span)
    add("place-date", components.placeDate?.span)
    add("type-name", components.typeName)
    for span in components.subject { add("subject", span) }
    add("attached-to", components.attachedTo)
    if let addressee = components.addressee {
      for span in [addressee.label] + addressee.bodies { add("addressee", span) }
    }
    if let recipients = components.recipients {
      add("recipients-label", recipients.label, in: "recipients")
      for line in recipients.lines {
        add("recipient", line.span, in: "recipients")
        if line.isArchive { add("archive", line.span, in: "recipients") }
      }
    }
    for signature in components.signatures {
      for span in signature.authority { add("authority", span, in: "signature") }
      add("office", signature.office, in: "signature")
      add("signer", signature.name, in: "signature")
    }
  }

  private mutating func add(_ name: String, _ span: TextSpan?, in container: String? = nil) {
    guard let block = span?.block else { return }
    if !names[block, default: []].contains(name) { names[block, default: []].append(name) }
    if let container { containers[block] = container }
  }
}
