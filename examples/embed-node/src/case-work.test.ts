import { readFileSync } from 'node:fs';
import {
  createMemoryStore,
  type Draft,
  draftValues,
  type PlainDate,
  type RecordId,
  type RecordStore,
  verifyChain,
} from '@cyber-prevent/core';
import { toHtmlDocument } from '@cyber-prevent/core/report';
import { beforeEach, describe, expect, it } from 'vitest';
import { decideOn, draftOf, fileDraft, logVisit, summarise } from './case-work.ts';
import { createSigner, host } from './host.ts';

const html = readFileSync(new URL('../fixtures/referral.html', import.meta.url), 'utf8');
const draft = draftOf(html, 'https://referrals.example.org/referral/41?session=abc', host);

async function opened(decided: Draft) {
  const { signer, verify } = await createSigner();
  const store = await createMemoryStore({ signer, host });
  return { store, verify, subjectId: await fileDraft(decided, store, host) };
}

describe('a case from a saved page', () => {
  let store: RecordStore;
  let subjectId: RecordId;
  let verify: Awaited<ReturnType<typeof createSigner>>['verify'];
  beforeEach(async () => {
    const taken = decideOn(draft, 'referral.narrative', { kind: 'take' });
    ({ store, subjectId, verify } = await opened(
      decideOn(taken, 'subject.school', { kind: 'take-corrected', value: 'Testford High' }),
    ));
    await logVisit(subjectId, '2025-03-12' as PlainDate, store, host);
  });

  it('is read without an adapter', () => {
    expect(draftValues(draft, 'subject.name')).toEqual(['Juno Farrow']);
    expect(draftValues(draft, 'subject.bornOn')).toEqual(['2010-03-14']);
    expect(draftValues(draft, 'referrer.organisation')).toEqual(['Testford Academy']);
  });

  it('reads back from the store as it was decided on', async () => {
    const subject = await store.get('subject', subjectId);
    expect(subject?.value).toMatchObject({ name: 'Juno Farrow', bornOn: '2010-03-14' });
    expect(subject?.value.schools).toMatchObject([{ name: 'Testford High' }]);
    const [visit] = await store.query('intervention', { subjectId });
    expect(visit?.value).toMatchObject({ heldOn: '2025-03-12', minutes: 45 });
  });

  it('keeps nothing of what was left, and no query of the address', async () => {
    const batches = JSON.stringify(await store.batchesSince(0));
    expect(batches).toContain('Juno Farrow');
    for (const left of ['Wren Farrow', '960188', 'session=abc'])
      expect(batches).not.toContain(left);
  });

  it('prints the values in the summary, and none that was left', async () => {
    const summary = await summarise(subjectId, store, host);
    for (const form of [summary.markdown, toHtmlDocument(summary)]) {
      for (const value of [
        'Juno Farrow',
        '14 March 2010',
        'Testford High',
        'Home visit',
        'In person',
      ])
        expect(form).toContain(value);
      expect(form).toContain('list of passwords');
      expect(form).not.toContain('Wren Farrow');
    }
  });

  it('leaves a signed chain, in which the summary shows as a consultation', async () => {
    await summarise(subjectId, store, host);
    const { digest } = host;
    const chain = await verifyChain(await store.batchesSince(0), { digest, verify });
    expect(chain.issues).toEqual([]);
    expect((await store.audit()).at(-1)).toMatchObject({
      action: 'consultation',
      reason: 'report',
    });
  });
});
