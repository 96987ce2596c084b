/**
 * Walks every kind of record, of one person next to another, through the lists, the gathered case, the
 * chronology, the diary and the closing. A kind that is added later is walked as soon as it is a kind.
 */
import { describe, expect, it } from 'vitest';
import {
  addDays,
  closeCase,
  createMemoryStore,
  diary,
  fieldsOf,
  gatherCase,
  gatherCodeLists,
  isRecordKind,
  LIST_NAMES,
  type ListName,
  listKinds,
  listRows,
  type PlainDate,
  RECORD_KINDS,
  type RecordId,
  type RecordKind,
  type StoredRecord,
  stillOpen,
  timeline,
  workingCalendar,
} from '../index.js';
import { buildId, buildRecord, newRecord, testHost, testSigner } from '../testing/index.js';

const ADA = buildRecord('subject', { id: buildId(), name: 'Ada Vael' });
const ZEBEDEE = buildRecord('subject', { id: buildId(), name: 'Zebedee Quillfeather' });
const OFFICER = buildId();
const LISTS = gatherCodeLists();
const CALENDAR = workingCalendar();
const MADE_ON = '2027-01-06';
const CHANGED_ON = '2027-02-17';

/** Kinds that a list shows by themselves, in any state. */
const LIST_OF: { readonly [kind in RecordKind]?: ListName } = {
  subject: 'subjects',
  referral: 'referrals',
  identification: 'identified',
  refusal: 'refusals',
  enquiry: 'enquiries',
  assessment: 'assessments',
  condition: 'conditions',
  safeguardingConcern: 'concerns',
  intelligenceNote: 'notes',
  advice: 'advice',
  incident: 'incidents',
  onlineIdentifier: 'identifiers',
  organisation: 'organisations',
};

type Ids = ReadonlyMap<RecordKind, RecordId>;

/** One record of a kind, about a person and resting on the other records of that person's case. */
function built(
  kind: RecordKind,
  subject: typeof ADA,
  other: typeof ADA,
  ids: Ids,
): { id: RecordId } {
  if (kind === 'subject') return subject;
  const plain: object = buildRecord(kind);
  const links: Record<string, RecordId> = {};
  for (const { name, refersTo, required } of fieldsOf(kind)) {
    const meant = name === 'subjectId' ? subject.id : name === 'otherId' ? other.id : undefined;
    if (meant) links[name] = meant;
    else if (refersTo && isRecordKind(refersTo) && (required || name in plain)) {
      const id = ids.get(refersTo);
      if (id) links[name] = id;
    }
  }
  return buildRecord(kind, { id: ids.get(kind) ?? buildId(), ...links } as never) as {
    id: RecordId;
  };
}

function stored(kind: RecordKind, value: { readonly id: RecordId }): StoredRecord {
  return {
    kind,
    value,
    id: value.id,
    heads: [value.id],
    sources: {},
    createdAt: `${MADE_ON}T09:00:00.000Z`,
    updatedAt: `${CHANGED_ON}T09:00:00.000Z`,
    updatedBy: OFFICER,
  } as never;
}

/** One record of every kind, as one case. */
function caseOf(subject: typeof ADA, other: typeof ADA): readonly StoredRecord[] {
  const ids: Ids = new Map(
    RECORD_KINDS.map((kind) => [kind, kind === 'subject' ? subject.id : buildId()] as const),
  );
  return RECORD_KINDS.map((kind) => stored(kind, built(kind, subject, other, ids)));
}
const ADAS = caseOf(ADA, ZEBEDEE);
const ZEBEDEES = caseOf(ZEBEDEE, ADA);

function one(records: readonly StoredRecord[], kind: RecordKind): StoredRecord {
  const found = records.find((record) => record.kind === kind);
  if (!found) throw new Error(`No ${kind}`);
  return found;
}

async function storeOf(records: readonly StoredRecord[]) {
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  const changes = records.map(({ kind, value }) => newRecord(kind, value as never));
  await store.commit({ changes, reason: 'case-work' });
  return store;
}

/** Every day in a value, at any depth; of a moment, the day in UTC and the civil day. */
function daysIn(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return [value];
    if (!/^\d{4}-\d{2}-\d{2}T/.test(value)) return [];
    const civil = new Date(value).toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
    return [value.slice(0, 10), civil];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(daysIn);
}

