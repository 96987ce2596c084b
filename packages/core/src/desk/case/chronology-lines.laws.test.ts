/** A chronology to hand on carries only days on which something happened: never the day of a reading or a noting. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { RECORD_KINDS, type RecordKind } from '../../record/kind.js';
import { addDays } from '../../shared/dates.js';
import type { Instant, PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/index.js';
import {
  buildIntervention,
  buildOnlineIdentifier,
  buildRecord,
  buildReferral,
  buildSourceCapture,
  buildSubject,
} from '../../testing/fiction/builder.js';
import { caseFile } from './case-file.js';
import { timeline } from './timeline.js';

const LISTS = gatherCodeLists();
const SUBJECT = buildSubject().id;
const LATER = '2031-01-01' as PlainDate;

type Value = StoredRecord['value'];

/** Every kind about the person, with all that a page could have said about them. */
const RECORDS: readonly { readonly kind: RecordKind; readonly value: Value }[] = [
  {
    kind: 'subject',
    value: buildSubject({
      id: SUBJECT,
      addresses: [{ lines: '7 Sample Row', notedOn: '2026-11-02' as PlainDate }],
      schools: [
        {
          name: 'Testford Academy',
          notedOn: '2026-11-02' as PlainDate,
          until: '2026-11-20' as PlainDate,
        },
      ],
    }),
  },
  {
    kind: 'onlineIdentifier',
    value: buildOnlineIdentifier({ subjectId: SUBJECT, lastSeenOn: '2026-11-25' as PlainDate }),
  },
  ...RECORD_KINDS.filter((kind) => kind !== 'subject').map((kind) => ({
    kind,
    value: { ...buildRecord(kind), subjectId: SUBJECT } as Value,
  })),
];

/** The same records, all of them read and noted on another day. */
function readOn(day: PlainDate): readonly StoredRecord[] {
  const at = `${day}T12:00:00.000Z` as Instant;
  return RECORDS.map(({ kind, value }) => ({
    kind,
    id: value.id,
    value: JSON.parse(
      JSON.stringify(value, (name, held: unknown) => {
        if (name === 'capturedAt' || name === 'toldAt') return at;
        return NOTED.has(name) && kind !== 'noticeBreach' && kind !== 'conditionEvidence'
          ? day
          : held;
      }),
    ),
    heads: [value.id],
    sources: {},
    createdAt: at,
    updatedAt: at,
    updatedBy: value.id,
  })) as unknown as readonly StoredRecord[];
}

const NOTED: ReadonlySet<string> = new Set(['notedOn', 'firstSeenOn', 'lastSeenOn']);

function paper(records: readonly StoredRecord[], preparedOn = LATER) {
  const file = caseFile(records, SUBJECT, {
    officer: { name: 'A. Officer', force: '42' },
    preparedOn,
    chronology: timeline(records, LISTS),
  });
  if (!file.ok) throw new Error('no file');
  return file.value.chronology ?? [];
}

it('says the same whatever day its pages were read and its details noted', () => {
  const lines = (day: PlainDate) =>
    paper(readOn(day))
      .map(({ on, summary }) => `${on} ${summary}`)
      .toSorted();
  const expected = lines('2026-11-24' as PlainDate);
  expect(expected.length).toBeGreaterThan(15);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1500 }), (days) => {
      const day = addDays('2026-11-24' as PlainDate, days);
      expect(lines(day)).toEqual(expected);
    }),
  );
});

it('keeps the day on which a school ended, and shows the noting on screen, marked as one', () => {
  const records = readOn('2026-11-24' as PlainDate);
  const entries = timeline(records, LISTS);
  const noted = entries.filter(({ isNoting }) => isNoting).map(({ summary }) => summary);
  expect(noted).toEqual(
    expect.arrayContaining([
      'Address: 7 Sample Row, noted',
      'School or employer: Testford Academy, noted',
      expect.stringMatching(/^Page read: /),
    ]),
  );
  expect(paper(records)).toContainEqual(
    expect.objectContaining({
      on: '2026-11-20',
      summary: 'School or employer: Testford Academy, until this day',
    }),
  );
});

it('never has a note or a concern in it, whoever asks for it', () => {
  const summaries = paper(readOn('2026-11-24' as PlainDate)).map(({ summary }) => summary);
  expect(summaries.filter((words) => /^(Intelligence note|Safeguarding)/.test(words))).toEqual([]);
});

it('has nothing that is still to come', () => {
  const preparedOn = '2026-11-24' as PlainDate;
  for (const { on } of paper(readOn(preparedOn), preparedOn))
    expect(on <= preparedOn, on).toBe(true);
});

it('dates what happened at night in summer by the day at the officer’s place', () => {
  const card = {
    ...readOn('2026-11-24' as PlainDate).find(({ kind }) => kind === 'stopCard'),
    value: buildRecord('stopCard', {
      subjectId: SUBJECT as RecordId,
      saidAt: '2026-07-11T23:30:00.000Z' as Instant,
      toldOn: undefined,
    }),
  } as unknown as StoredRecord;
  expect(timeline([card], LISTS).map(({ on }) => on)).toEqual(['2026-07-12']);
});

it('takes a contact for what it is: an event on its own day', () => {
  const value = buildIntervention({ subjectId: SUBJECT, heldOn: '2026-11-03' as PlainDate });
  const [subject] = readOn('2026-11-24' as PlainDate);
  const contact = { ...subject, kind: 'intervention', id: value.id, value } as StoredRecord;
  const capture = buildSourceCapture();
  const page = { ...subject, kind: 'sourceCapture', id: capture.id, value: capture };
  const records = [subject, contact, page] as readonly StoredRecord[];
  expect(paper(records).filter(({ summary }) => /^Intervention/.test(summary))).toHaveLength(1);
  expect(paper(records).map(({ summary }) => summary)).not.toContainEqual(
    expect.stringMatching(/Page read|Capture/),
  );
});

it('says of a referral on its day only that it was received, whatever was decided later', () => {
  const value = buildReferral({ subjectId: SUBJECT, status: 'closed', reference: 'CC-1' });
  const [subject] = readOn('2026-11-24' as PlainDate);
  const referral = { ...subject, kind: 'referral', id: value.id, value } as StoredRecord;
  expect(timeline([referral], LISTS).map(({ summary }) => summary)).toEqual([
    'Referral: CC-1, received',
  ]);
});
