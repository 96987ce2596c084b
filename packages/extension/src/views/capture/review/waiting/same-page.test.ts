import type { CaptureWay, Draft } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import { draftOf } from '../../../../testing/draft-under-test.js';
import { isSamePage } from './same-page.js';

function from(way: CaptureWay, url: string): Draft {
  const draft = draftOf({ label: 'Full name', value: 'Tobias Wren', owner: ['Subject'] });
  return { ...draft, origins: draft.origins.map((origin) => ({ ...origin, way, url })) };
}

it('is the same address, read the same way', () => {
  const page = from('page', 'https://rms.example.org/1');
  expect(isSamePage(page, page)).toBe(true);
  expect(isSamePage(page, from('page', 'https://rms.example.org/2'))).toBe(false);
  expect(isSamePage(page, from('saved-page', 'https://rms.example.org/1'))).toBe(false);
});

it.each(['paste', 'typed', 'file'] as const)(
  'is never another one that has no address: %s',
  (way) => {
    expect(isSamePage(from(way, ''), from(way, ''))).toBe(false);
  },
);
