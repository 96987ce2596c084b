/** The page: read a saved page, decide on each value, file it, show the summary. */
import type { Issue, RecordId } from '@cyber-prevent/core';
import { toHtmlDocument } from '@cyber-prevent/core/report';
import { byId, el } from './dom.ts';
import { type DraftTable, draftTable } from './draft-table.ts';
import { fileDraft, readSavedPage, summaryOf } from './filing.ts';
import { openRecords } from './open-records.ts';
import { reportView } from './report-view.ts';

const store = await openRecords('cyber-choices-example');
let open: DraftTable | undefined;

on('read', async () => {
  const [file] = byId('input', 'file').files ?? [];
  const html = file ? await file.text() : byId('textarea', 'html').value;
  if (html.trim() === '') return tell(['Choose a saved page, or paste its HTML'], 'error');
  const draft = readSavedPage(html, file?.name ?? 'pasted.html');
  open = draftTable(draft);
  byId('div', 'draft').replaceChildren(open.element);
  show('review');
  const unnamed = draft.rows.filter(({ path }) => path === undefined).length;
  tell([...textsOf(draft.issues), `${unnamed} other values on the page are left`]);
});

on('file-referral', async () => {
  if (!open) return;
  const decided = open.decided();
  // A referral without a narrative does not say why, so the core asks that somebody means it.
  const isMeant = byId('input', 'without-narrative').checked;
  const meant = isMeant ? ({ withoutNarrative: true } as const) : {};
  const filed = decided.ok ? await fileDraft({ ...decided.value, ...meant }, store) : decided;
  if (!filed.ok) return tell(textsOf(filed.issues), 'error');
  open = undefined;
  byId('section', 'review').hidden = true;
  byId('form', 'read').reset();
  await listFiled();
  await showSummary(filed.value);
  tell(['The referral is filed', ...textsOf(filed.issues)]);
});

async function listFiled(): Promise<void> {
  const subjects = await store.query('subject');
  const items = subjects.map(({ id, value }) => {
    const button = el('button', { type: 'button' }, `Summary of ${value.name ?? 'no name'}`);
    button.addEventListener('click', () => guarded(() => showSummary(id)));
    return el('li', {}, button);
  });
  const list = items.length > 0 ? el('ul', {}, ...items) : el('p', {}, 'Nothing is filed yet.');
  byId('div', 'filed').replaceChildren(list);
}

async function showSummary(id: RecordId): Promise<void> {
  const summary = await summaryOf(id, store);
  if (!summary.ok) return tell(textsOf(summary.issues), 'error');
  byId('article', 'report').replaceChildren(...reportView(summary.value));
  const link = byId('a', 'download');
  if (link.href.startsWith('blob:')) URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([toHtmlDocument(summary.value)], { type: 'text/html' }));
  show('summary');
}

function show(section: 'review' | 'summary'): void {
  byId('section', section).hidden = false;
  byId('h2', `${section}-title`).focus();
}

/** Shows the result, or the faults to correct, and in the second case moves the focus there. */
function tell(messages: readonly string[], kind: 'error' | 'done' = 'done'): void {
  const message = byId('div', 'message');
  message.className = kind;
  message.replaceChildren(...messages.map((text) => el('p', {}, text)));
  if (kind === 'error') message.focus();
}

function textsOf(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ message }) => message);
}

/** A form that never leaves the page. */
function on(form: string, act: () => Promise<void>): void {
  byId('form', form).addEventListener('submit', (event) => {
    event.preventDefault();
    void guarded(act);
  });
}

/** A failure of the store is an error with a plain sentence. */
async function guarded(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    tell([error instanceof Error ? error.message : String(error)], 'error');
  }
}

await listFiled();
