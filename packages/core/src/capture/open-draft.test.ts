import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelledValue, Reading } from '../page/reading.js';
import { type PageSnapshot, SNAPSHOT_VERSION } from '../page/snapshot.js';
import { testHost } from '../testing/host.js';
import type { Adapter } from './adapter.js';
import { type Draft, draftValues } from './draft.js';
import { type OpenDraftOptions, openDraft } from './open-draft.js';

type Cell = Partial<LabelledValue> & Pick<LabelledValue, 'label' | 'value'>;

function reading(...cells: readonly Cell[]): Reading {
  return {
    url: 'https://rms.example.org/records/17;jsessionid=AB12?search=vael#notes',
    title: 'Record',
    headings: [...new Set(cells.flatMap(({ owner = [] }) => owner))],
    values: cells.map(
      (cell, nth): LabelledValue => ({
        id: `f0-${nth}`,
        kind: 'text',
        owner: [],
        place: { frame: [], selector: `#v${nth}`, verbatim: cell.value },
        visible: true,
        method: 'dt-dd',
        score: 1,
        runnersUp: [],
        ...cell,
      }),
    ),
    unread: [],
    nodeCount: cells.length,
    issues: [],
  };
}

function open(cells: readonly Cell[], more: Partial<OpenDraftOptions> = {}): Draft {
  return openDraft({
    reading: reading(...cells),
    adapters: [],
    way: 'page',
    host: testHost(),
    ...more,
  });
}

/** Path, value and whether it starts as taken, of every row that has a path. */
const rows = (draft: Draft) =>
  draft.rows.flatMap(({ path, index, value, decision }) =>
    path === undefined
      ? []
      : [[index === undefined ? path : `${path} ${index}`, value, decision.kind]],
  );

