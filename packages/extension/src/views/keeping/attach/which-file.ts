/** The words by which a file is told from others of its kind: its name, its type and the day it was received. */
import { codeLabel, type StoredRecord, typeOfFile, writtenDate } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import type { Services } from '../../../ports/services.js';

/** “Signed notice “notice.pdf” (PDF, received on 3 November 2026)”. */
export function whichFile(
  lists: Services['lists'],
  { value: { what, name, mediaType, receivedOn } }: Pick<StoredRecord<'attachment'>, 'value'>,
): string {
  return t('files.which', {
    what: codeLabel(lists, 'attachment-kind', what),
    name,
    type: typeOfFile(mediaType).short,
    on: writtenDate(receivedOn),
  });
}
