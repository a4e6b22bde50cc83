"""Names of streets: two characters each, as Chinese cities give them, in an order that does not change."""

from __future__ import annotations

import random

_FIRST = "云锦芳兴安和清望南泰永景瑞福长春明华康文德嘉盛龙凤金玉银桂松竹梅柳荷青碧翠秀丽晨朝星月天"
_LAST = "和溪华安平康宁泉湖桥林园苑岭峰台亭阁桐枫荫汀洲浦港渡湾塘润泽霞辉光阳贤德善信义祥瑞丰裕达"


class StreetNames:
    """Hands out names, each once."""

    def __init__(self) -> None:
        pairs = sorted({first + last for first in _FIRST for last in _LAST if first != last})
        random.Random("street names").shuffle(pairs)  # noqa: S311 - the same order always
        self._left = pairs[::-1]

    def next(self) -> str:
        """Give a name that was not given before.

        Raises
        ------
        IndexError
            If all are given: the city is larger than it has names for.
        """
        return self._left.pop()
