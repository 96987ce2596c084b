import { expect, it } from 'vitest';
import { openDraft } from '../../packages/core/src/capture/draft/open-draft.ts';
import { testHost } from '../../packages/core/src/testing/host.ts';
import { buildReading } from '../../packages/core/src/testing/reading.ts';
import { dumpedPairs } from './dump.ts';

it('takes no pair for what the draft records as not known, and keeps an answer that is one', () => {
  const reading = buildReading(
    { label: 'Name', value: 'Taz Vael' },
    { label: 'Mobile', value: '(no value)' },
    { label: 'Interpreter language', value: 'N/A' },
  );
  const draft = openDraft({ reading, adapters: [], way: 'page', host: testHost() });
  expect(dumpedPairs(reading, draft).map(({ label }) => label)).toEqual([
    'Name',
    'Interpreter language',
  ]);
  expect(dumpedPairs(reading)).toHaveLength(3);
});
