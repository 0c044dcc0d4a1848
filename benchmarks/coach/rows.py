"""The rows: each takes the calls and says how many of how many held, and which did worst."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from statistics import fmean

from benchmarks.coach import edits
from roleplay import coach
from roleplay.coach import rubric
from roleplay.coach.better import OPENNESS, openness
from roleplay.coach.changes import changes
from roleplay.coach.claims import Case, weigh
from roleplay.coach.evidence import as_taken, gather
from roleplay.coach.findings import taught as moves
from roleplay.coach.material import lines_before, state_before
from roleplay.coach.quotes import quoted
from roleplay.coach.values import ENDINGS
from roleplay.listener.scope import Scope
from roleplay.model import Call, Finding, Heard, Mood, Move, Outcome, Reading, Scorecard, Turn
from roleplay.persona import Persona
from roleplay.prospect import engine, hearing
from roleplay.simulate.bots import BOTS
from roleplay.simulate.play import play

CLOSE = 3.0
"""Points within which a total counts as unmoved."""
AFTER_IT = "after a message, read and answered, moves nothing"
IN_FRONT = "in front of a message, read and answered, raises nothing"
TO_LOSE = 40
"""Total from which a call has something to lose."""


@dataclass(frozen=True)
class Played:
    """A bot's call and its card."""

    who: Persona
    bot: str
    call: Call
    card: Scorecard


@dataclass
class Row:
    """A measure: how many of how many held, the bar (share, 0-1), and what missed most."""

    name: str
    bar: float
    held: int = 0
    of: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    note: str = ""

    def add(self, holds: bool, where: str = "") -> None:
        self.of += 1
        self.held += holds
        if not holds:
            self.missed[where] += 1

    @property
    def share(self) -> float:
        return self.held / self.of if self.of else 1.0

    def __str__(self) -> str:
        worst = ", ".join(f"{where} {count}" for where, count in self.missed.most_common(4))
        return (
            f"{self.share:7.1%} {self.held:5}/{self.of:<5} bar {self.bar:4.0%}  {self.name}"
            + (f"  [missed: {worst}]" if worst else "")
            + (f"  {self.note}" if self.note else "")
        )


def calls(people: Sequence[Persona], levels: Sequence[int], seeds: int) -> Iterator[Played]:
    """Every bot with every prospect."""
    for who in people:
        for level in levels:
            for name, bot in BOTS.items():
                for seed in range(1, seeds + 1):
                    call = play(who, level, bot, seed)
                    yield Played(who, name, call, coach.review(call, who))


def same(played: Sequence[Played]) -> Row:
    row = Row("the same call gives the same card", 1.0)
    for each in played:
        row.add(coach.review(each.call, each.who) == each.card, each.who.id)
    return row


def ranked(people: Sequence[Persona], level: int, each: int = 8) -> Row:
    row = Row(f"five bots of known skill in order, {each} calls each", 1.0)
    names = [f"skill {share}" for share in (10, 30, 50, 70, 90)]
    pooled: dict[str, list[float]] = {name: [] for name in names}
    for who in people:
        for name in names:
            marks = [coach.mark(play(who, level, BOTS[name], seed), who) for seed in range(101, 101 + each)]
            pooled[name] += [mark for mark in marks if mark is not None]
    means = [fmean(pooled[name]) for name in names]
    row.add(means == sorted(means))
    row.note = " < ".join(f"{mean:.1f}" for mean in means)
    return row


def quotes(played: Sequence[Played]) -> Row:
    row = Row("quotes that stand in their turn", 1.0)
    for each in played:
        for found in each.card.findings:
            row.add(quoted(found.quote, each.call.turns[found.turn - 1].said), found.rule)
    return row


def _scores(call: Call, who: Persona) -> dict[str, float | None]:
    return {item.name: item.score for item in coach.review(call, who).dimensions}


def credited(played: Sequence[Played]) -> Row:
    """The weightiest strength taken out of the transcript: a dimension it earned has to fall."""
    row, lower = Row("a credited turn deleted lowers its dimension", 0.95), 0
    for each in played:
        best = max((item for item in each.card.findings if item.points > 0), key=lambda item: item.points, default=None)
        if best is None or (each.card.total or 0) < TO_LOSE:
            continue
        said = edits.lines(each.call)
        kept = [*said[: best.turn - 1], *said[best.turn :]]
        without = edits.play(each.who, each.call, kept, dropped=best.turn)
        before, after = _scores(each.call, each.who), _scores(without, each.who)
        falls = [name for name in before if (before[name] or 0) > (after[name] or 0)]
        total = coach.mark(without, each.who)
        row.add(bool(falls), f"{best.rule}")
        lower += total is None or total < (each.card.total or 0)
    row.note = f"the total falls too in {lower}"
    return row


def edited(rows: Sequence[Row]) -> Row:
    """The three edits together: what each moves, and which way, is said in its own row."""
    row = Row("edits that move what they should, the right way", 0.95)
    row.held, row.of = sum(each.held for each in rows), sum(each.of for each in rows)
    return row


