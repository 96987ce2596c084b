import { beforeEach, describe, expect, it } from 'vitest';
import {
  buildHold,
  buildId,
  buildReferrer,
  buildSource,
  buildSubject,
  newRecord,
} from '../testing/fiction/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import type { RecordStore } from './log/port.js';
import type { Change, Commit } from './log/revision.js';
import { createMemoryStore } from './memory-log.js';

let store: RecordStore;
beforeEach(async () => {
  store = await createMemoryStore({ signer: testSigner(), host: testHost() });
});

const subject = buildSubject();
const good = newRecord('subject', subject);
const audited = (entry: object) => ({
  changes: [],
  reason: 'disclosure',
  audit: [{ fields: [], reason: 'disclosure', ...entry }],
});
const cycle: Record<string, unknown> = {};
cycle.self = cycle;

describe('a commit that is out of shape is refused as such, and nothing is kept', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no change and no entry', { changes: [], reason: 'referral' }],
    ['changes that are no list', { changes: {}, reason: 'referral' }],
    ['no reason', { changes: [good] }],
    [
      'confirmed words in an entry that is no disclosure',
      audited({
        action: 'consultation',
        records: [subject.id],
        confirmed: [{ record: subject.id, field: 'name' }],
      }),
    ],
    [
      'confirmed words themselves in place of their field',
      audited({
        action: 'disclosure',
        records: [subject.id],
        recipients: ['court', 'Clerk'],
        confirmed: [{ record: subject.id, field: 'His mother rang' }],
      }),
    ],
    ['a sentence for a reason', { changes: [good], reason: 'His mother rang' }],
    ['a member too many', { changes: [good], reason: 'referral', note: 'x' }],
    ['a kind that is none', { changes: [{ ...good, kind: 'constructor' }], reason: 'referral' }],
    ['a reference for an id', { changes: [{ ...good, record: 'NCCU-1' }], reason: 'referral' }],
    [
      'an id that is not the record’s',
      { changes: [{ ...good, record: buildId() }], reason: 'referral' },
    ],
    ['no id', { changes: [{ ...good, set: { ...subject, id: undefined } }], reason: 'referral' }],
    [
      'a field that no kind has',
      { changes: [{ ...good, set: { ...subject, points: 3 } }], reason: 'referral' },
    ],
    [
      'a source of a field that no kind has',
      { changes: [{ ...good, sources: { points: [] } }], reason: 'referral' },
    ],
    [
      'half a source',
      { changes: [{ ...good, sources: { name: [{ label: 'Name' }] } }], reason: 'referral' },
    ],
    [
      'a date object',
      { changes: [{ ...good, set: { ...subject, bornOn: new Date(0) } }], reason: 'referral' },
    ],
    ['data that contains itself', { changes: [{ ...good, set: cycle }], reason: 'referral' }],
    [
      'a number that is none',
      { changes: [{ ...good, set: { name: Number.NaN } }], reason: 'referral' },
    ],
    ['withdrawal that is not yes', { changes: [{ ...good, withdraw: false }], reason: 'referral' }],
    ['an erasure that only disposal may log', entry({ action: 'erasure' })],
    ['words in the audit', entry({ fields: ['name: Rowan Vael'] })],
    ['a sentence for an entry’s reason', entry({ reason: 'He asked' })],
    ['a disclosure that does not say to whom', entry({ recipients: undefined })],
    ['a disclosure to nobody', entry({ recipients: [] })],
    ['a disclosure to a blank', entry({ recipients: ['partner', '  '] })],
  ])('%s', async (_what, commit) => {
    await expect(store.commit(commit as Commit)).rejects.toMatchObject({
      name: 'PreventError',
      code: 'CP_RECORD_INVALID',
    });
    expect(await store.batchesSince(0)).toEqual([]);
  });

  function entry(part: object) {
    const made = { action: 'disclosure', records: [], fields: [], reason: 'report' };
    const audit = [{ ...made, recipients: ['partner', 'Testford youth team'], ...part }];
    return { changes: [], reason: 'report', audit };
  }
});

