"""The rep's data in one file, and back; and all of it gone."""

from roleplay.backup.own import Kept, forget
from roleplay.backup.pack import backup
from roleplay.backup.unfinished import put_back
from roleplay.backup.unpack import restore

__all__ = ["Kept", "backup", "forget", "put_back", "restore"]