def harmed(played: Sequence[Played]) -> Row:
    """In calls of the skilled half of the bots: elsewhere the turn it pushes out is as harmful itself."""
    row = Row("a harmful turn inserted lowers the total", 0.95)
    for number, each in enumerate(played):
        if (each.card.total or 0) < TO_LOSE or (BOTS[each.bot].skill or 0) < 0.5:
            continue
        said, line = edits.lines(each.call), edits.HARM[number % len(edits.HARM)]
        at = 1 + number % max(1, len(said) - 1)
        after = coach.mark(edits.play(each.who, each.call, [*said[:at], line, *said[at:]], added=at + 1), each.who)
        row.add(after is not None and after < (each.card.total or 0), line[:24])
    return row


def answered_first(played: Sequence[Played]) -> Row:
    """A sales answer said before the question that followed a no."""
    row = Row("an answer before the question lowers 'after the no'", 0.95)
    for each in played:
        at = edits.after_a_no(each.call)
        if not at or each.call.turns[at - 1].reading.lead not in edits.ASKS or (each.card.total or 0) < TO_LOSE:
            continue
        said = edits.lines(each.call)
        swapped = edits.play(each.who, each.call, [*said[: at - 1], edits.ANSWER, *said[at - 1 :]], added=at)
        before, after = _scores(each.call, each.who)[rubric.AFTER], _scores(swapped, each.who)[rubric.AFTER]
        row.add((after or 0) < (before or 0), each.who.id)
    return row


def unmoved(played: Sequence[Played]) -> list[Row]:
    """Other words for the same: judged in the same talk, and in the talk that comes of them."""
    rows = []
    for name, edit in edits.SAME.items():
        alone = Row(f"{name}, the answers being the same, moves the total by {CLOSE:.0f} points or less", 1.0)
        row = Row(f"{name}, read and answered, moves the total by {CLOSE:.0f} points or less", 1.0)
        up, moved = Row(f"{name}, read and answered, never raises it", 1.0), list[float]()
        for number, each in enumerate(played):
            said = edit(edits.lines(each.call), Random(number))
            changed, reread = edits.play(each.who, each.call, said), edits.reread(each.who, each.call, said)
            before, after = each.card.total or 0.0, coach.mark(changed, each.who) or 0.0
            moved.append(after - before)
            alone.add(abs((coach.mark(reread, each.who) or 0.0) - before) <= CLOSE, _where(each.call, reread))
            row.add(abs(after - before) <= CLOSE, _where(each.call, changed))
            up.add(after <= before + 0.05, _where(each.call, changed))
        row.note = f"{fmean(moved):+.1f} points in the mean"
        rows += [alone, row, up] if name == "padding" else [alone, row]
    return rows


def _where(one: Call, other: Call) -> str:
    """The first turn that was read otherwise."""
    for a, b in zip(one.turns, other.turns, strict=False):
        if a.reading.lead is not b.reading.lead:
            return f"{a.reading.lead} read as {b.reading.lead}"
        if a.cue != b.cue:
            return f"{a.reading.lead} answered otherwise"
    return "scored otherwise"


def padded(played: Sequence[Played]) -> Row:
    """The same reading and the same answers, with more words: what the coach itself makes of padding."""
    row = Row("padding never raises it, the answers being the same", 1.0)
    more = len(edits.PADDING.split())
    for each in played:
        turns = tuple(_padded(turn, more) if turn.number % 3 == 2 else turn for turn in each.call.turns)
        total = coach.mark(replace(each.call, turns=turns), each.who)
        row.add((total or 0) <= (each.card.total or 0) + 0.05, each.bot)
    return row


def _padded(turn: Turn, more: int) -> Turn:
    reading = replace(turn.reading, words=turn.reading.words + more)
    return replace(turn, said=f"{edits.PADDING} {turn.said}", reading=reading)


def instructed(played: Sequence[Played]) -> list[Row]:
    """Orders to the scorer, read and answered by the prospect: after a message they are to move nothing at all."""
    after, first = (Row(f"an instruction to the scorer {where}", 1.0) for where in (AFTER_IT, IN_FRONT))
    for row, edit in ((after, edits.instruction), (first, edits.instruction_first)):
        moved = list[float]()
        for number, each in enumerate(played):
            said = edits.lines(each.call)
            if said:
                total = coach.mark(edits.play(each.who, each.call, edit(said, Random(number))), each.who)
                moved.append((total or 0) - (each.card.total or 0))
                row.add(abs(moved[-1]) <= 0.05 if row is after else moved[-1] <= 0.05, each.bot)
        row.note = f"{fmean(moved):+.1f} points in the mean"
    return [after, first]


def instructed_words(played: Sequence[Played]) -> Row:
    """The same reading and the same answer, an instruction among the words or an ordinary sentence as long."""
    row = Row("an instruction weighs what any words weigh", 1.0)
    for each in played:
        one, other = (_with(each.call, line) for line in (edits.INSTRUCTION, edits.ORDINARY))
        row.add(coach.mark(one, each.who) == coach.mark(other, each.who), each.bot)
    return row


