/**
 * References shown on the page of a form: under labels, in its headings, title, address and short lines. Those of a menu
 * or a list of other records are left out: they are no sign of whose form it is.
 */
import { labelWords } from '../capture/field/fold-label.js';
import { suggestPath } from '../capture/name/suggest-path.js';
import { packed } from '../match/fold.js';
import { isInFurniture } from '../page/label/furniture.js';
import type { LabelledValue, Reading } from '../page/reading.js';
import type { PageSnapshot } from '../page/snapshot/snapshot.js';
import { linesOf } from '../page/tree/line.js';
import { indexFrame } from '../page/tree/page-index.js';
import dictionary from './fill-dictionary.json' with { type: 'json' };
import { isInTrail } from './in-trail.js';
import { shapeOf } from './reference-shape.js';

export interface ShownReference {
  /** As displayed. */
  readonly text: string;
  /** Label or word that announces it; absent if nothing does. */
  readonly label?: string;
  /** Set if the label reads as one of an identifier: of one kind, or as any system calls its own. */
  readonly named?: 'own' | 'any';
}

interface Mention extends ShownReference {
  /** Set if it is one of a list, a menu or the links to other records. */
  readonly isListed?: true;
}

const LABELS = new Set(dictionary.references);
/** Words that end or begin the label of an identifier. */
const IDENTIFIER =
  /(?:^| )(?:references?|ref|number|no|num|ids?|urn|uri|identifier|code|case|ticket|issue|log|occurrence|incident|record|file|entry|nominal|referral|crime|crn|cro|pnc)(?= |$)/;
/** Numbers that are not a record's. */
const OTHER_NUMBER =
  /(?:^| )(?:telephone|phone|tel|mobile|fax|extension|house|flat|room|collar|warrant|badge|shoulder|vat|sort code|version|build|page|step|user|staff|employee|serial|model|postcode|post code|zip)(?: |$)/;
/** Labels and headings over the references of other records. */
const OTHERS =
  /(?:^| )(?:linked|related|previous|recent|recently|similar|associated|earlier|older|see also|viewed|duplicates?|merged|co)(?: |$)/;
/** Letters, figures and what is written between them, with at least one figure. */
const CODE = /^#?(?=\P{N}*\p{N})[\p{L}\p{N}][\p{L}\p{N} /._:\\–—-]{0,39}$/u;
/** A day, a time, a telephone number or a postcode. */
const NO_CODE =
  /^(?:\d{1,4}[/. -]\d{1,2}[/. -]\d{1,4}(?:[ ,T]+\d{1,2}[:.]\d\d(?::\d\d)?)?|\d{1,2}[ /.-][a-z]{3,9}[ /.,-]+\d{2,4}|(?:\+?44|0)[\d ()-]{8,14}|\d{1,2}[:.]\d\d(?: ?[ap]m)?|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})$/i;
