import Glibc

/// A running program with pipes to its standard streams. It ends with this object at the latest: its
/// whole process group is killed and the program is reaped. (A process that leaves the group by
/// `setsid` is out of reach.)
///
/// Used by one thread at a time.
public final class ChildProcess {
  /// What a conversation came to.
  public enum Outcome: Sendable, Equatable {
    /// What was waited for is there.
    case done
    case timedOut
    /// More output than the limit is waiting.
    case tooMuchOutput
    /// It ended by itself, and what was waited for never came.
    case ended(ChildEnd)
  }

  /// What to wait for.
  public enum Goal: Sendable {
    /// A whole line on standard output, to be taken with `takeLine`.
    case line
    /// The program's end; its input is closed once all has been sent.
    case end
  }

  private let process: pid_t
  private var streams: ChildStreams
  private let limits: ChildCommand.Limits
  /// Standard output that nobody has taken yet.
  public private(set) var output: [UInt8] = []
  /// Bytes of `output` known to hold no line break: up to the first one, when it has one.
  private var searched = 0
  /// The last of standard error.
  public private(set) var errorTail: [UInt8] = []
  /// Set once the program has been reaped.
  public private(set) var ending: ChildEnd?
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  /// Starts the program.
  public init(_ command: ChildCommand) throws(ChildStartError) {
    (process, streams) = try Spawning.start(command)
    limits = command.limits
  }

  deinit { kill() }

  /// A program that ran to its end, or to a limit.
  public struct Run: Sendable {
    /// `done` also when it ended with a status other than 0: that is in `end`.
    public var outcome: Outcome
    /// SIGKILL when a limit was reached.
    public var end: ChildEnd
    public var output: [UInt8]
    public var errorTail: [UInt8]
  }

  /// Runs a program to its end: gives it all of `input`, then closes it.
  public static func run(
    _ command: ChildCommand, input: [UInt8] = [], within limit: Duration
  ) throws(ChildStartError) -> Run {
    let child = try ChildProcess(command)
    let outcome = child.exchange(input, goal: .end, deadline: .now + limit)
    return Run(
      outcome: outcome, end: child.kill(), output: child.output, errorTail: child.errorTail)
  }

  /// Sends bytes and reads both streams meanwhile, until the goal or a limit is reached.
  public func exchange(
    _ input: [UInt8], goal: Goal, deadline: ContinuousClock.Instant
  ) -> Outcome {
    var rest = input[...]
    while true {
      if case .line = goal, hasLine() { return .done }
      if output.count > limits.outputBytes { return .tooMuchOutput }
      if case .end = goal, rest.isEmpty { closeInput() }
      let left = ContinuousClock.now.duration(to: deadline)
      if left <= .zero { return .timedOut }
      if transfer(&rest, atMost: left) { continue }
      // Nothing moved for a moment. Once the program is gone, only what it left in the pipes counts:
      // a process it started may hold them open for ever.
      guard hasEnded() else { continue }
      while output.count <= limits.outputBytes, transfer(&rest, atMost: .zero) {}
      if case .line = goal, hasLine() { return .done }
      if output.count > limits.outputBytes { return .tooMuchOutput }
      let end = reap()
      if case .end = goal { return .done }
      return .ended(end)
    }
  }

  /// The first line of the output, without its line break.
  public func takeLine() -> [UInt8]? {
    guard hasLine() else { return nil }
    let line = Array(output[..<searched])
    output.removeFirst(searched + 1)
    searched = 0
    return line
  }

  /// Sends the last input, gives the program a moment to end by itself, then kills its group.
  public func finish(_ input: [UInt8] = [], within grace: Duration) {
    if ending == nil {
      // What it still says is read and dropped, so that it does not wait for us.
      output.removeAll()
      searched = 0
      _ = exchange(input, goal: .end, deadline: .now + grace)
    }
    kill()
  }

  /// Kills the program and all it started, and waits for it.
  @discardableResult
  public func kill() -> ChildEnd {
    let end = reap()
    closeInput()
    ChildProcess.close(&streams.output)
    ChildProcess.close(&streams.errors)
    return end
  }

  // MARK: Streams

  private func hasLine() -> Bool {
    let newline = output.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress,
        let found = memchr(base + searched, 0x0A, bytes.count - searched)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
    searched = newline ?? output.count
    return newline != nil
  }

