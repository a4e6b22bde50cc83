"""Places where no camera may hang and into which none may look.

State Council order 799 (公共安全视频图像信息系统管理条例), in force 2025-04-01, article 8: inside guest rooms and private
dining rooms; inside student dormitory rooms and rooms where a unit lodges its own people; inside public baths, toilets,
changing, nursing and fitting rooms (full texts read: 1). The order is for public places; a closed compound falls under article
33. That no proposal may look into such a room through a door either is ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.security import rules

if TYPE_CHECKING:
    from twin.security.places import Zone

__all__ = ["CLAUSE", "is_banned"]

CLAUSE = "国务院令第799号第八条 / State Council order 799, art. 8"
"""What forbids it."""

_WORDS = (
    "宿舍", "寝室", "客房", "值班休息", "更衣", "浴室", "淋浴", "卫生间", "厕所", "洗手间", "盥洗", "母婴", "哺乳", "试衣",
    "dormitory", "bedroom", "guest room", "changing room", "locker room", "shower", "bathroom", "toilet", "wc", "nursing room",
    "fitting room",
)  # fmt: skip
"""Words in a room's name that tell its use where its class does not: the rooms that article 8 lists."""


def is_banned(zone: Zone) -> bool:
    """Tell whether no image may be taken in a zone, by its class or its name."""
    name = zone.name.lower()
    return zone.zone_class in rules.BANNED_CLASSES or (zone.kind == "room" and any(_in(word, name) for word in _WORDS))


def _in(word: str, name: str) -> bool:
    """Find a word in a name; one in Latin letters as a word of its own."""
    return word in name if not word.isascii() else f" {word} " in f" {name} "
