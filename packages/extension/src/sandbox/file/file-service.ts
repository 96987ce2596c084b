/**
 * Files that importers read: their code runs in the sandboxed worker, and a view gets what they read, checked. Whoever
 * makes the service says how an order reaches a worker.
 */
import { type FieldPath, type PlainDate, passed, type Result } from '@cyber-prevent/core';
import type { ImportColumn, ImportedReferral } from '@cyber-prevent/core/plugin';
import type { FileOrder } from './file-order.js';
import { type TakeReply, takeAnswer, takeReferrals } from './file-take.js';

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
  };
}
