import { type StoredRecord, standingContacts } from '@cyber-prevent/core';
import type { SubjectPage } from '../case/subject-page.js';

/** Entries that no later one corrects. */
export function standingInterventions({
  all,
}: SubjectPage): readonly StoredRecord<'intervention'>[] {
  return standingContacts(all('intervention'));
}
