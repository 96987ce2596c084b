/**
 * The law of people who are put on record together: none may be the same person as another of them, or as somebody on
 * record. Nobody is asked about each of many, so that none who needs to be asked about is among them.
 */
import type { Issue } from '../shared/issue.js';
import type { RecordId } from '../shared/primitives.js';
import type { Change, Commit } from '../store/log/revision.js';
import { isCommit } from '../store/prepare.js';
import type { DoubtSource } from './capture-doubt.js';
import { comparedPerson } from './compared-person.js';
import { wordsOf } from './fold.js';
import { matchIndex } from './match-index.js';
import type { HeldPerson } from './person.js';
import { setValues } from './taken-values.js';

/** People between two pauses: few, since one with common words is compared with many. */
const PORTION = 10;
const NO_PAUSE = async (): Promise<void> => undefined;

/**
 * Finds those who may be the same person as another of these: anybody that a search on record would ask about,
 * whichever of the two it starts from, and anybody with the same words in their name, or with the same reference, name
 * online or email address, whatever else differs: each of those is one person's as a rule. A telephone is often a
 * family's.
 *
 * @param pause - lets other work run between portions
 * @returns the others for each person who has any, in the order given
 */
export async function alikeTogether(
  people: readonly HeldPerson[],
  pause = NO_PAUSE,
): Promise<ReadonlyMap<RecordId, readonly RecordId[]>> {
  const index = matchIndex();
  const firsts = new Map<string, RecordId>();
  const alike = new Map<RecordId, Set<RecordId>>();
  const note = (one: RecordId, other: RecordId): void => {
    alike.set(one, (alike.get(one) ?? new Set()).add(other));
  };
  const pair = (one: RecordId, other: RecordId): void => {
    if (one === other) return;
    note(one, other);
    note(other, one);
  };
  for (const [nth, person] of people.entries()) {
    index.put(person);
    for (const key of [...namesOf(person), ...ownOf(person)]) {
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, person.id);
      else pair(first, person.id);
    }
    if (nth % PORTION === PORTION - 1) await pause();
  }
  for (const [nth, person] of people.entries()) {
    const found = index.search(person, { without: person.id }).candidates;
    for (const { person: other } of found) pair(person.id, other);
    if (nth % PORTION === PORTION - 1) await pause();
  }
  const order = new Map(people.map(({ id }, nth) => [id, nth]));
  const placeOf = (id: RecordId): number => order.get(id) ?? 0;
  return new Map(
    [...alike].map(([id, others]) => [
      id,
      [...others].toSorted((one, other) => placeOf(one) - placeOf(other)),
    ]),
  );
}

/** The words of each name, in whatever order they are written. */
function namesOf({ values }: HeldPerson): ReadonlySet<string> {
  return new Set(
    values
      .filter(({ kind }) => kind === 'name')
      .map(({ text }) => wordsOf(text).toSorted().join(' '))
      .filter((words) => words !== '')
      .map((words) => `name ${words}`),
  );
}

/** Values that are one person's as a rule, by kind and in the form that is compared. */
function ownOf(person: HeldPerson): readonly string[] {
  const { references, handles, emails } = comparedPerson(person);
  return [
    ...references.map(({ key }) => `reference ${key}`),
    ...handles.map(({ handle }) => `handle ${handle.key}`),
    ...emails.map(({ key }) => `email ${key}`),
  ];
}

/**
 * An issue for a commit of referrals that puts several people on record of whom two may be the same, or one may be
 * somebody on record. Names nobody, so no look is logged.
 */
export async function togetherIssues(
  commit: Commit,
  { find }: Pick<DoubtSource, 'find'>,
): Promise<readonly Issue[]> {
  // Referrals are what puts people on record together; another commit of several is no file.
  if (!isCommit(commit) || commit.reason !== 'referral') return [];
  const made = commit.changes.filter(
    ({ kind, parents, withdraw }) => kind === 'subject' && parents.length === 0 && !withdraw,
  );
  if (made.length < 2) return [];
  const own = new Map<RecordId, Change[]>(made.map(({ record }) => [record, []]));
  for (const change of commit.changes) own.get(subjectOf(change))?.push(change);
  const people = [...own].map(([id, changes]) => ({ id, values: setValues(changes) }));
  if ((await alikeTogether(people)).size > 0) return [ALIKE];
  for (const { values } of people) if ((await find(values)).length > 0) return [SEEN];
  return [];
}

function subjectOf({ kind, record, set }: Change): RecordId {
  return kind === 'subject' ? record : (Reflect.get(set, 'subjectId') as RecordId);
}

const ALIKE: Issue = {
  code: 'together-alike',
  severity: 'error',
  message: 'Two of these referrals may be about the same person. Review them one at a time.',
};

const SEEN: Issue = {
  code: 'together-seen',
  severity: 'error',
  message:
    'Somebody on record may be one of these people. Nothing was saved. Go back to the file, and review that person by themselves.',
};
