"""Learning the weights of a reader: features as they are, and words also by what they are near to in meaning.

The classifier sees, beside its sparse features, the sum of the vectors of the words in each group of features (all
words, the last clause, the line before). That sum is linear in the features, so what is learnt of the vectors folds
back into one row of weights a word: a word that no training line has still gets a row, from its neighbours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer

from benchmarks.listener import vectors
from roleplay.listener.linear import pack

UNSEEN = 0.35
"""What a word no training line has counts beside the logarithm of how often others occur, and its value."""
LOUD = 0.1
"""The spread of the vector sums beside the sparse features: chosen by cross-validation."""

Features = Mapping[str, float]


@dataclass
class Learnt:
    """A reader's weights: for each feature one number a label."""

    labels: list[str]
    bias: np.ndarray
    names: list[str]
    rows: np.ndarray
    reach: np.ndarray
    """How far each feature reaches: its usual value, times the logarithm of how often it occurs."""

    def scores(self, inputs: Sequence[Features]) -> np.ndarray:
        """What the listener itself would compute, one row of label scores an input."""
        index = {name: row for row, name in enumerate(self.names)}
        made = [[(index[name], value) for name, value in values.items() if name in index] for values in inputs]
        ends = np.cumsum([0, *map(len, made)])
        flat = [pair for pairs in made for pair in pairs]
        where, values = np.array([a for a, _ in flat]), np.array([b for _, b in flat])
        matrix = sparse.csr_matrix((values, where, ends), shape=(len(inputs), len(self.names)))
        return np.asarray(matrix @ self.rows) + self.bias

    def write(self, name: str, fitted: Mapping[str, float], kept: int) -> int:
        """Write the weights file with the `kept` features that sway most; returns its size in bytes. For `fitted` see
        `pack`.
        """
        sway = np.abs(self.rows).max(axis=1) * self.reach
        weights = {self.names[row]: list(map(float, self.rows[row])) for row in sorted(np.argsort(-sway)[:kept])}
        return pack(name, self.labels, list(map(float, self.bias)), fitted, weights)


def learn(
    inputs: Sequence[Features], labels: Sequence[str], weights: Sequence[float], strength: float,
    groups: Sequence[str], *, rarest: int = 2, rounds: int = 100,
) -> Learnt:  # fmt: skip
    """Fit a multinomial logistic regression and fold it. Features in no more than `rarest` inputs have no own row."""
    seen = Counter(name for values in inputs for name in values)
    table = DictVectorizer(dtype=np.float32)
    whole = table.fit_transform(inputs)
    names = list(table.feature_names_)
    own = np.array([column for column, name in enumerate(names) if seen[name] > rarest])
    meanings = [_meaning(names, group) for group in groups]
    sums = [whole[:, columns] @ rows for columns, rows, _ in meanings]
    factors = [LOUD / (total.std() + 1e-9) for total in sums]
    dense = np.hstack([total * factor for total, factor in zip(sums, factors, strict=True)]).astype(np.float32)
    kinds = sorted(set(labels))
    truth = np.array([kinds.index(label) for label in labels])
    coefficients, bias = _fit(whole[:, own].tocsr(), dense, truth, np.array(weights, np.float32), strength, rounds)
    known = {
        name: most * (np.log1p(seen[name]) + UNSEEN)
        for name, most in zip(names, np.asarray(abs(whole).max(axis=0).todense())[0], strict=True)
    }
    return _folded(kinds, coefficients, bias, [names[column] for column in own], meanings, factors, groups, known)


def _fit(
    thin: Any, dense: np.ndarray, truth: np.ndarray, weights: np.ndarray, strength: float, rounds: int
) -> tuple[np.ndarray, np.ndarray]:
    """The coefficients and the bias that make the true labels likeliest, large coefficients costing something.

    The loss of scikit-learn's LogisticRegression(C=strength), written out because the sparse and the dense part are
    several times faster apart.
    """
    many, kinds = thin.shape[1] + dense.shape[1], int(truth.max()) + 1
    across, chosen = thin.T.tocsr(), (np.arange(len(truth)), truth)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        both = flat.reshape(many + 1, kinds).astype(np.float32)
        scores = thin @ both[: thin.shape[1]] + dense @ both[thin.shape[1] : many] + both[many]
        scores -= scores.max(axis=1, keepdims=True)
        powers = np.exp(scores)
        whole = powers.sum(axis=1, keepdims=True)
        value = -float(weights @ (scores[chosen] - np.log(whole[:, 0]))) * strength
        wrong = powers / whole
        wrong[chosen] -= 1
        wrong *= weights[:, None] * strength
        slope = np.vstack([across @ wrong, dense.T @ wrong, wrong.sum(axis=0, keepdims=True)]).astype(np.float64)
        slope[:many] += flat.reshape(many + 1, kinds)[:many]
        return value + 0.5 * float((flat[: many * kinds] ** 2).sum()), slope.ravel()

    found = minimize(loss, np.zeros((many + 1) * kinds), jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    whole = found.x.reshape(many + 1, kinds)
    return whole[:many], whole[many]


def _meaning(names: Sequence[str], group: str) -> tuple[np.ndarray, np.ndarray, dict[str, int]]:
    """The columns of a group's words, their vectors, and where every word's vector is."""
    index, rows = vectors.load()
    known = [(column, index[name[len(group) :]]) for column, name in enumerate(names)
             if name.startswith(group) and name[len(group) :] in index]  # fmt: skip
    return np.array([column for column, _ in known]), rows[[row for _, row in known]], index


def _folded(
    kinds: list[str], coefficients: np.ndarray, bias: np.ndarray, own: Sequence[str],
    meanings: Sequence[tuple[np.ndarray, np.ndarray, dict[str, int]]],
    factors: Sequence[float], groups: Sequence[str], known: Mapping[str, float],
) -> Learnt:  # fmt: skip
    rows = {name: coefficients[at].copy() for at, name in enumerate(own)}
    _, vector_rows = vectors.load()
    size, start = vector_rows.shape[1], len(own)
    for group, factor, (_, _, index) in zip(groups, factors, meanings, strict=True):
        said = factor * (vector_rows @ coefficients[start : start + size])
        start += size
        for word, at in index.items():
            name = f"{group}{word}"
            rows[name] = rows.get(name, 0.0) + said[at]
    names = sorted(rows)
    matrix = np.array([rows[name] for name in names])
    reach = np.array([known.get(name, UNSEEN * UNSEEN) for name in names])
    return Learnt(kinds, bias, names, matrix - matrix.mean(axis=1, keepdims=True), reach)
