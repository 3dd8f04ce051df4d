import ChildProcess
import Glibc
import Testing

/// Runs a shell script as the child.
private func shell(
  _ script: String, limits: ChildCommand.Limits = .init(), folder: String? = nil,
  environment: [String: String] = ChildCommand.reducedEnvironment
) -> ChildCommand {
  ChildCommand(
    "/bin/sh", ["-c", script], folder: folder, environment: environment, limits: limits)
}

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// Whether a process with this number exists, other than as a zombie.
private func isRunning(_ process: pid_t) -> Bool {
  guard let file = fopen("/proc/\(process)/stat", "r") else { return false }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 256)
  let count = fread(&bytes, 1, bytes.count, file)
  return !text(Array(bytes[..<count])).contains(") Z ")
}

@Suite("A program run to its end")
struct RunTests {
  @Test("Output, standard error and status come back")
  func wholeRun() throws {
    let run = try ChildProcess.run(
      shell("read word; echo \"nhận $word\"; echo lỗi >&2; exit 3"), input: Array("chữ\n".utf8),
      within: .seconds(20))
    #expect(run.outcome == .done)
    #expect(run.end == .exited(3))
    #expect(text(run.output) == "nhận chữ\n")
    #expect(text(run.errorTail) == "lỗi\n")
  }

  @Test("Much input and much output at once do not lock")
  func bothWays() throws {
    let line = Array("một dòng văn bản dài vừa phải\n".utf8)
    let input = Array(repeatElement(line, count: 60_000).joined())
    let run = try ChildProcess.run(
      ChildCommand("cat"), input: input, within: .seconds(60))
    #expect(run.end == .exited(0))
    #expect(run.output == input)
  }

  @Test("A program that never reads its input is no trouble")
  func brokenPipe() throws {
    let input = [UInt8](repeating: 0x61, count: 1 << 20)
    let run = try ChildProcess.run(
      shell("exec 0<&-; echo xong; exit 0"), input: input, within: .seconds(20))
    #expect(run.outcome == .done)
    #expect(text(run.output) == "xong\n")
  }

  @Test("One that hangs is killed at the time limit")
  func hanging() throws {
    let run = try ChildProcess.run(shell("echo đầu; sleep 600"), within: .milliseconds(300))
    #expect(run.outcome == .timedOut)
    #expect(run.end == .killed(SIGKILL))
    #expect(text(run.output) == "đầu\n")
  }

  @Test("What it started is killed with it, when it hangs and when it ends")
  func grandchildren() throws {
    for ending in ["wait", "exit 0"] {
      let run = try ChildProcess.run(
        shell("sleep 600 & echo $!; \(ending)"), within: .milliseconds(500))
      let process = try #require(pid_t(text(run.output).split(separator: "\n").first ?? ""))
      // A killed process is gone as soon as its new parent has reaped it.
      for _ in 0..<500 where isRunning(process) { usleep(10_000) }
      #expect(!isRunning(process), "after “\(ending)”")
    }
  }

  @Test("A grandchild that holds the output open does not make us wait for it")
  func heldOutput() throws {
    let run = try ChildProcess.run(shell("sleep 600 & echo xong"), within: .seconds(30))
    #expect(run.outcome == .done)
    #expect(run.end == .exited(0))
    #expect(text(run.output) == "xong\n")
  }

  @Test("A flood ends at the limit")
  func flood() throws {
    let run = try ChildProcess.run(
      shell("yes tràn", limits: .init(outputBytes: 100_000)), within: .seconds(30))
    #expect(run.outcome == .tooMuchOutput)
    #expect(run.end == .killed(SIGKILL))
    #expect(run.output.count < 400_000)
  }

  @Test("Of a flood on standard error only the last is kept, and the program goes on")
  func errorFlood() throws {
    let run = try ChildProcess.run(
      shell(
        "i=0; while [ $i -lt 20000 ]; do echo dong-$i >&2; i=$((i+1)); done; echo xong",
        limits: .init(errorTailBytes: 100)), within: .seconds(60))
    #expect(run.outcome == .done)
    #expect(text(run.output) == "xong\n")
    #expect(run.errorTail.count == 100)
    #expect(text(run.errorTail).hasSuffix("dong-19999\n"))
  }

  @Test("A death by signal is told")
  func signalled() throws {
    let run = try ChildProcess.run(shell("kill -SEGV $$"), within: .seconds(20))
    #expect(run.outcome == .done)
    #expect(run.end == .killed(SIGSEGV))
  }

