/** A file of referrals has what a paper for its audience may have, of nobody else, and is logged before it leaves. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pastRecipients } from '../casework/keeping/correction.js';
import { keepingLaw } from '../casework/keeping/keeping-law.js';
import { isPaperGiven } from '../casework/person/disclose-document.js';
import { declareKnown } from '../casework/person/known-person.js';
import { gatherCodeLists } from '../codes/shipped.js';
import type { RecordId } from '../shared/primitives.js';
import { createMemoryStore } from '../store/index.js';
import type { StoredRecord } from '../store/log/port.js';
import type { DisclosedFile } from '../store/log/revision.js';
import {
  buildId,
  buildOnlineIdentifier,
  buildReferral,
  buildReferrer,
  buildRelatedPerson,
  buildSubject,
  newRecord,
} from '../testing/fiction/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import { givingOut } from '../testing/law-under-test.js';
import { discloseFile, type MadeFile } from './disclose-file.js';
import { type GivingOptions, type RecordsToGive, recordsToGive } from './give-records.js';

const lists = gatherCodeLists();
const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
const digestOf = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const officer = buildId();
const bytes = new TextEncoder().encode('Name,Reference\r\n');
const answers = {
  destination: 'partner',
  recipient: 'Testford youth team',
  reason: 'disclosure',
  gateway: 'crime-disorder-115',
};

/** Two people on record under the law of the keeper: one with two referrals, the other with one. */
async function onRecord(more: { readonly status?: string; readonly differs?: string } = {}) {
  const gate = keepingLaw({
    host,
    lists,
    officer: () => ({
      id: officer,
      regime: 'part3',
      policyReference: 'APD-2026-07',
      practice: false,
    }),
  });
  const store = await createMemoryStore({
    host,
    gate,
    signer: testSigner({ device: buildId(), officer }),
  });
  const referrer = buildReferrer();
  const subject = buildSubject({
    name: 'Taz Vael',
    bornOn: '2009-03-14',
    sexRecorded: 'Male',
    ...(more.differs
      ? { alsoRecorded: [{ what: 'bornOn', date: more.differs, notedOn: '2026-11-20' }] }
      : {}),
  });
  const other = buildSubject({ name: 'Ivo Quill' });
  const of = { subjectId: subject.id, referrerId: referrer.id };
  const earlier = buildReferral({ ...of, reference: 'CC-1', receivedOn: '2026-01-05' });
  const latest = buildReferral({ ...of, reference: 'CC-2', receivedOn: '2026-11-03' });
  const ofOther = buildReferral({ subjectId: other.id, reference: 'CC-3' });
  await store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord('subject', other),
      newRecord('referrer', referrer),
      newRecord('referral', earlier),
      newRecord('referral', latest),
      newRecord('referral', ofOther),
      newRecord('relatedPerson', buildRelatedPerson({ subjectId: subject.id })),
      newRecord('onlineIdentifier', buildOnlineIdentifier({ subjectId: subject.id })),
    ],
    reason: 'case-work',
  });
  const kinds = [
    'subject',
    'referral',
    'referrer',
    'relatedPerson',
    'onlineIdentifier',
    'colleagueRequest',
  ] as const;
  const all = async (): Promise<readonly StoredRecord[]> =>
    (await Promise.all(kinds.map((kind) => store.query(kind)))).flat();
  const give = async (options: Partial<GivingOptions> = {}) =>
    recordsToGive(await all(), {
      referrals: [latest.id],
      audience: 'partner',
      marking: 'OFFICIAL-SENSITIVE',
      officer,
      ...options,
    });
  const given = async (options: Partial<GivingOptions> = {}): Promise<RecordsToGive> => {
    const made = await give(options);
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    return made.value;
  };
  const codes = async (options: Partial<GivingOptions>) =>
    (await give(options)).issues.map(({ code, at }) => `${code} ${at}`);
  return { store, subject, other, earlier, latest, ofOther, all, give, given, codes };
}

const disclose = (given: RecordsToGive, made: Partial<MadeFile> = {}, input: object = {}) =>
  discloseFile(
    given,
    { format: 'csv', bytes, rowCount: 1, ...made },
    { ...answers, ...input },
    { host, lists, digestOf },
  );
const faults = async (...args: Parameters<typeof disclose>) =>
  (await disclose(...args)).issues.map(({ code, at }) => `${code} ${at}`);

