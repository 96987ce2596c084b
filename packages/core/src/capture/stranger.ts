/**
 * Sections about somebody whom their heading does not name. Where one section of a page has the subject's own facts, a
 * name with a telephone in another section is another person's, and is never by default the subject's.
 */
import type { LabelledValue } from '../page/reading.js';
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
  const open = values.filter(({ owner, row }) => !row && ownerOfHeadings(owner) === undefined);
  const sections = [...grouped(open, sectionOf).values()].map((inSection) => ({
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

function sectionOf({ owner, place }: LabelledValue): string {
  return [place.frame.join('.'), ...owner].join('\n');
}
