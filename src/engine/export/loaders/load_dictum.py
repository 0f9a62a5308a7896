"""Loads a Prodigy / spaCy JSONL file of Dictum, and checks that every token and every span stands where it should.

    python load_dictum.py corpus.jsonl                 counts articles, spans and labels, and checks all offsets
    python load_dictum.py corpus.jsonl corpus.spacy    writes a DocBin for `spacy train` (needs spaCy)

To use it from your own code, call it load_dictum.py:

    from load_dictum import load, docs
    for record in load("corpus.jsonl"): ...            plain dicts; needs nothing but Python
    for doc in docs("corpus.jsonl"): ...               spaCy Docs: spans in doc.spans["sc"], and in doc.ents
                                                       those that do not overlap (the longer ones first)
"""

import json
import sys
from collections import Counter
from pathlib import Path

SPANS_KEY = "sc"  # where spaCy's spancat looks for spans


def cut(text, unit):
    """What cuts words out of a text by offsets that begin at 0 and do not include the end."""
    if unit == "utf16":
        data = text.encode("utf-16-le")
        return lambda start, end: data[2 * start : 2 * end].decode("utf-16-le")
    if unit == "utf8":
        data = text.encode("utf-8")
        return lambda start, end: data[start:end].decode("utf-8")
    return lambda start, end: text[start:end]


def load(path):
    """Yields the records as dicts. `token_end` of a span is its last token itself."""
    with Path(path).open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, start=1):
            record = json.loads(line)
            words = cut(record["text"], record["meta"].get("offset_unit", "codepoint"))
            tokens = record["tokens"]
            for item in tokens + record["spans"]:
                found = words(item["start"], item["end"])
                if found != item["text"]:
                    raise ValueError(f"{path}:{number}: {found!r} stands where {item['text']!r} should")
            for span in record["spans"]:
                edges = tokens[span["token_start"]]["start"], tokens[span["token_end"]]["end"]
                if edges != (span["start"], span["end"]):
                    raise ValueError(f"{path}:{number}: the tokens of {span['text']!r} are not where it is")
            yield record


def words_and_spaces(record):
    """The tokens, and whether a space follows each: spaCy makes the text of them again, exactly."""
    return [token["text"] for token in record["tokens"]], [token["ws"] for token in record["tokens"]]


def docs(path, vocab=None):
    """Yields spaCy Docs of the file's own tokens. A span of several parts is a span for each part."""
    from spacy.tokens import Doc, Span
    from spacy.util import filter_spans
    from spacy.vocab import Vocab

    vocab = vocab or Vocab()
    for record in load(path):
        words, spaces = words_and_spaces(record)
        doc = Doc(vocab, words=words, spaces=spaces)
        spans = [Span(doc, one["token_start"], one["token_end"] + 1, one["label"]) for one in record["spans"]]
        doc.spans[SPANS_KEY] = spans
        doc.ents = filter_spans(spans)
        yield doc


def main(source, target=None):
    articles, labels = 0, Counter()
    for record in load(source):
        articles += 1
        labels.update(span["label"] for span in record["spans"])
    counts = ", ".join(f"{label} {count}" for label, count in sorted(labels.items()))
    print(f"{articles} articles, {sum(labels.values())} spans, all where they should be ({counts})")
    if target is not None:
        from spacy.tokens import DocBin

        DocBin(docs=docs(source)).to_disk(target)
        print(f"wrote {target}")


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
