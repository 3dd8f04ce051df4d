import AkomaNtoso
import DocumentAnalysis
import LegalKnowledge
import TextMatching
import XPathQueries

/// What XPath in rules may name, and what it stands for in a document.
enum PaperQueries {
  /// Prefixes by namespace, for writing locations.
  static let prefixes = [AkomaNtoso.namespace: "akn", AkomaNtoso.ownNamespace: "tdkt"]

  static let environment = QueryEnvironment(
    namespaces: ["akn": AkomaNtoso.namespace, "tdkt": AkomaNtoso.ownNamespace],
    functions: PaperFunctions.arities,
    variables: ["kind", "stage", "level", "as-of", "plan-year", "regime"])

  /// The scope of a document; the tree is made for the first rule that asks.
  static func scope(of context: CheckContext) -> QueryScope {
    let document = context.document
    let day = document.date.earliest
    func text(_ value: String?) -> QueryValue { .string(value ?? "") }
    return QueryScope(
      tree: context.tree,
      variables: [
        "kind": text(document.kind.id), "stage": text(document.stage.rawValue),
        "level": text(document.issuer.level?.rawValue), "as-of": text(day.iso),
        "plan-year": text(document.planYear.map { String($0.years.lowerBound) }),
        "regime": text(context.law.regime(on: day)?.id),
      ], functions: PaperFunctions(law: context.law))
  }

  /// The smallest tree there is, on which expressions are tried when they are read.
  static func trial() -> QueryScope {
    let variables = environment.variables.map { ($0, QueryValue.string("")) }
    return QueryScope(
      tree: QueryTree(
        .init(
          "akomaNtoso", ["xmlns": AkomaNtoso.namespace, "xmlns:tdkt": AkomaNtoso.ownNamespace],
          elements: [
            .init(
              "doc", ["name": "ke-hoach"],
              elements: [
                .init("mainBody", elements: [.init("p", ["tdkt:block": "0"], [.text("x")])])
              ])
          ])),
      variables: Dictionary(uniqueKeysWithValues: variables),
      functions: PaperFunctions(law: nil))
  }
}

extension CheckContext {
  /// The document as rules query it: made for the first rule that asks.
  var tree: QueryTree { shared { QueryTree(AkomaNtoso.tree($0.document, law: $0.law)) } }
}
