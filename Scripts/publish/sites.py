"""Sites to publish, and readers that look at what was published."""
import html.parser
import json
import os
import pathlib
import shutil
import subprocess
import urllib.parse

TOOL = os.environ.get("TECHDOCS", ".build/debug/techdocs")
ODD_NAMES = ["a b.txt", "a+b.txt", "50%.txt", "q=1&r.txt", "tilde~.txt", "käse.txt", "smile-\U0001f600.txt", "semi;colon.txt"]
OWN = {"techdocs-manifest.json", "techdocs-lock.json"}


def build(folder, pages, extra=None):
    """Builds a site with the tool itself; returns its folder."""
    source = pathlib.Path(folder) / "source"
    shutil.rmtree(source, ignore_errors=True)
    files = {"mkdocs.yml": "site_name: Shop\nsite_url: https://docs.example.com/\n"}
    files.update({f"docs/{name}": text for name, text in pages.items()})
    files.update({f"docs/{name}": text for name, text in (extra or {}).items()})
    for name, text in files.items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    site = pathlib.Path(folder) / "site"
    subprocess.run([TOOL, "build", str(source), "-o", str(site), "-q"], check=True)
    return site


def first(folder):
    """A small site with links in circles, images, and names that need care in keys."""
    pages = {f"p{n}.md": f"# Page {n}\n\n[next](p{(n + 1) % 6}.md) ![logo](img/logo.png)\n" for n in range(6)}
    pages["index.md"] = "# Shop\n\n[begin](p0.md), [old](old.md)\n"
    pages["old.md"] = "# Old\n\n![old](img/old.png)\n"
    files = {"img/logo.png": b"\x89PNG first", "img/old.png": b"\x89PNG old", "data/deep/x.json": "{}"}
    files.update({f"files/{name}": name for name in ODD_NAMES})
    return build(folder, pages, files)


def second(folder):
    """The same site later: two pages changed, one new with an image of its own, one gone, one image replaced."""
    pages = {f"p{n}.md": f"# Page {n}\n\n[next](p{(n + 1) % 6}.md) ![logo](img/logo.png)\n" for n in range(6)}
    pages["index.md"] = "# Shop\n\n[begin](p0.md), [new](new.md)\n"
    pages["p3.md"] = "# Page 3\n\n[new](new.md) ![new](img/new.png)\n"
    pages["new.md"] = "# New\n\n![new](img/new.png) [more](newer.md)\n"
    pages["newer.md"] = "# Newer\n\n[back](new.md)\n"
    files = {"img/logo.png": b"\x89PNG second", "img/new.png": b"\x89PNG new", "data/deep/x.json": "{}"}
    files.update({f"files/{name}": name for name in ODD_NAMES})
    return build(folder, pages, files)


def edited(site, folder):
    """A copy of a built site: pages and an image with other bytes, a page and its image more, nothing less."""
    copy = pathlib.Path(folder) / "site"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(site, copy)
    for name in ("index.html", "p0/index.html", "p1/index.html", "img/logo.png"):
        (copy / name).write_bytes((copy / name).read_bytes() + b"\n")
    (copy / "img/added.png").write_bytes(b"\x89PNG added")
    (copy / "added").mkdir()
    (copy / "added/index.html").write_text('<p><img src="../img/added.png"> <a href="../p2/">back</a></p>')
    page = copy / "p2/index.html"
    page.write_text(page.read_text().replace("</body>", '<a href="../added/">added</a></body>'))
    return copy


def large(folder, count, size):
    """Many files of different sizes without a build; `size` bytes together."""
    site = pathlib.Path(folder) / "large"
    for number in range(count):
        path = site / f"d{number % 50}" / f"page{number}" / ("index.html" if number % 3 else "data.json")
        path.parent.mkdir(parents=True, exist_ok=True)
        length = size // count // 2 + (number * 7919) % (size // count)
        path.write_bytes((f"<p>{number}</p>".encode() * (length // 8 + 1))[:length])
    (site / "techdocs-manifest.json").write_text('{"version":1,"files":[]}\n')
    return site


def tree(folder):
    """path -> bytes of everything below a folder."""
    root = pathlib.Path(folder)
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*"))
            if p.is_file() and not p.name.startswith(".rclone_temp")}


def without_own(files):
    return {path: data for path, data in files.items() if path not in OWN and not path.startswith("techdocs-previous/")}


def is_index_part(path):
    """Whether a file is a part of a search index, named by its content."""
    return path.startswith("search/") and path.endswith(".bin") and path != "search/root.bin"


def kept(files):
    """What the remote manifest lists as kept for readers of older pages."""
    return {row[0] for row in json.loads(files["techdocs-manifest.json"]).get("kept", [])}


class Links(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


def dangling(files):
    """What a reader who begins at the first page and follows every link does not find."""
    if "index.html" not in files:
        return []
    seen, queue, missing = {"index.html"}, ["index.html"], []
    while queue:
        page = queue.pop()
        for link in Links(files[page].decode()).found:
            url = urllib.parse.urlsplit(link)
            if url.scheme or url.netloc or not url.path:
                continue
            path = os.path.normpath(os.path.join(os.path.dirname(page), urllib.parse.unquote(url.path)))
            path = "index.html" if path == "." else path + "/index.html" if url.path.endswith(("/", ".", "..")) else path
            if path not in files:
                missing.append(f"{page} -> {path}")
            elif path not in seen:
                seen.add(path)
                if path.endswith(".html"):
                    queue.append(path)
    return missing
