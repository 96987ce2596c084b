import { describe, expect, it } from 'vitest';
import { codeLabel, codesInForce } from '../codes/code-list.js';
import { codeListDefinition, day, packOf, TODAY, testIssuer } from '../testing/pack-under-test.js';
import { codeListsInForce } from './code-lists-in-force.js';
import {
  definitionsInForce,
  definitionVersion,
  type PacksHeld,
  recalledDefinitions,
} from './in-force.js';
import type { Definition, Pack, Recall } from './pack.js';

const force = testIssuer('force');
const held = (packs: readonly Pack[], more: Partial<PacksHeld> = {}): PacksHeld => ({
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
    expect(labels(held([one], { recalls: [recall({ versions: '<2.0' })] }))).toEqual([]);
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
    expect(codeLabel(lists, 'necessity', 'one', day('2026-11-01'))).toBe('Suspect');
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
      held([pack], { recalls: [recall({ versions: '<2.0' })] }),
      TODAY,
    );
    expect(codeLabel(after, 'necessity', 'hall', TODAY)).toBe('A hall');
    for (const on of [day('2026-11-29'), pack.from, TODAY])
      expect(codesInForce(after, 'necessity', on).map(({ code }) => code)).not.toContain('hall');
  });

  it('are of no list that was never in force: not yet begun, outranked, or of nobody pinned', () => {
    const stranger = packOf(testIssuer('national'), { definitions: [list('Stranger')] });
    const toCome = packOf(force, {
      version: 3,
      from: day('2027-01-01'),
      definitions: [list('To come')],
    });
    const all = codeListsInForce(held([one, two, stranger, toCome]), TODAY);
    const words = all.get('necessity')?.codes.map(({ label }) => label);
    expect(words?.sort()).toEqual(['Shipped', 'Suspect', 'Victim']);
  });
});
