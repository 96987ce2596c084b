/** Places of events: the address of an offence, a scene or a meeting is not the subject's home. */
import type { LabelledValue } from '../../page/reading.js';
import type { FieldPath } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import { ownerOfHeading } from '../field/label-dictionary.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { remembered } from '../field/remembered.js';

const EVENTS: ReadonlySet<string> = new Set(dictionary.events);
const HOME: ReadonlySet<FieldPath> = new Set(['subject.address', 'subject.postcode']);
/** Most words: a longer text with such a word is a sentence. */
const MOST_WORDS = 6;

/**
 * True if a value that would be the subject's belongs to an event: by its own label, *Address of incident*, or, for an
 * address, by the headings over it too, unless a lower one says that it is the subject's.
 */
export function isOfEvent(
  path: FieldPath,
  { label, owner }: Pick<LabelledValue, 'label' | 'owner'>,
): boolean {
  if (!path.startsWith('subject.')) return false;
  if (namesEvent(label)) return true;
  if (!HOME.has(path)) return false;
  const nearest = owner.findLast(
    (heading) => namesEvent(heading) || ownerOfHeading(heading) === 'subject',
  );
  return nearest !== undefined && namesEvent(nearest);
}

const namesEvent = remembered((text): boolean => {
  const words = labelWords(text).split(' ');
  return words.length <= MOST_WORDS && words.some((word) => EVENTS.has(word));
});
