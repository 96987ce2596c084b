/** A control of the page, found again and checked to be the intended one. */

import type { ControlTarget } from '@cyber-prevent/core/fill';
import { HTML, type ShadowRootOf, tagOf } from '../child-node.js';
import { findPlace } from '../find-place.js';
import { isEditor } from '../live-value.js';
import { attributeOf, inputTypeOf, namespaceOf } from '../native.js';
import { isWithheld } from '../withheld.js';
import type { Control } from './control-kind.js';
import { tickedIn } from './held.js';
import { isInDocument } from './native-control.js';
import { signOf } from './sign.js';

const TYPED: ReadonlySet<string> = new Set(
  'date datetime-local email month number search tel text time url week'.split(' '),
);

/** Undefined for a withheld element and for one that is not a control: neither is looked at. */
export function asControl(element: Element): Control | undefined {
  if (namespaceOf(element) !== HTML) return undefined;
  const tag = tagOf(element);
  if (isWithheld(element, tag)) return undefined;
  if (tag === 'input') {
    const input = element as HTMLInputElement;
    const type = inputTypeOf(input);
    if (type === 'checkbox') return { kind: 'tick', element: input };
    if (type === 'radio') return { kind: 'radio', element: input };
    return { kind: TYPED.has(type) ? 'input' : 'other', element: input };
  }
  if (tag === 'textarea') return { kind: 'area', element: element as HTMLTextAreaElement };
  if (tag === 'select') return { kind: 'select', element: element as HTMLSelectElement };
  if (tag === 'button') return { kind: 'other', element: element as HTMLElement };
  return isEditor(element) ? { kind: 'region', element: element as HTMLElement } : undefined;
}

/** The element found for a target when its facts were read; it is recognised by this later. */
export interface Known {
  readonly element: Element;
  readonly sign: string;
  /** For a radio button: the value ticked in its group. */
  readonly ticked: string | undefined;
}

export class KnownControls {
  readonly #shadowRootOf: ShadowRootOf;
  readonly #known = new Map<string, Known>();

  constructor(shadowRootOf: ShadowRootOf) {
    this.#shadowRootOf = shadowRootOf;
  }

  /** Looks the target up by its place, and remembers the element there. */
  meet(target: ControlTarget): Control | undefined {
    const element = findPlace(target.selector, this.#shadowRootOf);
    const control = element && isAsTold(element, target) ? asControl(element) : undefined;
    if (element && control) {
      const ticked = control.kind === 'radio' ? tickedIn(control.element) : undefined;
      this.#known.set(keyOf(target), { element, sign: signOf(element), ticked });
    }
    return control;
  }

  /**
   * The control that was met, while it is in the page. A page that rebuilds its form puts another in its place, which
   * counts if it has the same label. Undefined for a target that was never met.
   */
  again(target: ControlTarget): Control | undefined {
    const known = this.#known.get(keyOf(target));
    if (!known) return undefined;
    if (isInDocument(known.element))
      return isAsTold(known.element, target) ? asControl(known.element) : undefined;
    const element = findPlace(target.selector, this.#shadowRootOf);
    if (!element || !isAsTold(element, target) || signOf(element) !== known.sign) return undefined;
    this.#known.set(keyOf(target), { ...known, element });
    return asControl(element);
  }

  /**
   * Like {@link again}, before anything is typed: a page may show its next question in the same box, under another
   * label.
   */
  stillAsked(target: ControlTarget): Control | undefined {
    const control = this.again(target);
    const known = this.#known.get(keyOf(target));
    return control && signOf(control.element) === known?.sign ? control : undefined;
  }

  /** True if another button of its group is ticked than when it was met. */
  isGroupChanged(target: ControlTarget, { kind, element }: Control): boolean {
    return kind === 'radio' && tickedIn(element) !== this.#known.get(keyOf(target))?.ticked;
  }
}

function isAsTold(element: Element, { tag, type, name }: ControlTarget): boolean {
  if (namespaceOf(element) !== HTML || tagOf(element) !== tag) return false;
  const ownType = tag === 'input' ? inputTypeOf(element as HTMLInputElement) : '';
  return ownType === type && (attributeOf(element, 'name') ?? '') === name;
}

function keyOf({ frame, selector, tag, type, name }: ControlTarget): string {
  return JSON.stringify([frame, selector, tag, type, name]);
}
