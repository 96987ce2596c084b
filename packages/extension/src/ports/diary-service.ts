/** What is due, as a page may ask for it: folded where the records are, so that no page is handed a caseload. */
import type { DiaryEntry, DiaryState, Issue, PlainDate, RecordId } from '@cyber-prevent/core';

/** Whom an entry is about, as lists show people: by name and reference alone. */
export interface DiaryPerson {
  readonly name: string;
  /** Of the latest referral. */
  readonly reference?: string;
}

export interface DiaryRead {
  /** The day that it was folded for, where the records are. */
  readonly today: PlainDate;
  /** All that is urgent, overdue or due today, and what comes up to the day that was asked for. */
  readonly entries: readonly DiaryEntry[];
  /** Of everything, whatever day was asked for. */
  readonly counts: Readonly<Record<DiaryState, number>>;
  /** Warnings: a table of bank holidays that has run out, a clock that cannot be right. */
  readonly issues: readonly Issue[];
  /** Those whom the entries name, by id. */
  readonly people: Readonly<Record<RecordId, DiaryPerson>>;
}

export interface DiaryService {
  /**
   * As it stands, with every save in it that was kept before. Not a look at a record: names and references alone are given.
   *
   * @param to - the last day of what comes
   * @throws {PreventError} the `CP_STORE_…` codes of the port
   */
  read(to: PlainDate): Promise<DiaryRead>;
}
