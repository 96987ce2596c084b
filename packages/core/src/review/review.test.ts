import { describe, expect, it } from 'vitest';
import type { Decision, Draft, DraftRow } from '../capture/draft.js';
import type { FieldPath } from '../capture/field/field-path.js';
import { checkRecord } from '../record/check.js';
import type { PlainDate } from '../shared/index.js';
import type { Change } from '../store/log/revision.js';
import { withAnswers } from '../testing/answers.js';
import { testHost } from '../testing/host.js';
import { draftOfFields } from './draft-of-fields.js';
import type { FieldValues } from './field-values.js';
import { defaultGates } from './gates.js';
import { type ReviewContext, review } from './review.js';

const host = testHost();
const PAGE = {
  way: 'page',
  system: 'Practice record system',
  title: 'Referral',
  url: 'https://records.example.org/referral/1',
} as const;
const gates = defaultGates('force', 'part3');
if (!gates.ok) throw new Error('no gates');
const context: ReviewContext = {
  gates: gates.value,
  officer: { regime: 'part3', practice: false },
  host,
};
const draftOf = (values: FieldValues) => draftOfFields(values, PAGE, host);

/** The draft with another decision on the rows of a path. */
function decideOn(draft: Draft, path: FieldPath, decision: Decision): Draft {
  const rows = draft.rows.map((row) => (row.path === path ? { ...row, decision } : row));
  return { ...draft, rows };
}
function changeRow(draft: Draft, path: FieldPath, change: Partial<DraftRow>): Draft {
  const rows = draft.rows.map((row) => (row.path === path ? { ...row, ...change } : row));
  return { ...draft, rows };
}
/** The change set, or a failed test that says why. */
function passing(draft: Draft, more: Partial<ReviewContext> = {}) {
  const result = review(draft, { ...context, ...more });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}
function failing(draft: Draft, more: Partial<ReviewContext> = {}) {
  const result = review(draft, { ...context, ...more });
  return result.ok ? [] : result.issues.filter(({ severity }) => severity === 'error');
}
const valuesOf = (changes: readonly Change[], kind: Change['kind']) =>
  changes.filter((change) => change.kind === kind).map(({ set }) => set);

const atEnd = (end: string) => expect.stringMatching(new RegExp(`/${end.replace(/[[\]]/g, '.')}$`));

const FULL: FieldValues = {
  'subject.name': ['VAEL, Rowan'],
  'subject.bornOn': ['14/03/2010'],
  'subject.address': ['7 Sample Row\nTestford'],
  'subject.postcode': ['zz993wz'],
  'subject.school': ['Testford Academy'],
  'subject.phones[]': ['07700 900123', '07700 900123'],
  'subject.emails[]': ['rowan.vael@example.org'],
  'subject.onlineIdentifiers[].asSeen': ['Discord: RowanV_Test', 'rowanv'],
  'referral.reference': ['NCCU-TEST-0001'],
  'referral.receivedOn': ['20/11/2026'],
  'referral.suspectedOffences[]': ['Unauthorised access'],
  'referrer.name': ['Ottilie Brandt'],
  'referrer.role': ['Safeguarding lead'],
};

