/** The stored copies of a page, logged as looked at before they are shown: no log, no view. */
import {
  type FoundPlace,
  type FrameSnapshot,
  findPlace,
  isNamedBlob,
  type PageSnapshot,
  parseSnapshot,
  type SourceRef,
  type StoredRecord,
  type StoredSnapshot,
} from '@cyber-prevent/core';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { t } from '../../locales/late.js';
import type { Services } from '../../ports/services.js';
import { asIssue } from '../act/as-issue.js';

export type PageCopyState =
  | { readonly name: 'opening' }
  | { readonly name: 'failed'; readonly why: string }
  | {
      readonly name: 'shown';
      readonly stored: StoredSnapshot;
      readonly frame: FrameSnapshot;
      readonly found?: FoundPlace;
    };

/** @param source - the value to be found; absent for the page as such */
export function usePageCopy(
  capture: StoredRecord<'sourceCapture'>,
  source: SourceRef | undefined,
  reason: string,
): ReadonlySignal<PageCopyState> {
  const { services } = useApp();
  const state = useSignal<PageCopyState>({ name: 'opening' });
  useEffect(() => {
    let gone = false;
    openCopy(services, capture, source, reason)
      .catch((error: unknown): PageCopyState => failedWith(asIssue(error).message))
      .then((next) => {
        if (!gone) state.value = next;
      });
    return () => {
      gone = true;
    };
  }, [services, capture, source, reason]);
  return state;
}

/** The newest copy with the value; if none has it, the newest that can be shown. */
async function openCopy(
  { blobs, host }: Pick<Services, 'blobs' | 'host'>,
  capture: StoredRecord<'sourceCapture'>,
  source: SourceRef | undefined,
  reason: string,
): Promise<PageCopyState> {
  let best: PageCopyState = failedWith(t('page-copy.gone'));
  for (const stored of (capture.value.snapshots ?? []).toReversed()) {
    const bytes = await blobs.consult(capture.id, stored.blob, reason);
    if (bytes === undefined) continue;
    const text = new TextDecoder().decode(bytes);
    if (!(await isNamedBlob(stored, text, host.digest))) return failedWith(t('page-copy.altered'));
    const snapshot = parseSnapshot(text);
    if (!snapshot.ok) return failedWith(snapshot.issues.map(({ message }) => message).join(' '));
    const shown = shownIn(snapshot.value, stored, source);
    if (shown.name === 'shown' && (!source || shown.found?.isThere)) return shown;
    if (best.name !== 'shown') best = shown;
  }
  return best;
}

function shownIn(
  snapshot: PageSnapshot,
  stored: StoredSnapshot,
  source: SourceRef | undefined,
): PageCopyState {
  const found =
    source &&
    findPlace(snapshot, {
      frame: source.frame,
      selector: source.selector,
      text: source.verbatim,
    });
  const frame = found?.frame ?? snapshot.frames.find(({ path }) => path.length === 0);
  if (!frame) return failedWith(t('page-copy.gone'));
  return { name: 'shown', stored, frame, ...(found ? { found } : {}) };
}

function failedWith(why: string): PageCopyState {
  return { name: 'failed', why };
}
