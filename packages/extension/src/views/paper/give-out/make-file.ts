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
  type RecordStore,
  type Result,
  type StoredRecord,
} from '@cyber-prevent/core';
import {
  discloseFile,
  type MadeFile,
  type RecordsToGive,
  recordsToGive,
} from '@cyber-prevent/core/report';
import { t } from '../../../locales/late.js';
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

/**
 * Narrows the records to the audience, has the exporter write them in the sandboxed worker, and counts the rows of a
 * table by reading it again.
 */
export async function makeFile(
  records: readonly StoredRecord[],
  { exporter, ...wanted }: FileWanted,
  officer: RecordId,
  services: Pick<Services, 'files' | 'today'>,
  signal: AbortSignal,
): Promise<Result<FileReady>> {
  const given = recordsToGive(records, { ...wanted, officer });
  if (!given.ok) return given;
  const files = await services.files();
  const today = services.today();
  const order = { exporter: exporter.id, set: given.value.set, today };
  const written = await files.write(order, { signal });
  if (!written.ok) return written;
  const bytes = written.value;
  const rowCount = await rowsIn(files, { importer: exporter.id, bytes, today }, signal);
  if (signal.aborted) return failed(STOPPED());
  return passed({
    given: given.value,
    made: { format: exporter.id, bytes, ...(rowCount === undefined ? {} : { rowCount }) },
    leftOut: written.issues,
  });
}

/** Undefined unless an importer of the same plugin reads tables, of which a row is a referral. */
async function rowsIn(
  files: FileService,
  file: Parameters<FileService['read']>[0],
  signal: AbortSignal,
): Promise<number | undefined> {
  const importers = await files.importers();
  const own = importers.ok
    ? importers.value.find(({ id, hasColumns }) => id === file.importer && hasColumns)
    : undefined;
  if (!own) return undefined;
  const read = await files.read(file, { signal });
  return read.ok ? read.value.length : 0;
}

/**
 * Makes the log entry of the file, or refuses it: also if a record in it was changed since it was read, which its
 * recipient would have to be told about at once.
 *
 * @param records - those that the file was made from
 */
export async function fileEntry(
  { given, made }: FileReady,
  records: readonly StoredRecord[],
  answers: DisclosureInput,
  { host, lists, store }: Pick<Services, 'host' | 'lists' | 'store'>,
): Promise<Result<Commit>> {
  if (await isChanged(given.records, records, store)) return failed(CHANGED());
  const digestOf = (bytes: Uint8Array): Promise<string> => host.digest(EXACT.decode(bytes));
  return discloseFile(given, made, answers, { host, lists, digestOf });
}

/** The text of the bytes, from which the same bytes follow: the digest is that of the file. Others throw. */
const EXACT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

async function isChanged(
  ids: readonly RecordId[],
  records: readonly StoredRecord[],
  store: Pick<RecordStore, 'get'>,
): Promise<boolean> {
  const inIt = new Set(ids);
  const read = records.filter(({ id }) => inIt.has(id));
  const now = await Promise.all(read.map(({ kind, id }) => store.get(kind, id)));
  return read.some(({ heads }, at) => heads.join() !== now[at]?.heads.join());
}

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
