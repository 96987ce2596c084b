/** The written form of a stored value for a reader: codes by their labels, dates in words, several values in order. */

import * as v from 'valibot';
import { type CodeLists, codeDone } from '../codes/code-list.js';
import type { FieldDescription } from '../record/field.js';
import { Grade, writtenGrade } from '../record/grade.js';
import { writtenDate } from '../shared/dates.js';
import { PlainDate } from '../shared/primitives.js';
import { writtenInstant } from '../shared/written-instant.js';
import type { ValueForm } from './directive.js';

/** Shown when nothing is recorded: a blank could be taken for a mistake. */
export const NOT_RECORDED = 'Not recorded';

export interface WritingOptions {
  readonly lists: CodeLists;
  readonly as?: ValueForm;
  /** The code list, if it is not the field's own. */
  readonly list?: string;
  /** The day on which the record was made: a code has its words of then. */
  readonly on?: PlainDate | undefined;
}

/**
 * Writes a value as its field requires. Lines are separated by `\n`.
 *
 * @param field - the field of the value; absent for a single value
 */
export function written(
  value: unknown,
  field: Pick<FieldDescription, 'input' | 'codeList'> | undefined,
  { lists, as, list = field?.codeList, on }: WritingOptions,
): string {
  if (value === undefined || value === null || value === '') return NOT_RECORDED;
  if (Array.isArray(value)) {
    if (value.length === 0) return NOT_RECORDED;
    const options = { lists, on, ...(as && { as }), ...(list && { list }) };
    return value.map((each) => written(each, field, options)).join('\n');
  }
  if (typeof value === 'object') {
    const grade = v.safeParse(Grade, value);
    return grade.success ? writtenGrade(grade.output) : NOT_RECORDED;
  }
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const text = String(value);
  if (list !== undefined) return legible(codeDone(lists, list, text, on));
  // Depends on the field, never on the look of the text: a handle may look like a date.
  const day = v.safeParse(PlainDate, value);
  if ((as === 'date' || field?.input === 'date' || field?.input === 'dates') && day.success)
    return writtenDate(day.output);
  if (field?.input === 'date-time' && !Number.isNaN(Date.parse(text))) return writtenInstant(text);
  return legible(text);
}

/**
 * Replaces characters that no document can carry with a visible stand-in, and makes all line ends alike. Nothing is
 * dropped silently.
 */
function legible(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
      .replace(/\t/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      .replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, '\uFFFD')
      .replace(/\p{Surrogate}/gu, '\uFFFD')
  );
}
