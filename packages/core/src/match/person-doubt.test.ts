/** A draft is never added unasked to a person whom what was read contradicts, or while it matches somebody else. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../capture/draft.js';
import { keepNote } from '../casework/contact/keep-note.js';
import { fileReferral } from '../casework/intake/file-referral.js';
import { gatherCodeLists } from '../codes/index.js';
import { draftOfFields } from '../review/draft-of-fields.js';
import { defaultGates } from '../review/gates.js';
import { filingDesk, foundIn, passedValue } from '../testing/filed-under-test.js';
import { draftPerson } from './draft-person.js';
import { personDoubt } from './person-doubt.js';
import { seenBefore } from './seen-before.js';

const PAGE = {
  way: 'page',
  system: 'Practice',
  title: 'Email',
  dates: { 'subject.bornOn': 'day-first' },
} as const;
const YOUNGER = { 'subject.name': ['Tobias Wren'], 'subject.bornOn': ['14/03/2013'] };
const ELDER = {
  'subject.name': ['Tobias Wren'],
  'subject.bornOn': ['2 September 2011'],
  'referral.reference': ['CC/2026/222'],
};

/** The two of one name on record, and a draft that names the elder in prose. */
async function twoOfOneName() {
  const { host, store, files } = await filingDesk();
  const { subject: younger } = await files(YOUNGER);
  const { subject: elder } = await files(ELDER);
  const seen = seenBefore(store);
  const draftOf = (fields: Parameters<typeof draftOfFields>[0], left: RegExp): Draft => {
    const read = draftOfFields(fields, PAGE, host);
    const decisionOf = (path = '') => ({ kind: left.test(path) ? 'leave' : 'take' }) as const;
    return {
      ...read,
      withoutNarrative: true,
      rows: read.rows.map((row) => ({ ...row, decision: decisionOf(row.path) })),
    };
  };
  const heldOf = async (id: typeof younger) => foundIn(await store.get('subject', id));
  const foundFor = async (draft: Draft) =>
    (await seen.look(draftPerson(draft), store.consult.bind(store), 'referral')).people;
  const context = {
    host,
    lists: gatherCodeLists(),
    gates: passedValue(defaultGates('force', 'part3')),
    officer: { regime: 'part3', practice: false },
  } as const;
  return { younger, elder, files, draftOf, heldOf, foundFor, context };
}

const DOUBT = { ok: false, issues: [{ code: 'person-in-doubt', severity: 'error', at: 'about' }] };

describe('the doubt about a person', () => {
  it('is another date of birth that was read, though it is left, and the person who has it', async () => {
    const { younger, elder, draftOf, heldOf, foundFor } = await twoOfOneName();
    const draft = draftOf(
      { 'subject.name': ['Tobias Wren'], 'subject.bornOn': ['2 September 2011'] },
      /bornOn/,
    );
    const found = await foundFor(draft);
    expect(personDoubt(draft, await heldOf(younger), found)).toMatchObject({
      born: ['2011-09-02'],
      exact: { person: elder },
    });
    expect(personDoubt(draft, await heldOf(elder), found)).toBeUndefined();
  });

  it('is an identifier that only a namesake has', async () => {
    const { younger, elder, draftOf, heldOf, foundFor } = await twoOfOneName();
    const draft = draftOf(
      { 'subject.name': ['Tobias Wren'], 'referral.reference': ['CC/2026/222'] },
      /reference/,
    );
    const found = await foundFor(draft);
    expect(personDoubt(draft, await heldOf(younger), found)).toMatchObject({
      own: { person: { person: elder }, value: 'CC/2026/222' },
    });
  });

  it('is other names alone, though they are left, unless an identifier is theirs', async () => {
    const { younger, draftOf, heldOf, foundFor } = await twoOfOneName();
    const doubtOf = async (fields: Parameters<typeof draftOf>[0]) => {
      const draft = draftOf(fields, /name/i);
      return personDoubt(draft, await heldOf(younger), await foundFor(draft));
    };
    expect(await doubtOf({ 'subject.name': ['Sam Okafor'] })).toMatchObject({
      names: ['Sam Okafor'],
      born: [],
    });
    // A twin has the date of birth as well.
    const twin = { 'subject.name': ['Sam Okafor'], 'subject.bornOn': ['14/03/2013'] };
    expect(await doubtOf(twin)).toMatchObject({ names: ['Sam Okafor'] });
    for (const own of ['Toby', 'T Wren', 'WREN, Tobias'])
      expect(await doubtOf({ 'subject.name': [own] })).toBeUndefined();
    const both = { 'subject.name': ['Sam Okafor'], 'subject.aliases[]': ['Tobias Wren'] };
    expect(await doubtOf(both)).toBeUndefined();
  });

  it('counts what the officer left although it would have been taken', async () => {
    const { younger, draftOf, heldOf, foundFor } = await twoOfOneName();
    const fields = { 'subject.name': ['Sam Okafor'], 'subject.bornOn': ['4 June 2012'] };
    const read = draftOf(fields, /name|born/i);
    const rows = read.rows.map(
      (row) => ({ ...row, decidedBy: 'officer', started: 'take' }) as const,
    );
    const draft = { ...read, rows };
    const doubt = personDoubt(draft, await heldOf(younger), await foundFor(draft));
    expect(doubt).toMatchObject({ names: ['Sam Okafor'], born: ['2012-06-04'] });
  });

  it('is a date that would make the person like somebody else of the name', async () => {
    const { elder, files, draftOf, heldOf, foundFor } = await twoOfOneName();
    const { subject: undated } = await files({ 'subject.name': ['Tobias Wren'] });
    const draft = draftOf(
      { 'subject.name': ['Tobias James Wren'], 'subject.bornOn': ['2 September 2011'] },
      /never/,
    );
    const doubt = personDoubt(draft, await heldOf(undated), await foundFor(draft));
    expect(doubt).toMatchObject({ exact: { person: elder } });
  });

  it('is none where a name alone was read, or the day that is on record', async () => {
    const { younger, draftOf, heldOf, foundFor } = await twoOfOneName();
    for (const fields of [{ 'subject.name': ['Tobias Wren'] }, YOUNGER]) {
      const draft = draftOf(fields, /never/);
      expect(personDoubt(draft, await heldOf(younger), await foundFor(draft))).toBeUndefined();
    }
  });
});

