/** A fictional draft, as opened by the core, for the tests of the review. */
import { type Draft, openDraft } from '@cyber-prevent/core';
import { buildReading, type ReadingCell, testHost } from '@cyber-prevent/core/testing';

export function draftOf(...cells: readonly ReadingCell[]): Draft {
  return openDraft({
    reading: buildReading(...cells),
    adapters: [],
    way: 'page',
    host: testHost({ at: '2026-11-24T09:30:00.000Z' }),
  });
}

export const FICTIONAL: readonly ReadingCell[] = [
  { label: 'Full name', value: 'Morgan Vael', owner: ['Subject'] },
  { label: 'Date of birth', value: '14/03/2009', owner: ['Subject'] },
  { label: 'Telephone', value: '07700 900415', owner: ['Subject'] },
  { label: 'Reference', value: 'NCCU/2026/0417', owner: ['Referral details'] },
  { label: 'Name', value: 'Dawn Vael', owner: ['Parent or guardian'] },
  { label: 'Shoe size', value: '42', owner: ['Subject'] },
];
