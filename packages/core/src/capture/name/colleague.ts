/** Contact details of somebody at work next to the subject's own: `Off Tel`, `SW mobile`, `dsl_email`. */
import { labelWords } from '../field/fold-label.js';
import { FACT_LABELS } from '../field/label-dictionary.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { remembered } from '../field/remembered.js';

const COLLEAGUES: ReadonlySet<string> = new Set(dictionary.colleagues);
const CONTACTS: ReadonlySet<string> = new Set(['name', 'phones', 'emails', 'address', 'postcode']);

/** True if the first word of a label says that the name, number or address is a colleague's. */
export const isColleagues = remembered((label): boolean => {
  const words = labelWords(label);
  const space = words.indexOf(' ');
  if (space < 0 || !COLLEAGUES.has(words.slice(0, space))) return false;
  const fact = FACT_LABELS.get(words.slice(space + 1));
  return fact !== undefined && CONTACTS.has(fact);
});