describe('a commit', () => {
  it('refuses a field named __proto__, and pollutes nothing', async () => {
    const set = JSON.parse(`{"__proto__":{"name":"Polluted"},"id":"${subject.id}"}`);
    await expect(
      store.commit({
        changes: [
          { ...good, set: { ...subject, ...set } },
          { ...good, set },
        ],
        reason: 'referral',
      }),
    ).rejects.toThrow();
    await expect(
      store.commit({ changes: [{ ...good, set }], reason: 'referral' }),
    ).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
    expect(Object.hasOwn(Object.prototype, 'name')).toBe(false);
  });

  it('refuses a member named __proto__ however deep it stands', async () => {
    const hostile = JSON.parse('{"lines":"1 Sample Row","notedOn":"2026-11-24","__proto__":{}}');
    const set = { ...subject, addresses: [hostile] };
    await expect(
      store.commit({ changes: [{ ...good, set }], reason: 'referral' }),
    ).rejects.toMatchObject({ cause: [{ at: 'addresses.0.__proto__' }] });
  });

  it('keeps no member of a source that a source does not have', async () => {
    const source = { ...buildSource(), constructor: 'Smuggled' };
    const change = { ...good, sources: { name: [source] } };
    await store.commit({ changes: [change], reason: 'referral' }).catch(() => undefined);
    expect(JSON.stringify(await store.batchesSince(0))).not.toContain('Smuggled');
  });

  it('keeps a line without the space around it, in the log as in the record', async () => {
    await store.commit({
      changes: [{ ...good, set: { ...subject, name: '  Rowan Vael ' } }],
      reason: 'referral',
    });
    expect((await store.get('subject', subject.id))?.value.name).toBe('Rowan Vael');
    expect((await store.history(subject.id))[0]?.set).toMatchObject({ name: 'Rowan Vael' });
  });

  it('changes a record once', async () => {
    await expect(store.commit({ changes: [good, good], reason: 'referral' })).rejects.toMatchObject(
      { code: 'CP_STORE_CONFLICT' },
    );
  });

  it('refuses fields that every object inherits', async () => {
    for (const name of ['constructor', 'toString'])
      await expect(
        store.commit({
          changes: [{ ...good, set: { ...subject, [name]: 'x' } }],
          reason: 'referral',
        }),
      ).rejects.toMatchObject({ code: 'CP_RECORD_INVALID', cause: [{ at: name }] });
  });

  it('has nothing to take away from a new record', async () => {
    const set = { ...subject, sexRecorded: null };
    await store.commit({ changes: [{ ...good, set }], reason: 'referral' });
    expect((await store.history(subject.id))[0]?.set).toEqual(subject);
  });

  it('never makes one kind of record into another', async () => {
    const { id: record } = buildReferrer();
    const referrer = { kind: 'referrer' as const, record, parents: [], set: { id: record } };
    const made = await store.commit({ changes: [referrer], reason: 'referral' });
    const person = { subjectId: buildId(), phones: [], emails: [] };
    await expect(
      store.commit({
        changes: [{ kind: 'relatedPerson', record, parents: made.revisions, set: person }],
        reason: 'referral',
      }),
    ).rejects.toMatchObject({ cause: [{ code: 'kind-changed' }] });
    const { revisions: parents } = await store.commit({ changes: [good], reason: 'referral' });
    const set = buildHold({ id: subject.id }) as Change['set'];
    await expect(
      store.commit({
        changes: [{ kind: 'hold', record: subject.id, parents, set }],
        reason: 'referral',
      }),
    ).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
  });

  it('logs what was typed for a new record as collected, and what an undo puts back as altered', async () => {
    const { revisions: parents } = await store.commit({ changes: [good], reason: 'referral' });
    const change = { kind: 'subject' as const, record: subject.id, parents, set: { name: 'Back' } };
    const sources = { name: [buildSource()] };
    await store.commit({ changes: [{ ...change, sources }], reason: 'undo' });
    const audit = await store.audit();
    expect(audit.map(({ action }) => action)).toEqual(['collection', 'alteration']);
    expect(audit[0]?.fields).toEqual(Object.keys(subject).filter((name) => name !== 'id'));
  });
});
