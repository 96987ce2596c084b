/** An organisation outlives every case; a link goes with the record that its words are in, and travels with it. */
import { describe, expect, it } from 'vitest';
import { gatherCase } from '../../desk/case/gather.js';
import { findPeople } from '../../desk/find/find-people.js';
import { listRows } from '../../desk/lists/list-rows.js';
import type { RecordId } from '../../shared/index.js';
import { createMemoryStore, type RecordStore, undoSave } from '../../store/index.js';
import type { Change } from '../../store/log/revision.js';
import {
  buildId,
  buildOrganisation,
  buildOrganisationLink,
  buildReferral,
  buildReferrer,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { lists, setting } from '../../testing/law-under-test.js';
import { eitherOf } from '../../testing/store/store-colleague.js';
import { goesWithCase } from '../keeping/dispose-case.js';
import { organisationsOfCase } from './of-case.js';

const schools = [{ name: 'Testford Acad', notedOn: '2026-11-24' }];
const [ada, bea] = [
  buildSubject({ name: 'Ada Vael', schools }),
  buildSubject({ name: 'Bea Orrin' }),
];
const trust = buildOrganisation({ name: 'Test Trust', kind: 'trust', identifiers: [] });
const school = buildOrganisation({ partOf: trust.id });
const referrer = buildReferrer();
const referral = buildReferral({ subjectId: ada.id, referrerId: referrer.id });
const ofSchool = buildOrganisationLink({
  organisationId: school.id,
  referrerId: undefined,
  subjectId: ada.id,
  path: 'schools[0].name',
  words: 'Testford Acad',
});
const ofReferrer = buildOrganisationLink({ organisationId: school.id, referrerId: referrer.id });
const ALL: readonly Change[] = [
  newRecord('subject', ada),
  newRecord('subject', bea),
  newRecord('organisation', trust),
  newRecord('organisation', school),
  newRecord('referrer', referrer),
  newRecord('referral', referral),
  newRecord('organisationLink', ofSchool),
  newRecord('organisationLink', ofReferrer),
];

async function device(changes: readonly Change[] = ALL) {
  const signer = testSigner({ device: buildId(), officer: buildId() });
  const store = await createMemoryStore({ signer, host: testHost() });
  if (changes.length > 0) await store.commit({ changes, reason: 'case-work' });
  return { signer, store };
}

const everything = async (store: RecordStore) =>
  (
    await Promise.all(
      (['subject', 'organisation', 'referrer', 'referral', 'organisationLink'] as const).map(
        (kind) => store.query(kind),
      ),
    )
  ).flat();

describe('the disposal of a case', () => {
  it('takes the links with the person and the referrer, and no organisation', async () => {
    const { store } = await device();
    expect(new Set(goesWithCase(ada.id, await everything(store)))).toEqual(
      new Set([ada.id, referral.id, referrer.id, ofSchool.id, ofReferrer.id]),
    );
  });

  it('leaves the link of a referrer that another case has', async () => {
    const other = buildReferral({ subjectId: bea.id, referrerId: referrer.id });
    const { store } = await device([...ALL, newRecord('referral', other)]);
    const going = goesWithCase(ada.id, await everything(store));
    expect(going).toContain(ofSchool.id);
    expect(going).not.toContain(ofReferrer.id);
    expect(going).not.toContain(referrer.id);
  });
});

it('a case is gathered with its links, their organisation and what that is part of', async () => {
  const { store } = await device();
  const gathered = (await gatherCase(store, ada.id, 'case-work')).map(({ id }) => id);
  for (const { id } of [ofSchool, ofReferrer, school, trust]) expect(gathered).toContain(id);
  const bare = await gatherCase(store, bea.id, 'case-work');
  expect(bare.map(({ id }) => id)).toEqual([bea.id]);
});

describe('a colleague’s file', () => {
  const received = async (
    cases: readonly RecordId[],
    change: (store: RecordStore) => Promise<Change>,
    base: readonly Change[] = ALL,
  ) => {
    const [own, other] = [await device([]), await device(base)];
    const verify = eitherOf(own.signer.verify, other.signer.verify);
    await own.store.receive(await other.store.batchesSince(0), verify, 'restore');
    const from = (await other.store.batchesSince(0)).length;
    await other.store.commit({ changes: [await change(other.store)], reason: 'case-work' });
    const batches = await other.store.batchesSince(from);
    return own.store.receive(batches, verify, 'restore', { from: 'colleague', cases });
  };
  const newName = async (store: RecordStore) => {
    const [held] = (await store.query('organisation')).filter(({ id }) => id === school.id);
    if (!held) throw new Error('not held');
    return setting(held, { name: 'Testford Upper School' });
  };

  it('brings links and organisations that its case names', async () => {
    const [own, other] = [await device([]), await device()];
    const verify = eitherOf(own.signer.verify, other.signer.verify);
    const options = { from: 'colleague', cases: [ada.id, bea.id] } as const;
    await own.store.receive(await other.store.batchesSince(0), verify, 'restore', options);
    expect(await own.store.query('organisationLink')).toHaveLength(2);
    const all = await organisationsOfCase(own.store, await own.store.query('referrer'));
    expect(all.map(({ id }) => id)).toEqual([ofReferrer.id, school.id, trust.id]);
  });

  it('may join the words of a referrer that another case here has too, and of no other', async () => {
    const shared = buildReferral({ subjectId: bea.id, referrerId: referrer.id });
    const base = [
      ...ALL.filter(({ record }) => record !== ofReferrer.id),
      newRecord('referral', shared),
    ];
    const joins = async () => newRecord('organisationLink', ofReferrer);
    await expect(received([ada.id], joins, base)).resolves.toMatchObject({ takenCount: 1 });
    await expect(received([buildId()], joins, base)).rejects.toMatchObject({
      cause: [{ code: 'receive-beyond' }],
    });
  });

  it('may rename an organisation that its case names, and none that it does not', async () => {
    await expect(received([ada.id], newName)).resolves.toMatchObject({ takenCount: 1 });
    await expect(received([bea.id], newName)).rejects.toMatchObject({
      cause: [{ code: 'receive-beyond' }],
    });
  });
});

it('a row says what its words are joined to, until they change', async () => {
  const { store } = await device();
  const rows = listRows(store, { run: 'one' });
  const shown = async () => {
    const { rows: people } = await rows.rows('subjects');
    const { rows: referrals } = await rows.rows('referrals');
    return [people.find(({ id }) => id === ada.id)?.organisations, referrals[0]?.organisations];
  };
  expect(await shown()).toEqual([[school.id], [school.id]]);
  const [held] = await store.query('referrer');
  const [subject] = (await store.query('subject')).filter(({ id }) => id === ada.id);
  if (!held || !subject) throw new Error('not held');
  const change = setting(subject, { schools: [{ name: 'Another', notedOn: '2026-11-24' }] });
  await store.commit({ changes: [change], reason: 'case-work' });
  expect(await shown()).toEqual([undefined, [school.id]]);
  await store.commit({
    changes: [setting(held, { organisation: 'Another' })],
    reason: 'case-work',
  });
  expect(await shown()).toEqual([undefined, undefined]);
  const link = buildOrganisationLink({
    organisationId: school.id,
    referrerId: referrer.id,
    words: 'Another',
  });
  await store.commit({ changes: [newRecord('organisationLink', link)], reason: 'case-work' });
  expect(await shown()).toEqual([undefined, [school.id]]);
  rows.stop();
});

it('a search finds an organisation by itself, and nobody by the name that it has now', async () => {
  const { store } = await device();
  const search = findPeople(store, { lists });
  const { found } = await search.find('Test Trust');
  expect(found[0]).toMatchObject({ id: trust.id, kind: 'organisation', how: 'whole' });
  const { found: by } = await search.find('999001');
  expect(by.map(({ id }) => id)).toEqual([school.id]);
  search.stop();
});

it('a join is in nobody’s way who undoes what it is about, and keeps the organisation that it names', async () => {
  const { store } = await device([]);
  const saves = [
    [newRecord('subject', ada)],
    [newRecord('organisation', school)],
    [newRecord('organisationLink', ofSchool)],
  ];
  for (const changes of saves) await store.commit({ changes, reason: 'case-work' });
  expect((await undoSave(store, 1)).ok).toBe(true);
  expect((await undoSave(store, 2)).issues).toMatchObject([{ code: 'undo-in-use' }]);
});
