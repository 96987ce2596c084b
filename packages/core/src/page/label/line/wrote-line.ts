/** The line over a message that another one quotes: `On Tue, 24 Nov 2026 at 08:52, Priya Shah <…> wrote:`. */

/** Labels given to the day and the writer in it. */
export const ON_LABEL = 'On';
export const WROTE_LABEL = 'wrote';

const WROTE =
  /^[\s>]*on\s+(\S[^\n]{5,60}?(?:\d{4}|\d{1,2}:\d\d)(?:[,\s]+(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?)?)[,\s]+(\S[^\n]{1,120}?)\s+wrote\s*:\s*$/i;
const LONGEST = 240;

/** Exact parts of such a line; undefined for any other. */
export function wroteLine(
  line: string,
): { readonly sent: string; readonly from: string } | undefined {
  if (line.length > LONGEST || !line.includes('wrote')) return undefined;
  const [, sent, from] = WROTE.exec(line) ?? [];
  return sent === undefined || from === undefined ? undefined : { sent, from };
}
