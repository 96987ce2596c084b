/** Pages about an account of the system itself. */
import { labelWords } from '../field/fold-label.js';
import { grouped } from '../field/grouped.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };

/**
 * Frames whose values show an account of the system itself (a user name together with rights, a password or groups):
 * its person uses the system, and is nobody's subject.
 */
export function accountFrames(
  values: Iterable<{
    readonly label: string;
    readonly owner: readonly string[];
    readonly frame: readonly number[];
  }>,
): ReadonlySet<string> {
  const frames = grouped(values, ({ frame }) => frame.join('.'));
  const found = new Set<string>();
  for (const [frame, inFrame] of frames) {
    // Labels and headings repeat, and a page has thousands.
    const said = new Set<string>();
    for (const { label, owner } of inFrame) said.add(label).add(owner.at(-1) ?? label);
    const words = new Set([...said].map(labelWords));
    const has = (list: readonly string[]) => list.some((word) => words.has(word));
    if (has(dictionary.account.user) && has(dictionary.account.rights)) found.add(frame);
  }
  return found;
}
