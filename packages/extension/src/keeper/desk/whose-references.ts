/** References, names and dates of birth on the page of a form, compared with those on record, as a page may ask. */
import type { RecordId } from '@cyber-prevent/core';
import {
  type DoubtedPages,
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
