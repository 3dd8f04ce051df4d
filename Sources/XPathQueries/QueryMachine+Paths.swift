extension QueryMachine {
  typealias Node = QueryTree.Node

  /// The nodes of a location path (section 2).
  func select(_ path: Expression.Path, _ context: Context) throws(QueryError) -> [Node] {
    var nodes: [Node]
    switch path.start {
    case .document: nodes = [QueryTree.document]
    case .context: nodes = [context.node]
    case .expression(let expression, let predicates):
      nodes = try self.nodes(expression, context)
      for predicate in predicates { nodes = try filtered(nodes, by: predicate) }
    }
    for step in path.steps { nodes = try take(step, from: nodes) }
    return nodes
  }

  private func take(_ step: Expression.Step, from nodes: [Node]) throws(QueryError) -> [Node] {
    let test = resolved(step.test)
    // `[1]` needs no more than the first.
    var most = Int.max
    if case .number(let number)? = step.predicates.first, number < 1e6 {
      most = max(0, Int(number))
    }
    var result: [Node] = []
    for node in nodes {
      var found: [Node] = []
      try walk(step.axis, from: node) { (candidate) throws(QueryError) -> Bool in
        try self.budget.charge(1)
        if self.passes(candidate, test, step.axis) { found.append(candidate) }
        return found.count < most
      }
      for predicate in step.predicates { found = try filtered(found, by: predicate) }
      if step.axis.isReverse { found.reverse() }
      result += found
    }
    return try ordered(result)
  }

  private func filtered(_ nodes: [Node], by predicate: Expression) throws(QueryError) -> [Node] {
    var result: [Node] = []
    for (index, node) in nodes.enumerated() {
      let context = Context(node: node, position: index + 1, size: nodes.count)
      let value = try evaluate(predicate, context)
      let isKept =
        if case .number(let number) = value { number == Double(index + 1) } else { value.boolean }
      if isKept { result.append(node) }
    }
    return result
  }

  /// In document order, each node once.
  func ordered(_ nodes: [Node]) throws(QueryError) -> [Node] {
    var isSorted = true
    for index in nodes.indices.dropFirst() where nodes[index - 1] >= nodes[index] {
      isSorted = false
      break
    }
    if isSorted { return nodes }
    // Sorting takes a few comparisons for each node.
    try budget.charge(nodes.count * 4)
    var result: [Node] = []
    for node in nodes.sorted() where result.last != node { result.append(node) }
    return result
  }

  // MARK: Node tests

  private enum ResolvedTest {
    /// A name that does not occur in the tree, or a kind of node that it does not have.
    case nothing
    case name(Int32)
    case anyName
    case anyIn(String)
    case node
    case text
  }

  private func resolved(_ test: Expression.NodeTest) -> ResolvedTest {
    switch test {
    case .name(let namespace, let local):
      tree.number(of: .init(namespace: namespace, local: local)).map(ResolvedTest.name) ?? .nothing
    case .anyName: .anyName
    case .anyIn(let namespace): .anyIn(namespace)
    case .node: .node
    case .text: .text
    case .commentOrInstruction: .nothing
    }
  }

  private func passes(_ node: Node, _ test: ResolvedTest, _ axis: Expression.Axis) -> Bool {
    let record = tree.records[Int(node)]
    let principal: QueryTree.Kind = axis == .attribute ? .attribute : .element
    switch test {
    case .nothing: return false
    case .name(let number): return record.name == number && record.kind == principal
    case .anyName: return record.kind == principal
    case .anyIn(let namespace):
      return record.kind == principal && tree.names[Int(record.name)].namespace == namespace
    case .node: return true
    case .text: return record.kind == .text
    }
  }

  // MARK: Axes (section 2.2)

  /// Visits the nodes of an axis in its own order, until `visit` says no.
  private func walk(
    _ axis: Expression.Axis, from node: Node, _ visit: (Node) throws(QueryError) -> Bool
  ) throws(QueryError) {
    let records = tree.records
    let record = records[Int(node)]
    /// Along a chain of links.
    func follow(
      _ first: Node, _ link: KeyPath<QueryTree.Record, Node>
    ) throws(QueryError) {
      var other = first
      while other >= 0, try visit(other) { other = records[Int(other)][keyPath: link] }
    }
    switch axis {
    case .oneself: _ = try visit(node)
    case .child: try follow(record.firstChild, \.nextSibling)
    case .attribute:
      guard record.kind == .element else { return }
      for attribute in tree.attributes(of: node) {
        if !(try visit(attribute)) { return }
      }
    case .descendant, .descendantOrSelf:
      if axis == .descendantOrSelf, !(try visit(node)) { return }
      guard record.kind != .attribute else { return }
      for other in tree.below(node) where records[Int(other)].kind != .attribute {
        if !(try visit(other)) { return }
      }
    case .parent:
      if record.parent >= 0 { _ = try visit(record.parent) }
    case .ancestor: try follow(record.parent, \.parent)
    case .ancestorOrSelf: try follow(node, \.parent)
    case .followingSibling: try follow(record.nextSibling, \.nextSibling)
    case .precedingSibling: try follow(record.previousSibling, \.previousSibling)
    case .following:
      // After an attribute come the children of its element.
      let start = record.kind == .attribute ? node + 1 : record.end
      for other in start..<max(start, Int32(records.count))
      where records[Int(other)].kind != .attribute {
        if !(try visit(other)) { return }
      }
    case .preceding:
      let anchor = record.kind == .attribute ? record.parent : node
      guard anchor > 0 else { return }
      for other in (1..<anchor).reversed()
      where records[Int(other)].kind != .attribute && records[Int(other)].end <= anchor {
        if !(try visit(other)) { return }
      }
    }
  }
}
