/** Props of each part of an assessment's screens. */
import type { Instrument, Revision, StoredRecord } from '@cyber-prevent/core';
import type { Route } from '../../../app/route.js';
import type { SubjectPage } from '../../case/subject-page.js';

export interface ShownAssessment {
  readonly page: SubjectPage;
  readonly held: StoredRecord<'assessment'>;
  /** Every revision: they prove who proposed and who confirmed another level. */
  readonly history: readonly Pick<Revision, 'by' | 'set'>[];
  /** The exact version that was answered; undefined if it is not available. */
  readonly instrument: Instrument | undefined;
}

/** Screen for asking a second officer to confirm another level, and for making their file. */
export function routeToAsk({ page, held }: Pick<ShownAssessment, 'page' | 'held'>): Route {
  return { name: 'handover', subject: page.subject.id, ask: 'second-officer', about: held.id };
}

/** Page of that assessment, or one of its parts. */
export function routeTo(
  { page, held }: Pick<ShownAssessment, 'page' | 'held'>,
  show?: 'override' | 'page' | 'sign',
): Route {
  return {
    name: 'assessment',
    subject: page.subject.id,
    assessment: held.id,
    ...(show ? { show } : {}),
  };
}