describe('what a review makes', () => {
  it('puts every taken fact on the right record, each with its source', () => {
    const draft = draftOf(FULL);
    const { changes, ids, warnings } = passing(draft);
    expect(changes.map(({ kind }) => kind)).toEqual([
      'sourceCapture',
      'subject',
      'referrer',
      'referral',
      'onlineIdentifier',
      'onlineIdentifier',
    ]);
    expect(valuesOf(changes, 'subject')).toEqual([
      {
        id: ids.subject,
        name: 'Rowan VAEL',
        bornOn: '2010-03-14',
        aliases: [],
        addresses: [
          { lines: '7 Sample Row\nTestford', postcode: 'ZZ99 3WZ', notedOn: '2026-11-24' },
        ],
        schools: [{ name: 'Testford Academy', notedOn: '2026-11-24' }],
        phones: ['+447700900123'],
        emails: ['rowan.vael@example.org'],
        categories: [],
      },
    ]);
    expect(valuesOf(changes, 'referral')).toMatchObject([
      {
        subjectId: ids.subject,
        referrerId: ids.referrer,
        status: 'received',
        purpose: 'prevention',
      },
    ]);
    const subject = changes.find(({ kind }) => kind === 'subject');
    expect(subject?.sources?.bornOn).toEqual([
      {
        capture: draft.origins[0]?.id,
        label: 'Date of birth',
        owner: [],
        verbatim: '14/03/2010',
        frame: [],
        selector: '',
        visible: true,
        decision: 'take',
      },
    ]);
    expect(Object.keys(subject?.sources ?? {})).toContain('addresses[0].postcode');
    expect(warnings.filter(({ code }) => code !== 'postcode-unusual')).toEqual([]);
  });

  it('makes records that their kinds accept', () => {
    for (const { kind, set } of passing(draftOf(FULL)).changes)
      expect(checkRecord(kind, set)).toMatchObject({ ok: true });
  });

  it('takes a value that stood twice once, with both places', () => {
    const { changes } = passing(draftOf(FULL));
    const subject = changes.find(({ kind }) => kind === 'subject');
    expect(subject?.sources?.['phones[0]']).toHaveLength(2);
    expect(subject?.sources?.['phones[1]']).toBeUndefined();
  });

  it('makes the name of given and family names when only these are taken', () => {
    const { changes } = passing(
      draftOf({ 'subject.givenNames': ['Rowan'], 'subject.familyName': ['Vael'] }),
    );
    expect(valuesOf(changes, 'subject')).toMatchObject([{ name: 'Rowan Vael' }]);
  });

  it('keeps people apart by their index and takes none of them by itself', () => {
    const values: FieldValues = {
      'subject.name': ['Rowan Vael'],
      'relatedPersons[].name': ['Marisol Vael', 'Teodor Vael'],
      'relatedPersons[].phones[]': ['', '01632 960001'],
    };
    expect(passing(draftOf(values)).ids.relatedPersons).toEqual([]);
    let draft = decideOn(draftOf(values), 'relatedPersons[].name', { kind: 'take' });
    draft = decideOn(draft, 'relatedPersons[].phones[]', { kind: 'take' });
    expect(valuesOf(passing(draft).changes, 'relatedPerson')).toMatchObject([
      { name: 'Marisol Vael', phones: [] },
      { name: 'Teodor Vael', phones: ['+441632960001'] },
    ]);
  });

  it('puts each postcode with the address that it stood under', () => {
    const draft = draftOf({
      'subject.name': ['Rowan Vael'],
      'subject.address': ['1 Elder Way\nTestford ZZ99 1AA', '2 Elder Way'],
      'subject.postcode': ['ZZ99 2BB', 'ZZ99 1AA'],
    });
    expect(valuesOf(passing(draft).changes, 'subject')).toMatchObject([
      { addresses: [{ postcode: 'ZZ99 1AA' }, { postcode: 'ZZ99 2BB' }] },
    ]);
  });

  it('says that the day of the referral is today’s when nobody gave one', () => {
    const draft = draftOf({ 'subject.name': ['Rowan Vael'] });
    const { changes, warnings } = passing(draft);
    expect(valuesOf(changes, 'referral')).toMatchObject([{ receivedOn: '2026-11-24' }]);
    expect(warnings.map(({ code }) => code)).toEqual(['received-today']);
    const given = passing(draft, { receivedOn: '2026-11-19' as PlainDate });
    expect(valuesOf(given.changes, 'referral')).toMatchObject([{ receivedOn: '2026-11-19' }]);
    expect(given.warnings).toEqual([]);
  });

  it('keeps an unreadable telephone as text and says so', () => {
    const draft = decideOn(
      draftOf({ 'subject.name': ['Rowan Vael'], 'subject.phones[]': ['ask at school'] }),
      'subject.phones[]',
      { kind: 'take' },
    );
    const { changes, warnings } = passing(draft, { receivedOn: '2026-11-19' as PlainDate });
    expect(valuesOf(changes, 'subject')).toMatchObject([{ phones: ['ask at school'] }]);
    expect(warnings).toMatchObject([
      { code: 'phone-unreadable', severity: 'warning', at: atEnd('v9-0 subject.phones[]') },
    ]);
  });

  it('keeps a narrative as what was reported', () => {
    const draft = decideOn(
      draftOf({ 'subject.name': ['Rowan Vael'], 'referral.narrative': ['  As\n told. '] }),
      'referral.narrative',
      { kind: 'take' },
    );
    expect(valuesOf(passing(draft).changes, 'referral')).toMatchObject([
      { narrative: '  As\n told. ', narrativeStatement: 'reported' },
    ]);
  });
});

