// `Fuzz TARGET [libFuzzer's options and folders]` runs a target; `Fuzz --list` names them; `Fuzz
// --seeds FOLDER` writes what each begins with to FOLDER/TARGET; `Fuzz --replay TARGET FOLDER` reads
// the files of FOLDER and tells what memory stays in use.
runFuzzer()
