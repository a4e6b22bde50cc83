"""What a child process that reads foreign files gives up before it touches one: network, other programs, time, memory.

Two walls stand one behind the other. The audit hook refuses Python code with a clear message; the seccomp filter
(Linux on x86-64 and arm64) refuses the system calls themselves, so that native code cannot go round the hook.
"""

from __future__ import annotations

import ctypes
import platform
import resource
import signal
import struct
import sys

__all__ = ["forbid_network", "limit_resources"]

_REFUSED_EVENTS = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "pty.spawn")
_PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS, _SECCOMP_MODE_FILTER = 22, 38, 2
_LOAD_WORD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _REFUSE_EACCES = 0x7FFF0000, 0x00050000 | 13
_SYSCALLS = {
    # machine: (audit architecture, numbers of socket, execve, execveat, io_uring_setup)
    "x86_64": (0xC000003E, (41, 59, 322, 425)),
    "aarch64": (0xC00000B7, (198, 221, 281, 425)),
}


def limit_resources(cpu_s: float, wall_s: float, memory_mb: float, file_mb: float) -> None:
    """Set the kernel's limits on this process for good.

    Parameters
    ----------
    cpu_s
        Processor seconds of all threads together; the kernel sends SIGXCPU, two seconds later SIGKILL.
    wall_s
        Seconds on the clock before SIGALRM ends the process, even when its parent has died.
    memory_mb, file_mb
        Address space, and the size of any one file written.
    """
    cpu = max(1, round(cpu_s))
    _lower(resource.RLIMIT_CPU, cpu, cpu + 2)
    _lower(resource.RLIMIT_AS, int(memory_mb * 2**20))
    _lower(resource.RLIMIT_FSIZE, int(file_mb * 2**20))
    _lower(resource.RLIMIT_CORE, 0)
    signal.setitimer(signal.ITIMER_REAL, wall_s)


def _lower(kind: int, soft: int, hard: int | None = None) -> None:
    """Lower one limit, never above the hard limit that the process was born with."""
    wanted = (soft, soft if hard is None else hard)
    born = resource.getrlimit(kind)[1]
    if born != resource.RLIM_INFINITY:
        wanted = (min(wanted[0], born), min(wanted[1], born))
    resource.setrlimit(kind, wanted)


def forbid_network() -> bool:
    """Refuse sockets and other programs from here on; cannot be undone.

    Returns
    -------
    True where the kernel refuses native code too, false where only Python code is held back.
    """
    sys.addaudithook(_refuse)
    return _filter_system_calls()


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(_REFUSED_EVENTS):
        message = f"refused in the sandbox: {event}"
        raise PermissionError(message)


def _filter_system_calls() -> bool:
    """Install a seccomp filter that answers EACCES to the calls in `_SYSCALLS`.

    The filter is classic BPF over struct seccomp_data: the call's number stands at byte 0, the architecture at byte 4.
    """
    known = _SYSCALLS.get(platform.machine())
    if sys.platform != "linux" or known is None:
        return False
    architecture, numbers = known
    program = [(_LOAD_WORD, 0, 0, 4), (_JUMP_EQUAL, 1, 0, architecture), (_RETURN, 0, 0, _REFUSE_EACCES), (_LOAD_WORD, 0, 0, 0)]
    program += [(_JUMP_EQUAL, len(numbers) - place, 0, number) for place, number in enumerate(numbers)]
    program += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE_EACCES)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *line) for line in program))
    holder = ctypes.create_string_buffer(struct.pack("@HP", len(program), ctypes.addressof(code)))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, holder, 0, 0) == 0)
