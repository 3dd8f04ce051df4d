import TextMatching

extension Sequence<Unicode.Scalar> {
  var text: String {
    var scalars = String.UnicodeScalarView()
    for scalar in self { scalars.append(scalar) }
    return String(scalars)
  }
}
