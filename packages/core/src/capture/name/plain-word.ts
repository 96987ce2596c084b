/** Words of forms and records, which are in no name of a person. */
import { labelWords } from '../field/fold-label.js';
import { FACT_LABELS } from '../field/label-dictionary.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { isParticle } from '../field/name-shape.js';

const NOT_NAMES = new Set<string>([
  ...dictionary.composite.organisation,
  ...dictionary.composite.role,
  ...dictionary.headingNoise,
  ...[
    'referral',
    'record',
    'case',
    'new',
    'edit',
    'list',
    'notes',
    'history',
    'summary',
    'choices',
    ...['act', 'advice', 'computer', 'concern', 'concerns', 'confidential', 'crime', 'cyber'],
    ...['hacking', 'help', 'incident', 'information', 'meeting', 'misuse', 'network', 'online'],
    ...['prevent', 'private', 'pupil', 'pupils', 'query', 'question', 'report', 'request'],
    ...['security', 'student', 'students', 'support', 'update', 'urgent', 'visit', 'year'],
  ],
]);

/** True if a word is one of forms and records, and of nobody's name. */
export function hasPlainWord(name: string): boolean {
  return labelWords(name)
    .split(' ')
    .some((word) => NOT_NAMES.has(word) || (FACT_LABELS.has(word) && !isParticle(word)));
}
