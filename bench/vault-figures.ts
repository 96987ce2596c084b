/** What is measured of the vault's storage, as it is printed, kept as JSON and held against its targets. */
import type { Spread } from './figures.ts';
import type { Machine } from './machine.ts';
import type { Held } from './targets.ts';
import type { RecordSizes } from './vault-extension/measured.ts';

/** Wall time and, since a busy machine stretches that, the processor time of all the browser's processes. */
export interface Cost {
  readonly ms: Spread;
  readonly cpuMs: Spread;
}

/** At the median of the rounds, each set beside its own. */
export interface Beside {
  readonly ms: number;
  readonly cpu: number;
}

export interface CommitFigures {
  readonly commits: number;
  readonly ms: Spread;
}

export interface WriteFigures {
  readonly bulkPut: Cost;
  readonly strictBulkPut: Cost;
  readonly sealed: Cost;
  /** Sealed pages over plain `bulkPut`. */
  readonly ratio: Beside;
  /** Through the port: prepared, signed, in the journal and in the database. */
  readonly throughPort: readonly CommitFigures[];
}

export interface OpenFigures {
  readonly toArray: Cost;
  /** From sealed pages to records held. */
  readonly opened: Cost;
  readonly loadMs: Spread;
  readonly holdMs: Spread;
  /** With all else that an unlock opens. */
  readonly session: Cost;
  readonly ratio: Beside;
}

export interface EditFigures {
  readonly rounds: number;
  readonly sealedBytes: number;
  readonly putMs: Spread;
  readonly appendMs: Spread;
  readonly editMs: Spread;
  /** One edit over one put and one append. */
  readonly ratio: number;
}

export interface SizeFigures {
  readonly count: number;
  /** Of the sealed pages' content. */
  readonly bytes: number;
  readonly load: number;
  readonly commitsMs: number;
  readonly compactMs: number;
  readonly sessionMs: Spread;
  readonly usableMs: Spread;
  readonly searchableMs: Spread;
  readonly cpuMs: Spread;
  readonly searchMs: Spread;
  readonly shelfMs: Spread;
  readonly loadMs: Spread;
  readonly holdMs: Spread;
  /** The same bytes decoded and parsed, and the texts of them parsed alone. */
  readonly readMs: Spread;
  readonly readCpuMs: Spread;
  readonly parseMs: Spread;
  readonly parseCpuMs: Spread;
  /** Script heap with the vault open, after a collection, beyond that of the bare page. */
  readonly heapMb: number;
  /** All searchable over `JSON.parse` of the same bytes, which are decoded for it. */
  readonly ratio: Beside;
  /** The same over `JSON.parse` alone, of texts that are in memory already. */
  readonly ratioOfTexts: Beside;
}

export interface VaultGrowth {
  readonly from: number;
  readonly to: number;
  /** Of one record, the larger size over the smaller: 1 is linear. */
  readonly searchable: number;
  readonly cpu: number;
}

export interface VaultFigures {
  readonly bench: 'vault';
  readonly at: string;
  readonly machine: Machine;
  readonly browser: string;
  readonly peers: Readonly<Record<string, string>>;
  readonly records: RecordSizes;
  readonly load: number;
  readonly write: WriteFigures;
  readonly open: OpenFigures;
  readonly edit: EditFigures;
  readonly sizes: readonly SizeFigures[];
  readonly growth: readonly VaultGrowth[];
  readonly targets: readonly Held[];
}