describe('an exporter', () => {
  it('gets what a partner may have, and learns of the rest neither value nor link', async () => {
    const { given, subject, latest } = await onRecord();
    const { set, withheld, fields, records } = await given();
    expect(set.records.subject).toMatchObject([{ id: subject.id, name: 'Taz Vael' }]);
    const [referral = { id: latest.id }] = set.records.referral ?? [];
    expect(referral).toMatchObject({ reference: 'CC-2', receivedOn: '2026-11-03' });
    for (const name of ['narrative', 'statedRisk', 'referrerId', 'purpose', 'enquiryId'])
      expect(referral).not.toHaveProperty(name);
    expect(set.records).toMatchObject({ referrer: [], relatedPerson: [], onlineIdentifier: [] });
    expect(withheld.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['What the referral says', 'Who made the referral, and other people']),
    );
    expect(records).toEqual([subject.id, latest.id]);
    expect(fields).toContain('subject.bornOn');
    expect(fields).not.toContain('referral.narrative');
  });

  it('gets of an earlier referral only what goes of an earlier one', async () => {
    const { given, earlier } = await onRecord();
    const { set } = await given({ referrals: [earlier.id] });
    expect(set.records.referral).toMatchObject([{ reference: 'CC-1' }]);
    expect(set.records.referral?.[0]).not.toHaveProperty('lawMentioned.0');
    expect(set.records.referral?.[0]?.suspectedOffences).toEqual([]);
  });

  it('gets for the force’s own system the referrer and the people around, and nobody of another case', async () => {
    const { given, other, ofOther } = await onRecord();
    const { set } = await given({ audience: 'force-system' });
    expect(set.records.referrer).toHaveLength(1);
    expect(set.records.relatedPerson).toHaveLength(1);
    expect(set.records.referral?.[0]?.referrerId).toBe(set.records.referrer?.[0]?.id);
    for (const secret of [other.id, ofOther.id, 'Ivo Quill'])
      expect(JSON.stringify(set)).not.toContain(secret);
  });

  it('gets no value that is recorded differently elsewhere, and the officer reads which', async () => {
    const differs = await onRecord({ differs: '2009-03-15' });
    const { set, disputed, withheld } = await differs.given({ audience: 'force-system' });
    expect(JSON.stringify(set)).not.toMatch(/2009-03-1[45]/);
    expect(disputed).toEqual(['Date of birth']);
    expect(withheld).toEqual([]);
    const same = await onRecord({ differs: '2009-03-14' });
    expect((await same.given()).disputed).toEqual([]);
  });
});

describe('records are refused', () => {
  it.each([
    ['nothing chosen', { referrals: [] }, ['missing referrals']],
    ['a referral that is not held', { referrals: [buildId()] }, ['referral-unknown referrals']],
    ['no marking', { marking: undefined }, ['missing marking']],
    ['a marking below the content', { marking: 'OFFICIAL' }, ['marking-too-low marking']],
    [
      'a school, which gets nothing of it',
      { audience: 'school' },
      ['nothing-for-audience destination'],
    ],
  ] as const)('with %s', async (_, options, expected) => {
    const { codes } = await onRecord();
    expect(await codes(options)).toEqual(expected);
  });

  it('of several people for one of them, and of a referral that was declined', async () => {
    const { codes, latest, ofOther, all } = await onRecord();
    const referrals = [latest.id, ofOther.id];
    expect(await codes({ referrals, audience: 'subject' })).toContain(
      'disclosed-of-several destination',
    );
    const declined = (await all()).map((each) =>
      each.id === latest.id ? { ...each, value: { ...each.value, status: 'declined' } } : each,
    ) as readonly StoredRecord[];
    const made = await recordsToGive(declined, {
      referrals,
      audience: 'partner',
      marking: 'OFFICIAL-SENSITIVE',
      officer,
    });
    expect(made.issues.map(({ code }) => code)).toEqual(['referral-declined']);
  });

  it('of somebody whom the officer knows, by the keeper of the records too', async () => {
    const { store, subject, given, codes } = await onRecord();
    const before = await disclose(await given());
    if (!before.ok) throw new Error('not made');
    const declared = declareKnown({ supervisor: 'DS Ines Marlow' }, {
      host,
      lists,
      officer: { id: officer, name: 'Rowan Adeyemi' },
      subject: await store.get('subject', subject.id),
    } as never);
    if (!declared.ok) throw new Error(JSON.stringify(declared.issues));
    await store.commit(declared.value.commit);
    expect(await codes({})).toEqual(['record-closed-to-officer referrals']);
    await expect(store.commit(before.value)).rejects.toMatchObject({
      cause: [expect.objectContaining({ code: 'record-closed-to-officer' })],
    });
  });
});

