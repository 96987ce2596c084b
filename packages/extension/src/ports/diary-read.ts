/** The due entries for a page: folded next to the records, so that no page gets the whole caseload. */
import type {
  DiaryEntry,
  DiaryState,
  Instant,
  Issue,
  PlainDate,
  RecordId,
} from '@cyber-prevent/core';

/** Place among several that would read alike. */
export interface Place {
  /** From 1. */
  readonly nth: number;
  readonly of: number;
}

/** The person that an entry is about, as lists show people: by name, age and reference, and what parts namesakes. */
export interface DiaryPerson {
  readonly name: string;
  /** For the age; absent while it is unknown. */
  readonly bornOn?: PlainDate;
  /** Every date of birth on record, if there is more than one: no age is then said as if it were certain. */
  readonly births?: readonly PlainDate[];
  /** Reference of the only referral: with several, each belongs to the entries of its own. */
  readonly reference?: string;
  /** True if somebody else on record has the same name, or the name is not known. */
  readonly hasNamesake?: true;
  /** Another name or a handle that no other of those who read alike has. */
  readonly known?: { readonly by: 'alias' | 'handle'; readonly text: string };
  /** The school or employer, if no other of those who read alike has it. */
  readonly school?: string;
  /** Day of the first referral; only if a namesake has the same date of birth, or neither has one. */
  readonly firstReceivedOn?: PlainDate;
  /** Day on which the record was made; only if a namesake has the same date of birth, or neither has one. */
  readonly recordedOn?: PlainDate;
  /** Among namesakes with the same date of birth who were recorded on that day. */
  readonly place?: Place;
}

/** The referral that an entry is about, as a row shows it. */
export interface DiaryReferral {
  readonly reference?: string;
  /** True if the person has another referral, so that a row says which of them it is about. */
  readonly hasAnother?: true;
  /** Among referrals of the person that came on that day. */
  readonly place?: Place;
  readonly receivedOn: PlainDate;
  /** A code of `referral-status`. */
  readonly status: string;
}

/** Facts that tell an entry about nobody from another: when it came, and who asked. */
export interface DiaryUnnamed {
  /** The day it was received or given; of a concern the moment it was recorded. */
  readonly at: PlainDate | Instant;
  /** Organisation of the person who asked, or their name. */
  readonly by?: string;
  /** A code of `referral-route`. */
  readonly route?: string;
  /** Moment of recording, if another of the same asker, day and first words is among the entries. */
  readonly recordedAt?: Instant;
}

export interface DiaryRead {
  /** The day that it was folded for, where the records are. */
  readonly today: PlainDate;
  /** Everything that is urgent, overdue or due today, and the entries up to the requested day. */
  readonly entries: readonly DiaryEntry[];
  /** Of all entries, regardless of the requested day. */
  readonly counts: Readonly<Record<DiaryState, number>>;
  /** Warnings: a table of bank holidays that has run out, a clock that cannot be right. */
  readonly issues: readonly Issue[];
  /** The people named by the entries, by id. */
  readonly people: Readonly<Record<RecordId, DiaryPerson>>;
  /** First words of what the entries that name nobody are about, by the id of their record; none of a concern. */
  readonly begins: Readonly<Record<RecordId, string>>;
  /** By the id of the record of each entry that names nobody. */
  readonly unnamed: Readonly<Record<RecordId, DiaryUnnamed>>;
  /** By the id of the record that an entry is of: the referral that it is about, if it is about one. */
  readonly referrals: Readonly<Record<RecordId, DiaryReferral>>;
  /** By the id of an entry: its place among those that would read the same, in the order recorded. */
  readonly alike: Readonly<Record<string, Place>>;
}
