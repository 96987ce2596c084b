/** How a sentence speaks of a field: as in “Select how the contact was made”, and never by quoting its label. */
import { lowerFirst, upperFirst } from '../shared/first-letter.js';
import type { FieldDescription } from './field.js';

type Named = Pick<FieldDescription, 'label' | 'called'>;

/** What a sentence calls the field: its own words, or its label with “the” before it where that is a noun. */
export function calledOf({ label, called }: Named): string {
  if (called !== undefined) return called;
  const words = lowerFirst(label);
  return SAYS_ITSELF.test(words) ? words : `the ${words}`;
}

/** “Who asked”, “Their reference”: words that can follow “Enter” as they are. */
const SAYS_ITSELF = /^(how|what|when|where|which|who|whom|why|the|their)\b/;

/** The same at the start of a sentence: “Date of contact must be a real date”. */
export function calledFirst({ label, called = label }: Named): string {
  return upperFirst(called.replace(/^an? /, ''));
}

/** What is said where the field is empty: “Enter the reason”. */
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
