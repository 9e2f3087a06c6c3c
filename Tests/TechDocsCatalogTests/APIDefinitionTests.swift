import Foundation
import TechDocsCatalog
import TechDocsModel
import TestSupport
import Testing

/// Definitions of APIs as operations and types, and what is said of broken ones.
@Suite struct APIDefinitionTests {
  private static func read(_ text: String, _ type: String) -> Diagnosed<APIReference?> {
    APIDefinition.reading(DefinitionSource(text: SourceText("api", text), lineOffset: 0), type: type)
  }

  static let openAPI = """
    openapi: 3.1.0
    info: {title: Shop, version: '2'}
    servers: [{url: 'https://shop.example/v2/'}]
    tags: [{name: orders, description: What was bought}]
    paths:
      /orders/{id}:
        parameters:
          - {name: id, in: path, required: true, schema: {type: string, pattern: '^o_'}}
        get:
          tags: [orders]
          summary: One order
          responses:
            '200':
              description: The order
              content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
        post:
          tags: [orders]
          deprecated: true
          requestBody:
            content:
              application/json:
                schema: {$ref: '#/components/schemas/Order'}
                example: {id: o_1, note: it's}
          responses: {'204': {description: Done}}
    components:
      schemas:
        Order:
          type: object
          required: [id]
          properties:
            id: {type: string}
            items:
              type: array
              items: {type: object, properties: {price: {type: integer, minimum: 1}}}
    """

  @Test func openAPIBecomesOperationsByTag() throws {
    let read = Self.read(Self.openAPI, "openapi")
    let reference = try #require(read.value)
    #expect(read.diagnostics == [])
    #expect(reference.groups.map(\.title) == ["orders"])
    #expect(reference.groups[0].operations.map(\.id) == ["get-orders-id", "post-orders-id"])
    let get = reference.groups[0].operations[0]
    #expect(get.parameters.map(\.rules) == [["matches ^o_"]])
    #expect(get.bodies.first?.type == .init("Order", reference: "Order"))
    #expect(get.command == "curl 'https://shop.example/v2/orders/{id}'")
    let post = reference.groups[0].operations[1]
    #expect(post.isDeprecated)
    #expect(post.command?.contains("-d '{\n  \"id\": \"o_1\",\n  \"note\": \"it'\\''s\"\n}'") == true)
    #expect(reference.types.map { $0.fields.map(\.name) } == [["id", "items", "items[].price"]])
  }

  @Test func swagger2BecomesTheSame() throws {
    let text = """
      swagger: '2.0'
      info: {title: Old, version: '1'}
      host: old.example
      basePath: /v1
      paths:
        /things:
          post:
            parameters: [{name: thing, in: body, schema: {$ref: '#/definitions/Thing'}}]
            responses: {'200': {description: ok, schema: {type: array, items: {$ref: '#/definitions/Thing'}}}}
      definitions: {Thing: {type: object, properties: {name: {type: string}}}}
      """
    let reference = try #require(Self.read(text, "openapi").value)
    #expect(reference.servers == ["https://old.example/v1"])
    #expect(reference.groups[0].operations[0].bodies.map { $0.type?.text } == ["Thing", "array of Thing"])
  }

  @Test func bothVersionsOfAsyncAPIAreRead() throws {
    let two = """
      asyncapi: 2.6.0
      info: {title: Events, version: '1'}
      channels:
        order.paid: {publish: {message: {name: Paid, payload: {type: object, properties: {id: {type: string}}}}}}
      """
    let three = """
      asyncapi: 3.0.0
      info: {title: Events, version: '1'}
      channels:
        paid: {address: order.paid, messages: {Paid: {payload: {type: object, properties: {id: {type: string}}}}}}
      operations:
        sendPaid: {action: send, channel: {$ref: '#/channels/paid'}}
      """
    for (text, verb) in [(two, "publish"), (three, "send")] {
      let reference = try #require(Self.read(text, "asyncapi").value)
      #expect(reference.groups.map(\.title) == ["order.paid"])
      #expect(reference.groups[0].operations.map(\.verb) == [verb])
      #expect(reference.groups[0].operations[0].bodies[0].fields.map(\.name) == ["id"])
    }
  }

  static let graphQL = """
    \"""
    What is bought.
    \"""
    type Order implements Node & Thing @key(fields: "id") {
      id: ID!
      items(first: Int = 10, after: [String!]): [Item!]! @deprecated(reason: "old")
    }
    union Any = Order | Item
    input Filter { states: [State!] = [OPEN] }
    enum State { "Not paid" OPEN, PAID }
    scalar Date
    directive @key(fields: String!) repeatable on OBJECT | INTERFACE
    extend type Query { order(id: ID!): Order }
    """

