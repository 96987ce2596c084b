/** Laws of the choice that Enter takes by itself, for any answer, any person on screen and any drafts. */
import type { PlainDate, RecordId } from '@cyber-prevent/core';
import type { FoundOwner } from '@cyber-prevent/core/find';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeChoices, type PaletteRow } from './compose.js';
import type { Entry } from './entries.js';

const app = {
  services: { today: () => '2026-11-30' as PlainDate },
  router: { go: () => undefined },
} as never;
const WORDS = 'words';

const rows = ['Ada Vael', 'Finn Quill', 'Noor Lind', 'Una Moss'].map(
  (name, nth) =>
    ({
      id: `b0000000-0000-4000-8000-00000000000${nth}` as RecordId,
      name,
      otherNames: [],
      references: [],
    }) as unknown as PaletteRow,
);

/**
 * Ways in which one of the people fits: by their reference, by their name, by a number or a handle, by a mention, in part,
 * or not at all.
 */
type Fit = 'reference' | 'name' | 'handle' | 'mention' | 'part' | 'not';

const askedOf = (...fits: readonly Fit[]): fc.Arbitrary<Asked> =>
  fc.record({
    fits: fc.array(fc.constantFrom(...fits), { minLength: rows.length, maxLength: rows.length }),
    order: fc.shuffledSubarray([...rows], { minLength: rows.length }),
    onScreen: fc.option(fc.constantFrom(...rows)),
    recent: fc.subarray([...rows]),
    drafts: fc.shuffledSubarray([...rows]),
  });
const asked = askedOf('name', 'handle', 'mention', 'part', 'not');
const referred = askedOf('reference', 'name', 'handle', 'mention', 'not');
const mentioned = askedOf('mention', 'part', 'not');

interface Asked {
  readonly fits: readonly Fit[];
  readonly order: readonly PaletteRow[];
  readonly onScreen: PaletteRow | null;
  readonly recent: readonly PaletteRow[];
  readonly drafts: readonly PaletteRow[];
}

function compose({ order, onScreen, recent, drafts, ...asks }: Asked) {
  const fitOf = ({ id }: PaletteRow) => asks.fits[rows.findIndex((row) => row.id === id)] ?? 'not';
  const of = (...some: readonly string[]) => rows.filter((row) => some.includes(fitOf(row)));
  const held = rows.map((row) =>
    fitOf(row) === 'reference' ? { ...row, reference: WORDS, references: [WORDS] } : row,
  );
  const found = order.flatMap((row): readonly FoundOwner[] => {
    const fit = fitOf(row);
    if (fit === 'not') return [];
    const isOwn = fit === 'name' || fit === 'handle' || fit === 'reference';
    return [
      {
        id: row.id,
        kind: 'subject',
        how: fit === 'part' ? 'part' : 'whole',
        ...(isOwn ? { byIdentity: 'whole' as const } : {}),
        places: [],
      },
    ];
  });
  const { entries } = composeChoices(
    app,
    {
      rows: held,
      fixed: [],
      settings: [],
      unfinished: drafts.map(
        (person): Entry => ({
          id: `unfinished-${person.id}`,
          group: 'unfinished',
          label: WORDS,
          person,
          run: () => undefined,
        }),
      ),
      onScreen: onScreen?.id,
      recent: recent.map(({ id }) => id),
    },
    {
      wanted: WORDS,
      asked: [],
      answers: new Map([[WORDS, { found, hasMore: false }]]),
      byName: () => held.filter((row) => ['name', 'reference'].includes(fitOf(row))),
      records: [],
    },
  );
  const [first] = entries;
  return { entries, taken: first?.isDoubtful ? undefined : first, of };
}

describe('the choice that Enter takes by itself', () => {
  it('is about nobody but the only one whose name or handle fits', () => {
    fc.assert(
      fc.property(asked, (all) => {
        const { taken, of } = compose(all);
        const own = of('name', 'handle');
        if (own.length > 1) expect(taken).toBeUndefined();
        if (own.length === 1 && taken) expect(taken.person?.id).toBe(own[0]?.id);
      }),
    );
  });

  it('is the only one who has the reference, whoever else has the words or is half typed about', () => {
    fc.assert(
      fc.property(referred, (all) => {
        const { taken, entries, of } = compose(all);
        const own = of('reference');
        if (own.length === 1) expect(taken?.person?.id).toBe(own[0]?.id);
        if (own.length > 1) expect(taken).toBeUndefined();
        const first = entries.filter(({ group }) => group === 'reference');
        expect(first.map(({ person }) => person?.id).toSorted()).toEqual(own.map(({ id }) => id));
      }),
    );
  });

  it('is about the only one mentioned where nobody has the words as a name or handle', () => {
    fc.assert(
      fc.property(mentioned, (all) => {
        const { taken, of } = compose({ ...all, drafts: [] });
        const whole = of('mention');
        if (whole.length > 1) expect(taken).toBeUndefined();
        if (whole.length === 1) expect(taken?.person?.id).toBe(whole[0]?.id);
      }),
    );
  });

  it('is always there for the only one meant, unless a form about somebody else is half typed', () => {
    fc.assert(
      fc.property(asked, (all) => {
        const { taken, of } = compose({ ...all, drafts: [] });
        const own = of('name', 'handle');
        if (own.length === 1) expect(taken?.person?.id).toBe(own[0]?.id);
      }),
    );
  });

  it('leaves everybody found in the list, whoever is on screen', () => {
    fc.assert(
      fc.property(asked, (all) => {
        const { entries, of } = compose(all);
        const listed = entries.filter(({ group }) => group === 'subjects');
        expect(listed.map(({ person }) => person?.id).toSorted()).toEqual(
          of('name', 'handle', 'mention', 'part').map(({ id }) => id),
        );
      }),
    );
  });
});
