"""Language server: yaml-language-server over stdio, as an editor speaks to it."""

import json
import os
import subprocess
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self

LANGUAGE = "yaml"


def server() -> Path:
    """Give the server's start file, named by ``YAML_LS``; without it the tests fail."""
    named = Path(os.environ.get("YAML_LS", ""))
    assert named.is_file(), (
        "YAML_LS must name .../node_modules/yaml-language-server/bin/yaml-language-server: "
        "npm install --ignore-scripts yaml-language-server"
    )
    return named


class Editor:
    """An editor with a folder open, its server told of schemas by ``yaml.schemas``: schema → globs of files."""

    def __init__(self, folder: Path, schemas: Mapping[str, object]) -> None:
        command = ["node", str(server()), "--stdio"]
        self._server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        self._numbers = count(1)
        self._versions = count(1)
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        self._configured = False
        self._settings = {"yaml": {"schemas": dict(schemas), "schemaStore": {"enable": False}, "validate": True}}
        root = folder.as_uri()
        markup = ["markdown", "plaintext"]
        able = {
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": markup}},
                "hover": {"contentFormat": markup},
                "publishDiagnostics": {},
            },
            "workspace": {"configuration": True, "workspaceFolders": True},
        }
        folders = [{"uri": root, "name": folder.name}]
        asked = {"processId": os.getpid(), "rootUri": root, "capabilities": able, "workspaceFolders": folders}
        self._ask("initialize", asked)
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})
        while not self._configured:
            self._receive()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.kill()
        self._server.communicate()

    def open(self, file: Path, text: str | None = None) -> str:
        """Open a file as it is, or one in a folder beside it with a text; gives its address."""
        beside = file.parent / str(next(self._numbers)) / file.parent.name / file.name
        uri = (file if text is None else beside).as_uri()
        written = file.read_text("utf-8") if text is None else text
        named = {"uri": uri, "languageId": LANGUAGE, "version": next(self._versions), "text": written}
        self._diagnostics.pop(uri, None)
        self._tell("textDocument/didOpen", {"textDocument": named})
        while uri not in self._diagnostics:  # once it is checked, its schema has been read
            self._receive()
        return uri

    def diagnostics(self, file: Path, text: str | None = None) -> list[str]:
        """Open a file and give what the editor marks in it: ``line: message``."""
        uri = self.open(file, text)
        self._tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        return [f"{d['range']['start']['line'] + 1}: {d['message']}" for d in self._diagnostics[uri]]

    def completions(self, file: Path, text: str) -> dict[str, str]:
        """Give what is proposed where ``|`` stands in a text: label → what is told of it."""
        found = self._at("completion", file, text)
        items = found["items"] if isinstance(found, dict) else found or []
        return {item["label"]: _words(item.get("documentation") or "") for item in items}

    def hover(self, file: Path, text: str) -> str:
        """Give what is shown when the mouse rests where ``|`` stands in a text."""
        found = self._at("hover", file, text)
        return _words(found["contents"]) if found else ""

    def _at(self, what: str, file: Path, text: str) -> Any:
        before, _, after = text.partition("|")
        uri = self.open(file, before + after)
        lines = before.split("\n")
        place = {"line": len(lines) - 1, "character": len(lines[-1])}
        found = self._ask(f"textDocument/{what}", {"textDocument": {"uri": uri}, "position": place})
        self._tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        return found

    def _ask(self, method: str, params: object) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while (answer := self._receive()).get("id") != number or "method" in answer:
            pass
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def _tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._server.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """Read one message; what the server itself asks is answered with the settings, or with nothing."""
        assert self._server.stdout
        length = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self._server.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            items = message["params"].get("items") if message["method"] == "workspace/configuration" else None
            result = [self._settings.get(item.get("section", "")) for item in items] if items else None
            self._send({"id": message["id"], "result": result})
            self._configured |= bool(items)
        return message


def _words(documentation: Any) -> str:
    return str(documentation["value"] if isinstance(documentation, dict) else documentation)
