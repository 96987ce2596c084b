/** Work that names a person whose record is closed to the officer is out of sight, wherever it names them. */
import type { RecordId } from '@cyber-prevent/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryWork } from '../../testing/memory-work.js';
import { pageWork } from './page-work.js';

const ADA = 'ada00000-0000-4000-8000-000000000001' as RecordId;
const ROWAN = 'b0000000-0000-4000-8000-000000000002' as RecordId;

function desk(...closed: readonly RecordId[]) {
  const work = memoryWork();
  const ids = new Set<RecordId>(closed);
  return { work, ids, page: pageWork({ work, closed: { ids: async () => ids } }) };
}

it('gives no draft that names a closed person in its key or in a form, and all others', async () => {
  const { work, page } = desk(ADA);
  await work.save(`intervention/${ADA}`, { note: 'x' }, 0);
  await work.save('together', { chosen: [ROWAN, ADA] }, 0);
  await work.save('incident/', { subjectId: ROWAN }, 0);
  await work.save('keeper/keys', { of: 'colleagues' }, 0);
  expect(await page.keys()).toEqual(['incident/']);
  expect(await page.load('together')).toBeUndefined();
  expect(await page.load(`intervention/${ADA}`)).toBeUndefined();
  expect((await page.load('incident/'))?.value).toEqual({ subjectId: ROWAN });
});

it('lets a concern be typed though a hidden draft is in its place, and loses neither', async () => {
  const { work, page, ids } = desk(ADA);
  await work.save('safeguarding', { subjectId: ADA, what: 'Of Ada' }, 0);
  expect(await page.save('safeguarding', { what: 'Of somebody' }, 0)).toMatchObject({ ok: true });
  expect((await page.load('safeguarding'))?.value).toEqual({ what: 'Of somebody' });
  expect(await page.keys()).toEqual(['safeguarding']);
  ids.clear();
  const values = await Promise.all((await page.keys()).map((key) => page.load(key)));
  expect(values.map((each) => each?.value)).toEqual(
    expect.arrayContaining([{ subjectId: ADA, what: 'Of Ada' }, { what: 'Of somebody' }]),
  );
});

it('hides exactly what names a closed person, however deep', async () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(ADA, ROWAN, 'words', `text with ${ADA} in it`),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'subjectId', ADA), tie('any'), { maxKeys: 3 }),
    ),
  })).any;
  await fc.assert(
    fc.asyncProperty(value, fc.boolean(), async (held, isClosed) => {
      const { work, page } = desk(...(isClosed ? [ADA] : []));
      await work.save('identify', held, 0);
      const isHidden = isClosed && JSON.stringify(held).includes(ADA);
      expect((await page.load('identify')) === undefined).toBe(isHidden);
      expect(await page.keys()).toEqual(isHidden ? [] : ['identify']);
    }),
    { numRuns: 200 },
  );
});
