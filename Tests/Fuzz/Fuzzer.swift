import CFuzz
import Foundation
import FuzzTargets

/// The target of this process; set once, before libFuzzer begins.
nonisolated(unsafe) private var chosen: FuzzTarget?

func runFuzzer() -> Never {
  var arguments = CommandLine.arguments
  switch arguments.dropFirst().first {
  case "--list":
    for target in FuzzTarget.all { print(target.name, target.longest, target.holdsLaw ? 0 : 1) }
    exit(0)
  case "--seeds" where arguments.count == 3:
    exit(writeSeeds(to: arguments[2]) ? 0 : 1)
  case "--replay" where arguments.count == 4:
    guard let target = FuzzTarget.named(arguments[2]) else { exit(2) }
    exit(replay(target, folder: arguments[3]) ? 0 : 1)
  case let name? where FuzzTarget.named(name) != nil:
    chosen = FuzzTarget.named(name)
    arguments.remove(at: 1)
  default:
    print(
      "Fuzz TARGET [OPTION…] [FOLDER…]; Fuzz --list; Fuzz --seeds FOLDER; "
        + "Fuzz --replay TARGET FOLDER")
    exit(2)
  }
  var count = Int32(arguments.count)
  var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
  pointers.withUnsafeMutableBufferPointer { buffer in
    var base = buffer.baseAddress
    exit(
      LLVMFuzzerRunDriver(&count, &base) { bytes, size in
        chosen?.run(Array(UnsafeBufferPointer(start: bytes, count: size)))
        return 0
      })
  }
  exit(0)
}

private func writeSeeds(to folder: String) -> Bool {
  do {
    for target in FuzzTarget.all {
      let place = URL(fileURLWithPath: folder).appendingPathComponent(target.name)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for (index, seed) in target.seeds().enumerated() {
        try Data(seed).write(to: place.appendingPathComponent("seed-\(index)"))
      }
    }
    return true
  } catch {
    print(error)
    return false
  }
}
