extension Language {
  static let protobuf = Language("Protocol Buffers", ["protobuf", "proto", "proto3"]) { protobufGrammar.lex(&$0) }
  static let thrift = Language("Thrift", ["thrift"]) { thriftGrammar.lex(&$0) }

  private static let protobufGrammar = Grammar(
    [
      Words(
        .k, "import option optional required repeated reserved default packed ctype extensions to max rpc returns oneof"
      ),
      Words(.k, "syntax edition stream public weak map"), Words(.kn, "package", next: .nn),
      Words(.kd, "message extend", next: .nc), Words(.kd, "enum group service", next: .n), Words(.kc, "true false"),
      Words(
        .kt, "int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 float double bool string bytes"),
    ], [.line("//"), .block("/*", "*/"), .string("\""), .string("'")],
    Grammar.Options(operators: ByteSet("+-=/"), punctuation: ByteSet("()[]{}<>,;:."), member: .n))

  private static let thriftGrammar = Grammar(
    [
      Words(.k, "const typedef throws oneway extends required optional include cpp_include async void"),
      Words(.kn, "namespace"), Words(.kd, "struct union exception service enum", next: .nc), Words(.kc, "true false"),
      Words(.kt, "bool byte i8 i16 i32 i64 double string binary map list set"),
    ], [.line("//"), .line("#"), .block("/*", "*/"), .string("\""), .string("'")],
    Grammar.Options(operators: ByteSet("+-="), punctuation: ByteSet("()[]{}<>,;:.")))
}
