/** Law that the keeper of the records holds for every screen and act. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { RECORD_KINDS, RECORD_SCHEMAS, type RecordKind } from '../../record/kind.js';
import { createMemoryStore } from '../../store/index.js';
import type { Change } from '../../store/log/revision.js';
import {
  buildColleagueRequest,
  buildIntervention,
  buildRecord,
  buildReferral,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { keepingLaw } from './keeping-law.js';

const lists = gatherCodeLists();
const ME = testSigner().officer;
const ADA = buildSubject({ name: 'Ada Vael' });
const IVO = buildSubject({ name: 'Ivo Vael' });
const KNOWN = buildColleagueRequest({ subjectId: ADA.id, kind: 'known-person', from: ME, to: ME });

async function closed() {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const officer = { id: ME, regime: 'part3', policyReference: 'APD-7', practice: true } as const;
  const gate = keepingLaw({ host, lists, officer: () => officer });
  const store = await createMemoryStore({ host, signer: testSigner(), gate });
  const keep = (...changes: readonly Change[]) => store.commit({ changes, reason: 'case-work' });
  const referral = buildReferral({ subjectId: ADA.id });
  await keep(newRecord('subject', ADA), newRecord('subject', IVO), newRecord('referral', referral));
  await keep(newRecord('colleagueRequest', KNOWN));
  return { store, keep, referral };
}
const refused = (code: string) => ({ cause: [expect.objectContaining({ code })] });
const CLOSED = refused('record-closed-to-officer');

describe('a record that is closed to the officer', () => {
  it('takes no new record and no change, and lets none be moved in or out', async () => {
    const { store, keep, referral } = await closed();
    const entry = newRecord('intervention', buildIntervention({ subjectId: ADA.id }));
    await expect(keep(entry)).rejects.toMatchObject(CLOSED);
    const [subject, held] = [
      await store.get('subject', ADA.id),
      await store.get('referral', referral.id),
    ];
    if (!subject || !held) throw new Error('not held');
    for (const [kind, record, parents, set] of [
      ['subject', ADA.id, subject.heads, { name: 'Ada Quill' }],
      ['referral', referral.id, held.heads, { subjectId: IVO.id }],
    ] as const)
      await expect(keep({ kind, record, parents, set } as Change)).rejects.toMatchObject(CLOSED);
    const other = buildIntervention({ subjectId: IVO.id });
    await keep(newRecord('intervention', other));
    const own = await store.get('intervention', other.id);
    const moved = { kind: 'intervention', record: other.id, parents: own?.heads ?? [] } as const;
    await expect(keep({ ...moved, set: { subjectId: ADA.id } })).rejects.toMatchObject(CLOSED);
  });

  it('still takes a new safeguarding concern, and a declaration made again', async () => {
    const { keep } = await closed();
    const { id: _, ...again } = KNOWN;
    await keep(
      newRecord('safeguardingConcern', buildSafeguardingConcern({ subjectId: ADA.id })),
      newRecord('colleagueRequest', buildColleagueRequest(again)),
    );
  });

  it('keeps the declaration of the officer as it is', async () => {
    const { store, keep } = await closed();
    const held = await store.get('colleagueRequest', KNOWN.id);
    const change = {
      kind: 'colleagueRequest',
      record: KNOWN.id,
      parents: held?.heads ?? [],
    } as const;
    for (const more of [{ set: {}, withdraw: true as const }, { set: { kind: 'handover' } }])
      await expect(keep({ ...change, ...more })).rejects.toMatchObject(
        refused('known-person-stands'),
      );
  });
});

async function codesOf(saving: Promise<unknown>): Promise<readonly string[]> {
  try {
    await saving;
    return [];
  } catch (error) {
    const { cause = [] } = error as { cause?: readonly { readonly code: string }[] };
    return cause.map(({ code }) => code);
  }
}

it('refuses every kind of record about the person but a concern, and none about anybody else', async () => {
  const about = RECORD_KINDS.filter((kind) =>
    Object.hasOwn(RECORD_SCHEMAS[kind].entries, 'subjectId'),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...about), async (kind: RecordKind) => {
      const { keep } = await closed();
      const record = (subjectId: string) =>
        newRecord(kind, buildRecord(kind, { subjectId } as never));
      const [codes, other] = [
        await codesOf(keep(record(ADA.id))),
        await codesOf(keep(record(IVO.id))),
      ];
      expect(codes.includes('record-closed-to-officer')).toBe(kind !== 'safeguardingConcern');
      expect(other).not.toContain('record-closed-to-officer');
    }),
    { numRuns: about.length * 2 },
  );
});
