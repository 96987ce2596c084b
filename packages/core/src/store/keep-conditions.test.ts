/** A value that was given on conditions keeps them when it is written again. */
import { describe, expect, it } from 'vitest';
import type { RecordId } from '../shared/primitives.js';
import {
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '../testing/fiction/builder.js';
import { one, underLaw } from '../testing/law-under-test.js';
import { undoSave } from './undo.js';

const refTo = (capture: RecordId) => buildSource({ capture });

async function held(conditions?: string) {
  const { store } = await underLaw();
  const capture = buildSourceCapture((conditions ? { conditions } : {}) as never);
  const subject = buildSubject({ name: 'Tamsin Vael', aliases: ['Grebe'] } as never);
  await store.commit({
    changes: [
      newRecord('sourceCapture', capture),
      {
        ...newRecord('subject', subject),
        sources: { name: [refTo(capture.id)], 'aliases[0]': [refTo(capture.id)] },
      },
    ],
    reason: 'case-work',
  });
  const sets = async (set: object, sources?: object) => {
    const { id, heads } = await one(store, 'subject');
    const { seq } = await store.commit({
      changes: [
        {
          kind: 'subject',
          record: id,
          parents: heads,
          set,
          ...(sources ? { sources } : {}),
        } as never,
      ],
      reason: 'correction',
    });
    return seq;
  };
  const capturesOf = async (path: string) =>
    ((await one(store, 'subject')).sources[path] ?? []).map((ref) => ref.capture);
  return { store, capture, sets, capturesOf };
}

describe('a value with conditions', () => {
  it('keeps them when its words are edited', async () => {
    const { capture, sets, capturesOf } = await held('Not to the family');
    await sets({ name: 'Tamsin Vaele', aliases: ['Grebe', 'Coot'] });
    expect(await capturesOf('name')).toEqual([capture.id]);
    expect(await capturesOf('aliases')).toEqual([capture.id]);
  });

  it('keeps them when somebody else says the same', async () => {
    const { store, capture, sets, capturesOf } = await held('Not to the family');
    const other = buildSourceCapture();
    await store.commit({ changes: [newRecord('sourceCapture', other)], reason: 'case-work' });
    await sets({ name: 'Tamsin Vael' }, { name: [refTo(other.id)] });
    expect(new Set(await capturesOf('name'))).toEqual(new Set([other.id, capture.id]));
  });

  it('gives way to another value with a source of its own', async () => {
    const { store, sets, capturesOf } = await held('Not to the family');
    const other = buildSourceCapture();
    await store.commit({ changes: [newRecord('sourceCapture', other)], reason: 'case-work' });
    await sets({ name: 'Tamsin Brandt' }, { name: [refTo(other.id)] });
    expect(await capturesOf('name')).toEqual([other.id]);
  });

  it('keeps them in a list where only another entry has a source of its own', async () => {
    const { store, capture, sets, capturesOf } = await held('Not to the family');
    const other = buildSourceCapture();
    await store.commit({ changes: [newRecord('sourceCapture', other)], reason: 'case-work' });
    await sets({ aliases: ['Coot', 'Grebe'] }, { 'aliases[0]': [refTo(other.id)] });
    expect(await capturesOf('aliases[0]')).toEqual([other.id]);
    expect(await capturesOf('aliases[1]')).toEqual([capture.id]);
    await sets({ aliases: ['Grebe', 'Smew'] }, { aliases: [refTo(other.id)] });
    expect(await capturesOf('aliases')).toEqual([other.id]);
    expect(await capturesOf('aliases[0]')).toEqual([capture.id]);
    await sets({ aliases: ['Smew'] }, { aliases: [refTo(other.id)] });
    expect(await capturesOf('aliases[0]')).toEqual([]);
  });

  it('keeps them on a part of an entry whose other parts have a source of their own', async () => {
    const { store, capture, sets, capturesOf } = await held('Not to the family');
    const other = buildSourceCapture();
    await store.commit({ changes: [newRecord('sourceCapture', other)], reason: 'case-work' });
    const lived = { lines: '1 Test Row', postcode: 'ZZ99 7CN', notedOn: '2026-11-24' };
    await sets({ addresses: [lived] }, { 'addresses[0].lines': [refTo(capture.id)] });
    await sets(
      { addresses: [{ ...lived, postcode: 'ZZ99 8AA', until: '2026-11-24' }] },
      { 'addresses[0].postcode': [refTo(other.id)] },
    );
    expect(await capturesOf('addresses[0].lines')).toEqual([capture.id]);
    await sets(
      { addresses: [{ ...lived, lines: '2 Test Row' }] },
      { 'addresses[0].lines': [refTo(other.id)] },
    );
    expect(await capturesOf('addresses[0].lines')).toEqual([other.id]);
  });

  it('keeps them at each place, also if the same capture is the source of another', async () => {
    const { capture, sets, capturesOf } = await held('Not to the family');
    await sets({ aliases: ['Grebe', 'Coot'] }, { 'aliases[1]': [refTo(capture.id)] });
    await sets({ aliases: ['Grebe', 'Coot'] }, { 'aliases[1]': [refTo(capture.id)] });
    expect(await capturesOf('aliases[0]')).toEqual([capture.id]);
  });

  it('keeps those of a whole list while any of its entries is there', async () => {
    const { store, capture, sets, capturesOf } = await held('Not to the family');
    const other = buildSourceCapture();
    await store.commit({ changes: [newRecord('sourceCapture', other)], reason: 'case-work' });
    await sets({ aliases: ['Grebe', 'Coot'] });
    await sets({ aliases: ['Coot', 'Smew'] }, { 'aliases[1]': [refTo(other.id)] });
    expect(await capturesOf('aliases')).toEqual([capture.id]);
    await sets({ aliases: ['Knot'] }, { 'aliases[0]': [refTo(other.id)] });
    expect(await capturesOf('aliases')).toEqual([]);
  });

  it('is as it was after an undo', async () => {
    const { store, capture, sets, capturesOf } = await held('Not to the family');
    const seq = await sets({ name: 'Tamsin Vaele' });
    const undo = await undoSave(store, seq);
    if (!undo.ok) throw new Error('not undone');
    await store.commit(undo.value);
    expect(await capturesOf('name')).toEqual([capture.id]);
  });

  it('leaves none on a value that had none before the save that is undone', async () => {
    const { store, capture, sets, capturesOf } = await held('Not to the family');
    const seq = await sets({ phones: ['07700 900999'] }, { 'phones[0]': [refTo(capture.id)] });
    const undo = await undoSave(store, seq);
    if (!undo.ok) throw new Error('not undone');
    await store.commit(undo.value);
    for (const path of ['phones', 'phones[0]']) expect(await capturesOf(path)).toEqual([]);
  });
});

it('changes nothing of a value without conditions', async () => {
  const { sets, capturesOf } = await held();
  await sets({ name: 'Tamsin Vaele' });
  expect(await capturesOf('name')).toEqual([]);
});
