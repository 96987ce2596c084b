/**
 * The line over an entry of a thread, with its time and author: `Mon Feb 09 10:15:00 2026  J Example - Reply added`.
 */

import type { Line } from '../../tree/line.js';
import { fold } from '../../tree/text.js';
import { type Candidate, SCORE } from '../candidate.js';

/** Label given to the author of an entry: the page has none. */
export const STAMP_LABEL = 'Sender';

/** Time of an entry of a thread: a date with a time of day at one end of a short line. */
const TIME_OF_DAY = /\b\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?\b/i;
const DAY =
  /\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9},? \d{4}|\p{L}{3,9} \d{1,2},? (?:\d\d:\d\d:\d\d )?\d{4})\b/iu;
const LONGEST_STAMP = 160;

/** True for a line where one entry ends and another begins. */
export function isStamp({ raw }: Line): boolean {
  if (raw.length > 1_000 || !raw.includes(':')) return false;
  const text = fold(raw);
  if (text.length > LONGEST_STAMP) return false;
  const at = TIME_OF_DAY.exec(text)?.index;
  return at !== undefined && (at < 40 || at > text.length - 40) && DAY.test(text);
}

const WORD = String.raw`\p{Lu}[\p{L}’'-]{0,40}\.?`;
const ADDRESS = String.raw`[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}`;
/** `J Example <j.example@example.org>`, the address alone, or a name before a dash or *wrote*. */
const SENDER = new RegExp(
  `(?<![\\p{L}\\d.@])(?:(?:${WORD} ){1,3}[<(]${ADDRESS}[>)]|${ADDRESS}|${WORD}(?: ${WORD}){1,3}(?=\\s*(?:$|[-–—:,|(]|(?:wrote|said|added|replied|commented)\\b)))`,
  'u',
);
const CALENDAR =
  /^(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![\p{L}])/iu;

/** Author of the entry under a stamp. */
export function stampedBy(line: Line): Candidate | undefined {
  if (!isStamp(line) || line.isLinked) return undefined;
  for (let from = 0, left = 4; left > 0; left -= 1) {
    const found = SENDER.exec(line.raw.slice(from));
    if (!found) return undefined;
    const [value] = found;
    const offset = from + found.index;
    if (!CALENDAR.test(value))
      return {
        target: line.block < 0 ? line.at : line.block,
        labelAt: line.at,
        label: STAMP_LABEL,
        method: 'text-run',
        score: SCORE.adjacent,
        part: {
          at: line.at,
          offset: line.offset + offset,
          value: fold(value),
          verbatim: line.exact.slice(offset, offset + value.length),
        },
      };
    from = offset + value.length;
  }
  return undefined;
}
