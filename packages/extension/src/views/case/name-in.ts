import type { CaseState } from '../act/use-case.js';
import { subjectPage } from './subject-page.js';

/** Whose case it is, for the line above a heading; nothing before its opening was logged. */
export function nameIn(state: CaseState): string | undefined {
  return state.name === 'shown' ? subjectPage(state.records)?.subject.value.name : undefined;
}
