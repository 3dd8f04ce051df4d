import FixtureSupport
import Foundation

// Writes a dossier of COUNT nominees as DOCX into FOLDER (`make dossier-speed`).
let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 2, let folder = arguments.first,
  let count = arguments.last.flatMap(Int.init)
else {
  print("LargeDossier FOLDER COUNT")
  exit(2)
}
let place = URL(fileURLWithPath: folder)
try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
for paper in LargeDossier(count: count).papers {
  try Data(paper.docx).write(to: place.appendingPathComponent(paper.name))
}
