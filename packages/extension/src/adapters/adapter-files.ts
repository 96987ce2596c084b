/**
 * The adapters that an officer loaded, as stored in the sealed work: checked again, since another release may have put
 * them there.
 */

import { AdapterSwitch } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { LoadedFile } from '../ports/adapters.js';

const Signed = v.strictObject({
  name: v.string(),
  force: v.string(),
  /** Groups of the key's digest, to compare or to read aloud. */
  fingerprint: v.array(v.string()),
});

const Loaded = v.strictObject({
  /** The adapter alone, as JSON. */
  text: v.string(),
  /** The result of its own recorded pages when it was loaded. */
  proved: v.strictObject({ at: v.string(), isProved: v.boolean(), message: v.string() }),
  /** True if the file itself is kept, with its recorded pages. */
  hasFile: v.boolean(),
  /** The signer of the pack that it came in. */
  by: v.exactOptional(Signed),
});

const Signer = v.strictObject({ signingKey: v.string(), name: v.string(), force: v.string() });
/** A signer whose fingerprint the officer compared. */
export type KnownSigner = v.InferOutput<typeof Signer>;

/** Keys of the entries in the sealed work. */
export const FILES_KEY = 'adapters';
export const OFF_KEY = 'adapters-off';
export const SIGNERS_KEY = 'adapter-signers';
export const fileKey = (id: string): string => `adapter-file/${id}`;

export function filesIn(value: unknown): readonly LoadedFile[] {
  return kept(v.union([v.string(), Loaded]), value);
}

export function switchesIn(value: unknown): readonly AdapterSwitch[] {
  return kept(AdapterSwitch, value);
}

export function signersIn(value: unknown): readonly KnownSigner[] {
  return kept(Signer, value);
}

function kept<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S>[] {
  return (Array.isArray(value) ? value : []).filter((each) => v.is(schema, each));
}

export function textOf(file: LoadedFile): string {
  return typeof file === 'string' ? file : file.text;
}

/** Removes the file by the adapter's own id, which was checked when it was loaded. */
export function without(files: readonly LoadedFile[], id: string): readonly LoadedFile[] {
  return files.filter((file) => idOf(file) !== id);
}

export function idOf(file: LoadedFile): string | undefined {
  const read: unknown = JSON.parse(textOf(file));
  const isNamed = typeof read === 'object' && read !== null && 'id' in read;
  return isNamed && typeof read.id === 'string' ? read.id : undefined;
}
