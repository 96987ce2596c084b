/**
 * Files that importers read and exporters write: their code runs in the sandboxed worker, and a view gets what they made, checked. Whoever
 * makes the service says how an order reaches a worker.
 */
import { type FieldPath, type PlainDate, passed, type Result } from '@cyber-prevent/core';
import type { ImportColumn, ImportedReferral } from '@cyber-prevent/core/plugin';
import type { FileOrder, ToWrite } from './file-order.js';
import { type TakeReply, takeAnswer, takeReferrals, takeWritten } from './file-take.js';

/** An importer as an officer chooses it. */
export interface FileImporter {
  readonly id: string;
  readonly title: string;
  /** Of its plugin. */
  readonly version: string;
  readonly mediaTypes: readonly string[];
  /** Endings of file names, without the dot. */
  readonly extensions: readonly string[];
  /** True if its files are tables, whose columns the officer can assign. */
  readonly hasColumns: boolean;
}

/** An exporter as an officer chooses it. */
export interface FileExporter {
  readonly id: string;
  readonly title: string;
  readonly mediaType: string;
  /** Ending of the file's name, without the dot. */
  readonly extension: string;
}

export interface FileToRead {
  /** Id of the importer. */
  readonly importer: string;
  readonly bytes: Uint8Array;
  readonly today: PlainDate;
}

export interface ReadOptions {
  /** The field of each column, in the order of `columns`. Absent: as the importer takes them. */
  readonly columns?: readonly (FieldPath | undefined)[];
  readonly onProgress?: (done: number, of: number) => void;
  /** Ends the reading; nothing of the file stays behind. */
  readonly signal?: AbortSignal;
}

/** Nothing rejects, and nothing is kept: a file that cannot be read, or breaks its reader, is an issue. */
export interface FileService {
  importers(): Promise<Result<readonly FileImporter[]>>;
  columns(file: FileToRead): Promise<Result<readonly ImportColumn[]>>;
  read(file: FileToRead, options?: ReadOptions): Promise<Result<readonly ImportedReferral[]>>;
  exporters(): Promise<Result<readonly FileExporter[]>>;
  /** Makes a file. Its issues are warnings: what the format leaves out. */
  write(
    records: ToWrite,
    options?: Pick<ReadOptions, 'onProgress' | 'signal'>,
  ): Promise<Result<Uint8Array>>;
}

/** Sends an order to a worker, and hands its messages over until the outcome is known. */
export type AskWorker = <T>(
  order: FileOrder,
  take: TakeReply<T>,
  signal?: AbortSignal,
) => Promise<Result<T>>;

export function fileService(ask: AskWorker): FileService {
  return {
    importers: () =>
      ask(
        { kind: 'about' },
        takeAnswer<readonly FileImporter[]>((reply) =>
          reply.type === 'about' ? passed(reply.importers) : undefined,
        ),
      ),
    columns: (file) =>
      ask(
        { kind: 'columns', ...file },
        takeAnswer<readonly ImportColumn[]>((reply) =>
          reply.type === 'columns' ? passed(reply.columns) : undefined,
        ),
      ),
    read: (file, { columns, onProgress, signal } = {}) =>
      ask(
        { kind: 'read', ...file, ...(columns ? { columns } : {}) },
        takeReferrals(onProgress),
        signal,
      ),
    exporters: () =>
      ask(
        { kind: 'about' },
        takeAnswer<readonly FileExporter[]>((reply) =>
          reply.type === 'about' ? passed(reply.exporters) : undefined,
        ),
      ),
    write: (records, { onProgress, signal } = {}) =>
      ask({ kind: 'write', ...records }, takeWritten(onProgress), signal),
  };
}
