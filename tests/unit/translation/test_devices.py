import os

import pytest

from polyglot_news.errors import InputError
from polyglot_news.translation.devices import compute_type_of, device_of, n_cores, parallel_on


@pytest.mark.parametrize(("n_gpus", "asked", "given"), [(0, "cpu", "cpu"), (0, "auto", "cpu"), (1, "auto", "cuda"),
                                                        (1, "cuda", "cuda"), (1, "cpu", "cpu")])  # fmt: skip
def test_a_gpu_is_used_where_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, n_gpus: int, asked: str, given: str
) -> None:
    monkeypatch.setattr("ctranslate2.get_cuda_device_count", lambda: n_gpus)

    assert device_of(asked) == given


@pytest.mark.parametrize("asked", ["cuda", "tpu"])
def test_a_device_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    monkeypatch.setattr("ctranslate2.get_cuda_device_count", lambda: 0)

    with pytest.raises(InputError, match=f"^device {asked}: ") as caught:
        device_of(asked)
    assert "auto" in caught.value.hint


def test_a_compute_type_that_is_asked_for_is_had_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctranslate2.get_supported_compute_types", lambda _device: {"float32", "int16"})

    assert compute_type_of("int16", "cpu") == "int16"
    assert compute_type_of("int8", "cpu") == "auto"
    with pytest.raises(InputError, match=r"^compute type int8_bfloat16: this processor ") as caught:
        compute_type_of("int8_bfloat16", "cpu")
    assert caught.value.hint == "it has float32, int16"


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="Linux alone tells")
def test_the_cores_are_those_that_the_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _pid: {0, 2, 5, 7})

    assert n_cores() == 4
    assert [parallel_on("cpu", threads) for threads in (0, 1, 2, 8)] == [4, 4, 2, 1]
    assert parallel_on("cuda", 1) == 1
