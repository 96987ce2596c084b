/**
 * The part of a case file about suspected offences: each with the status that counts now and no other, so that no paper
 * says more of somebody than is known. What was read of a matter that ended is in no line by itself.
 */
import {
  behaviourOnly,
  presentStanding,
  referralAsKnown,
  shownOffence,
} from '../../casework/act/offence-state.js';
import type { RecordOf } from '../../record/kind.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { asBehaviour, type OnRecord } from './on-record.js';

/** A suspected offence with its present status. */
export type OffenceNow = RecordOf<'offence'> & {
  /** A code of `offence-status`. */
  readonly status?: string;
  readonly statusOn?: PlainDate;
};

export interface OffencesInFile {
  /** In the order in which they happened, as far as it is known. */
  readonly offences: readonly OffenceNow[];
}

export function offencesInFile(
  offences: readonly StoredRecord<'offence'>[],
  subject: StoredRecord<'subject'>,
): OffencesInFile {
  const dayOf = ({ incidentOn = [], knownOn }: RecordOf<'offence'>) =>
    incidentOn.toSorted()[0] ?? knownOn;
  return {
    offences: offences
      .map(({ value }) => offenceNow(value, subject))
      .toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1)),
  };
}

function offenceNow(value: RecordOf<'offence'>, subject: StoredRecord<'subject'>): OffenceNow {
  const shown = shownOffence(value, subject.value);
  const present = presentStanding(shown);
  return {
    ...shown,
    standings: present ? [present] : [],
    ...(present ? { status: present.status } : {}),
    ...(present?.on ? { statusOn: present.on } : {}),
  };
}

/** What is on record, with behaviour of a child under ten named as nothing else. */
export function offencesOnRecord(
  all: readonly OnRecord[],
  offences: readonly StoredRecord<'offence'>[],
  subject: StoredRecord<'subject'>,
): readonly OnRecord[] {
  const behaviour = new Set(
    offences
      .filter(({ value }) => behaviourOnly(value, subject.value) !== undefined)
      .map(({ id }) => id),
  );
  return all.map((each) => (behaviour.has(each.id) ? asBehaviour(each) : each));
}

/** The referrals of a person without the words of what ended. */
export function referralsAsKnown(
  referrals: readonly StoredRecord<'referral'>[],
  offences: readonly StoredRecord<'offence'>[],
  subject: StoredRecord<'subject'>,
): readonly StoredRecord<'referral'>[] {
  if (offences.length === 0) return referrals;
  return referrals.map((each) => ({
    ...each,
    value: referralAsKnown(each, offences, subject.value),
  }));
}
