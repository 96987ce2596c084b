import type { CaseState } from '../act/use-case.js';
import { subjectPage } from './subject-page.js';

/** Name of the case's subject, for the line above a heading; undefined until its opening has been logged. */
export function nameIn(state: CaseState): string | undefined {
  return state.name === 'shown' ? subjectPage(state.records)?.subject.value.name : undefined;
}
