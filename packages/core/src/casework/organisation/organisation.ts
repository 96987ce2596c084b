/** Add an organisation, correct its details, rename it, close it, and keep its contacts. */

import { packed } from '../../match/fold.js';
import { emailDomain, isPublicDomain, organisationWords } from '../../match/organisation-words.js';
import { filledFields } from '../../record/filled-fields.js';
import type { RecordOf } from '../../record/kind.js';
import type { Organisation } from '../../record/organisation.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { correctionOf } from '../act/correct.js';
import { entryOf, futureIssues, makes, sets, unless } from '../act/entry.js';
import { issueOf } from '../act/issue-of.js';
import { CHOSEN, linksTo, MADE_FROM_WORDS, type TickedPlace } from './join-words.js';
import { organisationApart } from './told-apart.js';

export interface OrganisationContext extends CaseContext {
  /** Every organisation that is held. */
  readonly organisations: readonly StoredRecord<'organisation'>[];
}

/** Fields that acts of their own set. */
const BY_OTHER_ACTS = [
  'earlierNames',
  'closedOn',
  'becameHow',
  'becameOn',
  'becameWhy',
] as const satisfies readonly (keyof Organisation)[];

/** The fields of the form that makes or corrects an organisation. */
export const ORGANISATION_ASKED = filledFields('organisation', {
  without: BY_OTHER_ACTS,
  also: ['partOf'],
});

/**
 * Adds an organisation, and joins to it the places that the officer ticked, if it was made from their words. Another of
 * the same name is reported and allowed.
 */
export function addOrganisation(
  input: Input<'organisation'>,
  context: OrganisationContext,
  ticked: readonly TickedPlace[] = [],
): Result<CaseCommit> {
  const asked = Object.fromEntries(
    ORGANISATION_ASKED.map((name) => [name, Reflect.get(input, name)]),
  );
  const checked = entryOf('organisation', asked as Input<'organisation'>, context);
  if (!checked.ok) return checked;
  const { value } = checked;
  const made = ticked.map((place) => ({
    ...place,
    reasons: [...place.reasons.filter((reason) => reason !== CHOSEN), MADE_FROM_WORDS],
  }));
  const links = linksTo(value.id, made, context);
  if (!links.ok) return links;
  return unless(organisationIssues(value, context), () => ({
    commit: { changes: [makes('organisation', value), ...links.value], reason: 'case-work' },
    id: value.id,
  }));
}

/** Corrects what is on record of an organisation. A new name of it is an act of its own. */
export function correctOrganisation(
  held: StoredRecord<'organisation'>,
  input: Input<'organisation'>,
  context: OrganisationContext,
): Result<CaseCommit> {
  const asked = new Set<string>(ORGANISATION_ASKED);
  const rest = Object.entries(held.value).filter(([name]) => !asked.has(name) && name !== 'id');
  const given = ORGANISATION_ASKED.map((name) => [name, Reflect.get(input, name)] as const);
  const checked = entryOf(
    'organisation',
    Object.fromEntries([...rest, ...given]) as Input<'organisation'>,
    context,
    undefined,
    held.value,
  );
  if (!checked.ok) return checked;
  const next = { ...checked.value, id: held.id } as RecordOf<'organisation'>;
  return correctionOf(held, next, ORGANISATION_ASKED, organisationIssues(next, context));
}

/** Gives it a new name: the old one stays, with its last day. */
export function renameOrganisation(
  held: StoredRecord<'organisation'>,
  { name, until }: { readonly name?: string | undefined; readonly until?: PlainDate | undefined },
  context: OrganisationContext,
): Result<CaseCommit> {
  const next = name?.trim() ?? '';
  const earlier = { name: held.value.name, until: until ?? context.host.clock.today() };
  const input = {
    ...held.value,
    name: next,
    earlierNames: [...(held.value.earlierNames ?? []), earlier],
  } as Input<'organisation'>;
  if (next === '') return failed(NAME_MISSING);
  if (next === held.value.name) return failed(NAME_SAME);
  const { id: _, ...rest } = input as RecordOf<'organisation'>;
  const checked = entryOf('organisation', rest, context, undefined, held.value);
  if (!checked.ok) return checked;
  const value = { ...checked.value, id: held.id } as RecordOf<'organisation'>;
  const issues = [
    ...futureIssues('The last day of the name', earlier.until, 'until', context),
    ...alikeIssues(value, context),
  ];
  return unless(issues, () => ({
    commit: {
      changes: [sets(held, { name: value.name, earlierNames: value.earlierNames ?? [] })],
      reason: 'case-work',
    },
    id: held.id,
  }));
}

