/**
 * Parts of a page about another person in the words of the subject's own form: two children in columns, cards or
 * sections, each with a *Pupil's telephone*. The heading, or the name of another person before it, says whose such a
 * part is, whatever its labels say.
 */
import { labelWords } from '../field/fold-label.js';
import { isOutside, ownerOfHeadings } from '../field/label-dictionary.js';
import type { NamedValue } from './named-value.js';

/**
 * Takes the subject's path from every value of a part whose labels are on the page for the subject as well.
 *
 * @param ofOthers - ids of values that follow the name of somebody else
 */
export function withoutOthersParts(
  named: readonly NamedValue[],
  ofOthers: ReadonlySet<string>,
): readonly NamedValue[] {
  const isUnderAnother = (each: NamedValue): boolean =>
    ofOthers.has(each.value.id) || hasOthersHeading(each);
  const elsewhere = new Set<string>();
  const claimed: NamedValue[] = [];
  for (const each of named)
    if (!isUnderAnother(each)) elsewhere.add(labelWords(each.value.label));
    else if (isClaimed(each)) claimed.push(each);
  const parts = new Set(
    claimed.filter(({ value }) => elsewhere.has(labelWords(value.label))).map(partOf),
  );
  if (parts.size === 0) return named;
  const others = new Set(claimed.filter((each) => parts.has(partOf(each))));
  return named.map((each) =>
    others.has(each)
      ? { value: each.value, path: undefined, namedBy: 'generic', isStrangers: true }
      : each,
  );
}

/** A person of a list of several is the subject only once the officer says so. */
function isClaimed({ namedBy, path, person }: NamedValue): boolean {
  return namedBy === 'generic' && person === undefined && path?.startsWith('subject.') === true;
}

function hasOthersHeading({ value }: NamedValue): boolean {
  const heading = ownerOfHeadings(value.owner);
  return heading === 'referrer' || heading === 'relatedPersons' || isOutside(heading);
}

function partOf({ value }: NamedValue): string {
  return [value.place.frame.join('.'), ...value.owner].join('\n');
}
