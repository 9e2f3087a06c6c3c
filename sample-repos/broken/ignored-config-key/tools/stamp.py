def on_page_markdown(markdown, **kwargs):
    return markdown.replace("@VERSION@", "2.4")
