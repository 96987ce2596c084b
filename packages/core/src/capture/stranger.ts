/**
 * Sections about somebody whom their heading does not name. Where one section of a page has the subject's own facts, a
 * name with a telephone in another section is another person's, and is never by default the subject's.
 */
import type { LabelledValue } from '../page/reading.js';
import { labelWords } from './fold-label.js';
import { grouped } from './grouped.js';
import { ownerOfHeadings, type PersonFact } from './label-dictionary.js';
import { factOfLabel } from './suggest-path.js';

/** What only the person of a record has, on the pages that are read here. */
const SUBJECTS: ReadonlySet<PersonFact> = new Set([
  'bornOn',
  'aliases',
  'school',
  'sexRecorded',
  'handles',
]);
const NAMES: ReadonlySet<PersonFact> = new Set(['name', 'givenNames', 'familyName']);

/** Ids of values that stand in a section of some other person. */
export function strangersOf(values: readonly LabelledValue[]): ReadonlySet<string> {
  return new Set([...inOtherSections(values), ...afterSecondName(values)]);
}

/** Where the same section asks for a name again, what follows is about a second person. */
function afterSecondName(values: readonly LabelledValue[]): readonly string[] {
  const open = values.filter(
    ({ row, visible, owner }) =>
      !row && visible && ['subject', 'referral', undefined].includes(ownerOfHeadings(owner)),
  );
  return sectionsOf(open).flatMap((inSection) => {
    const names = new Map<string, string>();
    const second = inSection.findIndex(({ label, value, continues }) => {
      const fact = factOfLabel(label);
      if (fact === undefined || !NAMES.has(fact) || continues !== undefined) return false;
      const key = labelWords(label);
      const before = names.get(key);
      names.set(key, before ?? value);
      return before !== undefined && (before !== value || hasSecondOf(inSection, label, value));
    });
    return second < 0 ? [] : inSection.slice(second).map(({ id }) => id);
  });
}

/** A mother has her child's surname: then the forename after it is another. */
function hasSecondOf(inSection: readonly LabelledValue[], label: string, surname: string): boolean {
  const at = inSection.findLastIndex((each) => each.label === label && each.value === surname);
  const next = inSection[at + 1];
  return (
    next !== undefined &&
    NAMES.has(factOfLabel(next.label) ?? 'role') &&
    inSection.some((each) => each.label === next.label && each.value !== next.value)
  );
}

function inOtherSections(values: readonly LabelledValue[]): ReadonlySet<string> {
  const open = values.filter(({ owner, row }) => !row && ownerOfHeadings(owner) === undefined);
  const sections = sectionsOf(open).map((inSection) => ({
    inSection,
    facts: new Set(inSection.map(({ label }) => factOfLabel(label))),
  }));
  const has = (facts: ReadonlySet<PersonFact | undefined>, some: ReadonlySet<PersonFact>) =>
    [...some].some((fact) => facts.has(fact));
  const isKnown =
    values.some(({ owner }) => ownerOfHeadings(owner) === 'subject') ||
    sections.some(({ facts }) => has(facts, SUBJECTS) && has(facts, NAMES));
  if (!isKnown) return new Set();
  return new Set(
    sections
      .filter(({ facts }) => has(facts, NAMES) && !has(facts, SUBJECTS))
      .flatMap(({ inSection }) => inSection.map(({ id }) => id)),
  );
}

function sectionsOf(values: readonly LabelledValue[]): readonly (readonly LabelledValue[])[] {
  let key = '';
  let last: LabelledValue | undefined;
  const sections = grouped(values, (value) => {
    // Values that stand together share their headings.
    if (last?.owner !== value.owner || last.place.frame !== value.place.frame)
      key = [value.place.frame.join('.'), ...value.owner].join('\n');
    last = value;
    return key;
  });
  return [...sections.values()];
}
