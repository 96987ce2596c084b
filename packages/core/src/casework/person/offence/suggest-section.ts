/**
 * A suggestion of the section that words of a referral may mean, with its reason. It sets nothing: an officer chooses.
 * Words of another Act suggest no section, since its sections have the same numbers.
 */
import type { CodeLists } from '../../../codes/code-list.js';
import type { Offence } from '../../../record/offence.js';
import type { StoredRecord } from '../../../store/log/port.js';
import shipped from '../../data/offence-word.json' with { type: 'json' };
import type { ReferralWords } from './record-offence.js';

export interface SectionSuggestion {
  /** A code of `cma-section`; absent if the words point outside the Act. */
  readonly section?: string;
  /** A code of `decision-reason` that has a signpost; absent for words of another Act alone. */
  readonly outside?: string;
  /** The words that it rests on, as they were read. */
  readonly because: string;
}

interface Row {
  readonly words: readonly string[];
  readonly section?: string;
  readonly outside?: string;
}

/** `s.3ZA`, `ss 1`, `section 3A`, `sec. 2`. */
const SECTION =
  /\b(?:sections?|sect?\.?|ss?\.?)\s{0,2}(3ZA|3A|[123])(?![\w.])(?:\s{0,2}\(\d\))?/giu;

const OWN_ACT = /\bcomputer\s+misuse(?:\s+act)?\b|\bCMA\b/iu;

/** Another Act by its name: `Fraud Act 2006`. */
const OTHER_ACT = /\b(?:[A-Z][\p{L}’'-]+\s+(?:(?:and|of|etc\.?)\s+)?){1,6}Act\b(?:\s+\d{4})?/u;

/**
 * Suggests sections for the words, the named ones first, each once.
 *
 * @param lists - a section that the list in force does not have is not suggested
 */
export function suggestSections(words: string, lists: CodeLists): readonly SectionSuggestion[] {
  const other = otherActIn(words);
  if (other !== undefined && !OWN_ACT.test(words)) return [{ because: other }];
  const known = new Set(lists.get('cma-section')?.codes.map(({ code }) => code));
  const named = [...words.matchAll(SECTION)].map(
    ([because, section = '']): SectionSuggestion => ({ section: section.toUpperCase(), because }),
  );
  const found = named.length > 0 && other === undefined ? named : [...named, ...byWords(words)];
  const seen = new Set<string>();
  return found.filter(({ section, outside }) => {
    const key = section ?? `:${outside}`;
    if (seen.has(key) || (section !== undefined && !known.has(section))) return false;
    seen.add(key);
    return true;
  });
}

function otherActIn(words: string): string | undefined {
  const [found] = OTHER_ACT.exec(words.replace(OWN_ACT, '')) ?? [];
  return found;
}

function byWords(words: string): readonly SectionSuggestion[] {
  const rows: readonly Row[] = shipped.rows;
  return rows.flatMap(({ words: known, section, outside }) => {
    const because = known.flatMap((each) => wordsIn(words, each) ?? [])[0];
    if (because === undefined) return [];
    return [{ because, ...(section ? { section } : {}), ...(outside ? { outside } : {}) }];
  });
}

/** The words as they were read, if they are there as whole words. */
function wordsIn(text: string, sought: string): string | undefined {
  const plain = text.replaceAll('’', "'");
  const at = plain.toLowerCase().indexOf(sought);
  if (at < 0) return undefined;
  const isWithin = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
  if (isWithin(plain[at - 1]) || isWithin(plain[at + sought.length])) return undefined;
  return text.slice(at, at + sought.length);
}

/** Words of a referral that no recorded offence was made from yet, in their order. */
export function wordsToAsk(
  referral: StoredRecord<'referral'>,
  offences: readonly Pick<StoredRecord<'offence'>, 'value'>[],
): readonly (ReferralWords & { readonly words: string })[] {
  const answered = new Set(
    offences
      .filter(({ value }) => value.referralId === referral.id)
      .flatMap(({ value: { asRead } }: { value: Offence }) => asRead ?? []),
  );
  const asked = new Set<string>();
  return (['suspectedOffences', 'lawMentioned'] as const).flatMap((field) =>
    referral.value[field].flatMap((words, place) => {
      if (answered.has(words) || asked.has(words)) return [];
      asked.add(words);
      return [{ referral, field, place, words }];
    }),
  );
}