describe('a list of people', () => {
  const listed = (row: string) => ({ list: 'people', row, starts: 'take' }) as const;
  const draft = changeRow(
    changeRow(
      draftOf({ 'subject.name': ['Rowan Vael'], 'subject.bornOn': ['14/03/2010'] }),
      'subject.name',
      {
        listed: listed('one'),
      },
    ),
    'subject.bornOn',
    { listed: listed('two') },
  );

  it('keeps nothing of a row whose person was not chosen, whatever a screen lets through', () => {
    const codes = (people: Draft['people']) =>
      failing(people ? { ...draft, people } : draft).map(({ code, at }) => [
        code,
        at?.split(' ').at(-1),
      ]);
    const [name, born] = [
      ['person-not-chosen', 'subject.name'],
      ['person-not-chosen', 'subject.bornOn'],
    ];
    expect(codes(undefined)).toEqual([name, born]);
    expect(codes([{ list: 'people', row: null }])).toEqual([name, born]);
    expect(codes([{ list: 'people', row: 'one' }])).toEqual([born]);
    expect(codes([{ list: 'another', row: 'one' }])).toEqual([name, born]);
    const left = decideOn(draft, 'subject.bornOn', { kind: 'leave' });
    const { changes } = passing({ ...left, people: [{ list: 'people', row: 'one' }] });
    expect(valuesOf(changes, 'subject')).toMatchObject([{ name: 'Rowan Vael' }]);
  });
});

describe('corrections', () => {
  it('reads a correction as it would read the page, and keeps what stood there', () => {
    const draft = decideOn(draftOf(FULL), 'subject.bornOn', {
      kind: 'take-corrected',
      value: '15 3 2010',
    });
    const subject = passing(draft).changes.find(({ kind }) => kind === 'subject');
    expect(subject?.set).toMatchObject({ bornOn: '2010-03-15' });
    expect(subject?.sources?.bornOn).toMatchObject([
      { verbatim: '14/03/2010', decision: 'take-corrected' },
    ]);
  });

  it('stops at a correction to a date that is none, and names the row', () => {
    const draft = decideOn(draftOf(FULL), 'subject.bornOn', {
      kind: 'take-corrected',
      value: 'last spring',
    });
    expect(failing(draft)).toMatchObject([
      { code: 'date-unreadable', severity: 'error', at: atEnd('v4-0 subject.bornOn') },
    ]);
  });

  it('keeps any other as the officer typed it, and says that it did not read', () => {
    const draft = decideOn(draftOf(FULL), 'subject.phones[]', {
      kind: 'take-corrected',
      value: 'ask at school',
    });
    const { changes, warnings } = passing(draft);
    expect(valuesOf(changes, 'subject')).toMatchObject([{ phones: ['ask at school'] }]);
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'phone-unreadable', at: atEnd('v9-1 subject.phones[]') }),
    );
  });

  it('never drops one that is empty', () => {
    const value = { kind: 'take-corrected', value: ' ' } as const;
    expect(failing(decideOn(draftOf(FULL), 'subject.school', value))).toMatchObject([
      { code: 'value-does-not-fit', at: atEnd('v8-0 subject.school') },
    ]);
  });
});

