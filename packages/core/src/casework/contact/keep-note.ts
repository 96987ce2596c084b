/**
 * Keep an intelligence note: a graded clip from a page, or text that the officer types. It is about a subject or about
 * nobody. Correct one that was written or graded wrongly.
 */
import type { Draft } from '../../capture/draft.js';
import { answerOf, doubtIssues, type PersonCheck } from '../../match/person-doubt.js';
import type { RecordOf } from '../../record/kind.js';
import type { SourceRef } from '../../record/provenance.js';
import { answersNotInForce } from '../../review/answers-in-force.js';
import { clip, type ReviewContext } from '../../review/index.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { correctionOf } from '../act/correct.js';
import { entryOf, futureIssues, makes, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

/** The officer's input for the note; the gates come with the context. */
export type NoteInput = Omit<Input<'intelligenceNote'>, keyof ReviewContext['gates']> & {
  /** The rows of a draft that the note is taken from, by id. Naming a row takes it, unless it is masked. */
  readonly from?: { readonly draft: Draft; readonly rows: readonly string[] } | undefined;
};

export interface NoteContext
  extends CaseContext,
    PersonCheck,
    Pick<ReviewContext, 'gates' | 'officer' | 'held' | 'snapshots'> {
  /** The stored subject of the note; absent for a note about nobody. */
  readonly subject?: StoredRecord<'subject'> | undefined;
  /** The draft that the note is written under, also if no row of it is taken. */
  readonly under?: Draft | undefined;
}

/**
 * Makes the note and, from a page, its source capture. A note without its own text uses the text of the rows.
 * Refuses a note about a person while what the draft says may be about somebody else, unless they are `meant`.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that a note draws from was not handed over
 */
export function keepNote(input: NoteInput, context: NoteContext): Result<CaseCommit> {
  const { from, ...typed } = input;
  const stale = from ? answersNotInForce(from.draft, context) : [];
  if (stale.length > 0) return failed(...stale);
  const read = from?.draft ?? context.under;
  const doubts = read ? doubtIssues(read, context.subject, context) : [];
  if (doubts.length > 0) return failed(...doubts);
  const on = context.subject ? { addTo: context.subject } : {};
  const clipped = from && clip(from.draft, from.rows, { ...context, ...on });
  if (clipped && !clipped.ok) return clipped;
  const taken = clipped?.value;
  const text = typed.text || taken?.text;
  const checked = entryOf('intelligenceNote', { ...typed, text, ...context.gates }, context);
  if (!checked.ok) return checked;
  const { value } = checked;
  if (value.subjectId !== undefined && value.subjectId !== context.subject?.id)
    return failed(SUBJECT_UNKNOWN);

  const issues = noteIssues(value, context);
  const note = makes('intelligenceNote', value);
  const isVerbatim = value.text === taken?.text;
  const { subject, found } = context;
  const answer = read && subject ? answerOf(read, subject, found) : {};
  return unless(issues, () => ({
    commit: {
      changes: [
        ...(taken?.captures ?? []),
        taken
          ? { ...note, sources: { text: taken.sources.map((ref) => asKept(ref, isVerbatim)) } }
          : note,
      ],
      reason: 'intelligence',
      ...answer,
    },
    id: value.id,
  }));
}

/** Fields of a note that are corrected; the person it is about, and why it is kept, are not among them. */
export const CORRECTED_OF_NOTE = [
  'text',
  'statement',
  'intelligenceOn',
  'grade',
  'marking',
] as const satisfies readonly (keyof RecordOf<'intelligenceNote'>)[];

/** Corrects a note that was written or graded wrongly. What it said before stays in the history. */
export function correctNote(
  held: StoredRecord<'intelligenceNote'>,
  input: Partial<Pick<Input<'intelligenceNote'>, (typeof CORRECTED_OF_NOTE)[number]>>,
  context: CaseContext,
): Result<CaseCommit> {
  // A field that the form leaves empty is emptied.
  const asked: readonly string[] = CORRECTED_OF_NOTE;
  const rest = Object.entries(held.value).filter(([name]) => !asked.includes(name));
  const next = { ...Object.fromEntries(rest), ...input } as Input<'intelligenceNote'>;
  const checked = entryOf('intelligenceNote', next, context);
  if (!checked.ok) return checked;
  return correctionOf(held, checked.value, CORRECTED_OF_NOTE, noteIssues(checked.value, context));
}

function noteIssues(
  { intelligenceOn, grade }: RecordOf<'intelligenceNote'>,
  context: CaseContext,
): readonly Issue[] {
  return [
    ...(intelligenceOn === undefined
      ? []
      : futureIssues('Date of the intelligence', intelligenceOn, 'intelligenceOn', context)),
    ...(grade.intelligenceAssessment === 'E' ? [SAY_WHY] : []),
  ];
}

/** Marks the source of an edited text, which differs from the page. */
function asKept(source: SourceRef, isVerbatim: boolean): SourceRef {
  return isVerbatim ? source : { ...source, decision: 'take-corrected' };
}

const SAY_WHY: Issue = {
  code: 'say-why',
  severity: 'warning',
  message: 'Say why in the note: it is graded as suspected to be false',
  at: 'text',
};
