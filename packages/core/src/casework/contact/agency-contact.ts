/**
 * Log a contact with another agency, and correct it. Nothing is shared without a legal gateway, and an unknown gateway
 * does not count as one.
 */

import type { AgencyContact } from '../../record/agency-contact.js';
import { filledFields } from '../../record/filled-fields.js';
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { correctionOf } from '../act/correct.js';
import { type DueOf, dueOn } from '../act/due.js';
import { entryOf, futureIssues, makes, unless } from '../act/entry.js';
import { issueOf } from '../act/issue-of.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

export type AgencyContactInput = Omit<Input<'agencyContact'>, 'subjectId'>;

export interface AgencyContactContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
  /** Contacts with agencies about the subject; others may be among them. */
  readonly records: readonly StoredRecord[];
}

/**
 * Logs a contact with another agency: the information shared, the gateway, and the next step.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that a contact draws from was not handed over
 */
export function logAgencyContact(
  input: AgencyContactInput,
  context: AgencyContactContext,
): Result<CaseCommit> {
  const { subject, records, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const contactOn = input.contactOn ?? host.clock.today();
  const checked = entryOf(
    'agencyContact',
    { ...input, contactOn, subjectId: subject.id },
    context,
    contactOn,
  );
  if (!checked.ok) return failed(...checked.issues, ...unsaidIssues(input));
  const { value } = checked;
  const isFollowed =
    value.followsUp === undefined ||
    records.some(({ id, kind }) => id === value.followsUp && kind === 'agencyContact');
  const issues = [...contactIssues(value, context), ...(isFollowed ? [] : [FOLLOWS_UNKNOWN])];
  return unless(issues, () => ({
    commit: { changes: [makes('agencyContact', value)], reason: 'case-work' },
    id: value.id,
  }));
}

/** Corrects a contact; the contact that it followed up stays the same. */
export function correctAgencyContact(
  held: StoredRecord<'agencyContact'>,
  input: Omit<AgencyContactInput, 'followsUp'>,
  context: CaseContext,
): Result<CaseCommit> {
  const { subjectId, followsUp } = held.value;
  const contactOn = input.contactOn ?? held.value.contactOn;
  const named = { ...input, contactOn, subjectId, followsUp };
  const checked = entryOf('agencyContact', named, context, contactOn);
  if (!checked.ok) return failed(...checked.issues, ...unsaidIssues(input));
  const { value } = checked;
  return correctionOf(held, value, ASKED, contactIssues(value, context));
}

const ASKED = filledFields('agencyContact');

type Unsaid = Pick<AgencyContactInput, 'gateway' | 'gatewayNote' | 'told' | 'statement'>;

/** Reports fields that another answer requires, together with the other faults. */
function unsaidIssues({ gateway, gatewayNote, told, statement }: Unsaid): readonly Issue[] {
  return [
    ...(gateway === 'other' && !gatewayNote ? [GATEWAY_UNNAMED] : []),
    ...(told && !statement ? [STATEMENT_MISSING] : []),
  ];
}

function contactIssues(value: AgencyContact, context: CaseContext): readonly Issue[] {
  const { contactOn, gateway, shared, nextOn } = value;
  return [
    ...futureIssues('Date of contact', contactOn, 'contactOn', context),
    ...(shared !== undefined ? gatewayIssues(gateway) : []),
    ...unsaidIssues(value),
    ...(nextOn !== undefined && nextOn <= contactOn ? [NEXT_TOO_EARLY] : []),
  ];
}

/** Due until a contact follows it up, or one with the same agency is held on that day or later. */
export const agencyDue: DueOf<'agencyContact'> = ({ id, value }, { naming }) => {
  const { nextOn, agency, contactOn, subjectId } = value;
  if (nextOn === undefined) return [];
  const isFollowed = naming('agencyContact', 'subjectId', subjectId).some(
    (other) =>
      other.value.followsUp === id ||
      (other.value.agency === agency && other.value.contactOn >= nextOn && other.id !== id),
  );
  if (isFollowed) return [];
  return [
    dueOn(
      'contact-agency',
      nextOn,
      `An agency was contacted on ${writtenDate(contactOn)}, and the next contact was set for ${writtenDate(nextOn)}.`,
    ),
  ];
};

function gatewayIssues(gateway: string): readonly Issue[] {
  if (gateway === 'not-known') return [GATEWAY_NOT_KNOWN];
  return gateway === 'nothing-shared' ? [SHARED_ALL_THE_SAME] : [];
}
const GATEWAY_NOT_KNOWN = issueOf(
  'gateway-not-known',
  'gateway',
  'Something was shared, and the gateway is not known. Find out which one it was, and select it. If there was none, tell the data protection officer.',
);
const SHARED_ALL_THE_SAME = issueOf(
  'gateway-not-known',
  'gateway',
  'You selected that nothing was shared, but entered what was shared. Select the gateway, or clear what was shared.',
);
const GATEWAY_UNNAMED = issueOf(
  'missing',
  'gatewayNote',
  'Enter the Act and section of the gateway',
);
const STATEMENT_MISSING = issueOf(
  'missing',
  'statement',
  'Select whether what they said is a fact, a report, an opinion, an inference or the subject’s own words',
);
const NEXT_TOO_EARLY = issueOf(
  'date-out-of-order',
  'nextOn',
  'The date the next contact is due must be after the date of contact',
);
const FOLLOWS_UNKNOWN = issueOf(
  'follows-unknown',
  'followsUp',
  'The contact that this follows up is no longer held. Log it as a new one.',
);
