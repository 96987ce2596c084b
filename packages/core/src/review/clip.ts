/** A clip: rows of a draft taken as text, for a note rather than for a referral. */
import type { Draft, DraftRow } from '../capture/draft.js';
import type { SourceRef } from '../record/provenance.js';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import type { Change } from '../store/revision.js';
import { captureFacts } from './capture-facts.js';
import { atRow, isSpecial, POLICY_DOCUMENT_MISSING, sourceOf } from './decided.js';
import { HOST_NEVER } from './gates.js';
import { mayTakeSpecial, type ReviewContext } from './review.js';
import { veilOf } from './veil.js';

export interface Clip {
  /** What the rows say, a blank line between. */
  readonly text: string;
  readonly sources: readonly SourceRef[];
  /** The source captures to keep beside the note; none where they are held already. */
  readonly captures: readonly Change<'sourceCapture'>[];
}

/**
 * Takes the named rows as text. Naming a row takes it, since prose starts as *leave*; a masked one is refused, and
 * nothing is said of the draft's other rows.
 */
export function clip(
  draft: Draft,
  ids: readonly string[],
  context: Pick<ReviewContext, 'gates' | 'officer' | 'held'>,
): Result<Clip> {
  const rows = draft.rows.filter(({ id }) => ids.includes(id)).map(taken);
  const issues = rows.flatMap((row) => refusals(row, draft, mayTakeSpecial(context.officer)));
  if (rows.length === 0) issues.push(NOTHING_CLIPPED);
  const clipped: Draft = { ...draft, rows };
  // What else stands in the draft is as good as left here: its values must not come back in a title.
  const others = draft.rows.filter(({ id }) => !ids.includes(id));
  const veil = veilOf({
    ...draft,
    rows: [...rows, ...others.map((row): DraftRow => ({ ...row, decision: { kind: 'leave' } }))],
  });
  const captures = captureFacts(clipped, context.gates, context.held?.captures ?? [], veil, issues);
  if (issues.length > 0) return failed(...issues);
  return passed({
    text: rows.map((row) => textOf(row)).join('\n\n'),
    sources: rows.map((row) => sourceOf(row, veil)),
    captures,
  });
}

/** The row as it stood at its own place: where else the value stood is not part of the clip. */
function taken({ alsoAt: _, ...row }: DraftRow): DraftRow {
  return row.decision.kind === 'leave' ? { ...row, decision: { kind: 'take' } } : row;
}

/** Prose is kept letter for letter; a correction is the officer's. */
function textOf({ decision, raw }: DraftRow): string {
  return decision.kind === 'take-corrected' ? decision.value : raw;
}

function refusals(row: DraftRow, draft: Draft, special: boolean): readonly Issue[] {
  const at = atRow(row);
  const origin = draft.origins.find(({ id }) => id === row.origin);
  if (origin?.hostClass === 'never') return [HOST_NEVER];
  if (row.decision.kind === 'mask') return [{ ...MASKED, at }];
  if (isSpecial(row) && !special) return [{ ...POLICY_DOCUMENT_MISSING, at }];
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