def _with(call: Call, line: str) -> Call:
    return replace(call, turns=tuple(replace(turn, said=f"{turn.said} {line}") for turn in call.turns))


def better(played: Sequence[Played]) -> list[Row]:
    there = Row("changes that come with a better line, where one is possible", 0.95)
    taught = Row("better lines read as the move they teach", 0.95)
    does = Row("better lines answered better from there", 0.90)
    scored = Row("better lines that score higher, both judged to that turn", 0.90)
    twice = Row("cards without a better line twice", 1.0)
    for each in played:
        shown = [item.better for item in each.card.findings if item.better]
        twice.add(len(shown) == len(set(shown)), each.who.id)
        teach = _teach(each)
        for found in each.card.findings:
            if found.points >= 0 or not teach.get(found.turn):
                continue
            if found.better or _possible(each, found, teach[found.turn]):
                there.add(bool(found.better), found.rule)
            if found.better:
                _judge(each, found, teach[found.turn], taught, does, scored)
    return [there, taught, does, scored, twice]


def _teach(each: Played) -> dict[int, tuple[Move, ...]]:
    call = as_taken(each.call)
    case = Case(call, each.who, gather(call, each.who))
    weighed = weigh(changes(case), case.evidence)
    return {
        item.claim.turn: moves(item.claim, state_before(call, each.who, item.claim.turn)) for item in weighed
    }  # fmt: skip


@dataclass(frozen=True)
class Stood:
    """How things stood after the words that were said, and with an ending what it was worth."""

    mood: Mood
    openness: int
    ending: float

    @classmethod
    def at(cls, call: Call, who: Persona, number: int) -> Stood:
        """After turn `number`; the relief at a goodbye is no better mood."""
        turn, before = call.turns[number - 1], call.turns[number - 2] if number > 1 else None
        mood = state_before(call, who, number).mood if turn.reading.lead is Move.EXIT else turn.state.mood
        return cls(mood, openness(turn, before), ENDINGS.get(call.outcome or Outcome.VAGUE, 1.0))

    def below(self, answer: engine.Response, who: Persona) -> bool:
        """Whether an answer is better: no more closed, no less trusting, and more of one; or a better ending."""
        opener = OPENNESS.get(answer.cue.act, 4) - self.openness
        warmer = answer.state.mood.trust - self.mood.trust
        calmer = self.mood.pressure - answer.state.mood.pressure
        if ENDINGS.get(engine.close(who, answer.state), 1.0) > self.ending and answer.state.outcome:
            return True
        return opener >= 0 and warmer >= 0 and (opener > 0 or warmer > 0 or calmer > 0)


def _possible(each: Played, found: Finding, teach: Sequence[Move]) -> bool:
    """Whether any of the moves, made as well as can be, would have been answered better."""
    call, who = each.call, each.who
    state, stood = state_before(call, who, found.turn), Stood.at(call, who, found.turn)
    covers = state.told[-2:]
    for move in teach:
        for topics in [(), *((topic,) for topic in who.topics)]:
            reading = Reading((Heard(move, ""),), 1.0, 10, 1, (), topics, "", covers, overlap=0.3)
            if stood.below(engine.respond(who, call.setup.level, call.setup.seed, state, reading), who):
                return True
    return False


def _judge(each: Played, found: Finding, teach: Sequence[Move], taught: Row, does: Row, scored: Row) -> None:
    call, who, turn = each.call, each.who, each.call.turns[found.turn - 1]
    state = state_before(call, who, found.turn)
    scope = Scope.of(who, state.told, lines_before(call, found.turn), who.offer.words, found.turn)
    reading = hearing.heard(found.better, scope, who)
    taught.add(reading.lead in teach, f"{found.rule} as {reading.lead}")
    answer = engine.respond(who, call.setup.level, call.setup.seed, state, reading)
    does.add(Stood.at(call, who, found.turn).below(answer, who), found.rule)
    cut = replace(call, turns=call.turns[: found.turn], outcome=None, ended_by="")
    line = replace(
        turn, said=found.better, reading=reading, cue=answer.cue, state=answer.state, no=answer.no, yes=answer.yes
    )
    again = replace(cut, turns=(*cut.turns[:-1], line))
    ends_too = found.turn == len(call.turns)
    if ends_too:
        cut, again = call, replace(again, outcome=engine.close(who, answer.state), ended_by="rep")
    before, after = coach.mark(cut, who), coach.mark(again, who)
    if before is not None or after is not None:
        scored.add((after or 0) > (before or 0), found.rule)


def quick(played: Sequence[Played]) -> Row:
    row = Row("a 40-turn call is scored within 5 ms", 1.0)
    longest = max(played, key=lambda each: len(each.call.turns))
    turns = longest.call.turns
    many = replace(longest.call, turns=tuple(replace(turns[n % len(turns)], number=n + 1) for n in range(40)))
    spent = []
    for _ in range(20):
        began = time.process_time()
        coach.review(many, longest.who)
        spent.append(1000 * (time.process_time() - began))
    row.add(min(spent) <= 5)
    row.note = f"{min(spent):.1f} ms at best, {sorted(spent)[10]:.1f} in the middle"
    return row
