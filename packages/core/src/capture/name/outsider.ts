/** People who have a separate label, and whose details are never offered: `Solicitor`, `Victim`, `Case owner`. */
import type { LabelledValue } from '../../page/reading.js';
import { isOfAnother, OWNER_WORDS } from '../field/label-dictionary.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { labelPhrases } from '../field/label-phrases.js';
import { remembered } from '../field/remembered.js';
import { isWrittenAsName } from './agent.js';
import { plainlyCombined } from './combined-label.js';
import { WHOLE_NAME } from './path-of-words.js';

/** A party to a case has a date of birth and a home on record, as the subject has; an official has only a workplace. */
export type Outsider = 'party' | 'official';

const PARTIES: ReadonlySet<string> = new Set(dictionary.parties);

/** The outsider that a value names, or undefined. */
export function outsiderNamed({ label, value }: LabelledValue): Outsider | undefined {
  const outsider = outsiderOfLabel(label);
  const isName = WHOLE_NAME.test(value.trim()) || isWrittenAsName(value);
  return outsider !== 'nobody' && isName ? outsider : undefined;
}

const outsiderOfLabel = remembered((label): Outsider | 'nobody' => {
  for (const words of labelPhrases(label)) {
    if (isOfAnother(words)) return 'party';
    const combined = plainlyCombined(words);
    const owner = combined?.fact === 'name' ? combined.owner : OWNER_WORDS.get(words);
    if (owner === 'otherPerson')
      return words.split(' ').some((word) => PARTIES.has(word)) ? 'party' : 'official';
  }
  return 'nobody';
});
