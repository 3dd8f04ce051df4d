import DataFiles
import TextMatching
import XPathQueries

/// An expression of a rule file, with its place there: what is wrong with it, at load or in a
/// document, is told as a fault of the file.
struct RuleQuery: Sendable {
  let query: Query
  private let path: String
  private let line: Int
  /// The attribute it stands in.
  private let attribute: String

  /// How an expression is read.
  enum Form {
    /// Evaluated at a node.
    case expression
    /// Nodes of the whole document; a relative one is sought everywhere, as in Schematron.
    case pattern
  }

  /// - Throws: `DataFileError` for an expression that is wrong, or that fails on the smallest tree.
  init(
    _ source: String, as form: Form, attribute: String, path: String, line: Int,
    environment: QueryEnvironment = PaperQueries.environment
  ) throws(DataFileError) {
    self.path = path
    self.line = line
    self.attribute = attribute
    do throws(QueryError) {
      query =
        form == .pattern
        ? try Query(pattern: source, in: environment) : try Query(source, in: environment)
    } catch {
      throw RuleQuery.fault(error, attribute, path, line)
    }
  }

  /// Tries out the patterns in it, as those of other rules are.
  func verifyPatterns() throws(DataFileError) {
    for source in query.literals(of: "tdkt:matches", argument: 1) {
      do {
        try BoundedPattern(source, isCaseSensitive: false).tryOut()
      } catch {
        throw fault(
          QueryError(
            vi: "mẫu “\(source)” không hợp lệ, hoặc chạy gần như không dứt; hãy sửa mẫu",
            en: "the pattern \"\(source)\" is not valid, or runs almost without end; mend it"))
      }
    }
  }

  /// Tries the expression on the smallest tree: a wrong type is found at load, not in a paper.
  func tryOut(_ scope: QueryScope, asNodes: Bool = false) throws(DataFileError) {
    let budget = QueryBudget()
    if asNodes {
      _ = try nodes(at: QueryTree.document, in: scope, budget: budget)
    } else {
      _ = try value(at: QueryTree.document, in: scope, budget: budget)
    }
  }

  func nodes(
    at node: QueryTree.Node, in scope: QueryScope, budget: QueryBudget
  ) throws(DataFileError) -> [QueryTree.Node] {
    do throws(QueryError) {
      return try query.nodes(at: node, in: scope, budget: budget)
    } catch {
      throw fault(error)
    }
  }

  func value(
    at node: QueryTree.Node, in scope: QueryScope, budget: QueryBudget
  ) throws(DataFileError) -> QueryValue {
    do throws(QueryError) {
      return try query.value(at: node, in: scope, budget: budget)
    } catch {
      throw fault(error)
    }
  }

  func string(
    at node: QueryTree.Node, in scope: QueryScope, budget: QueryBudget
  ) throws(DataFileError) -> String {
    do throws(QueryError) {
      return try query.string(at: node, in: scope, budget: budget)
    } catch {
      throw fault(error)
    }
  }

  private func fault(_ error: QueryError) -> DataFileError {
    RuleQuery.fault(error, attribute, path, line)
  }

  private static func fault(
    _ error: QueryError, _ attribute: String, _ path: String, _ line: Int
  ) -> DataFileError {
    DataFileError(
      path: path, line: line,
      message: LocalizedText(
        vi: "“\(attribute)”: \(error.message.vi)", en: "\"\(attribute)\": \(error.message[.en])"))
  }
}
