/**
 * Escalation triggers as data: a number of these records within a number of days calls for a review, and the entry
 * names them. A trigger asks a named officer to look. It decides nothing, and no level or score takes part in it.
 */
import * as v from 'valibot';
import { JsonFault, type JsonPath, parsePlacedJson } from '../../capture/adapter/placed-json.js';
import { CODE_LIST_STATUSES, type CodeLists } from '../../codes/code-list.js';
import type { FieldDescription } from '../../record/field.js';
import { fieldsOf, isRecordKind } from '../../record/kind.js';
import { PreventError } from '../../shared/errors.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import shipped from '../data/trigger.json' with { type: 'json' };
import { TIME_LIMIT_IDS } from './time-limit.js';

const Id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens'),
);
const Text = v.pipe(v.string(), v.minLength(1, 'Enter some text'), v.maxLength(500));
const whole = (from: number, to: number) =>
  v.pipe(
    v.number(`Use a whole number from ${from} to ${to}`),
    v.integer(`Use a whole number from ${from} to ${to}`),
    v.minValue(from, `Use a whole number from ${from} to ${to}`),
    v.maxValue(to, `Use a whole number from ${from} to ${to}`),
  );

export const TriggerCondition = v.strictObject({
  /** A kind of record that names a subject. */
  kind: v.pipe(v.string(), v.check(isRecordKind, 'There is no such kind of record')),
  /** The field that gives its day. */
  day: Text,
  /** The smallest number of records that meets the condition. */
  count: whole(1, 50),
  /** Codes by field: the record has one of them in each. */
  where: v.optional(v.record(v.string(), v.pipe(v.array(Text), v.minLength(1, 'Give a code')))),
});
export type TriggerCondition = v.InferOutput<typeof TriggerCondition>;

export const Trigger = v.strictObject({
  id: Id,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'Use a version like 1.0.0')),
  /** A description without a full stop: it begins the sentence that explains an entry. */
  title: Text,
  withinDays: whole(1, 1000),
  /** All of them, in one stretch of that many days. */
  when: v.pipe(v.array(TriggerCondition), v.minLength(1, 'Give at least one condition')),
  /** The time allowed for the review. */
  limit: v.picklist(TIME_LIMIT_IDS, 'Use the id of a time limit'),
  status: v.picklist(CODE_LIST_STATUSES, `Use one of ${CODE_LIST_STATUSES.join(', ')}`),
  source: Text,
});
export type Trigger = v.InferOutput<typeof Trigger>;

const TriggerFile = v.looseObject({ triggers: v.array(Trigger) });

/**
 * Returns the triggers of `{ "triggers": […] }`, or an issue for each fault; `at` is the place,
 * `triggers.0.when.1.day`.
 */
export function checkTriggers(value: unknown, lists: CodeLists): Result<readonly Trigger[]> {
  return check(value, lists, (path) => path.join('.') || 'the top');
}

/** Returns the triggers in a file’s text; `at` is the line and column of a fault. */
export function readTriggers(text: string, lists: CodeLists): Result<readonly Trigger[]> {
  if (text.length > LARGEST_FILE) return failed(wrong('The file is too large', 'the top'));
  try {
    const { value, placeOf } = parsePlacedJson(text);
    return check(value, lists, placeOf);
  } catch (error) {
    if (error instanceof JsonFault) return failed(wrong(error.message, error.at));
    throw error;
  }
}

/** Largest file in UTF-16 code units; a real one is a few thousand. */
const LARGEST_FILE = 256 * 1024;

/**
 * The triggers that ship and those supplied; of one id, the later replaces the earlier.
 *
 * @throws {PreventError} `CP_RECORD_INVALID` when something handed over is not a trigger
 */
export function gatherTriggers(
  lists: CodeLists,
  ...added: readonly (readonly unknown[])[]
): readonly Trigger[] {
  const triggers = new Map<string, Trigger>();
  for (const list of [shipped.triggers, ...added]) {
    const checked = checkTriggers({ triggers: list }, lists);
    if (!checked.ok) {
      const [first] = checked.issues;
      throw new PreventError(
        'CP_RECORD_INVALID',
        `Not a trigger: ${first?.message ?? ''} (at ${first?.at ?? 'the top'})`,
      );
    }
    for (const trigger of checked.value) triggers.set(trigger.id, trigger);
  }
  return [...triggers.values()];
}

type PlaceOf = (path: JsonPath) => string;

function check(value: unknown, lists: CodeLists, placeOf: PlaceOf): Result<readonly Trigger[]> {
  const parsed = v.safeParse(TriggerFile, value);
  if (!parsed.success)
    return failed(
      ...parsed.issues.map((found) => {
        const path = (found.path ?? []).map(({ key }) =>
          typeof key === 'number' ? key : String(key),
        );
        const name = path.at(-1) ?? 'triggers';
        const message = found.message.startsWith('Invalid ')
          ? `“${name}” is missing or not what belongs here`
          : found.message;
        return wrong(message, placeOf(path));
      }),
    );
  const { triggers } = parsed.output;
  const issues = triggers.flatMap(({ id, when }, nth) => [
    ...(triggers.slice(0, nth).some((other) => other.id === id)
      ? [wrong(`Another trigger has the id “${id}” too`, placeOf(['triggers', nth, 'id']))]
      : []),
    ...when.flatMap((condition, i) =>
      conditionIssues(condition, lists, ['triggers', nth, 'when', i], placeOf),
    ),
  ]);
  return issues.length === 0 ? passed(triggers) : failed(...issues);
}

function conditionIssues(
  { kind, day, where = {} }: TriggerCondition,
  lists: CodeLists,
  path: JsonPath,
  placeOf: PlaceOf,
): readonly Issue[] {
  if (!isRecordKind(kind)) return [];
  const fields = fieldsOf(kind);
  const named = (name: string) => fields.find((field) => field.name === name);
  const issues: Issue[] = [];
  if (!named('subjectId'))
    issues.push(wrong('Records of this kind name no subject', placeOf([...path, 'kind'])));
  if (!DAYS.has(named(day)?.input ?? ''))
    issues.push(wrong(`“${day}” is not a day of this kind of record`, placeOf([...path, 'day'])));
  for (const [name, codes] of Object.entries(where))
    issues.push(...whereIssues(named(name), name, codes, lists, [...path, 'where', name], placeOf));
  return issues;
}

const DAYS: ReadonlySet<string> = new Set(['date', 'date-time']);

function whereIssues(
  field: FieldDescription | undefined,
  name: string,
  codes: readonly string[],
  lists: CodeLists,
  path: JsonPath,
  placeOf: PlaceOf,
): readonly Issue[] {
  if (!field) return [wrong(`“${name}” is not a field of this kind of record`, placeOf(path))];
  const offered = field.options ?? lists.get(field.codeList ?? '')?.codes.map(({ code }) => code);
  if (!offered) return [wrong(`“${name}” draws from no list of codes`, placeOf(path))];
  const ofWhat = field.options ? `“${name}”` : `the list “${field.codeList}”`;
  return codes.flatMap((code, i) =>
    offered.includes(code)
      ? []
      : [wrong(`“${code}” is not a code of ${ofWhat}`, placeOf([...path, i]))],
  );
}

function wrong(message: string, at: string): Issue {
  return { code: 'trigger-invalid', severity: 'error', message, at };
}
