/**
 * Takes several rows of a draft in one act: only those that the law lets start as taken, and of a text that the officer
 * pasted those that start as left for no reason but that they stood in a sentence. Anything doubtful, sensitive or about
 * somebody else is decided one by one.
 */
import type { Instant } from '../../shared/primitives.js';
import type { Draft, DraftRow } from '../draft.js';
import { isOfAnother } from '../name/choose-person.js';
import { isSingle } from './collapse-rows.js';
import { decided } from './decide.js';
import { readRow } from './draft-row.js';
import { isFileDoubt } from './file-doubt.js';
import { isInFuture } from './future-date.js';
import { OF_SEVERAL } from './of-several.js';
import { TAKE } from './plain-decision.js';
import { SCHOOL_OF_REFERRER } from './school-of-referrer.js';
import { isProfessional, type StartReason, startReason, startsTaken } from './start-decision.js';

/** The reason for which a row starts as taken or left, as the draft is now. */
export function whyStarted({ rows }: Pick<Draft, 'rows'>, row: DraftRow): StartReason {
  return reasonOf(row, isProfessional(rows));
}

function reasonOf(row: DraftRow, isAtWork: boolean): StartReason {
  const { path, raw, label, namedBy, issues } = row;
  return startReason(row, {
    // As where an officer names a row: naming it is a judgement of who the referrer is.
    professional: namedBy === 'officer' || isAtWork,
    unread:
      issues.some(({ code }) => code === 'found-by-place') ||
      isInFuture(issues) ||
      isFileDoubt(issues) ||
      (row.value === raw && readRow(path, raw, { label }).unread),
  });
}

/**
 * The rows among these that may be taken together, by their ids: left so far, with a day and a person that are beyond
 * doubt, in the words of the text, and no second value for a fact that has one.
 */
export function mayTakeTogether(draft: Draft, ids: readonly string[]): readonly string[] {
  const wanted = new Set(ids);
  const taken = new Set(draft.rows.filter(isTaken).map(({ path }) => path));
  const isAtWork = isProfessional(draft.rows);
  return draft.rows.flatMap((row) => {
    const isFree =
      wanted.has(row.id) &&
      row.decision.kind === 'leave' &&
      row.path !== undefined &&
      row.either === undefined &&
      !isOfAnother(draft, row) &&
      !(isSingle(row) && (taken.has(row.path) || has(row, 'several-values'))) &&
      !has(row, SCHOOL_OF_REFERRER) &&
      !has(row, OF_SEVERAL) &&
      startsTaken(reasonOf(isPasted(draft, row) ? { ...row, freeText: false } : row, isAtWork));
    if (!isFree) return [];
    taken.add(row.path);
    return [row.id];
  });
}

/** The draft with those rows taken; all others stay as they are. */
export function takeTogether(draft: Draft, ids: readonly string[], now?: Instant): Draft {
  const taken = new Set(mayTakeTogether(draft, ids));
  if (taken.size === 0) return draft;
  return {
    ...draft,
    ...(now === undefined ? {} : { updatedAt: now }),
    rows: draft.rows.map((row) => (taken.has(row.id) ? decided(row, TAKE) : row)),
  };
}

/** True for a value of a text that the officer pasted: the words before and after it are the officer's own choice. */
function isPasted({ origins }: Draft, { origin }: DraftRow): boolean {
  return origins.some(({ id, way }) => id === origin && way === 'paste');
}

function has({ issues }: DraftRow, said: string): boolean {
  return issues.some(({ code }) => code === said);
}

function isTaken({ decision }: DraftRow): boolean {
  return decision.kind === 'take' || decision.kind === 'take-corrected';
}
