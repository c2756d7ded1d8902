"""The judgements on words, remembered: a screen asks about the same sentences after every change."""

from functools import lru_cache

from facilitator.domain import wording
from facilitator.domain.capture import weak_words

_MANY = 10_000

judge = lru_cache(_MANY)(wording.judge)
judge_decision = lru_cache(_MANY)(weak_words)
judge_audience = lru_cache(_MANY)(wording.judge_audience)
judge_measure = lru_cache(_MANY)(wording.judge_measure)
judge_owner = lru_cache(_MANY)(wording.judge_owner)
judge_positioning = lru_cache(_MANY)(wording.judge_positioning)
prescribes = lru_cache(_MANY)(wording.prescribes)
