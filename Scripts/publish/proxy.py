"""A proxy on loopback that writes down what passes, and can spoil it: refuse, cut, answer wrong, kill the client."""
import asyncio
import hashlib
import os
import signal
import socket
import struct
import threading
import time
import urllib.parse

FAULTS = ("error500", "slow503", "reset", "lost_answer", "cut_answer", "error200", "wrong_etag", "clock403")
ERROR = '<?xml version="1.0"?><Error><Code>{}</Code><Message>spoiled on purpose</Message><RequestId>R1</RequestId></Error>'


class Proxy:
    """Forwards to `upstream` ('host:port'). Signatures stay valid: the Host field passes untouched."""

    def __init__(self, upstream):
        self.upstream, self.clients = upstream, 0
        self.lock = threading.Lock()
        self.reset()
        self.loop = asyncio.new_event_loop()
        ready = threading.Event()
        threading.Thread(target=self._run, args=(ready,), daemon=True).start()
        ready.wait()

    def reset(self, rates=None, seed=1, kill_after=None, always=None, delay=0):
        """Forgets the log. `rates`: fault -> share of requests; `kill_after`: SIGKILL the client after so many writes.

        `delay`: seconds that every answer waits.
        """
        with self.lock:
            self.log, self.tries, self.writes, self.client = [], {}, 0, None
            self.rates, self.seed, self.kill_after, self.always = rates or {}, seed, kill_after, always
            self.clock, self.delay = 0, delay

    def count(self, *methods):
        return sum(1 for entry in self.answered() if entry["method"] in methods)

    def answered(self):
        """The requests without those that the server itself failed at: rclone's answers 500 when two first objects of a folder
        make that folder at the same time. The client is right to send them again, so they say nothing about it."""
        return [entry for entry in self.log if entry["status"] not in (500, 503)]

    def _run(self, ready):
        asyncio.set_event_loop(self.loop)
        server = self.loop.run_until_complete(asyncio.start_server(self._client, "127.0.0.1", 0, limit=1 << 20))
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        self.loop.run_forever()

    def _fault(self, method, target):
        with self.lock:
            number = self.tries[(method, target)] = self.tries.get((method, target), 0) + 1
            if self.always and self.always[0] in target:
                return self.always[1]
        digest = hashlib.sha256(f"{self.seed} {method} {target} {number}".encode()).digest()
        share = int.from_bytes(digest[:6], "big") / (1 << 48)
        for fault in FAULTS:
            share -= self.rates.get(fault, 0)
            if share < 0:
                return fault
        return None

    async def _client(self, reader, writer):
        self.clients += 1
        try:
            while await self._exchange(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError, OSError):
            pass
        finally:
            self.clients -= 1
            writer.close()

    async def _head(self, reader):
        lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        fields = [line.partition(":")[::2] for line in lines[1:] if line]
        return lines[0], [(name, value.strip()) for name, value in fields]

    async def _body(self, reader, fields, has_body=True):
        fields = {name.lower(): value for name, value in fields}
        if not has_body:
            return b""
        if fields.get("transfer-encoding", "").lower() == "chunked":
            body = b""
            while size := int((await reader.readline()).split(b";")[0], 16):
                body += (await reader.readexactly(size + 2))[:-2]
            await reader.readline()
            return body
        return await reader.readexactly(int(fields.get("content-length", "0")))

    async def _exchange(self, reader, writer):
        line, fields = await self._head(reader)
        method, target, version = line.split(" ", 2)
        if target.startswith("http://"):
            # Asked as a forward proxy: what lies behind gets a plain path.
            target = "/" + target.split("/", 3)[3]
            line = f"{method} {target} {version}"
        body = await self._body(reader, fields)
        path, _, query = target.partition("?")
        entry = {"method": method, "path": urllib.parse.unquote(path), "query": query, "fields": {
            name.lower(): value for name, value in fields}, "status": 0}
        with self.lock:
            self.clock += 1
            entry["began"] = self.clock
            self.log.append(entry)
        fault = entry["fault"] = self._fault(method, target)
        if fault == "reset":
            return self._reset(writer)
        spoiled = {"error500": (500, "InternalError"), "slow503": (503, "SlowDown"), "error200": (200, "InternalError"),
                   "clock403": (403, "RequestTimeTooSkewed"), "refuse403": (403, "AccessDenied")}.get(fault)
        if spoiled:
            self._answer(writer, spoiled[0], ERROR.format(spoiled[1]).encode())
            await writer.drain()
            return True
        return await self._forward(writer, line, fields, body, entry, fault)

    def settle(self):
        """Waits until every connection of a client that has ended is read to its end, and nothing is under way upstream.

        What a killed client had sent still lies in its sockets, and would else arrive during the next run.
        """
        while self.clients:
            time.sleep(0.01)

    async def _forward(self, writer, line, fields, body, entry, fault):
        up_reader, up_writer = await asyncio.open_connection(*self.upstream.split(":"), limit=1 << 20)
        kept = [f"{name}: {value}" for name, value in fields if name.lower() not in ("connection", "expect")]
        up_writer.write("\r\n".join([line, *kept, "Connection: close", "", ""]).encode("latin-1") + body)
        status_line, answer = await self._head(up_reader)
        status = entry["status"] = int(status_line.split(" ")[1])
        content = await self._body(up_reader, answer, entry["method"] != "HEAD" and status not in (204, 304))
        up_writer.close()
        with self.lock:
            self.clock += 1
            entry["ended"] = self.clock
            if status < 300 and entry["method"] in ("PUT", "POST", "DELETE"):
                self.writes += 1
                if self.kill_after is not None and self.writes >= self.kill_after and self.client:
                    os.kill(self.client, signal.SIGKILL)
        if self.delay:
            await asyncio.sleep(self.delay)
        if fault == "lost_answer":
            return self._reset(writer)
        if fault == "wrong_etag":
            answer = [(n, '"00000000000000000000000000000000"' if n.lower() == "etag" else v) for n, v in answer]
        head = [f"{n}: {v}" for n, v in answer if n.lower() not in ("connection", "content-length", "transfer-encoding")]
        writer.write("\r\n".join([status_line, *head, f"Content-Length: {len(content)}", "", ""]).encode("latin-1"))
        if fault == "cut_answer" and content:
            writer.write(content[: len(content) // 2])
            await writer.drain()
            return self._reset(writer)
        writer.write(content)
        await writer.drain()
        return True

    @staticmethod
    def _answer(writer, status, body):
        head = f"HTTP/1.1 {status} Spoiled\r\nContent-Type: application/xml\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)

    @staticmethod
    def _reset(writer):
        raw = writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()
        return False
