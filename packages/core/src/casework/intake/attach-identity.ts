/**
 * Attach an identity to an enquiry: the form came back, and becomes a referral. The enquiry's own text stays unchanged.
 */
import type { Draft } from '../../capture/draft.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import { enquiryState } from './enquiry-state.js';
import { type FileContext, type FiledReferral, fileReferral } from './file-referral.js';
import { ENQUIRY_UNKNOWN } from './take-enquiry.js';

export interface AttachContext extends FileContext {
  readonly enquiry: StoredRecord<'enquiry'> | undefined;
  /** Decisions on it. */
  readonly decisions: readonly StoredRecord<'decision'>[];
  /** Referrals made from it so far. */
  readonly referrals: readonly StoredRecord<'referral'>[];
}

/**
 * Makes the referral. Allowed only once the first check has let the form be sent: before that nobody may be named. One
 * referral is enough.
 */
export function attachIdentity(draft: Draft, context: AttachContext): Result<FiledReferral> {
  const { enquiry, decisions, referrals } = context;
  if (!enquiry) return failed(ENQUIRY_UNKNOWN);
  const state = enquiryState(enquiry, decisions, referrals);
  if (state === 'referred') return failed(REFERRED);
  if (state !== 'form-sent') return failed(NOT_ACCEPTED);
  // An existing referral has its own referrer and route, which those of the enquiry would silently replace.
  if (context.addToReferral) return failed(NEW_REFERRAL);
  const filed = fileReferral(draft, context);
  if (!filed.ok) return filed;
  const { commit, ids } = filed.value;
  const changes = commit.changes.map((change) =>
    change.record === ids.referral ? cameOf(change, enquiry) : change,
  );
  const received = changes.find(({ record }) => record === ids.referral)?.set;
  if (received && 'receivedOn' in received && `${received.receivedOn}` < enquiry.value.receivedOn)
    return failed(BEFORE_ENQUIRY);
  return passed({ commit: { ...commit, changes }, ids }, filed.issues);
}

function cameOf(change: Change, { id, value }: StoredRecord<'enquiry'>): Change {
  const { referrerId, route } = value;
  const names = 'referrerId' in change.set || referrerId === undefined ? {} : { referrerId };
  return { ...change, set: { ...change.set, ...names, enquiryId: id, route } as Change['set'] };
}

const REFERRED: Issue = {
  code: 'enquiry-referred',
  severity: 'error',
  message: 'A referral has already been made from this enquiry. Add to that referral instead.',
  at: 'enquiryId',
};

const NOT_ACCEPTED: Issue = {
  code: 'enquiry-not-accepted',
  severity: 'error',
  message:
    'This enquiry was not found suitable, so nobody may be named on it. Change the decision first.',
  at: 'enquiryId',
};

const NEW_REFERRAL: Issue = {
  code: 'enquiry-new-referral',
  severity: 'error',
  message:
    'A referral that comes from an enquiry is a new one. Save it as a new referral, or choose no enquiry.',
  at: 'enquiryId',
};

const BEFORE_ENQUIRY: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'Date of referral must be on or after the date on which the enquiry was received',
  at: 'receivedOn',
};
