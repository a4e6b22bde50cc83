"""`twin sample`: write a sample district as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sample_buildings import make
from twin.model.errors import UsageError
from twin.model.words import say

if TYPE_CHECKING:
    import argparse

    from api.console import Console


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("folder", type=Path, help=str(say("cli.help.sample_folder")))
    parser.add_argument("--scale", choices=("small", "district", "city"), default="small", help=str(say("cli.help.scale")))
    parser.add_argument("--seed", type=int, default=1, help=str(say("cli.help.seed")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Make the files; a folder that holds something already is left alone."""
    if args.folder.exists() and (not args.folder.is_dir() or any(args.folder.iterdir())):
        raise UsageError("cli.folder_not_empty", folder=args.folder)
    with console.progress(console.text(say("cli.command.sample"))) as step:
        files = make(args.folder, args.scale, args.seed, progress=step)
    console.say(
        "cli.sample_done",
        folder=args.folder,
        count=len(files),
        megabytes=f"{sum(file.stat().st_size for file in files) / 1e6:.1f}",
    )
    console.result({"folder": str(args.folder), "scale": args.scale, "seed": args.seed, "files": [str(file) for file in files]})
    return 0
