/**
 * A kind that exists only here, added by its words, its schema and its row in the kinds of an area. Nothing else is told
 * of it.
 */
import { afterAll, expect, it, vi } from 'vitest';
import { planDisposal } from '../casework/keeping/dispose-case.js';
import { workingCalendar } from '../casework/rules/calendar.js';
import { gatherCodeLists } from '../codes/index.js';
import type { RecordKind } from '../record/kind.js';
import type { PlainDate, RecordId } from '../shared/index.js';
import {
  backupBody,
  batchesAbout,
  createMemoryStore,
  exchangeBody,
  type RecordStore,
  readBackup,
  readExchange,
  type Verify,
} from '../store/index.js';
import { buildId, buildSubject, newRecord } from '../testing/fiction/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import { officerWithKey, verifyByKey } from '../testing/store/signed-chain.js';
import { caseAsKnownOn } from './case/case-as-known.js';
import { caseFile } from './case/case-file.js';
import { closeCase } from './case/close-case.js';
import { gatherCase } from './case/gather.js';
import { goingByKind } from './case/going-by-kind.js';
import { timeline } from './case/timeline.js';
import { diary } from './diary/diary.js';
import { diaryOrder } from './diary/diary-order.js';
import type { ListName } from './lists/list-name.js';
import { listRows } from './lists/list-rows.js';

// Test files share a worker: modules that an earlier one loaded do not know the kind, and a later one must not meet it.
vi.hoisted(() => void vi.resetModules());
afterAll(() => void vi.resetModules());

vi.mock('../record/kind-name.js', async (load) => {
  const module = await load<typeof import('../record/kind-name.js')>();
  const weatherNote = { one: 'Weather note', many: 'Weather notes' };
  Object.assign(module.RECORD_LABELS, { weatherNote });
  return { ...module, RECORD_KINDS: Object.keys(module.RECORD_LABELS) };
});

vi.mock('../record/kind.js', async (load) => {
  const module = await load<typeof import('../record/kind.js')>();
  const v = await import('valibot');
  const { field } = await import('../record/field.js');
  const { ownId, refersTo } = await import('../record/reference.js');
  const { Narrative, PlainDate } = await import('../shared/primitives.js');
  const weatherNote = v.strictObject({
    id: ownId(),
    subjectId: refersTo('subject', 'Subject'),
    seenOn: field(PlainDate, { label: 'Seen on' }),
    words: field(Narrative, { label: 'What it was like' }),
    lookAgainOn: field(PlainDate, { label: 'Look again on' }),
  });
  Object.assign(module.RECORD_SCHEMAS, { weatherNote });
  return module;
});

vi.mock('../casework/contact/kinds.js', async (load) => {
  const { CONTACT_KINDS } = await load<typeof import('../casework/contact/kinds.js')>();
  const { dueOn } = await import('../casework/act/due.js');
  const { happened } = await import('../casework/act/happened.js');
  type Held = { readonly id: RecordId; readonly value: WeatherNote };
  type Joined = (kind: 'subject') => readonly { readonly value: { readonly name: string } }[];
  const weatherNote = {
    due: ({ value: { lookAgainOn } }: Held) => [
      dueOn('contact-agency', lookAgainOn, 'The weather was noted.'),
    ],
    happened: ({ value: { seenOn, words } }: Held) => [happened(seenOn, words)],
    diary: 'each',
    activeOn: ({ value: { seenOn } }: Held) => seenOn,
    list: {
      name: 'weatherNotes',
      projection: {
        joins: [{ kind: 'subject', by: 'subjectId', named: 'by-row' }],
        row: ({ id, value: { seenOn } }: Held, joined: Joined) => ({
          id,
          name: joined('subject')[0]?.value.name,
          seenOn,
        }),
      },
    },
  };
  return { CONTACT_KINDS: { ...CONTACT_KINDS, weatherNote } };
});

interface WeatherNote {
  readonly id: RecordId;
  readonly subjectId: RecordId;
  readonly seenOn: PlainDate;
  readonly words: string;
  readonly lookAgainOn: PlainDate;
}

const KIND = 'weatherNote' as string as RecordKind;
const LIST = 'weatherNotes' as string as ListName;
const lists = gatherCodeLists();
const calendar = workingCalendar();

/** A subject recorded on the 1st, a note made on the 24th of the weather on the 20th, and another subject recorded last. */
async function noted() {
  const host = testHost({ at: '2026-11-01T09:30:00.000Z' });
  const { signer, key } = officerWithKey('0ff1ce00', 'north-test');
  const store = await createMemoryStore({ host, signer });
  const subject = buildSubject({ name: 'Ada Vael' });
  await store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  host.passDays(23);
  const note: WeatherNote = {
    id: buildId(),
    subjectId: subject.id,
    seenOn: '2026-11-20' as PlainDate,
    words: 'Fog over the moor.',
    lookAgainOn: '2026-12-01' as PlainDate,
  };
  await store.commit({ changes: [newRecord(KIND, note as never)], reason: 'case-work' });
  const { seq, head } = await store.commit({
    changes: [newRecord('subject', buildSubject())],
    reason: 'case-work',
  });
  const records = () => gatherCase(store, subject.id, 'case-work');
  const verify: Verify = async (officer, text, signature) =>
    officer === key.officer && verifyByKey(key.signingKey, text, signature);
  const end = { seq, head };
  return { host, store, signer, key, verify, end, subject, note, records };
}

