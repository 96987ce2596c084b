/** Say that an organisation became another, or that two records are one organisation; and undo that. */
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit } from '../act/context.js';
import { entryOf, futureIssues, sets, unless } from '../act/entry.js';
import { issueOf } from '../act/issue-of.js';
import { organisationCourse } from './link-state.js';
import type { OrganisationContext } from './organisation.js';

export interface Became {
  readonly becameId?: RecordId | undefined;
  /** A code of `organisation-became`. */
  readonly becameHow?: string | undefined;
  readonly becameOn?: PlainDate | undefined;
  readonly becameWhy?: string | undefined;
}

/** Names what it became, with the day and how it is known. No link is rewritten: readers follow it. */
export function becomeOther(
  held: StoredRecord<'organisation'>,
  { becameId, becameHow, becameOn, becameWhy }: Became,
  context: OrganisationContext,
): Result<CaseCommit> {
  if (held.value.becameId !== undefined) return failed(BECAME_ALREADY);
  const on = becameOn ?? context.host.clock.today();
  const why = becameWhy?.trim();
  const { id: _, ...rest } = held.value;
  const said = {
    becameOn: on,
    ...(becameId === undefined ? {} : { becameId }),
    ...(becameHow ? { becameHow } : {}),
    ...(why ? { becameWhy: why as NonNullable<typeof held.value.becameWhy> } : {}),
  };
  const checked = entryOf('organisation', { ...rest, ...said }, context, undefined, held.value);
  const issues: Issue[] = [
    ...(becameId === undefined ? [OTHER_MISSING] : courseIssues(held.id, becameId, context)),
    ...(becameHow ? [] : [HOW_MISSING]),
    ...(why ? [] : [WHY_MISSING]),
    ...futureIssues('The day it became that', on, 'becameOn', context),
  ];
  if (!checked.ok) return failed(...checked.issues, ...issues);
  return unless(issues, () => ({
    commit: { changes: [sets(held, said)], reason: 'case-work' },
    id: held.id,
  }));
}

/** Undoes that it became another: they are two again, and every link is as it was. */
export function undoBecame(held: StoredRecord<'organisation'>): Result<CaseCommit> {
  if (held.value.becameId === undefined) return failed(BECAME_NOTHING);
  const names = ['becameId', 'becameHow', 'becameOn', 'becameWhy'] as const;
  const set = Object.fromEntries(
    names.filter((name) => held.value[name] !== undefined).map((name) => [name, null]),
  );
  return unless([], () => ({
    commit: { changes: [sets(held, set)], reason: 'correction' },
    id: held.id,
  }));
}

function courseIssues(
  id: RecordId,
  becameId: RecordId,
  { organisations }: OrganisationContext,
): readonly Issue[] {
  const course = organisationCourse(becameId, (each) =>
    organisations.find((one) => one.id === each),
  );
  if (course.length === 0) return [OTHER_MISSING];
  return course.some((each) => each.id === id) ? [IN_A_CIRCLE] : [];
}

const OTHER_MISSING = issueOf('missing', 'becameId', 'Select the organisation that it became');
const HOW_MISSING = issueOf('missing', 'becameHow', 'Select how it became that');
const WHY_MISSING = issueOf('missing', 'becameWhy', 'Enter how you know');
const BECAME_ALREADY = issueOf(
  'organisation-became',
  'becameId',
  'It is recorded already what this organisation became. Undo that first.',
);
const BECAME_NOTHING = issueOf(
  'organisation-became',
  'becameId',
  'It is not recorded that this organisation became another.',
);
export const IN_A_CIRCLE = issueOf(
  'organisation-circle',
  'becameId',
  'That organisation became this one. Choose another, or undo that first.',
);
