/** Route to a subject's notices. */
import type { StoredRecord } from '@cyber-prevent/core';

export const noticePage = ({ id }: StoredRecord<'subject'>) =>
  ({ name: 'subject', subject: id, section: 'notices' }) as const;
