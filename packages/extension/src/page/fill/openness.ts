/** Whether a control can be typed into just now, and what it takes. */
import { attributeOf, firstChildOf, nextSiblingOf, parentOf } from '../native.js';
import { sightOf } from '../visibility.js';
import type { Control } from './control-kind.js';
import {
  areaLimitOf,
  inputLimitOf,
  isAreaReadOnly,
  isInputReadOnly,
  isMatching,
  isMultiple,
} from './native-control.js';
import { isPlain } from './region.js';
import { labelsOf } from './sign.js';

/** The control's ancestors from itself outwards, through the hosts of the shadow trees that it stands in. */
export function* outwards(element: Element): Generator<Element> {
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : parentOf(at))
    if (at instanceof Element) yield at;
}

export function isDisabled({ kind, element }: Control): boolean {
  if (kind !== 'region' && isMatching(element, ':disabled')) return true;
  for (const at of outwards(element))
    if (attributeOf(at, 'inert') !== null || attributeOf(at, 'aria-disabled') === 'true')
      return true;
  return false;
}

/** By the page's word; and what it holds could not be put back, or it is no thing to type into. */
export function isReadOnly(control: Control): boolean {
  const { kind, element } = control;
  if (attributeOf(element, 'aria-readonly') === 'true') return true;
  switch (kind) {
    case 'input':
      return isInputReadOnly(element);
    case 'area':
      return isAreaReadOnly(element);
    case 'select':
      return isMultiple(element);
    case 'region':
      return !isPlain(element);
    default:
      return kind === 'other';
  }
}

/** Whether the officer can see it, or what is drawn for it: the label of a tick box, the button of a styled list. */
export function isSeen({ kind, element }: Control): boolean {
  if (isPaintedFor(element)) return true;
  if (kind === 'select') return isDrawnBeside(element);
  return (kind === 'tick' || kind === 'radio') && Array.from(labelsOf(element)).some(isPaintedFor);
}

/** A styled list is a button beside the list itself, as the reading knows it too. */
function isDrawnBeside(select: Element): boolean {
  const parent = parentOf(select);
  if (!(parent instanceof Element)) return false;
  for (let node = firstChildOf(parent); node; node = nextSiblingOf(node))
    if (
      node instanceof Element &&
      node !== select &&
      attributeOf(node, 'role') === 'combobox' &&
      isPaintedFor(node)
    )
      return true;
  return false;
}

function isPaintedFor(element: Element): boolean {
  const around = Array.from(outwards(element)).slice(1);
  const scrolled = { x: scrollX, y: scrollY };
  return !sightOf(element, true, around, 'box', scrolled).hidden;
}

const LONGEST_FORMAT = 200;

/** What its markup says of how it is written: to the browser, or to a script that opens a calendar. */
export function formatsOf({ kind, element }: Control): readonly string[] {
  if (kind !== 'input') return [];
  return ['pattern', 'data-date-format'].flatMap(
    (name) => attributeOf(element, name)?.slice(0, LONGEST_FORMAT) || [],
  );
}

/** Most UTF-16 code units that it takes; undefined where it does not say. */
export function limitOf({ kind, element }: Control): number | undefined {
  if (kind !== 'input' && kind !== 'area') return undefined;
  const limit = kind === 'input' ? inputLimitOf(element) : areaLimitOf(element);
  return limit >= 0 ? limit : undefined;
}
