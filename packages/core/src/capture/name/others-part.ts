/**
 * Parts of a page about another person in the words of the subject's own form: two children in columns, cards or
 * sections, each with a *Pupil's telephone*. The heading, or the name of another person before it, says whose such a
 * part is, whatever its labels say.
 */
import { labelWords } from '../field/fold-label.js';
import { isOutside, ownerOfHeadings } from '../field/label-dictionary.js';
import { saysSubjects } from './combined-label.js';
import { factOfLabel } from './fact-of-label.js';
import type { NamedValue } from './named-value.js';

/**
 * Takes the subject's path from every value of a part that is the subject's form over again: a label of it that says
 * *Pupil's*, or a date of birth, is on the page for the subject as well.
 *
 * @param ofOthers - ids of values that follow the name of somebody else
 */
export function withoutOthersParts(
  named: readonly NamedValue[],
  ofOthers: ReadonlySet<string>,
): readonly NamedValue[] {
  const isUnderAnother = (each: NamedValue): boolean =>
    ofOthers.has(each.value.id) || hasOthersHeading(each);
  const under: NamedValue[] = [];
  const partsWith = new Map<string, Set<string>>();
  for (const each of named) {
    const isTheirs = isUnderAnother(each);
    if (isTheirs) under.push(each);
    const label = labelWords(each.value.label);
    partsWith.set(label, (partsWith.get(label) ?? new Set()).add(isTheirs ? partOf(each) : ''));
  }
  const isElsewhere = ({ value }: NamedValue): boolean =>
    (partsWith.get(labelWords(value.label))?.size ?? 0) > 1;
  const parts = new Set(
    under.filter((each) => isElsewhere(each) && isOfTheirForm(each)).map(partOf),
  );
  if (parts.size === 0) return named;
  const others = new Set(under.filter((each) => isClaimed(each) && parts.has(partOf(each))));
  return named.map((each) =>
    others.has(each)
      ? { value: each.value, path: undefined, namedBy: 'generic', isStrangers: true }
      : each,
  );
}

/**
 * True for a label that shows a part to be the subject's form over again. A referrer's part asks for a name too, and for
 * no date of birth.
 */
function isOfTheirForm(each: NamedValue): boolean {
  const { label } = each.value;
  return isClaimed(each) || saysSubjects(label) || factOfLabel(label) === 'bornOn';
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
