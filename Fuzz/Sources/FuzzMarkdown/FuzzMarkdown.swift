import Invariants

/// Markdown to sanitized HTML: what comes out can be read in one way and holds nothing that is not allowed, links stand
/// where they are told to stand, and the same text makes the same bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMarkdown(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  FuzzedInput.expect(faults(ofPage: FuzzedInput.bytes(data, size)))
  return 0
}
