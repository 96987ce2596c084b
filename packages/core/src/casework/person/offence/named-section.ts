/**
 * Sections that a text names, and the Act that each is of. Sections of other Acts have the same numbers, so one whose
 * Act is in doubt is not taken.
 */

export interface NamedSection {
  readonly section: string;
  /** The words that name it, as they were read. */
  readonly because: string;
  readonly from: number;
}

const HEAD = '\\b(?:sections?|sect?\\.?|ss?\\.?)\\s{0,2}';
const NUMBER = '(?:3ZA|3A|[123])(?!\\w|\\.\\d)(?:\\s{0,2}\\(\\d\\))?';
/** `s.3ZA`, `section 3A`, `sec. 2`, `ss. 1, 2 and 3A`. */
const SECTION = new RegExp(
  `${HEAD}${NUMBER}(?:(?:\\s{0,2},\\s{0,2}|\\s{1,2}(?:and|or|&)\\s{1,2}){1,2}${NUMBER}){0,4}`,
  'giu',
);
const EACH = /(?<![\d(])(?:3ZA|3A|[123])(?!\w)/giu;

const OWN = '(?:computer\\s+misuse(?:\\s+act)?|CMA)\\b(?:\\s+(?:of\\s+)?\\d{4})?';
const OWN_ACT = new RegExp(`\\b${OWN}`, 'giu');
const OWN_AFTER = new RegExp(`^\\s*(?:of\\s+)?(?:the\\s+)?${OWN}`, 'iu');
const OWN_BEFORE = new RegExp(`\\b${OWN}[\\s,:;(-]*$`, 'iu');

const SHORT = '(?:MHA|POCA|DPA|IPA|RIPA|MDA|PACE|OAPA|SOA|CJA|RTA|PHA|MCA|ECHR|GDPR|OSA)\\b';
/** Another Act by its name: `Fraud Act 2006`, `Protection from Harassment Act`. */
const OTHER_ACT = new RegExp(
  `\\b(?:[A-Z][\\p{L}’'-]+\\s+(?:(?:and|of|from|to|in|for|etc\\.?)\\s+)?){1,6}Act\\b(?:\\s+\\d{4})?|\\b${SHORT}`,
  'u',
);
/** The same right after the section or right before it, in small letters too. */
const OTHER_AFTER = new RegExp(
  `^\\s*(?:of\\s+)?(?:the\\s+)?(?:(?!of\\b|the\\b|this\\b|that\\b|same\\b)[\\p{L}’'-]+\\s+(?:[\\p{L}’'-]+\\s+){0,6}act\\b|${SHORT})`,
  'iu',
);
const OTHER_BEFORE = new RegExp(
  `\\b(?:(?:[\\p{L}’'-]+\\s+){1,6}act\\b|${SHORT})(?:\\s+(?:of\\s+)?\\d{4})?[\\s,:;(-]*$`,
  'iu',
);
/** Held for treatment, which is a section of another Act whether it is named or not. */
const DETAINED = /\b(?:detained|sectioned|admitted|held)\s+(?:\p{L}+\s+)?under\s+$/iu;

/** Name of another Act in the text; undefined if it names none. */
export function otherActIn(
  text: string,
): { readonly name: string; readonly from: number } | undefined {
  const found = OTHER_ACT.exec(text.replace(OWN_ACT, (own) => '.'.repeat(own.length)));
  return found ? { name: found[0], from: found.index } : undefined;
}

/** True if the text names the Computer Misuse Act. */
export function namesOwnAct(text: string): boolean {
  return text.search(OWN_ACT) >= 0;
}

/** Sections of the Computer Misuse Act that the text names, or that it names without any Act, in order. */
export function namedSections(text: string): readonly NamedSection[] {
  return [...text.matchAll(SECTION)]
    .filter(({ 0: named, index }) => isOfOwnAct(text, index, index + named.length))
    .flatMap(({ 0: named, index }) => eachOf(named, index));
}

function eachOf(named: string, from: number): readonly NamedSection[] {
  const numbers = [...named.matchAll(EACH)];
  const isSeveral = /^(?:sections|ss)/iu.test(named);
  return numbers.slice(0, isSeveral ? numbers.length : 1).map(({ 0: number, index }, nth) => ({
    section: number.toUpperCase(),
    because: nth === 0 ? named.slice(0, index + number.length) : number,
    from: nth === 0 ? from : from + index,
  }));
}

/** The Act right after the section decides, else the one right before it; else no other Act may be named at all. */
function isOfOwnAct(text: string, from: number, to: number): boolean {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  if (OWN_AFTER.test(after)) return true;
  if (OTHER_AFTER.test(after) || DETAINED.test(before)) return false;
  if (OWN_BEFORE.test(before)) return true;
  return !OTHER_BEFORE.test(before) && otherActIn(text) === undefined;
}
