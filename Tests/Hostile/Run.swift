import Foundation

/// One run of the program, and what it took.
struct Run {
  var status: Int32
  var milliseconds: Int
  /// Most memory it held, with what it read from disk. What its starter holds counts as well, so that
  /// the output, which may be long, is not read here.
  var kilobytes: Int
  var errors: [String]
  var megabytes: Int { kilobytes / 1024 }

  /// Runs `arguments[0]` with the rest, to its end.
  init(_ arguments: [String], in folder: URL) throws {
    let output = folder.appendingPathComponent("dau-ra").path
    let errors = folder.appendingPathComponent("loi").path
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, path) in [(Int32(1), output), (2, errors)] {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    let pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    let start = ContinuousClock.now
    var process: pid_t = 0
    guard posix_spawn(&process, arguments[0], &actions, nil, pointers, environ) == 0 else {
      throw CocoaError(.fileNoSuchFile)
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let time = ContinuousClock.now - start
    // Ended by itself, or by a signal, as a shell has it.
    self.status = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
    milliseconds =
      Int(time.components.seconds) * 1000
      + Int(time.components.attoseconds / 1_000_000_000_000_000)
    kilobytes = usage.ru_maxrss
    self.errors = try String(contentsOfFile: errors, encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }
}

/// A row of a table: the first column to the left, the others to the right, the last as it is.
func row(_ cells: [(text: String, width: Int)], _ last: String) {
  var line = ""
  for (index, cell) in cells.enumerated() {
    let space = String(repeating: " ", count: max(0, cell.width - cell.text.count))
    line += index == 0 ? cell.text + space : space + cell.text
    line += " "
  }
  print(line + last)
}
