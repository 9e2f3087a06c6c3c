"""A `techdocs serve` that a benchmark starts, asks and ends."""
import os, re, subprocess, sys, tempfile, time


class PreviewServer:
    def __init__(self, tool, folder):
        self.log = tempfile.NamedTemporaryFile(mode="r", suffix=".log")
        self.started = time.monotonic()
        self.process = subprocess.Popen([tool, "serve", folder], stderr=open(self.log.name, "w"))
        while not (found := re.search(r"Serving on (http://\S+/)", self.said())):
            if self.process.poll() is not None:
                sys.exit("the server ended: " + self.said())
            time.sleep(0.002)
        self.url = found.group(1)

    def said(self):
        with open(self.log.name) as file:
            return file.read()

    def memory(self):
        """In MB."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) / 1024

    def files(self):
        """How many are open."""
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def stop(self):
        self.process.terminate()
        self.process.wait()
