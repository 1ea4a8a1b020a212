"""Draws a sample again: python3 Tests/peers/draw.py FRAME SEED COUNT, where FRAME has one id a line."""
import hashlib
import sys

frame, seed, count = sys.argv[1:]
with open(frame, encoding="utf-8", newline="\n") as file:
    ids = [line.rstrip("\r\n") for line in file if line.strip()]
ids.sort(key=lambda case: hashlib.sha256(f"{seed}|{case}".encode()).digest())
print("\n".join(ids[: int(count)]))