  @Test func graphQLBecomesQueriesAndTypes() throws {
    let read = Self.read(Self.graphQL, "graphql")
    #expect(read.diagnostics == [])
    let reference = try #require(read.value)
    #expect(reference.groups.map { $0.operations.map(\.id) } == [["query-order"]])
    #expect(reference.types.map(\.name) == ["Order", "Any", "Filter", "State", "Date"])
    #expect(reference.types[0].description == "What is bought.")
    #expect(reference.types[0].fields[1].type == .init("[Item!]!", reference: "Item"))
    #expect(reference.types[0].fields[1].isDeprecated)
    #expect(reference.types[2].fields[0].rules == ["default [OPEN]"])
  }

  static let protobuf = """
    syntax = "proto3";
    package shop.v1;
    import "google/protobuf/empty.proto";
    // Sells things.
    service Shop {
      // Finds one.
      rpc Get(GetRequest) returns (Order);
      rpc Watch(stream GetRequest) returns (stream .shop.v1.Order) { option deprecated = true; }
    }
    message GetRequest { string id = 1; /* never empty */ }
    message Order {
      message Line { int64 price = 1 [deprecated = true]; }
      repeated Line lines = 1;
      map<string, Line> by_name = 2;
      oneof payment { string card = 3; string bank = 4; } // either
      reserved 5 to 7, "old";
      enum State { option allow_alias = true; OPEN = 0; PAID = -1; }
    }
    """

  @Test func protobufBecomesMethodsAndMessages() throws {
    let read = Self.read(Self.protobuf, "grpc")
    #expect(read.diagnostics == [])
    let reference = try #require(read.value)
    #expect(reference.groups.map(\.title) == ["Shop"])
    #expect(reference.groups[0].description == "Sells things.")
    #expect(reference.groups[0].operations.map(\.description) == ["Finds one.", nil])
    #expect(
      reference.groups[0].operations[1].bodies.map { $0.type?.text } == ["stream of GetRequest", "stream of Order"])
    #expect(reference.types.map(\.name) == ["GetRequest", "Order", "Order.Line", "Order.State"])
    #expect(reference.types[1].fields.map(\.name) == ["lines", "by_name", "card", "bank"])
    #expect(reference.types[1].fields[0].type == .init("list of Line", reference: "Order.Line"))
  }

  @Test(arguments: [
    ("openapi", "info: {}\n", 1), ("openapi", "openapi: 3.1.0\ninfo: {}\npaths:\n  x: {get: {}}\n", 4),
    ("openapi", "openapi: 3.0.0\ninfo: {}\npaths:\n  /a: {get: {responses: {'200': {$ref: '#/gone'}}}}\n", 4),
    ("openapi", "openapi: 3.0.0\n\tinfo", 2), ("asyncapi", "asyncapi: 1.0.0\n", 1),
    ("graphql", "type A {\n  a String\n}\n", 2), ("grpc", "message A {\n  string a 1;\n}\n", 2),
    ("grpc", "message A {\n", 1),
  ])
  func aBrokenDefinitionIsReportedAtItsLine(type: String, text: String, line: Int) {
    let diagnostics = Self.read(text, type).diagnostics
    #expect(diagnostics.map(\.rule) == ["broken-definition"])
    #expect(diagnostics.first?.range?.start.line == line)
  }

  @Test func anotherTypeHasNoReferenceAndNoFault() {
    let read = Self.read("GET /cgi-bin", "xml")
    #expect(read.value == nil)
    #expect(read.diagnostics == [])
  }

  /// Cut anywhere, a definition ends in a value or a fault.
  @Test(.timeLimit(.minutes(1)), arguments: [("openapi", openAPI), ("graphql", graphQL), ("grpc", protobuf)])
  func everyBeginningOfADefinitionEnds(type: String, text: String) {
    for length in 0..<text.count {
      let read = Self.read(String(text.prefix(length)), type)
      #expect(read.value != nil || !read.diagnostics.isEmpty)
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["graphql", "grpc"])
  func aLotOfNonsenseEnds(type: String) {
    for unit in ["{", "message a{", "[", "\"\"\"", "// x\n", "# x\n", "type A{a(", "rpc ", "@a(", "a:[["] {
      _ = Self.read(String(repeating: unit, count: 200_000 / unit.utf8.count), type)
    }
  }

  @Test(.timeLimit(.minutes(1))) func schemasThatRepeatEachOtherEnd() {
    let refs = (0..<100).map { "{$ref: '#/components/schemas/S\($0)'}" }.joined(separator: ", ")
    let schemas = (0..<100).map { "    S\($0): {allOf: [\(refs)], properties: {p\($0): {type: string}}}" }
    let text = "openapi: 3.0.0\ninfo: {}\ncomponents:\n  schemas:\n\(schemas.joined(separator: "\n"))\n"
    #expect(Self.read(text, "openapi").value?.types.count == 100)
  }
}
