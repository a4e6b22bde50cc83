"""`twin serve`: the page and the interface over one store."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from api.accounts import first_links
from api.opening import opened
from api.settings import Settings
from twin.model.errors import UsageError
from twin.model.words import say
from twin.store.address import is_server
from twin.store.secrets import Secrets

if TYPE_CHECKING:
    import argparse

    from api.console import Console

_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help=str(say("serve.help.host")))
    parser.add_argument("--port", type=int, default=8000, metavar="N", help=str(say("serve.help.port")))
    parser.add_argument("--demo", action="store_true", help=str(say("serve.help.demo")))
    parser.add_argument("--cert", type=Path, metavar="FILE", help=str(say("serve.help.cert")))
    parser.add_argument("--key", type=Path, metavar="FILE", help=str(say("serve.help.key")))
    parser.add_argument("--folder", type=Path, metavar="DIR", help=str(say("serve.help.folder")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Serve until stopped."""
    import uvicorn  # noqa: PLC0415 - the server's parts are loaded where they are needed

    from api.app import create_app  # noqa: PLC0415 - as above

    settings = Settings(demo=True) if args.demo else Settings()
    if settings.demo and args.host not in _LOOPBACK:
        raise UsageError("serve.demo_only_here", host=args.host)
    if (args.cert is None) != (args.key is None):
        raise UsageError("serve.half_tls")
    with opened(args, console) as store, Secrets.open(store.name) as held:
        app = create_app(settings, store, _folder(args.folder or settings.folder, store.name), held)
        bound = _bind(args.host, args.port)
        host = f"[{args.host}]" if ":" in args.host else args.host
        scheme = "https" if args.cert else "http"
        url = f"{scheme}://{host}:{bound.getsockname()[1]}/"
        if settings.demo:
            console.say("serve.banner")
        elif not args.cert and args.host not in _LOOPBACK:
            console.say("serve.plain_http")
        links = {} if settings.demo else first_links(held, settings.claim_s)
        if links:
            console.say("serve.claim")
        for role, token in links.items():
            console.line(f"  {console.text(say(f'people.role.{role}'))}: {url}claim#{token}")
        console.say("serve.ready", url=url)
        console.result(
            {"url": url, "demo": settings.demo, "claims": {role: f"{url}claim#{token}" for role, token in links.items()}}
        )
        sys.stdout.flush()
        config = uvicorn.Config(
            app,
            http="httptools",
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=3,
            ssl_certfile=args.cert,
            ssl_keyfile=args.key,
        )
        uvicorn.Server(config).run(sockets=[bound])
    console.say("serve.stopped")
    return 0


def _bind(host: str, port: int) -> socket.socket:
    """Take the port before anything is said, so that what is printed is true; port 0 takes any."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    held = socket.socket(family)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((host, port))
        held.listen(2048)
    except OSError as error:
        held.close()
        raise UsageError("serve.port_taken", host=host, port=port) from error
    return held


def _folder(chosen: Path | None, store: str) -> Path:
    """Make the service's private folder."""
    if chosen is None:
        beside = Path(os.environ.get("XDG_STATE_HOME", Path.home() / ".local" / "state")) / "twin"
        chosen = beside / "service" if is_server(store) else Path(f"{store}.service")
    chosen.mkdir(mode=0o700, parents=True, exist_ok=True)
    chosen.chmod(0o700)
    return chosen
