import Drawings
import Invariants

/// SVG of an untrusted source: what is published is clean when it is looked at again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDrawing(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  FuzzedInput.expect(drawingFaults(FuzzedInput.bytes(data, size)))
  return 0
}
