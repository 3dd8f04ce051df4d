import DataFiles
import TextMatching

extension Shape {
  /// Words that should not be there: each place where they stand is a finding.
  static let forbid = Shape(element: "forbid") { element, setting in
    try element.expect(attributes: TextSearch.attributes, children: TextSearch.children)
    let search = try TextSearch(element, setting)
    try search.verify(in: element)
    return NativeCheck(name: setting.rule, arguments: ["words"]) { context throws(DataFileError) in
      try search.found(in: context).map {
        Observation(at: $0.span, arguments: ["words": .text(context.document.text($0.span))])
      }
    }
  }
}
