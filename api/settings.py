"""What the operator of the service may set, from the command line or as ``TWIN_SERVE_…`` in the environment."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - pydantic reads it

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

__all__ = ["Settings"]


class Settings(BaseSettings):
    """Limits and places. Times are seconds, sizes bytes."""

    model_config = SettingsConfigDict(env_prefix="TWIN_SERVE_", frozen=True, extra="forbid")

    demo: bool = False
    """One person, no sign-in, loopback only."""
    hosts: tuple[str, ...] = ()
    """Names under which the service may be called; empty = any (behind a proxy that checks). A demo takes loopback names only."""
    folder: Path | None = None
    """Where uploads, exports and the fault log are kept, mode 0700; by default beside the store."""
    title: str = ""
    """Name of the district on the page; empty takes that of its site."""
    secure_cookies: bool = True
    """Send the session over https only; loopback is exempt."""

    body_most: int = Field(default=256 * 1024, ge=1024)
    upload_most: int = Field(default=2 * 1024**3, ge=1024)
    uploads_kept: int = Field(default=20, ge=1)
    page_most: int = Field(default=1000, ge=1)
    request_s: float = Field(default=30.0, gt=0)
    answer_wait_s: float = Field(default=10.0, ge=0)
    job_s: float = Field(default=3600.0, gt=0)
    workers: int = Field(default=1, ge=1, le=16)
    """Processes that answer questions and read files."""
    jobs_waiting: int = Field(default=20, ge=1)
    streams: int = Field(default=200, ge=1)
    """Open event streams at one time."""
    rate_per_s: float = Field(default=50.0, gt=0)
    rate_burst: int = Field(default=300, ge=1)
    """Requests of one person or address: steadily, and at once."""
    watch_s: float = Field(default=2.0, gt=0)
    """How often the store is looked at for edits by other programs."""

    idle_s: int = Field(default=30 * 60, ge=60)
    session_s: int = Field(default=12 * 3600, ge=60)
    claim_s: int = Field(default=72 * 3600, ge=60)
    tries: int = Field(default=5, ge=1)
    """Wrong passwords in a row before an account waits, each time twice as long."""
    lock_s: int = Field(default=60, ge=1)
    audit_days: int = Field(default=400, ge=180)
    """How long the audit is kept; six months are the legal floor."""
