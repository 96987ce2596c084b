import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAdapter } from './check-adapter.js';

const adapter = {
  id: 'practice-rms/legacy',
  title: 'Practice record system',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  expires: '2027-03-31',
  match: {
    query: { id: '*', _task: 'mail' },
    hosts: ['*.example.org', 'localhost'],
    paths: ['/records/*'],
    anchors: [
      { label: 'Ref No' },
      { heading: 'Subject' },
      { selector: 'frame[name="content"] >>> #ref' },
    ],
    threshold: 0.6,
  },
  screens: [
    {
      when: [{ title: 'Record' }],
      fields: {
        'subject.bornOn': [
          { label: 'D.O.B.', owner: 'Subject', read: 'ukDate' },
          { selector: '#dob' },
        ],
      },
      rows: [
        {
          table: 'Online identifiers',
          columns: { 'subject.onlineIdentifiers[].asSeen': 'Username' },
          platform: 'Platform',
        },
      ],
      suppress: [{ label: 'Operator' }],
      sensitivity: { 'subject.school': 'special' },
    },
  ],
  fixtures: ['legacy-1'],
};

const json = JSON.stringify(adapter, null, 2);
const issues = (input: unknown) => {
  const checked = checkAdapter(input);
  return checked.ok ? [] : checked.issues.map(({ at, message }) => `${at}: ${message}`);
};

describe('checkAdapter', () => {
  it('passes a good one, as object or as text, unchanged', () => {
    expect(checkAdapter(adapter)).toEqual({ ok: true, value: adapter, issues: [] });
    expect(checkAdapter(json)).toEqual({ ok: true, value: adapter, issues: [] });
  });

  it('names the line of a field path that there is not', () => {
    const wrong = json.replace('"subject.bornOn"', '"subject.dob"');
    const line = wrong.split('\n').findIndex((each) => each.includes('subject.dob')) + 1;
    expect(issues(wrong)).toEqual([
      `line ${line}, column 9: “subject.dob” is not a field that can be captured. Check its spelling against the list of field paths.`,
    ]);
  });

  it('names the place in an object', () => {
    expect(issues({ ...adapter, screens: [{ fields: { 'subject.dob': [] } }] })[0]).toMatch(
      /^screens\.0\.fields\.subject\.dob: “subject\.dob” is not a field/,
    );
  });

  it('says where text stops being JSON', () => {
    expect(issues(json.replace('"version": "1.0.0",', '"version": "1.0.0"'))[0]).toMatch(
      /^line [45], column \d+: The file is not JSON/,
    );
    expect(issues('')[0]).toMatch(/not JSON/);
    expect(issues('id: a/b')[0]).toMatch(/not JSON/);
  });

  it('refuses a key that stands twice, which JSON would let the second hide', () => {
    const twice = json.replace('"title":', '"title": "Another",\n  "title":');
    expect(issues(twice)).toEqual([
      'line 4, column 3: The same key is here twice: “title”. Remove one of them.',
    ]);
  });

  it.each([
    [
      'a selector outside the subset',
      { ...adapter, match: { anchors: [{ selector: 'a:has(b)' }] } },
      /selector that an adapter may use/,
    ],
    [
      'an unknown reader',
      { ...adapter, screens: [{ fields: { 'subject.bornOn': [{ label: 'x', read: 'usDate' }] } }] },
      /Not a reader/,
    ],
    [
      'code',
      { ...adapter, screens: [{ fields: {}, script: 'alert(1)' }] },
      /“script” is not part of an adapter/,
    ],
    ['a later release', { ...adapter, engine: '>=99.1' }, /needs a newer release of the toolkit/],
    [
      'a query parameter that is none',
      { ...adapter, match: { ...adapter.match, query: { 'a b': 'x' } } },
      /Write the name of a query parameter/,
    ],
    [
      'selectors that would cost too much',
      {
        ...adapter,
        screens: Array.from({ length: 10 }, () => ({
          fields: { 'subject.name': [{ selector: 'a '.repeat(24).trim() }] },
        })),
      },
      /too many selectors/,
    ],
    ['no anchor', { ...adapter, match: { anchors: [] } }, /at least one anchor/],
    [
      'a host that is a pattern',
      { ...adapter, match: { hosts: ['*.*.org'], anchors: [{ title: 'x' }] } },
      /host name/,
    ],
    ['a day that there is not', { ...adapter, expires: '2027-02-31' }, /no such day/],
    ['a missing title', { ...adapter, title: undefined }, /title/],
    ['nothing', null, /^undefined: “adapter” is not what belongs here: it must be Object\.$/],
  ])('refuses %s', (_, input, message) => {
    expect(issues(input)[0]).toMatch(message);
  });

  it('refuses what is too large, too deep or goes round', () => {
    expect(issues(`${json}${' '.repeat(256 * 1024)}`)[0]).toMatch(/too large/);
    expect(checkAdapter('['.repeat(100_000)).ok).toBe(false);
    expect(checkAdapter(`{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`).ok).toBe(false);
    const round: Record<string, unknown> = { ...adapter };
    round.screens = [round];
    expect(checkAdapter(round).ok).toBe(false);
  });

  it('throws on nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json()), (input) => checkAdapter(input).ok === false),
    );
  });
});
