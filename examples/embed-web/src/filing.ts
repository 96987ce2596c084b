/** The calls into the core: read a saved page, file the decided draft, print a case. */
import {
  caseFile,
  type Draft,
  draftGates,
  type FiledReferral,
  failed,
  fileReferral,
  gatherCase,
  gatherCodeLists,
  openDraft,
  passed,
  type RecordId,
  type RecordStore,
  type Result,
  readPage,
} from '@cyber-prevent/core';
import { snapshotOfHtml } from '@cyber-prevent/core/page/html';
import {
  caseSummary,
  loadTemplate,
  type Rendered,
  renderTemplate,
} from '@cyber-prevent/core/report';
import { host } from './host.ts';

const lists = gatherCodeLists();

/** @param name - the file's name, or a note that it was pasted: the record will give it as its origin */
export function readSavedPage(html: string, name: string): Draft {
  const snapshot = snapshotOfHtml(html, { url: `file:///${encodeURIComponent(name)}` });
  return openDraft({
    reading: readPage(snapshot),
    snapshot,
    adapters: [],
    way: 'saved-page',
    host,
    origin: { system: 'Saved page' },
  });
}

/** Files the draft, and keeps it. Returns issues, and keeps nothing, if something has to be corrected first. */
export async function fileDraft(draft: Draft, store: RecordStore): Promise<Result<RecordId>> {
  const gates = draftGates(draft, 'part3');
  if (!gates.ok) return gates;
  const officer = { regime: 'part3', practice: true } as const;
  const filed: Result<FiledReferral> = fileReferral(draft, {
    gates: gates.value,
    officer,
    host,
    lists,
  });
  if (!filed.ok) return filed;
  await store.commit(filed.value.commit);
  return passed(filed.value.ids.subject, filed.issues);
}

/** The case summary. The look at the case is logged before it is shown. */
export async function summaryOf(
  subjectId: RecordId,
  store: RecordStore,
): Promise<Result<Rendered>> {
  const file = caseFile(await gatherCase(store, subjectId, 'report'), subjectId, {
    officer: { name: 'PC Ada Example', force: '06' },
    preparedOn: host.clock.today(),
  });
  if (!file.ok) return failed(...file.issues);
  // The audience decides the contents.
  const audience = 'force-system';
  return passed(
    renderTemplate(loadTemplate(caseSummary), file.value, { lists, audience, notice: NOTICE }),
  );
}

const NOTICE = 'Example with fictional data';