const record: readonly Cell[] = [
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

  it('does not read 02/05/2026 on a page where another date has its month first', () => {
    const draft = open([
      { label: 'date_of_birth', value: '08/21/2011' },
      { label: 'date_received', value: '02/05/2026' },
      { label: 'incident date', value: '03/03/2026' },
    ]);
    expect(draft.rows.map(({ value, issues }) => [value, issues[0]?.code])).toEqual([
      ['08/21/2011', 'date-unreadable'],
      ['02/05/2026', 'date-order-unclear'],
      ['2026-03-03', undefined],
    ]);
  });

  it('says “not known” of a field where somebody wrote so, and nothing of an empty one', () => {
    const draft = open([
      { label: 'DOB', value: 'Not known' },
      { label: 'A.K.A.', value: '–' },
      { label: 'Mobile', value: '(no value)' },
    ]);
    expect(draft.rows.map(({ path, issues }) => [path, issues[0]?.code])).toEqual([
      ['subject.bornOn', 'value-not-known'],
      [undefined, undefined],
      [undefined, undefined],
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

describe('a referrer', () => {
  const referrer = (...cells: Cell[]) => open(cells).rows.map(({ decision }) => decision.kind);
  const owner = ['Referrer'];

  it.each([
    [
      'an organisation',
      [
        { label: 'Name', value: 'Lorna Hartwell', owner },
        { label: 'Organisation', value: 'Fernbrook School', owner },
      ],
    ],
    [
      'a role',
      [
        { label: 'Name', value: 'Lorna Hartwell', owner },
        { label: 'Role', value: 'Teacher', owner },
      ],
    ],
    ['a rank', [{ label: 'Referred by', value: 'DC Marlow Voss' }]],
    ['a police address', [{ label: 'Email', value: 'm.voss@northmoor.police.uk', owner }]],
    [
      'the heading “Referring officer”',
      [{ label: 'Name', value: 'Marlow Voss', owner: ['Referring officer'] }],
    ],
  ])('is taken with %s', (_, cells) => {
    expect(new Set(referrer(...cells))).toEqual(new Set(['take']));
  });

  it.each([
    [
      'a mother',
      [
        { label: 'Name', value: 'Hester Toadflax', owner },
        { label: 'Role', value: 'Mother', owner },
      ],
    ],
    [
      'a mother with an employer',
      [
        { label: 'Name', value: 'Hester Toadflax', owner },
        { label: 'Role', value: 'Mother', owner },
        { label: 'Organisation', value: 'Brackenfield Bakers', owner },
      ],
    ],
    [
      'somebody of whom nothing else is known',
      [
        { label: 'Name', value: 'Hester Toadflax', owner },
        { label: 'Email', value: 'hester@example.org', owner },
      ],
    ],
    [
      'somebody whose organisation is not known',
      [
        { label: 'Name', value: 'Hester Toadflax', owner },
        { label: 'Organisation', value: 'Not known', owner },
      ],
    ],
  ])('is left when it is %s', (_, cells) => {
    expect(new Set(referrer(...cells))).toEqual(new Set(['leave']));
  });
});

describe('what is put together or taken apart', () => {
  it('makes a name of its parts where the page has none, and keeps the parts', () => {
    const draft = open([
      { label: 'Surname', value: 'O’Connell-Vael' },
      { label: 'Forename(s)', value: 'Taz Mary' },
    ]);
    expect(rows(draft)).toEqual([
      ['subject.familyName', 'O’Connell-Vael', 'take'],
      ['subject.givenNames', 'Taz Mary', 'take'],
      ['subject.name', 'Taz Mary O’Connell-Vael', 'take'],
    ]);
    expect(draft.rows[2]).toMatchObject({
      label: 'Forename(s), Surname',
      namedBy: 'generic',
      madeOf: [{ verbatim: 'Taz Mary' }, { verbatim: 'O’Connell-Vael' }],
    });
    const named = open([
      { label: 'Surname', value: 'Vael' },
      { label: 'Forename', value: 'Taz' },
      { label: 'Full name', value: 'Taz Vael' },
    ]);
    expect(draftValues(named, 'subject.name')).toEqual(['Taz Vael']);
  });

  it('offers the postcode of an address where it has no row of its own', () => {
    const address: Cell = {
      label: 'Home address',
      value: '9 Once-Upon Crescent\nBrackenfield\nZZ99 2MT',
    };
    expect(rows(open([address]))).toEqual([
      ['subject.address', '9 Once-Upon Crescent\nBrackenfield\nZZ99 2MT', 'take'],
      ['subject.postcode', 'ZZ99 2MT', 'take'],
    ]);
    const draft = open([address, { label: 'Postcode', value: 'ZZ99 2MU' }]);
    expect(draftValues(draft, 'subject.postcode')).toEqual(['ZZ99 2MU']);
  });

  it('joins the lines of an address, and of a second line that has no label', () => {
    const boxes = open([
      { label: 'Address line 1', value: '6 Storybook Close' },
      { label: 'Town or city', value: 'Tale End' },
      { label: 'Postcode', value: 'ZZ99 3HD' },
    ]);
    expect(draftValues(boxes, 'subject.address')).toEqual(['6 Storybook Close\nTale End']);
    const lines = open([
      { label: 'Address', value: '33 Phantom Road' },
      { label: 'Address', value: 'Upper Illusion', continues: 'f0-0' },
      { label: 'City', value: 'Southmarch' },
    ]);
    expect(draftValues(lines, 'subject.address')).toEqual([
      '33 Phantom Road\nUpper Illusion\nSouthmarch',
    ]);
  });

  it('makes several rows of several values under one label', () => {
    const draft = open([
      { label: 'Phone', value: '07700 900415; 07700 900416' },
      { label: 'Handles', value: 'Discord: a.b\n@c (Telegram)' },
      { label: 'Also known as', value: 'Taz' },
      { label: 'Also known as', value: 'Tazzer', continues: 'f0-2' },
    ]);
    expect(rows(draft)).toEqual([
      ['subject.phones[]', '+447700900415', 'take'],
      ['subject.phones[]', '+447700900416', 'take'],
      ['subject.onlineIdentifiers[].asSeen 0', 'a.b', 'take'],
      ['subject.onlineIdentifiers[].asSeen 1', '@c', 'take'],
      ['subject.aliases[]', 'Taz', 'take'],
      ['subject.aliases[]', 'Tazzer', 'take'],
    ]);
    expect(draft.rows.map(({ platform }) => platform)).toEqual([
      undefined,
      undefined,
      'discord',
      'telegram',
      undefined,
      undefined,
    ]);
  });

  it('leaves out the day, month and year of a date that it has whole', () => {
    const draft = open([
      { label: 'Date of birth', value: '3 4 2009' },
      { label: 'Day', value: '3', partOf: 'f0-0' },
    ]);
    expect(rows(draft)).toEqual([['subject.bornOn', '2009-04-03', 'take']]);
    expect(draft.rows).toHaveLength(1);
  });

  it('offers dates and law in a narrative as free text, left', () => {
    const draft = open([
      {
        label: 'Summary',
        value:
          'On 6 March 2026 he took down a server. DOB 21/06/2010. Section 3 of the Computer Misuse Act 1990; CMA 1990 s.3A.',
      },
    ]);
    expect(rows(draft).slice(1)).toEqual([
      ['referral.incidentDates[]', '2026-03-06', 'leave'],
      ['referral.lawMentioned[]', 'Section 3 of the Computer Misuse Act 1990', 'leave'],
      ['referral.lawMentioned[]', 'CMA 1990 s.3A', 'leave'],
    ]);
    expect(draft.rows.slice(1).every(({ freeText }) => freeText)).toBe(true);
  });
});

describe('several people and several records', () => {
  it('keeps each person’s facts together', () => {
    const draft = open([
      { label: 'Mother’s name', value: 'Dawn Vael' },
      { label: 'Father’s name', value: 'Rex Vael' },
      { label: 'Father’s telephone', value: '07700 900456' },
      { label: 'Name', value: 'Tess Vael', owner: ['Next of kin'] },
      { label: 'Name', value: 'Jude Vael', owner: ['Next of kin'] },
      { label: 'Mobile', value: '07700 900457', owner: ['Next of kin'] },
    ]);
    expect(rows(draft).map(([path, value]) => `${path} ${value}`)).toEqual([
      'relatedPersons[].name 0 Dawn Vael',
      'relatedPersons[].name 1 Rex Vael',
      'relatedPersons[].phones[] 1 +447700900456',
      'relatedPersons[].name 2 Tess Vael',
      'relatedPersons[].name 3 Jude Vael',
      'relatedPersons[].phones[] 3 +447700900457',
    ]);
  });

  const table = (...lines: readonly Readonly<Record<string, string>>[]) =>
    lines.flatMap((line, index) =>
      Object.entries(line).map(
        ([label, value]): Cell => ({
          label,
          value,
          row: { table: 0, index },
          method: 'column-header',
        }),
      ),
    );

  it('reads a row with a relationship as a person around the subject', () => {
    const draft = open(
      table(
        { Name: 'Dawn Vael', Relationship: 'Mother', Telephone: '07700 900456' },
        { Name: 'Rex Vael', Relationship: 'Father', Telephone: '07700 900457' },
      ),
    );
    expect(rows(draft).map(([path]) => path)).toEqual([
      'relatedPersons[].name 0',
      'relatedPersons[].relationship 0',
      'relatedPersons[].phones[] 0',
      'relatedPersons[].name 1',
      'relatedPersons[].relationship 1',
      'relatedPersons[].phones[] 1',
    ]);
  });

  it('gives a handle the platform of its row', () => {
    const draft = open(
      table(
        { Platform: 'Discord', Username: 'quillz#0421', 'First seen': '30/11/2025' },
        { Platform: 'Steam', Username: 'Qu1llZ', 'First seen': '09/01/2026' },
      ),
    );
    expect(
      draft.rows.flatMap(({ path, index, value, platform }) =>
        path ? [[index, value, platform]] : [],
      ),
    ).toEqual([
      [0, 'quillz#0421', 'discord'],
      [1, 'Qu1llZ', 'steam'],
    ]);
  });

  it('names nothing in a list of records', () => {
    const draft = open(
      table(
        { Reference: 'A/1', Name: 'Taz Vael', 'Date of birth': '14/03/2009' },
        { Reference: 'A/2', Name: 'Ivy Vane', 'Date of birth': '15/03/2010' },
      ),
    );
    expect(rows(draft)).toEqual([]);
    expect(draft.rows).toHaveLength(6);
  });
});

describe('with an adapter', () => {
  const adapter: Adapter = {
    id: 'test/record',
    title: 'Test system',
    version: '1.2.0',
    owner: 'Test',
    engine: '>=0.0.1',
    expires: '2026-01-31',
    match: {
      hosts: ['rms.example.org'],
      anchors: [{ label: 'Created' }, { label: 'D.O.B.' }, { label: 'Collar' }],
    },
    screens: [
      {
        fields: {
          'subject.name': [{ label: 'Who' }],
          'referral.receivedOn': [{ label: 'Logged' }, { label: 'Created', owner: 'Referral' }],
          'referral.reference': [{ selector: '#ref' }],
          'subject.school': [{ label: 'Place of learning' }],
        },
        rows: [
          {
            table: 'Accounts',
            columns: { 'subject.onlineIdentifiers[].asSeen': 'Known as' },
            platform: 'Where',
          },
        ],
        suppress: [{ label: 'Operator' }],
        sensitivity: { 'subject.bornOn': 'special', 'referral.statedRisk': 'none' },
      },
      { when: [{ label: 'Never there' }], fields: { 'subject.bornOn': [{ label: 'Created' }] } },
    ],
    fixtures: [],
  };
  const snapshot: PageSnapshot = {
    version: SNAPSHOT_VERSION,
    unread: [],
    frames: [
      {
        path: [],
        url: '',
        title: '',
        tree: {
          type: 'root',
          children: [
            {
              type: 'element',
              tagName: 'b',
              properties: { id: 'ref' },
              children: [{ type: 'text', value: ' NCCU/2026/0438 ' }],
            },
          ],
        },
      },
    ],
  };
  const draft = open(
    [
      ...record,
      { label: 'Who', value: 'Tazmin Vael' },
      { label: 'Operator', value: 'TRAINING 01' },
      { label: 'Known as', value: 'quillz', owner: ['Accounts'], row: { table: 1, index: 0 } },
      { label: 'Where', value: 'Discord', owner: ['Accounts'], row: { table: 1, index: 0 } },
    ],
    { adapters: [adapter], snapshot },
  );
  const row = (path: string) => draft.rows.filter((each) => each.path === path);

  it('names, corrects and adds, and leaves the generic reading as it was elsewhere', () => {
    expect(row('subject.name')).toMatchObject([{ value: 'Tazmin Vael', namedBy: 'adapter' }]);
    expect(row('referral.receivedOn').map(({ value }) => value)).toContain('2026-03-11');
    expect(row('referral.reference')).toMatchObject([
      { value: 'NCCU/2026/0438', method: 'selector', place: { selector: '#ref' } },
    ]);
    expect(row('subject.onlineIdentifiers[].asSeen')).toMatchObject([
      { value: 'quillz', platform: 'discord' },
    ]);
    expect(row('subject.phones[]')).toMatchObject([{ namedBy: 'generic' }]);
  });

  it('still offers what it takes the name from', () => {
    expect(draft.rows.find(({ raw }) => raw === 'VAEL, Taz (M)')).toMatchObject({
      path: undefined,
    });
  });

  it('never offers what it suppresses', () => {
    expect(draft.rows.some(({ raw }) => raw === 'TRAINING 01')).toBe(false);
  });

  it('raises sensitivity and cannot lower it', () => {
    expect(row('subject.bornOn')).toMatchObject([
      { sensitivity: 'special', decision: { kind: 'leave' } },
    ]);
    expect(row('referral.statedRisk')).toMatchObject([{ sensitivity: 'personal' }]);
  });

  it('says what it found, what fell back, and that it is out of date', () => {
    expect(draft.origins).toMatchObject([
      {
        system: 'Test system',
        adapter: { id: 'test/record', version: '1.2.0' },
        anchors: { found: 2, of: 3 },
        fellBack: ['subject.school'],
      },
    ]);
    expect(draft.issues.map(({ code }) => code)).toEqual(['adapter-drift', 'adapter-expired']);
  });
});

describe('the origin', () => {
  it('keeps no query, fragment or session of an address', () => {
    expect(open(record).origins[0]?.url).toBe('https://rms.example.org/records/17');
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

describe('whatever a page says', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '07700 900415 (mum: 07700 900416)',
      'DS A. Bains, Northmoor Police',
      'Discord: x; y',
      '14/03/2009',
      '1 A Road\nZZ99 1AA',
      '–',
      'x'.repeat(5_000),
    ),
  );
  const cell = fc.record({
    label: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'Name',
        'DOB',
        'Surname',
        'Forename',
        'Phone',
        'Address',
        'City',
        'Handles',
        'Referred by',
        'Mother',
        'Summary',
        'Role',
        '__proto__',
      ),
    ),
    value: text.filter((each) => each !== ''),
    owner: fc.array(
      fc.constantFrom('Referrer', 'Parent or guardian', 'Subject', 'Bank details', 'x'),
    ),
    visible: fc.boolean(),
  });

  it('opens, cuts every row out of its source, and numbers its rows apart', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
        const draft = open(cells);
        expect(new Set(draft.rows.map(({ id }) => id)).size).toBe(draft.rows.length);
        for (const { raw, place, madeOf, visible, decision, path } of draft.rows) {
          if (madeOf === undefined) expect(place.verbatim).toContain(raw);
          else for (const { verbatim } of madeOf) expect(raw).toContain(verbatim);
          if (!visible || path === undefined) expect(decision.kind).toBe('leave');
        }
      }),
    );
  });

  it('drops no value: each stands in a row, or in one that it was put together in', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
        const draft = open(cells);
        const places = draft.rows.flatMap(({ place, madeOf = [], alsoAt = [] }) =>
          [place, ...madeOf, ...alsoAt.map((each) => each.place)].map(({ selector }) => selector),
        );
        cells.forEach((_, nth) => {
          expect(places).toContain(`#v${nth}`);
        });
      }),
    );
  });
});
