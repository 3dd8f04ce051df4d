import ChildProcess
import DocumentModel
import DocumentReading
import TextMatching

/// Reads files that need another program for it: old Word and RTF through LibreOffice, PDF through
/// poppler's `pdftotext`. Neither is required; without it the answer says what to install.
public struct DocumentConverter: Sendable {
  /// Programs, as names looked up in `PATH` or as paths.
  public var office = "soffice"
  public var pdfText = "pdftotext"
  /// Time for one file.
  public var timeLimit: Duration = .seconds(120)
  /// The side of tracked changes to read.
  public var view = RevisionView.final

  public init() {}

  /// Reads a document, with the help of another program where it takes one.
  /// - Throws: `ReadingError`, and nothing else.
  public func read(
    _ bytes: [UInt8], name: String, limits: ReadingLimits = .init()
  ) throws(ReadingError) -> SourceDocument {
    do {
      return try DocumentReader.read(bytes, name: name, limits: limits, view: view)
    } catch {
      switch error.converter {
      case .office: return try readThroughOffice(bytes, name: name, limits: limits)
      case .pdfText: return try readPDF(bytes, name: name, limits: limits)
      case nil: throw error
      }
    }
  }

  // MARK: LibreOffice

  private func readThroughOffice(
    _ bytes: [UInt8], name: String, limits: ReadingLimits
  ) throws(ReadingError) -> SourceDocument {
    let isWord = bytes.starts(with: [0xD0, 0xCF])
    guard isWord || ConversionInput.isWhole(rtf: bytes) else { throw .cutOff }
    guard !isWord || ConversionInput.holdsTogether(compoundFile: bytes) else {
      throw .damagedOldWord
    }
    guard let folder = TemporaryFolder() else { throw .noTemporaryFolder }
    defer { folder.remove() }
    let input = folder.path + (isWord ? "/van-ban.doc" : "/van-ban.rtf")
    guard folder.write(bytes, to: input), OfficeProfile.write(in: folder) else {
      throw .noTemporaryFolder
    }
    let arguments = [
      "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore",
      "--nologo", "--nolockcheck", "--convert-to", "docx", "--outdir", folder.path, input,
    ]
    let run = try start(office, arguments, in: folder, missing: .officeMissing)
    guard run.outcome == .done, run.end == .exited(0),
      let converted = folder.bytes(of: folder.path + "/van-ban.docx", limit: limits.fileBytes)
    else {
      throw .conversionFailed(
        program: "LibreOffice", isTimeout: run.outcome == .timedOut)
    }
    var document = try DocumentReader.read(
      converted, name: name, limits: limits, view: view)
    document.format = .doc
    document.remarks.append(.converted(program: "LibreOffice"))
    return document
  }

  // MARK: PDF

  private func readPDF(
    _ bytes: [UInt8], name: String, limits: ReadingLimits
  ) throws(ReadingError) -> SourceDocument {
    guard ConversionInput.isWhole(pdf: bytes) else { throw .cutOff }
    guard let folder = TemporaryFolder() else { throw .noTemporaryFolder }
    defer { folder.remove() }
    let input = folder.path + "/van-ban.pdf"
    guard folder.write(bytes, to: input) else { throw .noTemporaryFolder }
    let run = try start(
      pdfText, ["-layout", "-enc", "UTF-8", "-q", input, "-"], in: folder, missing: .pdfTextMissing)
    if run.outcome == .done, run.end != .exited(0),
      String(decoding: run.errorTail, as: UTF8.self).lowercased().contains("password")
    {
      throw .encryptedPDF
    }
    guard run.outcome == .done, run.end == .exited(0) else {
      throw .conversionFailed(program: "pdftotext", isTimeout: run.outcome == .timedOut)
    }
    // A scan gives nothing but a form feed for each page.
    guard run.output.contains(where: { $0 > 0x20 }) else { throw .scan }
    var document = try DocumentReader.readPlainText(run.output, limits: limits)
    document.format = .pdf
    // Lines are those of the extraction, which the user never sees.
    for part in document.parts.indices {
      for block in document.parts[part].blocks.indices {
        document.parts[part].blocks[block].place.line = nil
      }
    }
    document.remarks.append(.converted(program: "pdftotext"))
    return document
  }

  // MARK: Running

  /// Runs a program without a network where the system lets us take it away.
  private func start(
    _ program: String, _ arguments: [String], in folder: TemporaryFolder, missing: ReadingError
  ) throws(ReadingError) -> ChildProcess.Run {
    var environment = ChildCommand.reducedEnvironment
    environment["HOME"] = folder.path
    environment["TMPDIR"] = folder.path
    // The path is looked up here, because the program that takes the network away would report a
    // missing one in its own way.
    guard let executable = Programs.find(program, path: environment["PATH"]) else { throw missing }
    let limits = ChildCommand.Limits(memoryBytes: 8 << 30, outputBytes: 64 << 20)
    func run(_ program: String, _ arguments: [String]) throws(ChildStartError) -> ChildProcess.Run {
      try ChildProcess.run(
        ChildCommand(
          program, arguments, folder: folder.path, environment: environment, limits: limits),
        within: timeLimit)
    }
    do {
      if let isolation = Isolation.prefix(path: environment["PATH"]) {
        return try run(isolation[0], isolation.dropFirst() + [executable] + arguments)
      }
      return try run(executable, arguments)
    } catch {
      throw missing
    }
  }
}

/// Takes the network away from a program (`unshare`, util-linux), where that is permitted.
private enum Isolation {
  private static let available: [String]? = {
    let path = ChildCommand.reducedEnvironment["PATH"]
    guard let unshare = Programs.find("unshare", path: path),
      let nothing = Programs.find("true", path: path)
    else { return nil }
    for options in [["-n"], ["-r", "-n"]] {
      let run = try? ChildProcess.run(
        ChildCommand(unshare, options + [nothing]), within: .seconds(5))
      if run?.end == .exited(0) { return [unshare] + options }
    }
    return nil
  }()

  static func prefix(path: String?) -> [String]? { available }
}
