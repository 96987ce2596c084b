/** Headings within a text that has no markup: a line over labelled lines, in capitals, underlined or after a gap. */
import type { Line } from '../../tree/line.js';
import { readsAsLabel, tidyLabel } from '../label-text.js';

const LONGEST = 60;
const RULE = /^\s*([=\-_*~#])\1{2,}\s*$/;
/** Most blank lines and rules between a heading and the lines under it. */
const MOST_BETWEEN = 4;

/**
 * The heading over each line of a text, where there is one.
 *
 * @param isLabelled - says if the line at a place begins with a label
 */
export function headingsOfLines(
  lines: readonly Line[],
  isLabelled: (at: number) => boolean,
): readonly (string | undefined)[] {
  let heading: string | undefined;
  return lines.map((line, at) => {
    const before = lines[at - 1];
    if (before && before.at !== line.at) heading = undefined;
    if (isHeading(lines, at, isLabelled)) {
      heading = tidyLabel(line.raw);
      return undefined;
    }
    return heading;
  });
}

function isHeading(
  lines: readonly Line[],
  at: number,
  isLabelled: (at: number) => boolean,
): boolean {
  const line = lines[at];
  if (!line || line.raw.length > LONGEST * 2 || isLabelled(at) || line.hasControl) return false;
  const text = tidyLabel(line.raw);
  if (text.length > LONGEST || !readsAsLabel(text) || /^\s{4}/.test(line.raw)) return false;
  const under = lines[at + 1];
  if (under?.at !== line.at) return false;
  const isRuled = RULE.test(under.raw);
  for (let i = at + 1; i <= at + MOST_BETWEEN; i += 1) {
    const next = lines[i];
    if (next?.at !== line.at) return isRuled;
    if (next.raw.trim() === '' || RULE.test(next.raw)) continue;
    return isRuled || (isLabelled(i) && isApart(lines, at, text));
  }
  return isRuled;
}

/** True for a line in capitals, and one that begins its text or stands after a blank line. */
function isApart(lines: readonly Line[], at: number, text: string): boolean {
  const before = lines[at - 1];
  const line = lines[at];
  const isFirst = !before || before.at !== line?.at || before.raw.trim() === '';
  // Empty lines are no lines: only a gap in the text shows them.
  const isAfterGap =
    isFirst || (line?.offset ?? 0) > (before?.offset ?? 0) + (before?.raw.length ?? 0) + 1;
  return isAfterGap || (text === text.toUpperCase() && text !== text.toLowerCase());
}
