/** All places on this computer that a vault may use. */
import type { VaultKind } from '../../ports/services.js';
import type { StorageArea } from '../../vault/area.js';
import type { IndexedDbPort } from './database.js';
import type { OpenFiles } from './files.js';
import type { Prover } from './prover.js';

/** The files of the origin private file system, a folder for each kind of vault. */
export interface FilesPlace {
  /** True if there is a folder of the kind; asking makes none. */
  has(kind: VaultKind): Promise<boolean>;
  readonly open: OpenFiles;
  /** Deletes the folder: for a vault that nobody has worked with yet. */
  remove(kind: VaultKind): Promise<void>;
  /** Numbers of the vaults of the kind that have a folder; 1 is the first. */
  numbers(kind: VaultKind): Promise<readonly number[]>;
  /** The folders of the vaults with that number. */
  numbered(number: number): FilesPlace;
}

export interface Places {
  /** Number of the vault among those of its kind, once known. */
  readonly number?: number;
  readonly port: IndexedDbPort;
  readonly area: StorageArea;
  readonly files: FilesPlace;
  /** Starts the prover of many batches off this thread; absent: this thread proves them. */
  readonly prover?: () => Prover;
  /** Bytes that can still be written; undefined when the browser gives no estimate. */
  readonly room: () => Promise<number | undefined>;
}
