/** References, names and dates of birth on the page of a form, compared with those on record, as a page may ask. */
import { type Commit, PreventError, type RecordId, type RecordStore } from '@cyber-prevent/core';
import {
  type DoubtedPages,
  doubtedReferences,
  type FormDoubt,
  formDoubts,
  type PageSigns,
} from '@cyber-prevent/core/fill';
import type { Session } from '../session.js';

/** @throws {PreventError} `CP_RECORD_CLOSED` if the person whose values are typed is closed to the officer */
export async function whoseReferences(
  { lists, write, closed }: Pick<Session, 'lists' | 'write' | 'closed'>,
  subject: RecordId,
  page: PageSigns,
  pages: DoubtedPages,
): Promise<FormDoubt[]> {
  const { rows: people } = await lists.rows('subjects');
  const ids = await closed.ids();
  return write(undefined, async (store) => {
    await closed.refuse([subject]);
    const doubts = await formDoubts(subject, page, {
      store,
      people,
      closed: ids,
      consult: (named) => store.consult(named, 'case-work'),
    });
    const person = await store.get('subject', subject);
    if (person) pages.note(person.value, page, doubts);
    return [...doubts];
  });
}

/**
 * Refuses a reference in doubt without the officer’s answer, whatever screen it comes from.
 *
 * @throws {PreventError} `CP_RECORD_INVALID` with the issues as `cause`
 */
export async function refuseDoubted(
  { lists, closed }: Pick<Session, 'lists' | 'closed'>,
  store: RecordStore,
  commit: Commit,
  pages: DoubtedPages,
): Promise<void> {
  const changes: readonly unknown[] = Array.isArray(commit.changes) ? commit.changes : [];
  if (!changes.some((change) => Object(change).kind === 'writeBack')) return;
  const { rows: people } = await lists.rows('subjects');
  const source = { store, people, closed: await closed.ids() };
  const [issue, ...more] = await doubtedReferences(commit, pages, source);
  if (issue)
    throw new PreventError('CP_RECORD_INVALID', issue.message, { cause: [issue, ...more] });
}
