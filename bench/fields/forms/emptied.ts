/** A page whose boxes are all empty, and what each of them held: the same form before anybody filled it. */
import type { Found, PageSnapshot } from '../../../packages/core/src/index.ts';

type Element = Found['element'];
type Parent = Pick<Element, 'children'>;

const TYPED = new Set(['input', 'textarea', 'select']);
/** Types of `input` whose value is part of the form. */
const KEPT = /^(?:hidden|submit|button|reset|image|file|password)$/;

/** A copy of the snapshot in which nothing is typed, chosen or ticked. */
export function emptied(snapshot: PageSnapshot): PageSnapshot {
  const copy = structuredClone(snapshot);
  for (const { tree } of copy.frames) emptyIn(tree as unknown as Parent);
  return copy;
}

function emptyIn(parent: Parent): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { tagName, properties } = child;
    const isRegion =
      properties.contentEditable !== undefined && properties.contentEditable !== 'false';
    const isBox = TYPED.has(tagName) && !KEPT.test(String(properties.type ?? ''));
    if (isBox) emptyBox(child);
    if (isRegion || (isBox && tagName === 'textarea')) {
      child.children = [];
      if (child.data?.value !== undefined) child.data = { ...child.data, value: '' };
    } else emptyIn(child);
  }
}

function emptyBox(box: Element): void {
  const { properties, data } = box;
  const isChoice = /^(?:radio|checkbox)$/.test(String(properties.type));
  delete properties.checked;
  if (!isChoice) delete properties.value;
  if (!data) return;
  const { checked: _, value, ...rest } = data;
  box.data = {
    ...rest,
    ...(isChoice ? { checked: false } : value === undefined ? {} : { value: '' }),
  };
}
