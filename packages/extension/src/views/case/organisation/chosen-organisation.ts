/** The organisation that an officer chose while typing, as a form keeps it with what is half typed. */
import {
  type CaseCommit,
  type RecordId,
  type Result,
  type StoredRecord,
  withChosen,
} from '@cyber-prevent/core';
import { asText, type FormValues } from '../../../components/form-values.js';
import type { Services } from '../../../ports/services.js';

const ID_LENGTH = 36;

/** Name of the value of a form that keeps the choice for a field. */
export const chosenAt = (field: string): string => `${field}-joined`;

export function chosenValue(id: RecordId, words: string): string {
  return `${id} ${words}`;
}

/** Undefined if nothing was chosen, or the words have been changed since. */
export function chosenId(chosen: unknown, words: string): RecordId | undefined {
  const text = asText(chosen);
  return text !== '' && text.slice(ID_LENGTH + 1) === words.trim()
    ? (text.slice(0, ID_LENGTH) as RecordId)
    : undefined;
}

/**
 * Adds to the save the joins that were chosen in the form, in the same act.
 *
 * @param fields - names of the fields with words for an organisation
 * @param held - the records that the save changes, as they are held
 */
export async function joinChosen(
  saved: Result<CaseCommit>,
  values: FormValues,
  fields: readonly string[],
  held: readonly StoredRecord[],
  { host, lists, store }: Pick<Services, 'host' | 'lists' | 'store'>,
): Promise<Result<CaseCommit>> {
  const chosen = new Map<string, RecordId>();
  for (const field of fields) {
    const words = asText(values[field]).trim();
    const id = chosenId(values[chosenAt(field)], words);
    if (id !== undefined) chosen.set(words, id);
  }
  if (chosen.size === 0) return saved;
  return withChosen(saved, chosen, held, {
    host,
    lists,
    links: held.length === 0 ? [] : await store.query('organisationLink'),
  });
}
