/** Facts from outside a row that its columns show too: what is due, the levels, the codes in force. */
import type { CodeLists } from '../../../codes/code-list.js';
import type { PlainDate, RecordId } from '../../../shared/primitives.js';
import type { DiaryEntry } from '../../diary/diary-entry.js';

/** A referral as the row of a person shows it. */
export interface ShownReferral {
  readonly reference?: string;
  readonly receivedOn?: PlainDate;
  /** A code of `referral-status`. */
  readonly status?: string;
}

/** An organisation as a filter and a cell name it. */
export interface ShownOrganisation {
  readonly id: RecordId;
  readonly words: string;
}

export interface ListKnown {
  readonly today: PlainDate;
  readonly lists: CodeLists;
  /** Everything due of a record, the most urgent first. */
  readonly dueOf: (record: RecordId) => readonly DiaryEntry[];
  /** Everything due about a person, whatever record it is of, the most urgent first. */
  readonly dueAbout: (subject: RecordId) => readonly DiaryEntry[];
  /** The referral that the entry of that record is about; undefined if it is about none. */
  readonly referralOf: (record: RecordId) => ShownReferral | undefined;
  /** Labels of the latest signed assessment, lowest first, empty if it gives none; undefined if there is none. */
  readonly levelsOf: (subject: RecordId) => readonly string[] | undefined;
  /** Labels that the instruments give, lowest first. */
  readonly levels: readonly string[];
  /** Present state of an organisation, and the words that tell it from another; undefined if it is not held. */
  readonly organisationNow?: (organisation: RecordId) => ShownOrganisation | undefined;
  /** Number of people who have to do with an organisation, by words that are joined to it. */
  readonly peopleOf?: (organisation: RecordId) => number;
  /** The officer who looks at the list. */
  readonly officer?: RecordId;
}
