import type { StoredRecord } from '@cyber-prevent/core';
import { buildReferral, buildSubject } from '@cyber-prevent/core/testing';
import { describe, expect, it } from 'vitest';
import { matching } from './matching.js';

const held = <K extends 'subject' | 'referral'>(
  kind: K,
  value: StoredRecord<K>['value'],
): StoredRecord<K> =>
  ({ kind, id: value.id, value, heads: [], sources: {} }) as unknown as StoredRecord<K>;

const oconnell = held('subject', buildSubject({ name: 'Tamsin O’Connell-Vael', aliases: ['Taz'] }));
const zoe = held('subject', buildSubject({ name: 'Zoë Fairbarrow', aliases: [] }));
const referral = held(
  'referral',
  buildReferral({ subjectId: zoe.id, reference: 'NCCU/2026/0417', otherReferences: [] }),
);
const find = (wanted: string) =>
  matching([oconnell, zoe], [referral], wanted).map(({ value }) => value.name);

describe('finding a subject', () => {
  it('finds by any word of the name, without accents and marks', () => {
    expect(find('vael')).toEqual(['Tamsin O’Connell-Vael']);
    expect(find('zoe fair')).toEqual(['Zoë Fairbarrow']);
    expect(find('CONNELL')).toEqual(['Tamsin O’Connell-Vael']);
  });

  it('finds by words that anything but a space stands between', () => {
    const copied = held('subject', buildSubject({ name: 'Isolde\u00A0Marrack\tQuill\nVane' }));
    for (const wanted of ['marrack', 'quill', 'isolde vane', copied.value.name])
      expect(matching([copied], [], wanted)).toEqual([copied]);
  });

  it('finds by another name and by a reference', () => {
    expect(find('taz')).toEqual(['Tamsin O’Connell-Vael']);
    expect(find('nccu/2026')).toEqual(['Zoë Fairbarrow']);
  });

  it('finds nobody by the middle of a word, and everybody by nothing', () => {
    expect(find('ael')).toEqual([]);
    expect(find(' ')).toHaveLength(2);
  });
});
