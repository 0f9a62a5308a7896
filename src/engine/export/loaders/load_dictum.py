"""Loads a Prodigy / spaCy JSONL file of Dictum, and checks that every span stands where it should.

    python load_dictum.py corpus.jsonl                 counts articles, spans and labels, and checks all offsets
    python load_dictum.py corpus.jsonl corpus.spacy    writes a DocBin for `spacy train` (needs spaCy)

    from load_dictum import load, docs
    for record in load("corpus.jsonl"): ...            plain dicts; needs nothing but Python
    for doc in docs("corpus.jsonl"): ...               spaCy Docs, spans in doc.spans["sc"] and, where they do
                                                       not overlap, in doc.ents
"""

import json
import sys
from collections import Counter
from pathlib import Path

SPANS_KEY = "sc"  # what spaCy's spancat looks for


def load(path):
    """Yields the records as dicts. Offsets are code points, as Python counts; `token_end` is the last token itself."""
    with Path(path).open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, start=1):
            record = json.loads(line)
            text = record["text"]
            for token in record.get("tokens", ()):
                if text[token["start"] : token["end"]] != token["text"]:
                    raise ValueError(f"{path}:{number}: token {token['id']} does not stand at its offsets")
            for span in record.get("spans", ()):
                found = text[span["start"] : span["end"]]
                if "text" in span and not span.get("parts") and found != span["text"]:
                    raise ValueError(f"{path}:{number}: {found!r} stands where {span['text']!r} should")
            yield record


def docs(path, vocab=None):
    """Yields spaCy Docs, cut into the file's own tokens. A span that is not on their edges is passed over."""
    from spacy.tokens import Doc
    from spacy.util import filter_spans
    from spacy.vocab import Vocab

    vocab = vocab or Vocab()
    for record in load(path):
        doc = Doc(vocab, *_words_and_spaces(record))
        spans = []
        for span in record.get("spans", ()):
            start, end = _token_edges(record, span)
            if start is not None:
                spans.append(doc[start:end])
                spans[-1].label_ = span["label"]
        doc.spans[SPANS_KEY] = spans
        doc.ents = filter_spans(spans)
        yield doc


def _words_and_spaces(record):
    """The tokens, and between them whatever is more than one space: a Doc gives back the text exactly."""
    text, words, spaces, at = record["text"], [], [], 0
    for token in record["tokens"]:
        _add_gap(text[at : token["start"]], words, spaces)
        words.append(text[token["start"] : token["end"]])
        spaces.append(False)
        at = token["end"]
    _add_gap(text[at:], words, spaces)
    return words, spaces


def _add_gap(gap, words, spaces):
    if gap.startswith(" ") and spaces and not spaces[-1]:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


def _token_edges(record, span):
    """Half open, in the tokens of the Doc, which has those of white space too."""
    words, spaces = _words_and_spaces(record)
    at, start = 0, None
    for number, (word, space) in enumerate(zip(words, spaces)):
        if at == span["start"]:
            start = number
        at += len(word)
        if at == span["end"] and start is not None:
            return start, number + 1
        at += len(" ") if space else 0
    return None, None


def main(source, target=None):
    articles, labels = 0, Counter()
    for record in load(source):
        articles += 1
        labels.update(span["label"] for span in record.get("spans", ()))
    counts = ", ".join(f"{label} {count}" for label, count in sorted(labels.items()))
    print(f"{articles} articles, {sum(labels.values())} spans, all where they should be ({counts})")
    if target is not None:
        from spacy.tokens import DocBin

        DocBin(docs=docs(source), store_user_data=False).to_disk(target)
        print(f"wrote {target}")


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
