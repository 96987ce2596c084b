/** The words for a field in a sentence, as in “Select how the contact was made”, never a quoted label. */
import { lowerFirst, upperFirst } from '../shared/first-letter.js';
import type { FieldDescription } from './field.js';

type Named = Pick<FieldDescription, 'label' | 'called'>;

/** The name of the field in a sentence: its own words, or “the” and its label if that is a noun. */
export function calledOf({ label, called }: Named): string {
  if (called !== undefined) return called;
  const words = lowerFirst(label);
  return SAYS_ITSELF.test(words) ? words : `the ${words}`;
}

/** “Who asked”, “Their reference”: words that can follow “Enter” unchanged. */
const SAYS_ITSELF = /^(how|what|when|where|which|who|whom|why|the|their)\b/;

/** The name at the start of a sentence: “Date of contact must be a real date”. */
export function calledFirst({ label, called = label }: Named): string {
  return upperFirst(called.replace(/^an? /, ''));
}

/** The message for an empty field: “Enter the reason”. */
export function askFor(field: Named & Pick<FieldDescription, 'input' | 'codeList'>): string {
  const isChosen = field.codeList !== undefined || CHOSEN.has(field.input);
  return `${isChosen ? 'Select' : 'Enter'} ${calledOf(field)}`;
}

const CHOSEN: ReadonlySet<FieldDescription['input']> = new Set([
  'choice',
  'choices',
  'yes-no',
  'record',
]);
