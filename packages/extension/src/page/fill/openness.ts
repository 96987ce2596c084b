/** The current state of a control for typing: open or not, and the values it accepts. */
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

/** The control's ancestors from itself outwards, through the hosts of the shadow trees that it is in. */
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

/** Read-only according to the page; or its value could not be restored, or it is not a control to type into. */
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

/** True if the officer can see it, or its stand-in: the label of a tick box, the button of a styled list. */
export function isSeen({ kind, element }: Control): boolean {
  if (isPaintedFor(element)) return true;
  if (kind === 'select') return isDrawnBeside(element);
  return (kind === 'tick' || kind === 'radio') && Array.from(labelsOf(element)).some(isPaintedFor);
}

/** A styled list is a button next to the list itself, as the reading also recognises it. */
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

/** The formats that its markup gives to the browser, or to a script that opens a calendar. */
export function formatsOf({ kind, element }: Control): readonly string[] {
  if (kind !== 'input') return [];
  return ['pattern', 'data-date-format'].flatMap(
    (name) => attributeOf(element, name)?.slice(0, LONGEST_FORMAT) || [],
  );
}

/** Most UTF-16 code units that it accepts; undefined without a limit. */
export function limitOf({ kind, element }: Control): number | undefined {
  if (kind !== 'input' && kind !== 'area') return undefined;
  const limit = kind === 'input' ? inputLimitOf(element) : areaLimitOf(element);
  return limit >= 0 ? limit : undefined;
}
