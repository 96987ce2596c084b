import { describe, expect, it } from 'vitest';
import { type PageSnapshot, SNAPSHOT_VERSION } from '../../page/snapshot/snapshot.js';
import { testHost } from '../../testing/host.js';
import { buildReading, type ReadingCell } from '../../testing/reading.js';
import { openDraft } from '../draft/open-draft.js';
import type { Adapter } from './adapter.js';

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
  const draft = openDraft({
    reading: buildReading(
      ...record,
      { label: 'Who', value: 'Tazmin Vael' },
      { label: 'Operator', value: 'TRAINING 01' },
      { label: 'Known as', value: 'quillz', owner: ['Accounts'], row: { table: 1, index: 0 } },
      { label: 'Where', value: 'Discord', owner: ['Accounts'], row: { table: 1, index: 0 } },
    ),
    snapshot,
    adapters: [adapter],
    way: 'page',
    host: testHost(),
  });
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

  it('takes a place that may hold anything only where a code stands in it', () => {
    const valuesAt = (text: string) => {
      const copy = structuredClone(snapshot);
      const [node] = copy.frames[0]?.tree.children ?? [];
      if (node?.type === 'element') node.children = [{ type: 'text', value: text }];
      const caption: Adapter = {
        ...adapter,
        match: { anchors: [{ selector: '#ref' }] },
        screens: [{ fields: { 'referral.reference': [{ selector: '#ref', only: 'code' }] } }],
      };
      const { rows } = openDraft({
        reading: buildReading(),
        snapshot: copy,
        adapters: [caption],
        way: 'page',
        host: testHost(),
      });
      return rows.map(({ value }) => value);
    };
    expect(valuesAt('NCCU/2026/0438')).toEqual(['NCCU/2026/0438']);
    expect(valuesAt('Section 2 of 3')).toEqual([]);
    expect(valuesAt('Referrals')).toEqual([]);
    expect(valuesAt('2026')).toEqual([]);
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

  it('keeps of the address what says which record it is, and nothing else of the query', () => {
    const urlOf = (query: string, link?: Adapter['link']) =>
      openDraft({
        reading: { ...buildReading(...record), url: `https://rms.example.org/record?${query}` },
        adapters: [{ ...adapter, ...(link ? { link } : {}) }],
        way: 'page',
        host: testHost(),
      }).origins[0]?.url;
    const link = { query: ['id', 'v'] };
    expect(urlOf('id=17&q=Vael&v=2', link)).toBe('https://rms.example.org/record?id=17&v=2');
    expect(urlOf('id=17')).toBe('https://rms.example.org/record');
    expect(urlOf('id=Taz+Vael&v=', link)).toBe('https://rms.example.org/record');
    expect(urlOf('id=17&id=18&v=2', link)).toBe('https://rms.example.org/record?v=2');
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
    expect(draft.issues[0]?.message).toMatch(
      /^2 of 3 anchors of “Test system” were found; 1 field fell back to the generic reading\./,
    );
  });
});
