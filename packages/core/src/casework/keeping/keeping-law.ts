/**
 * The law of the records as a gate of the store: it checks on every save what the acts check before they make one. The
 * code that opens a store for an officer supplies it.
 */
import type { CodeLists } from '../../codes/code-list.js';
import { canonical } from '../../shared/canonical.js';
import type { Host } from '../../shared/host.js';
import { type Issue, isError } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { HeldRecords, SavedRecord, StoreGate } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Input } from '../act/context.js';
import { reasonIssues } from '../act/reasons-law.js';
import { areaIssues } from '../area/area-law.js';
import type { GivenPostcodeTable } from '../area/postcode-table.js';
import { closingIssues, withdrawalIssues } from '../contact/concern-law.js';
import { spokenIssues } from '../contact/stop-card-law.js';
import { handlingChangeIssues } from '../handling/correct-handling.js';
import { handlingIssues } from '../handling/disclosure-gate.js';
import { refusalIssues } from '../intake/refusal-law.js';
import { statusIssues } from '../intake/status-law.js';
import { organisationIssuesOfSave } from '../organisation/organisation-law.js';
import { offenceIssues } from '../person/offence/offence-law.js';
import type { HandlingRules } from '../rules/handling-rules.js';
import { gatherRetention, type RetentionRules } from '../rules/retention-rules.js';
import { attachmentIssues } from './attachment/attachment-law.js';
import { caseClosingIssues } from './case-closing-law.js';
import { setDayIssues } from './day-law.js';
import { disclosureIssues, passingIssues } from './disclosure-law.js';
import { disposalIssues } from './disposal-law.js';
import { fileIssues } from './file-law.js';
import { identifierLawIssues } from './identifier-law.js';
import { knownIssues } from './known-law.js';
import { partedIssues } from './parted-law.js';
import { raisedIssues } from './raised-law.js';
import { reviewRetention } from './review-retention.js';
import { reviewSetIssues } from './review-set-law.js';
import { type LawOfficer, sensitiveIssues } from './sensitive-law.js';

export interface LawContext {
  readonly host: Pick<Host, 'clock' | 'random'>;
  readonly lists: CodeLists;
  /** Called at each save: the reference of the policy document may be entered in the meantime. */
  readonly officer: () => LawOfficer;
  /**
   * Paths that the adapter of a capture raises to sensitive data wherever it reads, by the line that the capture names
   * it with. Called at each save; absent: no adapter is known to raise any.
   */
  readonly raisedBy?: (adapter: string) => readonly string[];
  /** Replaces the rules that ship: a force’s own periods. Called at each save. */
  readonly retention?: () => RetentionRules;
  /** Replaces the rules that ship: what the conditions of a capture allow. Called at each disclosure. */
  readonly handling?: () => HandlingRules;
  /**
   * Every table of postcodes that was ever held. Called at each save; absent: no area can be said to be of one.
   */
  readonly postcodeTables?: () => readonly GivenPostcodeTable[];
  /**
   * Records of fictional people that are removed from a practice vault: nobody decides on each. Called at each disposal,
   * and heeded for an officer in practice alone. Absent: none.
   */
  readonly removing?: () => ReadonlySet<RecordId>;
}

/**
 * Refuses:
 *
 * - a day that is set too far ahead, and one of something that happened to a person before they were born, also in a
 *   record that is moved to them;
 * - sensitive data, by its kind or by the adapter that read it, without its condition and policy document;
 * - a decision whose reasons belong to another outcome;
 * - a refusal without a reason, or kept without a day to come and why;
 * - a retention review that the act would not make, and a change of a review already made;
 * - a review set of a closed case or for no later day, and the day of one in any other decision;
 * - a hold lifted on any day but today;
 * - a safeguarding concern closed before somebody was told, before it was acknowledged or escalated, or without the
 *   reference of a crime; and a concern withdrawn, other than by the officer who raised it, at once;
 * - a stop card with words that are not said to be the young person's own;
 * - a local authority with another force’s area, and an area said to be of a table of postcodes that does not give it;
 * - words joined to an organisation where the record does not have them, a link that is rewritten, and an organisation
 *   that becomes itself;
 * - a record that belongs to one on another person’s record, and one moved from what belongs to it;
 * - a referral whose status changes without the decision that it follows from;
 * - a section or a status of an offence of somebody who was under ten, or whose age nobody said; a status that is changed,
 *   removed or without its source; and a suspected offence withdrawn without the reason;
 * - a case closed while something about the person is undecided or a safeguarding concern is open, without a reason,
 *   again, or on a day before the last thing that happened in it;
 * - a save on the record of a person whom the officer knows, and that declaration taken back by the officer;
 * - what is on record about a person given out, on paper or as a file, or somebody identified passed on, without the
 *   legal gateway;
 * - what is about several people given to one of them or a family;
 * - a file of referrals given out with a marking below its content, from a record that is closed to the officer, or with
 *   a referral that was declined;
 * - the conditions of a capture changed without a reason, or made looser without who permitted it;
 * - what was given on conditions, given out against them or without them;
 * - a file attached to nobody, beyond the limits, or on a day to come; a change of an attached file itself; and one moved
 *   to another person or withdrawn without the reason;
 * - an IP address without the date, the time and the zone, and an identifier on nobody made somebody's without how sure
 *   that is and who says so;
 * - a disposal that nobody decided, or of matters that others must still be informed of.
 */
