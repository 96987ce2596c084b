/** Makes a hostile page from a good one: poison in invisible places must not be read; visible poison is text. */
import type { Element, Root } from 'hast';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';

/** Text for places no reader may look: scripts, styles, comments and attributes that are not labels. */
export const HIDDEN_POISON = 'poison-that-does-not-show';

/** Text shown on the page, in the values themselves. */
export const SHOWN_POISON = '<script>alert("poison")</script>{{7*7}}';

const CARRIERS = /<(td|dd|p|span|font|div|li|input|textarea|select|dl|table)\b/gi;
const ENDS = /<\/(td|dd|li|p|div)>/gi;

/** Hides poison next to every value in the page's markup. */
export function poisonHidden(html: string): string {
  const attributes = `onclick="${HIDDEN_POISON}" onerror="${HIDDEN_POISON}" data-value="${HIDDEN_POISON}" style="--x:${HIDDEN_POISON}"`;
  const content = `<script>${HIDDEN_POISON}</script><style>${HIDDEN_POISON}</style><!--${HIDDEN_POISON}--><noscript>${HIDDEN_POISON}</noscript>`;
  return html
    .replace(CARRIERS, (tag) => `${tag} ${attributes}`)
    .replace(ENDS, (end) => `${content}${end}`);
}

/**
 * Hides the same in a snapshot: in attributes that no reader uses, and in comments. A snapshot never holds scripts or
 * styles.
 */
export function poisonHiddenIn(page: PageSnapshot): PageSnapshot {
  const copy = structuredClone(page);
  const hide = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      Object.assign(child.properties, {
        onClick: HIDDEN_POISON,
        onError: HIDDEN_POISON,
        dataValue: HIDDEN_POISON,
        href: HIDDEN_POISON,
      });
      hide(child);
    }
    parent.children.push({ type: 'comment', value: HIDDEN_POISON });
  };
  for (const frame of copy.frames) hide(frame.tree);
  return copy;
}

/**
 * Puts poison after each text of the page, and each typed text of a box, that is one of these lines, as if somebody had
 * typed it into the record.
 */
export function poisonShown(page: PageSnapshot, lines: ReadonlySet<string>): PageSnapshot {
  const copy = structuredClone(page);
  for (const frame of copy.frames) addTo(frame.tree, lines);
  return copy;
}

function addTo(parent: Root | Element, lines: ReadonlySet<string>): void {
  for (const child of parent.children) {
    if (child.type === 'text' && lines.has(child.value.trim()))
      child.value = `${child.value.trimEnd()} ${SHOWN_POISON}`;
    if (child.type !== 'element') continue;
    const { value } = child.properties;
    if (child.tagName === 'input' && typeof value === 'string' && lines.has(value.trim()))
      child.properties.value = `${value.trimEnd()} ${SHOWN_POISON}`;
    addTo(child, lines);
  }
}
