/** Input of every section and notice on a person's page: the records, looked at and logged once. */
import type { RecordKind, StoredRecord } from '@cyber-prevent/core';
import type { ComponentType } from 'preact';
import type { PlainKey } from '../../locales/late.js';

export interface SubjectPage {
  readonly subject: StoredRecord<'subject'>;
  /** Every record of this person, in the order recorded. */
  readonly records: readonly StoredRecord[];
  all<K extends RecordKind>(kind: K): readonly StoredRecord<K>[];
}

/** The sections of the page, in this order; each holds the parts that name it. */
export const SECTION_GROUPS = [
  'overview',
  'person',
  'work',
  'intelligence',
  'record',
  'papers',
] as const;

export interface SubjectSection {
  readonly id: string;
  readonly group: (typeof SECTION_GROUPS)[number];
  readonly label: PlainKey;
  /** Kinds whose records it shows: the section of other records leaves them out. */
  readonly shows?: readonly RecordKind[];
  /** Number of entries, shown after the name. */
  readonly count?: (page: SubjectPage) => number;
  /** Shown above the notices of the page, on this part alone. */
  readonly First?: SubjectNotice;
  readonly Show: ComponentType<{ page: SubjectPage }>;
}

/** Shown above everything on the page while it applies; renders nothing otherwise. */
export type SubjectNotice = ComponentType<{ page: SubjectPage }>;

export function subjectPage(records: readonly StoredRecord[]): SubjectPage | undefined {
  const all = <K extends RecordKind>(kind: K) =>
    records.filter((record): record is StoredRecord<K> => record.kind === kind);
  const [subject] = all('subject');
  return subject && { subject, records, all };
}
