/** The nodes that hold the values of a cell or block: its controls if it has any, otherwise itself. */
import { attribute } from '../tree/attribute.js';
import type { PageIndex } from '../tree/page-index.js';
import { contains, controlCount, controlsIn, elementAt, letters } from '../tree/span.js';
import { displayText } from '../tree/text.js';
import { HIDDEN } from '../tree/visibility.js';

export function valueNodes(index: PageIndex, at: number): readonly number[] {
  if (controlCount(index, at) === 0) return [at];
  const controls = controlsIn(index, at, 200).filter((control) => !isUnseen(index, control));
  if (controls.length === 0) return [at];
  const own = index.visibility[at] ?? 0;
  const isShown = (control: number): boolean =>
    ((index.visibility[control] ?? 0) & HIDDEN & ~own) === 0;
  // Text with a hidden form behind it, for editing in place: the officer sees the text.
  if (letters(index, at) > 0 && !controls.some(isShown)) return [at];
  return controls.map((control) => drawnChoice(index, control, at));
}

/** Most elements between the box of a list and what was chosen in it. */
const MOST_AROUND = 4;

/** The text that a styled list draws before its empty box, which holds only what is typed to search; else the box. */
function drawnChoice(index: PageIndex, control: number, within: number): number {
  const element = elementAt(index, control);
  if (!element || index.tags[control] !== 'input' || index.roles.get(control) !== 'combobox')
    return control;
  if ((element.data?.value ?? attribute(element, 'value') ?? '') !== '') return control;
  let around = index.parents[control] ?? -1;
  for (let left = MOST_AROUND; left > 0 && around > within; left -= 1) {
    const before = lettersBetween(index, around, control);
    if (before > 0)
      return before === letters(index, around) && !asks(index, around, control) ? around : control;
    around = index.parents[around] ?? -1;
  }
  return control;
}

/** Words that stand in a list while nothing is chosen: *Select…*, *Start typing a name*. */
const PROMPT =
  /(?:\.\.\.|…)$|^(?:please\s+)?(?:select|choose|pick|search|start|begin|type|enter|add|find|none|no results|e\.?g\b|for example|optional|dewiswch|dewis|chwilio|teipiwch)\b/i;
const PROMPT_CLASS =
  /(?:^|[\s_-])(?:hint|help|help-?text|note|description|error|message|placeholder)(?:$|[\s_-])/i;

/** True if the words before the box ask for a choice, or explain how to make it. */
function asks(index: PageIndex, around: number, box: number): boolean {
  if (PROMPT.test(displayText(index, around))) return true;
  const element = elementAt(index, box);
  const told = [element?.properties.ariaDescribedBy ?? []].flat().join(' ').split(' ');
  if (told.some((id) => contains(index, around, index.ids.get(id)?.[0] ?? -1))) return true;
  for (let at = around; at < box; at += 1) {
    const each = elementAt(index, at);
    if (each && PROMPT_CLASS.test(attribute(each, 'class') ?? '')) return true;
  }
  return false;
}

function lettersBetween(index: PageIndex, from: number, to: number): number {
  return (index.counts.letters[to] ?? 0) - (index.counts.letters[from] ?? 0);
}

/** True for hidden fields and buttons: many cells have them next to the text, and they are not the cell's content. */
function isUnseen(index: PageIndex, at: number): boolean {
  const element = elementAt(index, at);
  if (!element || index.tags[at] !== 'input') return false;
  const type = attribute(element, 'type')?.toLowerCase();
  return type === 'hidden' || type === 'submit' || type === 'button' || type === 'image';
}
