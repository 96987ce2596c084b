/** The row of a subject in a list. */
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import { referralReferences } from '../act/case-root.js';
import type { ListProjection } from '../act/list-projection.js';

export interface SubjectRow {
  readonly id: RecordId;
  readonly name: string;
  readonly otherNames: readonly string[];
  /** References of all referrals; the latest referral's own comes first. */
  readonly references: readonly string[];
  /** Day of the latest referral. */
  readonly receivedOn?: PlainDate;
  /** Status of the latest referral: a code of `referral-status`. */
  readonly status?: string;
}

export const subjects: ListProjection<'subject', SubjectRow> = {
  joins: [{ kind: 'referral', by: 'subjectId', named: 'by-other' }],
  row({ id, value: { name, aliases } }, joined) {
    const referrals = joined('referral').toSorted((a, b) =>
      b.value.receivedOn.localeCompare(a.value.receivedOn),
    );
    const latest = referrals[0]?.value;
    return {
      id,
      name,
      otherNames: aliases,
      references: [...new Set(referrals.flatMap(({ value }) => referralReferences(value)))],
      ...(latest ? { receivedOn: latest.receivedOn, status: latest.status } : {}),
    };
  },
};
