"""The transformer, for training on a CPU as well as on CUDA: no padding in the encoder, cheap dropout, fused loss.

A batch holds sentences of one source length, so that neither the encoder nor the attention to it needs a mask; the
decoder looks back only, so what pads the shorter targets at their end reaches no earlier token.
"""

from __future__ import annotations

import math

import torch
from recipe import Shape
from torch import Tensor, nn
from torch.nn import functional

_LOSS_ROWS = 1024  # target tokens whose scores over the vocabulary are held at a time


class Dropout(nn.Module):
    """Dropout that cuts its masks from one large random table: drawing them anew takes longer than the layers."""

    def __init__(self, rate: float, size: int = 1 << 24) -> None:
        """Draw the table; `rate` is the share of zeros."""
        super().__init__()
        table = (torch.rand(size) >= rate).float() / (1.0 - rate) if rate else torch.empty(0)
        self.register_buffer("table", table, persistent=False)
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        """Multiply by a piece of the table that begins anywhere."""
        if not self.training or not self.rate:
            return x
        start = int(torch.randint(self.table.numel() - x.numel(), ()))
        return x * self.table[start : start + x.numel()].view_as(x)


class Attention(nn.Module):
    """Multi-head attention, queries, keys and values in one matrix each side."""

    def __init__(self, shape: Shape, *, crossing: bool) -> None:
        """`crossing`: keys and values come from the encoder."""
        super().__init__()
        self.heads = shape.heads
        self.query = nn.Linear(shape.width, shape.width if crossing else 3 * shape.width)
        self.memory = nn.Linear(shape.width, 2 * shape.width) if crossing else None
        self.out = nn.Linear(shape.width, shape.width)

    def forward(self, x: Tensor, memory: Tensor | None = None, *, causal: bool = False) -> Tensor:
        """x: sentences x tokens x width."""
        if self.memory is None or memory is None:
            q, k, v = self.query(x).chunk(3, dim=-1)
        else:
            q, (k, v) = self.query(x), self.memory(memory).chunk(2, dim=-1)
        q, k, v = (t.unflatten(-1, (self.heads, -1)).transpose(1, 2) for t in (q, k, v))
        mixed = _attend(q, k, v, causal=causal)
        return self.out(mixed.transpose(1, 2).flatten(-2))


def _attend(q: Tensor, k: Tensor, v: Tensor, *, causal: bool) -> Tensor:
    if q.device.type != "cpu":
        return functional.scaled_dot_product_attention(q, k, v, is_causal=causal)
    # Sentences are short: plain products beat the fused kernel's backward pass on a CPU.
    scores = q @ (k * q.shape[-1] ** -0.5).mT
    if causal:
        scores = scores + torch.full(scores.shape[-2:], -1e4, dtype=scores.dtype).triu(1)
    return scores.softmax(dim=-1) @ v


class Layer(nn.Module):
    """Pre-norm layer of either side."""

    def __init__(self, shape: Shape, dropout: Dropout, *, decoder: bool) -> None:
        """`decoder`: looks back only, and at the encoder."""
        super().__init__()
        self.attention_norm, self.attention = nn.LayerNorm(shape.width), Attention(shape, crossing=False)
        self.crossing_norm = nn.LayerNorm(shape.width) if decoder else None
        self.crossing = Attention(shape, crossing=True) if decoder else None
        self.inner_norm = nn.LayerNorm(shape.width)
        self.inner, self.outer = nn.Linear(shape.width, shape.inner), nn.Linear(shape.inner, shape.width)
        self.dropout = dropout

    def begin_as_identity(self) -> None:
        """Begin as a layer that changes nothing, but for the crossing, which adds what it attends to as it is.

        So a decoder that finds the right source token has its embedding, and beside it those of its translations.
        """
        nn.init.zeros_(self.attention.out.weight)
        nn.init.zeros_(self.outer.weight)
        if self.crossing is not None and self.crossing.memory is not None:
            width = self.outer.out_features
            with torch.no_grad():
                self.crossing.memory.weight[width:] = torch.eye(width)
                self.crossing.out.weight[:] = torch.eye(width)

    def forward(self, x: Tensor, memory: Tensor | None = None) -> Tensor:
        """x: sentences x tokens x width."""
        x = x + self.dropout(self.attention(self.attention_norm(x), causal=memory is not None))
        if self.crossing is not None and self.crossing_norm is not None:
            x = x + self.dropout(self.crossing(self.crossing_norm(x), memory))
        inner = self.dropout(functional.relu(self.inner(self.inner_norm(x))))
        return x + self.dropout(self.outer(inner))


