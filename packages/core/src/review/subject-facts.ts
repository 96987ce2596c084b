/** The subject's facts: a new subject, or what is new about one already held. Nothing that is held is overwritten. */
import { type FieldPath, fieldOf } from '../capture/field-path.js';
import type { Subject } from '../record/subject.js';
import type { Issue, PlainDate, RecordId } from '../shared/index.js';
import type { StoredRecord } from '../store/port.js';
import type { Change } from '../store/revision.js';
import { addressEntries, isSameAddress } from './address-facts.js';
import type { Conflict } from './change-set.js';
import { atRow, type Decided, lowerFirst } from './decided.js';
import { type Fact, factsOf, isCorrected, joinedFact, onlyFact, sameAs, sameness } from './fact.js';
import {
  addedTo,
  addSources,
  appendEntries,
  type Entry,
  entryOf,
  newRecord,
  nothingProposed,
  type Proposed,
  setFact,
} from './proposed.js';

type SingleName =
  | 'name'
  | 'givenNames'
  | 'familyName'
  | 'bornOn'
  | 'sexRecorded'
  | 'communicationNeeds';

const SINGLE: readonly (readonly [FieldPath, SingleName])[] = [
  ['subject.name', 'name'],
  ['subject.givenNames', 'givenNames'],
  ['subject.familyName', 'familyName'],
  ['subject.bornOn', 'bornOn'],
  ['subject.sexRecorded', 'sexRecorded'],
  ['subject.communicationNeeds', 'communicationNeeds'],
];

const LISTS: readonly (readonly [FieldPath, 'aliases' | 'phones' | 'emails'])[] = [
  ['subject.aliases[]', 'aliases'],
  ['subject.phones[]', 'phones'],
  ['subject.emails[]', 'emails'],
];

export interface SubjectInput {
  readonly decided: readonly Decided[];
  readonly id: RecordId;
  readonly held: StoredRecord<'subject'> | undefined;
  readonly replace: readonly FieldPath[];
  readonly today: PlainDate;
}

export interface SubjectFacts {
  /** Undefined when nothing is new about a subject already held, or an issue stops it. */
  readonly change: Change<'subject'> | undefined;
  readonly conflicts: readonly Conflict[];
}

export function subjectFacts(input: SubjectInput, issues: Issue[]): SubjectFacts {
  const { decided, held, id } = input;
  const proposed = nothingProposed(held ? {} : EMPTY_SUBJECT);
  const sources = held?.sources ?? {};
  const conflicts: Conflict[] = [];

  for (const [path, name] of SINGLE) {
    const fact = singleFact(decided, path, issues);
    if (!fact) continue;
    const heldValue = held?.value[name];
    if (heldValue === undefined) setFact(proposed, name, fact);
    else if (sameness(path, heldValue) !== sameness(path, fact.value)) {
      const applied = isCorrected(fact) || input.replace.includes(path);
      if (applied) setFact(proposed, name, fact);
      else issues.push(conflictIssue(fact));
      conflicts.push({ path, held: heldValue, found: fact.value, applied });
    } else addSources(proposed, name, fact.sources, sources);
  }
  if (!held) nameFromParts(proposed);
  checkBornOn(decided, input.today, issues);

  for (const [path, name] of LISTS)
    appendEntries(proposed, name, factsOf(decided, path).map(entryOf), {
      values: held?.value[name] ?? [],
      sources,
      isSame: sameAs(path),
    });
  const isSameSchool = sameAs('subject.school');
  appendEntries(proposed, 'schools', factsOf(decided, 'subject.school').map(schoolOf), {
    values: held?.value.schools ?? [],
    sources,
    isSame: (before, found) => isSameSchool(before.name, found.name),
  });
  appendEntries(proposed, 'addresses', addressEntries(decided), {
    values: held?.value.addresses ?? [],
    sources,
    isSame: isSameAddress,
  });

  if (!held && proposed.fields.name === undefined) {
    // A name that was taken and does not fit has its own issue already.
    if (!issues.some(({ at, severity }) => severity === 'error' && at?.endsWith(' subject.name')))
      issues.push(NAME_MISSING);
    return { change: undefined, conflicts };
  }
  const change = held
    ? addedTo(held, proposed, issues)
    : newRecord('subject', id, proposed, issues);
  return { change, conflicts };
}

const EMPTY_SUBJECT = {
  aliases: [],
  addresses: [],
  schools: [],
  phones: [],
  emails: [],
  categories: [],
} satisfies Partial<Subject>;

const NAME_MISSING: Issue = {
  code: 'name-missing',
  severity: 'error',
  message: 'Enter the subject’s name, or take it from the page',
  at: 'subject.name',
};

function singleFact(
  decided: readonly Decided[],
  path: FieldPath,
  issues: Issue[],
): Fact | undefined {
  if (path === 'subject.communicationNeeds') return joinedFact(decided, path);
  return onlyFact(decided, path, issues);
}

/** Given and family names make the name where no whole name was taken; the order is the one in which it is said. */
function nameFromParts({ fields, sources }: Proposed): void {
  if (fields.name !== undefined) return;
  const parts = ['givenNames', 'familyName'].filter((part) => fields[part] !== undefined);
  if (parts.length === 0) return;
  fields.name = parts.map((part) => fields[part]).join(' ');
  sources.name = parts.flatMap((part) => sources[part] ?? []);
}

function checkBornOn(decided: readonly Decided[], today: PlainDate, issues: Issue[]): void {
  for (const { row, path, value } of decided)
    if (path === 'subject.bornOn' && value > today)
      issues.push({
        code: 'date-in-future',
        severity: 'error',
        message: 'Date of birth must be in the past. Correct it, or leave it.',
        at: atRow(row),
      });
}

function conflictIssue(fact: Fact): Issue {
  return {
    code: 'differs-from-held',
    severity: 'warning',
    message: `The ${lowerFirst(fieldOf(fact.path).label)} on the page differs from the one held. Leave the one on the page, or say that it replaces the one held.`,
    at: atRow(fact.rows[0].row),
  };
}

function schoolOf({ value, sources, rows: [first] }: Fact): Entry<Subject['schools'][number]> {
  return { value: { name: value, notedOn: first.readOn }, sources: { '.name': sources } };
}
