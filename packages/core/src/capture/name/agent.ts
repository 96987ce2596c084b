/** People at work whom a page names under a label that is in no dictionary: *Logged by*, with `Insp. L. Grewal`. */
import type { LabelledValue } from '../../page/reading.js';
import { labelWords } from '../field/fold-label.js';
import { isGivenName } from '../field/given-name.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { isHandleLabel } from './fact-of-label.js';
import { WHOLE_NAME } from './path-of-words.js';

const TITLES: ReadonlySet<string> = new Set([
  ...dictionary.professional.ranks,
  ...['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof'],
]);
/** Longest text that is looked at. */
const LONGEST = 80;

/** True if a value is written as a person's name is: after a rank or a title, or with a known given name. */
export function isWrittenAsName(value: string): boolean {
  const text = value.trim();
  if (text.length > LONGEST || !WHOLE_NAME.test(text)) return false;
  const [first = ''] = text.split(/[\s.]/, 1);
  return TITLES.has(first.toLowerCase()) || isGivenName(first);
}

/**
 * True if a value names somebody who did something to the record, by its label, *Logged by*, or by the section that
 * has that name.
 */
export function namesAgent({ label, value, owner }: LabelledValue): boolean {
  if (label.length > LONGEST) return false;
  const words = labelWords(label);
  if (isHandleLabel(words)) return isWrittenAsName(value);
  const isDoer = / by$/.test(words) || words === labelWords(owner.at(-1) ?? '');
  return (isDoer && WHOLE_NAME.test(value.trim())) || isWrittenAsName(value);
}
