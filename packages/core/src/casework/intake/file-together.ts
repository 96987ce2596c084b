/**
 * File together: referrals of one file as one commit. Only a row of which nothing is asked or left is among them, and
 * only one that is like no other row and nobody on record. Any other is reviewed by itself.
 */
import type { Draft } from '../../capture/draft.js';
import { draftPerson } from '../../match/draft-person.js';
import { wordsOf } from '../../match/fold.js';
import { alikeTogether } from '../../match/together-doubt.js';
import type { ChangeSetIds } from '../../review/index.js';
import { upperFirst } from '../../shared/first-letter.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { Commit } from '../../store/log/revision.js';
import { type FileContext, type FiledReferral, fileReferral } from './file-referral.js';

export interface RowOfFile {
  /** Place in the file: `row 3`. */
  readonly at: string;
  readonly draft: Draft;
  /** Issues of the reader of the file. */
  readonly issues: readonly Issue[];
  /** Number of people on record who may be the person in it; absent: nobody has looked. */
  readonly found?: number;
  /** Set once it was opened as a draft of its own. */
  readonly isOpened?: true;
}

export interface TogetherContext
  extends Pick<
    FileContext,
    'gates' | 'officer' | 'host' | 'lists' | 'held' | 'words' | 'receivedOn'
  > {
  /** Columns that were not read, and that nobody has said to leave out. */
  readonly unread?: readonly string[];
  /** Lets other work run between portions. */
  readonly pause?: () => Promise<void>;
}

export interface JudgedRow {
  readonly at: string;
  /** Reasons against filing it with others, in words. Empty: it may be. */
  readonly why: readonly Issue[];
}

export interface FiledTogether {
  readonly commit: Commit;
  /** Records of each referral, in the order of the file. */
  readonly ids: readonly (ChangeSetIds & { readonly at: string })[];
}

/** Most referrals of one commit. */
export const MOST_TOGETHER = 1000;
const PORTION = 20;
const LEAST_WORDS = 2;

/**
 * Judges each row of the file.
 *
 * @param rows - every row that is not on record, since one is compared with all others
 */
export async function judgeTogether(
  rows: readonly RowOfFile[],
  context: TogetherContext,
): Promise<readonly JudgedRow[]> {
  return (await judged(rows, context)).map(({ at, why }) => ({ at, why }));
}

/**
 * Files the chosen rows as one commit, or none of them: one that may not be filed with others is an issue.
 *
 * @param rows - every row that is not on record, since one is compared with all others
 * @param chosen - places of the rows to file
 */
export async function fileTogether(
  rows: readonly RowOfFile[],
  chosen: ReadonlySet<string>,
  context: TogetherContext,
): Promise<Result<FiledTogether>> {
  if (chosen.size > MOST_TOGETHER) return failed(TOO_MANY);
  const wanted = (await judged(rows, context)).filter(({ at }) => chosen.has(at));
  if (wanted.length === 0 || wanted.length !== chosen.size) return failed(NONE_CHOSEN);
  const wrong = wanted.flatMap(({ at, why }) => why.slice(0, 1).map((issue) => ({ at, issue })));
  if (wrong.length > 0)
    return failed(
      ...wrong.map(
        ({ at, issue }): Issue => ({
          ...issue,
          at,
          severity: 'error',
          message: `${upperFirst(at)}: ${issue.message}`,
        }),
      ),
    );
  const filed = wanted.flatMap(({ at, filed }) => (filed ? [{ at, ...filed }] : []));
  return passed({
    commit: { changes: filed.flatMap(({ commit }) => commit.changes), reason: 'referral' },
    ids: filed.map(({ at, ids }) => ({ at, ...ids })),
  });
}

interface Judged extends JudgedRow {
  readonly filed?: FiledReferral;
}

async function judged(
  rows: readonly RowOfFile[],
  context: TogetherContext,
): Promise<readonly Judged[]> {
  const { pause = async () => undefined, unread = [] } = context;
  const places = new Map(rows.map(({ at, draft }) => [draft.id, at]));
  const people = rows.map(({ draft }) => ({ id: draft.id, values: draftPerson(draft).values }));
  const alike = await alikeTogether(people, pause);
  const found: Judged[] = [];
  for (const [nth, row] of rows.entries()) {
    const [other] = alike.get(row.draft.id) ?? [];
    const why = asked(row, unread, other && places.get(other));
    found.push({ at: row.at, ...(why.length > 0 ? { why } : filedAlone(row, context)) });
    if (nth % PORTION === PORTION - 1) await pause();
  }
  return found;
}

