import type { StoredRecord } from '@cyber-prevent/core';
import type { CaseState } from '../act/use-case.js';
import { subjectPage } from './subject-page.js';

/** The case's person, for the line above a heading; undefined until its opening has been logged. */
export function personIn(state: CaseState): StoredRecord<'subject'> | undefined {
  return state.name === 'shown' ? subjectPage(state.records)?.subject : undefined;
}