/** Records the day it closed; the links to it stay. */
export function closeOrganisation(
  held: StoredRecord<'organisation'>,
  closedOn: PlainDate | undefined,
  context: CaseContext,
): Result<CaseCommit> {
  if (held.value.closedOn !== undefined) return failed(CLOSED_ALREADY);
  const on = closedOn ?? context.host.clock.today();
  const { openedOn } = held.value;
  const issues = [
    ...futureIssues('The day it closed', on, 'closedOn', context),
    ...(openedOn !== undefined && on < openedOn ? [CLOSED_TOO_EARLY] : []),
  ];
  return unless(issues, () => ({
    commit: { changes: [sets(held, { closedOn: on })], reason: 'case-work' },
    id: held.id,
  }));
}

function organisationIssues(value: Organisation, context: OrganisationContext): readonly Issue[] {
  const { emailDomains = [], contacts = [], openedOn, closedOn, partOf, id } = value;
  const issues: Issue[] = [];
  for (const [nth, domain] of emailDomains.entries()) {
    if (emailDomain(domain) === undefined || domain.includes('@'))
      issues.push(issueOf('email-domain-unreadable', 'emailDomains', DOMAIN_WANTED));
    else if (isPublicDomain(domain))
      issues.push(issueOf('email-domain-public', 'emailDomains', publicDomain(domain)));
    if (issues.length > nth + 1) break;
  }
  for (const [nth, { from, until }] of contacts.entries()) {
    issues.push(...futureIssues('The start date', from, `contacts.${nth}.from`, context));
    if (until !== undefined && until < from)
      issues.push({ ...ENDS_TOO_EARLY, at: `contacts.${nth}.until` });
  }
  if (openedOn !== undefined && closedOn !== undefined && closedOn < openedOn)
    issues.push({ ...CLOSED_TOO_EARLY, at: 'openedOn' });
  const whole = partOf && context.organisations.find((each) => each.id === partOf);
  if (partOf !== undefined && (partOf === id || !whole)) issues.push(PART_OF_UNKNOWN);
  return [...issues, ...alikeIssues(value, context)];
}

/** Warns of another organisation of the same name, and of one that has the same identifier. */
function alikeIssues(
  value: Organisation,
  { organisations }: OrganisationContext,
): readonly Issue[] {
  const others = organisations.filter(({ id }) => id !== value.id);
  const name = organisationWords(value.name).join('');
  const named = others.filter((other) => organisationWords(other.value.name).join('') === name);
  const same = others.filter((other) => sharedIdentifier(value, other.value));
  return [
    ...named.map((other) =>
      issueOf('organisation-alike', 'name', alikeWords(other.value), 'warning'),
    ),
    ...same.map((other) =>
      issueOf(
        'organisation-identifier-held',
        'identifiers',
        identifierWords(other.value),
        'warning',
      ),
    ),
  ];
}

/** The identifier that both have, by the same scheme. */
export function sharedIdentifier(
  { identifiers = [] }: Organisation,
  other: Organisation,
): string | undefined {
  return identifiers.find(({ scheme, value }) =>
    other.identifiers?.some(
      (each) => each.scheme === scheme && packed(each.value) === packed(value),
    ),
  )?.value;
}

const alikeWords = (other: Organisation) =>
  `There is another organisation with this name: ${organisationApart(other)}. Make sure that this is not the same one.`;
const identifierWords = (other: Organisation) =>
  `Another organisation has this identifier: ${organisationApart(other)}. If they are one, say so on its page.`;
const DOMAIN_WANTED = 'Enter an email domain without the @, like school.example';
const publicDomain = (domain: string) =>
  `Anybody can have an email address at ${domain}, so it does not show which organisation is meant. Remove it.`;

const NAME_MISSING = issueOf('missing', 'name', 'Enter the new name of the organisation');
const NAME_SAME = issueOf(
  'nothing-changed',
  'name',
  'This is the name that it has already. Enter the new one.',
);
const CLOSED_ALREADY = issueOf(
  'organisation-closed',
  'closedOn',
  'This organisation is recorded as closed already.',
);
const CLOSED_TOO_EARLY = issueOf(
  'date-out-of-order',
  'closedOn',
  'The day it closed must be on or after the day it opened',
);
const ENDS_TOO_EARLY = issueOf(
  'date-out-of-order',
  'contacts',
  'The end date must be on or after the date from which it holds',
);
const PART_OF_UNKNOWN = issueOf(
  'organisation-gone',
  'partOf',
  'Choose another organisation that it is part of: this one is itself, or is no longer held',
);
