/** Records about a person leave by a legal gateway, whatever screen or caller gives them out. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { createMemoryStore } from '../../store/index.js';
import type { Change } from '../../store/log/revision.js';
import {
  buildDecision,
  buildEnquiry,
  buildId,
  buildIdentification,
  buildIntervention,
  buildRecord,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { givingOut } from '../../testing/law-under-test.js';
import { discloseDocument } from '../person/disclose-document.js';
import { keepingLaw } from './keeping-law.js';

const lists = gatherCodeLists();
const host = testHost({ at: '2026-11-24T09:30:00.000Z' });

async function underLaw() {
  const officer = { regime: 'part3', policyReference: 'APD-2026-07', practice: false } as const;
  const gate = keepingLaw({ host, lists, officer: () => officer });
  const signer = testSigner({ device: buildId(), officer: buildId() });
  const store = await createMemoryStore({ host, signer, gate });
  const subject = buildSubject();
  const contact = buildIntervention({ subjectId: subject.id, heldOn: '2026-11-20' });
  const enquiry = buildEnquiry();
  const notice = buildRecord('correctionNotice', { subjectId: subject.id });
  await store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord('intervention', contact),
      newRecord('enquiry', enquiry),
      newRecord('correctionNotice', notice),
    ],
    reason: 'case-work',
  });
  const gives = givingOut(store);
  const given = async () =>
    (await store.audit()).filter(({ action }) => action === 'disclosure').length;
  const ids = { subject: subject.id, contact: contact.id, enquiry: enquiry.id, notice: notice.id };
  return { store, gives, given, ...ids };
}
const refusedAt = (at: string) => ({ cause: [expect.objectContaining({ at })] });

describe('what is on record about a person', () => {
  it('is not given out without a gateway, whatever the paper is called', async () => {
    const { gives, given, subject, contact } = await underLaw();
    for (const records of [[subject], [contact], [subject, contact]])
      for (const fields of [[], ['chronology'], ['contactPlan'], ['name']])
        await expect(gives(records, { fields })).rejects.toMatchObject(refusedAt('gateway'));
    for (const gateway of ['not-known', 'nothing-shared', 'made-up'])
      await expect(gives([subject], { gateway })).rejects.toMatchObject(refusedAt('gateway'));
    await expect(gives([subject], { gateway: 'other' })).rejects.toMatchObject(
      refusedAt('gatewayNote'),
    );
    expect(await given()).toBe(0);
  });

  it('goes to nobody who is not named, by whatever way', async () => {
    const { gives, given, subject } = await underLaw();
    // A way of its own is no cover for something else that goes with it.
    for (const fields of [[], ['name'], ['exchange'], ['name', 'diary'], ['log', 'chronology']]) {
      const way = { fields, gateway: 'part3-task' };
      for (const recipients of [['partner'], ['partner', ' ']])
        await expect(gives([subject], { ...way, recipients })).rejects.toMatchObject({
          code: 'CP_RECORD_INVALID',
        });
      await expect(gives([subject], { ...way, recipients: ['partner'] })).rejects.toMatchObject(
        refusedAt('recipient'),
      );
      for (const destination of ['made-up', 'Testford youth team'])
        await expect(
          gives([subject], { ...way, recipients: [destination, 'Testford youth team'] }),
        ).rejects.toMatchObject(refusedAt('destination'));
    }
    expect(await given()).toBe(0);
  });

  it('goes by one that is named, as the act logs it', async () => {
    const { store, given, subject, contact } = await underLaw();
    const made = discloseDocument(
      { records: [subject, contact], fields: ['chronology'] },
      {
        destination: 'partner',
        recipient: 'Testford youth team',
        reason: 'disclosure',
        gateway: 'crime-disorder-115',
      },
      { host, lists },
    );
    if (!made.ok) throw new Error('not made');
    await store.commit(made.value);
    expect(await given()).toBe(1);
  });

  it('goes to nobody’s family together with what is about somebody else', async () => {
    const { store, gives, given, subject, contact, enquiry } = await underLaw();
    const other = buildSubject({ name: 'Ivo Quill' });
    const ofOther = buildIntervention({ subjectId: other.id, heldOn: '2026-11-20' });
    const changes = [newRecord('subject', other), newRecord('intervention', ofOther)];
    await store.commit({ changes, reason: 'case-work' });
    const to = (destination: string) => ({
      gateway: 'children-act-11',
      recipients: [destination, 'Mrs Thistlewood'],
    });
    for (const records of [
      [subject, other.id],
      [subject, ofOther.id],
      [contact, enquiry, ofOther.id],
    ])
      for (const fields of [[], ['name']])
        await expect(gives(records, { ...to('subject'), fields })).rejects.toMatchObject(
          refusedAt('destination'),
        );
    expect(await given()).toBe(0);
    await gives([subject, contact, enquiry], to('subject'));
    await gives([subject, other.id], to('supervisor'));
    expect(await given()).toBe(2);
  });

  it('goes to a colleague in one sealed file or on one paper, and never so to a family', async () => {
    const { store, gives, given, subject } = await underLaw();
    const other = buildSubject({ name: 'Ivo Quill' });
    await store.commit({ changes: [newRecord('subject', other)], reason: 'case-work' });
    const records = [subject, other.id];
    const to = (destination: string) => ({ recipients: [destination, 'DS Ines Marlow'] });
    for (const fields of [['exchange'], ['name', 'exchange']])
      await expect(gives(records, { ...to('subject'), fields })).rejects.toMatchObject(
        refusedAt('destination'),
      );
    await expect(gives(records, to('colleague'))).rejects.toMatchObject(refusedAt('gateway'));
    expect(await given()).toBe(0);
    await gives(records, { ...to('colleague'), fields: ['exchange'] });
    await gives(records, { ...to('colleague'), gateway: 'part3-task' });
    expect(await given()).toBe(2);
  });

  it('goes to no family with somebody else’s, though a save comes with it', async () => {
    const { store, given, subject } = await underLaw();
    const other = buildSubject({ name: 'Ivo Quill' });
    const entry = { action: 'disclosure', fields: [], reason: 'disclosure' } as const;
    await store.commit({ changes: [newRecord('subject', other)], reason: 'case-work' });
    await expect(
      store.commit({
        changes: [newRecord('enquiry', buildEnquiry())],
        reason: 'case-work',
        audit: [{ ...entry, records: [subject, other.id], recipients: ['subject', 'His mother'] }],
      }),
    ).rejects.toMatchObject(refusedAt('destination'));
    expect(await given()).toBe(0);
  });

  it('goes without one where another rule holds: to a colleague, in the log, in the list of work', async () => {
    const { gives, given, subject, contact } = await underLaw();
    const ways = ['exchange', 'log', 'diary'];
    for (const way of ways) await gives([subject, contact], { fields: [way] });
    expect(await given()).toBe(ways.length);
  });
});

describe('somebody whom an officer identified', () => {
  const identified = async () => {
    const world = await underLaw();
    const person = buildIdentification({ subjectId: world.subject, identifiedOn: '2026-11-20' });
    const save = (...changes: readonly Change[]) =>
      world.store.commit({ changes, reason: 'identification' });
    await save(newRecord('identification', person));
    const passes = (more: object) =>
      newRecord(
        'decision',
        buildDecision({
          subjectId: world.subject,
          identificationId: person.id,
          outcome: 'pass',
          decidedOn: '2026-11-24',
          passedTo: 'Eastshire Police',
          ...more,
        } as never),
      );
    return { ...world, save, passes, person };
  };

  it('is passed on by no save without a gateway that is one, also as a change of a decision', async () => {
    const { store, save, passes } = await identified();
    for (const gateway of [undefined, 'not-known', 'nothing-shared', 'made-up'])
      await expect(save(passes({ gateway }))).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
    await expect(save(passes({}))).rejects.toMatchObject(refusedAt('gateway'));
    await expect(save(passes({ gateway: 'other' }))).rejects.toMatchObject(
      refusedAt('gatewayNote'),
    );
    const dispose = passes({ outcome: 'dispose', passedTo: undefined });
    await save(dispose);
    const heads = (await store.get('decision', dispose.record))?.heads ?? [];
    const change = { ...dispose, parents: heads, set: { passedTo: 'Eastshire Police' } } as Change;
    await expect(save(change)).rejects.toMatchObject(refusedAt('gateway'));
    await save(passes({ gateway: 'children-act-11' }));
    expect(await store.query('decision')).toHaveLength(2);
  });

  it('needs none again once a decision names who they were passed on to, and one for anybody else', async () => {
    const { save, passes } = await identified();
    const first = passes({ gateway: 'children-act-11' });
    await save(first);
    const acknowledged = { acknowledgedBy: 'Control room', acknowledgedOn: '2026-11-24' };
    const next = passes({ replaces: first.record, ...acknowledged });
    await save(next);
    await expect(
      save(passes({ replaces: next.record, passedTo: 'Testford youth team' })),
    ).rejects.toMatchObject(refusedAt('gateway'));
  });

  it('is not logged as given to another agency without one, though a save comes with it', async () => {
    const { store, passes, subject } = await identified();
    const logs = (gateway?: string) =>
      store.commit({
        changes: [passes({ gateway: 'children-act-11' })],
        reason: 'identification',
        audit: [
          {
            action: 'disclosure',
            records: [subject],
            fields: [],
            reason: 'identification',
            recipients: ['partner', 'Eastshire Police'],
            ...(gateway === undefined ? {} : { gateway }),
          },
        ],
      });
    await expect(logs()).rejects.toMatchObject(refusedAt('gateway'));
    await logs('children-act-11');
  });
});

it('asks no gateway for what is about nobody, nor for the notice of a correction that is owed', async () => {
  const { gives, given, enquiry, notice } = await underLaw();
  for (const records of [[], [enquiry], [notice]]) await gives(records);
  expect(await given()).toBe(3);
});
