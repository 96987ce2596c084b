/** The path of a label by its words: the whole of it, then the form of its words, then each of its halves. */
import type { LabelledValue } from '../../page/reading.js';
import { type FieldPath, fieldOf, type ReaderName } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import {
  FACT_LABELS,
  isOutside,
  NEVER,
  OWNER_WORDS,
  ownerOfHeadings,
  pathOfFact,
} from '../field/label-dictionary.js';
import { asksYesNo } from '../field/label-form.js';
import { likenessOf } from '../field/label-likeness.js';
import { type LabelReadings, labelReadings } from '../field/label-phrases.js';
import type { NamingRule } from '../field/naming-rule.js';
import { type PageContext, pathOfForm, pathOfWords } from './path-of-words.js';

/** Value to name, by its label and the headings over it. */
export type Labelled = Pick<LabelledValue, 'label' | 'owner'> & { readonly value?: string };

export interface RuledPath {
  readonly path: FieldPath;
  readonly rule: NamingRule;
}

/** Labels for a whole name: `Subject (surname, forenames)`. */
const NAME_ORDER =
  /\(\s*(?:surname|last name|family name|forenames?|first names?)\s*[,;/ ]+\s*(?:and )?(?:surname|last name|family name|forename\(?s?\)?|first names?|given names?|initials?)\s*\)/i;

/** The path of a label by its words; by a likeness if words in brackets are not known. */
export function namedByLabel(
  value: Labelled,
  page: PageContext,
): RuledPath | 'nobodys' | undefined {
  const named = namedByKnown(value, page);
  if (typeof named !== 'object' || !labelReadings(value.label).isDoubtful) return named;
  return likenessOf(value.label).phrases.length > 0
    ? undefined
    : { path: named.path, rule: 'likeness' };
}

function namedByKnown(value: Labelled, page: PageContext): RuledPath | 'nobodys' | undefined {
  const heading = ownerOfHeadings(value.owner);
  if (value.label.includes('(') && NAME_ORDER.test(value.label)) {
    const [asked = ''] = value.label.split('(');
    const owner =
      OWNER_WORDS.get(labelWords(asked)) ??
      (FACT_LABELS.has(labelWords(asked)) ? heading : undefined);
    const whose = owner === undefined || owner === 'referral' ? 'subject' : owner;
    if (!isOutside(whose)) return ruled(pathOfFact(whose, 'name'), 'dictionary');
  }
  const { whole, halves } = labelReadings(value.label);
  if (asksYesNo(whole[0] ?? '') && saysWhether(value.value)) return 'nobodys';
  // "Your e-mail or username" asks the person at the screen.
  const isYours = whole[0]?.startsWith('your ') && !page.formOfReferrer;
  for (const words of isYours ? whole.slice(0, 1) : whole) {
    if (NEVER.has(words)) return 'nobodys';
    const read = pathOfWords(words, heading, value, page);
    if (read) return ruled(read.path, 'dictionary');
  }
  for (const words of whole) {
    const read = pathOfForm(words, heading, page);
    if (read) return ruled(read.path, 'form-of-words');
  }
  const read = isYours ? undefined : readHalves(halves, value, page);
  return read?.named === 'nobodys' || read?.unread.length === 0 ? read.named : undefined;
}

/** Readers of values that are told apart by their form where a cell holds several: *Telephone / email*. */
const APART: ReadonlySet<ReaderName> = new Set(['phone', 'email', 'address', 'postcode', 'name']);

/** True if two halves mean the same, or what is told apart by its form. */
function isAlike(a: RuledPath | 'nobodys' | undefined, b: typeof a): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return true;
  if (a.path === b.path) return true;
  return APART.has(fieldOf(a.path).read) && APART.has(fieldOf(b.path).read);
}

export interface HalvesRead {
  /** Path of the first half, if no other half means something else. */
  readonly named: RuledPath | 'nobodys' | undefined;
  /** Halves that are not known: one of them may be what the label is about. */
  readonly unread: LabelReadings['halves'];
}

/** Meaning of the halves of a label such as *AKA / street name* together. */
export function readHalves(
  halves: LabelReadings['halves'],
  value: Labelled,
  page: PageContext,
): HalvesRead {
  const heading = ownerOfHeadings(value.owner);
  const reads = halves.map((phrases): RuledPath | 'nobodys' | undefined => {
    for (const words of phrases) {
      if (NEVER.has(words)) return 'nobodys';
      const known = pathOfWords(words, heading, value, page);
      if (known) return ruled(known.path, 'dictionary');
    }
    for (const words of phrases) {
      const formed = pathOfForm(words, heading, page);
      if (formed) return ruled(formed.path, 'form-of-words');
    }
    return undefined;
  });
  const [first] = reads;
  const isOthers = reads.some((read, at) => read === 'nobodys' && halves[at]?.some(saysPerson));
  if (isOthers) return { named: 'nobodys', unread: [] };
  const isOne = reads.every((read) => isAlike(read, first));
  return { named: isOne ? first : undefined, unread: halves.filter((_, at) => !reads[at]) };
}

/** True if one of the words is for a person. */
function saysPerson(words: string): boolean {
  return words.split(' ').some((word) => OWNER_WORDS.has(word));
}

/** Answers that say whether, and not what. */
const YES_OR_NO = /^(?:yes|y|no|n|true|false|ydw|ydy|oes|nac oes|na)\W{0,3}$/i;

export function saysWhether(text = ''): boolean {
  return YES_OR_NO.test(text.trim());
}

function ruled(path: FieldPath | undefined, rule: NamingRule): RuledPath | 'nobodys' {
  return path === undefined ? 'nobodys' : { path, rule };
}
