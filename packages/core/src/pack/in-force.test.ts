import { describe, expect, it } from 'vitest';
import { codeInForce, codeLabel, codesInForce } from '../codes/code-list.js';
import {
  codeListDefinition,
  day,
  instant,
  packOf,
  TODAY,
  testIssuer,
} from '../testing/pack-under-test.js';
import { codeListsInForce } from './code-lists-in-force.js';
import {
  definitionsInForce,
  definitionVersion,
  recalledDefinitions,
  recalledSince,
} from './in-force.js';
import { keepIssuers } from './issuer.js';
import type { Definition, HeldPack, PolicyRecall, Recall } from './pack.js';
import type { PacksHeld } from './packs-held.js';

const force = testIssuer('force');
const held = (packs: readonly HeldPack[], more: Partial<PacksHeld> = {}): PacksHeld => ({
  shipped: [codeListDefinition({ shipped: 'Shipped' })],
  packs,
  issuers: [force.pinned],
  ...more,
});
const labels = (of: PacksHeld, on = TODAY) =>
  definitionsInForce(of, on).flatMap(({ definition }) =>
    definition.kind === 'code-list' ? definition.value.codes.map(({ label }) => label) : [],
  );
const list = (label: string, more: Partial<Definition<'code-list'>> = {}) =>
  codeListDefinition({ one: label }, more);
const recall = (more: Partial<Recall> = {}): Recall => ({
  kind: 'code-list',
  id: 'necessity',
  versions: '*',
  reason: 'Two rows were swapped.',
  ...more,
});
const byPolicy = (more: Partial<PolicyRecall> = {}): PolicyRecall => ({
  ...recall(),
  recalledOn: day('2026-11-30'),
  ...more,
});

describe('a definition in force', () => {
  it('is that of the version before, if the present pack has one that cannot be read', () => {
    const one = packOf(force, { definitions: [list('One')] });
    const two = packOf(force, { version: 2, refused: [{ kind: 'code-list', id: 'necessity' }] });
    expect(labels(held([one, two]))).toEqual(['One']);
    // A later one that leaves it out withdraws it.
    expect(labels(held([one, two, packOf(force, { version: 3 })]))).toEqual(['Shipped']);
  });

  it('is the one that ships once the pack has ended, never the version before', () => {
    const one = packOf(force, { definitions: [list('One')] });
    const two = packOf(force, { version: 2, definitions: [list('Two')], to: day('2026-11-30') });
    expect(labels(held([one, two]), day('2026-11-30'))).toEqual(['Two']);
    expect(labels(held([one, two]))).toEqual(['Shipped']);
  });

  it('is not that of a version before which has ended, though the present one cannot be read', () => {
    const one = packOf(force, { definitions: [list('One')], to: day('2026-11-30') });
    const two = packOf(force, { version: 2, refused: [{ kind: 'code-list', id: 'necessity' }] });
    expect(labels(held([one, two]), day('2026-11-30'))).toEqual(['One']);
    expect(labels(held([one, two]))).toEqual(['Shipped']);
  });

  it('is in force on no day before its pack was made or taken in', () => {
    const pack = packOf(force, {
      from: day('2026-06-01'),
      madeAt: instant('2026-11-26T10:00:00.000Z'),
      takenInOn: day('2026-11-28'),
      definitions: [list('One')],
    });
    expect(labels(held([pack]), day('2026-11-27'))).toEqual(['Shipped']);
    expect(labels(held([pack]), day('2026-11-28'))).toEqual(['One']);
    const early = { ...pack, takenInOn: day('2026-11-20') };
    expect(labels(held([early]), day('2026-11-25'))).toEqual(['Shipped']);
    expect(labels(held([early]), day('2026-11-26'))).toEqual(['One']);
  });

  it('is never that of a pack taken in after a later one, nor of one taken in after its end', () => {
    const two = packOf(force, { version: 2, from: day('2026-06-01'), definitions: [list('Two')] });
    const one = packOf(force, {
      from: day('2026-05-01'),
      definitions: [list('One')],
      takenInOn: TODAY,
    });
    const ended = packOf(force, {
      id: 'other',
      from: day('2026-05-01'),
      to: day('2026-05-31'),
      definitions: [list('Ended')],
      takenInOn: TODAY,
    });
    for (const on of ['2026-05-15', '2026-06-15', '2026-12-01'].map(day))
      expect(labels(held([one, two, ended]), on)).toEqual(labels(held([two]), on));
  });

  it('is not one that calls itself official under a key that may no longer say so', () => {
    const official = [{ kind: 'code-list', ids: ['necessity'] }];
    const national = testIssuer('national', 'National unit', { official });
    const pack = packOf(national, { definitions: [list('Official', { standing: 'official' })] });
    expect(labels(held([pack], { issuers: [national.pinned] }))).toEqual(['Official']);
    const { official: _, ...plain } = national.pinned;
    expect(labels(held([pack], { issuers: [plain] }))).toEqual(['Shipped']);
  });

  it('is not an officer’s where only a force or its region may define it', () => {
    const officer = testIssuer('officer');
    const pack = packOf(officer, { definitions: [list('Mine')] });
    expect(labels(held([pack], { issuers: [officer.pinned] }))).toEqual(['Shipped']);
  });
});

