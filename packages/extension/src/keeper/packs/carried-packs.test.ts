/** Packs in a backup from anybody: each counts only under its own digest and its own key. */
import type { BackupPart } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import { day, instant, signedPack, testIssuer, written } from '../../testing/packs-under-test.js';
import { browserHost } from '../host.js';
import { readCarried } from './carried-packs.js';
import { NO_PACKS } from './pack-shelf.js';
import { readUnpinned } from './packs-held-here.js';

const ISSUER = await testIssuer('Wendingshire cyber unit');
const { digest } = browserHost();
const text = await signedPack(ISSUER, [
  written('time-limits', 'our-limits', [
    { id: 'first-contact', workingDays: 3, words: 'Within 3 working days' },
  ]),
]);

/** The parts of a backup that has the pack under that digest. */
function partsUnder(named: string): readonly BackupPart[] {
  const row = {
    digest: named,
    signingKey: ISSUER.signingKey,
    takenInOn: day('2026-12-01'),
    takenInAt: instant('2026-12-01T10:00:00.000Z'),
    by: 'officer',
  };
  return [
    { part: 'packs', value: { ...NO_PACKS, packs: [row] } },
    { part: 'pack-text', value: { digest: named, text } },
  ];
}

it('brings a pack that is named by its own digest', async () => {
  const read = await readUnpinned(text, new Map(), digest);
  if (!read.ok) throw new Error('not read');
  const carried = await readCarried(partsUnder(read.value.pack.digest), digest);
  expect(carried.packs).toMatchObject([{ pack: { id: 'wendingshire' } }]);
  expect(carried.refused).toEqual([]);
});

it('refuses a pack that is named by the digest of another', async () => {
  const other = 'a'.repeat(64);
  const carried = await readCarried(partsUnder(other), digest);
  expect(carried.packs).toEqual([]);
  expect(carried.kept?.packs).toEqual([]);
  expect(carried.refused).toMatchObject([{ code: 'pack-not-brought' }]);
});