describe('a save on a person in doubt', () => {
  it('makes no referral until the officer has said that they are meant', async () => {
    const { younger, elder, draftOf, heldOf, context } = await twoOfOneName();
    const fields = { 'subject.name': ['Tobias Wren'], 'subject.bornOn': ['2 September 2011'] };
    const draft = draftOf(fields, /bornOn/);
    const of = { ...context, addTo: await heldOf(younger) };
    expect(fileReferral(draft, of)).toMatchObject(DOUBT);
    expect(fileReferral(draft, { ...of, meant: elder })).toMatchObject(DOUBT);
    expect(fileReferral(draft, { ...of, meant: younger })).toMatchObject({ ok: true });
    expect(fileReferral(draft, { ...context, addTo: await heldOf(elder) })).toMatchObject({
      ok: true,
    });
  });

  it('takes the choice between two dates of birth for the answer, but not where somebody else matches', async () => {
    const { younger, draftOf, heldOf, foundFor, context } = await twoOfOneName();
    const draft = draftOf(ELDER, /never/);
    const of = {
      ...context,
      addTo: await heldOf(younger),
      beside: ['subject.bornOn'],
    } as const;
    expect(fileReferral(draft, of)).toMatchObject({ ok: true });
    expect(fileReferral(draft, { ...of, found: await foundFor(draft) })).toMatchObject(DOUBT);
  });

  it('makes no note, from its rows or written under the draft', async () => {
    const { younger, elder, draftOf, heldOf, context } = await twoOfOneName();
    const draft = draftOf(YOUNGER, /never/);
    const typed = {
      text: 'Seen at the club.',
      statement: 'information',
      grade: { sourceEvaluation: '1', intelligenceAssessment: 'A', handlingCode: 'P' },
    } as const;
    const note = (subjectId: typeof younger, meant?: typeof younger) => async (isClip: boolean) =>
      keepNote(
        {
          ...typed,
          subjectId,
          ...(isClip ? { from: { draft, rows: draft.rows.map(({ id }) => id) } } : {}),
        } as unknown as Parameters<typeof keepNote>[0],
        {
          ...context,
          subject: await heldOf(subjectId),
          under: draft,
          ...(meant ? { meant } : {}),
        },
      );
    for (const isClip of [true, false]) {
      expect(await note(elder)(isClip)).toMatchObject(DOUBT);
      expect((await note(elder, elder)(isClip)).issues).not.toContainEqual(DOUBT.issues[0]);
      expect((await note(younger)(isClip)).issues).not.toContainEqual(DOUBT.issues[0]);
    }
  });
});
