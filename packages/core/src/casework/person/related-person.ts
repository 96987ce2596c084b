/** Add somebody around the subject, or add to their record. */
import { filledFields } from '../../record/filled-fields.js';
import type { RelatedPerson } from '../../record/related-person.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type ByHandContext, sourceByHand, type ToldSource } from '../act/by-hand.js';
import { changeOf } from '../act/change-entry.js';
import type { CaseCommit, Input } from '../act/context.js';
import { entryOf, futureIssues, makes, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

const ASKED = filledFields('relatedPerson');

export interface RelatedPersonContext extends ByHandContext {
  readonly subject: StoredRecord<'subject'> | undefined;
}

/** Adds somebody around the subject, with the source of every field. */
export function addRelatedPerson(
  input: Omit<Input<'relatedPerson'>, 'subjectId'>,
  told: ToldSource,
  context: RelatedPersonContext,
): Result<CaseCommit> {
  const { subject } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const checked = entryOf('relatedPerson', { ...input, subjectId: subject.id }, context);
  const source = sourceByHand(told, context);
  if (!checked.ok || !source.ok) return failed(...checked.issues, ...source.issues);
  const { value } = checked;
  const said = value.name ?? value.relationship ?? '';
  const at = value.name === undefined ? 'relationship' : 'name';
  return unless(personIssues(value, context), () => ({
    commit: {
      changes: [
        source.value.change,
        {
          ...makes('relatedPerson', value),
          sources: { [at]: [source.value.refTo(LABEL[at] ?? at, said)] },
        },
      ],
      reason: 'case-work',
    },
    id: value.id,
  }));
}

/**
 * Changes the record of somebody around the subject.
 *
 * @param told - the source; unchanged fields keep their own source
 */
export function changeRelatedPerson(
  person: StoredRecord<'relatedPerson'>,
  input: Omit<Input<'relatedPerson'>, 'subjectId'>,
  told: ToldSource,
  context: ByHandContext,
): Result<CaseCommit> {
  const changed = changeOf(person, input, ASKED, context);
  const source = sourceByHand(told, context);
  if (!changed.ok || !source.ok) return failed(...changed.issues, ...source.issues);
  const { change, value } = changed.value;
  const names = Object.keys(change.set);
  if (names.length === 0) return failed(NOTHING_CHANGED);
  const refs = names.map((name) => [name, [source.value.refTo(LABEL[name] ?? name, '')]] as const);
  return unless(personIssues(value, context), () => ({
    commit: {
      changes: [source.value.change, { ...change, sources: Object.fromEntries(refs) }],
      reason: 'correction',
    },
    id: person.id,
  }));
}

const LABEL: Readonly<Record<string, string>> = {
  name: 'Name',
  relationship: 'Relationship to the subject',
  relationshipKind: 'Kind of relationship',
  roles: 'Roles',
  phones: 'Telephone',
  emails: 'Email address',
};

function personIssues(value: RelatedPerson, context: ByHandContext): readonly Issue[] {
  const { name, relationship, roles = [] } = value;
  const issues: Issue[] = [];
  if (name === undefined && relationship === undefined) issues.push(WHO);
  for (const [nth, { from, until }] of roles.entries()) {
    issues.push(...futureIssues('The start date', from, `roles.${nth}.from`, context));
    if (until !== undefined && until < from)
      issues.push({ ...ENDS_TOO_EARLY, at: `roles.${nth}.until` });
  }
  const standing = roles.filter(({ until }) => until === undefined).map(({ role }) => role);
  if (standing.includes('appropriate-adult') && standing.includes('supporter'))
    issues.push(TWO_ROLES);
  return issues;
}

const WHO: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Enter a name, or what they are to the subject',
  at: 'name',
};

const NOTHING_CHANGED: Issue = {
  code: 'nothing-changed',
  severity: 'error',
  message: 'Nothing was changed. Change something, or cancel.',
};

const ENDS_TOO_EARLY: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'The end date must be on or after the date from which it holds',
};

const TWO_ROLES: Issue = {
  code: 'roles-differ',
  severity: 'warning',
  message:
    'An appropriate adult and a supporter are different things. Keep both only where this person was asked for each.',
  at: 'roles',
};
