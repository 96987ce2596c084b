/** Turns the issues of a record into the errors of its form: one sentence per field, at its control. */
import {
  askFor,
  calledFirst,
  type FieldDescription,
  type Issue,
  isError,
} from '@cyber-prevent/core';
import { t } from '../locales/translate.js';
import { isCivilDate, missingParts } from './civil-date.js';
import {
  asGroup,
  asGroups,
  asText,
  asTexts,
  type FormValues,
  type ShownWhen,
} from './form-values.js';
import { momentParts } from './instant-text.js';

export interface FieldError {
  /** Path of the control, `grade.handlingAction`, `addresses.0.notedOn`; undefined if no control shows it. */
  readonly path: string | undefined;
  readonly message: string;
}

interface Control {
  readonly path: string;
  readonly field: FieldDescription;
  readonly value: unknown;
}

/** Every control of the form in screen order, with groups flattened. */
export function controlsOf(
  fields: readonly FieldDescription[],
  values: FormValues,
  prefix = '',
): readonly Control[] {
  return fields.flatMap((field): readonly Control[] => {
    const path = prefix + field.name;
    const value = values[field.name];
    const inside = field.fields ?? [];
    if (field.input === 'group') return controlsOf(inside, asGroup(value), `${path}.`);
    if (field.input === 'groups')
      return [
        { path, field, value },
        ...asGroups(value).flatMap((group, at) => controlsOf(inside, group, `${path}.${at}.`)),
      ];
    if (field.input === 'dates') return [{ path, field, value }, ...datesOf(field, path, value)];
    return [{ path, field, value }];
  });
}

/** Gives each date in a list its own control, named by its number as on screen. */
function datesOf(field: FieldDescription, path: string, value: unknown): readonly Control[] {
  return asTexts(value).map((date, at) => ({
    path: `${path}.${at}`,
    field: {
      ...field,
      input: 'date',
      called: t('field.group-number', { label: field.called ?? field.label, count: at + 1 }),
    },
    value: date,
  }));
}

/**
 * Errors of the form, in the order of its controls. A field shows only its first.
 *
 * @param issues - of `checkRecord`, or of a stage of the core; those about a field not in the form get no path
 * @param also - paths of controls that the view itself adds after those of the form
 * @param before - paths of controls that the view adds before them
 */
export function fieldErrors(
  fields: readonly FieldDescription[],
  values: FormValues,
  issues: readonly Issue[],
  also: readonly string[] = [],
  before: readonly string[] = [],
): readonly FieldError[] {
  const controls = controlsOf(fields, values);
  const found = new Map<string, string>();
  const first: FieldError[] = [];
  const loose: FieldError[] = [];
  for (const issue of issues) {
    if (!isError(issue)) continue;
    const control = nearest(controls, issue.at);
    if (issue.at !== undefined && before.includes(issue.at))
      first.push({ path: issue.at, message: issue.message });
    else if (!control)
      loose.push({ path: also.find((path) => path === issue.at), message: issue.message });
    else if (!found.has(control.path)) found.set(control.path, sentence(control, issue));
  }
  const placed = controls.flatMap(({ path }): FieldError[] => {
    const message = found.get(path);
    return message === undefined ? [] : [{ path, message }];
  });
  first.sort((a, b) => before.indexOf(a.path ?? '') - before.indexOf(b.path ?? ''));
  return [...first, ...placed, ...loose];
}

/** Fields by name, each with another that may be answered in its place: a reason is ticked or typed. */
export type InPlace = Readonly<Record<string, string>>;

/**
 * Errors of a check that still hold: that of a field goes once its value is another, or the form asks for it no longer, or
 * an empty one is answered by another field. The next check decides whether the new value is right.
 *
 * @param then - values that were checked
 */
export function stillWrong<E extends Pick<FieldError, 'path'>>(
  errors: readonly E[],
  then: FormValues,
  now: FormValues,
  shownWhen: ShownWhen = {},
  inPlace: InPlace = {},
): readonly E[] {
  if (then === now) return errors;
  const isAsked = (name: string, values: FormValues) => shownWhen[name]?.(values) ?? true;
  return errors.filter(({ path }) => {
    if (path === undefined) return true;
    // Conditions are named without the number of a row.
    const name = path.replace(/\.\d+(?=\.)/g, '');
    if (isAsked(name, then) && !isAsked(name, now)) return false;
    const other = inPlace[path];
    if (other !== undefined && asText(then[path]).trim() === '' && isChanged(then, now, other))
      return false;
    return !isChanged(then, now, path);
  });
}

function isChanged(then: FormValues, now: FormValues, path: string): boolean {
  const [before, after] = [valueAt(then, path), valueAt(now, path)];
  return before !== after && JSON.stringify(before) !== JSON.stringify(after);
}

function valueAt(values: FormValues, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined,
      values,
    );
}

/**
 * The control at the path, or the one that contains it: `aliases.0` is shown at `aliases`, `grade` at its first field.
 */
function nearest(controls: readonly Control[], at: string | undefined): Control | undefined {
  if (at === undefined) return undefined;
  const holding = controls.filter(({ path }) => at === path || at.startsWith(`${path}.`));
  return (
    holding.reduce<Control | undefined>(
      (best, each) => (best && best.path.length >= each.path.length ? best : each),
      undefined,
    ) ?? controls.find(({ path }) => path.startsWith(`${at}.`))
  );
}

/**
 * The core's own sentence, unless the form can be more precise: which box of a date is empty, which number is allowed.
 */
function sentence({ field, value }: Control, issue: Issue): string {
  const { input } = field;
  if (issue.code !== 'invalid') return issue.message;
  if (input === 'date') return dateSentence(field, asText(value)) ?? issue.message;
  if (input === 'date-time') {
    const { date } = momentParts(asText(value));
    return dateSentence(field, date) ?? t('field.time.real', { called: calledFirst(field) });
  }
  if (input === 'number' && typeof value === 'string')
    return t('field.number.whole', { called: calledFirst(field) });
  return issue.message;
}

/** Error in a typed day; undefined if the day is valid. */
export function dateSentence(
  field: Pick<FieldDescription, 'label' | 'called'>,
  text: string,
): string | undefined {
  if (isCivilDate(text)) return undefined;
  const called = calledFirst(field);
  const [first, second, third] = missingParts(text);
  if (first === undefined) return t('field.date.real', { called });
  if (third !== undefined) return askFor({ ...field, input: 'date' });
  const part = t(`field.date.part.${first}`);
  return second === undefined
    ? t('field.date.must-include', { called, part })
    : t('field.date.must-include-two', { called, part, other: t(`field.date.part.${second}`) });
}
