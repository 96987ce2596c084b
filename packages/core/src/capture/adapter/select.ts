/**
 * Finds elements of a snapshot by an adapter's selector. Each step looks at an element once, so cost grows with the
 * page.
 */
import type { Element, Root } from 'hast';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import { type AttributeTest, type Compound, parseSelector, type SelectorStep } from './selector.js';

export interface Found {
  /** Path of the frame that holds it. */
  readonly frame: readonly number[];
  readonly element: Element;
}

interface Scope {
  readonly frame: readonly number[];
  readonly node: Root | Element;
}

/**
 * Elements that the selector finds, in the order of the page; none for a selector outside the subset. The first step
 * starts in the page itself, not in its frames: `frame[name="main"] >>> #dob`.
 */
export function select(snapshot: PageSnapshot, selector: string): readonly Found[] {
  const parsed = parseSelector(selector);
  const top = snapshot.frames.find(({ path }) => path.length === 0);
  if (!parsed.ok || !top) return [];
  let scopes: readonly Scope[] = [{ frame: [], node: top.tree }];
  for (const step of parsed.value) scopes = takeStep(snapshot, scopes, step);
  return scopes.flatMap(({ frame, node }) =>
    node.type === 'element' ? [{ frame, element: node }] : [],
  );
}

function takeStep(
  snapshot: PageSnapshot,
  scopes: readonly Scope[],
  { combinator, compound }: SelectorStep,
): readonly Scope[] {
  const search: Search = {
    compound,
    found: new Map(),
    // Needed only with several scopes: a single one, as every selector starts with, is never visited twice.
    walked: scopes.length > 1 ? new Set() : undefined,
  };
  for (const scope of scopes) {
    if (combinator !== 'cross') {
      const isHost = scope.node.type === 'element' && scope.node.data?.shadow !== undefined;
      if (!isHost) look(search, scope.frame, scope.node, combinator === 'descendant');
      continue;
    }
    const inside = across(snapshot, scope);
    if (inside) look(search, inside.frame, inside.node, true);
  }
  return [...search.found.values()];
}

/** One step of a selector being matched against a page. */
interface Search {
  readonly compound: Compound;
  readonly found: Map<Element, Scope>;
  readonly walked: Set<Root | Element> | undefined;
}

/** Called for every element of a page, so it creates no list, function or scope for each. */
function look(search: Search, frame: Scope['frame'], node: Scope['node'], deep: boolean): void {
  const { compound, found, walked } = search;
  if (walked?.has(node)) return;
  walked?.add(node);
  // Most selectors do not ask for a place among siblings.
  const counts = compound.nthOfType === undefined ? undefined : new Map<string, number>();
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const nth = (counts?.get(child.tagName) ?? 0) + 1;
    counts?.set(child.tagName, nth);
    if (matches(child, compound, nth)) found.set(child, { frame, node: child });
    // A selector does not enter a shadow tree until `>>>` crosses into it.
    if (deep && child.data?.shadow === undefined) look(search, frame, child, true);
  }
}

/** The scope behind `>>>`: the document of a frame, or the shadow tree, whose nodes are the host's children. */
function across(snapshot: PageSnapshot, { frame, node }: Scope): Scope | undefined {
  if (node.type !== 'element') return undefined;
  const index = node.data?.frame;
  if (index === undefined) return node.data?.shadow === undefined ? undefined : { frame, node };
  const path = [...frame, index];
  const child = snapshot.frames.find((each) => each.path.join() === path.join());
  return child && { frame: path, node: child.tree };
}

function matches(element: Element, compound: Compound, nth: number): boolean {
  const { tag, id, classes, attributes, nthOfType } = compound;
  return (
    (id === undefined || element.properties.id === id) &&
    (tag === undefined || element.tagName.toLowerCase() === tag) &&
    (nthOfType === undefined || nthOfType === nth) &&
    (classes.length === 0 || hasClasses(element, classes)) &&
    (attributes.length === 0 || hasAttributes(element, attributes))
  );
}

function hasAttributes(element: Element, tests: readonly AttributeTest[]): boolean {
  return tests.every((test) => holds(test, attribute(element, test.name)));
}

function holds({ value, part }: AttributeTest, actual: string | undefined): boolean {
  if (actual === undefined || value === undefined) return actual !== undefined;
  // As in CSS, an empty part matches nothing.
  if (part !== undefined && value === '') return false;
  if (part === 'start') return actual.startsWith(value);
  if (part === 'end') return actual.endsWith(value);
  return part === 'any' ? actual.includes(value) : actual === value;
}

/**
 * True if the element has the classes. hast has classes as a list, and a tree that came as JSON may have them as text.
 */
function hasClasses({ properties }: Element, classes: readonly string[]): boolean {
  const held = properties.className ?? properties.class;
  if (typeof held === 'string') return areAmong(held.split(/\s+/), classes);
  return Array.isArray(held) && areAmong(held, classes);
}

function areAmong(list: readonly (string | number)[], names: readonly string[]): boolean {
  return names.every((name) => list.includes(name));
}

/** Names of hast properties, as in the DOM: `className`, `htmlFor`, `ariaLabel`, `dataField`. */
const PROPERTY: Readonly<Record<string, string>> = { class: 'classname', for: 'htmlfor' };

function attribute(element: Element, name: string): string | undefined {
  const wanted = (PROPERTY[name] ?? name).toLowerCase().replace(/[-:]/g, '');
  for (const [key, value] of Object.entries(element.properties)) {
    if (key.toLowerCase().replace(/[-:]/g, '') !== wanted) continue;
    if (value === null || value === undefined || value === false) return undefined;
    return Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value);
  }
  return undefined;
}
