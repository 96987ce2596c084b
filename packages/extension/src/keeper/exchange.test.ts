import { conflictOf, type RecordId } from '@cyber-prevent/core';
import {
  buildIntervention,
  buildRecord,
  buildSnapshot,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { afterEach, describe, expect, it } from 'vitest';
import type { ExchangeAsked } from '../ports/services.js';
import { placeNewVault } from '../storage/new-vault.js';
import { type Bench, newBench } from '../testing/keeper-under-test.js';
import { newComputer, testOfficer } from '../testing/storage-under-test.js';
import { deriveHere } from '../vault/derive.js';
import { makeVault } from '../vault/open-vault.js';
import type { KeeperConnection } from './client/client.js';
import { browserHost } from './host.js';

const benches: Bench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.clear();
});

const made = new Map<string, ReturnType<typeof makeVault>>();

/** An officer with their own open vault. */
async function officer(name: string): Promise<KeeperConnection> {
  const id = browserHost().random.id();
  const making =
    made.get(name) ??
    makeVault('practice', { ...testOfficer, id, name }, 'copper kettle mossy lantern', deriveHere);
  made.set(name, making);
  const vault = await making;
  const { recoveryKey } = vault;
  const computer = newComputer();
  await placeNewVault(vault, computer);
  const bench = newBench(computer);
  benches.push(bench);
  await bench.keeper();
  const page = bench.page();
  await page.vault.unlock('practice', { recoveryKey });
  return page;
}

const watched = () => ({ onProgress: () => undefined, signal: new AbortController().signal });

async function sends(
  from: KeeperConnection,
  to: KeeperConnection,
  subject: RecordId,
  more: Partial<ExchangeAsked> = {},
): Promise<Blob> {
  const { card } = await to.vault.colleagueCard();
  const asked = {
    card,
    purpose: 'share' as const,
    subject,
    note: '',
    reason: 'case-work',
    recipients: ['rocu', card.name],
    ...more,
  };
  const { content } = await from.exchange.make(asked, watched());
  return new Blob([new Uint8Array(content)]);
}

async function keepSubject(page: KeeperConnection, name: string): Promise<RecordId> {
  const subject = buildSubject({ name });
  await page.store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  return subject.id;
}

async function rename(page: KeeperConnection, id: RecordId, name: string): Promise<void> {
  const { heads = [] } = (await page.store.get('subject', id)) ?? {};
  await page.store.commit({
    changes: [{ kind: 'subject', record: id, parents: heads, set: { name } }],
    reason: 'case-work',
  });
}

