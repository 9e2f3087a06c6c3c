#!/usr/bin/env python3
"""Checks a folder in the layout of a Backstage's storage, as its backend, Reader and search collator read it.

  backstage.py FOLDER [namespace/kind/name ...]     every entity below the folder unless some are named
Source of each rule: Backstage, plugins/techdocs-node, techdocs, search-backend-module-techdocs.
"""
import html
import json
import os
import pathlib
import re
import sys
import urllib.parse

import dom

# What every page must hold for the Reader's transformers: `dom.tsx`, `constants.ts` and the add-ons.
SELECTORS = [
    "input#__drawer.md-toggle[data-md-toggle=\"drawer\"]", ".md-header label[for=\"__drawer\"]",
    ".md-container > main.md-main[data-md-component=\"main\"] > .md-main__inner.md-grid",
    ".md-main__inner > .md-sidebar.md-sidebar--primary[data-md-component=\"sidebar\"][data-md-type=\"navigation\"] > "
    ".md-sidebar__scrollwrap > .md-sidebar__inner > nav.md-nav.md-nav--primary[data-md-level=\"0\"]",
    "nav.md-nav--primary > label.md-nav__title", "nav.md-nav--primary > ul.md-nav__list > li.md-nav__item",
    "a.md-nav__link > span.md-ellipsis",
    ".md-main__inner > .md-sidebar.md-sidebar--secondary[data-md-type=\"toc\"] nav.md-nav.md-nav--secondary",
    ".md-main__inner > div.md-content[data-md-component=\"content\"] > article.md-content__inner.md-typeset",
    "footer.md-footer",
]
# DOMPurify's allow-list of HTML, with the Reader's additions (`html/transformer.ts`), and what it forbids.
DROPPED = {"script", "style", "iframe", "object", "embed", "base", "form", "applet", "frame", "frameset", "noscript",
           "template", "title", "head", "math-field"}
SCHEMES = ("http:", "https:", "mailto:", "tel:", "ftp:", "sms:", "cid:", "xmpp:", "callto:", "matrix:")
STYLE = re.compile(r"main\.[A-Fa-f0-9]{8}\.min\.css$")


