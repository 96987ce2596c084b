/** True if typing into a control would send the form or leave the page, as far as its markup shows. */
import { attributeNamesOf, attributeOf } from '../native.js';
import type { Control } from './control-kind.js';
import { outwards } from './openness.js';
import { isSendingHandler, isSendingMark } from './sending-words.js';

export function sendsForm({ kind, element }: Control): boolean {
  if (kind === 'other') return true;
  for (const at of outwards(element)) {
    const trigger =
      at === element
        ? undefined
        : (attributeOf(at, 'hx-trigger') ?? attributeOf(at, 'data-hx-trigger') ?? '');
    for (const name of attributeNamesOf(at))
      if (isSendingHandler(name, attributeOf(at, name) ?? '') || isSendingMark(name, trigger))
        return true;
  }
  return false;
}
