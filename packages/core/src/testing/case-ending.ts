/** The end of a case, as the law requires: closed, reviewed question by question, and due for disposal. */
import { codesInForce, gatherCodeLists } from '../codes/index.js';
import type { PlainDate, RecordId } from '../shared/index.js';
import type { RecordStore } from '../store/index.js';
import { buildDecision, buildRetentionReview, newRecord } from './fiction/builder.js';

/**
 * Closes the case and keeps the review that decides on disposal.
 *
 * @param on - today, by the store's own clock
 * @returns the subject with the two: all there is to dispose of if nothing else is stored about them
 */
export async function endCase(
  store: Pick<RecordStore, 'commit'>,
  subjectId: RecordId,
  on: PlainDate,
): Promise<readonly RecordId[]> {
  const closing = buildDecision({
    subjectId,
    outcome: 'close',
    closureReason: 'completed',
    decidedOn: on,
  });
  await store.commit({ changes: [newRecord('decision', closing)], reason: 'case-work' });
  return [subjectId, closing.id, await reviewToDispose(store, subjectId, on)];
}

/**
 * Keeps the review that decides on the disposal of a closed case.
 *
 * @returns its id
 */
export async function reviewToDispose(
  store: Pick<RecordStore, 'commit'>,
  subjectId: RecordId,
  on: PlainDate,
): Promise<RecordId> {
  const answers = codesInForce(gatherCodeLists(), 'nrac-question', on).map(({ code }) => ({
    question: code,
    answer: 'no',
    rationale: 'Nothing on record says so.',
  }));
  const review = buildRetentionReview({ subjectId, reviewedOn: on, answers, outcome: 'dispose' });
  await store.commit({ changes: [newRecord('retentionReview', review)], reason: 'retention' });
  return review.id;
}
