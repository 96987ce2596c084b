import { readdirSync, readFileSync } from 'node:fs';
import { createToolkit } from '@cyber-prevent/core/plugin';
import { startPracticeRms } from '@cyber-prevent/practice-rms';
import { expect, it } from 'vitest';
import { practiceRms } from './index.js';

it('plugs in', () => {
  expect(createToolkit([practiceRms]).adapters.map(({ id }) => id)).toEqual([
    'practice-rms/legacy',
    'practice-rms/legacy-contact',
    'practice-rms/lists',
    'practice-rms/lists-contact',
    'practice-rms/summary',
    'practice-rms/summary-contact',
  ]);
});

it('is proved on the pages that the practice system shows today', async () => {
  const folder = new URL('../fixtures/', import.meta.url);
  const rms = await startPracticeRms();
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.html'))) {
    const [look, record, frame] = name.replace(/\.html$/, '').split(/[-.]/);
    const path =
      frame === 'content'
        ? `/legacy/content/records/${record}`
        : name.includes('-')
          ? `/${look}/records/${record}`
          : `/legacy/${record}`;
    const shown = await (await fetch(`${rms.url}${path}`)).text();
    expect(readFileSync(new URL(name, folder), 'utf8') === shown, name).toBe(true);
  }
  for (const look of ['lists', 'summary', 'legacy/content']) {
    const shown = await (await fetch(`${rms.url}/${look}/records/3/contact`)).text();
    const name = look === 'legacy/content' ? 'legacy-form.content' : `${look}-form`;
    expect(readFileSync(new URL(`contact/${name}.html`, folder), 'utf8') === shown, look).toBe(
      true,
    );
  }
  await rms.stop();
});
