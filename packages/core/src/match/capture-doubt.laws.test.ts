/**
 * Laws of saves from pages: whatever is read, taken or left, none is added to a person whom it speaks against without
 * an answer that names the person and the doubt, and the log names that answer.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FieldPath } from '../capture/field/field-path.js';
import { fileReferral } from '../casework/intake/file-referral.js';
import { gatherCodeLists } from '../codes/index.js';
import { draftOfFields } from '../review/draft-of-fields.js';
import { defaultGates } from '../review/gates.js';
import type { RecordId } from '../shared/index.js';
import type { Commit, StoredRecord } from '../store/index.js';
import { filingDesk, foundIn, passedValue } from '../testing/filed-under-test.js';
import { buildRecord, buildReferral, newRecord } from '../testing/index.js';
import { doubtedCaptures } from './capture-doubt.js';
import { draftPerson } from './draft-person.js';
import { seenBefore } from './seen-before.js';

const PAGE = {
  way: 'page',
  system: 'Practice',
  title: 'Email',
  dates: { 'subject.bornOn': 'day-first' },
} as const;
const NAMES = ['Tobias Wren', 'Sam Okafor', 'Ivo Quill'];
const DAYS = ['2010-05-03', '2011-06-04', '2011-09-02'];
const BESIDE: readonly FieldPath[] = ['subject.name', 'subject.bornOn'];
const PHONE = '07700 900123';
const DOUBT = expect.objectContaining({ code: 'person-in-doubt' });

const person = fc.record({
  name: fc.constantFrom(...NAMES),
  bornOn: fc.option(fc.constantFrom(...DAYS), { nil: undefined }),
});
const page = fc.record({
  name: fc.constantFrom(...NAMES),
  born: fc.uniqueArray(fc.constantFrom(...DAYS), { maxLength: 2 }),
  takesName: fc.boolean(),
  takesBorn: fc.boolean(),
});
const law = fc.record({ held: person, other: person, page });
type Case = typeof law extends fc.Arbitrary<infer T> ? T : never;

const fieldsOf = ({ name, bornOn }: Case['held']) => ({
  'subject.name': [name],
  ...(bornOn ? { 'subject.bornOn': [bornOn] } : {}),
});

/** A person and another on record, and the commit that adds the page to the first, as its review makes it. */
async function savedOn({ held, other, page: { name, born, takesName, takesBorn } }: Case) {
  const { host, store, files } = await filingDesk();
  const { subject } = await files(fieldsOf(held));
  const { subject: beside } = await files(fieldsOf(other));
  const read = draftOfFields(
    { 'subject.name': [name], 'subject.bornOn': born, 'subject.phones[]': [PHONE] },
    PAGE,
    host,
  );
  const isTaken = (path = ''): boolean =>
    path === 'subject.name' ? takesName : path === 'subject.bornOn' ? takesBorn : true;
  let dates = 0;
  const rows = read.rows.map((row) => {
    // Of two dates, one at most can be taken.
    const isFirst = row.path !== 'subject.bornOn' || dates++ === 0;
    const kind = isTaken(row.path) && isFirst ? 'take' : 'leave';
    return { ...row, decision: { kind } as const };
  });
  const seen = seenBefore(store);
  const subjects = async (ids: readonly RecordId[]) =>
    (await Promise.all(ids.map((id) => store.get('subject', id)))).flatMap((one) => one ?? []);
  const find = async (values: Parameters<typeof seen.look>[0]['values']) =>
    (await seen.look({ values }, subjects, 'referral')).people;
  const addTo: StoredRecord<'subject'> = foundIn(await store.get('subject', subject));
  const draft = { ...read, rows, withoutNarrative: true } as const;
  const { commit } = passedValue(
    fileReferral(draft, {
      host,
      lists: gatherCodeLists(),
      gates: passedValue(defaultGates('force', 'part3')),
      officer: { regime: 'part3', practice: false },
      addTo,
      found: await find(draftPerson(draft).values),
      meant: subject,
      beside: BESIDE,
    }),
  );
  const asks = (raw: Commit) => doubtedCaptures(raw, { store, find });
  return { store, subject, beside, commit, asks };
}

