import type { CaptureOrigin, RecordId } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import { unreadOf } from './unread.js';

const look = (id: string, url: string, ...unread: string[]): CaptureOrigin => ({
  id: id as RecordId,
  way: 'page',
  url,
  title: 'Record',
  system: 'Practice',
  hostClass: 'force',
  capturedAt: '2026-11-24T14:30:00.000Z' as CaptureOrigin['capturedAt'],
  fellBack: [],
  unread: unread.map((origin, nth) => ({ path: [nth], origin, why: 'other-origin' })),
});

it('is what the last look at a page did not reach', () => {
  const looks = [
    look('1', 'https://rms.example/1', 'https://a.example', 'https://b.example'),
    look('2', 'https://rms.example/1', 'https://b.example'),
  ];
  expect(unreadOf(looks)).toEqual([{ origin: 'https://b.example', capture: '2', isForeign: true }]);
});

it('is counted for each page of the draft', () => {
  const looks = [
    look('1', 'https://rms.example/1', 'https://a.example'),
    look('2', 'https://rms.example/2', 'https://a.example'),
  ];
  expect(unreadOf(looks).map(({ capture }) => capture)).toEqual(['1', '2']);
});
