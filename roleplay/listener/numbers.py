"""numpy, told to keep to one core: products here are small, and threads waiting for a busy core cost a hundredfold."""

from __future__ import annotations

import os

for _name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import numpy as np  # noqa: E402 - it reads the above as it loads

Array = np.ndarray[tuple[int, ...], np.dtype[np.float32]]

__all__ = ["Array", "np"]
