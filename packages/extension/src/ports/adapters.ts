/** Adapters in the terms of views and services. */

import type { Adapter, Draft, Issue, Result } from '@cyber-prevent/core';

export interface AdapterService {
  /** The adapters that captures are read with, once it is known which ones the policy switches off. */
  inUse(): Promise<readonly Adapter[]>;
  list(): Promise<{
    readonly listed: readonly ListedAdapter[];
    readonly issues: readonly Issue[];
  }>;
  /** Checks a file or a pack, and runs the recorded pages in it. Keeps nothing yet. */
  open(text: string): Promise<Result<OpenedFile>>;
  /** Keeps an opened file; each adapter replaces one with the same id, unless that has a higher version. */
  take(opened: OpenedFile): Promise<Result<readonly Adapter[]>>;
  /** Checks the text of an adapter file and keeps it. */
  load(text: string): Promise<Result<Adapter>>;
  /** Removes a loaded file. */
  remove(id: string): Promise<void>;
  /** Switches this version off, or on again. */
  switchOff(adapter: Pick<Adapter, 'id' | 'version'>, isOff: boolean): Promise<void>;
  /** The text of a listed adapter's file, with its recorded pages if they are kept. */
  fileOf(listed: ListedAdapter): Promise<string>;
  /** The text of a pack, signed by the officer. */
  pack(listed: readonly ListedAdapter[], title: string): Promise<Result<string>>;
  /** Stores the results of a draft's adapters. */
  note(draft: Draft): Promise<void>;
}

/** One adapter of an opened file. */
export interface OpenedAdapter {
  readonly adapter: Adapter;
  /** The text of its file. */
  readonly file: string;
  readonly isProved: boolean;
  /** Number of recorded pages in it. */
  readonly pages: number;
  /** “Proved today: 11 of 11 fields.” */
  readonly message: string;
  /** The adapter now in use, not loaded by the officer, that would be replaced. */
  readonly ousts?: Pick<ListedAdapter, 'adapter' | 'from'>;
}

export interface OpenedFile {
  readonly adapters: readonly OpenedAdapter[];
  /** The signer of a pack, by its own statement. */
  readonly by?: SignedBy & {
    readonly title: string;
    readonly signingKey: string;
    readonly madeAt: string;
    /** The officer's own key, or one whose fingerprint was compared before, under the same name. */
    readonly isKnown: boolean;
  };
}

export interface ListedAdapter {
  readonly adapter: Adapter;
  readonly from: 'shipped' | 'pack' | 'policy' | 'file';
  /** The policy switched this version off. */
  readonly isOff: boolean;
  /** The officer switched this version off. */
  readonly isOffHere: boolean;
  /** True if pages are read with this one, and not with another of its id. */
  readonly isInUse: boolean;
  /** The known details of the file that it came in. */
  readonly file?: Exclude<LoadedFile, string>;
  /** Its results at the last capture, with this version. */
  readonly seen?: AdapterSeen;
}

/** The results of an adapter at a capture. */
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
  /** The result of its own recorded pages when it was loaded. */
  readonly proved: { readonly at: string; readonly isProved: boolean; readonly message: string };
  /** True if the file itself is kept, with its recorded pages. */
  readonly hasFile: boolean;
  /** The signer of the pack that it came in. */
  readonly by?: SignedBy;
}

export interface SignedBy {
  readonly name: string;
  readonly force: string;
  /** Groups of the key's digest, to compare or to read aloud. */
  readonly fingerprint: readonly string[];
}
