/** An attached file as it is given out: under a name that names nobody, and no more than is asked for. */
import type { Attachment } from '../../../record/attachment.js';
import { plainLine } from '../../../shared/plain-line.js';
import { isPicture, typeOfFile } from './file-rules.js';
import { withoutMetadata } from './without-metadata.js';

/** Names in the log for how much of a file was given: all of it, or of a picture only what is drawn. */
export const GIVEN_FIELDS = { whole: 'wholeFile', picture: 'pictureAlone' } as const;

/** The fields of the log entry for a file that is given. */
export function givenFields({ isBare }: Pick<GivenFile, 'isBare'>): readonly string[] {
  return [isBare ? GIVEN_FIELDS.picture : GIVEN_FIELDS.whole];
}

export interface GivenFile {
  readonly name: string;
  readonly mediaType: Attachment['mediaType'];
  readonly bytes: Uint8Array;
  /** True if everything but the picture was left out of its file. */
  readonly isBare: boolean;
}

/**
 * The file for somebody else. Of a picture nothing but the picture, unless all of it is asked for.
 *
 * @returns undefined if it is a picture and nothing can be left out of it: it is given whole or not at all
 */
export function givenFile(
  { id, what, mediaType, receivedOn }: Pick<Attachment, 'id' | 'what' | 'mediaType' | 'receivedOn'>,
  bytes: Uint8Array,
  isWhole: boolean,
): GivenFile | undefined {
  // Of several files of one kind and day, each has a name of its own.
  const parts = [fileWords(what), receivedOn, id.slice(-8)];
  const name = `${parts.join('-')}.${typeOfFile(mediaType).endings[0]}`;
  if (isWhole || !isPicture(mediaType)) return { name, mediaType, bytes, isBare: false };
  const bare = withoutMetadata(mediaType, bytes);
  return bare && { name, mediaType, bytes: bare, isBare: true };
}

/** Names nobody: a folder of downloads is read by others. */
function fileWords(what: string): string {
  return plainLine(what).replace(/[^a-z0-9-]+/gi, '-') || 'file';
}