class Entity:
    def __init__(self, folder):
        self.folder, self.faults, self.pages = folder, [], {}
        for path in sorted(folder.rglob("*.html")):
            self.pages[str(path.relative_to(folder))] = dom.parse(path.read_text())

    def say(self, condition, page, fault):
        if not condition:
            self.faults.append(f"{self.folder.name}/{page}: {fault}")

    def check(self):
        self.check_files()
        for name, page in self.pages.items():
            if self.is_redirect(page):
                continue
            self.check_frame(name, page)
            self.check_survival(name, page)
            self.check_links(name, page)
        self.check_search()
        return self.faults

    @staticmethod
    def is_redirect(page):
        return any(meta.attributes.get("http-equiv") == "refresh" for meta in page.find("meta"))

    def check_files(self):
        present = {str(p.relative_to(self.folder)) for p in self.folder.rglob("*") if p.is_file()}
        self.say("index.html" in present, "", "no index.html, so the backend finds no docs")
        metadata = json.loads((self.folder / "techdocs_metadata.json").read_text())
        for key in ("site_name", "site_description", "build_timestamp", "files"):
            self.say(key in metadata, "techdocs_metadata.json", f"no '{key}'")
        self.say(isinstance(metadata.get("build_timestamp"), int) and metadata["build_timestamp"] > 10 ** 12,
                 "techdocs_metadata.json", "build_timestamp is not in milliseconds")
        listed = set(metadata.get("files", []))
        own = {"techdocs-manifest.json", "techdocs-lock.json"}
        self.say(listed == present - own, "techdocs_metadata.json", f"'files' differ: {sorted(listed ^ (present - own))[:4]}")
        for path in present:
            self.say(not path.endswith(".html") or path.endswith("index.html"), path, "the Reader never asks for it")

    def check_frame(self, name, page):
        for selector in SELECTORS:
            self.say(page.find(selector), name, f"nothing fits '{selector}'")
        body = page.find("body")[0]
        order = [child for child in body.elements if child.fits("input#__drawer") or child.fits(".md-container")]
        self.say([one.tag for one in order] == ["input", "div"], name, "the drawer's toggle does not stand before the container")
        links = [link.attributes.get("href", "") for link in page.find("link[rel=\"stylesheet\"]")]
        self.say(len(links) == 1 and STYLE.search(links[0]), name, f"style sheets {links}: the Reader keeps main.<8 hex>.min.css only")
        for edit in page.find(".md-content__button"):
            self.say(edit.attributes.get("title") == "Edit this page", name, "the edit link has another title")
            self.say(edit.parent.tag == "article", name, "the edit link stands outside the article")
        for nested in page.find("li.md-nav__item--nested"):
            toggles = [c for c in nested.elements if c.fits("input.md-nav__toggle.md-toggle[id^=\"__nav_\"]")]
            labels = [c for c in nested.elements if c.fits("label.md-nav__link")]
            self.say(len(toggles) == 1 and len(labels) == 1 and labels[0].attributes.get("for") == toggles[0].attributes["id"]
                     and labels[0].find("span.md-nav__icon"), name, "a section that does not fold by its checkbox")
        toc = page.find(".md-nav--secondary a")
        self.say(not toc or page.find(".md-nav--secondary ul.md-nav__list[data-md-component=\"toc\"]"), name, "a contents list without its mark")
        heading = next((e for e in page.find("article")[0].walk() if e.tag == "h1"), None)
        self.say(heading is not None and heading.text.strip(), name, "no title in the article")
        for link in page.find(".md-footer__link"):
            self.say({"md-footer__link--prev", "md-footer__link--next"} & set(link.classes), name, "a footer link without direction")
            self.say(link.find(".md-footer__title"), name, "a footer link without title")

    def check_survival(self, name, page):
        """What the Reader's DOMPurify takes away must not be what a person reads."""
        article = page.find("article")[0]
        identities = [e.attributes["id"] for e in page.walk() if e.attributes.get("id")]
        self.say(len(identities) == len(set(identities)), name, "an id stands twice")
        for element in article.walk():
            self.say(element.tag not in DROPPED, name, f"<{element.tag}> is removed")
            self.say("-" not in element.tag or element.tag.startswith("annotation"), name, f"custom element <{element.tag}> is removed")
            for key, value in element.attributes.items():
                self.say(not key.startswith("on"), name, f"'{key}' is removed")
                if key in ("href", "src"):
                    scheme = re.match(r"[a-z][a-z0-9+.-]*:", value or "", re.I)
                    is_data = key == "src" and (value or "").startswith("data:image/")
                    self.say(not scheme or scheme[0].lower() in SCHEMES or is_data, name, f"{key} '{value}' is removed")
        for pre in article.find("pre"):
            self.say("mermaid" in pre.classes or pre.elements and pre.elements[0].tag in ("code", "span"), name, "a <pre> without <code>")
        for tabs in article.find(".tabbed-set"):
            inputs = [c for c in tabs.elements if c.fits("input[type=\"radio\"]")]
            labels = [c for c in tabs.elements if c.fits(".tabbed-labels")]
            self.say(labels and len(inputs) == len(labels[0].find("> label")), name, "tabs that need a script")

    def check_links(self, name, page):
        for element in page.walk():
            for key in ("href", "src"):
                url = urllib.parse.urlsplit(element.attributes.get(key) or "")
                if url.scheme or url.netloc or not url.path:
                    continue
                path = os.path.normpath(os.path.join(os.path.dirname(name), urllib.parse.unquote(url.path)))
                if path.startswith(".."):
                    continue  # another entity's docs, or a page of the Backstage itself
                target = self.folder / path
                self.say(target.is_file() or (target / "index.html").is_file(), name, f"'{url.path}' leads nowhere")

    def check_search(self):
        index = json.loads((self.folder / "search/search_index.json").read_text())
        self.say({"config", "docs"} <= set(index), "search_index.json", "not in MkDocs' form")
        seen = set()
        for entry in index["docs"]:
            self.say(set(entry) == {"location", "title", "text"}, "search_index.json", f"keys {sorted(entry)}")
            text = html.unescape(entry["title"]) + html.unescape(entry["text"])
            self.say("\u00b6" not in text, "search_index.json", f"a pilcrow in '{entry['location']}'")
            self.say(entry["title"], "search_index.json", f"'{entry['location']}' has no title")
            self.say(entry["location"] not in seen, "search_index.json", f"'{entry['location']}' stands twice")
            seen.add(entry["location"])
            path, _, anchor = entry["location"].partition("#")
            page = self.pages.get(urllib.parse.unquote(path) + "index.html")
            self.say(page is not None, "search_index.json", f"'{entry['location']}' is no page")
            if page is not None and anchor:
                self.say(any(e.attributes.get("id") == urllib.parse.unquote(anchor) for e in page.walk()),
                         "search_index.json", f"'{entry['location']}' is no heading")


def entities(root):
    return sorted(path.parent for path in root.rglob("techdocs_metadata.json"))


def check(folder, names=()):
    root = pathlib.Path(folder)
    found = [root / name for name in names] or entities(root)
    faults = [] if found else [f"no techdocs_metadata.json below {folder}"]
    return found, faults + [fault for one in found for fault in Entity(one).check()]


if __name__ == "__main__":
    checked, problems = check(sys.argv[1], sys.argv[2:])
    for problem in problems[:60]:
        print(problem)
    print(f"{len(checked)} entities, {len(problems)} faults")
    sys.exit(1 if problems else 0)
