"""Loads this dataset with nothing but Python, and checks that every span stands where it should.

    python load.py                       counts articles, spans and labels, and checks all offsets

    from load import load
    for article in load("train"):
        for span in article["spans"]:
            print(span["label"], span["text"])

With the `datasets` library: datasets.load_dataset("path/to/this/folder")
"""

import json
import sys
from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def words(text, parts, unit="codepoint"):
    """The words under a span's parts, with one space between them. Offsets begin at 0, and the end is not included."""
    if unit == "utf16":
        data = text.encode("utf-16-le")
        return " ".join(data[2 * start : 2 * end].decode("utf-16-le") for start, end in parts)
    if unit == "utf8":
        data = text.encode("utf-8")
        return " ".join(data[start:end].decode("utf-8") for start, end in parts)
    return " ".join(text[start:end] for start, end in parts)


def load(split="train", folder=FOLDER):
    """Yields the articles of a split as dicts. Attributes and fields become dicts; a date that is not known is None."""
    path = Path(folder) / "data" / f"{split}.jsonl"
    with path.open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, start=1):
            article = json.loads(line)
            for span in article["spans"]:
                found = words(article["text"], span["parts"], article["offset_unit"])
                if found != span["text"]:
                    raise ValueError(f"{path.name}:{number}: {found!r} stands where {span['text']!r} should")
                span["attributes"] = json.loads(span["attributes"])
            for relation in article["relations"]:
                relation["attributes"] = json.loads(relation["attributes"])
            article["fields"] = json.loads(article["fields"])
            day = (article["year"], article["month"], article["day"])
            article["published_on"] = "%04d-%02d-%02d" % day if all(day) else None
            yield article


def splits(folder=FOLDER):
    """The names of the splits that are there."""
    there = {path.stem for path in (Path(folder) / "data").glob("*.jsonl")}
    return [name for name in ("train", "validation", "test") if name in there]


def main():
    for split in splits():
        articles, labels = 0, Counter()
        for article in load(split):
            articles += 1
            labels.update(span["label"] for span in article["spans"])
        counts = ", ".join(f"{label} {count}" for label, count in sorted(labels.items()))
        print(f"{split}: {articles} articles, {sum(labels.values())} spans, all where they should be ({counts})")


if __name__ == "__main__":
    sys.exit(main())
