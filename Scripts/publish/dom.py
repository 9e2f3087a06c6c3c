"""HTML as a tree, by the standard library: enough to ask what a Backstage's Reader asks of a page."""
import html.parser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Node:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent = tag, dict(attributes), parent
        self.children = []

    @property
    def classes(self):
        return (self.attributes.get("class") or "").split()

    @property
    def text(self):
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def elements(self):
        return [child for child in self.children if isinstance(child, Node)]

    def walk(self):
        for child in self.elements:
            yield child
            yield from child.walk()

    def fits(self, selector):
        """One compound selector: `tag#id.class[name="value"]`, with `[name]` and `[name^="…"]`."""
        rest, want = selector, []
        for mark in ("[",):
            head, *brackets = rest.split(mark)
            want += [bracket.rstrip("]") for bracket in brackets]
        name, *classes = head.split(".")
        tag, _, identity = name.partition("#")
        if tag and tag != self.tag or identity and self.attributes.get("id") != identity:
            return False
        if not all(one in self.classes for one in classes):
            return False
        for condition in want:
            key, found, value = condition.partition("=")
            value = value.strip('"')
            if key.endswith("^"):
                if not (self.attributes.get(key[:-1]) or "").startswith(value):
                    return False
            elif key not in self.attributes or found and self.attributes[key] != value:
                return False
        return True

    def find(self, path):
        """All that fit a path of compound selectors: descendants, or children after a `>`."""
        found, direct = [self], False
        for step in path.split():
            if step == ">":
                direct = True
                continue
            pool = [one for node in found for one in (node.elements if direct else node.walk())]
            found, direct = [one for one in pool if one.fits(step)], False
        return found


class Reader(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = self.node = Node("#document", [], None)
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        node = Node(tag, attrs, self.node)
        self.node.children.append(node)
        if tag not in VOID:
            self.node = node

    def handle_startendtag(self, tag, attrs):
        self.node.children.append(Node(tag, attrs, self.node))

    def handle_endtag(self, tag):
        node = self.node
        while node.parent and node.tag != tag:
            node = node.parent
        if node.parent:
            self.node = node.parent

    def handle_data(self, data):
        self.node.children.append(data)


def parse(text):
    return Reader(text).root
