import CArena
import Testing

/// The arena gives out memory as `calloc` and `realloc` do.
@Suite struct ArenaTests {
  private struct Block {
    var start: UnsafeMutableRawPointer
    var size: Int
    let mark: UInt8

    var isWhole: Bool { ArenaTests.holds(start, size, mark) }
  }

  /// A thousand blocks of all sizes, small and large, grow, shrink and go; none ever touches another.
  @Test func blocksKeepTheirContent() {
    let arena = arena_begin()
    defer { arena_end(arena) }
    var blocks: [Block] = [], random = Shuffle(seed: 7)
    for step in 0..<20_000 {
      let mark = UInt8(truncatingIfNeeded: step) | 1
      switch random.below(3) {
      case 0 where blocks.count < 1_000:
        let size = random.below(4) == 0 ? random.below(40_000) : random.below(300)
        guard let start = arena_calloc(1, size) else { continue }
        #expect(Self.holds(start, size, 0))
        #expect(UInt(bitPattern: start) % 16 == 0)
        start.initializeMemory(as: UInt8.self, repeating: mark, count: size)
        blocks.append(Block(start: start, size: size, mark: mark))
      case 1 where !blocks.isEmpty:
        let index = random.below(blocks.count)
        resize(&blocks[index], to: random.below(3_000))
      case 2 where !blocks.isEmpty:
        let block = blocks.remove(at: random.below(blocks.count))
        #expect(block.isWhole)
        arena_free(block.start)
      default: break
      }
    }
    for block in blocks { #expect(block.isWhole) }
  }

  private static func holds(_ start: UnsafeMutableRawPointer, _ count: Int, _ mark: UInt8) -> Bool {
    UnsafeRawBufferPointer(start: start, count: count).allSatisfy { $0 == mark }
  }

  private func resize(_ block: inout Block, to size: Int) {
    let kept = min(size, block.size)
    block.start = arena_realloc(block.start, size) ?? block.start
    #expect(Self.holds(block.start, kept, block.mark))
    block.size = size
    block.start.initializeMemory(as: UInt8.self, repeating: block.mark, count: size)
  }

  /// What an inner arena takes and gives back leaves the outer one as it was.
  @Test func arenasNest() {
    let outer = arena_begin()
    guard let kept = arena_calloc(1, 100) else { return }
    kept.initializeMemory(as: UInt8.self, repeating: 9, count: 100)
    let inner = arena_begin()
    for _ in 0..<100 { arena_free(arena_realloc(arena_calloc(10, 100), 5_000)) }
    _ = arena_calloc(1, 1 << 20)
    arena_end(inner)
    #expect(Self.holds(kept, 100, 9))
    #expect(arena_realloc(nil, 8) != nil)
    arena_free(nil)
    arena_end(outer)
  }
}

/// The same numbers in each run. Source: Knuth's MMIX generator.
private struct Shuffle {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
