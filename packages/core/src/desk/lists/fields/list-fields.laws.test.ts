/** Laws of the columns of every list: each row has a place in each filter, and what is closed says nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReferralRow } from '../../../casework/intake/list-rows.js';
import type { SubjectRow } from '../../../casework/person/list-rows.js';
import { gatherCodeLists } from '../../../codes/index.js';
import { addDays } from '../../../shared/dates.js';
import type { PlainDate, RecordId } from '../../../shared/primitives.js';
import type { DiaryEntry } from '../../diary/diary-entry.js';
import { filterChoices, inOrder, makeFinder } from '../find-rows.js';
import { codesOfRow, NOT_KNOWN } from '../list-field.js';
import { dueOfCondition } from './casework-fields.js';
import { dueSpan } from './common-fields.js';
import { LIST_FIELDS } from './list-fields.js';
import type { ListKnown } from './list-known.js';
import { AGE_BANDS, ageBand, NO_LEVEL, OWN_CASES, subjectFields } from './subject-fields.js';

const TODAY = '2026-11-30' as PlainDate;
const ID = '11111111-1111-4111-8111-111111111111' as RecordId;
const lists = gatherCodeLists();
const entry = (over: Partial<DiaryEntry>): DiaryEntry => ({
  id: 'entry',
  act: 'keep-promise',
  what: 'Keep a promise',
  kind: 'promise',
  record: ID,
  why: '',
  state: 'coming',
  isUrgent: false,
  ...over,
});
const known = (over: Partial<ListKnown> = {}): ListKnown => ({
  today: TODAY,
  lists,
  dueOf: () => [],
  dueAbout: () => [],
  referralOf: () => undefined,
  levelsOf: () => undefined,
  levels: ['Low', 'Medium', 'High'],
  ...over,
});
const row = (over: Partial<SubjectRow> = {}): SubjectRow => ({
  id: ID,
  name: 'Ada Vael',
  otherNames: [],
  references: [],
  ...over,
});

const day = fc.integer({ min: -9000, max: 400 }).map((days) => addDays(TODAY, days));
const anyRow = fc
  .record(
    {
      bornOn: day,
      births: fc.array(day, { minLength: 2, maxLength: 3 }),
      reference: fc.string(),
      receivedOn: day,
      status: fc.constantFrom('received', 'accepted', 'declined', 'a-code-of-before'),
      lastContactOn: day,
      forceAreas: fc.subarray(['03', '04', 'a-force-of-before']),
    },
    { requiredKeys: [] },
  )
  .map(row);
const anyKnown = fc
  .record({
    dues: fc.array(
      fc
        .record({ by: fc.option(day, { nil: undefined }), isUrgent: fc.boolean() })
        .map(({ by, isUrgent }) => entry({ isUrgent, ...(by === undefined ? {} : { by }) })),
      { maxLength: 3 },
    ),
    levels: fc.option(fc.subarray(['Low', 'High', 'Another']), { nil: undefined }),
  })
  .map(({ dues, levels }) => known({ dueAbout: () => dues, levelsOf: () => levels }));

describe('the columns of the list of people', () => {
  it('leave everybody a place in each filter, whatever is on record', () => {
    fc.assert(
      fc.property(anyRow, anyKnown, (each, context) => {
        for (const { filter } of Object.values(subjectFields(context))) {
          if (!filter) continue;
          const codes = codesOfRow(filter, each) ?? [];
          expect(codes.length).toBeGreaterThan(0);
          const choices = filterChoices(filter, [each]).map(({ code }) => code);
          for (const code of codes) expect(choices).toContain(code);
        }
      }),
    );
  });

  it('say nothing of a record that is closed, by no filter and no order', () => {
    fc.assert(
      fc.property(anyRow, anyKnown, (each, context) => {
        const closed = { ...each, isClosed: true } as const;
        for (const [key, { value, filter }] of Object.entries(subjectFields(context))) {
          if (key !== 'name') expect(value?.(closed)).toBeUndefined();
          if (filter) expect(codesOfRow(filter, closed)).toBeUndefined();
        }
      }),
    );
  });

  it('find somebody with two dates of birth by either age', () => {
    const two = row({ births: ['2013-03-14', '2008-09-02'] as PlainDate[] });
    const { born } = subjectFields(known());
    expect(born.filter?.codes(two)).toEqual(['13-15', '18-over']);
    expect(born.filter && codesOfRow(born.filter, row())).toEqual([NOT_KNOWN]);
  });

  it('find what is overdue even if danger that comes first is not', () => {
    const entries = [
      entry({ isUrgent: true, by: addDays(TODAY, 3) }),
      entry({ by: addDays(TODAY, -3), act: 'decide-referral' }),
    ];
    const { due, next } = subjectFields(known({ dueAbout: () => entries }));
    expect(due.filter?.codes(row())).toEqual(['week', 'overdue']);
    expect(next.filter?.codes(row())).toEqual(['keep-promise', 'decide-referral']);
  });

  it('find a person by the status of the latest referral and of the one that is due', () => {
    const { status } = subjectFields(
      known({
        dueAbout: () => [entry({})],
        referralOf: () => ({ status: 'received', receivedOn: TODAY }),
      }),
    );
    expect(status.filter?.codes(row({ status: 'accepted' }))).toEqual(['received', 'accepted']);
  });

  it('take a case that came back to this officer for their own', () => {
    const holder = { id: ID, name: 'DC Rowan Thackeray' };
    const { officer } = subjectFields(known({ officer: ID }));
    expect(officer.filter?.codes(row({ holder }))).toEqual([OWN_CASES]);
    const other = subjectFields(known({ officer: undefined } as never)).officer;
    expect(other.filter?.codes(row({ holder }))).toEqual(['DC Rowan Thackeray']);
  });

  it('sort levels as the instruments do, not by their letters', () => {
    const levels = new Map([
      ['a', ['High']],
      ['b', ['Low', 'Medium']],
      ['c', ['Medium']],
    ]);
    const fields = subjectFields(known({ levelsOf: (id) => levels.get(id) }));
    const rows = ['d', 'a', 'b', 'c'].map((id) => row({ id: id as RecordId }));
    const sorted = inOrder(rows, { sort: 'level', isDescending: false }, fields);
    expect(sorted.map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd']);
  });
});

it('puts the referrals of people in danger first, then what is urgent, then what is overdue', () => {
  const tell = entry({ act: 'tell-of-concern', isUrgent: true, riskNow: 'high' });
  const danger = entry({
    act: 'review-concern',
    isUrgent: true,
    inDanger: true,
    riskNow: 'immediate',
  });
  const late = entry({ act: 'decide-referral', state: 'overdue', by: addDays(TODAY, -5) });
  const later = entry({ act: 'decide-referral', by: addDays(TODAY, 5) });
  const cases: Readonly<Record<string, readonly [DiaryEntry[], DiaryEntry[]]>> = {
    nothing: [[], []],
    later: [[later], [later]],
    'told, later': [[later, entry({ act: 'review-concern' })], [later]],
    late: [[late], [late]],
    'no day': [[entry({})], [entry({})]],
    'untold, nothing': [[tell], []],
    'untold, late': [[tell, late], [late]],
    'danger, later': [[danger, tell, later], [later]],
  };
  const fields = LIST_FIELDS.referrals(
    known({
      dueAbout: (subject) => cases[subject]?.[0] ?? [],
      dueOf: (record) => cases[record]?.[1] ?? [],
    }),
  );
  const rows = Object.keys(cases).map((name) => ({ id: name, subjectId: name }) as never);
  const order = (isDescending: boolean) =>
    inOrder<ReferralRow>(rows, { sort: 'due', isDescending }, fields).map(({ id }) => id);
  expect(order(false)).toEqual([
    'danger, later',
    'untold, late',
    'untold, nothing',
    'no day',
    'late',
    'later',
    'told, later',
    'nothing',
  ]);
  expect(order(true).slice(0, 2)).toEqual(['later', 'told, later']);
});

it('takes no answer that somebody gave for one that nobody gave', () => {
  const own = [NOT_KNOWN, OWN_CASES, NO_LEVEL];
  for (const { codes } of lists.values())
    expect(codes.filter(({ code }) => own.includes(code))).toEqual([]);
  const risk = LIST_FIELDS.concerns(known()).risk.filter;
  const concern = { id: ID, otherNames: [], raisedAt: '2026-11-24T10:00:00.000Z', state: 'open' };
  const said = { ...concern, riskNow: 'not-known' };
  expect(risk && [said, concern].map((each) => codesOfRow(risk, each as never))).toEqual([
    ['not-known'],
    [NOT_KNOWN],
  ]);
});

it('gives each age one band', () => {
  for (let age = 0; age < 100; age += 1)
    expect(AGE_BANDS.filter((band) => band === ageBand(age))).toHaveLength(1);
  expect([9, 10, 12, 13, 15, 16, 17, 18].map(ageBand)).toEqual([
    'under-10',
    '10-12',
    '10-12',
    '13-15',
    '13-15',
    '16-17',
    '16-17',
    '18-over',
  ]);
});

it('counts a day that could not be worked out as today', () => {
  expect(dueSpan({}, TODAY)).toBe('today');
  expect([-1, 0, 1, 7, 8].map((days) => dueSpan({ by: addDays(TODAY, days) }, TODAY))).toEqual([
    'overdue',
    'today',
    'week',
    'week',
    'later',
  ]);
});

it('shows the more urgent of a condition and its evidence', () => {
  const other = '22222222-2222-4222-8222-222222222222' as RecordId;
  const dues = new Map([
    [ID, [entry({ by: addDays(TODAY, 1) })]],
    [other, [entry({ state: 'overdue', by: addDays(TODAY, -1) })]],
  ]);
  const [first] = dueOfCondition(
    { id: ID, untold: [other] },
    { dueOf: (id) => dues.get(id) ?? [] },
  );
  expect(first?.state).toBe('overdue');
});

it('finds an enquiry, a concern and a condition by a code that is no longer in force', () => {
  const old = 'a-code-of-before';
  const fields = LIST_FIELDS.concerns(known());
  const concern = { id: ID, otherNames: [], raisedAt: '2026-11-24T10:00:00.000Z', riskNow: old };
  const rows = [{ ...concern, state: 'open' } as never];
  const filter = fields.risk.filter;
  expect(filter && filterChoices(filter, rows)).toContainEqual({ code: old, count: 1 });
  const found = makeFinder<object>()(
    rows,
    { text: '', facets: { risk: [old] } },
    { fields: fields as never, text: () => '' },
  );
  expect(found).toEqual(rows);
});
