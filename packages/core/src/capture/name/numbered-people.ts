/**
 * Several people of a text under numbered headings: `Nominal 1`, `Nominal 2`. The number says nothing of whom the
 * referral is about, so the officer is asked.
 */
import type { LabelledValue } from '../../page/reading.js';
import type { ListedIn } from '../draft.js';
import { labelWords } from '../field/fold-label.js';
import { grouped } from '../field/grouped.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };

/** The person of a numbered list that a value is about, with the heading that it would have alone. */
export interface NumberedPerson {
  readonly noun: string;
  readonly person: Pick<ListedIn, 'list' | 'row'>;
}

const NUMBERED = new RegExp(
  `^(${dictionary.people.toSorted((a, b) => b.length - a.length).join('|')}) (\\d{1,2}|one|two|three|four)$`,
);

/**
 * The people of a text by the ids of the values about them; none where only one has a number.
 *
 * @param values - of a whole reading: those of a page are told apart by its own parts
 */
export function numberedPeople(
  values: readonly LabelledValue[],
): ReadonlyMap<string, NumberedPerson> {
  const found = new Map<string, NumberedPerson>();
  if (values.some(({ method }) => method !== 'text-run')) return found;
  const headed = values.flatMap((value) => {
    const [, noun, number] = NUMBERED.exec(labelWords(value.owner.at(-1) ?? '')) ?? [];
    return noun === undefined || number === undefined ? [] : [{ value, noun, number }];
  });
  for (const [noun, list] of grouped(headed, (each) => each.noun)) {
    const people = grouped(list, ({ number }) => number);
    if (people.size < 2) continue;
    for (const said of people.values()) {
      const row = JSON.stringify(said.map(({ value }) => [value.label, value.value]));
      for (const { value } of said) found.set(value.id, { noun, person: { list: noun, row } });
    }
  }
  return found;
}
