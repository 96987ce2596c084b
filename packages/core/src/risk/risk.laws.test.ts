import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAnswered, anyAnswers, anyInstrument } from '../testing/instrument-under-test.js';
import { answersTo, isMissing, offeredBy, weighedPoints } from './answer.js';
import { compileInstrument } from './compile-instrument.js';
import { type Instrument, MISSING_ANSWERS } from './instrument.js';
import { levelOf } from './level.js';
import { score } from './score.js';
import { levelMoves, sensitivity } from './sensitivity.js';
import { gatherInstruments } from './shipped.js';

/** Runs for each law. */
const CASES = { numRuns: 10_000 };
const shipped = [...gatherInstruments().values()];
const anyShipped = fc
  .constantFrom(...shipped)
  .chain((instrument) => fc.tuple(fc.constant(instrument), anyAnswers(instrument)));
const either = fc.oneof(anyAnswered, anyShipped);
const places = ({ bands }: Instrument, ids: readonly string[]) =>
  ids.map((id) => bands.findIndex((band) => band.id === id));

describe('the laws of levels', () => {
  it('a range only narrows as answers arrive', () => {
    fc.assert(
      fc.property(either, fc.nat(), fc.nat(), ([instrument, given], nth, pick) => {
        const before = score(instrument, given);
        const missing = instrument.items.filter(({ id }) => before.missing.includes(id));
        const item = missing[nth % missing.length];
        if (!item) return;
        const offered = offeredBy(item);
        const answer = offered[pick % offered.length];
        const after = score(instrument, { ...given, [item.id]: answer });
        expect(after.range[0]).toBeGreaterThanOrEqual(before.range[0]);
        expect(after.range[1]).toBeLessThanOrEqual(before.range[1]);
        expect(before.bands).toEqual(expect.arrayContaining([...after.bands]));
        expect(after.missing).toHaveLength(before.missing.length - 1);
      }),
      CASES,
    );
  });

  it('comes to one level once everything is answered, and that level was within reach before', () => {
    fc.assert(
      fc.property(either, fc.nat(), ([instrument, given], pick) => {
        const full = Object.fromEntries(
          instrument.items.map((item) => {
            const offered = offeredBy(item);
            const answer = given[item.id];
            return [item.id, isMissing(answer) ? offered[pick % offered.length] : answer];
          }),
        );
        const settled = score(instrument, full);
        expect(settled.missing).toEqual([]);
        expect(settled.range[0]).toBe(settled.range[1]);
        expect(settled.bands).toHaveLength(Math.min(1, instrument.bands.length));
        expect(score(instrument, given).bands).toEqual(expect.arrayContaining([...settled.bands]));
      }),
      CASES,
    );
  });

  it('unknown never equals no: it is as if nobody had asked, and no narrower than any answer', () => {
    fc.assert(
      fc.property(
        either,
        fc.nat(),
        fc.constantFrom(...MISSING_ANSWERS),
        ([instrument, given], nth, missing) => {
          const item = instrument.items[nth % instrument.items.length];
          if (!item) return;
          const { [item.id]: _, ...without } = given;
          const unknown = score(instrument, { ...without, [item.id]: missing });
          expect(unknown).toEqual(score(instrument, without));
          expect(unknown.missing).toContain(item.id);
          for (const answer of offeredBy(item)) {
            const answered = score(instrument, { ...without, [item.id]: answer });
            expect(unknown.bands).toEqual(expect.arrayContaining([...answered.bands]));
            const spread = new Set(weighedPoints(instrument, item).values()).size;
            // If the item carries points, not knowing gives a wider range than any one answer, including `absent`.
            if (spread > 1)
              expect(unknown.range[1] - unknown.range[0]).toBeGreaterThan(
                answered.range[1] - answered.range[0],
              );
          }
        },
      ),
      CASES,
    );
  });

  it('no protected characteristic, and nothing made of one, changes a level of any shipped instrument', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('yes', 'no', 'autistic', 'female', 'muslim'),
    );
    const about = fc.record({
      age: fc.integer({ min: 5, max: 90 }),
      'is-under-18': fc.constantFrom('yes', 'no'),
      'age-band': fc.constantFrom('10-13', '14-17', '18-25', 'over-25'),
      'school-year': fc.integer({ min: 1, max: 13 }),
      sex: word,
      gender: word,
      ethnicity: word,
      nationality: word,
      language: word,
      religion: word,
      disability: word,
      neurodiversity: word,
      'communication-needs': word,
      'send-plan': word,
      postcode: word,
    });
    fc.assert(
      fc.property(anyShipped, about, about, ([instrument, given], one, other) => {
        expect(levelOf(instrument, given, one)).toEqual(levelOf(instrument, given, other));
        expect(levelOf(instrument, given, one)).toEqual(levelOf(instrument, given));
        // Passed in among the answers, they are items that the instrument does not have.
        const among = Object.fromEntries(
          Object.entries(one).map(([key, value]) => [key, `${value}`]),
        );
        expect(score(instrument, { ...among, ...given })).toEqual(score(instrument, given));
      }),
      CASES,
    );
  });

  it('context changes no level, and a level never rests on fewer answers than it must', () => {
    fc.assert(
      fc.property(either, fc.nat(), ([instrument, given], pick) => {
        const context = instrument.items.filter(({ bears }) => bears === 'context');
        const changed = { ...given };
        for (const item of context) {
          const answers = answersTo(item);
          changed[item.id] = answers[pick % answers.length]?.answer;
        }
        expect(score(instrument, changed).bands).toEqual(score(instrument, given).bands);
        const { level, tooFew, bands } = levelOf(instrument, given);
        if (level !== undefined) expect([tooFew, bands]).toEqual([[], [level]]);
      }),
      CASES,
    );
  });

  it('says of each single answer what scoring with it says', () => {
    fc.assert(
      fc.property(either, ([instrument, given]) => {
        const now = places(instrument, score(instrument, given).bands);
        for (const { item, rise, fall } of levelMoves(instrument, given)) {
          for (const [step, end] of [
            [rise, 0],
            [fall, -1],
          ] as const) {
            if (!step) continue;
            const then = places(
              instrument,
              score(instrument, { ...given, [item]: step.answer }).bands,
            );
            const [from, to] = places(instrument, [step.from, step.to]);
            expect([from, to]).toEqual([now.at(end), then.at(end)]);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never says that an answer cannot matter which can', () => {
    fc.assert(
      fc.property(either, fc.nat(), ([instrument, given], pick) => {
        const reach = new Map(
          sensitivity(instrument, given).map(({ item, bands }) => [item, bands]),
        );
        // Fills in the other missing answers in any way, then tries this one.
        const missing = instrument.items.filter(({ id }) => reach.has(id));
        const full = { ...given };
        for (const [i, item] of missing.entries()) {
          const offered = offeredBy(item);
          full[item.id] = offered[(pick + i) % offered.length];
        }
        for (const item of missing) {
          const levels = offeredBy(item).flatMap((answer) =>
            places(instrument, score(instrument, { ...full, [item.id]: answer }).bands),
          );
          if (levels.length === 0) continue;
          expect(reach.get(item.id)).toBeGreaterThanOrEqual(
            Math.max(...levels) - Math.min(...levels),
          );
        }
      }),
      { numRuns: 2000 },
    );
  });
});

it('scores many at once as it scores each by itself', () => {
  fc.assert(
    fc.property(
      fc
        .oneof(anyInstrument, fc.constantFrom(...shipped))
        .chain((instrument) =>
          fc.tuple(
            fc.constant(instrument),
            fc.array(anyAnswers(instrument), { minLength: 1, maxLength: 4 }),
          ),
        ),
      ([instrument, all]) => {
        const compiled = compileInstrument(instrument);
        const codes = all.flatMap((given) =>
          instrument.items.map(({ id }, place) => compiled.code(place, given[id])),
        );
        const [lowest, highest] = [new Uint8Array(all.length), new Uint8Array(all.length)];
        compiled.scoreAll(Uint8Array.from(codes), lowest, highest);
        for (const [k, given] of all.entries()) {
          const { bands } = score(instrument, given);
          const ids = instrument.bands.slice(lowest[k], (highest[k] ?? 0) + 1).map(({ id }) => id);
          expect(ids).toEqual(bands);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
