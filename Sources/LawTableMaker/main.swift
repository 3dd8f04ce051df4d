import DataFiles
import Glibc
import LegalKnowledge

// Writes the table of the built-in law to the file named: `make law-table`.

func fail(_ words: String) -> Never {
  print("LawTableMaker: \(words)")
  exit(2)
}

guard CommandLine.arguments.count == 2 else { fail("one argument: the file to write") }
let path = CommandLine.arguments[1]
do {
  let table = try LawTable.make(from: DataFile.embedded)
  guard let file = fopen(path, "wb") else { fail("cannot write \(path)") }
  let written = fwrite(table, 1, table.count, file)
  guard fclose(file) == 0, written == table.count else { fail("cannot write \(path)") }
} catch let error as DataFileError {
  fail(error.description(in: .en))
}
