/** Checks of anything in a pack as it is written, before its kind is asked: plain text of a sensible length, and days. */
import type { JsonPath } from '../capture/adapter/placed-json.js';
import type { Issue } from '../shared/issue.js';
import { isPlainText } from '../shared/plain-line.js';
import { invalid, MOST_ISSUES } from './checked-shape.js';

type PlaceOf = (path: JsonPath) => string;

/** Members that are shown in a list or on one line. */
const NAMES: ReadonlySet<string> = new Set([
  'contact',
  'hint',
  'label',
  'name',
  'reason',
  'source',
  'subject',
  'title',
]);
const LONGEST_NAME = 500;
const LONGEST_TEXT = 5_000;
const LONGEST_LETTERHEAD = 2_000;
const LONGEST_NOTICE = 50_000;

interface WrittenText {
  readonly path: JsonPath;
  /** The member that holds it, or the list that does. */
  readonly name: string;
  readonly text: string;
}

/**
 * An issue for each text with marks that do not show, with a line break where there is one line, or of more characters
 * than anybody reads.
 */
export function textIssues(value: unknown, placeOf: PlaceOf): readonly Issue[] {
  return writtenTexts(value)
    .flatMap((written): readonly Issue[] => {
      const { path, name, text } = written;
      const longest = longestOf(written);
      if (text.length > longest)
        return [invalid(`“${name}”: Use ${longest} characters or fewer.`, placeOf(path))];
      if (isPlainText(text, !NAMES.has(name))) return [];
      const message = isPlainText(text, true)
        ? `“${name}” is one line. Take out its line breaks and tabs.`
        : `“${name}” has marks that do not show on screen or paper. Type it again as plain text.`;
      return [invalid(message, placeOf(path))];
    })
    .slice(0, MOST_ISSUES);
}

function longestOf({ name, path }: WrittenText): number {
  // The reader of a template has a limit of its own.
  if (name === 'markdown') return Number.POSITIVE_INFINITY;
  if (name === 'letterhead') return LONGEST_LETTERHEAD;
  if (name === 'words' && path.at(-2) === 'own') return LONGEST_NOTICE;
  return NAMES.has(name) ? LONGEST_NAME : LONGEST_TEXT;
}

function writtenTexts(value: unknown): readonly WrittenText[] {
  const found: WrittenText[] = [];
  const open: { readonly value: unknown; readonly path: JsonPath; readonly name: string }[] = [
    { value, path: [], name: 'text' },
  ];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { path, name } = at;
    if (typeof at.value === 'string') found.push({ path, name, text: at.value });
    else if (Array.isArray(at.value))
      open.push(...at.value.map((each, nth) => ({ value: each, path: [...path, nth], name })));
    else if (typeof at.value === 'object' && at.value !== null)
      open.push(
        ...Object.entries(at.value).map(([key, each]) => ({
          value: each,
          path: [...path, key],
          name: key,
        })),
      );
  }
  return found.reverse();
}

/** An issue for each row that ends before it begins, or that was checked after the pack was made. */
export function rowDayIssues(value: unknown, madeOn: string, placeOf: PlaceOf): readonly Issue[] {
  if (!Array.isArray(value)) return [];
  const rows: readonly unknown[] = value;
  return rows
    .flatMap((row, nth): readonly Issue[] => {
      if (typeof row !== 'object' || row === null) return [];
      const { from, to, checkedOn } = row as Readonly<Record<string, unknown>>;
      const isReversed = typeof from === 'string' && typeof to === 'string' && from > to;
      return [
        ...(isReversed ? [invalid('This row ends before it begins.', placeOf([nth, 'to']))] : []),
        ...(typeof checkedOn === 'string' && checkedOn > madeOn
          ? [checkedLater(madeOn, placeOf([nth, 'checkedOn']))]
          : []),
      ];
    })
    .slice(0, MOST_ISSUES);
}

export function checkedLater(madeOn: string, at: string): Issue {
  return invalid(
    `“checkedOn” is after ${madeOn}, the day on which the pack was made. Write the day on which it was checked.`,
    at,
  );
}
