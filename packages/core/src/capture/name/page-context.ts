/** Evidence that the labels and headings of a whole page give for each of its values, empty boxes included. */
import { labelWords } from '../field/fold-label.js';
import { ownerOfHeadings } from '../field/label-dictionary.js';
import { factOfLabel } from './fact-of-label.js';
import type { Labelled } from './named-label.js';
import { type PageContext, surePath } from './suggest-path.js';

const REFERRING = [
  'referring officer',
  'officer referring',
  'referring off',
  'ref officer',
  'ref off',
  'ref offr',
];
const OTHERS = [
  'officer',
  'officer in case',
  'oic',
  'investigating officer',
  'case officer',
  'allocated officer',
];
/** Fewest labels that begin with *Your* on a form that the referrer fills in. */
const FEWEST_YOURS = 3;

/** @param namesReferrer - true for a value that is known to be the referrer's, whatever its label */
export function pageContextOf<V extends Labelled>(
  values: readonly V[],
  namesReferrer: (value: V) => boolean = () => false,
): PageContext {
  const labels = new Set(values.map(({ label }) => label));
  const words = new Set([...labels].map(labelWords));
  return {
    subjectSection: values.some(
      ({ owner, label }) =>
        ownerOfHeadings(owner) === 'subject' && factOfLabel(label) !== undefined,
    ),
    // Without a heading or another label for a referrer, *Job title* may be anybody's.
    referrerNamed: values.some(
      (value) =>
        namesReferrer(value) ||
        surePath(value, { referrerNamed: false })?.startsWith('referrer.') === true,
    ),
    officerRefers:
      REFERRING.some((each) => words.has(each)) && !OTHERS.some((each) => words.has(each)),
    formOfReferrer:
      words.has('your name') &&
      [...words].filter((each) => each.startsWith('your ')).length >= FEWEST_YOURS,
  };
}
