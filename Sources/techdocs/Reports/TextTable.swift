/// Rows in aligned columns, two spaces apart, as terminals show them.
struct TextTable {
  private let rows: [[String]]

  init(_ rows: [[String]]) { self.rows = rows.map { $0.map(TerminalText.escaped) } }

  /// The rows, a line each; no spaces at the ends of lines.
  var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
