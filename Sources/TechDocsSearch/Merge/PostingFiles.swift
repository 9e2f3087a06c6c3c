/// Divides the postings of a frequent term into files, each for a run of pages.
struct PostingFiles {
  /// A compressed file, and the page from which it counts.
  struct File {
    let firstPage: Int
    let bytes: [UInt8]
  }

  /// How large a file may be; one that packs worse than was thought is divided once more.
  private static let most = 30_000
  private static let least = 8_000

  /// How much one file holds before compression.
  let size: Int

  func files(of postings: [UInt8], _ deflater: borrowing Deflater) -> [File] {
    var files: [File] = [], reader = ByteReader(postings), page = 0, size = size
    while !reader.isAtEnd {
      let start = (reader, page), file = next(&reader, page: &page, size: size, deflater)
      if file.bytes.count > Self.most, size > Self.least {
        (reader, page) = start
        size /= 2
      } else {
        files.append(file)
      }
    }
    return files
  }

  /// The file of the pages from the reader's place until `size` bytes are reached. Its first page is counted from itself.
  private func next(
    _ reader: inout ByteReader, page: inout Int, size: Int, _ deflater: borrowing Deflater
  ) -> File {
    var body = ByteWriter(), firstPage: Int?
    while !reader.isAtEnd, body.bytes.count < size {
      let start = reader.index
      guard let (form, rest) = try? PostingCoding.skip(&reader, page: &page) else {
        // Postings are our own, so this is never met; what cannot be read is left out.
        reader = ByteReader([])
        break
      }
      if firstPage == nil {
        firstPage = page
        body.putVarint(form)
        body.put(reader.bytes[rest..<reader.index])
      } else {
        body.put(reader.bytes[start..<reader.index])
      }
    }
    return File(firstPage: firstPage ?? page, bytes: deflater.compressed(body.bytes))
  }
}