/** A kind whose record must name at least one day that an officer enters. */
const namesItsDay = (kind: RecordKind): boolean =>
  fieldsOf(kind).some(
    ({ input, required, set }) => required && input === 'date' && set === undefined,
  );

const asksSubject = (kind: RecordKind): boolean =>
  fieldsOf(kind).some(({ name, required }) => name === 'subjectId' && required);

const textOf = (value: unknown): string => JSON.stringify(value) ?? '';

describe('every kind is in the lists once or not at all', () => {
  it.each(RECORD_KINDS)('%s', async (kind) => {
    const order = kind === 'condition' ? ['order' as const] : [];
    const kinds = new Set<RecordKind>(['subject', ...order, kind]);
    const record = one(ADAS, kind);
    const store = await storeOf([...kinds].map((name) => one(ADAS, name)));
    const lists = listRows(store, { run: 'held' });
    const shownIn: ListName[] = [];
    for (const list of LIST_NAMES) {
      let answer = await lists.rows(list);
      for (let turn = 0; !answer.isWhole && turn < 50; turn += 1) answer = await lists.rows(list);
      const ids = answer.rows.map((row) => row.id);
      expect(new Set(ids).size).toBe(ids.length);
      if (ids.includes(record.id)) shownIn.push(list);
    }
    lists.stop();
    const list = LIST_OF[kind];
    expect(shownIn).toEqual(list ? [list] : []);
    if (list) expect(listKinds()).toContain(kind);
  });
});

it('has a list for each name of a list', () => {
  expect(Object.values(LIST_OF).toSorted()).toEqual([...LIST_NAMES].toSorted());
});

describe('every kind about a person is gathered once with the case, and never with another’s', () => {
  it.each(RECORD_KINDS.filter(asksSubject))('%s', async (kind) => {
    const record = one(ADAS, kind);
    const store = await storeOf([...ADAS, one(ZEBEDEES, 'subject')]);
    const hers = (await gatherCase(store, ADA.id, 'report')).filter(({ id }) => id === record.id);
    expect(hers).toHaveLength(1);
    if (textOf(record.value).includes(ZEBEDEE.id)) return;
    const his = (await gatherCase(store, ZEBEDEE.id, 'report')).map(({ id }) => id);
    expect(his).not.toContain(record.id);
  });
});

describe('every line of the chronology has a day of its own record', () => {
  it.each(RECORD_KINDS)('%s: one of its days, or the day on which it was made', (kind) => {
    const record = one(ADAS, kind);
    const days = new Set([...daysIn(record.value), MADE_ON]);
    const lines = timeline(ADAS, LISTS).filter(({ record: id }) => id === record.id);
    for (const { on } of lines) {
      expect(days).toContain(on);
      expect(on).not.toBe(CHANGED_ON);
    }
  });

  it.each(RECORD_KINDS.filter(namesItsDay))(
    '%s: never the day of typing, since it names its day',
    (kind) => {
      const record = one(ADAS, kind);
      const days = new Set(daysIn(record.value));
      const lines = timeline(ADAS, LISTS).filter(({ record: id }) => id === record.id);
      for (const { on } of lines) expect(days).toContain(on);
    },
  );

  it.each(RECORD_KINDS)('%s: says the same beside its case and alone with its person', (kind) => {
    const record = one(ADAS, kind);
    const lines = (records: readonly StoredRecord[]) =>
      timeline(records, LISTS)
        .filter(({ record: id }) => id === record.id)
        .map(({ on }) => on);
    const alone = lines(kind === 'subject' ? [record] : [one(ADAS, 'subject'), record]);
    expect(lines(ADAS)).toEqual(expect.arrayContaining(alone));
  });

  it('has no two lines of the same id, and names nobody of another case', () => {
    const lines = timeline(ADAS, LISTS);
    const ids = lines.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(textOf(lines)).not.toMatch(/Zebedee|Quillfeather/);
  });

  it('says the same whatever order the records come in', () => {
    const lines = (records: readonly StoredRecord[]) =>
      timeline(records, LISTS)
        .map(({ id, on, summary }) => `${on} ${id} ${summary}`)
        .toSorted();
    expect(lines(ADAS.toReversed())).toEqual(lines(ADAS));
  });
});

