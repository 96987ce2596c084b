import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FIELD_NAMES, OWN_LABEL_SETS, readLabelSets } from './label-set.ts';

const folder = mkdtempSync(join(tmpdir(), 'label-sets-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(json: unknown): ReturnType<typeof readLabelSets> {
  const file = join(folder, 'sets.json');
  writeFileSync(file, JSON.stringify(json));
  return readLabelSets(file);
}

describe('label sets', () => {
  it('name a field as a truth file does, or by its path', () => {
    const [set] = read({
      tribunal: {
        dob: 'Born on',
        'subject.phones[]': 'Rings on',
        'subject.onlineIdentifiers[0].asSeen': 'Online as',
        'heading.subject': 'The child',
        'subject.shoeSize': 'Shoes',
        risk: '',
      },
    });
    expect(set).toEqual({
      name: 'tribunal',
      labels: { dob: 'Born on', phone: 'Rings on', handles: 'Online as' },
      headings: { subject: 'The child' },
    });
  });

  it('are refused when the file holds something else', () => {
    expect(() => read(['Name'])).toThrow('not an object of label sets');
    expect(() => read({ police: ['Name'] })).toThrow('not an object of label sets');
  });

  it('of the bench name almost every field, and the subject and their birth in each', () => {
    for (const { name, labels } of readLabelSets(OWN_LABEL_SETS)) {
      const missing = FIELD_NAMES.filter((field) => labels[field] === undefined);
      expect(missing.length, name).toBeLessThanOrEqual(2);
      expect(labels.subjectName ?? labels.subjectSurname, name).toBeDefined();
      expect(labels.dob, name).toBeDefined();
    }
  });
});
