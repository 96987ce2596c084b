/** Log a contact with another agency. Nothing is shared without a legal gateway, and one that is not known is none. */
import { writtenDate } from '../shared/dates.js';
import { failed, type Issue, type Result } from '../shared/issue.js';
import type { StoredRecord } from '../store/port.js';
import type { CaseCommit, CaseContext, Input } from './context.js';
import { type DueOf, dueOn } from './due.js';
import { entryOf, futureIssues, makes, SUBJECT_UNKNOWN, unless } from './entry.js';
import { issueOf } from './issue-of.js';

export type AgencyContactInput = Omit<Input<'agencyContact'>, 'subjectId'>;

export interface AgencyContactContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
  /** Contacts with agencies about the subject; others may be among them. */
  readonly records: readonly StoredRecord[];
}

/** @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that a contact draws from was not handed over */
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
  if (!checked.ok) return checked;
  const { value } = checked;
  const isFollowed =
    value.followsUp === undefined ||
    records.some(({ id, kind }) => id === value.followsUp && kind === 'agencyContact');
  const issues: readonly Issue[] = [
    ...futureIssues('Date of contact', contactOn, 'contactOn', context),
    ...(value.shared !== undefined ? gatewayIssues(value.gateway) : []),
    ...(value.gateway === 'other' && value.gatewayNote === undefined ? [GATEWAY_UNNAMED] : []),
    ...(value.told !== undefined && value.statement === undefined ? [STATEMENT_MISSING] : []),
    ...(value.nextOn !== undefined && value.nextOn <= contactOn ? [NEXT_TOO_EARLY] : []),
    ...(isFollowed ? [] : [FOLLOWS_UNKNOWN]),
  ];
  return unless(issues, () => ({
    commit: { changes: [makes('agencyContact', value)], reason: 'case-work' },
    id: value.id,
  }));
}

/** Until a contact follows it up, or one with the same agency is held on that day or after it. */
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
  'It says that nothing was shared, and what was shared. Select the gateway, or empty what was shared.',
);
const GATEWAY_UNNAMED = issueOf(
  'missing',
  'gatewayNote',
  'Enter the Act and section of the gateway',
);
const STATEMENT_MISSING = issueOf(
  'missing',
  'statement',
  'Select whether what they said is a fact, a report, an opinion or an inference',
);
const NEXT_TOO_EARLY = issueOf(
  'date-out-of-order',
  'nextOn',
  'Next contact due must be after the date of contact',
);
const FOLLOWS_UNKNOWN = issueOf(
  'follows-unknown',
  'followsUp',
  'The contact that this follows up is not held any more. Log it as a new one.',
);
