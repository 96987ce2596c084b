import type { Instant, LoggedEntry } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import { packActInFull } from './logged-pack-words.js';

type PackLogged = NonNullable<LoggedEntry['pack']>;

const at = '2026-12-01T10:00:00.000Z' as Instant;
const done = {
  by: 'officer',
  doneAt: at,
  fingerprint: 'f'.repeat(64),
  issuer: 'Wendingshire cyber unit',
} as const;
const pack = {
  ...done,
  digest: 'd'.repeat(64),
  id: 'wendingshire',
  title: 'Our pack',
  version: 5,
} as const;
const groups = (letter: string) => Array(16).fill(letter.repeat(4)).join(' ');

it.each<[string, PackLogged, string]>([
  [
    'taken in',
    { act: 'taken-in', ...pack, rank: 'force' },
    `Took in the definition pack “Our pack”, version 5, from Wendingshire cyber unit. Decided by the officer. Rank of the issuer: force. Digest of the pack: ${groups('d')}. Fingerprint of the issuer’s key: ${groups('f')}`,
  ],
  [
    'set aside',
    { act: 'set-aside', ...pack, reason: 'Not agreed yet' },
    `Set aside the definition pack “Our pack”, version 5, from Wendingshire cyber unit. Decided by the officer. Reason: Not agreed yet. Digest of the pack: ${groups('d')}. Fingerprint of the issuer’s key: ${groups('f')}`,
  ],
  [
    'key trusted by policy',
    { act: 'key-trusted', ...done, by: 'policy', rank: 'national' },
    `Trusted the key of Wendingshire cyber unit, which issues definition packs (national unit). Decided by the force’s policy. Fingerprint of the issuer’s key: ${groups('f')}`,
  ],
  [
    'key no longer trusted, by a backup',
    { act: 'key-distrusted', ...done, by: 'backup' },
    `Stopped trusting the key of Wendingshire cyber unit, which issues definition packs. Brought by a backup that the officer restored. Fingerprint of the issuer’s key: ${groups('f')}`,
  ],
])('says it in full: %s', (_, logged, words) => {
  expect(packActInFull(logged, at)).toBe(words);
});

it('says a pack that is history, one without a name, and one that was logged later', () => {
  const { id: _, title: __, version: ___, ...unnamed } = pack;
  const { title: ____, issuer: _____, ...earlier } = pack;
  expect(packActInFull({ act: 'put-back', ...earlier }, at)).toMatch(
    /^Put back the definition pack “wendingshire”, version 5\. /,
  );
  expect(packActInFull({ act: 'taken-in', ...pack, isHistory: true }, at)).toMatch(
    /^Took in the definition pack “Our pack”, version 5, from Wendingshire cyber unit, for the words of earlier records alone\./,
  );
  expect(packActInFull({ act: 'put-back', ...unnamed }, at)).toContain('can no longer be read');
  expect(
    packActInFull({ act: 'put-back', ...pack }, '2026-12-03T10:00:00.000Z' as Instant),
  ).toMatch(/Done at 1 December 2026.*, and logged later$/);
});
