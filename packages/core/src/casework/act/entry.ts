/** Turns a form into a record, checked against its kind and the code lists of its day. */
import { type CodeLists, codeInForce } from '../../codes/code-list.js';
import { calledOf } from '../../record/ask-for.js';
import { earliestBirth } from '../../record/births.js';
import { checkRecord } from '../../record/check.js';
import { comeIssues, dayIssues, unbornIssues } from '../../record/day-rule.js';
import type { FieldDescription } from '../../record/field.js';
import { fieldsOf, type RecordKind, type RecordOf } from '../../record/kind.js';
import { writtenDate } from '../../shared/dates.js';
import { PreventError } from '../../shared/errors.js';
import { failed, type Issue, isError, passed, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import { farIssues } from '../rules/due-horizon.js';
import type { CaseContext, Input } from './context.js';

interface EntryContext extends CaseContext {
  /** The person that the record is about, where the act has them: nothing happened to them before they were born. */
  readonly subject?: StoredRecord<'subject'> | undefined;
}

/**
 * Returns the record, with its codes in force on the given day, or an issue for each field that is wrong: also for a day
 * still to come, so that a form shows all its wrong dates at once. A day that is set too far ahead is refused, and one
 * before the person was born.
 *
 * @param before - the values of the record that this changes: their days are not judged again
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that the kind draws from was not handed over
 */
export function entryOf<K extends RecordKind>(
  kind: K,
  input: Input<K>,
  { host, lists, subject }: EntryContext,
  on: PlainDate = host.clock.today(),
  before?: RecordOf<K>,
): Result<RecordOf<K>> {
  const filled = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined && value !== ''),
  );
  const fields = fieldsOf(kind);
  const checked = checkRecord(kind, { ...filled, id: host.random.id() });
  const today = host.clock.today();
  const issues = [
    ...(checked.ok ? codeIssues(fields, checked.value, lists, on) : checked.issues),
    ...farIssues(fields, filled, before, today),
  ];
  const born = birthOf(subject, filled);
  if (born !== undefined) issues.push(...unbornIssues(fields, filled, before, born));
  if (checked.ok && issues.length === 0) return checked;
  return failed(...issues, ...comeIssues(fields, filled, today, issues));
}

/** The earliest date of birth of the person, if the entry is about them. */
function birthOf(
  subject: EntryContext['subject'],
  { subjectId }: Readonly<Record<string, unknown>>,
): PlainDate | undefined {
  return subject && subject.id === subjectId ? earliestBirth(subject.value) : undefined;
}

/** The change that makes the record. */
export function makes<K extends RecordKind>(kind: K, value: RecordOf<K>): Change<K> {
  return { kind, record: value.id, parents: [], set: value as Change<K>['set'] };
}

/** The change that sets some fields of a stored record. */
export function sets<K extends RecordKind>(
  held: StoredRecord<K>,
  set: Change<K>['set'],
): Change<K> {
  return { kind: held.kind, record: held.id, parents: held.heads, set };
}

/** The change that gives a stored record these values. It sets only those that differ, so it can be empty. */
export function setsOf<K extends RecordKind>(
  held: StoredRecord<K>,
  given: Readonly<Partial<Record<keyof RecordOf<K>, unknown>>>,
): Change<K> {
  const before = held.value as Readonly<Record<string, unknown>>;
  const differing = Object.entries(given)
    .map(([name, value]) => [name, value === '' ? undefined : value] as const)
    .filter(([name, value]) => before[name] !== value)
    .map(([name, value]) => [name, value ?? null]);
  return sets(held, Object.fromEntries(differing) as Change<K>['set']);
}

/** Reports a code that was not in use on the day: withdrawn, not yet begun, or not in the list. */
function codeIssues(
  fields: readonly FieldDescription[],
  value: object,
  lists: CodeLists,
  on: PlainDate,
  within = '',
): readonly Issue[] {
  const values = value as Readonly<Record<string, unknown>>;
  return fields.flatMap((field): readonly Issue[] => {
    const at = within + field.name;
    const held = [values[field.name]].flat();
    if (field.fields)
      return held.flatMap((each) =>
        typeof each === 'object' && each !== null
          ? codeIssues(field.fields ?? [], each, lists, on, `${at}.`)
          : [],
      );
    const list = field.codeList;
    if (list === undefined) return [];
    if (!lists.has(list))
      throw new PreventError('CP_CODE_LIST_UNKNOWN', `No code list "${list}" was handed over`);
    return held
      .filter((code) => typeof code === 'string' && !codeInForce(lists, list, code, on))
      .map((code) => ({
        code: 'code-not-in-force',
        severity: 'error',
        message: `Select ${calledOf(field)} again: the code “${code}” was not in use on ${writtenDate(on)}`,
        at,
      }));
  });
}

/**
 * Returns an issue if the day is still to come, since nothing is recorded before it happened, or is out of reach.
 *
 * @param called - the day, as a sentence about it starts: “The day they were told”
 */
export function futureIssues(
  called: string,
  on: PlainDate,
  at: string,
  { host }: CaseContext,
): readonly Issue[] {
  return dayIssues(called, on, at, host.clock.today());
}

/** Returns the value with the warnings if there is no error; otherwise every issue. */
export function unless<T>(issues: readonly Issue[], value: () => T): Result<T> {
  return issues.some(isError) ? failed(...issues) : passed(value(), issues);
}
