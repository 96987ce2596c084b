import { expect, it } from 'vitest';
import { pairsInLines, pairsInMarkdown } from './pairs-in-text.ts';

it('cuts a line at its first colon, and takes the line below where nothing follows', () => {
  expect(
    pairsInLines('Name: Harper\n\nTime:\n10:30\nSeen at https://rms.example/\nno label'),
  ).toEqual([
    { label: 'Name', value: 'Harper' },
    { label: '10', value: '30' },
  ]);
  expect(pairsInLines('Name:\n\n  Harper Invented ')).toEqual([
    { label: 'Name', value: 'Harper Invented' },
  ]);
});

it('reads Markdown tables of two columns by the row, and wider ones by their heads', () => {
  expect(
    pairsInMarkdown('| **Name** | Harper |\n| --- | --- |\n| Address | 6 Close<br>Tale End |'),
  ).toEqual([
    { label: 'Name', value: 'Harper' },
    { label: 'Address', value: '6 Close\nTale End' },
  ]);
  expect(pairsInMarkdown('| Date | Who | How |\n|---|---|---|\n| 1 May | Imogen | |')).toEqual([
    { label: 'Date', value: '1 May' },
    { label: 'Who', value: 'Imogen' },
  ]);
  expect(pairsInMarkdown('- **Name:** Harper')).toEqual([{ label: 'Name', value: 'Harper' }]);
});
