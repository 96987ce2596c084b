/** The figures of the vault's storage, as printed, kept as JSON and compared with their targets. */
import type { Spread } from './figures.ts';
import type { Machine } from './machine.ts';
import type { Held } from './targets.ts';
import type { RecordSizes } from './vault-extension/measured.ts';

/** Wall time and, since a busy machine stretches that, the processor time of all the browser's processes. */
export interface Cost {
  readonly ms: Spread;
  readonly cpuMs: Spread;
}

/** At the median of the rounds, each compared within its own round. */
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
  /** Sealed pages divided by plain `bulkPut`. */
  readonly ratio: Beside;
  /** Commits through the port: prepared, signed, in the journal and in the database. */
  readonly throughPort: readonly CommitFigures[];
}

export interface OpenFigures {
  readonly toArray: Cost;
  /** From sealed pages to records in the store. */
  readonly opened: Cost;
  readonly loadMs: Spread;
  readonly holdMs: Spread;
  /** Including everything else that an unlock opens. */
  readonly session: Cost;
  readonly ratio: Beside;
}

export interface EditFigures {
  readonly rounds: number;
  readonly sealedBytes: number;
  readonly putMs: Spread;
  readonly appendMs: Spread;
  readonly editMs: Spread;
  /** One edit divided by one put and one append. */
  readonly ratio: number;
}

export interface SizeFigures {
  readonly count: number;
  /** Bytes of the sealed pages' content. */
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
  /** The same bytes decoded and parsed, and their texts parsed alone. */
  readonly readMs: Spread;
  readonly readCpuMs: Spread;
  readonly parseMs: Spread;
  readonly parseCpuMs: Spread;
  /** Script heap with the vault open, after a collection, in excess of the bare page. */
  readonly heapMb: number;
  /** Everything searchable, divided by `JSON.parse` of the same bytes, which includes decoding. */
  readonly ratio: Beside;
  /** The same divided by `JSON.parse` alone, of texts in memory. */
  readonly ratioOfTexts: Beside;
}

export interface VaultGrowth {
  readonly from: number;
  readonly to: number;
  /** Time per record, the larger size divided by the smaller: 1 is linear. */
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
