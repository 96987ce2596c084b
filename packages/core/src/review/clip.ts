/** A clip: rows of a draft taken as text, for a note and not for a referral. */

import type { Draft, DraftRow } from '../capture/draft.js';
import { isOfAnother } from '../capture/name/choose-person.js';
import type { SourceRef } from '../record/provenance.js';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import type { Change } from '../store/log/revision.js';
import { captureFacts } from './capture-facts.js';
import { OF_ANOTHER, sourceOf } from './decided.js';
import { HOST_NEVER } from './gates.js';
import { asksAuthority, authorityIssue } from './open-source.js';
import { conditionNeeds, standingConditions } from './processing-conditions.js';
import type { ReviewContext } from './review.js';
import { atRow, isSpecial, mayTakeSpecial, POLICY_DOCUMENT_MISSING } from './row-words.js';
import { wordsIssues } from './sensitive-words.js';
import { veilOf } from './veil.js';
import { saysSpecial } from './words-answer.js';

export interface Clip {
  /** The text of the rows, separated by blank lines. */
  readonly text: string;
  readonly sources: readonly SourceRef[];
  /** The source captures to store with the note; empty if they are already stored. */
  readonly captures: readonly Change<'sourceCapture'>[];
}

/**
 * Takes the named rows as text. Naming a row takes it, since prose starts as *leave*; a masked one is refused. The
 * draft's other rows are not mentioned.
 */
export function clip(
  draft: Draft,
  ids: readonly string[],
  context: Pick<
    ReviewContext,
    'gates' | 'officer' | 'held' | 'snapshots' | 'addTo' | 'host' | 'words'
  >,
): Result<Clip> {
  const clipped = clippedDraft(draft, ids);
  const { rows } = clipped;
  const mayTake = mayTakeSpecial(context.officer);
  const issues = rows.flatMap((row) => refusals(row, draft, mayTake));
  if (rows.length === 0) issues.push(NOTHING_CLIPPED);
  // Treats the rest of the draft as left: its values must not come back in a title.
  const others = draft.rows.filter(({ id }) => !ids.includes(id));
  const veil = veilOf({
    ...draft,
    rows: [...rows, ...others.map((row): DraftRow => ({ ...row, decision: { kind: 'leave' } }))],
  });
  const needs = mayTake ? conditionNeeds(clipped, context.gates, context.addTo?.value) : [];
  const origins = rows.map(({ origin }) => origin);
  const unanswered = asksAuthority(draft, origins) && authorityIssue(draft.authority);
  if (unanswered) issues.push(unanswered);
  issues.push(...wordsIssues(clipped, context.words));
  const captures = captureFacts(
    clipped,
    {
      gates: context.gates,
      held: context.held?.captures ?? [],
      snapshots: context.snapshots ?? new Map(),
      standing: standingConditions(draft, needs, context.host.clock.today(), issues),
    },
    veil,
    issues,
  );
  if (issues.length > 0) return failed(...issues);
  return passed({
    text: rows.map((row) => textOf(row)).join('\n\n'),
    sources: rows.map((row) => sourceOf(row, veil)),
    captures,
  });
}

/** The draft with only the named rows, each taken. */
export function clippedDraft(draft: Draft, ids: readonly string[]): Draft {
  return { ...draft, rows: draft.rows.filter(({ id }) => ids.includes(id)).map(taken) };
}

/** The row at its own place: the other places of the value are not part of the clip. */
function taken({ alsoAt: _, ...row }: DraftRow): DraftRow {
  return row.decision.kind === 'leave' ? { ...row, decision: { kind: 'take' } } : row;
}

/** Keeps prose letter for letter; a correction is the officer's own text. */
function textOf({ decision, raw }: DraftRow): string {
  return decision.kind === 'take-corrected' ? decision.value : raw;
}

function refusals(row: DraftRow, draft: Draft, special: boolean): readonly Issue[] {
  const at = atRow(row);
  const origin = draft.origins.find(({ id }) => id === row.origin);
  if (origin?.hostClass === 'never') return [HOST_NEVER];
  if (row.decision.kind === 'mask') return [{ ...MASKED, at }];
  if (isOfAnother(draft, row)) return [{ ...OF_ANOTHER, at }];
  if ((isSpecial(row) || saysSpecial(draft, row.path)) && !special)
    return [{ ...POLICY_DOCUMENT_MISSING, at }];
  return [];
}

const MASKED: Issue = {
  code: 'masked',
  severity: 'error',
  message: 'This value is masked, so it is not kept. Take it first, or choose another.',
};

const NOTHING_CLIPPED: Issue = {
  code: 'nothing-taken',
  severity: 'error',
  message: 'Choose what the note is kept from, or enter the intelligence',
  at: 'text',
};
