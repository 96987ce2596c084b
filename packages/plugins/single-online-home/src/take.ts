/**
 * Texts from an entity's attributes, each with its label and place; looked-at attributes are noted, so that the rest
 * can be named.
 */
import { type FieldPath, fieldOf, type Issue } from '@cyber-prevent/core/plugin';
import { type Entity, isObject } from './entity.js';
import { issueOf, shown } from './issue.js';
import { type AttributeRow, mapping } from './mapping.js';

export interface Taken {
  readonly text: string;
  readonly label: string;
  readonly place: string;
}

/** Texts by path, in the order found. */
export type PathTexts = readonly (readonly [FieldPath, Taken])[];

/** State kept while one report is read. */
export interface Notes {
  /** Places of the attributes and links that were understood. */
  readonly read: Set<string>;
  readonly issues: Issue[];
}

export function placeOf(entity: Entity, name: string): string {
  return `${entity.place}.attributes.${shown(name)}`;
}

/** The places of a value that occurs several times. */
export function placesOf(all: readonly Pick<Taken, 'place'>[]): string {
  return [...new Set(all.map(({ place }) => place))].join(' ');
}

/** The texts of one attribute. An empty one gives none; a value other than text is an issue. */
export function textsOf(
  entity: Entity,
  row: AttributeRow,
  owner: string,
  notes: Notes,
): readonly Taken[] {
  const value = entity.attributes.get(row.name);
  if (value === undefined) return [];
  const place = placeOf(entity, row.name);
  notes.read.add(place);
  const label = owner === '' ? row.name : `${owner}: ${row.name}`;
  const taken = (item: unknown, at: string, under = label): readonly Taken[] => {
    if (item === null) return [];
    const isNumber = typeof item === 'number' && Number.isSafeInteger(item) && mayBeNumber(row);
    const text = isNumber ? String(item) : item;
    if (typeof text === 'string')
      return text.trim() === '' ? [] : [coded({ text, label: under, place: at }, row, notes)];
    notes.issues.push(
      issueOf(
        'attribute-shape',
        `“${row.name}” is not text, so it was not read. Look at it in the file`,
        at,
      ),
    );
    return [];
  };
  if (row.form === 'days') return daysOf(value, place, label, taken, notes);
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => taken(item, `${place}[${index}]`));
  return taken(value, place);
}

/** False for names and days: as a number they have lost what they said. */
function mayBeNumber({ part, form, paths = {} }: AttributeRow): boolean {
  const isDay = Object.values(paths).some((path) => fieldOf(path).read === 'ukDate');
  return part !== 'given' && part !== 'family' && form !== 'days' && !isDay;
}

type Take = (item: unknown, at: string, under?: string) => readonly Taken[];

/** A day, or the first and the last of several. A time of day alone gives no day. */
function daysOf(
  value: unknown,
  place: string,
  label: string,
  take: Take,
  notes: Notes,
): readonly Taken[] {
  if (isObject(value))
    return Object.entries(value).flatMap(([key, day]) => {
      const at = `${place}.${shown(key)}`;
      if (key === 'dateFrom' || key === 'dateTo') return take(day, at, `${label}, ${key}`);
      notes.issues.push(
        issueOf('attribute-unknown', `“${shown(key)}” is not known here and was not read`, at),
      );
      return [];
    });
  if (typeof value !== 'string' || !/^\d\d:\d\d/.test(value)) return take(value, place);
  notes.issues.push(
    issueOf('attribute-not-kept', 'A time of day was not read: days of incidents are kept', place),
  );
  return [];
}

/** The meaning of a code, with the code itself in the label; an unknown code stays unchanged. */
function coded(taken: Taken, row: AttributeRow, notes: Notes): Taken {
  if (row.codes === undefined) return taken;
  const known = mapping[row.codes].find(({ code }) => code === taken.text);
  if (known) return { ...taken, text: known.label, label: `${taken.label} (${known.code})` };
  notes.issues.push(
    issueOf(
      'code-unknown',
      `“${shown(taken.text)}” is a code that is not known here. Look it up, or leave it`,
      taken.place,
    ),
  );
  return taken;
}
