/// What must hold for every drawing.
package func drawingFaults(_ bytes: [UInt8]) -> [String] {
  guard case .cleaned(let clean, _) = DrawingCleaner.outcome(of: bytes) else { return [] }
  switch DrawingCleaner.outcome(of: clean) {
  case .clean: return []
  case .refused(let reason): return ["what was cleaned is refused: \(reason)"]
  case .cleaned(let again, let removed):
    return again == clean && removed.isEmpty ? [] : ["what was cleaned is not clean: \(removed)"]
  }
}
