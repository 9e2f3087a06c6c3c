/// `string`: Format, Convert, TrimPrefix, TrimSuffix, Regexp, Join, Replace.
struct StringTransform: Sendable, Hashable {
  struct Expression: Sendable, Hashable {
    let match: String
    let group: Int
    let compiled: Result<RE2Pattern, CompositionError>
  }

  /// As written; the function requires it, native P&T takes Format for none.
  let type: String?
  let format: String?
  let convert: String?
  let trim: String?
  let regexp: Expression?
  let separator: String?
  let replace: (search: String, replacement: String)?

  static let keys = [
    "Format": "fmt", "Convert": "convert", "TrimPrefix": "trim", "TrimSuffix": "trim", "Regexp": "regexp",
    "Join": "join", "Replace": "replace",
  ]

  init(_ node: FieldNode, isNative: Bool) {
    type = node["type"]?.string ?? (isNative ? "Format" : nil)
    format = node["fmt"]?.string
    convert = node["convert"]?.string
    trim = node["trim"]?.string
    regexp = node["regexp"].map { part in
      let match = part["match"]?.string ?? ""
      return Expression(match: match, group: Int(part["group"]?.int ?? 0), compiled: RE2Pattern.compiling(match))
    }
    separator = node["join"].map { $0["separator"]?.string ?? "" }
    replace = node["replace"].map { ($0["search"]?.string ?? "", $0["replace"]?.string ?? "") }
  }

  /// Whether the part that the type needs is there.
  var isComplete: Bool {
    switch type {
    case "Format": format != nil
    case "Convert": convert != nil
    case "TrimPrefix", "TrimSuffix": trim != nil
    case "Regexp": regexp != nil
    case "Join": separator != nil
    case "Replace": replace != nil
    default: false
    }
  }

  func resolve(_ input: FieldNode) throws(CompositionError) -> FieldNode {
    let type = type ?? "Format"
    guard let key = Self.keys[type] else {
      throw CompositionError("type \(type) is not supported for string transform type")
    }
    let text = { GoFormat.formatted("%v", [input]) }
    switch type {
    case "Format": if let format { return FieldNode(.string(GoFormat.formatted(format, [input]))) }
    case "Convert": if let convert { return try StringConversion.convert(input, to: convert) }
    case "TrimPrefix": if let trim { return FieldNode(.string(Self.droppingPrefix(trim, text()))) }
    case "TrimSuffix": if let trim { return FieldNode(.string(Self.droppingSuffix(trim, text()))) }
    case "Regexp": if let regexp { return FieldNode(.string(try Self.match(regexp, text()))) }
    case "Join": if let separator { return FieldNode(.string(try Self.joined(input, separator))) }
    default: if let replace { return FieldNode(.string(try Self.replaced(text(), replace))) }
    }
    throw CompositionError("string transform of type \(type) \(key) is not set")
  }

  /// By bytes, as Go does.
  private static func droppingPrefix(_ prefix: String, _ text: String) -> String {
    text.utf8.starts(with: prefix.utf8) ? String(decoding: text.utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : text
  }

  private static func droppingSuffix(_ suffix: String, _ text: String) -> String {
    text.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
      ? String(decoding: text.utf8.dropLast(suffix.utf8.count), as: UTF8.self) : text
  }

  private static func match(_ regexp: Expression, _ text: String) throws(CompositionError) -> String {
    let pattern: RE2Pattern
    do throws(CompositionError) { pattern = try regexp.compiled.get() } catch {
      throw error.wrapped("could not compile regexp: ")
    }
    guard regexp.group >= 0, let groups = pattern.groups(in: text), regexp.group < groups.count else {
      throw CompositionError("regexp \(GoText.quoted(regexp.match)) had no matches for group \(regexp.group)")
    }
    return groups[regexp.group].map(String.init) ?? ""
  }

  private static func joined(_ input: FieldNode, _ separator: String) throws(CompositionError) -> String {
    guard let items = input.list else { throw CompositionError("could not parse input array") }
    let text = items.map { GoFormat.formatted("%v", [$0]) + separator }.joined()
    // The function cuts one byte, however long the separator is.
    return separator.isEmpty ? text : String(decoding: text.utf8.dropLast(), as: UTF8.self)
  }

  /// `strings.ReplaceAll`; an empty search stands between all characters. The length is known before anything is made.
  private static func replaced(
    _ text: String, _ replace: (search: String, replacement: String)
  ) throws(CompositionError) -> String {
    let search = Array(replace.search.utf8), replacement = Array(replace.replacement.utf8)
    if search.isEmpty {
      guard (text.unicodeScalars.count + 1) * replacement.count <= Budget.textLimit else { throw tooLong }
      return replace.replacement + text.unicodeScalars.map { String($0) + replace.replacement }.joined()
    }
    var result: [UInt8] = [], rest = Array(text.utf8)[...]
    while let byte = rest.first {
      guard result.count <= Budget.textLimit else { throw tooLong }
      if byte == search[0], rest.starts(with: search) {
        result += replacement
        rest = rest.dropFirst(search.count)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static var tooLong: CompositionError {
    CompositionError("a text grows past \(Budget.textLimit / 1024) kB")
  }
}

extension StringTransform {
  static func == (one: StringTransform, other: StringTransform) -> Bool {
    one.type == other.type && one.format == other.format && one.convert == other.convert && one.trim == other.trim
      && one.regexp == other.regexp && one.separator == other.separator
      && one.replace?.search == other.replace?.search && one.replace?.replacement == other.replace?.replacement
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(type)
    hasher.combine(format)
    hasher.combine(regexp)
  }
}
