"""Muon for matrices, Adam for the rest, over 32-bit masters of a network that itself may compute in 16 bit.

Sources: Muon (Jordan et al. 2024), Newton-Schulz iteration with its coefficients, Nesterov momentum; Adam (Kingma & Ba
2015). Matrices of one shape are iterated together, as one batch.
"""

from __future__ import annotations

from collections import defaultdict

import torch
from recipe import Recipe
from torch import Tensor, nn

_MOMENTUM, _BETAS, _EPSILON = 0.95, (0.9, 0.98), 1e-9
_COEFFICIENTS, _ITERATIONS = (3.4445, -4.7750, 2.0315), 5


class Optimiser:
    """Masters and moments of a network's parameters; `step` writes the new values into the network."""

    def __init__(self, network: nn.Module, recipe: Recipe) -> None:
        """Copy the parameters; embeddings count as vectors."""
        self.recipe = recipe
        self.parameters = dict(network.named_parameters())
        self.masters = {name: value.detach().float().clone() for name, value in self.parameters.items()}
        self.first = {name: torch.zeros_like(value) for name, value in self.masters.items()}
        self.matrices: dict[torch.Size, list[str]] = defaultdict(list)
        for name, value in self.masters.items():
            if value.ndim == 2 and not name.startswith(("source.", "target.")):  # noqa: PLR2004
                self.matrices[value.shape].append(name)
        held = {name for names in self.matrices.values() for name in names}
        self.vectors = [name for name in self.masters if name not in held]
        self.second = {name: torch.zeros_like(self.masters[name]) for name in self.vectors}
        self.steps = 0

    def step(self, share: float) -> None:
        """Move every parameter by its rate times `share`, 0..1, and forget the gradients."""
        self.steps += 1
        with torch.no_grad():
            for names in self.matrices.values():
                self._orthogonal_step(names, share * self.recipe.matrix_rate)
            for name in self.vectors:
                self._adam_step(name, share * self.recipe.vector_rate)
            for name, value in self.parameters.items():
                value.copy_(self.masters[name])
                value.grad = None

    def state(self) -> dict[str, object]:
        """Return what a checkpoint holds."""
        return {"masters": self.masters, "first": self.first, "second": self.second, "steps": self.steps}

    def restore(self, state: dict[str, object]) -> None:
        """Take up a checkpoint's state."""
        for name in ("masters", "first", "second"):
            for key, value in state[name].items():  # type: ignore[attr-defined]
                getattr(self, name)[key].copy_(value)
        self.steps = int(state["steps"])  # type: ignore[call-overload]
        with torch.no_grad():
            for name, value in self.parameters.items():
                value.copy_(self.masters[name])

    def _orthogonal_step(self, names: list[str], rate: float) -> None:
        updates = []
        for name in names:
            grad = self.parameters[name].grad.float()
            momentum = self.first[name].mul_(_MOMENTUM).add_(grad, alpha=1 - _MOMENTUM)
            updates.append(grad.lerp(momentum, _MOMENTUM))
        for name, update in zip(names, _orthogonal(torch.stack(updates)), strict=True):
            rows, columns = update.shape
            self.masters[name].add_(update.float(), alpha=-rate * max(1.0, rows / columns) ** 0.5)

    def _adam_step(self, name: str, rate: float) -> None:
        grad = self.parameters[name].grad.float()
        first = self.first[name].mul_(_BETAS[0]).add_(grad, alpha=1 - _BETAS[0])
        second = self.second[name].mul_(_BETAS[1]).addcmul_(grad, grad, value=1 - _BETAS[1])
        correction = (1 - _BETAS[1] ** self.steps) ** 0.5 / (1 - _BETAS[0] ** self.steps)
        self.masters[name].addcdiv_(first, second.sqrt().add_(_EPSILON), value=-rate * correction)


def _orthogonal(updates: Tensor) -> Tensor:
    """Bring the singular values of a stack of matrices near one."""
    x = updates.to(torch.bfloat16)
    wide = x.shape[-2] <= x.shape[-1]
    if not wide:
        x = x.mT
    x = x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    a, b, c = _COEFFICIENTS
    for _ in range(_ITERATIONS):
        square = x @ x.mT
        x = a * x + (b * square + c * square @ square) @ x
    return x if wide else x.mT