  /// Moves what can be moved. False when nothing moved in the time given, at most 20 ms, so that the
  /// program's end is noticed.
  private func transfer(_ input: inout ArraySlice<UInt8>, atMost time: Duration) -> Bool {
    if streams.input < 0 { input = [] }
    var polled = [
      pollfd(fd: input.isEmpty ? -1 : streams.input, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: streams.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: streams.errors, events: Int16(POLLIN), revents: 0),
    ]
    // With its streams closed there is nothing but the end to wait for.
    let longest: Int64 = streams.output < 0 && streams.errors < 0 ? 2 : 20
    let wait = time.components.seconds > 0 ? longest : min(longest, milliseconds(time))
    guard poll(&polled, nfds_t(polled.count), Int32(wait)) > 0 else { return false }
    var hasMoved = false
    if polled[0].revents != 0 { hasMoved = send(&input) }
    if polled[1].revents != 0 {
      let count = receive(&streams.output)
      output.append(contentsOf: buffer[..<count])
      hasMoved = hasMoved || count > 0
    }
    if polled[2].revents != 0 {
      let count = receive(&streams.errors)
      errorTail.append(contentsOf: buffer[..<count])
      errorTail.removeFirst(max(0, errorTail.count - limits.errorTailBytes))
      hasMoved = hasMoved || count > 0
    }
    return hasMoved
  }

  /// At least 1 for any time that is left.
  private func milliseconds(_ time: Duration) -> Int64 {
    time.components.attoseconds / 1_000_000_000_000_000 + (time > .zero ? 1 : 0)
  }

  private func send(_ input: inout ArraySlice<UInt8>) -> Bool {
    let descriptor = streams.input
    let (count, code) = withoutBrokenPipeSignal {
      let count = input.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      return (count, errno)
    }
    if count > 0 {
      input.removeFirst(count)
      return true
    }
    if count < 0, code != EINTR, code != EAGAIN {
      // Nobody reads any more; what it has written still counts.
      input = []
      closeInput()
    }
    return false
  }

  /// Bytes read into the buffer; the stream is closed at its end.
  private func receive(_ stream: inout Int32) -> Int {
    let descriptor = stream
    let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count > 0 { return count }
    if count == 0 || (errno != EINTR && errno != EAGAIN) { ChildProcess.close(&stream) }
    return 0
  }

  private func closeInput() { ChildProcess.close(&streams.input) }

  private static func close(_ stream: inout Int32) {
    if stream >= 0 { _ = Glibc.close(stream) }
    stream = -1
  }

  // MARK: End

  /// Whether the program has ended; it is left to be reaped, so that its number stays its own.
  private func hasEnded() -> Bool {
    if ending != nil { return true }
    var status = siginfo_t()
    let code = waitid(P_PID, id_t(process), &status, WEXITED | WNOWAIT | WNOHANG)
    return code == 0 && status.si_signo == SIGCHLD
  }

  /// Kills the group before its leader is reaped: until then no other group can have its number.
  private func reap() -> ChildEnd {
    if let ending { return ending }
    _ = Glibc.kill(-process, SIGKILL)
    var status: Int32 = 0
    var result: pid_t
    repeat { result = waitpid(process, &status, 0) } while result < 0 && errno == EINTR
    let signal = status & 0x7F
    let end: ChildEnd = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal)
    ending = end
    return end
  }
}

/// Does a write without the signal that a broken pipe raises, whatever the process has decided about
/// that signal elsewhere.
private func withoutBrokenPipeSignal<Result>(_ body: () -> Result) -> Result {
  var pipeSignal = sigset_t()
  sigemptyset(&pipeSignal)
  sigaddset(&pipeSignal, SIGPIPE)
  var before = sigset_t()
  pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
  var pending = sigset_t()
  sigpending(&pending)
  let wasPending = sigismember(&pending, SIGPIPE) == 1
  let result = body()
  sigpending(&pending)
  if !wasPending, sigismember(&pending, SIGPIPE) == 1 {
    var now = timespec()
    sigtimedwait(&pipeSignal, nil, &now)
  }
  pthread_sigmask(SIG_SETMASK, &before, nil)
  return result
}
