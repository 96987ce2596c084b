/** The reference that a system gives back for what it was given: where its adapter says, or what reads as one. */
import type { Adapter, Locator } from '../capture/adapter.js';
import { anchorFound, chooseAdapter, type PageRead } from '../capture/choose-adapter.js';
import type { FillKind } from '../capture/fill-path.js';
import { labelWords } from '../capture/fold-label.js';
import { select } from '../capture/select.js';
import { shownText } from '../capture/shown-text.js';
import { suggestPath } from '../capture/suggest-path.js';
import { valuesOfLabel } from '../capture/value-of-label.js';
import { linesOf } from '../page/line.js';
import { indexFrame } from '../page/page-index.js';
import type { Reading } from '../page/reading.js';
import type { PageSnapshot } from '../page/snapshot.js';
import dictionary from './fill-dictionary.json' with { type: 'json' };

export interface FoundReference {
  readonly text: string;
  /** What the page calls it; `''` where only an adapter knows the place. */
  readonly label: string;
  readonly by: 'adapter' | 'reading';
}

const LABELS = new Set(dictionary.references);
/** One word with a digit in it. */
const CODE = /^#?(?=\D*\d)[\p{L}\d][\p{L}\d/._-]{0,40}$/u;
/** `Saved. Reference PR-0001-001`. */
const SAID =
  /\b(?:reference|ref|number|no|entry|log|id)\b\.?\s*(?:is|no|number)?\s*[:#]?\s*(#?(?=[\p{L}/._-]*\d)[\p{L}\d][\p{L}\d/._-]{2,40})/giu;
/** More than this is a list of records, and no answer. */
const MOST = 5;

/** What may be the reference, the surest first: an adapter's places alone where it finds any. */
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

function located(locators: readonly Locator[], page: PageRead): readonly FoundReference[] {
  for (const locator of locators) {
    const found =
      'label' in locator
        ? valuesOfLabel(locator, page.reading).map(({ label, value }) => ({ label, text: value }))
        : select(page.snapshot ?? { version: 1, frames: [], unread: [] }, locator.selector).map(
            ({ element }) => ({ label: '', text: shownText(element) }),
          );
    const codes = found.flatMap(({ label, text }): readonly FoundReference[] => {
      const code = codeIn(text);
      return code === undefined ? [] : [{ label, text: code, by: 'adapter' }];
    });
    if (codes.length > 0) return codes;
  }
  return [];
}

/** The code that a place holds, alone or after a word that says so. */
function codeIn(text: string): string | undefined {
  const trimmed = text.trim();
  if (CODE.test(trimmed)) return bare(trimmed);
  const [said] = trimmed.matchAll(SAID);
  if (said?.[1] !== undefined) return bare(said[1]);
  const codes = trimmed.split(/[\s,:;()[\]]+/).filter((word) => CODE.test(word));
  return codes.length === 1 ? bare(codes[0] ?? '') : undefined;
}

function readOnPage({ reading, snapshot }: PageRead): readonly FoundReference[] {
  const labelled = reading.values.flatMap(({ label, owner, value }): readonly FoundReference[] => {
    const isOne =
      LABELS.has(labelWords(label)) ||
      suggestPath({ label, owner, value }) === 'referral.reference';
    return isOne && CODE.test(value.trim())
      ? [{ label, text: bare(value.trim()), by: 'reading' }]
      : [];
  });
  const lines = (snapshot?.frames ?? []).flatMap((frame) => linesOf(indexFrame(frame)));
  const said = lines.flatMap(({ raw }) =>
    [...raw.slice(0, 2_000).matchAll(SAID)].map(([whole, code = '']): FoundReference => {
      const label = whole.slice(0, whole.length - code.length).replace(/[\s:#.]+$/, '');
      return { label, text: bare(code), by: 'reading' };
    }),
  );
  return [...labelled, ...said];
}

function bare(code: string): string {
  return code.replace(/^#/, '').replace(/[.,;]+$/, '');
}

function once(found: readonly FoundReference[]): readonly FoundReference[] {
  const seen = new Set<string>();
  return found.filter(({ text }) => !seen.has(text) && seen.add(text));
}
