/**
 * A selector that also finds the element on the next record: by an id or name that does not change, else by classes,
 * else by the shortest way down. It never has a word of a value in it, and each candidate is tried before it is used.
 */
import type { Element, Root } from 'hast';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import { attribute, tokens } from '../../page/tree/attribute.js';
import { isPassingName } from '../../page/tree/selector.js';
import type { FoundPlace } from '../adapter/find-place.js';
import { select } from '../adapter/select.js';
import { goesByPosition, parseSelector } from '../adapter/selector.js';
import type { SystemWords } from './system-words.js';

export interface TaughtSelector {
  readonly selector: string;
  /**
   * Set if it goes by an id or a name that does not count boxes: it finds the same field if that is on the page, and
   * nothing if not.
   */
  readonly isStable: boolean;
}

interface Search {
  readonly snapshot: PageSnapshot;
  readonly words: Pick<SystemWords, 'holdsValue'>;
}

const MOST_STEPS = 20;
/** Class written by a program for one release of a page: `css-1k2j3`, `_a8f0`. */
const PASSING_CLASS = /\d|^(?:css|sc|jsx|emotion|styles?)-|__[A-Za-z\d]{5,}$/;

/** @returns undefined where no selector of the subset finds this element alone */
export function selectorFor(
  { within, element }: Pick<FoundPlace, 'within' | 'element'>,
  search: Search,
): TaughtSelector | undefined {
  let before = '';
  let isStable = true;
  for (const level of levelsOf([...within, element])) {
    const found = inLevel(before, level, search);
    if (!found) return undefined;
    before = `${found.selector} >>> `;
    isStable &&= found.isStable;
  }
  const selector = before.slice(0, -' >>> '.length);
  return selector === '' || !parseSelector(selector).ok ? undefined : { selector, isStable };
}

/** The way, split at each frame or shadow tree. */
function levelsOf(way: readonly Element[]): readonly (readonly Element[])[] {
  const levels: Element[][] = [[]];
  way.forEach((element, at) => {
    levels.at(-1)?.push(element);
    const isLast = at === way.length - 1;
    if (!isLast && (element.data?.frame !== undefined || element.data?.shadow !== undefined))
      levels.push([]);
  });
  return levels;
}

function inLevel(
  before: string,
  level: readonly Element[],
  { snapshot, words }: Search,
): TaughtSelector | undefined {
  const element = level.at(-1);
  const isIt = (candidate: string): boolean => {
    const hits = select(snapshot, before + candidate);
    return hits.length === 1 && hits[0]?.element === element;
  };
  if (!element) return undefined;
  const stable = namesOf(element, words).find(isIt);
  if (stable !== undefined) return { selector: before + stable, isStable: !isCounted(stable) };
  const loose = [...byClass(level, words), ...byWay(level, words)].find(isIt);
  return loose === undefined ? undefined : { selector: before + loose, isStable: false };
}

function isCounted(selector: string): boolean {
  const steps = parseSelector(selector);
  return !steps.ok || goesByPosition(steps.value);
}

/** Selectors by id or name alone. */
export function namesOf(element: Element, words: Search['words']): readonly string[] {
  const names: string[] = [];
  const id = attribute(element, 'id');
  if (id && !isPassingName(id) && !words.holdsValue(id)) names.push(`#${id}`);
  const name = attribute(element, 'name');
  if (name && /^[A-Za-z][\w.[\]:-]*$/.test(name) && !words.holdsValue(name))
    names.push(`${element.tagName.toLowerCase()}[name="${name}"]`);
  return names;
}

function* byClass(level: readonly Element[], words: Search['words']): Generator<string> {
  const element = level.at(-1);
  if (!element) return;
  const own = classesOf(element, words).map((name) => `.${name}`);
  const above = level.slice(0, -1).reverse();
  for (const outer of above)
    for (const name of namesOf(outer, words)) for (const one of own) yield `${name} ${one}`;
  yield* own;
  if (own.length > 1) yield own.join('');
  const parent = above[0];
  for (const name of parent ? classesOf(parent, words) : [])
    for (const one of own) yield `.${name} > ${one}`;
}

/** Selectors down from a named element, or else by the last steps of the way, with no more steps than needed. */
function* byWay(level: readonly Element[], words: Search['words']): Generator<string> {
  const steps = level.map((element, at) => {
    const parent = level[at - 1];
    return `${element.tagName.toLowerCase()}${placeOf(element, parent)}`;
  });
  for (let from = level.length - 2; from >= 0 && level.length - from <= MOST_STEPS; from -= 1) {
    const outer = level[from];
    for (const name of outer ? namesOf(outer, words) : [])
      yield [name, ...steps.slice(from + 1)].join(' > ');
  }
  for (let count = 1; count <= Math.min(steps.length, MOST_STEPS); count += 1)
    yield steps.slice(-count).join(' > ');
}

function classesOf(element: Element, words: Search['words']): readonly string[] {
  return tokens(element, 'class').filter(
    (name) =>
      /^[A-Za-z][\w-]{1,60}$/.test(name) && !PASSING_CLASS.test(name) && !words.holdsValue(name),
  );
}

function placeOf(element: Element, parent: Root | Element | undefined): string {
  const same = (parent?.children ?? []).filter(
    (child): child is Element => child.type === 'element' && child.tagName === element.tagName,
  );
  const at = same.indexOf(element);
  return at < 0 ? '' : `:nth-of-type(${at + 1})`;
}
