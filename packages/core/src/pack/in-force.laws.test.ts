/** Laws of what is in force: over any packs, ranks, days, recalls and clocks. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeLabel, codesInForce } from '../codes/code-list.js';
import { addDays } from '../shared/dates.js';
import type { PlainDate } from '../shared/primitives.js';
import {
  anyDay,
  anyHeld,
  anyPack,
  anyPolicyRecall,
  beginsOn,
  DAYS,
  IDS,
  inForceByRule,
} from '../testing/pack/any-packs-under-test.js';
import { day } from '../testing/pack-under-test.js';
import { codeListsInForce } from './code-lists-in-force.js';
import { changeDays, definitionsInForce, sourceKey } from './in-force.js';
import { issuerByKey, keepIssuers } from './issuer.js';
import { judgePack, takeIn } from './judge-pack.js';
import { packChanges } from './pack-change.js';
import { compareText, type PacksHeld } from './packs-held.js';

const definitionsOf = (held: PacksHeld, on: PlainDate) =>
  new Map(definitionsInForce(held, on).map(({ definition: each }) => [each.id, each] as const));

/** The codes that can be chosen on a day with their words, by the lists of a later one. */
const offered = (held: PacksHeld, today: PlainDate, on: PlainDate) => {
  const lists = codeListsInForce(held, today);
  return IDS.map((id) =>
    codesInForce(lists, id, on)
      .map(({ code, label }) => `${code} ${label}`)
      .sort(),
  );
};

/** True if the list may have changed during that day. */
const mayChange = (held: PacksHeld, id: string, on: PlainDate) =>
  held.packs.some(
    (pack) => beginsOn(pack) === on || pack.definitions.some(({ from }) => from === on),
  ) || inForceByRule(held, addDays(on, -1)).get(id) !== inForceByRule(held, on).get(id);

it('does not depend on the order in which packs were taken in', () => {
  fc.assert(
    fc.property(anyHeld, anyDay, (held, on) => {
      const reversed = { ...held, packs: held.packs.toReversed() };
      expect(definitionsInForce(reversed, on)).toEqual(definitionsInForce(held, on));
      // Within a day their order says which words were there first.
      const packs = held.packs.toSorted((one, other) =>
        compareText(other.takenInOn, one.takenInOn),
      );
      const other = { ...held, packs };
      expect(codeListsInForce(other, on)).toEqual(codeListsInForce(held, on));
    }),
  );
});

it('has of each list the strongest that is in its days, not replaced and not recalled', () => {
  fc.assert(
    fc.property(anyHeld, anyDay, (held, on) => {
      const inForce = definitionsInForce(held, on);
      expect(new Set(inForce.map((each) => sourceKey(each))).size).toBe(inForce.length);
      expect(definitionsOf(held, on)).toEqual(inForceByRule(held, on));
    }),
    { numRuns: 1000 },
  );
});

it('offers on each day exactly the codes of the list in force then, whenever it is asked', () => {
  fc.assert(
    fc.property(anyHeld, anyDay, (held, today) => {
      const lists = codeListsInForce(held, today);
      for (const on of DAYS.filter((each) => each <= today)) {
        const inForce = inForceByRule(held, on);
        for (const id of IDS) {
          const given = (inForce.get(id)?.value.codes ?? []).filter(
            ({ from = on, to = on }) => from <= on && on <= to,
          );
          const chosen = codesInForce(lists, id, on);
          expect([on, chosen.map(({ code }) => code).sort()]).toEqual([
            on,
            given.map(({ code }) => code).sort(),
          ]);
          if (mayChange(held, id, on)) continue;
          const labels = new Map(given.map(({ code, label }) => [code, label]));
          for (const { code, label } of chosen) expect([on, label]).toEqual([on, labels.get(code)]);
        }
      }
    }),
    { numRuns: 300 },
  );
});

it('never acts backwards: no pack, recall or lost trust of today changes an earlier day', () => {
  const anyEvent = fc.oneof(
    anyPack.map(
      (pack) =>
        (held: PacksHeld, takenInOn: PlainDate): PacksHeld => ({
          ...held,
          packs: [...held.packs, { ...pack, takenInOn }],
        }),
    ),
    anyPolicyRecall.map((recall) => (held: PacksHeld, recalledOn: PlainDate) => ({
      ...held,
      recalls: [...(held.recalls ?? []), { ...recall, recalledOn }],
    })),
    fc.nat().map((nth) => (held: PacksHeld, today: PlainDate): PacksHeld => {
      const left = held.issuers.filter((_, at) => at !== nth % held.issuers.length);
      return { ...held, issuers: keepIssuers(held.issuers, left, today) };
    }),
  );
  fc.assert(
    fc.property(anyHeld, anyEvent, anyDay, (held, event, today) => {
      const after = event(held, today);
      for (const on of DAYS.filter((each) => each < today)) {
        expect(definitionsOf(after, on)).toEqual(definitionsOf(held, on));
        expect([on, offered(after, today, on)]).toEqual([on, offered(held, today, on)]);
      }
    }),
    { numRuns: 300 },
  );
});

