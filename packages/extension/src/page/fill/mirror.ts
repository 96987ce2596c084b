/**
 * Fields out of sight that follow a date box: a calendar shows a day in one box and sends it from another. Of their
 * contents only days are ever passed on, and nothing is typed into them.
 */
import type { Mirror } from '@cyber-prevent/core/fill';
import { attributeOf, inputTypeOf, inputValueOf, parentOf, widthOf } from '../native.js';
import {
  findAllIn,
  findAllInShadow,
  formOf,
  isInDocument,
  isInputReadOnly,
  rootOf,
} from './native-control.js';

/** Most fields of one form that are looked at, and days in them that are passed on. */
const MOST_FIELDS = 400;
const MOST_DAYS = 20;
/** A day and nothing else, judging by its shape: 2008-09-05, 05/09/2008, 5 September 2008, with a time. */
const DAY =
  /^(?:[a-z]{3,9}[,.]? )?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}|\d{1,2}(?:st|nd|rd|th)?[- ][a-z]{3,9}[-, ]+\d{4}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?:[t ]+\d{1,2}:[\d:.]{2,12}\s?(?:z|[+-]\d\d:?\d\d)?)?$/i;
const TYPED: ReadonlySet<string> = new Set(['hidden', 'text', 'date', 'datetime-local']);
/** Fields that keep the earlier value, so that a change can be detected. */
const EARLIER = /^(?:old|orig|original|initial|prev|previous|before|default|current)$/;

/** Days in the fields out of sight that belong to a box, before anything is typed. */
export function daysBeside(box: HTMLInputElement): readonly string[] {
  return fieldsAround(box)
    .filter((field) => isDayIn(field) && isOutOfSight(field) && isOf(field, box))
    .map(inputValueOf)
    .slice(0, MOST_DAYS);
}

/** The fields around one box, with their values before it was typed into. */
export class Mirrors {
  readonly #box: HTMLInputElement;
  readonly #before: ReadonlyMap<HTMLInputElement, string>;
  #told = '[]';

  constructor(box: HTMLInputElement) {
    this.#box = box;
    this.#before = new Map(fieldsAround(box).map((field) => [field, inputValueOf(field)]));
  }

  /** Fields that follow the box, or that had a day next to it all along. */
  held(): readonly Mirror[] {
    const found = this.#found();
    this.#told = JSON.stringify(found);
    return found;
  }

  /** True if the fields differ from the last report. */
  get hasMoved(): boolean {
    return JSON.stringify(this.#found()) !== this.#told;
  }

  /** True if each of them has its former value again. */
  get areBack(): boolean {
    return this.#found().every(({ was, now }) => was === now);
  }

  #found(): readonly Mirror[] {
    const found: Mirror[] = [];
    for (const field of fieldsAround(this.#box)) {
      const was = this.#before.get(field) ?? '';
      const now = inputValueOf(field);
      if (found.length >= MOST_DAYS) break;
      if (!isDay(now) && !(now === '' && isDay(was))) continue;
      if (isOutOfSight(field) && (was !== now || isOf(field, this.#box)))
        found.push({ was: isDay(was) ? was : '', now });
    }
    return found;
  }
}

/** The other fields of its form; without one, of its document or shadow tree. */
function fieldsAround(box: HTMLInputElement): readonly HTMLInputElement[] {
  const root = rootOf(box);
  const all =
    root instanceof ShadowRoot ? findAllInShadow(root, 'input') : findAllIn(document, 'input');
  const fields: HTMLInputElement[] = [];
  const form = isInDocument(box) ? formOf(box) : null;
  for (const field of all as Iterable<HTMLInputElement>) {
    if (fields.length >= MOST_FIELDS) break;
    if (field !== box && formOf(field) === form && TYPED.has(inputTypeOf(field)))
      fields.push(field);
  }
  return fields;
}

function isDay(text: string): boolean {
  return text.length <= 60 && DAY.test(text.trim());
}

function isDayIn(field: HTMLInputElement): boolean {
  return isDay(inputValueOf(field));
}

/** True for a field that nobody types into: hidden, or read-only. */
function isOutOfSight(field: HTMLInputElement): boolean {
  return inputTypeOf(field) === 'hidden' || isInputReadOnly(field) || widthOf(field) <= 1;
}

/** Belongs to the box by its name, or as the only field next to the one box of its parent. */
function isOf(field: HTMLInputElement, box: HTMLInputElement): boolean {
  const [own, other] = [wordsOf(field), wordsOf(box)];
  if (own.some((word) => EARLIER.test(word))) return false;
  return isNamedAfter(own.join(''), other.join('')) || isAloneWith(field, box);
}

function isNamedAfter(one: string, other: string): boolean {
  const [short = '', long = ''] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 2 && (long.startsWith(short) || long.endsWith(short));
}

function isAloneWith(field: HTMLInputElement, box: HTMLInputElement): boolean {
  const parent = parentOf(box);
  return (
    parent !== null &&
    parent === parentOf(field) &&
    fieldsAround(box).every((each) => parentOf(each) !== parent || isOutOfSight(each))
  );
}

/** The words of its name: `dateOfBirth_alt` has four. */
function wordsOf(field: HTMLInputElement): readonly string[] {
  const name = attributeOf(field, 'name') || attributeOf(field, 'id') || '';
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
