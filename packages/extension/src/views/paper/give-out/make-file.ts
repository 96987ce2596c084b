/**
 * A file of referrals, made and checked before it is given out. Loaded late, because it brings the rules of papers.
 */
import {
  type Commit,
  type DisclosureInput,
  failed,
  type Issue,
  type Marking,
  passed,
  type RecordId,
  type Result,
  revisionsOf,
  type StoredRecord,
} from '@cyber-prevent/core';
import {
  discloseFile,
  type MadeFile,
  type RecordsToGive,
  recordsToGive,
} from '@cyber-prevent/core/report';
import { t } from '../../../locales/late.js';
import { nextTask } from '../../../page/next-task.js';
import type { Services } from '../../../ports/services.js';
import type { FileExporter, FileService } from '../../../sandbox/file/file-service.js';

/** Answers of the form that decide what is in the file. */
export interface FileWanted {
  readonly referrals: readonly RecordId[];
  /** A code of `export-destination`. */
  readonly audience: string;
  readonly marking: Marking;
  readonly exporter: FileExporter;
}

/** A file that is made and has not left. */
export interface FileReady {
  readonly given: RecordsToGive;
  readonly made: MadeFile;
  /** Parts of the records that the format has no room for. */
  readonly leftOut: readonly Issue[];
}

/** Parts of the work, in their order: all but the last prepare the file. */
export type FileStep = 'narrowing' | 'writing' | 'counting' | 'comparing';

/** Terms on which a file is prepared and given out, up to its log entry. */
export interface FileTerms {
  /** Ends the work; nothing of it stays behind. */
  readonly signal: AbortSignal;
  readonly onProgress: (step: FileStep, done: number, of: number) => void;
}

/**
 * Narrows the records to the audience, has the exporter write them in the sandboxed worker, and counts the rows of a
 * table by reading it again.
 */
export async function makeFile(
  records: readonly StoredRecord[],
  { exporter, ...wanted }: FileWanted,
  officer: RecordId,
  services: Pick<Services, 'files' | 'today'>,
  terms: FileTerms,
): Promise<Result<FileReady>> {
  const given = await unlessStopped(terms, (pause) =>
    recordsToGive(
      records,
      { ...wanted, officer },
      { pause, onProgress: (done, of) => terms.onProgress('narrowing', done, of) },
    ),
  );
  if (!given.ok) return given;
  const files = await services.files();
  const today = services.today();
  const order = { exporter: exporter.id, set: given.value.set, today };
  terms.onProgress('writing', 0, 0);
  const written = await files.write(order, optionsFor('writing', terms));
  if (!written.ok) return written;
  const bytes = written.value;
  terms.onProgress('counting', 0, 0);
  const rowCount = await rowsIn(files, { importer: exporter.id, bytes, today }, terms);
  if (terms.signal.aborted) return failed(STOPPED());
  return passed({
    given: given.value,
    made: { format: exporter.id, bytes, ...(rowCount === undefined ? {} : { rowCount }) },
    leftOut: written.issues,
  });
}

function optionsFor(step: FileStep, { signal, onProgress }: FileTerms) {
  return { signal, onProgress: (done: number, of: number) => onProgress(step, done, of) };
}

/** Runs work in portions, and ends it at the next pause once it is stopped. */
async function unlessStopped<T>(
  { signal }: Pick<FileTerms, 'signal'>,
  work: (pause: () => Promise<void>) => Promise<Result<T>>,
): Promise<Result<T>> {
  const pause = async (): Promise<void> => {
    await nextTask();
    signal.throwIfAborted();
  };
  try {
    return await work(pause);
  } catch (error) {
    if (signal.aborted) return failed(STOPPED());
    throw error;
  }
}

/** Undefined unless an importer of the same plugin reads tables, of which a row is a referral. */
async function rowsIn(
  files: FileService,
  file: Parameters<FileService['read']>[0],
  terms: FileTerms,
): Promise<number | undefined> {
  const importers = await files.importers();
  const own = importers.ok
    ? importers.value.find(({ id, hasColumns }) => id === file.importer && hasColumns)
    : undefined;
  if (!own) return undefined;
  const read = await files.read(file, optionsFor('counting', terms));
  return read.ok ? read.value.length : 0;
}

/**
 * Makes the log entry of the file, or refuses it: also if a record in it was changed since it was read, which its
 * recipient would have to be told about at once. Once it is made, nothing can be stopped any more.
 *
 * @param records - those that the file was made from
 */
export async function fileEntry(
  { given, made }: FileReady,
  records: readonly StoredRecord[],
  answers: DisclosureInput,
  { host, lists, store }: Pick<Services, 'host' | 'lists' | 'store'>,
  terms: FileTerms,
): Promise<Result<Commit>> {
  const digestOf = (bytes: Uint8Array): Promise<string> => host.digest(EXACT.decode(bytes));
  // The answers come first: comparing many records for one that is missing would be in vain.
  const entry = await discloseFile(given, made, answers, { host, lists, digestOf });
  if (!entry.ok) return entry;
  const inIt = new Set(given.records);
  const read = records.filter(({ id }) => inIt.has(id));
  let isChanged = false;
  // A record can change once it has been compared, while the others still are.
  const unsubscribe = store.subscribe((batch) => {
    isChanged ||= revisionsOf(batch).some(({ record }) => inIt.has(record));
  });
  const compared = unlessStopped(terms, async (pause) => {
    for (let from = 0; from < read.length; from += COMPARED) {
      await pause();
      terms.onProgress('comparing', from, read.length);
      const portion = read.slice(from, from + COMPARED);
      const now = await Promise.all(portion.map(({ kind, id }) => store.get(kind, id)));
      if (portion.some(({ heads }, at) => heads.join() !== now[at]?.heads.join()))
        return failed(CHANGED());
    }
    await pause();
    return isChanged ? failed(CHANGED()) : entry;
  });
  return compared.finally(unsubscribe);
}

/** Records asked for at a time. */
const COMPARED = 50;

/** The text of the bytes, from which the same bytes follow: the digest is that of the file. Others throw. */
const EXACT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const STOPPED = (): Issue => ({
  code: 'file-stopped',
  severity: 'error',
  message: t('give-out.stopped'),
});
const CHANGED = (): Issue => ({
  code: 'record-changed',
  severity: 'error',
  message: t('give-out.changed'),
});
