/** The person whom the page of a form names, so that no words about one person are typed into the record of another. */

import * as v from 'valibot';
import type { Adapter } from '../capture/adapter/adapter.js';
import { FIXED_HOST } from '../capture/draft/fixed-host.js';
import { openDraft } from '../capture/draft/open-draft.js';
import { mayName } from '../match/may-name.js';
import type { Reading } from '../page/reading.js';
import type { PageSnapshot } from '../page/snapshot/snapshot.js';
import { PlainDate } from '../shared/primitives.js';
import type { FillValue } from './fill-value.js';

export interface FormPerson {
  /** Names of the subject, as the page displays them. */
  readonly names: readonly string[];
  /** Dates of birth on screen; both, where one can be read in two ways. */
  readonly born: readonly PlainDate[];
}

/** Most names, and most days, that are compared. */
const MOST = 20;

/** Fewest words of a name by which a heading names a person. */
export const FEWEST_WORDS = 2;

/** Names and dates of birth of the subject on the page, in its boxes or in its text; undefined if there are none. */
export function personOnPage(
  snapshot: PageSnapshot,
  reading: Reading,
  adapters: readonly Adapter[],
): FormPerson | undefined {
  const draft = openDraft({ reading, snapshot, adapters, way: 'page', host: FIXED_HOST });
  const seen = draft.rows.filter(({ visible, listed }) => visible && !listed);
  const valuesOf = (path: string): readonly string[] => [
    ...new Set(seen.flatMap((row) => (row.path === path ? row.value : []))),
  ];
  const [given] = valuesOf('subject.givenNames');
  const [family] = valuesOf('subject.familyName');
  const parts = given !== undefined && family !== undefined ? [`${given} ${family}`] : [];
  const whole = valuesOf('subject.name');
  const names = whole.length > 0 ? whole : parts;
  const born = seen.flatMap(({ path, either, value }) => {
    if (path !== 'subject.bornOn') return [];
    if (either) return [either.dayFirst, either.monthFirst];
    return v.is(PlainDate, value) ? [value as PlainDate] : [];
  });
  if (names.length + born.length === 0) return undefined;
  return { names: names.slice(0, MOST), born: [...new Set(born)].slice(0, MOST) };
}

/**
 * True if the page names somebody, or gives a date of birth, and none of it is of the person whom the values are about.
 * Part of a name is not enough: the officer looks.
 */
export function isAnother(person: FormPerson | undefined, values: readonly FillValue[]): boolean {
  if (!person) return false;
  const textsOf = (path: string) =>
    values.flatMap((value) => (value.path === path ? value.text : []));
  const own = [...textsOf('subject.name'), ...textsOf('subject.aliases[]')];
  const born = values.flatMap(({ path, on }) => (path === 'subject.bornOn' && on ? [on] : []));
  const isNamedOtherwise =
    own.length > 0 &&
    person.names.length > 0 &&
    !person.names.some((text) =>
      own.some((name) => mayName(text, { name, aliases: [], phones: [], emails: [] })),
    );
  const isBornOtherwise =
    born.length > 0 && person.born.length > 0 && !person.born.some((day) => born.includes(day));
  return isNamedOtherwise || isBornOtherwise;
}
