/// Ranges that do not overlap, in order; empty ones stand for insertions.
struct DisjointRanges {
  private var ranges: [Range<Int>] = []

  /// Index of the first range that ends at or after an offset.
  private func index(endingFrom offset: Int) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a range shares a character, or even a border, with one of these.
  func touches(_ range: Range<Int>) -> Bool {
    let index = index(endingFrom: range.lowerBound)
    return index < ranges.count && ranges[index].lowerBound <= range.upperBound
  }

  /// Whether a range shares a character with one of these, or is an insertion where one already is.
  func overlaps(_ range: Range<Int>) -> Bool {
    var index = index(endingFrom: range.lowerBound)
    while index < ranges.count, ranges[index].lowerBound <= range.upperBound {
      if ranges[index].overlaps(range) || ranges[index] == range { return true }
      index += 1
    }
    return false
  }

  mutating func insert(_ range: Range<Int>) {
    var index = index(endingFrom: range.lowerBound)
    while index < ranges.count,
      (ranges[index].lowerBound, ranges[index].upperBound) < (range.lowerBound, range.upperBound)
    {
      index += 1
    }
    ranges.insert(range, at: index)
  }
}
