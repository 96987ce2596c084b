// The functions of each of the three looks.
import type { PracticeContact } from '../contact.ts';
import type { DateStyle } from '../dates.ts';
import type { FormErrors } from '../form.ts';
import type { Html } from '../html.ts';
import type { PracticeRecord } from '../record.ts';
import type { Section } from '../shown.ts';

export type LookId = 'legacy' | 'lists' | 'summary';

export interface ViewOptions {
  /** Target of *Change*. Left out on pages that cannot be changed. */
  readonly editPath?: string;
  /** Path of the form that adds a contact. */
  readonly contactPath?: string;
  /** Path of the list of records. */
  readonly listPath: string;
  /** The save reference, straight after a save. */
  readonly saved?: string;
}

export interface EditOptions {
  readonly record: PracticeRecord;
  readonly form: URLSearchParams;
  readonly errors: FormErrors;
  readonly editPath: string;
  readonly viewPath: string;
}

export interface ContactOptions {
  readonly record: PracticeRecord;
  readonly form: URLSearchParams;
  readonly errors: FormErrors;
  readonly contactPath: string;
  readonly viewPath: string;
  /** The entry just kept, instead of the form. */
  readonly kept?: { readonly reference: string; readonly contact: PracticeContact };
}

export interface ListedRecord {
  readonly record: PracticeRecord;
  readonly viewPath: string;
}

export interface Look {
  readonly id: LookId;
  /** Date format of the view page. */
  readonly dates: DateStyle;
  /** Format for typed dates on the edit page. */
  readonly typedDates: 'slashed' | 'iso';
  sections(record: PracticeRecord): readonly Section[];
  list(records: readonly ListedRecord[]): Html;
  view(sections: readonly Section[], options: ViewOptions): Html;
  edit(options: EditOptions): Html;
  contact(options: ContactOptions): Html;
}

/** The values of a box that can be given several times, with empty boxes up to `least` and one to spare. */
export function slots(form: URLSearchParams, name: string, least: number): string[] {
  const values = form.getAll(name).filter((value) => value.trim() !== '');
  const empty = Math.max(1, least - values.length);
  return [...values, ...Array.from({ length: empty }, () => '')];
}

export interface IdentifierSlot {
  readonly platform: string;
  readonly asSeen: string;
  readonly firstSeenOn: string;
}

/** The online identifiers as typed, row by row, and one empty row to add another. */
export function identifierSlots(form: URLSearchParams): IdentifierSlot[] {
  const platforms = form.getAll('platform');
  const firstSeen = form.getAll('firstSeenOn');
  const rows = form.getAll('asSeen').map((asSeen, index) => ({
    platform: platforms[index] ?? '',
    asSeen,
    firstSeenOn: firstSeen[index] ?? '',
  }));
  const filled = rows.filter((row) => row.platform !== '' || row.asSeen !== '');
  return [...filled, { platform: '', asSeen: '', firstSeenOn: '' }];
}

/** The allowed terms, with the record's own if it is not among them. */
export function choices(allowed: readonly string[], chosen: readonly string[]): string[] {
  return [...new Set([...allowed, ...chosen.filter((term) => term !== '')])];
}
