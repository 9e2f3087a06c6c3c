#!/usr/bin/env python3
"""A long sweep through the fault proxy of the reference material beside the project: every kind, alone and together.

  faults.py RCLONE PROXY     PROXY: s3_fault_proxy.py
"""
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time

import sites
from checks import Bench
from servers import Rclone, free_port

KINDS = ["err500", "slow503", "skew403", "reset_before", "reset_mid", "ambiguous", "trunc", "badxml", "err200", "corrupt_etag",
         "stall", "hang"]


def through(bench, proxy, folder, rates, seed, site, prefix, last):
    """Publishes through the proxy, then lets its own checker judge the order."""
    port, log = free_port(), folder / f"ops-{prefix.split('/')[0]}-{site.parent.name}.jsonl"
    arguments = [f"--rate={kind}={share}" for kind, share in rates.items()]
    process = subprocess.Popen(
        [sys.executable, proxy, "run", "--listen", f"127.0.0.1:{port}", "--upstream", f"127.0.0.1:{bench.server.port}",
         "--log", str(log), "--seed", str(seed), "--hang-s", "3", "--stall-s", "1", *arguments], stdout=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        bench.proxy.port, direct = port, bench.proxy.port
        bench.publish(site, prefix)
        bench.proxy.port = direct
    finally:
        process.terminate()
        process.wait()
    judged = subprocess.run(
        [sys.executable, proxy, "check", str(log), "--last", last, "--asset", r"\.(png|txt|css|js)$|deep/x\.json$"],
        capture_output=True, text=True)
    # The lock is written before everything, and is no part of the site.
    faults = [line for line in judged.stdout.splitlines() if line.startswith("VIOLATION") and "techdocs-lock" not in line]
    assert not faults, faults[:3]


def main():
    rclone, proxy = sys.argv[1:3]
    passed = failed = 0
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR", "/var/tmp")) as name:
        folder = pathlib.Path(name)
        bench = Bench(Rclone(folder, rclone), folder)
        runs = [({kind: 0.1}, seed) for kind in KINDS for seed in range(1 if kind in ("hang", "stall") else 3)]
        runs += [({kind: 0.1 / len(KINDS) for kind in KINDS}, seed) for seed in range(8)]
        for rates, seed in runs:
            one, two, prefix = sites.first(folder / "a"), sites.second(folder / "b"), bench.prefix()
            began = time.monotonic()
            try:
                for site in (one, two):
                    through(bench, proxy, folder, rates, seed, site, prefix, r"techdocs-manifest\.json$")
                bench.same(two, prefix, kept={"img/old.png"})
                passed += 1
                word = "ok  "
            except AssertionError as failure:
                failed += 1
                word = f"FAIL {failure}"
            print(f"{word} {' '.join(rates) if len(rates) == 1 else 'all kinds'}, seed {seed} ({time.monotonic() - began:.1f} s)", flush=True)
        bench.server.stop()
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
