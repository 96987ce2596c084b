/**
 * Boxes for which the reading of a page has no value: without a label, or empty on this copy. They are taught by
 * pointing.
 */
import type { Element } from 'hast';
import { type FormControl, type FoundControl, findControls } from '../../page/control/form.js';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import type { LabelLocator } from '../adapter/adapter.js';
import { pathTo } from '../adapter/find-place.js';
import { wordsBefore } from '../adapter/page-part.js';
import { shownText } from '../adapter/shown-text.js';
import { isLabelled, valuesOfLabel } from '../adapter/value-of-label.js';
import { knowsLabel } from '../name/knows-label.js';
import { labelCandidates } from './label-candidates.js';
import type { SystemWords } from './system-words.js';
import type { TaughtPage, TaughtPlace } from './taught.js';

/** A box that can be pointed at. */
export interface UnreadBox {
  readonly place: Pick<TaughtPlace, 'frame' | 'selector'>;
  /** Label; `''` if there is none. */
  readonly label: string;
  readonly owner: readonly string[];
  /** Content; `''` while it is empty. */
  readonly text: string;
  /** The words right before it, if it has no label. */
  readonly before?: string;
}

/** Cached controls: finding them reads the whole page, and each box that was pointed at is looked up among them. */
const FOUND = new WeakMap<PageSnapshot, readonly FoundControl[]>();

/** Every visible box for text, filled or empty, for which the reading has no value; in the order of the page. */
export function unreadBoxes(page: TaughtPage): readonly UnreadBox[] {
  const { snapshot, reading } = page;
  const read = new Set(reading.values.map(({ place }) => keyOf(place)));
  return controlsOn(snapshot).flatMap(({ control, element, isPassing }): readonly UnreadBox[] => {
    const { frame, selector } = control.target;
    const isText = control.kind !== 'radio' && control.kind !== 'tick';
    if (!isText || !control.isShown || isPassing || read.has(keyOf(control.target))) return [];
    const before = control.label === '' ? beforeIn(page, frame, element) : undefined;
    return [
      {
        place: { frame, selector },
        label: control.label,
        owner: control.owner,
        text: shownText(element),
        ...(before === undefined ? {} : { before }),
      },
    ];
  });
}

/** True for a box of the page that can hold text. */
export function isTextBox(element: Element, { snapshot }: TaughtPage): boolean {
  const kind = controlOf(element, snapshot)?.kind;
  return kind !== undefined && kind !== 'radio' && kind !== 'tick';
}

/** The label by which an empty box is found once it is filled: the system’s own, and no other box’s. */
export function labelOfBox(
  element: Element,
  { reading, snapshot }: TaughtPage,
  words: SystemWords,
): LabelLocator | undefined {
  const control = controlOf(element, snapshot);
  if (!control || control.label === '' || !words.isLabel(control.label, control.method))
    return undefined;
  return labelCandidates(control, words).find((candidate) => {
    const alike = controlsOn(snapshot).filter(
      (each) => each.control.isShown && isLabelled(each.control, candidate),
    );
    return alike.length === 1 && valuesOfLabel(candidate, reading).every(({ visible }) => !visible);
  });
}

function controlOf(element: Element, snapshot: PageSnapshot): FormControl | undefined {
  return controlsOn(snapshot).find((each) => each.element === element)?.control;
}

function controlsOn(snapshot: PageSnapshot): readonly FoundControl[] {
  const known = FOUND.get(snapshot) ?? findControls(snapshot, knowsLabel);
  FOUND.set(snapshot, known);
  return known;
}

function keyOf({ frame, selector }: Pick<TaughtPlace, 'frame' | 'selector'>): string {
  return `${frame.join('.')} ${selector}`;
}

function beforeIn(
  { snapshot }: TaughtPage,
  frame: readonly number[],
  element: Element,
): string | undefined {
  const tree = snapshot.frames.find(({ path }) => path.join() === frame.join())?.tree;
  const way = tree && pathTo(tree, (each) => each === element);
  return tree && way && wordsBefore(way, tree);
}