class Network(nn.Module):
    """Encoder, decoder, tied target embedding."""

    def __init__(self, shape: Shape, n_source: int, n_target: int, dropout: float) -> None:
        """`n_source`, `n_target`: rows of the two vocabularies."""
        super().__init__()
        self.shape = shape
        self.source = nn.Embedding(n_source, shape.width)
        self.target = nn.Embedding(n_target, shape.width)
        drop = Dropout(dropout)
        self.dropout = drop
        self.encoder = nn.ModuleList(Layer(shape, drop, decoder=False) for _ in range(shape.encoder_layers))
        self.decoder = nn.ModuleList(Layer(shape, drop, decoder=True) for _ in range(shape.decoder_layers))
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(shape.width), nn.LayerNorm(shape.width)
        self.register_buffer("positions", sinusoids(512, shape.width), persistent=False)
        for embedding in (self.source, self.target):
            nn.init.normal_(embedding.weight, std=shape.width**-0.5)
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                nn.init.zeros_(module.bias)
        for layer in (*self.encoder, *self.decoder):
            layer.begin_as_identity()

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """source: sentences x tokens, all of one length; target: shifted right. Returns the decoder's last states."""
        memory = self._embed(self.source, source)
        for layer in self.encoder:
            memory = layer(memory)
        memory = self.encoder_norm(memory)
        x = self._embed(self.target, target)
        for layer in self.decoder:
            x = layer(x, memory)
        return self.decoder_norm(x)

    def _embed(self, table: nn.Embedding, tokens: Tensor) -> Tensor:
        x = table(tokens) * math.sqrt(self.shape.width)
        return self.dropout(x + self.positions[: tokens.shape[1]].to(x.dtype))


def sinusoids(length: int, width: int) -> Tensor:
    """Position encodings as CTranslate2 adds them: all sines, then all cosines; the first position is 1.

    Source: OpenNMT-tf's SinusoidalPositionEncoder, which CTranslate2 follows.
    """
    step = math.log(10_000) / (width // 2 - 1)
    scales = torch.exp(torch.arange(width // 2) * -step)
    angles = torch.arange(1, length + 1)[:, None] * scales[None, :]
    return torch.cat([angles.sin(), angles.cos()], dim=1)


class SmoothedLoss(torch.autograd.Function):
    """Label-smoothed cross entropy against a vocabulary, its gradients made at once, in pieces that fit the cache."""

    @staticmethod
    def forward(ctx, states: Tensor, weight: Tensor, labels: Tensor, smoothing: float) -> Tensor:  # noqa: ANN001
        """states: tokens x width; weight: vocabulary x width; labels: tokens. Returns the mean loss, not smoothed."""
        n, size = states.shape[0], weight.shape[0]
        states_grad, weight_grad = (
            torch.empty_like(states),
            torch.zeros(weight.shape, dtype=torch.float32, device=weight.device),
        )
        total = torch.zeros((), device=states.device)
        for start in range(0, n, _LOSS_ROWS):
            piece, gold = states[start : start + _LOSS_ROWS], labels[start : start + _LOSS_ROWS, None]
            scores = (piece @ weight.T).float()
            log_sum = scores.logsumexp(dim=1, keepdim=True)
            total += (log_sum - scores.gather(1, gold)).sum()
            grad = scores.sub_(log_sum).exp_()
            grad -= smoothing / size
            grad.scatter_add_(1, gold, torch.full_like(gold, -(1.0 - smoothing), dtype=grad.dtype))
            grad = grad.mul_(1.0 / n).to(states.dtype)
            states_grad[start : start + _LOSS_ROWS] = grad @ weight
            weight_grad += (grad.T @ piece).float()
        ctx.save_for_backward(states_grad, weight_grad.to(weight.dtype))
        return total / n

    @staticmethod
    def backward(ctx, scale: Tensor) -> tuple[Tensor, Tensor, None, None]:  # noqa: ANN001
        """Scale what the forward pass made."""
        states_grad, weight_grad = ctx.saved_tensors
        return states_grad * scale, weight_grad * scale, None, None
