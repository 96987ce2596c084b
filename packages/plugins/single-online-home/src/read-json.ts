/** Imports referrals: a submission's file as described by the public model. Each person reported opens a draft. */
import { failed, type Importer, passed } from '@cyber-prevent/core/plugin';
import { readDocument } from './document.js';
import { readReport } from './read-report.js';

export const singleOnlineHomeImporter: Importer & { readonly id: 'single-online-home' } = {
  id: 'single-online-home',
  title: 'Single Online Home (JSON)',
  mediaTypes: ['application/json', 'application/vnd.api+json'],
  extensions: ['json'],
  async read(bytes) {
    const reports = readDocument(bytes);
    if (!reports.ok) return reports;
    const read = reports.value.map(readReport);
    const broken = read.flatMap((each) => ('code' in each ? [each] : []));
    const referrals = read.flatMap((each) => ('code' in each ? [] : each));
    const issues = [...reports.issues, ...broken];
    // A file of which nothing was read is refused, rather than shown as one about nobody.
    return referrals.length === 0 && broken.length > 0
      ? failed(...issues)
      : passed(referrals, issues);
  },
};