/** Tells, without the code under test, if a page speaks against the person. */
function speaksAgainst({ held, other, page: { name, born } }: Case): boolean {
  const isBornElse = held.bornOn !== undefined && born.length > 0 && !born.includes(held.bornOn);
  const isKnown = held.bornOn !== undefined && born.includes(held.bornOn);
  const isNamedElse = name !== held.name;
  const isOther = other.bornOn !== undefined && born.includes(other.bornOn) && name === other.name;
  const isHeld = isKnown && name === held.name;
  const isMadeLike =
    other.name === held.name &&
    other.bornOn !== undefined &&
    born.includes(other.bornOn) &&
    !isKnown;
  return isBornElse || isNamedElse || isMadeLike || (isOther && !isHeld);
}

it('A raw commit on a person whom the page speaks against is refused without the answer, and kept with it', async () => {
  await fc.assert(
    fc.asyncProperty(law, async (of) => {
      const { store, subject, commit, asks } = await savedOn(of);
      const { meant = [], ...raw } = commit;
      expect(await asks(raw)).toEqual(speaksAgainst(of) ? [DOUBT] : []);
      expect(meant.length > 0).toBe(speaksAgainst(of));
      expect(await asks(commit)).toEqual([]);
      await store.commit(commit);
      const answered = (await store.audit()).flatMap(({ doubts, records }) =>
        doubts ? [records[0]] : [],
      );
      expect(answered).toEqual(speaksAgainst(of) ? [subject] : []);
    }),
    { numRuns: 60 },
  );
});

it('A raw commit that does not say what was read is refused, whoever it is about', async () => {
  await fc.assert(
    fc.asyncProperty(law, async (of) => {
      const { commit, asks } = await savedOn(of);
      const { read: _, ...raw } = commit;
      expect(await asks(raw)).toEqual([expect.objectContaining({ code: 'capture-not-compared' })]);
    }),
    { numRuns: 20 },
  );
});

it('What is taken counts also if a commit keeps silent about it', async () => {
  await fc.assert(
    fc.asyncProperty(law, async (of) => {
      const taken = { ...of, page: { ...of.page, takesName: true, takesBorn: true } };
      const {
        held,
        page: { born },
      } = taken;
      fc.pre(born.length === 1 && held.bornOn !== undefined && born[0] !== held.bornOn);
      const { subject, commit, asks } = await savedOn(taken);
      const { meant: _, ...raw } = commit;
      expect(await asks({ ...raw, read: [{ subject, values: [] }] })).toEqual([DOUBT]);
    }),
    { numRuns: 20 },
  );
});

it('An answer about another person, or about another doubt, is none', async () => {
  await fc.assert(
    fc.asyncProperty(law, async (of) => {
      fc.pre(speaksAgainst(of));
      const { beside, commit, asks } = await savedOn(of);
      const [answer] = commit.meant ?? [];
      const others = [
        { ...answer, subject: beside },
        { ...answer, names: [], born: [], others: [] },
      ] as NonNullable<Commit['meant']>;
      for (const meant of others.map((each) => [each]))
        expect(await asks({ ...commit, meant })).toEqual([DOUBT]);
    }),
    { numRuns: 20 },
  );
});

it('What a referral says is said again of its own person alone without another reading', async () => {
  await fc.assert(
    fc.asyncProperty(law, async (of) => {
      const { store, subject, beside, asks } = await savedOn(of);
      const { sources } = foundIn(await store.get('subject', subject));
      const refs = Object.values(sources).flat();
      expect(refs.length).toBeGreaterThan(0);
      const referral = buildReferral({ subjectId: subject, suspectedOffences: ['Access'] });
      const said = { 'suspectedOffences[0]': refs };
      await store.commit({
        changes: [{ ...newRecord('referral', referral), sources: said }],
        reason: 'referral',
      });
      const saysAgain = (subjectId: RecordId, referralId?: RecordId) => {
        const offence = buildRecord('offence', { subjectId, referralId });
        return asks({
          changes: [{ ...newRecord('offence', offence), sources: { asRead: refs } }],
          reason: 'case-work',
        });
      };
      expect(await saysAgain(subject, referral.id)).toEqual([]);
      const refused = [expect.objectContaining({ code: 'capture-not-compared' })];
      expect(await saysAgain(subject)).toEqual(refused);
      expect(await saysAgain(beside, referral.id)).toEqual(refused);
    }),
    { numRuns: 20 },
  );
});
