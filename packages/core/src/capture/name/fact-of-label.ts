/** The fact about a person that a label names, whoever the person is. */
import { FACT_LABELS, type PersonFact } from '../field/label-dictionary.js';
import { meaningOfForm } from '../field/label-form.js';
import { labelPhrases } from '../field/label-phrases.js';
import vocabulary from '../field/label-vocabulary.json' with { type: 'json' };
import { platformOf } from '../read/read-handle.js';

const HEADS = new Set(vocabulary.handleHeads);
const TAILS = vocabulary.handleTails
  .toSorted((a, b) => b.length - a.length)
  .map((tail) => ` ${tail}`);

/** Cached facts, by the phrases of a label while those are cached: each label is asked about many times. */
const FACTS = new WeakMap<readonly string[], PersonFact | 'none'>();

/** The fact that a label names, of any person; used to join values from several boxes. */
export function factOfLabel(label: string): PersonFact | undefined {
  const phrases = labelPhrases(label);
  let fact = FACTS.get(phrases);
  if (fact === undefined) {
    fact = factOfPhrases(phrases) ?? 'none';
    FACTS.set(phrases, fact);
  }
  return fact === 'none' ? undefined : fact;
}

function factOfPhrases(phrases: readonly string[]): PersonFact | undefined {
  for (const words of phrases) {
    const fact = FACT_LABELS.get(words) ?? (isHandleLabel(words) ? 'handles' : undefined);
    if (fact) return fact;
  }
  for (const words of phrases) {
    const meaning = meaningOfForm(words);
    if (meaning === undefined) continue;
    // *Your name* is that of the person at the screen.
    const isPlain = meaning !== 'nobodys' && 'fact' in meaning && !meaning.isYours;
    return isPlain && meaning.owner === undefined ? meaning.fact : undefined;
  }
  return undefined;
}

/** True for a platform with a word for names there: "Snapchat username", "Gaming tags". */
export function isHandleLabel(words: string): boolean {
  if (FACT_LABELS.get(words) === 'handles') return true;
  for (const tail of TAILS) {
    if (!words.endsWith(tail)) continue;
    const head = words.slice(0, -tail.length);
    return HEADS.has(head) || platformOf(head) !== undefined;
  }
  return false;
}
