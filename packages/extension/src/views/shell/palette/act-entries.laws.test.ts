/** Laws of an act and a person in one text: read in any order, and never begun on one of several. */
import { foldText, hasWords, type RecordId, wordsOf } from '@cyber-prevent/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCREENS } from '../../../start/screens.js';
import { type ActAsked, actEntries, actsAsked, namedActs } from './act-entries.js';
import type { Person } from './entries.js';

const named = namedActs({ screens: SCREENS }, []);
const app = { services: { today: () => '2026-11-30' }, router: { go: () => undefined } } as never;

/** Words that begin no word of any act. */
const NAMES = ['Xanthe', 'Quillon', 'Zebedee', 'Yorick', 'Jubal'];

/** One to three neighbouring words of an act, each cut to its first letters. */
const ofAct = fc
  .tuple(
    fc.constantFrom(...named),
    fc.nat(),
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 2, max: 9 }),
  )
  .map(([act, start, count, letters]) => {
    const words = wordsOf(act.label);
    const from = start % words.length;
    return { act, words: words.slice(from, from + count).map((word) => word.slice(0, letters)) };
  });
const ofPerson = fc.subarray(NAMES, { minLength: 1, maxLength: 3 });

describe('an act and a person', () => {
  it('are read in any order, the act before, after or between the names', () => {
    fc.assert(
      fc.property(ofAct, ofPerson, fc.nat(), ({ act, words }, names, place) => {
        const at = place % (names.length + 1);
        const typed = [...names.slice(0, at), ...words, ...names.slice(at)].join(' ');
        const wanted = names.map((name) => foldText(name)).join(' ');
        const readings = actsAsked(named, typed).filter((each) => each.ofPerson === wanted);
        expect(readings.flatMap(({ acts }) => acts.map(({ id }) => id))).toContain(act.id);
      }),
    );
  });

  it('are never read so that a word is lost, or is of both', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 9 }), (words) => {
        const typed = words.join(' ');
        for (const { acts, ofPerson: rest } of actsAsked(named, typed)) {
          const left = wordsOf(rest);
          expect(left.length).toBeGreaterThan(0);
          expect(left.length).toBeLessThan(wordsOf(typed).length);
          for (const { label, also } of acts) {
            const given = [...wordsOf(typed)];
            for (const word of left) given.splice(given.indexOf(word), 1);
            expect(hasWords(foldText(`${label} ${also}`), given)).toBe(true);
          }
        }
      }),
    );
  });
});

const people = NAMES.map(
  (name, nth): Person => ({ id: `b0000000-0000-4000-8000-00000000000${nth}` as RecordId, name }),
);
const readings = fc.array(
  fc.record({
    acts: fc.subarray([...named], { minLength: 1 }),
    fits: fc.subarray(people),
  }),
  { maxLength: 4 },
);

it('an act may begin by itself only if the words fit one person alone, in whatever reading', () => {
  fc.assert(
    fc.property(readings, (all) => {
      const asked = all.map(({ acts }, nth): ActAsked => ({ acts, ofPerson: String(nth) }));
      const entries = actEntries(app, asked, (words) => all[Number(words)]?.fits ?? []);
      const fitting = new Set(all.flatMap(({ fits }) => fits.map(({ id }) => id)));
      for (const { isDoubtful, person } of entries) {
        expect(fitting.has(person?.id as RecordId)).toBe(true);
        expect(isDoubtful === true).toBe(fitting.size > 1);
      }
    }),
  );
});
