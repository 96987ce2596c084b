/** The box for a note: several lines, empty, under *Notes*, *Comment*, *Reply* or *Add …*, whatever else the page calls it. */
import type { FillPath, InterventionPath } from '../capture/field/fill-path.js';
import { labelWords } from '../capture/field/fold-label.js';
import type { FormControl } from '../page/control/form.js';
import type { LabelMethod } from '../page/reading.js';
import dictionary from './fill-dictionary.json' with { type: 'json' };
import type { Question } from './question.js';

/** Boxes that hold more than a line. */
export const LONG: ReadonlySet<FormControl['kind']> = new Set(['long-text', 'rich-text']);
/** What is written as a whole: in a box of one line it is not. */
export const WHOLE: ReadonlySet<FillPath> = new Set(['intervention.note', 'intervention.asText']);

const NOTE_WORDS = new Map(
  Object.entries(dictionary.noteWords).flatMap(([path, words]) =>
    words.map((word) => [word, path as InterventionPath] as const),
  ),
);
/** More words than this are a sentence, which may speak of notes without asking for one. */
const MOST_WORDS = 5;
/** Headings looked at, from the innermost. */
const MOST_HEADINGS = 2;

/** By one of these a label is the box's own: *Risk* under *Notes* asks for the risk. */
const OWN_LABEL: ReadonlySet<LabelMethod | undefined> = new Set([
  'label-for',
  'label-wraps',
  'aria',
  'summary-list',
  'dt-dd',
  'th-td',
  'label-left',
  'label-above',
] as const);

/**
 * What a box of several lines asks for by the words around it, the nearest first: its label, its hint, and where it has no
 * label of its own the headings over it.
 */
export function noteAskedFor({
  label,
  hint = '',
  owner,
  kind,
  method,
}: Beside): FillPath | undefined {
  if (!LONG.has(kind)) return undefined;
  const isLabelled = isName(label) && OWN_LABEL.has(method);
  const over = isLabelled ? [] : owner.toReversed().slice(0, MOST_HEADINGS);
  return [label, hint, ...over].map(noteIn).find((path) => path !== undefined);
}

type Beside = Pick<FormControl, 'label' | 'hint' | 'owner' | 'kind' | 'method'>;

/** “You may use Markdown here.” says how to write, and not what. */
function isName(label: string): boolean {
  return (
    label !== '' && !/[.!?…]$/.test(label) && labelWords(label).split(' ').length <= MOST_WORDS
  );
}

function noteIn(text: string): InterventionPath | undefined {
  const words = labelWords(text).split(' ');
  if (words.length > MOST_WORDS) return undefined;
  return words.map((word) => NOTE_WORDS.get(word)).find((path) => path !== undefined);
}

/** Of boxes that may take a note: the empty ones that ask for it by name, or the empty ones, or at last those that hold a text. */
export function likeliestNoteBoxes(questions: readonly Question[]): readonly Question[] {
  const empty = questions.filter(({ controls }) =>
    controls.every(({ facts }) => facts.value.trim() === ''),
  );
  const named = empty.filter(({ controls, isNamed }) =>
    controls.some(({ control }) => isNamed || noteAskedFor(control) !== undefined),
  );
  return [named, empty, questions].find((some) => some.length > 0) ?? [];
}
