/** Words by which a page says that something is not known. They are dated data, in the JSON file. */
import { isEmptyMark } from '../../page/label/empty-mark.js';
import type { FieldPath } from '../field/field-path.js';
import data from './not-known.json' with { type: 'json' };

const WORDS: ReadonlySet<string> = new Set(data.words);
/** Words that are also somebody's family name. */
const FAMILY_NAMES: ReadonlySet<string> = new Set(data.familyNames);
/** Length of the longest such wording, with brackets and a full stop. */
const LONGEST = 3 + Math.max(...data.words.map(({ length }) => length));
/** Shape of a name that somebody wrote: a system's own word has no capital, or only capitals. */
const AS_A_NAME = /^\p{Lu}\p{Ll}+$/u;

/**
 * True if the whole of a text only says that the fact is not known, refused or still to come. Longer words are a value:
 * *None of the above School*.
 *
 * @param path - the fact that it stands for, if known: *Nil* in the place of a family name is a name
 */
export function saysNotKnown(text: string, path?: FieldPath): boolean {
  // Also a text of a megabyte is looked at only this far.
  const bare = text.length > LONGEST * 4 ? '' : text.trim();
  if (isEmptyMark(bare)) return true;
  if (bare === '' || bare.length > LONGEST) return false;
  const words = bare
    .toLowerCase()
    .replace(/^[([<]|[)\]>]$|\.$/g, '')
    .replace(/[’‘`]/g, "'")
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .trim();
  if (!WORDS.has(words)) return false;
  return !(path === 'subject.familyName' && FAMILY_NAMES.has(words) && AS_A_NAME.test(bare));
}
