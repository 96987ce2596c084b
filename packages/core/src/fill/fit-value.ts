/** Fits one value to the controls of one question: the content for each of them, or the reason it does not fit. */

import { foldLabel } from '../capture/field/fold-label.js';
import type { Issue } from '../shared/issue.js';
import { boxIssue } from './box-issue.js';
import type { FillValue } from './fill-value.js';
import type { LiveControl, NamedControl } from './live-control.js';
import { mirroredPatterns } from './mirrored-day.js';
import { isAnotherDay, readsAsDay } from './same-day.js';
import type { FillAct } from './step.js';
import { datePart, datePattern, orderOf, writeDate } from './written-date.js';

export interface Fitted {
  readonly acts: readonly { readonly control: LiveControl; readonly act: FillAct }[];
  /** Text as the form will show it. */
  readonly text: string;
}

export type Fit = Fitted | { readonly issue: Issue };

/** @param dates - patterns in which the page around the question is known to write days */
export function fitValue(
  value: FillValue,
  question: readonly LiveControl[],
  dates: readonly string[] = [],
): Fit {
  const [first] = question;
  if (!first) return { issue: boxIssue('box-not-found', value.path) };
  const { kind } = first.control;
  if (first.control.datePart !== undefined) return fitDate(value, question);
  if (kind === 'radio' || kind === 'tick') return fitChoice(value, question);
  if (kind === 'list') return fitList(value, first, namesOf(value, first));
  if (kind === 'widget') return { issue: boxIssue('box-made-otherwise', value.path) };
  return fitText(value, first, dates);
}