describe('nothing that is due names another person', () => {
  const owner = new Map<string, string>([
    ...ADAS.map(({ id }) => [id, ADA.id] as const),
    ...ZEBEDEES.map(({ id }) => [id, ZEBEDEE.id] as const),
  ]);
  const days = ['2026-11-24', '2026-12-24', '2027-06-30', '2031-01-02'] as readonly string[];

  it.each(RECORD_KINDS)('%s, beside the same of another', (kind) => {
    const order = kind === 'condition' || kind === 'conditionEvidence' ? ['order' as const] : [];
    const kinds = [...new Set<RecordKind>(['subject', ...order, kind])];
    const records = [ADAS, ZEBEDEES].flatMap((all) => kinds.map((name) => one(all, name)));
    for (const today of days) {
      const context = { calendar: CALENDAR, lists: LISTS, today: today as PlainDate };
      for (const entry of diary(records, context).entries) {
        const whose = owner.get(entry.record);
        expect(whose).toBeDefined();
        if (entry.about) expect(entry.about).toBe(whose);
        const { what, why } = entry;
        const theOther = whose === ADA.id ? /Zebedee|Quillfeather/ : /Ada Vael/;
        expect(textOf({ what, why })).not.toMatch(theOther);
      }
    }
  });

  it.each(RECORD_KINDS)('%s: what is due in her case is the same with or without his', (kind) => {
    const context = { calendar: CALENDAR, lists: LISTS, today: '2027-06-30' as PlainDate };
    const hers = [one(ADAS, 'subject'), ...(kind === 'subject' ? [] : [one(ADAS, kind)])];
    const due = (records: readonly StoredRecord[]) =>
      diary(records, context)
        .entries.filter(({ record }) => owner.get(record) === ADA.id)
        .map(({ id, by, state }) => `${id} ${by} ${state}`)
        .toSorted();
    expect(
      due([...hers, ...ZEBEDEES.filter((record) => !textOf(record.value).includes(ADA.id))]),
    ).toEqual(due(hers));
  });

  it('over whole cases, every entry is about whoever its record is about', () => {
    const context = { calendar: CALENDAR, lists: LISTS, today: '2027-06-30' as PlainDate };
    const { entries } = diary([...ADAS, ...ZEBEDEES], context);
    const wrong = entries.filter(({ about, record }) => about && about !== owner.get(record));
    expect(wrong).toEqual([]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });
});

describe('closing a case the day after its last day counts a record or not, and never throws', () => {
  const subject = one(ADAS, 'subject') as StoredRecord<'subject'>;

  function dayAfter(record: StoredRecord): PlainDate {
    const last = daysIn(record.value).toSorted().at(-1) ?? MADE_ON;
    return addDays(last as PlainDate, 1);
  }

  it.each(RECORD_KINDS)('%s', (kind) => {
    const record = one(ADAS, kind);
    const records = kind === 'subject' ? [record] : [subject, record];
    const today = dayAfter(record);
    const host = testHost({ at: `${today}T10:00:00.000Z` });
    const open = stillOpen(records, { calendar: CALENDAR, lists: LISTS, today });
    for (const entry of open) if (entry.about) expect(entry.about).toBe(ADA.id);
    const close = (isStillOpenSeen: boolean | undefined) =>
      closeCase(
        { reason: 'What was planned is done.', closureReason: 'completed', isStillOpenSeen },
        { host, lists: LISTS, calendar: CALENDAR, records, subject },
      );
    const seen = close(true);
    const unseen = close(undefined);
    if (open.length > 0) expect(unseen.ok).toBe(false);
    else expect(unseen.ok).toBe(seen.ok);
    for (const result of [seen, unseen]) {
      for (const { message } of result.issues) expect(message).toMatch(/\S+ \S+/);
      expect(textOf(result.issues)).not.toMatch(/Zebedee|Quillfeather/);
      if (!result.ok) continue;
      for (const { record: changed, set } of result.value.commit.changes) {
        const about: unknown = Reflect.get(set, 'subjectId');
        expect([ADA.id, undefined]).toContain(about);
        expect(ZEBEDEES.map(({ id }) => id)).not.toContain(changed);
      }
    }
  });

  it.each(RECORD_KINDS)(
    '%s: what stays open does not depend on the order of the records',
    (kind) => {
      const record = one(ADAS, kind);
      const records = kind === 'subject' ? [record] : [subject, record];
      const context = { calendar: CALENDAR, lists: LISTS, today: dayAfter(record) };
      const ids = (all: readonly StoredRecord[]) => stillOpen(all, context).map(({ id }) => id);
      expect(ids(records.toReversed()).toSorted()).toEqual(ids(records).toSorted());
    },
  );
});
