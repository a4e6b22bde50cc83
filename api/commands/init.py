"""`twin init`: make an empty store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gis.crs import epsg_name, named_crs
from twin.model.errors import UsageError
from twin.model.words import say
from twin.store import create_store

if TYPE_CHECKING:
    import argparse

    from api.console import Console


WEB_MERCATOR = (3857, 3785, 3395)
"""Mercator for the whole world: a metre at Chengdu's latitude is drawn 16 % too long."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("path", nargs="?", help=str(say("cli.help.init_path")))
    parser.add_argument("--crs", default="", help=str(say("cli.help.crs")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Make the store."""
    path = args.path or args.store
    crs = named_crs(args.crs) if args.crs else None
    if crs is not None and crs.to_epsg() in WEB_MERCATOR:
        raise UsageError("init.web_mercator", crs=crs.name)
    with create_store(path, crs) as store:
        console.say("cli.init_done", store=store.name, crs=epsg_name(crs) if crs else "-")
        console.result({"store": store.name, "crs": store.crs and epsg_name(store.crs)})
    return 0
