/**
 * The box for a note: several lines, empty, under *Notes*, *Comment*, *Reply* or *Add …*, under any other words too.
 */
import type { FillPath, InterventionPath } from '../capture/field/fill-path.js';
import { labelWords } from '../capture/field/fold-label.js';
import type { FormControl } from '../page/control/form.js';
import type { LabelMethod } from '../page/reading.js';
import dictionary from './fill-dictionary.json' with { type: 'json' };
import type { Question } from './question.js';

/** Kinds of box that hold more than a line. */
export const LONG: ReadonlySet<FormControl['kind']> = new Set(['long-text', 'rich-text']);
/** Paths that need a box of several lines: one line cannot hold the whole. */
export const WHOLE: ReadonlySet<FillPath> = new Set(['intervention.note', 'intervention.asText']);

const NOTE_WORDS = new Map(
  Object.entries(dictionary.noteWords).flatMap(([path, words]) =>
    words.map((word) => [word, path as InterventionPath] as const),
  ),
);
/** Most words in a name: more are a sentence, which may mention notes without asking for one. */
const MOST_WORDS = 5;
/** Most headings looked at, from the innermost. */
const MOST_HEADINGS = 2;

/** Ways by which a label is the box's own: *Risk* under *Notes* asks for the risk. */
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
 * The path that a box of several lines asks for by the words around it, the nearest first: its label, its hint, and, if
 * it has no label of its own, the headings over it.
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

/** True if the label is a name. “You may use Markdown here.” says how to write, not what. */
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

/** The likeliest boxes for a note: empty ones that ask for it by name; else empty ones; else those that hold text. */
export function likeliestNoteBoxes(questions: readonly Question[]): readonly Question[] {
  const empty = questions.filter(({ controls }) =>
    controls.every(({ facts }) => facts.value.trim() === ''),
  );
  const named = empty.filter(({ controls, isNamed }) =>
    controls.some(({ control }) => isNamed || noteAskedFor(control) !== undefined),
  );
  return [named, empty, questions].find((some) => some.length > 0) ?? [];
}
