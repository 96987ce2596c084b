/** The reference that a system gives back for what was typed: where its adapter says, or any text that reads as one. */
import type { Adapter, Locator } from '../capture/adapter/adapter.js';
import { anchorFound, chooseAdapter, type PageRead } from '../capture/adapter/choose-adapter.js';
import { findBySelector } from '../capture/adapter/found-by-selector.js';
import { valuesOfLabel } from '../capture/adapter/value-of-label.js';
import type { FillKind } from '../capture/field/fill-path.js';
import { labelWords } from '../capture/field/fold-label.js';
import { surePath } from '../capture/name/suggest-path.js';
import type { Reading } from '../page/reading.js';
import type { PageSnapshot } from '../page/snapshot/snapshot.js';
import { linesOf } from '../page/tree/line.js';
import { indexFrame } from '../page/tree/page-index.js';
import dictionary from './fill-dictionary.json' with { type: 'json' };

/** A read page with a snapshot: a reference is looked for on a page, never in text alone. */
type SnapshotRead = PageRead & { readonly snapshot: PageSnapshot };

export interface FoundReference {
  readonly text: string;
  /** Label on the page; `''` if only an adapter knows the place. */
  readonly label: string;
  readonly by: 'adapter' | 'reading';
}

const LABELS = new Set(dictionary.references);
/** One word with a digit in it. */
const CODE = /^#?(?=\D*\d)[\p{L}\d][\p{L}\d/._-]{0,40}$/u;
/** `Saved. Reference PR-0001-001`. */
const SAID =
  /\b(?:reference|ref|number|no|entry|log|id)\b\.?\s*(?:is|no|number)?\s*[:#]?\s*(#?(?=[\p{L}/._-]*\d)[\p{L}\d][\p{L}\d/._-]{2,40})/giu;
/** Most references: more are a list of records, not an answer. */
const MOST = 5;
/** A day, a time or a telephone number, under any label. */
const NO_CODE =
  /^(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{1,2}[/.-][a-z]{3,9}[/.-]\d{2,4}|(?:\+?44|0)[\d ()-]{8,13}|\d{1,2}[:.]\d\d(?:[ap]m)?)$/i;
/** Words before a number that is not a record's: `NHS number 943…`. */
const OTHER_NUMBER =
  /\b(?:(?:tele)?phone|tel|mobile|call|fax|nhs|ni|national insurance|passport|account|sort code|house|flat|room|collar|warrant|badge|vat|company|version|build|page|step|session|user|customer|staff|employee|serial|model|order)\s*(?:this\s*)?$/i;
/** Words over a reference that belongs to another record. */
const OTHERS =
  /\b(?:linked|related|previous|other|recent|similar|associated|history|earlier|older)\b/i;

/** Possible references, the surest first: only the adapter's places if it finds any. */
export function findReferences(
  snapshot: PageSnapshot,
  reading: Reading,
  { kind, adapters = [] }: { readonly kind: FillKind; readonly adapters?: readonly Adapter[] },
): readonly FoundReference[] {
  const page = { reading, snapshot };
  const chosen = chooseAdapter(
    adapters.filter(({ references = [] }) => references.some(({ of }) => of === kind)),
    page,
  );
  const known = (chosen?.adapter.references ?? [])
    .filter(({ of, when = [] }) => of === kind && when.every((each) => anchorFound(each, page)))
    .flatMap(({ reference }) => located(reference, page));
  return once(known.length > 0 ? known : readOnPage(page)).slice(0, MOST);
}

function located(locators: readonly Locator[], page: SnapshotRead): readonly FoundReference[] {
  for (const locator of locators) {
    const found =
      'label' in locator
        ? valuesOfLabel(locator, page.reading).map(({ label, value }) => ({ label, text: value }))
        : findBySelector(locator, page).hits.map(({ text }) => ({ label: '', text }));
    const codes = found.flatMap(({ label, text }): readonly FoundReference[] => {
      const code = codeIn(text);
      return code === undefined ? [] : [{ label, text: code, by: 'adapter' }];
    });
    if (codes.length > 0) return codes;
  }
  return [];
}

/** The code in a text, alone or after a word that announces it. */
function codeIn(text: string): string | undefined {
  const trimmed = text.trim();
  if (isCode(trimmed)) return bare(trimmed);
  const [said] = trimmed.matchAll(SAID);
  if (said?.[1] !== undefined && !NO_CODE.test(bare(said[1]))) return bare(said[1]);
  const codes = trimmed.split(/[\s,:;()[\]]+/).filter(isCode);
  return codes.length === 1 ? bare(codes[0] ?? '') : undefined;
}

function readOnPage({ reading, snapshot }: SnapshotRead): readonly FoundReference[] {
  const labelled = reading.values.flatMap(({ label, owner, value }): readonly FoundReference[] => {
    const isOne =
      LABELS.has(labelWords(label)) || surePath({ label, owner, value }) === 'referral.reference';
    return isOne && isCode(value.trim()) && !owner.some((title) => OTHERS.test(title))
      ? [{ label, text: bare(value.trim()), by: 'reading' }]
      : [];
  });
  const lines = snapshot.frames.flatMap((frame) => linesOf(indexFrame(frame)));
  const said = lines.flatMap(({ raw }) =>
    [...raw.slice(0, 2_000).matchAll(SAID)].flatMap((match): readonly FoundReference[] => {
      const [whole, code = ''] = match;
      if (NO_CODE.test(bare(code)) || OTHER_NUMBER.test(raw.slice(0, match.index).trim()))
        return [];
      const label = whole.slice(0, whole.length - code.length).replace(/[\s:#.]+$/, '');
      return [{ label, text: bare(code), by: 'reading' }];
    }),
  );
  return [...labelled.filter((each) => isAlone(each, labelled)), ...said];
}

function isCode(text: string): boolean {
  return CODE.test(text) && !NO_CODE.test(bare(text));
}

/** True if no other code has the same label: a label with several codes is a column of a list of records. */
function isAlone({ label, text }: FoundReference, all: readonly FoundReference[]): boolean {
  return all.every((other) => other.label !== label || other.text === text);
}

function bare(code: string): string {
  return code.replace(/^#/, '').replace(/[.,;]+$/, '');
}

function once(found: readonly FoundReference[]): readonly FoundReference[] {
  const seen = new Set<string>();
  return found.filter(({ text }) => !seen.has(text) && seen.add(text));
}
