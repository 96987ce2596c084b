/** What each part of an assessment's screens is handed. */
import type { Instrument, Revision, StoredRecord } from '@cyber-prevent/core';
import type { Route } from '../../../app/router.js';
import type { SubjectPage } from '../../case/subject-page.js';

export interface ShownAssessment {
  readonly page: SubjectPage;
  readonly held: StoredRecord<'assessment'>;
  /** Every revision of it: it proves who proposed and who confirmed another level. */
  readonly history: readonly Pick<Revision, 'by' | 'set'>[];
  /** The very version that was answered; undefined where it is not at hand. */
  readonly instrument: Instrument | undefined;
}

/** Where a second officer is asked to confirm another level, and the file for them is made. */
export function routeToAsk({ page, held }: Pick<ShownAssessment, 'page' | 'held'>): Route {
  return { name: 'handover', subject: page.subject.id, ask: 'second-officer', about: held.id };
}

/** The page of that assessment, or one of its parts. */
export function routeTo(
  { page, held }: Pick<ShownAssessment, 'page' | 'held'>,
  show?: 'override' | 'page',
): Route {
  return {
    name: 'assessment',
    subject: page.subject.id,
    assessment: held.id,
    ...(show ? { show } : {}),
  };
}