/** A warning of the review would be read beside the draft: nobody reads it here, so it is a reason too. */
function filedAlone({ draft }: RowOfFile, context: TogetherContext): Omit<Judged, 'at'> {
  const { gates, officer, host, lists, held, words, receivedOn } = context;
  const filed = fileReferral(draft, {
    gates,
    officer,
    host,
    lists,
    ...(held ? { held } : {}),
    ...(words ? { words } : {}),
    ...(receivedOn === undefined ? {} : { receivedOn }),
  });
  return filed.ok && filed.issues.length === 0
    ? { why: [], filed: filed.value }
    : { why: filed.issues };
}

/** Everything that is asked or left of a row, without a look at what its review would say. */
function asked(
  { draft, issues, found, isOpened }: RowOfFile,
  unread: readonly string[],
  other: string | undefined,
): readonly Issue[] {
  const said = new Set(issues.map(({ message }) => message));
  const read = draft.rows.flatMap(({ label, issues: own }) =>
    own.filter(({ message }) => !said.has(message)).map((issue) => ({ ...issue, at: label })),
  );
  // A row with an issue says in it what to decide.
  const left = draft.rows.filter(
    ({ decision, issues: own }) => decision.kind !== 'take' && own.length === 0,
  );
  const isWorkedOn =
    isOpened === true ||
    draft.enquiry !== undefined ||
    draft.origins.some(({ way }) => way !== 'file') ||
    draft.rows.some(({ decidedBy }) => decidedBy !== undefined);
  return [
    ...issues,
    ...read,
    ...(left.length > 0 ? [leftIssue(left.map(({ label }) => label))] : []),
    ...(isWorkedOn ? [WORKED_ON] : []),
    ...(isNamed(draft) ? [] : [UNNAMED]),
    ...(unread.length > 0 ? [unreadIssue(unread)] : []),
    ...(other === undefined ? [] : [alikeIssue(other)]),
    ...(found === undefined ? [NOT_COMPARED] : found > 0 ? [seenIssue(found)] : []),
  ];
}

/** True for a name of two words or more: one alone tells too few people apart. */
function isNamed(draft: Draft): boolean {
  const name = draftPerson(draft).values.find(({ kind }) => kind === 'name');
  return wordsOf(name?.text ?? '').length >= LEAST_WORDS;
}

function leftIssue(labels: readonly string[]): Issue {
  return {
    code: 'row-left',
    severity: 'error',
    message: `You have to decide about ${quoted(labels)}`,
  };
}

function unreadIssue(headings: readonly string[]): Issue {
  return {
    code: 'column-unread',
    severity: 'error',
    message: `Not read: ${quoted(headings)}. Say under Columns what each holds, or leave it out`,
  };
}

function alikeIssue(other: string): Issue {
  return {
    code: 'row-alike',
    severity: 'error',
    message: `May be the same person as ${other}`,
  };
}

function seenIssue(count: number): Issue {
  return {
    code: 'row-seen',
    severity: 'error',
    message:
      count === 1
        ? '1 person on record may be the same'
        : `${count} people on record may be the same`,
  };
}

/** Most labels named in one sentence. */
const MOST_LABELS = 3;

function quoted(labels: readonly string[]): string {
  const each = [...new Set(labels)];
  const more = each.length - MOST_LABELS;
  const named = each.slice(0, MOST_LABELS).map((label) => `“${label}”`);
  const last = more > 0 ? `${more} more` : (named.pop() ?? '');
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`;
}

const UNNAMED: Issue = {
  code: 'row-unnamed',
  severity: 'error',
  message: 'No full name',
};

const WORKED_ON: Issue = {
  code: 'row-worked-on',
  severity: 'error',
  message: 'Opened already: finish its review',
};

const NOT_COMPARED: Issue = {
  code: 'row-not-compared',
  severity: 'error',
  message: 'Not compared with the people on record yet',
};

const NONE_CHOSEN: Issue = {
  code: 'rows-not-chosen',
  severity: 'error',
  message: 'Select at least one referral of the file',
};

const TOO_MANY: Issue = {
  code: 'rows-too-many',
  severity: 'error',
  message: 'Select at most 1,000 referrals: file the others afterwards',
};
