"""Starts the built program on a folder of its own, and stops it."""

import os
import queue
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request


class Served:
    def __init__(self, *options: str):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.folder = tempfile.mkdtemp(prefix="plumbline-browser-")
        self.address = f"http://127.0.0.1:{port}"
        self.said = []
        lines = queue.Queue()
        self.program = subprocess.Popen(
            [os.environ["PLUMBLINE_PROGRAM"], "serve", "--data", self.folder + "/data", "--port", str(port), *options],
            cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        # The pipe is read to its end, so that the program never waits for a reader.
        self._reader = threading.Thread(target=lambda: [lines.put(line) for line in self.program.stdout], daemon=True)
        self._reader.start()
        self._lines = lines
        self._wait()

    def _wait(self):
        for _ in range(600):
            if self.program.poll() is not None:
                break
            try:
                with urllib.request.urlopen(self.address + "/health", timeout=5):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise RuntimeError("the program did not start:\n" + self.output())

    def output(self) -> str:
        """What the program has said so far."""
        while not self._lines.empty():
            self.said.append(self._lines.get())
        return "".join(self.said)

    def stop(self):
        self.program.terminate()
        try:
            self.program.wait(15)
        except subprocess.TimeoutExpired:
            self.program.kill()
            self.program.wait()
        self._reader.join(5)
        self.program.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)
