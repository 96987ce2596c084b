import { fieldsOf, isRecordKind, type RecordKind } from '@cyber-prevent/core';
import { describe, expect, it } from 'vitest';
import type { ActName } from '../../app/route.js';
import type { Act } from '../act/act.js';
import { submitWords } from '../act/submit-words.js';
import { ACT_NAMES, actByName } from './acts.js';

function rowOf(name: ActName): Act<RecordKind> {
  const act = actByName(name);
  if (!act) throw new Error(`No act ${name}`);
  return act;
}

describe('an act', () => {
  it.each(ACT_NAMES)('asks only for fields of its kind: %s', (name) => {
    const { kind, only, from } = rowOf(name);
    expect(isRecordKind(kind)).toBe(true);
    const fields = new Map((from ?? fieldsOf(kind)).map((field) => [field.name, field]));
    expect(only.length).toBeGreaterThan(0);
    expect(new Set(only).size).toBe(only.length);
    for (const asked of only) {
      expect([...fields.keys()]).toContain(asked);
      expect(['id', 'subjectId']).not.toContain(asked);
      expect(fields.get(asked)?.set).toBeUndefined();
    }
  });

  it('that is offered about a person says what its button saves, and for whom', () => {
    const words = ACT_NAMES.flatMap((name) => {
      const act = rowOf(name);
      return act.aboutPerson ? [submitWords(act, 'Ada Vael')] : [];
    });
    expect(words).toContain('Save the tier for Ada Vael');
    expect(words).toContain('Add to Ada Vael’s people');
    for (const each of words) expect(each).toMatch(/^(Save|Add|Log) .*Ada Vael/);
  });

  it('has a title that no other act of its kind has', () => {
    const titles = ACT_NAMES.flatMap((name) => {
      const { kind, title, changeTitle } = rowOf(name);
      return [title, ...(changeTitle ? [changeTitle] : [])].map((each) => `${kind}: ${each}`);
    });
    expect(new Set(titles).size).toBe(titles.length);
  });
});
