/** Files of the practice caseload: plain text, kept in the vault just before the save that names them is made there. */
import {
  BlobName,
  type FileToAttach,
  type Host,
  keepFile,
  passed,
  type Result,
  recogniseFile,
} from '@cyber-prevent/core';
import * as v from 'valibot';

/** A blob to be kept before a save, with the name that the save has for it until then. */
export interface PracticeBlob {
  readonly name: BlobName;
  readonly bytes: Uint8Array;
}

export type PracticeFile = Omit<FileToAttach, 'file' | 'pieces'> & { readonly text: string };

/** @param blobs - gets each blob of the file */
export async function practiceFile(
  { text, ...said }: PracticeFile,
  host: Host,
  blobs: PracticeBlob[],
): Promise<Result<FileToAttach>> {
  const bytes = new TextEncoder().encode(text);
  const read = recogniseFile(said.name ?? '', bytes);
  if (!read.ok) return read;
  const put = async (letters: Uint8Array): Promise<BlobName> => {
    const digest = await host.digest(new TextDecoder().decode(letters));
    const name = v.parse(BlobName, digest.slice(0, 43));
    blobs.push({ name, bytes: letters });
    return name;
  };
  const pieces = [...(await keepFile(bytes, { blobs: { put }, host }))];
  return passed({ ...said, file: read.value, pieces });
}
