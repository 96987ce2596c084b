/** From a resolved label to the value that an officer sees: text, kind, place, visibility. */

import type { LabelledValue, Place } from '../reading.js';
import { asksChoices, groupOf, optionOf } from '../tree/choice.js';
import { type Control, TICKED } from '../tree/control.js';
import type { PageIndex } from '../tree/page-index.js';
import { selectorOf } from '../tree/selector.js';
import { displayText, LONGEST_VALUE, verbatimText } from '../tree/text.js';
import { CLIPPED, HIDDEN } from '../tree/visibility.js';
import type { Candidate } from './candidate.js';
import { isPageWords } from './label-text.js';
import { isProse } from './line/prose.js';
import type { Resolved } from './resolve.js';

export interface ReadValue {
  readonly value: string;
  readonly verbatim: string;
  readonly kind: LabelledValue['kind'];
  readonly label: string;
  readonly cut: boolean;
}

/** The value under a label, or undefined if it is empty. */
export function readValue(
  index: PageIndex,
  controls: ReadonlyMap<number, Control>,
  { best }: Resolved,
): ReadValue | undefined {
  if (best.part)
    return finish(best.label, best.part.value, best.part.verbatim, best.isTold ? 'prose' : 'text');
  const control = controls.get(best.target);
  if (!control)
    return finish(
      best.label,
      displayText(index, best.target),
      verbatimText(index, best.target),
      'text',
    );
  if (control.value === '') return undefined;
  const kind = control.kind === 'choice' ? 'choice' : 'control';
  if (control.alone === undefined) return finish(best.label, control.value, control.verbatim, kind);
  return ticked(index, control, best, kind);
}

/** Answer of a tick box: a lone box is answered by its tick, unless another label asks and its own text answers. */
function ticked(
  index: PageIndex,
  control: Control,
  best: Candidate,
  kind: 'choice' | 'control',
): ReadValue | undefined {
  const own = optionOf(index, control.at);
  const isOwn = own.text === '' || own.text.toLowerCase() === best.label.toLowerCase();
  const asked = !control.alone && asksChoices(index, groupOf(index, control.at));
  if (isOwn && !asked) return finish(best.label, TICKED, own.verbatim || best.label, kind);
  return finish(best.label, own.text || TICKED, own.verbatim || best.label, kind);
}

function finish(
  label: string,
  value: string,
  verbatim: string,
  kind: LabelledValue['kind'],
): ReadValue | undefined {
  const cut = value.length > LONGEST_VALUE || verbatim.length > LONGEST_VALUE;
  const kept = cut ? value.slice(0, LONGEST_VALUE) : value;
  if (kept === '' || isPageWords(kept)) return undefined;
  const isLong = kind !== 'choice' && isProse(kept);
  return {
    label,
    value: kept,
    verbatim: verbatim.slice(0, LONGEST_VALUE),
    kind: isLong ? 'prose' : kind,
    cut,
  };
}

export function placeOf(index: PageIndex, at: number, verbatim: string): Place {
  return { frame: index.frame.path, selector: selectorOf(index, at), verbatim };
}

export function isShown(index: PageIndex, at: number): boolean {
  return ((index.visibility[at] ?? 0) & HIDDEN) === 0;
}

/** True for text that a screen reader reads out and nobody sees. */
export function isClipped(index: PageIndex, at: number): boolean {
  return ((index.visibility[at] ?? 0) & CLIPPED) !== 0;
}
