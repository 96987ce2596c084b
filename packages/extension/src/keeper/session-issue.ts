/** Notices of an open vault about its own storage. */
import type { Issue } from '@cyber-prevent/core';

export const DISPOSAL_UNFINISHED: Issue = {
  code: 'disposal-unfinished',
  message:
    'The record was disposed of, and its last traces on the disk could not be overwritten yet. It will be done the next time you unlock. If it happens again, tell your administrator.',
  severity: 'warning',
};

export function blobsLost(count: number): Issue {
  const copies =
    count === 1
      ? 'A copy of a page, or a file that you attached,'
      : `${count} copies of pages, or pieces of files that you attached,`;
  return {
    code: 'blob-unreadable',
    message: `${copies} cannot be read on this computer. What was taken from the pages is not affected. Restoring a backup brings them back. Tell your administrator if it happens again.`,
    severity: 'warning',
  };
}

export const COPY_MENDED: Issue = {
  code: 'copy-mended',
  message:
    'One of the two copies of your records was damaged and has been put right from the other. Nothing is lost. Tell your administrator if it happens again.',
  severity: 'warning',
};

export const PAGES_MENDED: Issue = {
  code: 'pages-mended',
  message:
    'Part of what makes your records open quickly was damaged on this computer. They were read from the log of your saves instead, and nothing is lost. It is made again while you work. Tell your administrator if it happens again.',
  severity: 'warning',
};

/** @param message - the words of the refusal that each search meets until then */
export function auditorKeyUnusable(message: string): Issue {
  return { code: 'auditor-key-unusable', message, severity: 'warning' };
}

export function packsUnreadable({ message }: { readonly message: string }): Issue {
  return { code: 'packs-unreadable', message, severity: 'warning' };
}
