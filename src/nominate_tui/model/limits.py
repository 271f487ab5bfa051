"""How large a document may be, and how long its reading may take: what strangers send is read within these."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one intake. A round may set its own (`[intake]` in `scoring.toml`)."""

    document_mb: int = 20
    """Megabytes (a million bytes) of the largest document that is read."""
    unpacked_mb: int = 20
    """Megabytes of everything in a ZIP file together, unpacked: Word files, workbooks and archives are such files."""
    ratio: int = 200
    """How many times its packed size a part of a ZIP file may have."""
    rows: int = 100_000
    """Rows of the largest table of records."""
    pages: int = 5_000
    """Pages of the largest PDF."""
    documents: int = 10_000
    """Documents in one folder or archive."""
    seconds: int = 10
    """How long the reading of one document may take."""
    memory_mb: int = 1_000
    """Megabytes of memory that the reading may take up; kept to where the system can limit a process."""

    @property
    def document_bytes(self) -> int:
        """`document_mb` in bytes."""
        return self.document_mb * 1_000_000

    @property
    def unpacked_bytes(self) -> int:
        """`unpacked_mb` in bytes."""
        return self.unpacked_mb * 1_000_000


BOUNDS: Final[Mapping[str, range]] = {
    "document_mb": range(1, 2_001),
    "unpacked_mb": range(1, 2_001),
    "ratio": range(1, 100_001),
    "rows": range(1, 10_000_001),
    "pages": range(1, 1_000_001),
    "documents": range(1, 1_000_001),
    "seconds": range(1, 3_601),
    "memory_mb": range(200, 64_001),
}
"""What each limit may be set to, by its name: beyond these it would be none, or nothing could be read at all."""