describe('a recall', () => {
  it('acts on what its issuer made before it, and not on what is issued afterwards', () => {
    const one = packOf(force, { definitions: [list('One')] });
    const two = packOf(force, { version: 2, recalls: [recall()] });
    const three = packOf(force, { version: 3, definitions: [list('Three')] });
    expect(labels(held([one, two]))).toEqual(['Shipped']);
    expect(labels(held([one, two, three]))).toEqual(['Three']);
    expect(recalledDefinitions(held([one, two, three]), TODAY).map(({ reason }) => reason)).toEqual(
      ['Two rows were swapped.'],
    );
  });

  it('does nothing to what somebody else issued', () => {
    const other = testIssuer('force', 'Another force');
    const one = packOf(force, { definitions: [list('One')] });
    const theirs = packOf(other, { version: 9, recalls: [recall()] });
    const of = held([one, theirs], { issuers: [force.pinned, other.pinned] });
    expect(labels(of)).toEqual(['One']);
  });

  it('by policy acts on anybody’s, and on what ships', () => {
    const one = packOf(force, { definitions: [list('One')] });
    expect(labels(held([one], { recalls: [byPolicy({ versions: '<2.0' })] }))).toEqual([]);
  });

  it('by policy leaves what was recorded before its day as it was, and says that it was recalled', () => {
    const one = packOf(force, { from: day('2026-06-01'), definitions: [list('One')] });
    const of = held([one], { recalls: [byPolicy({ versions: '*' })] });
    expect(labels(of, day('2026-11-29'))).toEqual(['One']);
    const lists = codeListsInForce(of, TODAY);
    expect(codeLabel(lists, 'necessity', 'one', day('2026-11-29'))).toBe('One');
    expect(codesInForce(lists, 'necessity', day('2026-11-29'))).toHaveLength(1);
    expect(codesInForce(lists, 'necessity', TODAY)).toEqual([]);
    const name = { kind: 'code-list', id: 'necessity' };
    expect(recalledSince(of, name, day('2026-11-29'), TODAY)).toMatchObject({
      definition: one.definitions[0],
      recalledOn: '2026-11-30',
      reason: 'Two rows were swapped.',
    });
    expect(recalledSince(of, name, day('2026-11-29'), day('2026-11-29'))).toBeUndefined();
  });

  it('says why to a record of its own day as well, and of the recalled version alone', () => {
    const on = day('2026-12-02');
    const here = { from: on, takenInOn: on };
    const one = packOf(force, { ...here, definitions: [list('One')] });
    const two = packOf(force, {
      ...here,
      version: 2,
      definitions: [list('Two', { version: '2.0.0' })],
      recalls: [recall({ versions: '<2.0' })],
    });
    const name = { kind: 'code-list', id: 'necessity' };
    const since = (packs: readonly HeldPack[], version?: string) =>
      recalledSince(held(packs), { ...name, ...(version ? { version } : {}) }, on, on)?.reason;
    expect(since([one, two])).toBe('Two rows were swapped.');
    expect(since([one, two], '1.0.0')).toBe('Two rows were swapped.');
    expect(since([one, two], '2.0.0')).toBeUndefined();
    const before = { ...one, takenInOn: day('2026-12-01'), from: day('2026-12-01') };
    expect(since([before, two], '1.0.0')).toBe('Two rows were swapped.');
    expect(since([{ ...one, isHistory: true }, two], '1.0.0')).toBeUndefined();
    expect(recalledSince(held([before, two]), name, day('2026-12-03'), TODAY)).toBeUndefined();
  });

  it('of an issuer that is pinned no longer leaves what was recorded before as it was', () => {
    const one = packOf(force, { from: day('2026-06-01'), definitions: [list('One')] });
    const of = held([one], { issuers: keepIssuers([force.pinned], [], TODAY) });
    expect(labels(of, day('2026-11-30'))).toEqual(['One']);
    expect(labels(of)).toEqual(['Shipped']);
    const lists = codeListsInForce(of, TODAY);
    expect(codeLabel(lists, 'necessity', 'one', day('2026-11-30'))).toBe('One');
    expect(codesInForce(lists, 'necessity', TODAY).map(({ label }) => label)).toEqual(['Shipped']);
  });

  it('of a key acts on everything under it from its day', () => {
    const one = packOf(force, { definitions: [list('One')] });
    const issuers = [{ ...force.pinned, recalledOn: TODAY }];
    expect(labels(held([one], { issuers }), day('2026-11-30'))).toEqual(['One']);
    expect(labels(held([one], { issuers }))).toEqual(['Shipped']);
  });
});