describe('a file', () => {
  it('is logged with recipient, gateway, marking and digest, and is no paper', async () => {
    const { store, given } = await onRecord();
    const records = await given();
    const made = await disclose(records);
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    await store.commit(made.value);
    const entries = (await store.audit()).filter(({ action }) => action === 'disclosure');
    expect(entries).toMatchObject([
      {
        records: records.records,
        fields: records.fields,
        recipients: ['partner', 'Testford youth team'],
        gateway: 'crime-disorder-115',
        file: {
          format: 'csv',
          marking: 'OFFICIAL-SENSITIVE',
          digest: await digestOf(bytes),
        },
      },
    ]);
    expect(entries.map(isPaperGiven)).toEqual([false]);
  });

  it('is refused without an answer, for another destination, and if it is not what was asked for', async () => {
    const { given } = await onRecord();
    const records = await given();
    expect(await faults(records, {}, { gateway: undefined })).toEqual(['missing gateway']);
    expect(await faults(records, {}, { gateway: 'not-known' })).toEqual([
      'gateway-not-known gateway',
    ]);
    expect(await faults(records, {}, { recipient: ' ' })).toEqual(['missing recipient']);
    expect(await faults(records, {}, { destination: 'rocu' })).toEqual([
      'another-destination destination',
    ]);
    expect(await faults(records, { bytes: new Uint8Array() })).toEqual(['file-empty format']);
    for (const rowCount of [0, 2])
      expect(await faults(records, { rowCount })).toEqual(['file-rows-differ format']);
  });

  it('finds its recipient again when something on record is corrected', async () => {
    const { store, given, subject } = await onRecord();
    const made = await disclose(await given());
    if (!made.ok) throw new Error('not made');
    await store.commit(made.value);
    const held = await store.get('subject', subject.id);
    if (!held) throw new Error('not held');
    const set = { bornOn: '2009-03-15' as never };
    const change = { kind: 'subject', record: held.id, parents: held.heads, set } as const;
    await store.commit({ changes: [change], reason: 'correction' });
    const now = await store.get('subject', subject.id);
    const found = pastRecipients(now ? [now] : [], await store.trail([subject.id]), []);
    expect(found).toMatchObject([
      { recipient: 'Testford youth team', corrected: ['Date of birth'] },
    ]);
    expect(found[0]).not.toHaveProperty('isPaper');
  });
});

describe('the store', () => {
  const file: DisclosedFile = {
    format: 'csv',
    marking: 'OFFICIAL-SENSITIVE',
    digest: 'a'.repeat(64),
  };
  const logs = (
    store: Awaited<ReturnType<typeof onRecord>>['store'],
    records: readonly RecordId[],
    more: object,
  ) => givingOut(store)(records, { fields: ['subject.name'], gateway: 'vital', file, ...more });

  it('refuses a file without gateway, marked too low, of a record not held, or under the name of another way', async () => {
    const { store, subject } = await onRecord();
    const { id } = subject;
    const refused = (at: string) => ({ cause: [expect.objectContaining({ at })] });
    await expect(logs(store, [id], { gateway: undefined })).rejects.toMatchObject(
      refused('gateway'),
    );
    await expect(
      logs(store, [id], { gateway: undefined, fields: ['diary'] }),
    ).rejects.toMatchObject(refused('gateway'));
    await expect(
      logs(store, [id], { file: { ...file, marking: 'OFFICIAL' } }),
    ).rejects.toMatchObject(refused('marking'));
    await expect(logs(store, [id, buildId()], {})).rejects.toMatchObject(refused('referrals'));
    for (const wrong of [
      { file: { ...file, digest: 'Taz Vael' } },
      { fields: [] },
      { action: 'consultation', gateway: undefined, recipients: undefined },
    ])
      await expect(logs(store, [id], wrong)).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
    await logs(store, [id], {});
  });
});
