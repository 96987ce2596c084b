/** The reason why a page could not be read, from the browser's error, and the officer's possible action. */

export type FailureReason = 'cannot-read' | 'grant-gone' | 'nothing';

export interface SnapshotFailure {
  readonly ok: false;
  readonly why: FailureReason;
  /** A plain sentence that says what to do. */
  readonly message: string;
}

const MESSAGES: Readonly<Record<FailureReason, string>> = {
  'cannot-read':
    'This page belongs to the browser (a settings page, a PDF or the add-on store) and cannot be read. ' +
    'Copy its text and paste it, or type the details.',
  'grant-gone': 'This page can no longer be read. Press the toolbar button on this page.',
  nothing:
    'Nothing came back from this page. Wait until it has loaded, then press the toolbar button again.',
};

export function failure(why: FailureReason): SnapshotFailure {
  return { ok: false, why, message: MESSAGES[why] };
}

/** An address whose pages may not be read: the browser's own, another extension's. */
const OWN_SCHEME =
  /\b(?:about|brave|chrome|chrome-extension|chrome-untrusted|devtools|edge|moz-extension|view-source):/i;

/**
 * Judges the text of the error: Chromium and Firefox give the reason only in words.
 *
 * @param url - the tab's address if known: for a page of the browser's own the text may be about permissions
 */
export function failureOf(error: unknown, url = ''): SnapshotFailure {
  if (OWN_SCHEME.test(url)) return failure('cannot-read');
  const said = error instanceof Error ? error.message : String(error);
  if (OWN_SCHEME.test(said) || /gallery|cannot be scripted|restricted|error page/i.test(said))
    return failure('cannot-read');
  if (/cannot access contents|permission/i.test(said)) return failure('grant-gone');
  return failure('nothing');
}
