import Foundation
import TestSupport
import Testing

@testable import TechDocsSite

/// What becomes of an SVG file of an untrusted source.
@Suite struct DrawingCleanerTests {
  private static let open = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"

  /// Hostile parts of a drawing, and what is left of each.
  @Test(arguments: [
    ("<script>run()</script><rect width=\"1\"/>", "<rect width=\"1\"/>"),
    ("<script href=\"x.js\"/><g/>", "<g/>"),
    ("<g onload=\"run()\" id=\"a\"/>", "<g id=\"a\"/>"),
    ("<g ONCLICK='run()'/>", "<g/>"),
    ("<a href=\"javascript:run()\"><text>x</text></a>", "<a><text>x</text></a>"),
    ("<a xlink:href='java&#10;script:run()'/>", "<a/>"),
    ("<a xlink:href='&#x6a;avascript:run()'/>", "<a/>"),
    ("<a href='page.html'/>", "<a href='page.html'/>"),
    ("<use href=\"data:image/svg+xml,x#y\"/>", "<use/>"), ("<use href=\"#part\"/>", "<use href=\"#part\"/>"),
    ("<image href=\"https://example.com/x.png\"/>", "<image/>"),
    ("<image href=\"data:image/png;base64,AA\"/>", "<image href=\"data:image/png;base64,AA\"/>"),
    ("<animate attributeName=\"xlink:href\" to=\"javascript:run()\"/>", "<animate to=\"javascript:run()\"/>"),
    ("<set attributeName=\"onload\" to=\"run()\"/>", "<set to=\"run()\"/>"),
    (
      "<foreignObject><iframe src=\"x\">y</iframe><div>z</div></foreignObject>",
      "<foreignObject><div>z</div></foreignObject>"
    ),
    ("<x:script xmlns:x=\"http://www.w3.org/2000/svg\">run()</x:script>", ""),
    ("<rect fill=\"url(https://example.com/x)\" stroke=\"url(#a)\"/>", "<rect stroke=\"url(#a)\"/>"),
    ("<rect style=\"fill:u\\72l(//example.com)\"/>", "<rect/>"),
    ("<style>@import 'https://example.com/x.css';.a{fill:red}</style>", "<style>.a{fill:red}</style>"),
    ("<style><![CDATA[.a{background:url( '//example.com' )}]]></style>", "<style>.a{background:url(#)}</style>"),
    ("<style>.a{fill:red}</style>", "<style>.a{fill:red}</style>"),
    // A mark makes another character of the sign before it, and its byte is the same.
    ("<style>a{}]]>\u{31e}b&lt;c{}</style>", "<style><![CDATA[a{}]]\u{31e}b<c{}]]></style>"),
    ("<metadata><x/></metadata><g/>", "<g/>"), ("<!-- note --><g/>", "<g/>"), ("<?go x?><g/>", "<g/>"),
  ])
  func takesOutWhatWouldRunOrLoad(part: String, left: String) {
    let drawing = Self.open + part + "</svg>"
    let published =
      switch DrawingCleaner.outcome(of: Array(drawing.utf8)) {
      case .clean: drawing
      case .cleaned(let bytes, _): String(decoding: bytes, as: UTF8.self)
      case .refused(let reason): "refused: \(reason)"
      }
    #expect(published == Self.open + left + "</svg>")
  }

  @Test func entitiesOfAFileAreWrittenOut() {
    let drawing = """
      <!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg"><!ENTITY secret SYSTEM "file:///etc/hostname">]>
      <svg xmlns="&ns;"><text>&secret;&amp;&#65;</text></svg>
      """
    let left = "\n<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&amp;&#65;</text></svg>"
    #expect(DrawingCleaner.outcome(of: Array(drawing.utf8)) == .cleaned(Array(left.utf8), removed: []))
  }

  @Test func aMarkBehindAQuoteChangesNothing() {
    let drawing = "<!DOCTYPE svg [<!ENTITY a 'x\"\u{31e} onload=\"run()'>]><svg><g id=\"&a;\"/></svg>"
    let left = "<svg><g id=\"x&quot;\u{31e} onload=&quot;run()\"/></svg>"
    #expect(DrawingCleaner.outcome(of: Array(drawing.utf8)) == .cleaned(Array(left.utf8), removed: []))
  }

  @Test func removedPartsAreNamedOnce() {
    let drawing = Self.open + "<script>1</script><g onload='2'/><script>3</script></svg>"
    guard case .cleaned(_, let removed) = DrawingCleaner.outcome(of: Array(drawing.utf8)) else {
      Issue.record("The drawing is not cleaned")
      return
    }
    #expect(removed == ["<script>", "onload=… of <g>"])
  }

  @Test(arguments: [
    "<svg><g", "<svg><g a=1/></svg>", "<svg><!-- ", "\u{0}<svg/>", "<?xml version='1.0' encoding='utf-7'?><svg/>",
  ])
  func whatCannotBeReadIsHeldBack(drawing: String) {
    guard case .refused = DrawingCleaner.outcome(of: Array(drawing.utf8)) else {
      Issue.record("'\(drawing)' is published")
      return
    }
  }

  /// What fuzzing once found, and what it begins with.
  @Test func whatWasCleanedIsCleanWhenItIsLookedAtAgain() throws {
    let folders = ["Fuzz/Findings/drawing", "Fuzz/Seeds/drawing"].map { ProjectFolder.root.appendingPathComponent($0) }
    let files = try folders.flatMap {
      try FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
    }
    #expect(files.count > 3)
    for file in files {
      guard case .cleaned(let clean, _) = DrawingCleaner.outcome(of: Array(try Data(contentsOf: file))) else {
        continue
      }
      #expect(DrawingCleaner.outcome(of: clean) == .clean, "\(file.lastPathComponent)")
    }
  }

  @Test func noMarkOfAnotherEncodingComesToTheFront() {
    let drawing = Array("<!-- x -->".utf8) + [0xfe, 0xff] + Array("<svg/>".utf8)
    #expect(DrawingCleaner.outcome(of: drawing) == .refused("it is not written in UTF-8"))
  }

  @Test func entitiesMayNotGrow() {
    let long = String(repeating: "x", count: 4_000), uses = String(repeating: "&a;", count: 10_000)
    let drawing = "<!DOCTYPE svg [<!ENTITY a \"\(long)\">]><svg><text>\(uses)</text><g/></svg>"
    #expect(DrawingCleaner.outcome(of: Array(drawing.utf8)) == .refused("its entities stand for too much text"))
  }
}
