/** The values of a truth as the records would give them to a form. */

import type { FillValue } from '../../../packages/core/src/fill/index.ts';
import type { PlainDate } from '../../../packages/core/src/index.ts';
import { keyOf, type Meaning } from '../meaning.ts';
import type { PageTruth } from '../saved-pages.ts';
import { FIELDS } from '../score-fields.ts';
import { listOf } from '../score-pairs.ts';

/** A value with all the ways in which a box of its field may hold it. */
export interface TruthValue {
  readonly name: string;
  readonly meaning: Meaning;
  readonly value: FillValue;
  readonly alternatives: readonly string[];
}

export interface FillWords {
  /** Path of a field as a form takes it: `subject.aliases[]`. */
  pathOf(plain: string): FillValue['path'] | undefined;
  sensitivityOf(path: FillValue['path']): FillValue['sensitivity'];
  writtenDate(day: PlainDate): string;
}

/** Facts that a referral's form is given; what stands in prose alone is not one of them. */
export function truthValues(truth: PageTruth, words: FillWords): readonly TruthValue[] {
  const { canonical = {}, normalised = {}, hidden = {} } = truth;
  const given = { ...canonical };
  const whole = [canonical.subjectForenames, canonical.subjectSurname].flatMap(firstOf);
  if (given.subjectName === undefined && whole.length === 2) given.subjectName = whole.join(' ');
  return Object.entries(given).flatMap(([name, shown]): readonly TruthValue[] => {
    const field = FIELDS[name];
    const path = field && words.pathOf(field.path);
    if (!field || !path || field.isInProse || hidden[name] !== undefined) return [];
    const meant = listOf(normalised[name] ?? shown);
    const all = [...new Set([...meant, ...listOf(shown)])];
    const isMany = path.includes('[]');
    const each = isMany ? distinct(listOf(shown), field.meaning) : meant.slice(0, 1);
    return each.map((text, nth): TruthValue => {
      const day = field.meaning === 'date' && isDay(meant[0]) ? meant[0] : undefined;
      const value: FillValue = {
        id: nth === 0 ? path : `${path}-${nth}`,
        path,
        text: day === undefined ? text : words.writtenDate(day),
        ...(day === undefined ? {} : { on: day }),
        sensitivity: words.sensitivityOf(path),
        ...(path.startsWith('relatedPersons') ? { person: nth } : {}),
      };
      return { name, meaning: field.meaning, value, alternatives: all };
    });
  });
}

function distinct(texts: readonly string[], meaning: Meaning): readonly string[] {
  const keys = new Set<string>();
  return texts.filter((text) => {
    const key = meaning === 'prose' ? text : keyOf(meaning, text);
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}

function isDay(text: string | undefined): text is PlainDate {
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text);
}

function firstOf(values: string | readonly string[] | undefined): readonly string[] {
  return listOf(values ?? []).slice(0, 1);
}