export function keepingLaw(context: LawContext): StoreGate {
  const shipped = gatherRetention();
  const { host, lists, officer, raisedBy = () => [], retention = () => shipped } = context;
  const { postcodeTables = () => [] } = context;
  const isRemoved = (ids: readonly RecordId[]): boolean => {
    const removing = officer().practice ? context.removing?.() : undefined;
    return removing !== undefined && ids.every((id) => removing.has(id));
  };
  return {
    save: (saved, held, today, said) => [
      ...sensitiveIssues(saved, held, { officer: officer(), lists, today }),
      ...raisedIssues(saved, held, raisedBy),
      ...knownIssues(saved, held, officer().id),
      ...caseClosingIssues(saved, held, today),
      ...attachmentIssues(saved, held, { lists, today, said }),
      ...saved.flatMap((record) => [
        ...setDayIssues(record, saved, held, today, said),
        ...liftIssues(record, today),
        ...reasonIssues(record, lists),
        ...areaIssues(record, saved, { lists, said, tables: postcodeTables() }),
        ...partedIssues(record, saved, held),
        ...handlingChangeIssues(record, today, said, context.handling?.()),
        ...organisationIssuesOfSave(record, saved, held, today, said),
        ...closingIssues(record, lists, today),
        ...spokenIssues(record),
        ...withdrawalIssues(record, said, today, officer().id),
        ...reviewSetIssues(record, held),
        ...identifierLawIssues(record),
        ...statusIssues(record, saved, held),
        ...passingIssues(record, held, { lists, today }),
        ...refusalIssues(record, saved, today),
        ...offenceIssues(record, { saved, held, today, reason: said.reason }),
        ...reviewIssues(record, held, { host, lists, retention: retention() }),
      ]),
    ],
    disclosure: (entry, isWithSave, held, today) => [
      ...disclosureIssues(entry, isWithSave, held, { lists, today }),
      ...fileIssues(entry, held, officer().id),
      ...handlingIssues(entry, isWithSave, held, {
        today,
        ...(context.handling ? { rules: context.handling() } : {}),
      }),
    ],
    disposal: (ids, held, today) =>
      isRemoved(ids) ? [] : disposalIssues(ids, held, { today, lists, retention: retention() }),
  };
}

/** The lock of a hold prevents its withdrawal; this checks that its last day is the day somebody lifted it. */
function liftIssues({ kind, before, after }: SavedRecord, today: PlainDate): readonly Issue[] {
  if (kind !== 'hold' || !before || !after) return [];
  const { liftedOn } = (before as StoredRecord<'hold'>).value;
  const isLifted = after.liftedOn !== undefined && after.liftedOn !== liftedOn;
  return isLifted && after.liftedOn !== today ? [LIFTED_ON_ANOTHER_DAY] : [];
}

function reviewIssues(
  { kind, before, after }: SavedRecord,
  held: HeldRecords,
  context: Pick<LawContext, 'host' | 'lists'> & { readonly retention: RetentionRules },
): readonly Issue[] {
  if (kind !== 'retentionReview' || !after) return [];
  if (before) return canonical(before.value) === canonical(after) ? [] : [REVIEW_STANDS];
  const { subjectId, id: _, ...input } = after as StoredRecord<'retentionReview'>['value'];
  const subject = held.find(subjectId);
  return reviewRetention(input as Input<'retentionReview'> & { answers: typeof input.answers }, {
    ...context,
    subject: subject?.kind === 'subject' ? (subject as StoredRecord<'subject'>) : undefined,
    records: held.about(subjectId),
  }).issues.filter(isError);
}

const LIFTED_ON_ANOTHER_DAY: Issue = {
  code: 'hold-lifted-on-another-day',
  severity: 'error',
  message: 'A hold is lifted on the day on which you lift it. Lift it again today.',
  at: 'liftedOn',
};

const REVIEW_STANDS: Issue = {
  code: 'review-stands',
  severity: 'error',
  message: 'A retention review is not changed afterwards. Review the case again instead.',
};
