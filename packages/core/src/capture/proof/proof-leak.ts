/** Every word and number anywhere in a snapshot: a copy of it must not have them, except in its labels. */
import type { Element, Properties } from 'hast';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import { tokensOf } from './proof-word.js';

/**
 * Words and numbers in lower case, of four letters or digits and more.
 *
 * @param without - attributes that are not looked at, by their names in lower case
 */
export function tokensOfPage(
  snapshot: PageSnapshot,
  without: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const tokens = new Set<string>();
  const add = (text: string): void => {
    for (const token of tokensOf(text)) tokens.add(token);
  };
  for (const { url, title } of snapshot.frames) add(`${url} ${title}`);
  for (const { origin } of snapshot.unread) add(origin);
  for (const text of textsOn(snapshot)) add(text);
  for (const node of nodesOf(snapshot))
    for (const [name, each] of Object.entries(node.properties ?? {}))
      if (!without.has(name.toLowerCase()))
        add(Array.isArray(each) ? each.join(' ') : String(each ?? ''));
  return tokens;
}

/** Content of texts and comments, and of typed and chosen values. */
export function* textsOn(snapshot: PageSnapshot): Generator<string> {
  for (const { value, data, properties } of nodesOf(snapshot)) {
    if (value !== undefined) yield value;
    if (data?.value !== undefined) yield data.value;
    if (typeof properties?.value === 'string') yield properties.value;
  }
}

export function* elementsOf(snapshot: PageSnapshot): Generator<Element> {
  for (const node of nodesOf(snapshot)) if (isElement(node)) yield node;
}

function isElement(node: Node): node is Node & Element {
  return node.properties !== undefined;
}

interface Node {
  readonly value?: string;
  readonly properties?: Properties;
  readonly data?: { readonly value?: string };
  readonly children?: readonly Node[];
}

/** Works without recursion, since a page may be nested deep. */
function* nodesOf({ frames }: PageSnapshot): Generator<Node> {
  const stack: Node[] = frames.map(({ tree }) => tree as Node);
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    for (const child of node.children ?? []) stack.push(child);
  }
}