/** `Reference: PR-0001`, `Bug #1204`. */
const SAID =
  /\b(references?|ref|number|no|case|ticket|issue|bug|log|record|entry|referral|incident|occurrence|id)\b\.?\s*(?:(?:is|no|number|id|ref|reference)\b\.?(?=[\s:#]))?\s*[:#]?\s*(#?(?=[\p{L}/._-]*\p{N})[\p{L}\p{N}][\p{L}\p{N}/._-]{0,39})/giu;
/** Names of a part of an address that is followed by a reference: `/issues/1204`, `?case=1204`. */
const IN_ADDRESS =
  /^(?:references?|ref|number|no|cases?|tickets?|issues?|bugs?|logs?|records?|entr(?:y|ies)|referrals?|incidents?|occurrences?|contacts?|persons?|people|nominals?|subjects?|clients?|id)$/i;
/** Part of a reference that is written with spaces: `NM`, `26`, `104`. */
const PART = /^#?(?:\p{Lu}{1,6}|[\p{Lu}\p{N}/._-]*\p{N}[\p{Lu}\p{N}/._-]*)$/u;
const MOST_PARTS = 4;
/** Longest line that is looked at: a longer one is a sentence. */
const LONGEST_LINE = 120;
/** Fewest characters of a code that nothing announces. */
const SHORTEST_ALONE = 6;
/** Most references that are compared. */
export const MOST_SHOWN = 200;

/** Every text on the page that may be a reference, the surest first, each once. */
export function shownReferences(
  snapshot: PageSnapshot,
  reading: Reading,
): readonly ShownReference[] {
  const values = inValues(reading.values);
  const known = new Set(values.map(keyOf));
  // A cell of a list is on a line too, where less is known about it.
  const lines = inLines(snapshot).filter((each) => !known.has(keyOf(each)));
  return eachOnce([...values, ...inAddress(reading.url), ...inTitles(reading), ...lines]).slice(
    0,
    MOST_SHOWN,
  );
}

function inValues(values: readonly LabelledValue[]): readonly Mention[] {
  const columns = gathered(
    values.flatMap((each) => {
      const column = columnOf(each);
      return column === undefined ? [] : [[column, packed(each.value)] as const];
    }),
  );
  return values.flatMap((each): readonly Mention[] => {
    const { label, owner, value, visible, kind } = each;
    const text = value.trim();
    if (!visible || kind === 'prose' || !isCode(text)) return [];
    const words = labelWords(label);
    const path = suggestPath({ label, owner, value });
    const isReference =
      LABELS.has(words) || path === 'referral.reference' || path === 'referral.otherReferences[]';
    const isNamed = !OTHER_NUMBER.test(words) && (isReference || IDENTIFIER.test(words));
    if (!isNamed && (path !== undefined || !isLongAlone(text))) return [];
    const isOfOthers = [...owner, label].some((title) => OTHERS.test(labelWords(title)));
    const isInColumn = (columns.get(columnOf(each) ?? '')?.size ?? 0) > 1;
    return [
      {
        text: bare(text),
        label,
        ...(isNamed ? { named: LABELS.has(words) ? 'any' : 'own' } : {}),
        ...(isOfOthers || isInColumn ? { isListed: true } : {}),
      },
    ];
  });
}

/** The column of a list of records that the value is in. */
function columnOf({ row, label, place }: LabelledValue): string | undefined {
  return row && `${place.frame} ${row.table} ${labelWords(label)}`;
}

function inAddress(url: string): readonly Mention[] {
  if (!URL.canParse(url)) return [];
  const { pathname, searchParams } = new URL(url);
  const parts = pathname.split('/').flatMap((part) => {
    const text = decoded(part);
    return text === '' ? [] : [text];
  });
  const asked = [...new Set(searchParams.keys())].flatMap((name) =>
    searchParams.getAll(name).map((text): readonly [string, string] => [name, text]),
  );
  return [
    ...parts.map((text, at): readonly [string, string] => [parts[at - 1] ?? '', text]),
    ...asked,
  ].flatMap(([before, text]): readonly Mention[] => {
    if (!isCode(text)) return [];
    if (IN_ADDRESS.test(before)) return [{ text, label: before, named: 'any' }];
    return isLongAlone(text) ? [{ text }] : [];
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).trim();
  } catch {
    return part.trim();
  }
}

/** The title and the headings. Several codes of one shape in headings are a list of records. */
function inTitles({ title, headings }: Reading): readonly Mention[] {
  const ofTitle = inText(title);
  return [...ofTitle, ...listedByShape(headings.flatMap(inText))];
}

/** Short lines of the page. Those in a menu, and those of which there are several of one shape, are a list. */
function inLines({ frames }: PageSnapshot): readonly Mention[] {
  const found = frames.flatMap((frame) => {
    const index = indexFrame(frame);
    const lines = linesOf(index)
      .filter(({ raw }) => raw.length <= LONGEST_LINE)
      .flatMap((line) => inText(line.raw).map((each) => ({ each, line })));
    const lists = gathered(lines.map(({ each, line }) => [line.list, keyOf(each)] as const));
    return lines.map(({ each, line: { at, list, isLinked } }): Mention => {
      const isItem = list >= 0 && (lists.get(list)?.size ?? 0) > 1;
      const isAside = (isLinked || isInFurniture(index, at)) && !isInTrail(index, at);
      return isItem || isAside ? { ...each, isListed: true } : each;
    });
  });
  return listedByShape(found);
}

/** Several codes of one shape are a list, but for one that alone is announced. */
function listedByShape(found: readonly Mention[]): readonly Mention[] {
  const apart = found.filter(({ isListed }) => !isListed);
  const shapes = (some: readonly Mention[]) =>
    gathered(some.map((each) => [shapeOf(each.text), keyOf(each)] as const));
  const [all, named] = [shapes(apart), shapes(apart.filter(({ named }) => named))];
  return found.map((each) =>
    ((each.named ? named : all).get(shapeOf(each.text))?.size ?? 0) > 1
      ? { ...each, isListed: true }
      : each,
  );
}

/** Values by key, each once. */
function gathered<K>(pairs: readonly (readonly [K, string])[]): ReadonlyMap<K, Set<string>> {
  const found = new Map<K, Set<string>>();
  for (const [key, value] of pairs) {
    const own = found.get(key);
    if (own) own.add(value);
    else found.set(key, new Set([value]));
  }
  return found;
}

function inText(raw: string): readonly Mention[] {
  const line = raw.replace(/\s+/g, ' ').trim();
  const isOfOthers = OTHERS.test(labelWords(line));
  const said = [...line.matchAll(SAID)].flatMap((match): readonly Mention[] => {
    const [, label = '', code = ''] = match;
    const before = labelWords(line.slice(0, match.index + label.length));
    if (!isCode(bare(code)) || OTHER_NUMBER.test(before)) return [];
    return [{ text: bare(code), label, named: 'any' }];
  });
  const alone = codesIn(line).map((text): Mention => ({ text }));
  return [...said, ...alone].map((each) => (isOfOthers ? { ...each, isListed: true } : each));
}

/** Codes that nothing announces: one word, or up to four short parts with spaces between them. */
function codesIn(line: string): readonly string[] {
  const parts = line.split(/[\s,;()[\]“”"|·•]+/).filter((part) => part !== '');
  return parts.flatMap((_, from) => {
    const before = labelWords(parts.slice(Math.max(0, from - 2), from).join(' '));
    if (OTHER_NUMBER.test(before)) return [];
    return Array.from({ length: MOST_PARTS }, (_, more) => parts.slice(from, from + more + 1))
      .filter((some, more) => some.length === more + 1)
      .filter((some) => some.length === 1 || some.every((part) => PART.test(part)))
      .map((some) => bare(some.join(' ')))
      .filter((text) => isCode(text) && isLongAlone(text));
  });
}

function isCode(text: string): boolean {
  return CODE.test(text) && !NO_CODE.test(bare(text));
}

/** True if it is too long to be met by chance: letters with figures, or many figures. */
function isLongAlone(text: string): boolean {
  const key = packed(text);
  return key.length >= (/\p{L}/u.test(key) ? SHORTEST_ALONE : SHORTEST_ALONE + 3);
}

function keyOf({ text }: Mention): string {
  return packed(text);
}

function bare(code: string): string {
  return code.replace(/^#/, '').replace(/[.,;:]+$/, '');
}

/** Each code once, if it is not only in lists. */
function eachOnce(found: readonly Mention[]): readonly ShownReference[] {
  const apart = found.filter(({ isListed }) => !isListed);
  const ranked = [...apart.filter(({ named }) => named), ...apart.filter(({ named }) => !named)];
  const seen = new Set<string>();
  return ranked.filter((each) => !seen.has(keyOf(each)) && seen.add(keyOf(each)));
}
