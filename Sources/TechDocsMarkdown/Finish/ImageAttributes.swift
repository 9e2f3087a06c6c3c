extension FinishingPass {
  /// What the author of a picture said besides its address. In Markdown an empty text means that there is none.
  func imageTag(_ tag: HTMLTag, isMarkdown: Bool) -> ImageTag {
    var image = ImageTag(), index = tag.attributesStart, count = 0
    while count < HTMLTag.attributeLimit, let attribute = HTMLTag.attribute(text, &index) {
      count += 1
      let value = text[attribute.value]
      if isName(attribute.name, "alt") {
        image.hasText = image.hasText || !isMarkdown || !value.isEmpty
      } else if isName(attribute.name, "width") {
        image.width = image.width ?? String(decoding: value, as: UTF8.self)
      } else if isName(attribute.name, "height") {
        image.height = image.height ?? String(decoding: value, as: UTF8.self)
      } else if isName(attribute.name, "style") {
        image.hasStyle = true
      } else if isName(attribute.name, "loading") {
        image.hasLoading = true
      } else if isName(attribute.name, "decoding") {
        image.hasDecoding = true
      }
    }
    return image
  }
}
