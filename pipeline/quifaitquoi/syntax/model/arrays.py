"""Arrays that take long to make, kept in a file and read where they lie there.

Memory holds what of them is used, once for all processes. A file is read only whole: what a full
disk, another hand or a crash left of one is made again. Where none can be kept, each process makes
its own.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    Arrays = dict[str, NDArray[Any]]

#: Names the folder of the files in the place of the user's own; empty: nothing is kept.
VARIABLE: Final = "QUIFAITQUOI_CACHE"
#: Bytes of the checksum at the head of a file, of the length of the list of arrays behind it, and
#: that the places of all arrays are a multiple of.
SUM, LENGTH, ALIGNED = 32, 8, 8


def kept(mark: str, make: Callable[[], Arrays]) -> Arrays:
    """What `make` gives, kept under a mark that names all that it depends on; not to be changed."""
    folder = _folder()
    if folder is None:
        return make()
    path = folder / f"{mark}.arrays"
    found = _mapped(path)
    if found is None:
        found = make()
        _keep(found, path)
    return found


def _folder() -> Path | None:
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named else None
    try:
        home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    except RuntimeError:  # a user without one
        return None
    return Path(home) / "quifaitquoi"


def _mapped(path: Path) -> Arrays | None:
    """The arrays of a file; None for one that is not there or not as it was written."""
    try:
        with path.open("rb") as file:
            if file.read(SUM) != hashlib.file_digest(file, "sha256").digest():
                return None
            whole = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # an empty file cannot be mapped
        return None
    place = SUM + LENGTH + int.from_bytes(whole[SUM : SUM + LENGTH], "little")
    found: Arrays = {}
    for name, kind, count in json.loads(whole[SUM + LENGTH : place]):
        found[name] = np.frombuffer(whole, kind, count, place)
        place += _aligned(found[name].nbytes)
    return found


def _keep(found: Arrays, path: Path) -> None:
    """Write a file whole or not at all; others may be doing the same."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        for left in path.parent.glob("*.part"):  # its writer died, or will do without
            left.unlink(missing_ok=True)
        with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as draft:
            try:
                draft.write(bytes(SUM))
                digest = hashlib.sha256()
                for part in _parts(found):
                    digest.update(part)
                    draft.write(part)
                draft.seek(0)
                draft.write(digest.digest())
                draft.close()
                Path(draft.name).replace(path)
            finally:
                Path(draft.name).unlink(missing_ok=True)


def _parts(found: Arrays) -> Iterator[bytes]:
    listed = json.dumps([(name, one.dtype.str, len(one)) for name, one in found.items()]).encode()
    yield _aligned(len(listed)).to_bytes(LENGTH, "little")
    yield listed.ljust(_aligned(len(listed)))
    for one in found.values():
        yield one.tobytes().ljust(_aligned(one.nbytes), b"\0")


def _aligned(size: int) -> int:
    return -(-size // ALIGNED) * ALIGNED
