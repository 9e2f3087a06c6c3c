"""What hands out credentials in CI and in clouds, on loopback: a token service, a container's endpoint, an instance's."""
import http.server
import json
import threading
import urllib.parse

EXPIRES = "2099-01-01T00:00:00Z"


class Issuer(http.server.ThreadingHTTPServer):
    """Answers with the server's keys to whoever asks as Amazon's tools do; `asked` holds what each was asked with."""

    daemon_threads = True

    def __init__(self, key, secret):
        super().__init__(("127.0.0.1", 0), Answers)
        self.key, self.secret, self.asked, self.failures = key, secret, [], 0
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"

    def keys(self):
        return json.dumps({"AccessKeyId": self.key, "SecretAccessKey": self.secret, "Token": "session", "Expiration": EXPIRES})


class Answers(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def _answer(self, status, text, kind="application/json"):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        """The token service."""
        form = dict(urllib.parse.parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        self.server.asked.append({**form, "authorization": self.headers.get("Authorization", "")})
        if self.server.failures:
            self.server.failures -= 1
            return self._answer(503, "busy")
        action = form.get("Action", "")
        if form.get("WebIdentityToken", "signed-by-ci") != "signed-by-ci":
            error = "<Error><Code>InvalidIdentityToken</Code><Message>not ours</Message></Error>"
            return self._answer(400, f"<ErrorResponse>{error}</ErrorResponse>", "text/xml")
        self._answer(200, f"<{action}Response><{action}Result><Credentials><AccessKeyId>{self.server.key}</AccessKeyId>"
                     f"<SecretAccessKey>{self.server.secret}</SecretAccessKey><SessionToken>session</SessionToken>"
                     f"<Expiration>{EXPIRES}</Expiration></Credentials></{action}Result></{action}Response>", "text/xml")

    def do_PUT(self):
        """The instance's metadata service hands out a token first."""
        self.server.asked.append({"path": self.path})
        is_token = self.path == "/latest/api/token" and self.headers.get("X-aws-ec2-metadata-token-ttl-seconds")
        self._answer(200 if is_token else 400, "metadata-token" if is_token else "", "text/plain")

    def do_GET(self):
        self.server.asked.append({"path": self.path, "authorization": self.headers.get("Authorization", "")})
        role = "/latest/meta-data/iam/security-credentials/"
        if self.path == "/container":
            return self._answer(*((200, self.server.keys()) if self.headers.get("Authorization") == "pod-token" else (401, "{}")))
        if self.headers.get("X-aws-ec2-metadata-token") != "metadata-token":
            return self._answer(401, "", "text/plain")
        if self.path == role:
            return self._answer(200, "docs-role\n", "text/plain")
        self._answer(*((200, self.server.keys()) if self.path == role + "docs-role" else (404, "")))
