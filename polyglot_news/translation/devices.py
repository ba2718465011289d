"""What models run on: processor or GPU, how many batches at the same time, in which numbers."""

from __future__ import annotations

import os

from polyglot_news.errors import InputError

CPU, CUDA, AUTO = "cpu", "cuda", "auto"
INT8 = "int8"
_SHOWN = {CPU: "processor", CUDA: "GPU"}


def device_of(asked: str) -> str:
    """Return "cpu" or "cuda" for what is asked; for "auto" what there is.

    Raises:
        InputError: "cuda" is asked for, and CTranslate2 finds none.
    """
    if asked == CPU:
        return CPU
    from ctranslate2 import get_cuda_device_count  # noqa: PLC0415  # heavy

    if asked in {CUDA, AUTO} and get_cuda_device_count() > 0:
        return CUDA
    if asked == AUTO:
        return CPU
    raise InputError(
        f"device {asked}: CTranslate2 finds no NVIDIA GPU with a driver",
        hint="cpu needs none; auto takes one where there is one",
    )


def compute_type_of(asked: str, device: str) -> str:
    """Return the numbers to reckon in: what is asked for, or in place of int8 what is fastest there.

    Raises:
        InputError: another one is asked for, and the device has no fast form of it.
    """
    from ctranslate2 import get_supported_compute_types  # noqa: PLC0415  # heavy

    there_are = get_supported_compute_types(device)
    if asked in {"auto", "default"} or asked in there_are:
        return asked
    if asked == INT8:
        return "auto"
    raise InputError(
        f"compute type {asked}: this {_SHOWN[device]} has no fast form of it",
        hint=f"it has {', '.join(sorted(there_are))}",
    )


def parallel_on(device: str, threads: int) -> int:
    """Return how many batches run at the same time: on a processor one for each core, or for so many threads."""
    return max(1, n_cores() // max(1, threads)) if device == CPU else 1


def n_cores() -> int:
    """Return how many cores this process may use, which in a container is fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
