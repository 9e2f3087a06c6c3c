import Foundation
import SiteTheme
import TestSupport
import Testing

@testable import TechDocsSite

/// Scripts lose what nothing needs, and nothing else.
@Suite struct ServedScriptTests {
  private func slimmed(_ script: String) -> String {
    String(decoding: ServedScript.slimmed(Array(script.utf8)), as: UTF8.self)
  }

  static let cases: [(script: String, served: String)] = [
    ("const a = 1; // one\n\n  let b = [ a, 2 ];\n", "const a=1;let b=[a,2];\n"),
    ("/** What it does.\n * @param {x} y */\nf(\n  a,\n  b,\n)\n", "f(a,b,)\n"),
    ("a = b\nc = d", "a=b\nc=d\n"),
    ("a\n(b)\n[c]\n`d`\n/e/.f", "a\n(b)\n[c]\n`d`\n/e/.f\n"),
    ("return\n  x", "return\nx\n"),
    ("list\n  .map((x) => x)\n  ?.y", "list.map((x)=>x)?.y\n"),
    ("if (a) { b } else { c }\nd", "if(a){b}else{c}\nd\n"),
    ("a + +b - -c + ++d - b", "a+ +b- -c+ ++d-b\n"),
    ("x = 1 .y; a < !--b", "x=1 .y;a< !--b\n"),
    ("x = 'a  // b' + \"c /* d\\\" */\" + e", "x='a  // b'+\"c /* d\\\" */\"+e\n"),
    ("x = `a  // ${ b + `c  ${ { d: 1 }.d }  e` }  \n  f`;\ng", "x=`a  // ${b+`c  ${{d:1}.d}  e`}  \n  f`;g\n"),
    ("x = /a  [/\"]  \\/ b/g.test( y )", "x=/a  [/\"]  \\/ b/g.test(y)\n"),
    ("return /a  b/u", "return/a  b/u\n"),
    ("x = a / b / c[ 0 ] / d", "x=a/b/c[0]/d\n"),
    ("x = (a) / b // c\ny = 1", "x=(a)/b\ny=1\n"),
    ("if (a) /b  '/.test( c )\nd = 'e  f'", "if(a)/b  '/.test(c)\nd='e  f'\n"),
    ("x = {} / a // b\nc = 1", "x={}/ a // b\nc=1\n"), ("x = a.if( b ) / c / d", "x=a.if(b)/c/d\n"),
    ("() => { f(); g; }", "()=>{f();g}\n"), ("{ while (a()); }", "{while(a());}\n"),
    ("{ if (a) b(); else; }", "{if(a)b();else;}\n"), ("{ for (;;) f(); }", "{for(;;)f()}\n"),
    ("class A { static #x = 1; get y() { return this.#x } }", "class A{static#x=1;get y(){return this.#x}}\n"),
    ("größe = a in b", "größe=a in b\n"),
    ("", ""),
  ]

  @Test(arguments: cases) func spaceGoesWhereNothingNeedsIt(script: String, served: String) {
    #expect(slimmed(script) == served)
  }

  /// A slash that may be either, with a template behind it: lines are trimmed, and no more.
  @Test func whatCanBeReadInTwoWaysKeepsItsLines() {
    #expect(slimmed("// a\n  x = {} / b + `c  d`\n") == "x = {} / b + `c  d`\n")
  }

  /// Any part of a script can be read, and what was read once stays as it is.
  @Test func everyPartOfAScriptIsRead() {
    let all = Self.cases.map(\.script).joined(separator: "\n")
    for length in 0...all.utf8.count {
      let served = ServedScript.slimmed(Array(all.utf8.prefix(length)))
      #expect(served.count <= length + 1)
    }
  }

  static let modules: [(module: String, served: String)] = [
    ("const long = 1; let other = long + long; f(other);", "const _=1;let $=_+_;f($);\n"),
    (
      "function first(a) { return second(a); }\nfunction second(b) { return first(b); }",
      "function $(a){return _(a)}\nfunction _(b){return $(b)}\n"
    ),
    // What is a property anywhere, or exported, keeps its name.
    ("const size = 1; x.size = size;", "const size=1;x.size=size;\n"),
    ("const size = 1; f({ size });", "const size=1;f({size});\n"),
    ("const size = 1; f({ size: size });", "const size=1;f({size:size});\n"),
    ("const size = 1; const { size: other } = f();", "const size=1;const{size:other}=f();\n"),
    ("const take = 1; class Thing { take() { return take; } }", "const take=1;class _{take(){return take}}\n"),
    ("const take = 1; class Thing { static take = take; }", "const take=1;class _{static take=take}\n"),
    (
      "export const open = 1; export async function close() { open; }",
      "export const open=1;export async function close(){open}\n"
    ),
    ("const one = 1; export { one as two }; const two = 2;", "const _=1;export{_ as two};const two=2;\n"),
    // The word of a property is no class.
    ("const made = (a) => f({ class: a }); g(() => { made(1); });", "const _=(a)=>f({class:a});g(()=>{_(1)});\n"),
    ("f(...list); const list = [];", "f(..._);const _=[];\n"),
    ("const list = []; x?.list; list;", "const list=[];x?.list;list;\n"),
    // In a template's expressions, not in its text; in texts and expressions never.
    ("const word = 1; x = `word ${ word } word`;", "const _=1;x=`word ${_} word`;\n"),
    ("const word = /word/; x = 'word';", "const _=/word/;x='word';\n"),
    // What is declared elsewhere, or only inside, stays; short names are none that stand here.
    ("const word = _ + $; { const inner = document; }", "const A=_+$;{const inner=document}\n"),
    ("const word = 1; eval('word');", "const word=1;eval('word');\n"),
    ("", ""),
  ]

  @Test(arguments: modules) func whatAModuleKeepsToItselfIsShort(module: String, served: String) {
    #expect(String(decoding: ServedScript.slimmedModule(Array(module.utf8)), as: UTF8.self) == served)
  }

  @Test func theThemesScriptsAreServedWithoutComments() {
    let theme = Theme()
    for script in [theme.served.script, theme.served.searchScript, theme.served.headScript] {
      let text = String(decoding: script, as: UTF8.self)
      #expect(!text.isEmpty && !text.contains("/**") && !text.contains("@param") && !text.contains("\n\n"))
    }
  }

  /// The module of the search is small: 15 kB as a host compresses it.
  @Test(.enabled(if: Node.isThere)) func theSearchModuleStaysSmall() throws {
    let assets = SearchAssets(Theme(), words: Theme().strings("en"))
    let script = try #require(assets.files.first { $0.path == assets.script })
    let folder = try ScratchFolder(["search.mjs": String(decoding: script.content(), as: UTF8.self)])
    let code = "console.log(require('zlib').gzipSync(require('fs').readFileSync(process.argv[1]), {level: 6}).length)"
    let size = try Node.run("-e", code, folder.location.appendingPathComponent("search.mjs").path)
    #expect(try #require(Int(size.split(separator: "\n").first ?? "")) <= 15_000)
  }
}
