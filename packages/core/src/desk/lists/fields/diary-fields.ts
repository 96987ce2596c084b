/** Columns of the diary as a list: the person, what is to be done, and when. */
import { DUE_ACTS } from '../../../casework/act/due.js';
import type { PlainDate } from '../../../shared/primitives.js';
import type { DiaryEntry } from '../../diary/diary-entry.js';
import type { ListFields } from '../list-field.js';
import { dueField, sorted } from './common-fields.js';

/** An entry with the name of the person that it is about, absent if nobody is known. */
export interface DiaryRow {
  /** The id of the entry. */
  readonly id: string;
  readonly entry: DiaryEntry;
  readonly name?: string;
  readonly reference?: string;
  /** Asker, day and first words, if nobody is known; of a concern only the moment it was recorded. */
  readonly begins?: string;
}

/** Columns of the diary on that day. */
export function diaryFields(today: PlainDate) {
  return {
    who: sorted(({ name }: DiaryRow) => name),
    what: {
      value: ({ entry }) => entry.what,
      filter: { codes: ({ entry }) => [entry.act], offered: Object.keys(DUE_ACTS) },
    },
    due: dueField(({ entry }: DiaryRow) => [entry], { today }),
    when: sorted(({ entry }: DiaryRow) => entry.by),
    reference: sorted(({ reference }: DiaryRow) => reference),
    why: {},
  } satisfies ListFields<DiaryRow>;
}
