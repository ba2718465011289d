from pathlib import Path

import numpy as np
import pytest

from polyglot_news.differences.network import MODEL
from polyglot_news.differences.settings import LEAST_CONFIDENCE, DifferenceSettings, Sensitivity
from polyglot_news.model import Level


def test_every_sensitivity_has_a_confidence_and_stricter_ones_a_higher() -> None:
    least = [LEAST_CONFIDENCE[one] for one in (Sensitivity.ALL, Sensitivity.NORMAL, Sensitivity.STRICT)]

    assert set(LEAST_CONFIDENCE) == set(Sensitivity)
    assert 0 < least[0] < least[1] < least[2] < 1


@pytest.mark.parametrize("sensitivity", Sensitivity)
def test_a_sensitivity_sets_the_confidence_and_nothing_else(sensitivity: Sensitivity) -> None:
    settings = DifferenceSettings.of(sensitivity)

    assert settings == DifferenceSettings(min_confidence=LEAST_CONFIDENCE[sensitivity])
    assert settings.levels == frozenset(Level)


def test_settings_are_normal_unless_something_else_is_said() -> None:
    assert DifferenceSettings() == DifferenceSettings.of(Sensitivity.NORMAL)


def test_the_model_that_comes_along_has_no_signature_wherever_it_stands(tmp_path: Path) -> None:
    copy = tmp_path / "copy.npz"
    copy.write_bytes(MODEL.read_bytes())

    assert [DifferenceSettings(model=one).signature for one in (None, MODEL, copy)] == ["", "", ""]


def test_another_model_is_named_by_its_content(tmp_path: Path) -> None:
    another = tmp_path / "another.npz"
    np.savez(another, weights=np.zeros(3))
    (tmp_path / "same.npz").write_bytes(another.read_bytes())

    signature = DifferenceSettings(model=another).signature

    assert len(signature) == 8
    assert int(signature, 16) >= 0
    assert DifferenceSettings(model=tmp_path / "same.npz").signature == signature
