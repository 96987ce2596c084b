/**
 * A suggestion of the section that words of a referral may mean, with its reason. It sets nothing: an officer chooses.
 * Words of another Act suggest no section, since its sections have the same numbers.
 */
import type { CodeLists } from '../../../codes/code-list.js';
import type { Offence } from '../../../record/offence.js';
import type { StoredRecord } from '../../../store/log/port.js';
import shipped from '../../data/offence-word.json' with { type: 'json' };
import { isDenied } from './denied-words.js';
import { namedSections, namesOwnAct, otherActIn } from './named-section.js';
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
  /** The words count only if one of these is before them: `sold malware`, `logged into a teacher’s account`. */
  readonly after?: readonly string[];
  /** True if what stands between has to name somebody else, as in `a teacher’s`. */
  readonly ofOthers?: boolean;
  /** True if capitals tell the words apart: a RAT is no rat. */
  readonly asWritten?: boolean;
  readonly section?: string;
  readonly outside?: string;
}

interface Found extends SectionSuggestion {
  readonly from: number;
}

/**
 * Suggests sections for the words, the named ones first, each once. What is denied, or was done to the person, suggests
 * nothing.
 *
 * @param lists - a section that the list in force does not have is not suggested
 */
export function suggestSections(words: string, lists: CodeLists): readonly SectionSuggestion[] {
  const other = otherActIn(words);
  const named = namedSections(words);
  const isOther = other !== undefined && !namesOwnAct(words);
  const byItself = named.length > 0 && other === undefined;
  const found: readonly Found[] = isOther
    ? [{ because: other.name, from: other.from }]
    : [...named, ...(byItself ? [] : byWords(words))];
  const known = new Set(lists.get('cma-section')?.codes.map(({ code }) => code));
  const seen = new Set<string>();
  return found.flatMap(({ from, ...suggestion }) => {
    const { section, outside, because } = suggestion;
    const key = section ?? `:${outside}`;
    if (seen.has(key) || (section !== undefined && !known.has(section))) return [];
    if (isDenied(words, from, from + because.length)) return [];
    seen.add(key);
    return [suggestion];
  });
}

function byWords(words: string): readonly Found[] {
  const rows: readonly Row[] = shipped.rows;
  return rows.flatMap((row) =>
    placesOf(words, row).map(({ from, because }) => ({
      because,
      ...(row.section ? { section: row.section } : {}),
      ...(row.outside ? { outside: row.outside } : {}),
      from,
    })),
  );
}

/** Every place at which the words of a row are whole words, as they were read. */
function placesOf(
  text: string,
  { words, after, ofOthers, asWritten }: Row,
): readonly Pick<Found, 'from' | 'because'>[] {
  const gap = ofOthers ? `(?:[\\w-]+ ){0,3}?(?:[\\w-]+'s?|another|someone else's) ` : '';
  const before = after ? `(?:${either(after)}) ${gap}(?:[\\w-]+ ){0,3}?` : '';
  const sought = new RegExp(
    `(?<![\\p{L}\\p{N}])${before}(?:${either(words)})(?![\\p{L}\\p{N}])`.replaceAll(' ', '\\s+'),
    'giu',
  );
  return [...text.replaceAll('’', "'").matchAll(sought)]
    .filter(({ 0: found }) => !asWritten || words.some((each) => found.endsWith(each)))
    .map(({ 0: found, index }) => ({
      from: index,
      because: text.slice(index, index + found.length),
    }));
}

const either = (words: readonly string[]): string =>
  words.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');

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
