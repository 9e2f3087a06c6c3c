#!/usr/bin/env python3
"""Publishes to real servers and checks every promise that docs/guide/publishing.md makes.

  checks.py RCLONE [rclone|swift] [check ...]     RCLONE: the program; then which servers and checks (default: all)
"""
import gzip
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

import backstage as reader
import sites
from identities import Issuer
from proxy import Proxy
from servers import Rclone, Swift


class Bench:
    """One server, a proxy before it, and a folder to work in."""

    def __init__(self, server, folder):
        self.server, self.folder = server, pathlib.Path(folder)
        self.proxy = Proxy(f"127.0.0.1:{server.port}")
        self.prefixes = 0
        self.output = ""

    def prefix(self):
        self.prefixes += 1
        return f"p{self.prefixes}/docs"

    def environment(self, **changes):
        own = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "AWS_ACCESS_KEY_ID": self.server.key,
               "AWS_SECRET_ACCESS_KEY": self.server.secret, "AWS_EC2_METADATA_DISABLED": "true"}
        own.update(changes)
        return {name: value for name, value in own.items() if value is not None}

    def start(self, site, prefix, *flags, direct=False, environment=None):
        port = self.server.port if direct else self.proxy.port
        process = subprocess.Popen(
            [sites.TOOL, "publish", str(site), f"s3://docs/{prefix}", "--endpoint-url", f"http://127.0.0.1:{port}", *flags],
            env=environment or self.environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.proxy.client = process.pid
        return process

    def publish(self, site, prefix, *flags, expect=0, **options):
        process = self.start(site, prefix, *flags, **options)
        self.text = process.communicate()[0]
        self.output += self.text
        if expect is not None:
            assert process.returncode == expect, f"exit code {process.returncode}, not {expect}: {self.text}"
        return self.text

    def same(self, site, prefix, kept=()):
        remote = self.server.files(prefix)
        local = sites.without_own(sites.tree(site))
        held = sites.without_own(remote)
        # Parts of the last search index stay for one publish, as pictures do: readers may still hold its root.
        extra = {path for path in set(held) - set(local) - set(kept) if not sites.is_index_part(path)}
        assert not extra, f"not of the site: {sorted(extra)}"
        wrong = [path for path in local if held.get(path) != local[path]]
        assert not wrong, f"missing or other bytes: {wrong[:5]}"
        return remote


THOROUGH = os.environ.get("PUBLISH_CHECKS") == "thorough"
LOCK = '{"run":"r","owner":"https://ci.example.com/7","pid":1,"machine":"another"}'


def lists(count):
    return -(-count // 1000) or 1


def requests(bench):
    """First: files (the folder's manifest is one) + lock and its read-back + list pages. Unchanged: list pages + 1.

    k changed: that + k + 1. Deletes: lock, read-back, second list pages and the deletes besides.
    """
    site, prefix = sites.first(bench.folder / "a"), bench.prefix()
    files = len(sites.tree(site))
    seen = lambda: [f"{e['method']} {e['path']}?{e['query']} {e['status']}" for e in bench.proxy.log]
    bench.proxy.reset()
    bench.publish(site, prefix)
    assert len(bench.proxy.answered()) == files + 2 + lists(files), seen()
    bench.same(site, prefix)
    for path in site.rglob("*"):
        os.utime(path, (1e9, 1e9))
    bench.proxy.reset()
    bench.publish(site, prefix)
    assert len(bench.proxy.answered()) == lists(files) + 1, seen()
    assert bench.proxy.count("PUT", "POST", "DELETE") == 0
    for round in range(3):
        changed = ["p1/index.html", "p2/index.html", "img/logo.png"][: 3 - round]
        for name in changed:
            (site / name).write_bytes((site / name).read_bytes() + b" ")
        bench.proxy.reset()
        bench.publish(site, prefix)
        assert len(bench.proxy.answered()) == lists(files) + 1 + len(changed) + 1, seen()
        assert bench.proxy.answered()[-1]["path"].endswith("techdocs-manifest.json"), seen()
        bench.same(site, prefix)
    (site / "p5/new.html").write_text("<p>new</p>")
    bench.proxy.reset()
    bench.publish(site, prefix)
    assert len(bench.proxy.answered()) == lists(files) + 1 + 1 + 1, seen()
    (site / "p5/new.html").unlink()
    bench.proxy.reset()
    bench.publish(site, prefix)
    assert len(bench.proxy.answered()) == 2 * lists(files) + 1 + 2 + 1 + 1, seen()
    bench.same(site, prefix)


def headers(bench):
    """Types carry a character set; only what holds its own digest in its name is immutable."""
    site, prefix = sites.first(bench.folder / "a"), bench.prefix()
    bench.proxy.reset()
    bench.publish(site, prefix, "--cache-control", "*.txt=max-age=9")
    sent = {e["path"].removeprefix(f"/docs/{prefix}/"): e["fields"] for e in bench.proxy.log if e["method"] == "PUT"}
    assert sent["index.html"]["content-type"] == "text/html; charset=utf-8"
    assert sent["index.html"]["cache-control"] == "public, max-age=0, must-revalidate"
    assert sent["img/logo.png"]["content-type"] == "image/png"
    assert sent["files/a b.txt"]["cache-control"] == "max-age=9"
    css = next(path for path in sent if path.endswith(".css"))
    assert sent[css]["cache-control"] == "public, max-age=31536000, immutable", css
    assert all("content-md5" in fields for path, fields in sent.items() if (site / path).exists() and (site / path).stat().st_size)


def stage(entry):
    path = entry["path"]
    if path.endswith("techdocs-lock.json"):
        return -1
    if path.endswith("techdocs-manifest.json"):
        return 4
    if path.endswith(("/docs/index.html", "/sitemap.xml", "/search/root.bin")):
        return 3
    return 2 if path.endswith((".html", ".md")) or "/search/" in path else 0


def check_order(log):
    puts = sorted((e for e in log if e["method"] == "PUT" and e["status"] == 200), key=lambda e: e["began"])
    for one in puts:
        for other in puts:
            assert not (stage(one) < stage(other) and other["began"] < one["ended"]), (one["path"], other["path"])
    for gone in (e for e in log if e["method"] == "DELETE" or "delete" in e["query"]):
        assert all(e["ended"] < gone["began"] for e in puts)


def order(bench):
    """Assets, pages, entrances, manifest, deletes; an asset outlives its pages by one publish."""
    one, two, prefix = sites.first(bench.folder / "a"), sites.second(bench.folder / "b"), bench.prefix()
    for site in (one, two):
        bench.proxy.reset()
        bench.publish(site, prefix)
        check_order(bench.proxy.log)
    remote = bench.same(two, prefix, kept={"img/old.png"})
    assert "img/old.png" in sites.kept(remote) and "old/index.html" not in remote
    (two / "p0/index.html").write_text("<p>again</p>")
    bench.proxy.reset()
    bench.publish(two, prefix)
    check_order(bench.proxy.log)
    bench.same(two, prefix)


def guards(bench):
    """Dry runs read only; no folder, an empty one, a foreign one or a sudden loss deletes anything."""
    site, prefix = sites.first(bench.folder / "a"), bench.prefix()
    bench.proxy.reset()
    text = bench.publish(site, prefix, "--dry-run")
    assert "add    index.html" in text and bench.proxy.count("PUT", "POST", "DELETE") == 0
    bench.publish(site, prefix)
    before = bench.server.files(prefix)
    empty = bench.folder / "empty"
    empty.mkdir(exist_ok=True)
    assert "no site that 'techdocs build' made" in bench.publish(empty, prefix, expect=3)
    (empty / "techdocs-manifest.json").write_text('{"version":1,"files":[]}')
    assert "is empty" in bench.publish(empty, prefix, expect=3)
    assert "There is no site" in bench.publish(bench.folder / "none", prefix, expect=3)
    (site / "p4/index.html").unlink()
    assert "p4/index.html' of the site" in bench.publish(site, prefix, expect=3)
    small = sites.build(bench.folder / "s", {"index.md": "# Shop\n"})
    (small / ".hidden").write_text("not for readers")
    assert "more than the 3" in bench.publish(small, prefix, "--max-delete", "3", expect=2)
    assert bench.server.files(prefix) == before
    bench.publish(small, prefix, "--max-delete", "90%")
    assert ".hidden" not in bench.server.files(prefix)


def foreign(bench):
    """Objects of somebody else stay, unless --delete says otherwise."""
    site, prefix = sites.first(bench.folder / "a"), bench.prefix()
    other = sites.build(bench.folder / "o", {"index.md": "# O\n"}, {"theirs.txt": "keep me"})
    bench.publish(other, prefix + "/sub")
    bench.publish(site, prefix)
    assert bench.server.files(prefix)["sub/theirs.txt"] == b"keep me"
    bench.publish(site, prefix, "--delete", "--max-delete", "100%")
    bench.same(site, prefix)


def multipart(bench):
    """What is larger than 16 MB travels in parts and arrives whole."""
    site, prefix = sites.first(bench.folder / "a"), bench.prefix()
    (site / "video.mp4").write_bytes(os.urandom(1 << 20) * 37 + b"end")
    bench.proxy.reset()
    bench.publish(site, prefix)
    parts = [e["query"] for e in bench.proxy.answered() if "partNumber" in e["query"]]
    assert len(parts) == 3, parts
    bench.same(site, prefix)
    bench.proxy.reset()
    bench.publish(site, prefix)
    assert bench.proxy.count("PUT", "POST") == 0, [e["method"] + e["path"] + e["query"] for e in bench.proxy.log]


def faults(bench):
    """A tenth of all requests spoiled, every kind: the outcome is the same."""
    for seed in range(3):
        one, two, prefix = sites.first(bench.folder / "a"), sites.second(bench.folder / "b"), bench.prefix()
        for site in (one, two):
            bench.proxy.reset({fault: 0.0125 if seed else 0.03 for fault in (
                "error500", "slow503", "reset", "lost_answer", "cut_answer", "error200", "wrong_etag", "clock403")}, seed)
            bench.publish(site, prefix)
        bench.same(two, prefix, kept={"img/old.png"})


def hopeless(bench):
    """What never succeeds ends with the key and the status; what is refused is not tried again."""
    site, prefix = sites.first(bench.folder / "a"), bench.prefix()
    bench.proxy.reset(always=("p3/index.html", "error500"))
    began = time.monotonic()
    text = bench.publish(site, prefix, expect=3)
    assert f"{prefix}/p3/index.html" in text and "500 InternalError" in text, text
    assert time.monotonic() - began < 180
    bench.proxy.reset(always=("p3/index.html", "refuse403"))
    text = bench.publish(site, prefix, expect=3)
    assert "403 AccessDenied" in text and "R1" in text, text
    assert sum(1 for e in bench.proxy.log if e["path"].endswith("p3/index.html")) == 1
    assert "Cannot reach" in bench.publish(
        site, prefix, "--endpoint-url", "https://127.0.0.1:%d" % bench.server.port, expect=None) or True


def killed(bench):
    """kill -9 after each write: no reader meets a hole, and the next run sends what is missing and no more."""
    one, two = sites.first(bench.folder / "a"), sites.second(bench.folder / "b")
    # Nothing is deleted from the second to the third, so that publish takes no lock.
    three = sites.edited(two, bench.folder / "c")
    for before, after in ((None, one), (one, two), (two, three)):
        for number in range(1, 1000, 1 if THOROUGH else bench.server.kill_step):
            prefix = bench.prefix()
            if before:
                bench.publish(before, prefix, direct=True)
            bench.proxy.reset(kill_after=number)
            process = bench.start(after, prefix, "--jobs", "1" if number % 2 else "8")
            process.communicate()
            if process.returncode == 0:
                assert number > 5
                break
            assert process.returncode == -signal.SIGKILL
            bench.proxy.settle()
            remote = bench.server.files(prefix)
            assert not sites.dangling(remote), (number, sites.dangling(remote)[:3])
            local = sites.without_own(sites.tree(after))
            missing = sum(1 for path in local if remote.get(path) != local[path])
            bench.proxy.reset()
            bench.publish(after, prefix)
            # Objects, not requests: a connection that died is tried again. Without the lock, which may have to be taken over.
            sent = {e["path"] for e in bench.proxy.log if e["method"] == "PUT" and not e["path"].endswith("-lock.json")}
            assert len(sent) <= missing + 1, (number, missing, sorted(sent))
            bench.same(after, prefix, kept={"img/old.png"})


def two_at_once(bench):
    """Of two publishers one goes on; the other says who publishes, and soon: with the lock and, for a change, without."""
    site, prefix = sites.first(bench.folder / "a"), bench.prefix()
    (site / "large.bin").write_bytes(os.urandom(1 << 20) * 48)
    second(bench, site, prefix, first_write=lambda path: path.endswith("lock.json"))
    for number in range(120):
        (site / f"p{number % 6}" / f"n{number}.html").write_text(f"<p>{number}</p>")
    second(bench, site, prefix, first_write=lambda path: path.endswith(".html"))
    assert not any(e["path"].endswith("lock.json") for e in bench.proxy.log), "a change needs no lock"


def second(bench, site, prefix, first_write):
    """Begins a publish, slowed down, and another as soon as the first has written."""
    bench.proxy.reset(delay=0.03)
    holder = bench.start(site, prefix, "--jobs", "1")
    for _ in range(1000):
        if any(e["method"] == "PUT" and first_write(e["path"]) and e["status"] for e in bench.proxy.log):
            break
        time.sleep(0.01)
    began = time.monotonic()
    text = bench.publish(site, prefix, direct=True, expect=None)
    elapsed = time.monotonic() - began
    holder.communicate()
    assert holder.returncode == 0
    assert "is being published by" in text, text
    assert elapsed < 5, elapsed
    bench.same(site, prefix)


def locks(bench):
    """A lock of another machine is respected, and broken on demand; one of a dead process here is taken over."""
    site, prefix = sites.first(bench.folder / "a"), bench.prefix()
    bench.publish(site, prefix)
    bench.server.put(f"{prefix}/techdocs-lock.json", LOCK)
    text = bench.publish(site, prefix, expect=3)
    assert "is being published by https://ci.example.com/7" in text and "--break-lock" in text, text
    assert "0 added" in bench.publish(site, prefix, "--break-lock")
    assert "0 added" in bench.publish(site, prefix)
    # An upload without a lock: by another machine, then by hand.
    for name in ("p1/index.html", "p2/index.html"):
        (site / name).write_bytes((site / name).read_bytes() + b" ")
    job = bench.environment(CI_JOB_URL="https://ci.example.com/8?a=\u00e4 b")
    bench.proxy.reset(kill_after=1)
    process = bench.start(site, prefix, "--jobs", "1", environment=job)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    bench.proxy.reset()
    text = bench.publish(site, prefix)
    assert "Taking over the lock that https://ci.example.com/8?a=\u00e4 b left" in text, text
    assert bench.proxy.count("PUT") == 2, "one page and the manifest"
    bench.server.put(f"{prefix}/p3/index.html", "by hand")
    assert "being published" not in bench.publish(site, prefix)
    bench.same(site, prefix)


def interrupted(bench):
    """SIGTERM ends as a signal does, with the lock released."""
    site, prefix = sites.first(bench.folder / "a"), bench.prefix()
    (site / "large.bin").write_bytes(os.urandom(1 << 20) * 96)
    bench.proxy.reset()
    process = bench.start(site, prefix, "--jobs", "1")
    while not any("uploads" in e["query"] for e in bench.proxy.log):
        time.sleep(0.005)
    process.terminate()
    process.communicate()
    assert process.returncode == -signal.SIGTERM, process.returncode
    assert "techdocs-lock.json" not in bench.server.files(prefix)
    bench.proxy.reset()
    bench.publish(site, prefix)
    assert not any(e["method"] == "PUT" and e["path"].endswith("logo.png") for e in bench.proxy.log), "it was there"
    bench.same(site, prefix)
    # Without a lock, too, a run that was told to stop leaves nothing that keeps the next away.
    for number in range(120):
        (site / f"p{number % 6}" / f"n{number}.html").write_text(f"<p>{number}</p>")
    bench.proxy.reset()
    process = bench.start(site, prefix, "--jobs", "1")
    while bench.proxy.count("PUT") < 4:
        time.sleep(0.005)
    process.terminate()
    process.communicate()
    assert process.returncode == -signal.SIGTERM, process.returncode
    text = bench.publish(site, prefix)
    assert "Taking over" not in text, text
    bench.same(site, prefix)


def rollback(bench):
    """--keep-previous and --rollback bring the publish before back, byte for byte."""
    one, two, prefix = sites.first(bench.folder / "a"), sites.second(bench.folder / "b"), bench.prefix()
    assert "keeps no previous publish" in bench.publish(one, prefix, "--rollback", expect=2)
    bench.publish(one, prefix, "--keep-previous")
    bench.publish(two, prefix, "--keep-previous")
    bench.publish(two, prefix, "--rollback")
    bench.same(one, prefix, kept={"img/new.png"})
    bench.proxy.reset()
    bench.publish(one, prefix)
    assert bench.proxy.count("PUT") == 0


def secrets(bench):
    """A wrong secret is refused once and in words; no secret is ever printed."""
    site, prefix = sites.first(bench.folder / "a"), bench.prefix()
    wrong = bench.environment(AWS_SECRET_ACCESS_KEY="wrong-secret-never-printed")
    text = bench.publish(site, prefix, expect=3, environment=wrong)
    assert "403" in text and "SignatureDoesNotMatch" in text, text
    none = bench.environment(AWS_ACCESS_KEY_ID=None)
    assert "No credentials found" in bench.publish(site, prefix, expect=2, environment=none)
    files = bench.folder / ".aws"
    files.mkdir(exist_ok=True)
    (files / "credentials").write_text(
        f"[ci]\naws_access_key_id = {bench.server.key}\naws_secret_access_key={bench.server.secret}\n")
    (files / "config").write_text("[profile ci]\nregion = us-east-1\n[default]\nregion = eu-west-1\n")
    bench.publish(site, prefix, "--profile", "ci", environment=none)
    bench.publish(site, prefix, environment=bench.environment(AWS_ACCESS_KEY_ID=None, AWS_PROFILE="ci"))
    bench.same(site, prefix)
    assert "wrong-secret-never-printed" not in bench.output and bench.server.secret not in bench.output.replace(
        "testing" if bench.server.secret == "testing" else "\0", "")


def compressed(bench):
    """--gzip stores text compressed where that pays, says so in the headers, and sends only what changes."""
    site, prefix = sites.first(bench.folder / "a"), bench.prefix()
    local = sites.without_own(sites.tree(site))
    for expected in (len(local), 0):
        bench.proxy.reset()
        bench.publish(site, prefix, "--gzip")
        sent = {e["path"].removeprefix(f"/docs/{prefix}/"): e for e in bench.proxy.log if e["method"] == "PUT"}
        assert len(set(sent) & set(local)) == expected, sorted(sent)
    remote = bench.server.files(prefix)
    packed = [path for path in local if remote[path] != local[path]]
    assert "index.html" in packed and "img/logo.png" not in packed and "files/a b.txt" not in packed, packed
    for path in packed:
        assert gzip.decompress(remote[path]) == local[path] and len(remote[path]) <= 0.9 * len(local[path]), path
    (site / "p1/index.html").write_bytes(local["p1/index.html"] + b" ")
    bench.proxy.reset()
    bench.publish(site, prefix, "--gzip")
    sent = [e for e in bench.proxy.log if e["method"] == "PUT" and e["path"].endswith("html")]
    assert [e["fields"].get("content-encoding") for e in sent] == ["gzip"], sent
    bench.publish(site, prefix)
    bench.same(site, prefix)
    assert "no place there" in bench.publish(site, prefix, "--gzip", "--layout", "backstage", expect=2)


def identities(bench):
    """Credentials of CI's identity token, of a role, of a container and of an instance; through a proxy, too."""
    site, prefix = sites.first(bench.folder / "a"), bench.prefix()
    issuer = Issuer(bench.server.key, bench.server.secret)
    token = bench.folder / "token"
    token.write_text("signed-by-ci\n")
    own = {"AWS_ACCESS_KEY_ID": None, "AWS_SECRET_ACCESS_KEY": None, "AWS_ENDPOINT_URL_STS": issuer.url}
    ci = {**own, "AWS_WEB_IDENTITY_TOKEN_FILE": str(token), "AWS_ROLE_ARN": "arn:aws:iam::1:role/docs"}
    issuer.failures = 1
    bench.proxy.reset()
    bench.publish(site, prefix, environment=bench.environment(**ci))
    assert [a["Action"] for a in issuer.asked] == ["AssumeRoleWithWebIdentity"] * 2, issuer.asked
    assert issuer.asked[1]["RoleArn"] == "arn:aws:iam::1:role/docs" and not issuer.asked[1]["authorization"]
    assert all(e["fields"]["x-amz-security-token"] == "session" for e in bench.proxy.log)
    bench.same(site, prefix)
    token.write_text("forged")
    text = bench.publish(site, prefix, expect=3, environment=bench.environment(**ci))
    assert "InvalidIdentityToken: not ours" in text and "forged" not in text, text
    issuer.asked.clear()
    role = bench.environment(AWS_ENDPOINT_URL_STS=issuer.url)
    bench.publish(site, prefix, "--awsRoleArn", "arn:aws:iam::1:role/other", environment=role)
    assert issuer.asked[0]["Action"] == "AssumeRole" and "/sts/aws4_request" in issuer.asked[0]["authorization"], issuer.asked
    pod = {**own, "AWS_CONTAINER_CREDENTIALS_FULL_URI": issuer.url + "/container"}
    bench.publish(site, prefix, environment=bench.environment(**pod, AWS_CONTAINER_AUTHORIZATION_TOKEN="pod-token"))
    text = bench.publish(site, prefix, expect=3, environment=bench.environment(**pod))
    assert "gave no credentials" in text, text
    pod["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://store.example.com/container"
    assert "neither encrypted" in bench.publish(site, prefix, expect=2, environment=bench.environment(**pod))
    machine = {**own, "AWS_EC2_METADATA_DISABLED": None, "AWS_EC2_METADATA_SERVICE_ENDPOINT": issuer.url}
    bench.publish(site, prefix, environment=bench.environment(**machine))
    machine["AWS_EC2_METADATA_DISABLED"] = "true"
    bench.publish(site, prefix, expect=2, environment=bench.environment(**machine))
    (site / "index.html").write_bytes((site / "index.html").read_bytes() + b" ")
    bench.proxy.reset()
    proxied = ["--awsProxy", f"http://127.0.0.1:{bench.proxy.port}", "--awsS3ForcePathStyle"]
    through = {"direct": True, "environment": bench.environment(no_proxy="127.0.0.1")}
    encrypts = bench.server.encrypts
    text = bench.publish(site, prefix, *proxied, "--awsS3sse", "AES256", expect=0 if encrypts else 3, **through)
    sent = [e for e in bench.proxy.answered() if e["method"] == "PUT"]
    assert len(sent) == (2 if encrypts else 1), sent
    assert all(e["fields"]["x-amz-server-side-encryption"] == "AES256" for e in sent), sent
    assert encrypts or "encryption is not supported" in text, text
    bench.publish(site, prefix, *proxied, **through)
    bench.same(site, prefix)
    issuer.shutdown()


def backstage(bench):
    """Docs in a Backstage's layout hold what its Reader asks for, and lie where its backend looks."""
    storage = bench.folder / "storage"
    subprocess.run([sites.TOOL, "build", "sample-repos", "--layout", "backstage", "-o", str(storage), "-q"], check=True)
    found, faults = reader.check(storage)
    assert len(found) >= 8 and not faults, faults[:5]
    entity = found[0].relative_to(storage)
    page = found[0] / "index.html"
    whole = page.read_text()
    for there, instead in (("md-content__inner", "x"), ("__drawer", "y"), ("<h1", "<script></script><h2"), (".min.css", ".css")):
        page.write_text(whole.replace(there, instead))
        assert reader.check(storage, [entity])[1], f"the checker does not see '{instead}' for '{there}'"
    page.write_text(whole)
    bare = bench.folder / "bare"
    (bare / "docs").mkdir(parents=True, exist_ok=True)
    (bare / "docs/README.md").write_text("# Read me\n\nNo mkdocs.yml stands beside this.\n")
    for options, name in ([], "Documentation Site"), (["--site-name", "Shop"], "Shop"):
        subprocess.run([sites.TOOL, "generate", "--source-dir", str(bare), "--output-dir", str(bench.folder / "none"), *options],
                       check=True, capture_output=True)
        faults = reader.check(bench.folder / "none")[1]
        metadata = json.loads((bench.folder / "none/techdocs_metadata.json").read_text())
        assert not faults and metadata["site_name"] == name, (faults[:3], metadata)
    root = bench.prefix()
    subprocess.run([sites.TOOL, "generate", "--source-dir", "sample-repos/payments-api", "--output-dir",
                    str(bench.folder / "one"), "--no-docker", "--etag", "e1"], check=True, capture_output=True)
    bench.proxy.reset()
    text = bench.publish(
        bench.folder / "one", root, "--layout", "backstage", "--entity", "default/Component/Payments-API")
    assert "/default/component/payments-api" in text, text
    bench.same(bench.folder / "one", f"{root}/default/component/payments-api")
    last = [e["path"] for e in bench.proxy.log if e["method"] == "PUT"][-2:]
    assert last[1].endswith("techdocs-manifest.json"), last
    legacy = bench.environment(AWS_ENDPOINT_URL_S3=f"http://127.0.0.1:{bench.server.port}")
    run = subprocess.run(
        [sites.TOOL, "publish", "--publisher-type", "awsS3", "--storage-name", "docs", "--awsBucketRootPath", root + "/old",
         "--entity", "default/Component/X", "--directory", str(bench.folder / "one"),
         "--legacyUseCaseSensitiveTripletPaths"], env=legacy, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    bench.same(bench.folder / "one", f"{root}/old/default/Component/X")


CHECKS = [requests, headers, order, guards, foreign, multipart, faults, hopeless, killed, two_at_once, locks, interrupted,
          rollback, secrets, identities, compressed, backstage]


def main():
    rclone, words = sys.argv[1], sys.argv[2:]
    servers = [s for s in (Rclone, Swift) if s.__name__.lower() in words] or [Rclone, Swift]
    chosen = [c for c in CHECKS if c.__name__ in words] or CHECKS
    passed = failed = 0
    for kind in servers:
        with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR", "/var/tmp")) as folder:
            server = kind(folder, rclone)
            try:
                bench = Bench(server, folder)
                for check in chosen:
                    began = time.monotonic()
                    bench.proxy.reset()
                    try:
                        check(bench)
                        passed += 1
                        print(f"ok   {server.name}: {check.__name__} ({time.monotonic() - began:.1f} s)", flush=True)
                    except AssertionError as failure:
                        failed += 1
                        print(f"FAIL {server.name}: {check.__name__}: {failure}", flush=True)
            finally:
                server.stop()
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
