"""The two servers that publishing is tested against, each an implementation of its own."""
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time

import sites

HERE = pathlib.Path(__file__).parent
KEY, SECRET = "TESTKEY", "very-secret-indeed"


def free_port(count=1):
    for port in range(21000 + os.getpid() % 500 * 16, 60000, 16):
        try:
            for offset in range(count):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", port + offset))
            return port
        except OSError:
            continue
    raise SystemExit("no free port")


class Rclone:
    """`rclone serve s3` on a folder."""

    name = "rclone serve s3"
    key, secret = KEY, SECRET
    kill_step = 1
    encrypts = True  # by its own word: it takes the header and ignores it

    def __init__(self, folder, rclone):
        self.root = pathlib.Path(folder) / "rclone"
        (self.root / "docs").mkdir(parents=True)
        self.port = free_port()
        self.process = subprocess.Popen(
            [rclone, "serve", "s3", "--auth-key", f"{KEY},{SECRET}", "--addr", f"127.0.0.1:{self.port}", str(self.root),
             "--config", "/dev/null"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    break
            time.sleep(0.1)

    def files(self, prefix):
        return sites.tree(self.root / "docs" / prefix)

    def put(self, key, text):
        (self.root / "docs" / key).write_text(text)

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Swift:
    """OpenStack Swift with s3api."""

    name = "OpenStack Swift"
    key, secret = "test:tester", "testing"
    encrypts = False
    kill_step = 5  # each run takes seconds here

    def __init__(self, folder, rclone):
        self.folder = pathlib.Path(folder) / "swift"
        self.port = free_port(5)
        self.rclone = rclone
        subprocess.run([HERE / "swift-server", str(self.folder), str(self.port)], check=True)
        self._rclone("mkdir", ":s3:docs")

    def _rclone(self, *arguments):
        subprocess.run(
            [self.rclone, "--config", "/dev/null", "--s3-provider", "Other", "--s3-access-key-id", self.key,
             "--s3-secret-access-key", self.secret, "--s3-endpoint", f"http://127.0.0.1:{self.port}", *arguments],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def files(self, prefix):
        copy = self.folder / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        self._rclone("copy", f":s3:docs/{prefix}", str(copy))
        return sites.tree(copy)

    def put(self, key, text):
        file = self.folder / "put"
        file.write_text(text)
        self._rclone("copyto", str(file), f":s3:docs/{key}")

    def stop(self):
        for pid in (self.folder / "pids").read_text().split():
            try:
                os.kill(int(pid), signal.SIGTERM)
            except ProcessLookupError:
                pass
