/** Writes one referral as one document of the model, and names the parts of its records that are left out. */
import {
  codeLabel,
  type ExportContext,
  type FieldPath,
  type FieldValues,
  fieldOf,
  type GivenRecord,
  type Issue,
  type RecordSet,
} from '@cyber-prevent/core/plugin';
import { issueOf } from './issue.js';
import { leftOnRecord } from './left-on-record.js';
import { mapping, relationOf } from './mapping.js';
import { type Account, writePerson } from './write-person.js';
import {
  type Attributes,
  approvedTexts,
  fits,
  link,
  onlyOne,
  type Resource,
  resourceOf,
  rowsFor,
  tooLong,
  type Writing,
  withoutRoom,
} from './writing.js';

export interface Document {
  readonly data: Resource;
  readonly included: readonly Resource[];
}

export interface Written {
  readonly document: Document;
  readonly leftOut: readonly Issue[];
}

/** @param values - the referral's texts, from `referralValues` */
export function writeReport(
  { records }: RecordSet,
  referral: GivenRecord<'referral'>,
  values: FieldValues,
  at: string,
  { lists }: ExportContext,
  approved: ReadonlySet<FieldPath>,
): Written {
  const writing: Writing = { at, lists, approved, included: [], leftOut: [] };
  const incident: Resource = {
    type: 'incident',
    id: 'incident-1',
    attributes: {},
    relationships: {},
  };
  writeOwn(writing, incident, values);
  const isTheirs = (record: { readonly subjectId: string }) =>
    record.subjectId === referral.subjectId;
  const identifiers = records.onlineIdentifier?.filter(isTheirs) ?? [];
  const accounts = identifiers
    .filter(isAccount)
    .flatMap(({ asSeen, platform }): readonly Account[] => {
      if (asSeen === undefined) return [];
      const name =
        platform === undefined ? undefined : codeLabel(lists, 'online-platform', platform);
      return [{ text: asSeen, platform: name }];
    });
  const others = new Set(identifiers.flatMap((each) => (isAccount(each) ? [] : (each.type ?? []))));
  for (const type of others)
    writing.leftOut.push(
      withoutRoom(
        `Identifier (${codeLabel(lists, 'identifier-type', type)})`,
        'the model has room for accounts alone',
        at,
      ),
    );
  const subject = writePerson(writing, 'subject', values, accounts);
  const roles = new Map(
    mapping.roles.flatMap((role) => (role.write ? [[role.as, role.relationship] as const] : [])),
  );
  if (subject) {
    link(incident, roles.get('subject') ?? '', subject);
    writing.leftOut.push(ownWord(at, roles.get('subject') ?? ''));
  }
  const referrer = writePerson(writing, 'referrer', values);
  if (referrer) link(incident, roles.get('referrer') ?? '', referrer);
  const related = records.relatedPerson?.filter(isTheirs) ?? [];
  if (subject) for (const person of related) writeRelated(writing, incident, subject, person);
  else if (related.length > 0)
    writing.leftOut.push(
      withoutRoom('Related people', 'nothing of the person they are related to was', at),
    );
  writing.leftOut.push(...leftOnRecord(records, referral, at));
  return { document: { data: incident, included: writing.included }, leftOut: writing.leftOut };
}

/** True of an account on a platform: an identifier without a type is one. */
function isAccount({ type }: { readonly type?: string | undefined }): boolean {
  return (type ?? 'platform-account') === 'platform-account';
}

/** The model's name for a person reported is for suspects: a referred young person is not one. */
function ownWord(at: string, word: string): Issue {
  return issueOf(
    'word-of-our-own',
    `The model has no neutral word for the person referred, so they are linked as “${word}”. Agree that with the people who read the file`,
    at,
  );
}

/** The report's own values: on the incident, or on its submission. */
function writeOwn(writing: Writing, incident: Resource, values: FieldValues): void {
  const submission: Attributes = {};
  const rows = [...rowsFor('incident', 'report'), ...rowsFor('submission', 'report')];
  for (const path of new Set(REPORT_PATHS)) {
    const texts = approvedTexts(writing, path, values[path] ?? []);
    const [text] = texts;
    if (text === undefined) continue;
    const { label } = fieldOf(path);
    const own = rows.filter((row) => row.paths?.report === path);
    const row = own.find((each) => each.form === 'days' || fits(each, text));
    if (!row) {
      tooLong(writing, label, Math.max(...own.map(({ max = 0 }) => max)));
      continue;
    }
    const attributes = row.type === 'incident' ? incident.attributes : submission;
    if (row.form === 'days') attributes[row.name] = daysOf(writing, texts);
    else attributes[row.name] = text;
    if (row.form === undefined && texts.length > 1) onlyOne(writing, label, texts.length - 1);
  }
  if (Object.keys(submission).length === 0) return;
  const resource = resourceOf(writing, 'submission');
  Object.assign(resource.attributes, submission);
  const row = mapping.links.find(({ from, to }) => from === 'incident' && to === 'submission');
  if (row) link(incident, row.relationship, resource);
}

const REPORT_PATHS: readonly FieldPath[] = [
  'referral.reference',
  'referral.otherReferences[]',
  'referral.receivedOn',
  'referral.suspectedOffences[]',
  'referral.incidentDates[]',
  'referral.narrative',
];

/** The model has a first and a last day. */
function daysOf(writing: Writing, days: readonly string[]): Attributes {
  const sorted = [...new Set(days)].sort();
  const [dateFrom = ''] = sorted;
  const dateTo = sorted.at(-1) ?? dateFrom;
  if (sorted.length > 1)
    writing.leftOut.push(
      issueOf(
        'days-as-range',
        `Date of incident: ${sorted.length} days are on record. The first and the last were written, which reads as if it went on between them`,
        writing.at,
      ),
    );
  return { dateFrom, dateTo };
}

/** A person around the subject, linked by their relationship if the model has exactly that word. */
function writeRelated(
  writing: Writing,
  incident: Resource,
  subject: Resource,
  { name = '', relationship = '', phones, emails }: GivenRecord<'relatedPerson'>,
): void {
  const person = writePerson(writing, 'related', {
    'relatedPersons[].name': [name],
    'relatedPersons[].phones[]': phones,
    'relatedPersons[].emails[]': emails,
  });
  const [words] = approvedTexts(writing, 'relatedPersons[].relationship', [relationship]);
  if (!person) return;
  const role = mapping.roles.find(({ as, label }) => as === 'related' && label === words);
  if (role) {
    link(incident, role.relationship, person);
    return;
  }
  const { unknown, other } = mapping.relations;
  const known = words === undefined ? unknown : relationOf(words);
  if (known === undefined)
    writing.leftOut.push(
      issueOf(
        'relationship-not-named',
        'A relationship to the subject was not written: the model has no word for it. It is written as “other”',
        writing.at,
      ),
    );
  link(subject, known ?? other, person);
}
