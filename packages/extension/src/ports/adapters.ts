/** Adapters as views and services speak of them. */

import type { Adapter, Draft, Issue, Result } from '@cyber-prevent/core';

export interface AdapterService {
  /** What captures are read with, once it is known what the policy switches off. */
  inUse(): Promise<readonly Adapter[]>;
  list(): Promise<{
    readonly listed: readonly ListedAdapter[];
    readonly issues: readonly Issue[];
  }>;
  /** Checks a file or a pack, and runs the recorded pages in it. Nothing is kept yet. */
  open(text: string): Promise<Result<OpenedFile>>;
  /** Keeps what was opened; each takes the place of one of its id, unless that is of a higher version. */
  take(opened: OpenedFile): Promise<Result<readonly Adapter[]>>;
  /** Checks the text of an adapter file and keeps it. */
  load(text: string): Promise<Result<Adapter>>;
  /** Takes a loaded file out again. */
  remove(id: string): Promise<void>;
  /** This version is not used from now on; or it is again. */
  switchOff(adapter: Pick<Adapter, 'id' | 'version'>, isOff: boolean): Promise<void>;
  /** The text of the file of one that is listed, with its recorded pages where they are kept. */
  fileOf(listed: ListedAdapter): Promise<string>;
  /** The text of a pack, signed by the officer. */
  pack(listed: readonly ListedAdapter[], title: string): Promise<Result<string>>;
  /** Remembers how the adapters of a draft did. */
  note(draft: Draft): Promise<void>;
}

/** One adapter of what was opened. */
export interface OpenedAdapter {
  readonly adapter: Adapter;
  /** The text of its file. */
  readonly file: string;
  readonly isProved: boolean;
  /** Recorded pages in it. */
  readonly pages: number;
  /** “Proved today: 11 of 11 fields.” */
  readonly message: string;
  /** Pages are read with this one now, which nobody here loaded: they no longer would be. */
  readonly ousts?: Pick<ListedAdapter, 'adapter' | 'from'>;
}

export interface OpenedFile {
  readonly adapters: readonly OpenedAdapter[];
  /** Of a pack: who signed it, as it says itself. */
  readonly by?: SignedBy & {
    readonly title: string;
    readonly signingKey: string;
    readonly madeAt: string;
    /** The officer's own, or of somebody whose fingerprint was compared before, under the same name. */
    readonly isKnown: boolean;
  };
}

export interface ListedAdapter {
  readonly adapter: Adapter;
  readonly from: 'shipped' | 'policy' | 'file';
  /** The policy switched this version off. */
  readonly isOff: boolean;
  /** The officer switched this version off. */
  readonly isOffHere: boolean;
  /** Pages are read with this one, and not with another of its id. */
  readonly isInUse: boolean;
  /** What is known of the file that it came in. */
  readonly file?: Exclude<LoadedFile, string>;
  /** How this version did at the last capture. */
  readonly seen?: AdapterSeen;
}

/** How an adapter did at a capture. */
export interface AdapterSeen {
  readonly version: string;
  /** An instant. */
  readonly at: string;
  readonly anchors: { readonly found: number; readonly of: number };
  /** Fields that fell back to the generic reading, or stayed empty. */
  readonly fellBack: number;
}

/** A plain adapter is its own text. */
export type LoadedFile = string | LoadedAdapter;

export interface LoadedAdapter {
  /** The adapter alone, as JSON. */
  readonly text: string;
  /** What its own recorded pages came to when it was loaded. */
  readonly proved: { readonly at: string; readonly isProved: boolean; readonly message: string };
  /** Whether the file itself is kept, with its recorded pages. */
  readonly hasFile: boolean;
  /** Who signed the pack that it came in. */
  readonly by?: SignedBy;
}

export interface SignedBy {
  readonly name: string;
  readonly force: string;
  /** Groups of the key's digest, to compare or to read aloud. */
  readonly fingerprint: readonly string[];
}