describe('what stops a review', () => {
  const named = (more: FieldValues) => draftOf({ 'subject.name': ['Rowan Vael'], ...more });

  it('asks for the subject’s name', () => {
    expect(failing(draftOf({ 'subject.bornOn': ['14/03/2010'] }))).toEqual([
      {
        code: 'name-missing',
        severity: 'error',
        message: 'Enter the subject’s name, or take it from the page',
        at: 'subject.name',
      },
    ]);
  });

  it('stops at a date that is no date, one to come, and two that differ', () => {
    const noDate = named({ 'subject.bornOn': ['31/02/2010'] });
    expect(failing(decideOn(noDate, 'subject.bornOn', { kind: 'take' }))).toMatchObject([
      { code: 'date-unreadable', at: atEnd('v4-0 subject.bornOn') },
    ]);
    const unborn = named({ 'subject.bornOn': ['14/03/2030'] });
    expect(failing(decideOn(unborn, 'subject.bornOn', { kind: 'take' }))).toContainEqual(
      expect.objectContaining({ code: 'date-in-future', severity: 'error' }),
    );
    const twice = named({ 'subject.bornOn': ['14/03/2010', '15/03/2010'] });
    expect(failing(decideOn(twice, 'subject.bornOn', { kind: 'take' }))).toMatchObject([
      { code: 'two-values', at: atEnd('v4-1 subject.bornOn') },
    ]);
    const early = named({ 'referral.receivedOn': ['25/11/2026'] });
    expect(failing(decideOn(early, 'referral.receivedOn', { kind: 'take' }))).toContainEqual(
      expect.objectContaining({ code: 'date-in-future', severity: 'error' }),
    );
  });

  it('takes special category data only under a policy document, or in practice', () => {
    const values: FieldValues = { 'subject.communicationNeeds': ['Large print'] };
    const draft = decideOn(named(values), 'subject.communicationNeeds', { kind: 'take' });
    expect(failing(draft)).toMatchObject([{ code: 'policy-document-missing' }]);
    for (const officer of [
      { regime: 'part3', practice: true },
      { regime: 'part3', practice: false, policyReference: 'APD 7' },
    ] as const)
      expect(valuesOf(passing(withAnswers(draft), { officer }).changes, 'subject')).toMatchObject([
        { communicationNeeds: 'Large print' },
      ]);
  });

  it('goes by the higher sensitivity where an adapter raised it', () => {
    const draft = changeRow(
      named({ 'subject.school': ['Testford Hospital School'] }),
      'subject.school',
      {
        sensitivity: 'special',
      },
    );
    expect(failing(draft)).toMatchObject([{ code: 'policy-document-missing' }]);
  });

  it('takes nothing from a host that policy keeps out of reach', () => {
    const draft = draftOfFields(FULL, { ...PAGE, hostClass: 'never' }, host);
    for (const rows of [draft.rows, []])
      expect(failing({ ...draft, rows }).map(({ code }) => code)).toEqual(['host-never']);
  });

  it('asks what a value is when nobody has said', () => {
    expect(
      failing(changeRow(named({ 'subject.school': ['x'] }), 'subject.school', { path: undefined })),
    ).toMatchObject([{ code: 'not-named', at: atEnd('v8-0') }]);
  });

  it('refuses to add to a subject that is not there', () => {
    const draft = { ...draftOf(FULL), addTo: { subject: host.random.id() } };
    expect(failing(draft)).toMatchObject([{ code: 'subject-unknown' }]);
  });

  it('does not stop at a page’s overlong title', () => {
    const draft = draftOfFields(FULL, { ...PAGE, title: `${'x'.repeat(499)}😀` }, host);
    expect(valuesOf(passing(draft).changes, 'sourceCapture')).toMatchObject([
      { title: 'x'.repeat(499) },
    ]);
  });
});
