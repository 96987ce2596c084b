/** People of a group visit: what tells each from a namesake on record is said once, where they are added. */
import type { RecordId, SubjectRow } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { hasNamesake } from '../../desk/known-by.js';
import { useRows } from '../../desk/list/use-rows.js';
import { subjectWords } from '../../desk/subject-words.js';

export interface Attendee {
  readonly id: RecordId;
  /** The name alone, unless another of the group has it too or it is not known. */
  readonly name: string;
  /** The name as wherever a person is chosen: namesakes on record are told apart. */
  readonly known: string;
}

const NOBODY: readonly SubjectRow[] = [];

/** @returns those of the chosen who are on record and open to the officer, in that order */
export function useAttendees(chosen: readonly RecordId[]): readonly Attendee[] {
  const news = useRows('subjects');
  const rows = news && 'rows' in news ? news.rows : NOBODY;
  const words = useMemo(() => subjectWords(rows), [rows]);
  const group = chosen.flatMap((id) => rows.find((row) => row.id === id && words.has(id)) ?? []);
  return group.map(({ id, name, isUnnamed }) => {
    const known = words.get(id) ?? name;
    return { id, name: isUnnamed || hasNamesake({ id, name }, group) ? known : name, known };
  });
}