/** The store of another device, a day later. */
function elsewhere(): Promise<RecordStore> {
  const signer = testSigner({ device: buildId(), officer: buildId() });
  return createMemoryStore({ host: testHost({ at: '2026-11-25T09:30:00.000Z' }), signer });
}

it('is kept if it satisfies its schema, and read back', async () => {
  const { store, note } = await noted();
  expect(await store.get(KIND, note.id)).toMatchObject({ kind: KIND, value: note });
  const { words: _, ...wordless } = { ...note, id: buildId() };
  const commit = { changes: [newRecord(KIND, wordless as never)], reason: 'case-work' };
  await expect(store.commit(commit)).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
});

it('is a row of the list that it names', async () => {
  const { store, note } = await noted();
  const { rows } = await listRows(store, { run: 'one' }).rows(LIST);
  expect(rows).toEqual([{ id: note.id, name: 'Ada Vael', seenOn: '2026-11-20' }]);
});

it('is in the chronology under its name', async () => {
  const { note, records } = await noted();
  const entries = timeline(await records(), lists).filter(({ record }) => record === note.id);
  expect(entries).toMatchObject([
    { on: '2026-11-20', kind: KIND, summary: 'Weather note: Fog over the moor.' },
  ]);
});

it('is in the diary with what it makes due, and among the records read first', async () => {
  const { host, store, note, subject, records } = await noted();
  const held = await records();
  const { entries } = diary(held, { today: host.clock.today(), calendar, lists });
  expect(entries.filter(({ record }) => record === note.id)).toMatchObject([
    { act: 'contact-agency', kind: KIND, about: subject.id, by: '2026-12-01', state: 'coming' },
  ]);
  const first = diaryOrder([]).choose([...held, ...(await store.query('subject'))]);
  expect(first).toContain(note.id);
});

it('is in the case as it is and as it was known, and in the file of the case', async () => {
  const { host, store, subject, note, records } = await noted();
  const held = await records();
  const known = await caseAsKnownOn(store, subject.id, host.clock.now(), 'case-work');
  for (const all of [held, known]) expect(all.map(({ id }) => id)).toContain(note.id);
  const file = caseFile(held, subject.id, {
    officer: { name: 'Ines Marlow', force: 'north-test' },
    preparedOn: host.clock.today(),
    chronology: timeline(held, lists),
  });
  expect(file.ok && file.value.chronology?.map(({ summary }) => summary)).toContain(
    'Weather note: Fog over the moor.',
  );
});

it('leaves in a backup and comes back from it', async () => {
  const { host, store, signer, verify, end, note } = await noted();
  const { team, device, officer } = signer;
  const madeAt = host.clock.now();
  const body = backupBody(
    { team, device, officer, madeAt, end, disposed: [], keys: [] },
    await store.batchesSince(0),
  );
  const { batches } = await readBackup(body);
  const restored = await elsewhere();
  for await (const batch of batches) await restored.receive([batch], verify, 'restore');
  expect((await restored.get(KIND, note.id))?.value).toEqual(note);
});

it('leaves in a file for a colleague and is received from it', async () => {
  const { host, store, signer, key, verify, subject, note } = await noted();
  const { officer, signingKey } = key;
  const card = { officer, name: 'Ines Marlow', number: '4417', force: 'north-test' };
  const body = exchangeBody(
    {
      id: buildId(),
      team: signer.team,
      purpose: 'share',
      madeAt: host.clock.now(),
      from: { version: 1, ...card, role: 'Officer', signingKey, exchangeKey: signingKey },
      to: buildId(),
      toKey: signingKey,
      subject: subject.id,
      keys: [],
    },
    batchesAbout(await store.batchesSince(0), new Set(await store.everAbout(subject.id))),
    { signer, digest: host.digest },
  );
  const { batches } = await readExchange(body, { digest: host.digest, verify: verifyByKey });
  const colleague = await elsewhere();
  await colleague.receive(batches, verify, 'case-work', { from: 'colleague', cases: [subject.id] });
  expect((await colleague.get(KIND, note.id))?.value).toEqual(note);
});

it('is counted by name at the disposal of the case, and goes with it', async () => {
  const { host, store, subject, note, records } = await noted();
  const plan = await planDisposal(store, subject.id, { today: host.clock.today(), lists });
  const named = goingByKind(plan?.going ?? [], await records(), lists);
  expect(named).toContainEqual(expect.objectContaining({ kind: KIND, count: 1 }));
  expect(plan?.issues.at(-1)?.message).toContain('Weather note: 1');
  await store.dispose(plan?.ids ?? [], 'retention');
  expect(await store.query(KIND)).toEqual([]);
  expect(await store.history(note.id)).toEqual([]);
});

it('keeps a case from being closed before its day', async () => {
  const { host, store, subject, records } = await noted();
  const context = { host, lists, calendar, records: await records() };
  const held = await store.get('subject', subject.id);
  const closed = (day: string) =>
    closeCase(
      {
        closureReason: 'completed',
        reason: 'The plan is done.',
        isStillOpenSeen: true,
        decidedOn: day as PlainDate,
      },
      { ...context, subject: held },
    ).issues.map(({ code }) => code);
  expect(closed('2026-11-19')).toContain('date-out-of-order');
  expect(closed('2026-11-20')).toEqual([]);
});
