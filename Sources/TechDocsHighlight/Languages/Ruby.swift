extension Language {
  static let ruby = Language("Ruby", ["ruby", "rb", "duby"]) { rubyGrammar.lex(&$0) }
  static let elixir = Language("Elixir", ["elixir", "ex", "exs"]) { elixirGrammar.lex(&$0) }
  static let crystal = Language("Crystal", ["cr", "crystal"]) { rubyGrammar.lex(&$0) }

  private static let rubyGrammar = Grammar(
    [
      Words(.k, "alias begin BEGIN break case defined? do else elsif end END ensure for if in next redo rescue raise"),
      Words(.k, "retry return super then undef unless until when while yield"), Words(.ow, "not and or"),
      Words(.k, "class", next: .nc), Words(.k, "module", next: .nn), Words(.k, "def", next: .nf),
      Words(
        .kp, "initialize new loop include extend prepend attr_reader attr_writer attr_accessor attr catch throw private"
      ),
      Words(.kp, "module_function public protected true false nil __FILE__ __LINE__"), Words(.bp, "self"),
      Words(
        .nb, "Array Float Integer String Hash require require_relative puts print printf p format sprintf gets lambda"),
      Words(
        .nb, "proc freeze dup sleep rand exit abort open select system exec eval instance_of? is_a? nil? respond_to?"),
    ],
    [
      .line("#"), .block("=begin", "=end", .cm), .string("\"", nil, .s2, hole: .hashBrace, isMultiline: true),
      .string("'", nil, .s1, isMultiline: true), .string("`", nil, .sb, hole: .hashBrace), .other(.heredoc, "<<~", .sh),
      .other(.heredoc, "<<-", .sh), .other(.regex, "/", .sr), .string("%w[", "]", .sx), .string("%i[", "]", .ss),
      .string("%w(", ")", .sx), .string("%q(", ")", .sx), .string("%Q(", ")", .sx, hole: .hashBrace),
      .string(":\"", "\"", .ss, hole: .hashBrace), .other(.mark, "::", .o), .sigil(":", .ss), .sigil("@@", .vc),
      .sigil("@", .vi), .sigil("$", .vg),
    ],
    Grammar.Options(wordPart: ByteSet("?!"), operators: ByteSet("+-*/%=<>!&|^~?:."), punctuation: ByteSet("()[]{},;")))

  private static let elixirGrammar = Grammar(
    [
      Words(.k, "fn do end after else rescue catch case cond for if unless try receive raise quote unquote with"),
      Words(.kd, "def defp defmacro defmacrop defdelegate defguard", next: .nf),
      Words(.kd, "defmodule defprotocol defimpl", next: .nc), Words(.kd, "defstruct defexception"),
      Words(.kn, "import require use alias"), Words(.ow, "not and or when in"), Words(.kc, "true false nil"),
    ],
    [
      .line("#"), .string("\"\"\"", nil, .sh, hole: .hashBrace, isMultiline: true),
      .string("\"", nil, .s2, hole: .hashBrace),
      .string("'", nil, .s1), .string(":\"", "\"", .ss), .other(.mark, "::", .o), .sigil(":", .ss), .sigil("@", .na),
    ], Grammar.Options(wordPart: ByteSet("?!"), punctuation: ByteSet("()[]{},;.")))
}
