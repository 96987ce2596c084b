import { describe, expect, it } from 'vitest';
import { HANDMADE } from '../testing/instrument-under-test.js';
import { changeSince } from './change-since.js';

const { version } = HANDMADE;
const then = {
  version,
  answers: { access: 'present', forums: 'weekly', adult: 'absent', hurt: 'unknown' },
  levels: ['medium'],
};

describe('changeSince', () => {
  it('says of each item whether there is more or less of it, by its scale or its points', () => {
    const now = {
      version,
      answers: { access: 'partly', forums: 'daily', adult: 'present', hurt: 'unknown' },
      levels: ['low'],
    };
    expect(changeSince(HANDMADE, then, now)).toEqual({
      isSameVersion: true,
      level: 'lower',
      items: [
        { item: 'access', prompt: 'Access', from: 'present', to: 'partly', way: 'less' },
        { item: 'forums', prompt: 'Forums', from: 'weekly', to: 'daily', way: 'more' },
        { item: 'adult', prompt: 'An adult', from: 'absent', to: 'present', way: 'more' },
      ],
      gone: [],
    });
  });

  it('never takes becoming known for getting better, nor becoming unknown for going away', () => {
    const now = {
      version,
      answers: { ...then.answers, hurt: 'absent', access: 'unknown' },
      levels: ['medium'],
    };
    expect(changeSince(HANDMADE, then, now)).toMatchObject({
      level: 'same',
      items: [
        { item: 'access', way: 'no-longer-known' },
        { item: 'hurt', way: 'now-known' },
      ],
    });
    const asked = { ...then, answers: { ...then.answers, hurt: 'not-asked' } };
    expect(changeSince(HANDMADE, then, asked).items).toEqual([]);
  });

  it('compares no levels of two versions, none that were a range, and names items that are gone', () => {
    const old = {
      version: '1.0.0',
      answers: { access: 'present', tools: 'supplies', old: 'unknown' },
      levels: ['high'],
    };
    expect(changeSince(HANDMADE, old, then)).toMatchObject({
      isSameVersion: false,
      level: 'unclear',
      gone: ['tools'],
    });
    expect(changeSince(HANDMADE, { ...then, levels: ['low', 'medium'] }, then).level).toBe(
      'unclear',
    );
    expect(changeSince(HANDMADE, { ...then, levels: ['low'] }, then).level).toBe('higher');
  });
});
