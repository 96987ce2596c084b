/**
 * A snapshot that comes back as JSON, from the page's own process or from a file: hostile until proved otherwise.
 * It is checked in place, without recursion, and only then believed.
 */
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import { type PageSnapshot, SNAPSHOT_VERSION } from './snapshot.js';

/** Largest snapshot read, in UTF-16 code units of its JSON: 64 Mi. */
export const LARGEST_SNAPSHOT = 64 * 1024 * 1024;
/** Deepest nesting of elements; browsers stop at 512 when they parse, scripts may go on. */
const DEEPEST = 20_000;
const MOST_FRAMES = 1000;

type Json = Readonly<Record<string, unknown>>;

/**
 * @param json - what the reader in the browser wrote, or a snapshot file
 * @returns the snapshot, or one issue with code `snapshot-unreadable` that says what is wrong with it
 */
export function parseSnapshot(json: string): Result<PageSnapshot> {
  if (json.length > LARGEST_SNAPSHOT)
    return unreadable(
      'The page is too large to be read. Select the part that you need and clip that',
    );
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return unreadable(
      'This is not a saved page of this toolkit, or it is damaged. Capture the page again',
    );
  }
  if (!isObject(data)) return unreadable(NOT_ONE);
  if (data.version !== SNAPSHOT_VERSION)
    return unreadable(
      'The page was saved by another version of this toolkit. Open the page and capture it again',
    );
  const trouble = checkFrames(data.frames) ?? checkUnread(data.unread);
  if (trouble !== undefined) return unreadable(trouble);
  dropForeign(data, ['version', 'frames', 'unread']);
  return passed(data as unknown as PageSnapshot);
}

const NOT_ONE =
  'This is not a saved page of this toolkit. Choose another file, or capture the page again';

function unreadable(message: string): Result<PageSnapshot> {
  const issue: Issue = { code: 'snapshot-unreadable', message, severity: 'error' };
  return failed(issue);
}

function checkFrames(frames: unknown): string | undefined {
  if (!Array.isArray(frames) || frames.length === 0) return NOT_ONE;
  if (frames.length > MOST_FRAMES)
    return 'The page has more frames than can be read. Open the part that you need in a tab of its own';
  for (const frame of frames) {
    if (!isObject(frame) || !isPath(frame.path)) return NOT_ONE;
    if (typeof frame.url !== 'string' || typeof frame.title !== 'string') return NOT_ONE;
    if (frame.language !== undefined && typeof frame.language !== 'string') return NOT_ONE;
    const viewport = frame.viewport;
    if (viewport !== undefined && !isNumbers(viewport, 2)) return NOT_ONE;
    dropForeign(frame, ['path', 'url', 'title', 'language', 'viewport', 'tree']);
    const tree = frame.tree;
    if (!isObject(tree) || tree.type !== 'root') return NOT_ONE;
    const trouble = checkTree(tree);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}

function checkUnread(unread: unknown): string | undefined {
  if (!Array.isArray(unread)) return NOT_ONE;
  for (const frame of unread) {
    if (!isObject(frame) || !isPath(frame.path) || typeof frame.origin !== 'string') return NOT_ONE;
    if (frame.why !== 'other-origin' && frame.why !== 'no-answer') return NOT_ONE;
    dropForeign(frame, ['path', 'origin', 'why']);
  }
  return undefined;
}

function checkTree(root: Json): string | undefined {
  const stack: { readonly node: Json; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    if (depth > DEEPEST)
      return 'The page is nested too deep to be read. Select the part that you need and clip that';
    if (!isNode(node, depth === 0)) return NOT_ONE;
    const children = node.children;
    if (children === undefined) continue;
    if (!Array.isArray(children)) return NOT_ONE;
    for (const child of children) {
      if (!isObject(child)) return NOT_ONE;
      stack.push({ node: child, depth: depth + 1 });
    }
  }
  return undefined;
}

function isNode(node: Json, isTop: boolean): boolean {
  const type = node.type;
  if (type === 'root')
    return isTop && Array.isArray(node.children) && keeps(node, ['type', 'children']);
  if (type === 'text' || type === 'comment')
    return typeof node.value === 'string' && keeps(node, ['type', 'value']);
  if (type === 'doctype') return keeps(node, ['type']);
  if (type !== 'element' || typeof node.tagName !== 'string') return false;
  const { properties, data } = node;
  if (!Array.isArray(node.children) || !isObject(properties)) return false;
  for (const key in properties) if (!isProperty(properties[key])) return false;
  dropForeign(properties, undefined);
  return (
    (data === undefined || isLiveData(data)) &&
    keeps(node, ['type', 'tagName', 'properties', 'children', 'data'])
  );
}

function isProperty(value: unknown): boolean {
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'string' || typeof item === 'number');
  const type = typeof value;
  return value === null || type === 'string' || type === 'number' || type === 'boolean';
}

function isLiveData(data: unknown): boolean {
  if (!isObject(data)) return false;
  const { value, checked, hidden, box, shadow, frame, withheld } = data;
  return (
    optional(value, 'string') &&
    optional(checked, 'boolean') &&
    optional(hidden, 'boolean') &&
    (box === undefined || isNumbers(box, 4)) &&
    (shadow === undefined || shadow === 'open' || shadow === 'closed') &&
    optional(frame, 'number') &&
    (withheld === undefined || withheld === true) &&
    keeps(data, ['value', 'checked', 'hidden', 'box', 'shadow', 'frame', 'withheld'])
  );
}

function optional(value: unknown, type: 'string' | 'boolean' | 'number'): boolean {
  return value === undefined || typeof value === type;
}

function isPath(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length < 64 &&
    value.every((step) => Number.isInteger(step) && step >= 0)
  );
}

function isNumbers(value: unknown, count: number): boolean {
  return (
    Array.isArray(value) && value.length === count && value.every((item) => Number.isFinite(item))
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keeps(node: Json, known: readonly string[]): boolean {
  dropForeign(node, known);
  return true;
}

/**
 * Takes out members that are not of the shape, and `__proto__` as an own member everywhere: JSON can carry it, and
 * a later copy by assignment would make it the prototype.
 */
function dropForeign(object: Json, known: readonly string[] | undefined): void {
  for (const key in object)
    if (key === '__proto__' || (known !== undefined && !known.includes(key)))
      Reflect.deleteProperty(object, key);
}
