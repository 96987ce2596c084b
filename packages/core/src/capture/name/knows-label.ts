/** Says if a text is a label that the dictionary knows: the reading of a page takes it as evidence for a pair. */
import { remembered } from '../field/remembered.js';
import { factOfLabel } from './fact-of-label.js';
import { suggestPath } from './suggest-path.js';

/** Longest label looked up: a longer text is a sentence. */
const LONGEST = 120;

/** True for a label with a path, or with a fact of some person, whoever that is. Never throws. */
export const knowsLabel: (label: string) => boolean = remembered(
  (label) =>
    label.length <= LONGEST &&
    (factOfLabel(label) !== undefined ||
      suggestPath({ label, value: '', owner: [] }) !== undefined),
);
