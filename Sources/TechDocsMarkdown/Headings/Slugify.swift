import Foundation
import TechDocsModel

/// How `slugify` of `toc` makes anchors.
enum Slugify: Sendable {
  /// Python-Markdown's own.
  case ascii
  /// `pymdownx.slugs.slugify`, or Python-Markdown's `slugify_unicode`: letters of every script stay.
  case unicode(lowers: Bool, collapses: Bool)

  /// Reads the tag that names a Python function; nil for one that is not known.
  init?(_ option: YAMLNode) {
    let name = option.tag ?? option.string ?? ""
    if name.hasSuffix("pymdownx.slugs.slugify") {
      let kind = option["kwds"]?["case"]?.string ?? "none"
      self = .unicode(lowers: kind.hasPrefix("lower") || kind == "fold", collapses: false)
    } else if name.hasSuffix("markdown.extensions.toc.slugify_unicode") {
      self = .unicode(lowers: true, collapses: true)
    } else {
      return nil
    }
  }

  func slug(of text: String, separator: UInt8) -> String {
    guard case .unicode(let lowers, let collapses) = self else { return Slugger.slug(of: text, separator: separator) }
    let separator = Character(Unicode.Scalar(separator))
    var slug = ""
    let cased = lowers ? text.precomposedStringWithCanonicalMapping.lowercased() : text
    for scalar in cased.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" || scalar == "-" {
        slug.unicodeScalars.append(scalar)
      } else if scalar == " ", !(collapses && slug.last == separator) {
        slug.append(separator)
      }
    }
    return slug
  }
}
