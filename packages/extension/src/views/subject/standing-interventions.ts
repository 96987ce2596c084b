import { type StoredRecord, standing } from '@cyber-prevent/core';
import type { SubjectPage } from '../case/subject-page.js';

/** Entries that no later one corrects. */
export function standingInterventions({
  all,
}: SubjectPage): readonly StoredRecord<'intervention'>[] {
  const log = all('intervention');
  const ids = new Set(log.map(({ id }) => id));
  // A correction may outlive the entry that it corrects, which was moved or disposed of.
  const known = log.map(({ value }) => {
    if (value.corrects === undefined || ids.has(value.corrects)) return value;
    const { corrects: _, ...rest } = value;
    return rest;
  });
  const stand = new Set(standing(known).map(({ id }) => id));
  return log.filter(({ id }) => stand.has(id));
}