  @Test("One that cannot be started says why")
  func noStart() {
    #expect(throws: ChildStartError(code: ENOENT)) {
      try ChildProcess.run(ChildCommand("/khong/co/chuong-trinh"), within: .seconds(1))
    }
    #expect(throws: ChildStartError(code: EACCES)) {
      try ChildProcess.run(ChildCommand("/etc"), within: .seconds(1))
    }
    #expect(throws: ChildStartError(code: ENOENT)) {
      try ChildProcess.run(ChildCommand("khong-co-chuong-trinh"), within: .seconds(1))
    }
    #expect(throws: ChildStartError(code: ENOENT)) {
      try ChildProcess.run(shell("true", folder: "/khong/co"), within: .seconds(1))
    }
  }

  @Test("The memory limit holds, for what it starts too")
  func memory() throws {
    let limits = ChildCommand.Limits(memoryBytes: 64 << 20)
    let run = try ChildProcess.run(
      shell("ulimit -v; ulimit -c; sh -c 'ulimit -v'", limits: limits), within: .seconds(20))
    #expect(text(run.output) == "65536\n0\n65536\n")
  }

  @Test("The child sees the environment it was given, its folder, and no file of ours")
  func surroundings() throws {
    let file = open("/etc/hostname", O_RDONLY)
    defer { close(file) }
    let run = try ChildProcess.run(
      shell(
        "export -p; pwd; exec ls /proc/self/fd", folder: "/usr",
        environment: ["CHU": "một hai"]),
      within: .seconds(20))
    // What the shell itself adds is its working folder.
    let lines = text(run.output).split(separator: "\n").filter { !$0.contains("PWD") }
    // The last file is the folder that `ls` itself has open.
    #expect(lines == ["export CHU='một hai'", "/usr", "0", "1", "2", "3"])
  }

  @Test("By default the child's environment has no secrets in it")
  func reducedEnvironment() {
    let names: Set = [
      "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TZ", "LANG", "LC_ALL", "LC_CTYPE",
    ]
    #expect(ChildCommand.reducedEnvironment["PATH"] != nil)
    #expect(names.isSuperset(of: ChildCommand.reducedEnvironment.keys))
  }

  @Test("The child has the usual signals whatever ours are")
  func signals() throws {
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    // `yes` would go on complaining for ever if it ignored the signal.
    let run = try ChildProcess.run(shell("yes | head -n 1"), within: .seconds(20))
    #expect(run.outcome == .done)
    #expect(text(run.output) == "y\n")
    #expect(run.errorTail.isEmpty)
  }
}

@Suite("A conversation with a program")
struct ConversationTests {
  private func deadline(_ seconds: Int = 20) -> ContinuousClock.Instant { .now + .seconds(seconds) }

  @Test("Line by line, in turn")
  func turns() throws {
    let child = try ChildProcess(shell("while read line; do echo \"<$line>\"; done; echo hết >&2"))
    for word in ["một", "hai", "ba"] {
      #expect(child.exchange(Array("\(word)\n".utf8), goal: .line, deadline: deadline()) == .done)
      #expect(child.takeLine().map(text) == "<\(word)>")
      #expect(child.takeLine() == nil)
    }
    child.finish(within: .seconds(20))
    #expect(child.ending == .exited(0))
    #expect(text(child.errorTail) == "hết\n")
  }

  @Test("Lines that come together are taken one by one")
  func together() throws {
    let child = try ChildProcess(shell("printf 'a\\nb\\nc'"))
    #expect(child.exchange([], goal: .line, deadline: deadline()) == .done)
    #expect(child.takeLine().map(text) == "a")
    #expect(child.exchange([], goal: .line, deadline: deadline()) == .done)
    #expect(child.takeLine().map(text) == "b")
    // The last has no line break, so it is no line.
    #expect(child.exchange([], goal: .line, deadline: deadline()) == .ended(.exited(0)))
    #expect(text(child.output) == "c")
  }

  @Test("One that says nothing is not waited for longer than the limit")
  func silent() throws {
    let child = try ChildProcess(shell("sleep 600"))
    let outcome = child.exchange([0x0A], goal: .line, deadline: .now + .milliseconds(200))
    #expect(outcome == .timedOut)
    #expect(child.kill() == .killed(SIGKILL))
  }

  @Test("A line without end meets the limit")
  func endlessLine() throws {
    let child = try ChildProcess(
      shell("while :; do printf xxxxxxxxxxxxxxxx; done", limits: .init(outputBytes: 10_000)))
    #expect(child.exchange([], goal: .line, deadline: deadline()) == .tooMuchOutput)
  }

  @Test("One that will not end when its input closes is killed")
  func stubborn() throws {
    let child = try ChildProcess(shell("trap '' TERM HUP; sleep 600"))
    child.finish(within: .milliseconds(200))
    #expect(child.ending == .killed(SIGKILL))
  }

  @Test("It ends with the object that holds it")
  func owned() throws {
    var child: ChildProcess? = try ChildProcess(shell("echo $$; sleep 600"))
    #expect(child?.exchange([], goal: .line, deadline: deadline()) == .done)
    let process = try #require(pid_t(child?.takeLine().map(text) ?? ""))
    #expect(isRunning(process))
    child = nil
    #expect(!isRunning(process))
  }
}
