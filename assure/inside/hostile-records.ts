/** Records about one subject with each string in every place that takes text. */
import { plainLine } from '../../packages/core/src/shared/plain-line.js';
import {
  buildRecord,
  buildSource,
  newRecord,
} from '../../packages/core/src/testing/fiction/builder.js';

const AT_ONCE = 100;

/** @returns one commit after the other */
export function recordsOf(name: string, strings: readonly string[]) {
  const subjectId = crypto.randomUUID();
  const line = (text: string): string =>
    plainLine(text).trim().slice(0, 400).trim() || 'Nothing that shows';
  const subject = buildRecord('subject', { id: subjectId, name, aliases: strings.map(line) });
  const commits: unknown[] = [{ changes: [newRecord('subject', subject)], reason: 'case-work' }];
  for (let from = 0; from < strings.length; from += AT_ONCE)
    commits.push({
      changes: strings.slice(from, from + AT_ONCE).flatMap((text) => [
        newRecord('subject', buildRecord('subject', { id: crypto.randomUUID(), name: line(text) })),
        newRecord(
          'intelligenceNote',
          buildRecord('intelligenceNote', { id: crypto.randomUUID(), subjectId, text }),
        ),
        {
          ...newRecord(
            'onlineIdentifier',
            buildRecord('onlineIdentifier', {
              id: crypto.randomUUID(),
              subjectId,
              asSeen: line(text),
            }),
          ),
          sources: { asSeen: [buildSource({ label: text, owner: [text], verbatim: text })] },
        },
        newRecord(
          'intervention',
          buildRecord('intervention', { id: crypto.randomUUID(), subjectId, note: text }),
        ),
      ]),
      reason: 'case-work',
      // The keeper takes nothing from a page of which it is not known what was read.
      read: [{ subject: subjectId, values: [] }],
    });
  return commits;
}
