/// The least that must change to make one text another.
struct TextDifference {
  struct Hunk: Equatable {
    /// Scalars of the old text; empty for an insertion.
    var old: Range<Int>
    var new: [Unicode.Scalar]
  }
  var hunks: [Hunk] = []

  /// Beyond this the middle is replaced as a whole: comparing takes the product of the lengths.
  private static let longest = 400

  init(_ old: [Unicode.Scalar], _ new: [Unicode.Scalar]) {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = min(
      zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count,
      min(old.count, new.count) - head)
    let oldMiddle = old[head..<(old.count - tail)]
    let newMiddle = new[head..<(new.count - tail)]
    guard !oldMiddle.isEmpty || !newMiddle.isEmpty else { return }
    guard !oldMiddle.isEmpty, !newMiddle.isEmpty,
      max(oldMiddle.count, newMiddle.count) <= TextDifference.longest
    else {
      hunks = [Hunk(old: oldMiddle.startIndex..<oldMiddle.endIndex, new: Array(newMiddle))]
      return
    }
    let difference = Array(newMiddle).difference(from: Array(oldMiddle))
    add(difference, oldMiddle, Array(newMiddle))
  }

  private mutating func add(
    _ difference: CollectionDifference<Unicode.Scalar>, _ old: ArraySlice<Unicode.Scalar>,
    _ new: [Unicode.Scalar]
  ) {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var from = 0
    var to = 0
    while from < old.count || to < new.count {
      let start = from
      var text: [Unicode.Scalar] = []
      while removed.contains(from) || inserted.contains(to) {
        if removed.contains(from) {
          from += 1
        } else {
          text.append(new[to])
          to += 1
        }
      }
      if from > start || !text.isEmpty {
        let base = old.startIndex
        hunks.append(Hunk(old: (base + start)..<(base + from), new: text))
      }
      from += 1
      to += 1
    }
  }
}
