/** Labels in the header of a message. */
import { ON_LABEL, WROTE_LABEL } from '../../page/label/line/wrote-line.js';
import { labelWords, wordsOfLabel } from '../field/fold-label.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };

export type HeaderPart = 'from' | 'sent' | 'subject' | 'to';

const { from, sent, subject: others } = dictionary.message;
const PARTS = new Map<string, HeaderPart>([
  ...from.map((label) => [labelWords(label), 'from'] as const),
  ...sent.map((label) => [labelWords(label), 'sent'] as const),
  ...others.map((label) => [labelWords(label), 'to'] as const),
  ...['bcc', 'importance', 'reply to'].map((label) => [label, 'to'] as const),
  ['subject', 'subject'],
]);

/** The part of a header that a label names. Recipients, and what else a header says, are `to`. */
export function headerPart(label: string): HeaderPart | undefined {
  if (label === ON_LABEL) return 'sent';
  return label === WROTE_LABEL ? 'from' : PARTS.get(wordsOfLabel(label));
}
