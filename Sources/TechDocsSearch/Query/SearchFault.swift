/// What keeps a search from an answer.
package enum SearchFault: Error, Sendable, Hashable {
  /// There is no index, or a file of it is gone: the site was published anew, or never built with one.
  case missing(String)
  /// A file is not what it was when it was written.
  case damaged(String)
  /// The index was made by a version that this one cannot read.
  case otherVersion
}
