/**
 * A snapshot that comes back as JSON, from the page's own process or from a file: hostile until proved otherwise. It is
 * checked in place, without recursion, and only then trusted.
 */
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import { expandTree } from './compact-tree.js';
import {
  dropForeign,
  isLiveData,
  isNumbers,
  isObject,
  isProperties,
  isRising,
  type Json,
} from './node-check.js';
import { type PageSnapshot, SNAPSHOT_VERSION } from './snapshot.js';

/** Largest snapshot read, in UTF-16 code units of its JSON: 64 Mi. */
export const LARGEST_SNAPSHOT = 64 * 1024 * 1024;
/** Deepest nesting of elements; browsers stop at 512 when they parse, scripts may go deeper. */
const DEEPEST = 20_000;
const MOST_FRAMES = 1000;

/**
 * Reads a snapshot back, checked member by member.
 *
 * @param json - text from the reader in the browser, or a snapshot file
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
    return 'The page has more frames than can be read. Open the part that you need in its own tab';
  for (const frame of frames) {
    if (!isObject(frame) || !isPath(frame.path)) return NOT_ONE;
    if (typeof frame.url !== 'string' || typeof frame.title !== 'string') return NOT_ONE;
    if (frame.language !== undefined && typeof frame.language !== 'string') return NOT_ONE;
    const viewport = frame.viewport;
    if (viewport !== undefined && !isNumbers(viewport, 2)) return NOT_ONE;
    const { covered } = frame;
    if (covered !== undefined && !isRising(covered)) return NOT_ONE;
    dropForeign(frame, ['path', 'url', 'title', 'language', 'viewport', 'tree']);
    const trouble = Array.isArray(frame.tree) ? expand(frame, covered) : checkTree(frame.tree);
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

const TOO_DEEP =
  'The page is nested too deep to be read. Select the part that you need and clip that';

/** Replaces the compact form with the tree, and puts facts that were found after the reading into the tree. */
function expand(frame: Json, covered?: readonly number[]): string | undefined {
  const tree = expandTree(frame.tree as readonly unknown[], DEEPEST, covered);
  if (typeof tree === 'string') return tree === 'too-deep' ? TOO_DEEP : NOT_ONE;
  Object.assign(frame, { tree });
  return undefined;
}

function checkTree(root: unknown): string | undefined {
  if (!isObject(root) || root.type !== 'root') return NOT_ONE;
  const stack: { readonly node: Json; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    if (depth > DEEPEST) return TOO_DEEP;
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
  if (!Array.isArray(node.children) || !isProperties(properties)) return false;
  return (
    (data === undefined || isLiveData(data)) &&
    keeps(node, ['type', 'tagName', 'properties', 'children', 'data'])
  );
}

function isPath(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length < 64 &&
    value.every((step) => Number.isInteger(step) && step >= 0)
  );
}

function keeps(node: Json, known: readonly string[]): boolean {
  dropForeign(node, known);
  return true;
}