it('decides nothing by a pack that is taken in as history', () => {
  let seen = 0;
  fc.assert(
    fc.property(anyHeld, anyPack, anyDay, (held, pack, today) => {
      const taken = takeIn(held, pack, { today });
      if (!taken.ok || taken.value.isHistory !== true) return;
      seen += 1;
      const after = { ...held, packs: [...held.packs, taken.value] };
      for (const on of DAYS) {
        expect(definitionsInForce(after, on)).toEqual(definitionsInForce(held, on));
        expect(offered(after, on, on)).toEqual(offered(held, on, on));
      }
    }),
    { numRuns: 300 },
  );
  expect(seen).toBeGreaterThan(0);
});

it('has words for every code of a list that was ever in force', () => {
  fc.assert(
    fc.property(anyHeld, anyDay, (held, today) => {
      const lists = codeListsInForce(held, today);
      for (const on of DAYS.filter((each) => each <= today))
        for (const { id, value } of inForceByRule(held, on).values())
          for (const { code, label, from = on, to = on } of value.codes) {
            if (on < from || to < on) continue;
            const shown = codeLabel(lists, id, code, on);
            expect(mayChange(held, id, on) ? shown !== code : shown === label).toBe(true);
          }
    }),
  );
});

it('is in force on no day before anything that is known of it', () => {
  fc.assert(
    fc.property(anyHeld, anyDay, (held, on) => {
      for (const { definition, origin } of definitionsInForce(held, on)) {
        const pack = held.packs.find(({ digest }) => digest === origin?.pack.digest);
        if (pack === undefined) continue;
        expect(pack.takenInOn <= on && pack.from <= on && pack.madeAt.slice(0, 10) <= on).toBe(
          true,
        );
        expect(definition.from === undefined || definition.from <= on).toBe(true);
        expect(on <= (pack.to ?? day('9999-12-31'))).toBe(true);
      }
    }),
  );
});

it('says of everything that differs with a pack that it does, on its day, and of nothing else', () => {
  fc.assert(
    fc.property(anyHeld, anyPack, anyDay, (held, { isHistory: _, ...pack }, today) => {
      const isHistory = judgePack(held, pack, { today }).some(
        (each) => each.severity === 'warning',
      );
      const added = { ...pack, takenInOn: today, ...(isHistory ? { isHistory } : {}) };
      const together = { ...held, packs: [...held.packs, added] };
      const changes = packChanges(held, pack, today);
      if (issuerByKey(held.issuers, pack.issuer.signingKey) === undefined) {
        expect(changes).toEqual([]);
        return;
      }
      const first = beginsOn(added);
      const [was, will] = [definitionsOf(held, first), definitionsOf(together, first)];
      for (const id of IDS) {
        const [before, after] = [was.get(id), will.get(id)];
        const said = changes.filter((each) => each.id === id && each.from === undefined);
        const isSaid = said.some(
          ({ change }) => !['outranked', 'not-in-force', 'same', 'kept'].includes(change),
        );
        if (before !== after && before?.value !== after?.value)
          expect([id, said.length > 0]).toEqual([id, true]);
        if (before === after) expect([id, isSaid]).toEqual([id, false]);
      }
      for (const own of pack.definitions.filter(({ from = first }) => from > first)) {
        const isInForce = definitionsOf(together, own.from ?? first).get(own.id) === own;
        const days = changes.filter(({ id }) => id === own.id).map(({ from }) => from);
        expect([own.from, days.includes(own.from)]).toEqual([own.from, isInForce]);
      }
    }),
    { numRuns: 300 },
  );
});

it('has on every day what was in force on the last day of change, and changes on no other', () => {
  fc.assert(
    fc.property(anyHeld, anyDay, (held, on) => {
      const last = changeDays(held, 'code-list').findLast((each) => each <= on);
      const first = changeDays(held, 'code-list')[0];
      const same = last ?? (first === undefined ? on : addDays(first, -1));
      expect(definitionsInForce(held, same)).toEqual(definitionsInForce(held, on));
    }),
    { numRuns: 500 },
  );
});
