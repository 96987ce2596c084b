/** A copy of a whole page without the masked values, neither in their places nor in any other text. */
import type { Element, ElementData, Properties, Text } from 'hast';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import { findPlace, type SoughtPlace } from '../adapter/find-place.js';
import { LEFT_OUT } from './redact-snapshot.js';

/** @param blot - removes the masked values from any text */
export function blotSnapshot(
  snapshot: PageSnapshot,
  masked: readonly SoughtPlace[],
  blot: (text: string) => string,
): PageSnapshot {
  const copy = structuredCopy(snapshot);
  for (const place of masked) {
    const found = findPlace(copy, place);
    if (!found) continue;
    for (const { node, from, to } of found.ranges.toReversed())
      node.value = node.value.slice(0, from) + LEFT_OUT + node.value.slice(to);
    empty(found.element);
  }
  for (const frame of copy.frames) blotIn(frame.tree, blot);
  return {
    ...copy,
    frames: copy.frames.map((frame) => ({
      ...frame,
      url: blot(frame.url),
      title: blot(frame.title),
    })),
  };
}

function structuredCopy(snapshot: PageSnapshot): PageSnapshot {
  return JSON.parse(JSON.stringify(snapshot)) as PageSnapshot;
}

/** Removes the typed or ticked content of a control. */
function empty(element: Element): void {
  const { data, properties } = element;
  if (data) {
    const { value: _, checked: __, ...rest } = data;
    element.data = rest as ElementData;
  }
  delete properties.value;
  delete properties.checked;
  delete properties.ariaChecked;
  if (/^(?:select|textarea)$/i.test(element.tagName)) element.children = [];
}

function blotIn(
  tree: PageSnapshot['frames'][number]['tree'],
  blot: (text: string) => string,
): void {
  const stack: (typeof tree | Element)[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const child of node.children) {
      if (child.type === 'text' || child.type === 'comment')
        (child as Text).value = blot(child.value);
      if (child.type !== 'element') continue;
      blotProperties(child.properties, blot);
      const { value } = child.data ?? {};
      if (value !== undefined) child.data = { ...child.data, value: blot(value) } as ElementData;
      stack.push(child);
    }
  }
}

function blotProperties(properties: Properties, blot: (text: string) => string): void {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'string') properties[name] = blot(value);
    if (Array.isArray(value)) properties[name] = value.map((each) => blot(String(each)));
    if (typeof value === 'number' && blot(String(value)) !== String(value)) delete properties[name];
  }
}
