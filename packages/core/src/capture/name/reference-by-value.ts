/** References recognised by their shape, if their label alone is not enough. */
import type { FieldPath } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };

/** Labels for the reference of somebody else's record: "Force incident no", "Safeguarding log ref". */
const OTHERS_REFERENCE =
  /\b(?:crime|incident|occurrence|force|police|custody|log|niche|athena|external|partner|agency|school|safeguarding|legacy|correlation)(?: \w+)? (?:ref|reference|number|no|urn|id)$/;
/** Labels for the reference of a system known by its capitals: `RMS no.`, `CMS ref`. */
const SYSTEMS =
  /^\p{Lu}[\p{Lu}\d&]{1,6}\s+(?:ref(?:erence)?|no|number|num|id|code|urn)s?\.?(?:\s+(?:no|number)\.?)?\s*:?$/u;
/** Figures together with letters or strokes: a count or a plain number is not a reference. */
const CODED = /^(?=.*\d)(?=.*[\p{L}/-])[\p{L}\d][\p{L}\d/.-]{3,30}$/u;
/** Longest reference, doubled because letters beyond the basic plane count twice. */
const LONGEST_CODED = 2 * 31;

const NATIONAL = new RegExp(
  `^(?:${dictionary.nationalPrefixes.join('|')})[-/][A-Z0-9]+(?:[-/][A-Z0-9]+)*$`,
);

/** The path of a reference under a label that the dictionary does not know. */
export function referenceByValue(label: string, value: string): FieldPath | undefined {
  const text = value.trim();
  // The national unit's reference identifies itself, in any box of any system.
  if (text.length < 40 && NATIONAL.test(text)) return 'referral.reference';
  if (text.length > LONGEST_CODED || !CODED.test(text)) return undefined;
  const words = labelWords(label);
  if (words === 'number') return 'referral.reference';
  return SYSTEMS.test(label) || OTHERS_REFERENCE.test(words)
    ? 'referral.otherReferences[]'
    : undefined;
}
