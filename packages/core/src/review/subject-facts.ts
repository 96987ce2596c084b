/** The subject's facts: a new subject, or additions to a stored one. Nothing stored is overwritten. */
import type { FieldPath } from '../capture/field/field-path.js';
import type { ProcessingCondition } from '../record/processing-condition.js';
import type { DifferingValue, Subject } from '../record/subject.js';
import type { Issue, PlainDate, RecordId } from '../shared/index.js';
import { isError } from '../shared/issue.js';
import type { StoredRecord } from '../store/log/port.js';
import type { Change } from '../store/log/revision.js';
import { addressEntries, isSameAddress } from './address-facts.js';
import type { Conflict } from './change-set.js';
import type { Decided } from './decided.js';
import { proposeFacts, type Standing } from './differing.js';
import { type Fact, factsOf, joinedFact, onlyFact, sameAs } from './fact.js';
import {
  addedTo,
  appendEntries,
  type Entry,
  entryOf,
  newRecord,
  nothingProposed,
  type Proposed,
} from './proposed.js';
import { atRow } from './row-words.js';

type SingleName = DifferingValue['what'];

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

export interface SubjectInput extends Standing {
  readonly decided: readonly Decided[];
  readonly id: RecordId;
  readonly held: StoredRecord<'subject'> | undefined;
  /** Conditions to save for this person. */
  readonly conditions: readonly ProcessingCondition[];
  readonly today: PlainDate;
}

export interface SubjectFacts {
  /** Undefined if nothing is new about a stored subject, or an issue stops it. */
  readonly change: Change<'subject'> | undefined;
  readonly conflicts: readonly Conflict[];
}

export function subjectFacts(input: SubjectInput, issues: Issue[]): SubjectFacts {
  const { decided, held, id } = input;
  const proposed = nothingProposed(held ? {} : EMPTY_SUBJECT);
  const sources = held?.sources ?? {};
  const facts = SINGLE.map(([path, name]) => ({ name, fact: singleFact(decided, path, issues) }));
  const conflicts = proposeFacts(proposed, facts, held, input, issues);
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

  if (input.conditions.length > 0)
    proposed.fields.processingConditions = [
      ...(held?.value.processingConditions ?? []),
      ...input.conditions,
    ];

  if (!held && proposed.fields.name === undefined) {
    // A name that was taken and does not fit already has its own issue.
    if (!issues.some((issue) => isError(issue) && issue.at?.endsWith(' subject.name')))
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

/** Makes the name from given and family names if no whole name was taken, in spoken order. */
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

function schoolOf({ value, sources, rows: [first] }: Fact): Entry<Subject['schools'][number]> {
  return { value: { name: value, notedOn: first.readOn }, sources: { '.name': sources } };
}
