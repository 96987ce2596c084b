/**
 * A visit or a session with several subjects, from one form: a contact for each, the arranged session, the contact with
 * the school and its gateway, a graded note. Each subject's record says nothing about the others. All of it is one
 * save.
 */
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { type Together, type TogetherCommit, together } from '../act/together.js';
import { logAgencyContact } from './agency-contact.js';
import { keepNote, type NoteContext, type NoteInput } from './keep-note.js';
import { logIntervention } from './log-intervention.js';
import { noteAttendance } from './session.js';

/** Fields with the same value for everybody who was there. */
export const SHARED_FIELDS = [
  'kind',
  'heldOn',
  'mode',
  'minutes',
  'place',
  'officers',
  'material',
  'followUpDueOn',
] as const satisfies readonly (keyof Input<'intervention'>)[];

/** Fields with a separate value for each subject. */
export const OWN_FIELDS = [
  'outcome',
  'present',
  'appropriateAdult',
  'admission',
  'response',
  'note',
  'nextAction',
] as const satisfies readonly (keyof Input<'intervention'>)[];

/** Fields asked about the contact with the school; its day and its means are those of the visit. */
export const SCHOOL_FIELDS = [
  'who',
  'about',
  'gateway',
  'gatewayNote',
  'shared',
] as const satisfies readonly (keyof Input<'agencyContact'>)[];

export interface TogetherOne {
  readonly subject: StoredRecord<'subject'>;
  readonly own: Pick<Input<'intervention'>, (typeof OWN_FIELDS)[number]>;
  /** The arranged session that this was. */
  readonly session?: StoredRecord<'session'> | undefined;
  /** The subject as issues name them, where the name alone is also another’s. */
  readonly called?: string | undefined;
}

export interface TogetherInput {
  readonly shared: Pick<Input<'intervention'>, (typeof SHARED_FIELDS)[number]>;
  readonly each: readonly TogetherOne[];
  /** It is stored in each subject's record, so it names nobody. */
  readonly school?: Pick<Input<'agencyContact'>, (typeof SCHOOL_FIELDS)[number]> | undefined;
  /** About one of them or about nobody. */
  readonly note?: { readonly input: NoteInput; readonly context: NoteContext } | undefined;
}

/**
 * Logs the visit. Issues are placed at `shared.field`, `each.N.field`, `school.field` or `note.field`. A fault in the
 * shared part is reported once.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that a record draws from was not handed over
 */
export function logTogether(
  { shared, each, school, note }: TogetherInput,
  context: CaseContext,
): Result<TogetherCommit> {
  const parts: Part[] = each.flatMap(({ subject, own, session, called }, nth): Part[] => {
    const of = called ?? subject.value.name;
    const at = `each.${nth}`;
    const act = logIntervention(
      { ...own, ...shared, subjectId: subject.id },
      { ...context, subject },
    );
    const held = session && attended(session, act, context);
    return [{ of, at, act }, ...(held ? [{ of, at, act: held }] : [])];
  });
  if (school)
    for (const { subject } of each)
      parts.push({
        of: 'School',
        at: 'school',
        act: logAgencyContact(
          { ...school, agency: 'education', contactOn: shared.heldOn, means: shared.mode },
          { ...context, subject, records: [] },
        ),
      });
  if (note) parts.push({ of: 'Note', at: 'note', act: keepNote(note.input, note.context) });
  const made = together(
    parts.map(({ of, act }): Together => ({ of, act })),
    'case-work',
  );
  const issues = placed(parts, made.issues);
  return made.ok ? passed(made.value, issues) : failed(...issues);
}

interface Part extends Together {
  readonly at: string;
}

/** Notes the attendance of the session. Skipped if the contact was not logged: the contact's own issues are enough. */
function attended(
  session: StoredRecord<'session'>,
  act: Result<CaseCommit>,
  context: CaseContext,
): Result<CaseCommit> | undefined {
  if (!act.ok) return undefined;
  const interventionId: RecordId = act.value.id;
  return noteAttendance(session, { attendance: 'attended', interventionId }, context);
}

const SHARED: ReadonlySet<string> = new Set(SHARED_FIELDS);

/** Fields of the contact with the school that come from the visit. */
const OF_THE_VISIT: ReadonlySet<string> = new Set(['contactOn', 'means']);

/**
 * Converts `acts.N.field` to its place in the form. Several acts that report the same fault at one place give one
 * issue.
 */
function placed(parts: readonly Part[], issues: readonly Issue[]): readonly Issue[] {
  const seen = new Set<string>();
  return issues.flatMap((issue): Issue[] => {
    const [, nth, ...field] = (issue.at ?? '').split('.');
    const part = parts[Number(nth)];
    if (!part) return [issue];
    const name = field[0] ?? '';
    // Each contact already reports it, and the form asks for it once.
    if (part.at === 'school' && OF_THE_VISIT.has(name)) return [];
    const isShared = part.at.startsWith('each') && SHARED.has(name);
    const at = [isShared ? 'shared' : part.at, ...field].join('.');
    const message = isShared || part.at === 'school' ? said(issue, part) : issue.message;
    const key = `${at} ${message}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ ...issue, at, message }];
  });
}

/** Removes the name of the subject from the message. */
function said({ message }: Issue, { of }: Part): string {
  return message.slice(of.length + 2);
}