it('opens a version of a definition by its issuer, replaced, recalled or no longer pinned', () => {
  const one = packOf(force, { definitions: [list('One')] });
  const other = testIssuer('national');
  const theirs = packOf(other, { definitions: [list('Theirs')] });
  const of = held([theirs, one, packOf(force, { version: 2 })], { issuers: [] });
  const wanted = { kind: 'code-list', id: 'necessity', version: '1.0.0' } as const;
  expect(definitionVersion(of, wanted, force.signingKey)?.value.codes[0]?.label).toBe('One');
  expect(definitionVersion(of, wanted, undefined)?.value.codes[0]?.label).toBe('Shipped');
  expect(definitionVersion(of, wanted, testIssuer('force').signingKey)).toBeUndefined();
});

describe('the words of a code', () => {
  const one = packOf(force, { from: day('2026-06-01'), definitions: [list('Victim')] });
  const two = packOf(force, {
    version: 2,
    from: day('2026-11-01'),
    definitions: [list('Suspect', { version: '2.0.0' })],
  });
  const lists = codeListsInForce(held([one, two]), TODAY);

  it('are those of the day of the record, though the list has others now', () => {
    expect(codeLabel(lists, 'necessity', 'one', day('2026-10-31'))).toBe('Victim');
    // The new version came in during that day: what was chosen before has the words of then.
    expect(codeLabel(lists, 'necessity', 'one', day('2026-11-01'))).toBe('Victim');
    expect(codeLabel(lists, 'necessity', 'one', day('2026-11-02'))).toBe('Suspect');
    expect(codesInForce(lists, 'necessity', TODAY).map(({ label }) => label)).toEqual(['Suspect']);
  });

  it('stay when the list goes altogether', () => {
    const ended = packOf(force, {
      from: day('2026-06-01'),
      to: day('2026-06-30'),
      definitions: [list('Ours alone', { id: 'our-own' })],
    });
    const after = codeListsInForce(held([ended]), TODAY);
    expect(codeLabel(after, 'our-own', 'one', day('2026-06-10'))).toBe('Ours alone');
    expect(codesInForce(after, 'our-own', TODAY)).toEqual([]);
    expect(codesInForce(after, 'our-own', day('2026-06-30'))).toHaveLength(1);
  });

  it('stay when a list is recalled on its first day: one of its codes may be on a record', () => {
    const pack = packOf(force, { definitions: [codeListDefinition({ hall: 'A hall' })] });
    const after = codeListsInForce(
      held([pack], { recalls: [byPolicy({ versions: '<2.0' })] }),
      TODAY,
    );
    expect(codeLabel(after, 'necessity', 'hall', TODAY)).toBe('A hall');
    for (const on of [day('2026-11-29'), pack.from, TODAY])
      expect(codesInForce(after, 'necessity', on).map(({ code }) => code)).not.toContain('hall');
  });

  it('keep the days on which a code was there, though it goes and comes back with the same words', () => {
    const codes = (...names: string[]) => names.map((each) => [each, `A ${each}`] as const);
    const packs = [
      { version: 1, from: '2026-06-01', codes: codes('hall', 'park') },
      { version: 2, from: '2026-08-01', codes: codes('park') },
      { version: 3, from: '2026-10-01', codes: codes('hall', 'park') },
    ].map(({ codes: given, from, version }) =>
      packOf(force, {
        version,
        from: day(from),
        definitions: [codeListDefinition(Object.fromEntries(given), { version: `${version}.0.0` })],
      }),
    );
    const after = codeListsInForce(held(packs), TODAY);
    const on = (text: string) =>
      codesInForce(after, 'necessity', day(text)).map(({ code }) => code);
    expect(on('2026-05-31')).toEqual(['shipped']);
    expect(on('2026-07-31').sort()).toEqual(['hall', 'park']);
    expect(on('2026-09-30')).toEqual(['park']);
    expect(on('2026-10-01').sort()).toEqual(['hall', 'park']);
    expect(on('2026-12-01').sort()).toEqual(['hall', 'park']);
  });

  it('are those of the strongest issuer for a code that could never be chosen', () => {
    const region = testIssuer('region');
    const ended = { from: day('2026-06-01'), takenInOn: TODAY, to: day('2026-06-30') };
    const of = (issuer: typeof region, label: string, version: number) =>
      packOf(issuer, { ...ended, version, definitions: [codeListDefinition({ hall: label })] });
    const all = held([of(region, 'Theirs', 9), of(force, 'Ours', 1)], {
      issuers: [region.pinned, force.pinned],
    });
    const after = codeListsInForce(all, TODAY);
    expect(codeLabel(after, 'necessity', 'hall', TODAY)).toBe('Ours');
    expect(codeInForce(after, 'necessity', 'hall', day('2026-06-10'))).toBeUndefined();
  });

  it('are of no list that was never in force: not yet begun, outranked, or of nobody pinned', () => {
    const stranger = packOf(testIssuer('national'), { definitions: [list('Stranger')] });
    const toCome = packOf(force, {
      version: 3,
      from: day('2027-01-01'),
      definitions: [codeListDefinition({ one: 'To come', hall: 'A hall to come' })],
    });
    const all = codeListsInForce(held([one, two, stranger, toCome]), TODAY);
    const words = all.get('necessity')?.codes.map(({ label }) => label);
    expect(words?.sort()).toEqual(['Shipped', 'Suspect', 'Victim']);
  });
});
