import DocumentModel

/// Text of one paragraph with its formatting, while the elements of an ODF or HTML paragraph are
/// walked through. White space is collapsed the way both forms do it: a run of it is one space, and
/// none stands at the start.
struct InlineText {
  private(set) var text = SourcedText()
  private(set) var formats: [(scalar: Int, format: CharacterFormat)] = []
  /// Ordinal of the next text-bearing node.
  private var unit = 0
  /// A space would be one too many here.
  private var isAfterSpace = true

  var isEmpty: Bool { text.isEmpty }
  var endsWithLineBreak: Bool { text.scalars.last == "\n" }

  /// Appends a text node; one unit.
  mutating func append(collapsing content: String, _ format: CharacterFormat) {
    defer { unit += 1 }
    var offset = 0
    for scalar in content.unicodeScalars {
      defer { offset += 1 }
      if scalar.isInvisible { continue }
      let isSpace = scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
      if isSpace, isAfterSpace { continue }
      isAfterSpace = isSpace
      put(isSpace ? " " : scalar, at: offset, isVerbatim: !isSpace || scalar == " ", format)
    }
  }

  /// Counts a node that bears text which is not shown.
  mutating func skip() { unit += 1 }

  /// Appends what an element stands for (a tab, a line break, spaces); one unit.
  mutating func append(_ scalar: Unicode.Scalar, count: Int = 1, _ format: CharacterFormat) {
    defer { unit += 1 }
    for _ in 0..<count { put(scalar, at: 0, isVerbatim: false, format) }
    // A collapsible space after a tab or a line break is kept by ODF and seen by nobody in HTML.
    isAfterSpace = false
  }

  /// Appends a line end; the space around it goes.
  mutating func appendLineBreak(_ format: CharacterFormat) {
    trimEnd()
    append("\n", format)
    isAfterSpace = true
  }

  /// Appends text as it stands, line ends for line breaks; one unit.
  mutating func append(preformatted content: String, _ format: CharacterFormat) {
    defer { unit += 1 }
    for (offset, scalar) in content.unicodeScalars.enumerated() where scalar != "\r" {
      put(scalar, at: offset, isVerbatim: true, format)
    }
    isAfterSpace = false
  }

  private mutating func put(
    _ scalar: Unicode.Scalar, at offset: Int, unit: Int? = nil, isVerbatim: Bool,
    _ format: CharacterFormat
  ) {
    if formats.last?.format != format { formats.append((text.count, format)) }
    text.append(
      scalar,
      .init(
        unit: Int32(clamping: unit ?? self.unit), offset: Int32(clamping: offset),
        isVerbatim: isVerbatim))
  }

  /// How many line ends stand in it.
  var lineEnds: Int { text.scalars.count { $0 == "\n" } }

  /// The text parted at its line ends, without the white space around; blank lines are left out.
  var lines: [InlineText] {
    var result = [InlineText()]
    var format = 0
    for (ordinal, scalar) in text.scalars.enumerated() {
      while format + 1 < formats.count, formats[format + 1].scalar <= ordinal { format += 1 }
      if scalar == "\n" {
        result.append(InlineText())
      } else if !result[result.count - 1].isEmpty || scalar != " " && scalar != "\t" {
        let origin = text.origins[ordinal]
        result[result.count - 1].put(
          scalar, at: Int(origin.offset), unit: Int(origin.unit), isVerbatim: origin.isVerbatim,
          formats[format].format)
      }
    }
    for index in result.indices { result[index].trimEnd() }
    return result.filter { !$0.isEmpty }
  }

  /// Takes off the white space at the end, no-break spaces aside.
  mutating func trimEnd() {
    while let last = text.scalars.last, last == " " || last == "\n" { text.removeLast() }
    while let last = formats.last, last.scalar >= text.count { formats.removeLast() }
  }
}