/** Words next to a box for a duration that show its content is not minutes. */
const OTHER_UNIT = /\b(?:hours?|hrs?|hh?\s*:\s*mm|days?)\b/i;
const MINUTES = /\bmin(?:ute)?s?\b/i;
/** Shapes that browsers and forms accept in boxes of these types. */
const SHAPES: Readonly<Record<string, readonly [shape: RegExp, what: string]>> = {
  email: [/^[^@\s]+@[^@\s]+$/, 'an email address'],
  tel: [/^[+(]?[\d][\d\s().+-]*(?:\s*(?:x|ext)\.?\s*\d+)?$/i, 'a telephone number'],
  url: [/^[a-z][a-z+.-]*:\S+$/i, 'an address of a page'],
};

/**
 * Names the value may have in a list: only the system's own word for the code, if known; otherwise its label or its
 * code.
 */
function namesOf({ code, text }: FillValue, { choices }: NamedControl): readonly string[] {
  if (code === undefined) return [text];
  const own = choices?.[code];
  return own === undefined ? [text, code, hyphened(text)] : [own];
}

/** Writes “e-mail”, as many systems do. */
function hyphened(text: string): string {
  return text.replace(/\bemail\b/gi, 'e-mail');
}

function fitDate(value: FillValue, boxes: readonly LiveControl[]): Fit {
  const { on } = value;
  if (on === undefined) return { issue: boxIssue('box-wants-other', value.path, 'a date') };
  const acts: Fitted['acts'][number][] = [];
  for (const control of boxes) {
    const { text, names } = datePart(on, control.control.datePart ?? 'day');
    if (control.control.kind === 'list') {
      const fit = fitList(value, control, names);
      if ('issue' in fit) return fit;
      acts.push(...fit.acts);
    } else {
      const { limit = text.length } = control.facts;
      const fitting = [text, ...names].find((name) => /^\d+$/.test(name) && name.length <= limit);
      if (fitting === undefined)
        return {
          issue: boxIssue('box-too-short', value.path, String(limit), String(text.length)),
        };
      acts.push({ control, act: { kind: 'type', text: fitting } });
    }
  }
  return { acts, text: acts.map(({ act }) => ('text' in act ? act.text : '')).join(' ') };
}

function fitList(value: FillValue, control: LiveControl, names: readonly string[]): Fit {
  const options = control.facts.options ?? [];
  for (const name of names) {
    const wanted = foldLabel(name);
    const hits = options.filter(
      (option) => foldLabel(option.text) === wanted || foldLabel(option.value) === wanted,
    );
    const [option] = hits;
    if (!option) continue;
    if (hits.length > 1) return { issue: boxIssue('choice-several', value.path, name) };
    if (option.isDisabled) return { issue: boxIssue('choice-closed', value.path, name) };
    const act: FillAct = { kind: 'choose', value: option.value, text: option.text };
    return { acts: [{ control, act }], text: option.text };
  }
  return { issue: boxIssue('choice-missing', value.path, names[0] ?? value.text) };
}

function fitChoice(value: FillValue, question: readonly LiveControl[]): Fit {
  const [first] = question;
  const names = first ? namesOf(value, first) : [];
  for (const name of names) {
    const wanted = foldLabel(name);
    const hits = question.filter(({ control }) => foldLabel(control.option ?? '') === wanted);
    const [hit] = hits;
    if (!hit) continue;
    if (hits.length > 1) return { issue: boxIssue('choice-several', value.path, name) };
    return {
      acts: [{ control: hit, act: { kind: 'tick', isTicked: true } }],
      text: hit.control.option ?? '',
    };
  }
  return { issue: boxIssue('choice-missing', value.path, names[0] ?? value.text) };
}

/** Box types that take only one form of writing. */
const NUMBERS = new Set(['number', 'range']);
const OTHER_DATES = new Set(['datetime-local', 'month', 'week', 'time', 'color']);

function fitText(value: FillValue, control: LiveControl, dates: readonly string[]): Fit {
  const { type } = control.facts.target;
  const { kind } = control.control;
  if (OTHER_DATES.has(type))
    return { issue: boxIssue('box-wants-other', value.path, 'a time or a colour') };
  if (type === 'date' && value.on === undefined)
    return { issue: boxIssue('box-wants-other', value.path, 'a date') };
  const pattern = patternFor(value, control, dates);
  if (value.on !== undefined && pattern === undefined) return { issue: orderIssue(value, control) };
  const text = writtenFor(value, control, pattern);
  const [shape, what = ''] = SHAPES[type] ?? [];
  if (shape && !shape.test(text)) return { issue: boxIssue('box-wants-other', value.path, what) };
  const beside = `${control.control.label} ${control.control.hint ?? ''}`;
  if (value.path === 'intervention.minutes' && OTHER_UNIT.test(beside) && !MINUTES.test(beside))
    return { issue: boxIssue('box-wants-other', value.path, 'a time in another unit') };
  if (NUMBERS.has(type) && !/^-?\d+(?:\.\d+)?$/.test(text))
    return { issue: boxIssue('box-wants-other', value.path, 'a number') };
  if (kind === 'text' && /[\r\n]/.test(text))
    return { issue: boxIssue('box-takes-no-lines', value.path) };
  const { limit } = control.facts;
  if (limit !== undefined && text.length > limit)
    return { issue: boxIssue('box-too-short', value.path, String(limit), String(text.length)) };
  const day =
    value.on === undefined || pattern === undefined
      ? {}
      : { day: { on: value.on, order: orderOf(pattern) } };
  return { acts: [{ control, act: { kind: 'type', text, ...day } }], text };
}

/** The pattern in which the box takes a day; undefined if it is not known. */
function patternFor(
  { on }: FillValue,
  { control, facts }: LiveControl,
  dates: readonly string[],
): string | undefined {
  if (on === undefined) return undefined;
  if (facts.target.type === 'date') return 'YYYY-MM-DD';
  const texts = [control.hint ?? '', control.label];
  const formats = [...(facts.formats ?? []), ...mirroredPatterns(facts.value, facts.mirrors ?? [])];
  return datePattern({ texts, formats, standing: facts.value }, dates);
}

function orderIssue({ path, text, on }: FillValue, { facts }: LiveControl): Issue {
  const standing = facts.value.trim();
  if (!readsAsDay(standing)) return boxIssue('date-order-unknown', path, text);
  if (on !== undefined && isAnotherDay(standing, on))
    return path === 'subject.bornOn'
      ? boxIssue('born-differs', path, standing)
      : boxIssue('date-differs', path, text, standing);
  return boxIssue('date-meaning-unknown', path, text, standing);
}

function writtenFor(
  { on, text, path }: FillValue,
  { control }: LiveControl,
  pattern: string | undefined,
): string {
  if (on !== undefined && pattern !== undefined) return writeDate(on, pattern);
  // An address on one line is still the same address.
  if (path === 'subject.address' && control.kind === 'text')
    return text.split(/\s*\n\s*/).join(', ');
  return text;
}
