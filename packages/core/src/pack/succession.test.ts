import { describe, expect, it } from 'vitest';
import {
  codeListDefinition,
  day,
  packContext,
  packOf,
  signedPack,
  TODAY,
  testIssuer,
} from '../testing/pack-under-test.js';
import { definitionsInForce } from './in-force.js';
import type { PinnedIssuer } from './issuer.js';
import { judgePack } from './judge-pack.js';
import type { HeldPack } from './pack.js';
import { packChanges } from './pack-change.js';
import type { PacksHeld } from './packs-held.js';
import { readPack } from './read-pack.js';
import { successionOf } from './succession.js';

const old = testIssuer('force');
const now = testIssuer('force', 'The force of Wendingshire, new key', {
  succeeds: [old.signingKey],
});
const list = (label: string, version = '1.0.0') => codeListDefinition({ one: label }, { version });
const held = (
  packs: readonly HeldPack[],
  issuers: readonly PinnedIssuer[] = [old.pinned, now.pinned],
): PacksHeld => ({ shipped: [list('Shipped')], packs, issuers });
const words = (of: PacksHeld, on = TODAY) =>
  definitionsInForce(of, on).flatMap(({ definition: each }) =>
    each.kind === 'code-list' ? each.value.codes.map(({ label }) => label) : [],
  );

describe('an issuer under another key', () => {
  const five = packOf(old, { version: 5, definitions: [list('Five')] });

  it('replaces the packs of the key before, from its first day, whatever their numbers', () => {
    const one = packOf(now, { from: TODAY, definitions: [list('New', '2.0.0')] });
    const six = packOf(old, { version: 6, definitions: [list('Six', '1.1.0')] });
    expect(words(held([five, six, one]), day('2026-11-30'))).toEqual(['Six']);
    expect(words(held([five, six, one]))).toEqual(['New']);
    expect(words(held([five, packOf(now)]))).toEqual(['Shipped']);
  });

  it('recalls what it issued under the key before, and not the other way', () => {
    const recalls = [
      { kind: 'code-list', id: 'necessity', versions: '*', reason: 'It was wrong.' },
    ];
    expect(words(held([five, packOf(now, { id: 'other', recalls })]))).toEqual(['Shipped']);
    const made = packOf(now, { definitions: [list('New')] });
    const late = packOf(old, { id: 'other', version: 9, from: TODAY, recalls });
    expect(words(held([made, late]))).toEqual(['New']);
  });

  it('has what it issued under the key before in place of what cannot be read', () => {
    const one = packOf(now, { refused: [{ kind: 'code-list', id: 'necessity' }] });
    expect(words(held([five, one]))).toEqual(['Five']);
  });

  it('says something else only under another version, and puts an end to the numbers before', () => {
    const judged = (pack: HeldPack, packs: readonly HeldPack[]) =>
      judgePack(held(packs), pack, { today: TODAY }).map(({ code }) => code);
    expect(judged(packOf(now, { definitions: [list('Else')] }), [five])).toEqual([
      'pack-version-kept',
    ]);
    const next = packOf(now, { definitions: [list('Else', '1.1.0')] });
    expect(judged(next, [five])).toEqual([]);
    expect(judged(packOf(old, { version: 9 }), [next])).toEqual(['pack-older']);
  });

  it('changes rows of its own, rather than adding some and withdrawing others', async () => {
    const context = packContext([old, now]);
    const signed = async (issuer: typeof old, workingDays: number, version: string) => {
      const value = [{ id: 'first-contact', workingDays, words: `Within ${workingDays} days` }];
      const limits = {
        kind: 'time-limits',
        id: 'ours',
        title: 'Ours',
        version,
        standing: 'proposed',
        source: 'Made up',
        checkedOn: '2026-11-20',
        value,
      };
      const read = await readPack(await signedPack(issuer, { definitions: [limits] }), context);
      if (!read.ok) throw new Error('refused');
      return { ...read.value.pack, takenInOn: day('2026-11-30') };
    };
    const before = await signed(old, 3, '1.0.0');
    const changes = packChanges(held([before]), await signed(now, 5, '1.1.0'), TODAY);
    expect(changes.map(({ change, id }) => `${change} ${id}`)).toEqual(['changed ours']);
  });
});

describe('a succession', () => {
  it('goes through the keys between, and counts for nothing in a circle', () => {
    const third = testIssuer('force', 'Third key', { succeeds: [now.signingKey] });
    const { isSuccessor, predecessorsOf } = successionOf([third.pinned, now.pinned, old.pinned]);
    expect(isSuccessor(third.signingKey, old.signingKey)).toBe(true);
    expect(isSuccessor(old.signingKey, third.signingKey)).toBe(false);
    expect(predecessorsOf(third.signingKey)).toEqual([old.signingKey, now.signingKey]);
    const back = { ...old.pinned, succeeds: [third.signingKey] };
    const circle = successionOf([third.pinned, now.pinned, back]);
    for (const one of [old, now, third])
      for (const other of [old, now, third])
        expect(circle.isSuccessor(one.signingKey, other.signingKey)).toBe(false);
  });

  it('is not of a key with a higher rank, nor of one that nobody pinned', () => {
    const officer = testIssuer('officer', 'An officer', { succeeds: [old.signingKey] });
    const strange = testIssuer('national', 'Unit', { succeeds: [testIssuer('force').signingKey] });
    const { isSuccessor, predecessorsOf } = successionOf([
      old.pinned,
      officer.pinned,
      strange.pinned,
    ]);
    expect(isSuccessor(officer.signingKey, old.signingKey)).toBe(false);
    expect(predecessorsOf(strange.signingKey)).toEqual([]);
  });

  it('is nothing that a pack can claim', async () => {
    const text = await signedPack(now, {
      issuer: { name: now.name, signingKey: now.signingKey, succeeds: [old.signingKey] } as never,
    });
    const read = await readPack(text, packContext([old, now]));
    expect(read.issues.map(({ code }) => code)).toEqual(['pack-unreadable']);
  });
});
