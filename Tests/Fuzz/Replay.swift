import CFuzz
import Foundation
import FuzzTargets

/// Reads every file of a folder with a target, twice over, and prints the bytes that are in use after
/// a quarter of the first round, after it and after the second. libFuzzer keeps what it finds, so that
/// its own memory grows; here nothing does but what the target itself does not give back.
///
/// - Returns: Whether the memory in use stayed within ``allowedGrowth`` from the first figure on.
func replay(_ target: FuzzTarget, folder: String) -> Bool {
  let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  var figures: [Int] = []
  for round in 1...2 {
    for (index, name) in names.enumerated() {
      guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
      target.run(Array(data))
      if round == 1, index == names.count / 4 { figures.append(heap()) }
    }
    figures.append(heap())
  }
  print(names.count, figures.map(String.init).joined(separator: " "))
  guard let first = figures.first, let last = figures.last else { return false }
  return last - first <= allowedGrowth
}

/// Bytes. What is built once and kept, such as a table first needed late, stays far below it; a loss
/// of a hundred bytes an input over some thousands of inputs does not.
private let allowedGrowth = 256 << 10

private func heap() -> Int { Int(__sanitizer_get_current_allocated_bytes()) }
