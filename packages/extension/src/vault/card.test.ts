import { RecordId } from '@cyber-prevent/core';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ColleagueCard } from '../ports/services.js';
import { cardOf, fingerprint, readCard, sameFingerprint } from './card.js';
import { newPair } from './identity.js';

describe('the colleague card', () => {
  let card: ColleagueCard;
  beforeAll(async () => {
    card = cardOf({
      officer: {
        id: v.parse(RecordId, '0ff1ce00-0000-4000-8000-000000000001'),
        name: 'Morgan Ashdown',
        number: '4417',
        force: 'north-test',
        role: 'Regional Cyber Prevent officer',
        regime: 'dpa-part-3',
      },
      device: v.parse(RecordId, 'de71ce00-0000-4000-8000-000000000001'),
      signingKey: (await newPair('signing')).publicKey,
      exchangeKey: (await newPair('exchange')).publicKey,
    });
  });

  it('has the public halves and who the officer is, and no more', () => {
    expect(Object.keys(card).sort()).toEqual([
      'exchangeKey',
      'force',
      'name',
      'number',
      'officer',
      'role',
      'signingKey',
      'version',
    ]);
  });

  it('reads back from JSON', async () => {
    expect(await readCard(JSON.parse(JSON.stringify(card)))).toMatchObject({
      ok: true,
      value: card,
    });
  });

  it('has a fingerprint of eight groups of digits, which any change changes', async () => {
    const read = await fingerprint(card);
    expect(read).toMatch(/^(\d{5} ){7}\d{5}$/);
    for (const change of [
      { name: 'Morgan Ashdowne' },
      { number: '4418' },
      { signingKey: card.exchangeKey },
    ])
      expect(await fingerprint({ ...card, ...change })).not.toBe(read);
    expect(await sameFingerprint(card, read.replaceAll(' ', '-'))).toBe(true);
    expect(
      await sameFingerprint(
        card,
        read.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
      ),
    ).toBe(false);
  });

  it('is refused when it is not one', async () => {
    for (const bad of [
      null,
      {},
      { ...card, version: 2 },
      { ...card, signingKey: 'short' },
      { ...card, extra: 1 },
      { ...card, name: ' ' },
    ])
      expect(await readCard(bad)).toMatchObject({
        ok: false,
        issues: [{ code: 'card-unreadable' }],
      });
  });

  it('is refused with a key that protects nothing, in a sentence', async () => {
    const zero = 'A'.repeat(43);
    for (const weak of [{ exchangeKey: zero }, { signingKey: zero }])
      expect(await readCard({ ...card, ...weak })).toMatchObject({
        ok: false,
        issues: [{ code: 'card-unreadable', message: expect.stringContaining('protects nothing') }],
      });
  });

  it('is refused with a name that is more than one line, is turned round, or has marks that do not show', async () => {
    for (const name of [
      'Morgan\u202Eecila',
      'M\u200Borgan',
      'Morgan\nForce: north-test',
      '\uFEFFMorgan',
    ])
      expect(await readCard({ ...card, name })).toMatchObject({
        ok: false,
        issues: [{ code: 'card-unreadable' }],
      });
  });
});
