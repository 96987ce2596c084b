import { describe, expect, it } from 'vitest';
import { testHost } from '../../testing/host.js';
import { buildReading, type ReadingCell } from '../../testing/reading.js';
import type { Draft } from '../draft.js';
import { type OpenDraftOptions, openDraft } from './open-draft.js';

function open(cells: readonly ReadingCell[], more: Partial<OpenDraftOptions> = {}): Draft {
  return openDraft({
    reading: buildReading(...cells),
    adapters: [],
    way: 'page',
    host: testHost(),
    ...more,
  });
}

/** Path, index, value and starting decision of every row that has a path. */
function rows(draft: Draft) {
  return draft.rows.flatMap(({ path, index, value, decision }) =>
    path === undefined
      ? []
      : [[index === undefined ? path : `${path} ${index}`, value, decision.kind]],
  );
}

const record: readonly ReadingCell[] = [
  { label: 'Name', value: 'VAEL, Taz (M)', owner: ['Referral', 'Subject'] },
  { label: 'D.O.B.', value: '14/03/2009 (17)', owner: ['Referral', 'Subject'] },
  { label: 'Telephone', value: '07700 900123', owner: ['Referral', 'Subject'] },
  { label: 'Comm. Needs', value: 'Large print', owner: ['Referral', 'Subject'] },
  { label: 'Date Rec’d', value: '12-Mar-2026', owner: ['Referral'] },
  { label: 'Created', value: '11/03/2026', owner: ['Referral'] },
  { label: 'Stated Risk', value: 'Medium', owner: ['Referral'] },
  { label: 'Name', value: 'DS Amrit Bains', owner: ['Referral', 'Referring officer'] },
  { label: 'Telephone', value: '01632 960388', owner: ['Referral', 'Referring officer'] },
  { label: 'Name', value: 'Dawn Vael', owner: ['Referral', 'Parent or guardian'] },
  { label: 'Telephone', value: '07700 900456', owner: ['Referral', 'Parent or guardian'] },
];

describe('openDraft', () => {
  it('gives each value its owner, and takes what design rule 1 says it may', () => {
    expect(rows(open(record))).toEqual([
      ['subject.name', 'Taz VAEL', 'take'],
      ['subject.bornOn', '2009-03-14', 'take'],
      ['subject.phones[]', '+447700900123', 'take'],
      ['subject.communicationNeeds', 'Large print', 'leave'],
      ['referral.receivedOn', '2026-03-12', 'take'],
      ['referral.statedRisk', 'Medium', 'leave'],
      ['referrer.name', 'DS Amrit Bains', 'take'],
      ['referrer.phone', '+441632960388', 'take'],
      ['relatedPersons[].name 0', 'Dawn Vael', 'leave'],
      ['relatedPersons[].phones[] 0', '+447700900456', 'leave'],
    ]);
  });

  it('offers what it cannot name, and takes none of it', () => {
    const [row] = open([{ label: 'Created', value: '11/03/2026' }]).rows;
    expect(row).toMatchObject({
      path: undefined,
      value: '11/03/2026',
      decision: { kind: 'leave' },
    });
  });

  it('keeps a date that is none as the text that it was, with an issue, and leaves it', () => {
    const [row] = open([{ label: 'DOB', value: '31 February 2009' }]).rows;
    expect(row).toMatchObject({
      path: 'subject.bornOn',
      raw: '31 February 2009',
      value: '31 February 2009',
      issues: [{ code: 'date-unreadable', at: 'subject.bornOn' }],
      decision: { kind: 'leave' },
    });
  });

  it('reads 02/05/2026 with its month first where another date on the page can only be so, and says it', () => {
    const draft = open([
      { label: 'date_of_birth', value: '08/21/2011' },
      { label: 'date_received', value: '02/05/2026' },
      { label: 'incident date', value: '03/03/2026' },
    ]);
    expect(draft.rows.map(({ value, issues }) => [value, issues[0]?.code])).toEqual([
      ['2011-08-21', 'date-month-first'],
      ['2026-02-05', 'date-month-first'],
      ['2026-03-03', undefined],
    ]);
  });

  it('says “not known” of a field where somebody wrote so, and of an empty one', () => {
    const draft = open([
      { label: 'DOB', value: 'Not known' },
      { label: 'A.K.A.', value: '–' },
      { label: 'Mobile', value: '(no value)' },
    ]);
    expect(draft.rows.map(({ path, issues }) => [path, issues[0]?.code])).toEqual([
      ['subject.bornOn', 'value-not-known'],
      ['subject.aliases[]', 'value-not-known'],
      ['subject.phones[]', 'value-not-known'],
    ]);
  });

  it('starts what is out of view as left', () => {
    expect(rows(open([{ label: 'DOB', value: '14/03/2009', visible: false }]))).toEqual([
      ['subject.bornOn', '2009-03-14', 'leave'],
    ]);
  });

  it('warns of marks that cannot be seen', () => {
    const [row] = open([{ label: 'A.K.A.', value: 'naid\u202eraug' }]).rows;
    expect(row).toMatchObject({ raw: 'naid\u202eraug', issues: [{ code: 'hidden-marks' }] });
  });

  it('shows a value once, in view, with every place where it stood', () => {
    const draft = open([
      { label: 'Telephone', value: '07700900123', visible: false, owner: ['Edit'] },
      { label: 'Tel', value: '07700 900123' },
      { label: 'Mobile', value: '+44 7700 900123' },
    ]);
    expect(draft.rows).toHaveLength(1);
    expect(draft.rows[0]).toMatchObject({
      label: 'Tel',
      visible: true,
      decision: { kind: 'take' },
    });
    expect(draft.rows[0]?.alsoAt?.map(({ label }) => label)).toEqual(['Telephone', 'Mobile']);
  });

  it('takes one of two values for a single fact, and says so at both', () => {
    const draft = open([
      { label: 'DOB', value: '14/03/2009' },
      { label: 'Date of birth', value: '13/03/2009' },
    ]);
    expect(draft.rows.map(({ decision, issues }) => [decision.kind, issues[0]?.code])).toEqual([
      ['take', 'several-values'],
      ['leave', 'several-values'],
    ]);
  });
});

describe('the origin', () => {
  it('keeps no query, fragment or session of an address', () => {
    const url = 'https://rms.example.org/records/17;jsessionid=AB12?search=vael#notes';
    const live = openDraft({
      reading: { ...buildReading(...record), url },
      adapters: [],
      way: 'page',
      host: testHost(),
    });
    expect(live.origins[0]?.url).toBe('https://rms.example.org/records/17');
    const saved = open(record, { origin: { url: 'file:///C:/Users/a.bains/Vael/record.html' } });
    expect(saved.origins[0]?.url).toBe('file:///record.html');
  });

  it('takes the officer’s word for the source of a paste', () => {
    const draft = open(record, {
      way: 'paste',
      origin: { system: 'School safeguarding log', url: '' },
    });
    expect(draft.origins).toMatchObject([
      { way: 'paste', system: 'School safeguarding log', url: '', hostClass: 'force' },
    ]);
  });

  it('reads nothing of a host that is never read, and says so', () => {
    const draft = open(record, { origin: { url: 'https://pnc.example.org/record' } });
    expect(draft).toMatchObject({ rows: [], issues: [{ code: 'host-never', severity: 'error' }] });
  });
});
