/** A force's own plugin: an adapter for its case system, and an importer for the sheets of its front counter. */
import { defineAdapter, definePlugin, failed, passed } from '@cyber-prevent/core/plugin';

const record = defineAdapter({
  id: 'wendingshire-cases/record',
  title: 'Wendingshire cases',
  version: '1.0.0',
  owner: 'Wendingshire Police',
  engine: '>=0.0.1',
  match: {
    hosts: ['cases.wendingshire.example'],
    paths: ['/records/*'],
    anchors: [{ heading: 'Case record' }, { label: 'Case number' }, { label: 'Young person' }],
  },
  screens: [
    {
      fields: {
        'referral.reference': [{ label: 'Case number' }],
        'referral.narrative': [{ label: 'Circumstances' }],
        'subject.name': [{ label: 'Young person' }],
      },
    },
  ],
  fixtures: [],
});

/** The labels of a sheet, each at the beginning of a line. */
const FIELDS = new Map([
  ['Case number', 'referral.reference'],
  ['Circumstances', 'referral.narrative'],
  ['Young person', 'subject.name'],
]);

const sheet = {
  id: 'wendingshire-sheet',
  title: 'Wendingshire intake sheet',
  mediaTypes: ['text/plain'],
  extensions: ['sheet'],
  async read(bytes) {
    const values = {};
    for (const line of new TextDecoder().decode(bytes).split(/\r?\n/)) {
      const [label, ...rest] = line.split(': ');
      const path = FIELDS.get(label);
      if (path && rest.length > 0) values[path] = [rest.join(': ')];
    }
    if (Object.keys(values).length > 0) return passed([{ values, at: 'the sheet', issues: [] }]);
    return failed({
      code: 'sheet-empty',
      severity: 'error',
      message:
        'None of the labels of an intake sheet is in this file. Check that it is the right one',
    });
  },
};

export const wendingshireCases = definePlugin({
  name: '@wendingshire/cyber-prevent-plugin-cases',
  version: '1.0.0',
  adapters: [record],
  importers: [sheet],
});
