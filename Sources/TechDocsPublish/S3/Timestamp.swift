/// A moment in UTC, to the second, without Foundation's formatters.
package struct Timestamp: Sendable, Hashable, Comparable {
  /// Seconds since 1970.
  package let seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  /// `20130524T000000Z`, as signatures want it.
  package var basic: String {
    let (year, month, day) = date
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60)
    return Self.padded(year, 4) + Self.padded(month) + Self.padded(day) + "T" + Self.padded(hour) + Self.padded(minute)
      + Self.padded(second) + "Z"
  }

  /// `2026-11-25T02:31:00.000Z` of lists, `20130524T000000Z`, and `Wed, 25 Nov 2026 02:31:00 GMT` of `Date` fields;
  /// nil for any other text.
  package init?(_ text: String) {
    let words = text.split { !$0.isNumber && !$0.isLetter }.map(String.init)
    if words.count >= 7, let month = Self.months.firstIndex(of: words[2].lowercased()) {
      self.init(words[3], String(month + 1), words[1], words[4], words[5], words[6])
    } else {
      let digits = text.prefix { $0 != "." && $0 != "+" }.filter { $0.isASCII && $0.isNumber }
      guard digits.count == 14 else { return nil }
      func part(_ start: Int, _ count: Int) -> String { String(digits.dropFirst(start).prefix(count)) }
      self.init(part(0, 4), part(4, 2), part(6, 2), part(8, 2), part(10, 2), part(12, 2))
    }
  }

  private init?(_ year: String, _ month: String, _ day: String, _ hour: String, _ minute: String, _ second: String) {
    guard let year = Int(year), let month = Int(month), let day = Int(day), let hour = Int(hour),
      let minute = Int(minute), let second = Int(second), (1970...9999).contains(year), (1...12).contains(month),
      (1...31).contains(day), (0..<24).contains(hour), (0..<60).contains(minute), (0...60).contains(second)
    else { return nil }
    seconds = Self.days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
  }

  package static func < (one: Timestamp, other: Timestamp) -> Bool { one.seconds < other.seconds }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func padded(_ number: Int, _ width: Int = 2) -> String {
    String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
  }

  /// Days since 1970-01-01 in the Gregorian calendar.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let yearOfEra = year % 400, era = year / 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private var date: (year: Int, month: Int, day: Int) {
    let days = seconds / 86_400 + 719_468
    let era = days / 146_097, dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}
