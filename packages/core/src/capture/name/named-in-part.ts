/**
 * Parts of a page that name somebody else and say nothing of who the subject is: *Contacts* with a mother's name. Ways
 * to reach a person that follow such a name are that person's.
 */
import { type FieldPath, ownerOf } from '../field/field-path.js';
import { grouped } from '../field/grouped.js';
import { ownerOfHeadings, type Person, pathOfFact } from '../field/label-dictionary.js';
import { namesAgent } from './agent.js';
import { saysSubjects } from './combined-label.js';
import type { NamedValue } from './named-value.js';
import { isPersons } from './person-for-handle.js';

const WAYS: ReadonlyMap<FieldPath | undefined, 'phones' | 'emails'> = new Map([
  ['subject.phones[]', 'phones'],
  ['subject.emails[]', 'emails'],
]);
/** Facts that show that a part is about the subject. */
const SUBJECTS: ReadonlySet<FieldPath | undefined> = new Set([
  'subject.name',
  'subject.givenNames',
  'subject.familyName',
  'subject.bornOn',
  'subject.sexRecorded',
  'subject.aliases[]',
] as const);
const OTHERS: ReadonlySet<FieldPath | undefined> = new Set([
  'referrer.name',
  'relatedPersons[].name',
] as const);

/** Gives ways to reach somebody to the person of their part: to nobody if it names several, or one without a place. */
export function followPart(named: readonly NamedValue[]): readonly NamedValue[] {
  const changed = new Map<NamedValue, NamedValue>();
  for (const part of grouped(named, partOf).values()) {
    if (part.some(({ path }) => SUBJECTS.has(path))) continue;
    if (ownerOfHeadings(part[0].value.owner) === 'subject') continue;
    let who: Person | 'nobody' | undefined;
    for (const each of part) {
      const next = personOf(each);
      if (next !== undefined) who = who === undefined || who === next ? next : 'nobody';
      const way = WAYS.get(each.path);
      if (who === undefined || way === undefined || each.namedBy === 'adapter') continue;
      if (saysSubjects(each.value.label)) continue;
      const path = who === 'nobody' ? undefined : pathOfFact(who, way);
      changed.set(each, { ...each, path, ...(path === undefined ? { isStrangers: true } : {}) });
    }
  }
  return changed.size === 0 ? named : named.map((each) => changed.get(each) ?? each);
}

function personOf({ path, value }: NamedValue): Person | 'nobody' | undefined {
  if (path !== undefined && OTHERS.has(path)) return ownerOf(path) as Person;
  if (path === 'subject.onlineIdentifiers[].asSeen') return isPersons(value) ? 'nobody' : undefined;
  return path === undefined && namesAgent(value) ? 'nobody' : undefined;
}

function partOf({ value }: NamedValue): string {
  return [value.place.frame.join('.'), ...value.owner].join('\n');
}
