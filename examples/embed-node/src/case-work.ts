/** The whole way of one case through the core: a saved page, a draft, an officer's decisions, records, a summary. */
import {
  caseFile,
  type Decision,
  type Draft,
  decide,
  draftGates,
  type FieldPath,
  fileReferral,
  gatherCase,
  gatherCodeLists,
  type Host,
  logIntervention,
  openDraft,
  type PlainDate,
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

/** Data that changes over time: code lists are passed in, and a force's own would be added here. */
const lists = gatherCodeLists();

/** Reads a saved page into a draft. With adapters of a plugin, pass `createToolkit([plugin]).adapters`. */
export function draftOf(html: string, url: string, host: Host): Draft {
  const snapshot = snapshotOfHtml(html, { url });
  return openDraft({
    reading: readPage(snapshot),
    snapshot,
    adapters: [],
    way: 'saved-page',
    host,
  });
}

/** Decides on every row of a path. Your screen would do this a row at a time, as the officer presses. */
export function decideOn(draft: Draft, path: FieldPath, decision: Decision): Draft {
  return draft.rows
    .filter((row) => row.path === path)
    .reduce((decided, row) => decide(decided, row.id, decision), draft);
}

/** Files the draft as the officer decided: one commit, kept whole or not at all. */
export async function fileDraft(draft: Draft, store: RecordStore, host: Host): Promise<RecordId> {
  const filed = must(
    fileReferral(draft, {
      // The reason for reading, the marking, the lawful basis and the necessity. An officer confirms these.
      gates: must(draftGates(draft, 'part3')),
      officer: { regime: 'part3', practice: true },
      host,
      lists,
    }),
  );
  await store.commit(filed.commit);
  return filed.ids.subject;
}

/** Logs a visit. The commit is checked against the records: an entry about an unknown subject is refused. */
export async function logVisit(
  subjectId: RecordId,
  heldOn: PlainDate,
  store: RecordStore,
  host: Host,
): Promise<void> {
  const subject = await store.get('subject', subjectId);
  const visit = logIntervention(
    {
      subjectId,
      heldOn,
      kind: 'home-visit',
      mode: 'in-person',
      minutes: 45,
      outcome: 'engaged',
      note: 'Juno wants to try the cyber club in Testford.',
    },
    { host, lists, subject },
  );
  await store.commit(must(visit).commit);
}

/** Prints the summary. `gatherCase` logs a look at the case before it gives its records. */
export async function summarise(
  subjectId: RecordId,
  store: RecordStore,
  host: Host,
): Promise<Rendered> {
  const records = await gatherCase(store, subjectId, 'report');
  const officer = { name: 'PC Ada Example', force: '06' };
  const file = caseFile(records, subjectId, {
    officer,
    preparedOn: host.clock.today(),
    // The officer who captured. A tool with more than one looks the id up in its own list.
    nameOf: () => officer.name,
  });
  // The audience decides the contents.
  const audience = 'force-system';
  return renderTemplate(loadTemplate(caseSummary), must(file), {
    lists,
    audience,
    notice: 'Fictional',
  });
}

/** Faults that an officer can correct come back as issues. Your screen shows them; this example has none, and stops. */
function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message, at = '' }) => `${at} ${message}`).join('\n'));
}
