/** Join words to an organisation, several places in one act if each was ticked, and undo what was joined in one act. */
import { aboutOfLink, isWorded, type WordedKind } from '../../record/about-link.js';
import type { RecordOf } from '../../record/kind.js';
import { failed, type Issue, isError, passed, type Result } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import type { CaseCommit, CaseContext } from '../act/context.js';
import { entryOf, makes, sets, unless } from '../act/entry.js';
import { issueOf } from '../act/issue-of.js';
import { linkState } from './link-state.js';
import { aboutFields, wordPlaces } from './word-place.js';

/** Why the officer joins, where no likeness is a reason: a code of `organisation-join-reason`. */
export const CHOSEN = 'chosen';
export const MADE_FROM_WORDS = 'made-from-words';

/** One place that the officer ticked. */
export interface TickedPlace {
  /** The record as it is held. */
  readonly record: StoredRecord;
  readonly path: string;
  /** The words as the officer read them: if they are others by now, nothing is joined. */
  readonly words: string;
  /** Codes of `organisation-join-reason`; that the officer chose it is added. */
  readonly reasons: readonly string[];
}

export interface JoinContext extends CaseContext {
  /** Links that are held of those records. */
  readonly links: readonly StoredRecord<'organisationLink'>[];
}

/** Joins every ticked place to the organisation, in one act. */
export function joinWords(
  organisation: StoredRecord<'organisation'> | undefined,
  ticked: readonly TickedPlace[],
  { links, ...context }: JoinContext,
): Result<CaseCommit> {
  if (!organisation) return failed(ORGANISATION_GONE);
  if (ticked.length === 0) return failed(NOTHING_TICKED);
  const issues = ticked.flatMap(({ record, path, words }): readonly Issue[] => {
    if (!wordPlaces(record).some((place) => place.path === path && place.words === words))
      return [WORDS_CHANGED];
    return links.some((link) => isAt(link, record.id, path) && linkState(link, record) === 'stands')
      ? [JOINED_ALREADY]
      : [];
  });
  if (issues.length > 0) return failed(...issues);
  const made = linksTo(organisation.id, ticked, context);
  if (!made.ok) return made;
  const [first] = made.value;
  return unless([], () => ({
    commit: { changes: made.value, reason: 'case-work' },
    id: first?.record ?? organisation.id,
  }));
}

/**
 * Adds to a save the joins that the officer chose while typing: each word place of the saved records that still has the
 * words of the chosen organisation. Words that were changed afterwards are joined to nothing.
 *
 * @param chosen - the organisation chosen for the words, as the form filled them in
 * @param held - the records that the save changes, as they are held; a new one is not among them
 * @param links - links that are held of those records
 */
export function withChosen(
  saved: Result<CaseCommit>,
  chosen: ReadonlyMap<string, RecordId>,
  held: readonly StoredRecord[],
  { links, ...context }: JoinContext,
): Result<CaseCommit> {
  if (!saved.ok || chosen.size === 0) return saved;
  const { commit, id } = saved.value;
  const ticked = commit.changes.flatMap(({ kind, record, set, withdraw }) => {
    if (!isWorded(kind) || withdraw) return [];
    const before = held.find((each) => each.id === record);
    const value = { ...before?.value, ...set } as RecordOf<WordedKind>;
    const after = { kind, id: record, value } as StoredRecord;
    return wordPlaces(after).flatMap(({ path, words }) => {
      const organisation = chosen.get(words);
      const isJoined = links.some(
        (link) => isAt(link, record, path) && linkState(link, after) === 'stands',
      );
      return organisation === undefined || isJoined
        ? []
        : [{ organisation, place: { record: after, path, words, reasons: [] } }];
    });
  });
  const actId = context.host.random.id();
  const changes: Change[] = [];
  for (const { organisation, place } of ticked) {
    const made = linksTo(organisation, [place], context, actId);
    if (!made.ok) return made;
    changes.push(...made.value);
  }
  return passed(
    { commit: { ...commit, changes: [...commit.changes, ...changes] }, id },
    saved.issues,
  );
}

/** The links of one act. */
export function linksTo(
  organisationId: RecordId,
  ticked: readonly TickedPlace[],
  context: CaseContext,
  actId: RecordId = context.host.random.id(),
): Result<readonly Change<'organisationLink'>[]> {
  const joinedOn = context.host.clock.today();
  const made = ticked.map(({ record, path, words, reasons }) =>
    entryOf(
      'organisationLink',
      {
        organisationId,
        ...aboutFields(record as StoredRecord<WordedKind>),
        path: path as RecordOf<'organisationLink'>['path'],
        words: words as RecordOf<'organisationLink'>['words'],
        reasons: [...new Set([...reasons, ...(reasons.includes(MADE_FROM_WORDS) ? [] : [CHOSEN])])],
        joinedOn,
        actId,
      } as never,
      context,
    ),
  );
  const issues = made.flatMap((each) => each.issues);
  if (issues.some(isError)) return failed(...issues);
  return passed(made.flatMap((each) => (each.ok ? [makes('organisationLink', each.value)] : [])));
}

/** Undoes everything that was joined in the act of the link, as one, with the reason. The links stay on record. */
export function undoJoin(
  link: StoredRecord<'organisationLink'>,
  why: string | undefined,
  { links, host }: JoinContext,
): Result<CaseCommit> {
  const standing = links.filter(
    ({ value }) => value.actId === link.value.actId && value.undoneOn === undefined,
  );
  if (standing.length === 0) return failed(UNDONE_ALREADY);
  if (!why?.trim()) return failed(UNDONE_WHY);
  const set = { undoneOn: host.clock.today(), undoneWhy: why.trim() };
  return passed({
    commit: {
      changes: standing.map((each) => sets(each, set as Change<'organisationLink'>['set'])),
      reason: 'correction',
    },
    id: link.id,
  });
}

function isAt(
  { value }: StoredRecord<'organisationLink'>,
  record: RecordId,
  path: string,
): boolean {
  return value.path === path && aboutOfLink(value)?.id === record;
}

export const ORGANISATION_GONE = issueOf(
  'organisation-gone',
  'organisationId',
  'This organisation is no longer held. Choose another, or make a new one.',
);
const NOTHING_TICKED = issueOf(
  'missing',
  'places',
  'Select the places that mean this organisation',
);
const WORDS_CHANGED = issueOf(
  'words-changed',
  'places',
  'Some of these words have changed since you read them, so nothing was joined. Look at them again.',
);
export const JOINED_ALREADY = issueOf(
  'words-joined',
  'places',
  'These words are joined to an organisation already. Undo that first.',
);
const UNDONE_ALREADY = issueOf('join-undone', 'undoneWhy', 'This was undone already.');
const UNDONE_WHY = issueOf('missing', 'undoneWhy', 'Enter why the join is undone');