describe('an exchange between two officers', () => {
  it('brings one subject with all that is about it, and nothing of any other', async () => {
    const [ines, omar] = [await officer('Ines Marlow'), await officer('Omar Fenn')];
    const subject = await keepSubject(ines, 'Petra Lindqvist');
    await keepSubject(ines, 'Quillon Ashgrove');
    const intervention = buildIntervention({ subjectId: subject });
    await ines.store.commit({
      changes: [newRecord('intervention', intervention)],
      reason: 'case-work',
    });
    const file = await sends(ines, omar, subject, { note: 'As we said on the phone.' });
    expect(await file.text()).not.toContain('Petra');
    expect((await ines.store.audit()).at(-1)).toMatchObject({
      action: 'disclosure',
      records: expect.arrayContaining([subject, intervention.id]),
      recipients: ['rocu', 'Omar Fenn'],
    });

    const before = await omar.store.batchesSince(0);
    const { card, fingerprint } = await ines.vault.colleagueCard();
    expect(await omar.exchange.look(file, watched())).toMatchObject({
      from: card,
      fingerprint,
      purpose: 'share',
      note: 'As we said on the phone.',
      isHeld: false,
    });
    expect(await omar.store.batchesSince(0)).toEqual(before);
    expect(await omar.exchange.takeIn(file, watched())).toMatchObject({
      records: 2,
      conflicts: [],
    });
    const names = (await omar.store.query('subject')).map(({ value }) => value.name);
    expect(names).toEqual(['Petra Lindqvist']);
    expect(await omar.store.history(subject)).toEqual(await ines.store.history(subject));
    expect(JSON.stringify(await omar.store.batchesSince(0))).not.toContain('Quillon');
    expect((await omar.store.audit()).at(-1)).toMatchObject({ action: 'combination' });
  });

  it('shows both heads where both changed the record, and is settled by either', async () => {
    const [ines, omar] = [await officer('Ines Marlow'), await officer('Omar Fenn')];
    const subject = await keepSubject(ines, 'Petra Lindqvist');
    await omar.exchange.takeIn(await sends(ines, omar, subject), watched());
    await rename(ines, subject, 'Petra Marchbanks');
    await rename(omar, subject, 'Petra Quill');
    const count = await omar.exchange.takeIn(await sends(ines, omar, subject), watched());
    expect(count.conflicts).toEqual([subject]);
    const conflict = conflictOf(await omar.store.history(subject));
    expect(conflict?.fields.map(({ field }) => field)).toEqual(['name']);
    await rename(omar, subject, 'Petra Quill');
    await ines.exchange.takeIn(
      await sends(omar, ines, subject, { purpose: 'handover' }),
      watched(),
    );
    expect((await ines.store.get('subject', subject))?.value.name).toBe('Petra Quill');
    expect(conflictOf(await ines.store.history(subject))).toBeUndefined();
  });

  it('brings several subjects, taken in one by one; of one that is left only what was asked comes', async () => {
    const [ines, omar] = [await officer('Ines Marlow'), await officer('Omar Fenn')];
    const [petra, quillon] = [
      await keepSubject(ines, 'Petra Lindqvist'),
      await keepSubject(ines, 'Quillon Ashgrove'),
    ];
    const { card: to } = await omar.vault.colleagueCard();
    const { card: from } = await ines.vault.colleagueCard();
    const whose = { from: from.officer, fromName: from.name, to: to.officer, toName: to.name };
    const requests = [petra, quillon].map((subjectId) =>
      buildRecord('colleagueRequest', { subjectId, kind: 'handover', ...whose }),
    );
    await ines.store.commit({
      changes: requests.map((each) => newRecord('colleagueRequest', each)),
      reason: 'case-work',
    });
    const intervention = buildIntervention({ subjectId: quillon });
    await ines.store.commit({
      changes: [newRecord('intervention', intervention)],
      reason: 'case-work',
    });
    const file = await sends(ines, omar, petra, { purpose: 'handover', others: [quillon] });
    expect((await omar.exchange.look(file, watched())).cases).toEqual([
      { subject: petra, name: 'Petra Lindqvist' },
      { subject: quillon, name: 'Quillon Ashgrove' },
    ]);
    expect((await omar.exchange.look(file, watched())).requests).toEqual(
      requests.map(({ id }) => id),
    );
    await omar.exchange.takeIn(file, watched(), [quillon]);
    const names = (await omar.store.query('subject')).map(({ value }) => value.name);
    expect(names).toEqual(['Petra Lindqvist']);
    expect(await omar.store.query('intervention')).toEqual([]);
    expect(await omar.store.query('colleagueRequest')).toHaveLength(2);
    expect(JSON.stringify(await omar.store.batchesSince(0))).not.toContain('Quillon');

    await omar.exchange.takeIn(file, watched());
    expect(await omar.store.query('subject')).toHaveLength(2);
    expect(await omar.store.get('intervention', intervention.id)).toBeDefined();
  });

  it('brings the enquiry that a case came of, with what was decided and promised on it', async () => {
    const [ines, omar] = [await officer('Ines Marlow'), await officer('Omar Fenn')];
    const [petra, quillon] = [
      await keepSubject(ines, 'Petra Lindqvist'),
      await keepSubject(ines, 'Quillon Ashgrove'),
    ];
    const came = async (subjectId: RecordId) => {
      const referrer = buildRecord('referrer');
      const enquiry = buildRecord('enquiry', { referrerId: referrer.id });
      const referral = buildRecord('referral', { subjectId, enquiryId: enquiry.id });
      // Records of an enquiry without a known person.
      const { subjectId: __, ...decision } = buildRecord('decision', { enquiryId: enquiry.id });
      const { subjectId: _, ...promise } = buildRecord('promise', { enquiryId: enquiry.id });
      await ines.store.commit({
        changes: [
          newRecord('referrer', referrer),
          newRecord('enquiry', enquiry),
          newRecord('referral', referral),
          newRecord('decision', decision),
          newRecord('promise', promise),
        ],
        reason: 'case-work',
      });
      return { referrer, enquiry, decision, promise };
    };
    const mine = await came(petra);
    const other = await came(quillon);
    const file = await sends(ines, omar, petra, { purpose: 'handover', others: [quillon] });
    await omar.exchange.takeIn(file, watched(), [quillon]);
    const held = async (of: typeof mine) => [
      await omar.store.get('referrer', of.referrer.id),
      await omar.store.get('enquiry', of.enquiry.id),
      await omar.store.get('decision', of.decision.id),
      await omar.store.get('promise', of.promise.id),
    ];
    expect((await held(mine)).map((each) => each?.kind)).toEqual([
      'referrer',
      'enquiry',
      'decision',
      'promise',
    ]);
    expect(await held(other)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('sent back and forth reaches no other case, though they rest on the same and were compared', async () => {
    const [ines, omar] = [await officer('Ines Marlow'), await officer('Omar Fenn')];
    const [petra, quillon] = [
      await keepSubject(ines, 'Petra Lindqvist'),
      await keepSubject(ines, 'Quillon Ashgrove'),
    ];
    const referrer = buildRecord('referrer');
    const enquiry = buildRecord('enquiry', { referrerId: referrer.id });
    const ofEach = [petra, quillon].flatMap((subjectId) => [
      newRecord('referral', buildRecord('referral', { subjectId, enquiryId: enquiry.id })),
      newRecord('promise', buildRecord('promise', { subjectId, enquiryId: enquiry.id })),
    ]);
    const comparison = buildRecord('comparison', { subjectId: petra, otherId: quillon });
    await ines.store.commit({
      changes: [
        newRecord('referrer', referrer),
        newRecord('enquiry', enquiry),
        ...ofEach,
        newRecord('comparison', comparison),
      ],
      reason: 'case-work',
    });
    for (const subject of [quillon, petra]) {
      await omar.exchange.takeIn(await sends(ines, omar, subject), watched());
      await rename(omar, subject, 'Said otherwise');
      await ines.exchange.takeIn(await sends(omar, ines, subject), watched());
    }
    expect(await omar.store.query('promise')).toHaveLength(2);
    expect(await omar.store.get('comparison', comparison.id)).toBeDefined();
    // The enquiry belongs to both cases, and is counted with each.
    const { heads = [] } = (await ines.store.get('enquiry', enquiry.id)) ?? {};
    const set = { receivedOn: '2026-11-19' as never };
    await ines.store.commit({
      changes: [{ kind: 'enquiry', record: enquiry.id, parents: heads, set }],
      reason: 'case-work',
    });
    const { changes } = await omar.exchange.look(await sends(ines, omar, petra), watched());
    expect(changes.map(({ subject, kinds }) => [subject, kinds.map(({ kind }) => kind)])).toEqual([
      [petra, ['enquiry']],
      [quillon, ['enquiry']],
    ]);
  });

  it('with the answers alone has nothing of the cases in it', async () => {
    const [ines, omar] = [await officer('Ines Marlow'), await officer('Omar Fenn')];
    const subject = await keepSubject(ines, 'Petra Lindqvist');
    const request = buildRecord('colleagueRequest', { subjectId: subject });
    await ines.store.commit({
      changes: [newRecord('colleagueRequest', request)],
      reason: 'case-work',
    });
    const file = await sends(ines, omar, subject, { purpose: 'request', only: 'requests' });
    expect((await omar.exchange.look(file, watched())).cases).toEqual([]);
    await omar.exchange.takeIn(file, watched());
    expect(await omar.store.query('subject')).toEqual([]);
    expect(await omar.store.query('colleagueRequest')).toHaveLength(1);
  });

  it('with the ratings alone, or without the assessments, lets nobody read one who is to rate blind', async () => {
    const [ines, omar] = [await officer('Ines Marlow'), await officer('Omar Fenn')];
    const subjectId = await keepSubject(ines, 'Petra Lindqvist');
    const assessment = buildRecord('assessment', { subjectId });
    await ines.store.commit({
      changes: [
        newRecord('assessment', assessment),
        newRecord('rating', buildRecord('rating', { subjectId })),
        newRecord(
          'colleagueRequest',
          buildRecord('colleagueRequest', { subjectId, about: assessment.id }),
        ),
        newRecord('telling', buildRecord('telling', { subjectId, assessmentId: assessment.id })),
      ],
      reason: 'case-work',
    });
    const kinds = ['subject', 'rating', 'assessment', 'colleagueRequest', 'telling'] as const;
    const held = async () => {
      const counts = kinds.map(async (kind) => (await omar.store.query(kind)).length);
      return Promise.all(counts);
    };
    const alone = await sends(ines, omar, subjectId, { purpose: 'share', only: 'ratings' });
    await omar.exchange.takeIn(alone, watched());
    expect(await held()).toEqual([0, 1, 0, 0, 0]);
    const rest = await sends(ines, omar, subjectId, { purpose: 'share', only: 'unassessed' });
    await omar.exchange.takeIn(rest, watched());
    expect(await held()).toEqual([1, 1, 0, 0, 0]);
  });

  it('answers a request by its id', async () => {
    const [ines, omar] = [await officer('Ines Marlow'), await officer('Omar Fenn')];
    const subject = await keepSubject(ines, 'Petra Lindqvist');
    const request = await sends(ines, omar, subject, { purpose: 'request' });
    const { id } = await omar.exchange.look(request, watched());
    await omar.exchange.takeIn(request, watched());
    const answer = await sends(omar, ines, subject, { purpose: 'answer', answers: id });
    expect(await ines.exchange.look(answer, watched())).toMatchObject({
      purpose: 'answer',
      answers: id,
    });
  });

  it('is for the named colleague alone', async () => {
    const [ines, omar, wren] = [
      await officer('Ines Marlow'),
      await officer('Omar Fenn'),
      await officer('Wren Halloway'),
    ];
    const subject = await keepSubject(ines, 'Petra Lindqvist');
    const file = await sends(ines, omar, subject);
    await expect(wren.exchange.look(file, watched())).rejects.toThrow('another officer’s key');
    await expect(sends(ines, ines, subject)).rejects.toThrow('your own card');
    const { card } = await omar.vault.colleagueCard();
    const spoilt = { ...card, exchangeKey: 'A'.repeat(20) };
    await expect(sends(ines, omar, subject, { card: spoilt })).rejects.toThrow('colleague card');
  });

  it('is not passed on in a colleague’s name that was never checked', async () => {
    const [ines, omar, wren] = [
      await officer('Ines Marlow'),
      await officer('Omar Fenn'),
      await officer('Wren Halloway'),
    ];
    const subject = await keepSubject(ines, 'Petra Lindqvist');
    await omar.exchange.takeIn(await sends(ines, omar, subject), watched());
    const onward = await sends(omar, wren, subject);
    await expect(wren.exchange.takeIn(onward, watched())).rejects.toThrow(
      'whose key you have checked',
    );
    await wren.exchange.takeIn(await sends(ines, wren, subject), watched());
    await wren.exchange.takeIn(onward, watched());
    expect(await wren.store.get('subject', subject)).toBeDefined();
  });

  it('brings the copies of the pages that its values were read from, and no other', async () => {
    const [ines, omar] = [await officer('Ines Marlow'), await officer('Omar Fenn')];
    const { digest } = browserHost();
    const { salt } = buildSnapshot();
    const keep = async (name: string) => {
      const text = `the page of ${name}`;
      const blob = await ines.blobs.put(new TextEncoder().encode(text));
      const snapshots = [{ ...buildSnapshot(), blob, digest: await digest(`${salt}\n${text}`) }];
      const capture = buildSourceCapture({ snapshots });
      const subject = buildSubject({ name });
      const sources = { name: [buildSource({ capture: capture.id })] };
      await ines.store.commit({
        changes: [
          newRecord('sourceCapture', capture),
          { ...newRecord('subject', subject), sources },
        ],
        reason: 'case-work',
      });
      return { subject: subject.id, capture: capture.id, blob };
    };
    const shared = await keep('Petra Lindqvist');
    await keep('Quillon Ashgrove');
    const file = await sends(ines, omar, shared.subject);
    await omar.exchange.look(file, watched());
    expect([...(await omar.store.blobs())]).toEqual([]);
    await omar.exchange.takeIn(file, watched());
    expect([...(await omar.store.blobs())]).toEqual([shared.blob]);
    const found = await omar.blobs.consult(shared.capture, shared.blob, 'case-work');
    expect(new TextDecoder().decode(found)).toBe('the page of Petra Lindqvist');
  });
});
