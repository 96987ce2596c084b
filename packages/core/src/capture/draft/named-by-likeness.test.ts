/** Rows whose labels have mistakes in them, and rows of a second person: offered, and never taken. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { testHost } from '../../testing/host.js';
import { assignPath } from './assign-path.js';
import { openDraft } from './open-draft.js';
import { mayTakeTogether, whyStarted } from './take-together.js';

function draftOf(facts: readonly (readonly [string, string])[]) {
  const list = facts.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('');
  return openDraft({
    reading: readPage(snapshotOfHtml(`<dl>${list}</dl>`, { url: 'https://rms.example.org/1' })),
    adapters: [],
    way: 'page',
    host: testHost(),
  });
}

const NAME = ['Name', 'Taz Vael'] as const;
const BORN = ['Date of birth', '14/03/2009'] as const;

describe('a row that a likeness named', () => {
  it('says so, starts as left and gives the reason', () => {
    const draft = draftOf([NAME, ['Date of brith', '14/03/2009'], ['Home addrss', '4 Fen Row']]);
    const [name, born, home] = draft.rows;
    expect(name).toMatchObject({ rule: 'dictionary', decision: { kind: 'take' } });
    for (const [row, path] of [
      [born, 'subject.bornOn'],
      [home, 'subject.address'],
    ] as const) {
      expect(row).toMatchObject({ path, rule: 'likeness', decision: { kind: 'leave' } });
      expect(row && whyStarted(draft, row)).toBe('likeness');
    }
  });

  it('is not taken together with others, only by itself', () => {
    const draft = draftOf([NAME, ['Date of brith', '14/03/2009']]);
    expect(
      mayTakeTogether(
        draft,
        draft.rows.map(({ id }) => id),
      ),
    ).toEqual([]);
  });

  it('does not stand in the way of the same fact under a label that is known', () => {
    const draft = draftOf([['Date of brith', '14/03/2009'], NAME, BORN]);
    expect(draft.rows.filter(({ path }) => path === 'subject.bornOn')).toMatchObject([
      { rule: 'dictionary', decision: { kind: 'take' } },
    ]);
  });

  it.each([
    ['Forname', 'Surname'],
    ['Forename', 'Surnmae'],
  ])('makes what is put together with it doubtful too: %s, %s', (given, family) => {
    const draft = draftOf([
      [given, 'Taz'],
      [family, 'Vael'],
    ]);
    expect(draft.rows.filter(({ path }) => path === 'subject.name')).toMatchObject([
      { value: 'Taz Vael', rule: 'likeness', decision: { kind: 'leave' } },
    ]);
  });

  it('is the officer’s once the officer has named it', () => {
    const draft = draftOf([NAME, ['Date of brith', '14/03/2009']]);
    const [, born] = draft.rows;
    const named = assignPath(draft, born?.id ?? '', 'subject.bornOn');
    expect(named.rows[1]).toMatchObject({ namedBy: 'officer', decision: { kind: 'take' } });
    expect(named.rows[1]?.rule).toBeUndefined();
  });
});

describe('a row that a form of words named', () => {
  it('says so, and starts as one of a known label does', () => {
    const draft = draftOf([['Where is the young person living?', '4 Fen Row, Northmoor'], NAME]);
    expect(draft.rows[0]).toMatchObject({
      path: 'subject.address',
      rule: 'form-of-words',
      decision: { kind: 'take' },
    });
  });
});

describe('a row with words in brackets after its label', () => {
  it.each([
    ['Tel (parrent)', '07700 900123'],
    ['Name (paren/guardian)', 'Dawn Vael'],
    ['Phone (hairdresser)', '07700 900123'],
    ['Date of birth (of the parrot)', '14/03/2009'],
  ])('that are not known is never taken: %s', (label, value) => {
    const draft = draftOf([
      ['Full name', 'Taz Vael'],
      [label, value],
    ]);
    expect(
      draft.rows.filter(({ label: said, decision }) => said === label && decision.kind === 'take'),
    ).toEqual([]);
  });

  it.each([
    'Date of birth (DD/MM/YYYY)',
    'Date of birth (if known)',
    'Date of birth [dd-mmm-yyyy]',
  ])('that only say how to write it is taken: %s', (label) => {
    const draft = draftOf([NAME, [label, '14/03/2009']]);
    expect(draft.rows[1]).toMatchObject({ path: 'subject.bornOn', decision: { kind: 'take' } });
  });
});

describe('below the name of another person', () => {
  it.each([
    ['Date of birth', '21/06/2008'],
    ['What is the date of birth?', '21/06/2008'],
    ['Date of brith', '21/06/2008'],
    ['3.1 Date of birth', '21/06/2008'],
    ['Where is he living?', 'Kai House, Fen Row'],
  ])('gives the subject nothing: %s', (label, value) => {
    const draft = draftOf([
      NAME,
      BORN,
      ['Solicitor', 'Kai Marlow'],
      ['Name', 'Kai Marlow'],
      [label, value],
    ]);
    expect(
      draft.rows.filter(({ path, raw }) => path?.startsWith('subject.') && /2008|Kai/.test(raw)),
    ).toEqual([]);
  });
});
