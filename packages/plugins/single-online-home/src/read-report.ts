/** One report as referrals: one for each person it is about, with the same account and the same referrer. */
import {
  type FieldPath,
  type FieldTexts,
  type FieldValues,
  fieldOf,
  type ImportedReferral,
  type Issue,
  readValue,
} from '@cyber-prevent/core/plugin';
import type { Report } from './entity.js';
import { issueOf } from './issue.js';
import { leftOver } from './left-over.js';
import { type Part, partsIn } from './part.js';
import { attributeTexts, linkedTo, personTexts, type Reader } from './person.js';
import { type Notes, type PathTexts, placesOf, type Taken } from './take.js';

const MOST_ISSUES = 200;
const MOST_SUBJECTS = 50;

/** @returns the referrals, or the reason why there are none */
export function readReport(report: Report): readonly ImportedReferral[] | Issue {
  const notes: Notes = { read: new Set(), issues: [...report.issues] };
  const reader: Reader = { report, notes };
  const parts = partsIn(report, notes);
  const subjects = parts.filter(({ as }) => as === 'subject');
  if (subjects.length > MOST_SUBJECTS)
    return issueOf(
      'report-broken',
      `Report ${report.number} was not read: it is about more than ${MOST_SUBJECTS} people. Ask for it in parts`,
      `report ${report.number}`,
      'error',
    );
  const reported: PathTexts = [
    ...attributeTexts(report.incident, 'report', '', notes),
    ...linkedTo(report.incident, reader).flatMap((entity) =>
      attributeTexts(entity, 'report', '', notes),
    ),
    ...parts
      .filter(({ as }) => as === 'referrer')
      .flatMap(({ person, label }) => personTexts(person, 'referrer', label, reader)),
  ];
  const others = parts
    .filter(({ as }) => as === 'related')
    .map((part) => ({ ...part, texts: personTexts(part.person, 'related', part.label, reader) }));
  const of = subjects.map((subject) => ({
    texts: personTexts(subject.person, 'subject', subject.label, reader),
    related: others.filter(({ toward }) => toward === undefined || toward === subject.person),
  }));
  if (of.length === 0) notes.issues.push(nobody(report));
  const people = of.length === 0 ? [{ texts: [], related: others }] : of;
  const left = leftOver(report, notes);
  return people.map(({ texts, related }, index) =>
    referralOf(
      [...texts, ...reported],
      related,
      people.length === 1 ? `report ${report.number}` : placeAmong(report, index, people.length),
      [...notes.issues, ...(people.length > 1 ? [several(report, people.length)] : []), ...left],
    ),
  );
}

interface RelatedTexts extends Part {
  readonly texts: PathTexts;
}

function referralOf(
  texts: PathTexts,
  related: readonly RelatedTexts[],
  at: string,
  issues: readonly Issue[],
): ImportedReferral {
  const found = new Map<FieldPath, Taken[]>();
  for (const [path, taken] of texts) found.set(path, withSaid(found.get(path) ?? [], taken));
  const all = new Map([...found, ...relatedTexts(related)]);
  // With one id for two things, a link may mean either of them.
  const isUnsure = issues.some(({ code }) => code === 'id-twice');
  const several = [...found].filter(([path, list]) => list.length > 1 && !fieldOf(path).many);
  const told = [
    ...several.map(([path, list]) => severalValues(path, list)),
    ...[...all].flatMap(([path, list]) => list.flatMap((taken) => readingIssues(path, taken))),
    ...issues,
  ];
  return {
    values: entries(all, ({ text }) => text) as FieldValues,
    labels: entries(all, ({ label }) => label) as FieldTexts,
    places: entries(all, ({ place }) => place) as FieldValues,
    ...(isUnsure ? { unsure: [...all.keys()] } : {}),
    at,
    issues:
      told.length > MOST_ISSUES ? [...told.slice(0, MOST_ISSUES), more(told.length, at)] : told,
  };
}

/** A repeated value is one value, with both its places. */
function withSaid(before: readonly Taken[], taken: Taken): Taken[] {
  if (!before.some(({ text }) => text === taken.text)) return [...before, taken];
  return before.map((each) =>
    each.text === taken.text ? { ...each, place: placesOf([each, taken]) } : each,
  );
}

/**
 * A person takes one position in each list; one with two telephones takes two, with the name in both, so that neither
 * is lost.
 */
function relatedTexts(related: readonly RelatedTexts[]): ReadonlyMap<FieldPath, Taken[]> {
  const rows = related.flatMap((part) => {
    const of = (path: FieldPath) =>
      part.texts.flatMap(([at, taken]) => (at === path ? [taken] : []));
    const [name] = of('relatedPersons[].name');
    const phones = of('relatedPersons[].phones[]');
    const emails = of('relatedPersons[].emails[]');
    const relationship: Taken = { text: part.relationship, label: part.label, place: part.place };
    return Array.from({ length: Math.max(1, phones.length, emails.length) }, (_, i) => ({
      'relatedPersons[].name': name,
      'relatedPersons[].relationship': relationship,
      'relatedPersons[].phones[]': phones[i],
      'relatedPersons[].emails[]': emails[i],
    }));
  });
  const paths = Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[];
  return new Map(
    paths.flatMap((path) => {
      const list = rows.map((row) => row[path] ?? { text: '', label: '', place: '' });
      const kept = list.slice(0, list.findLastIndex(({ text }) => text !== '') + 1);
      return kept.length === 0 ? [] : [[path, kept] as const];
    }),
  );
}

function entries(
  all: ReadonlyMap<FieldPath, readonly Taken[]>,
  say: (taken: Taken) => string,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...all].map(([path, list]) => [path, list.map(say)]));
}

function readingIssues(path: FieldPath, { text, label, place }: Taken): readonly Issue[] {
  if (text.trim() === '') return [];
  return readValue(fieldOf(path).read, text, { label }).issues.map((issue) => ({
    ...issue,
    at: place,
  }));
}

function severalValues(path: FieldPath, list: readonly Taken[]): Issue {
  return issueOf(
    'several-values',
    `The report says ${list.length} things about ${fieldOf(path).label}. Each is offered: take one`,
    list[1]?.place ?? '',
  );
}

function nobody(report: Report): Issue {
  return issueOf(
    'subject-not-said',
    'The report does not say who it is about. Look for them among the related people and in the narrative, and enter them',
    `report ${report.number}`,
  );
}

function several(report: Report, count: number): Issue {
  return issueOf(
    'several-people',
    `The report is about ${count} people. Each has a separate draft; what it says is in all of them`,
    `report ${report.number}`,
  );
}

function more(count: number, at: string): Issue {
  return issueOf(
    'more-issues',
    `There are ${count - MOST_ISSUES} more notes than are shown. Compare the draft with the file`,
    at,
  );
}

function placeAmong(report: Report, index: number, count: number): string {
  return `report ${report.number}, person ${index + 1} of ${count}`;
}
