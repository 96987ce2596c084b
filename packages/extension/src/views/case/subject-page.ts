/** What every section, act and notice of a person's page is handed: the records, looked at and logged once. */
import type { RecordKind, StoredRecord } from '@cyber-prevent/core';
import type { ComponentType } from 'preact';
import type { Route } from '../../app/router.js';
import type { PlainKey } from '../../locales/late.js';

export interface SubjectPage {
  readonly subject: StoredRecord<'subject'>;
  /** Everything of this person, in the order in which it was recorded. */
  readonly records: readonly StoredRecord[];
  all<K extends RecordKind>(kind: K): readonly StoredRecord<K>[];
}

/** Sections that belong together stand under one heading, in this order. */
export const SECTION_GROUPS = ['person', 'work', 'record'] as const;

export interface SubjectSection {
  readonly id: string;
  readonly group: (typeof SECTION_GROUPS)[number];
  readonly label: PlainKey;
  /** How much stands in it, shown after its name. */
  readonly count?: (page: SubjectPage) => number;
  readonly Show: ComponentType<{ page: SubjectPage }>;
}

export interface SubjectAct {
  readonly id: string;
  readonly label: PlainKey;
  /** A button for what is done every day; a link for the rest, so that a narrow panel keeps its room. */
  readonly as: 'primary' | 'secondary' | 'link';
  /** Where it is done; `undefined` while there is nothing to do it to. */
  readonly to: (page: SubjectPage) => Route | undefined;
}

/** Stands above everything on the page while it matters, and is nothing otherwise. */
export type SubjectNotice = ComponentType<{ page: SubjectPage }>;

export function subjectPage(records: readonly StoredRecord[]): SubjectPage | undefined {
  const all = <K extends RecordKind>(kind: K) =>
    records.filter((record): record is StoredRecord<K> => record.kind === kind);
  const [subject] = all('subject');
  return subject && { subject, records, all };
}
