/** Valid records of every kind, with a unique word in each place that takes free text. */
import type { RecordId } from '../../packages/core/src/shared/primitives.js';
import {
  buildRecord,
  buildSource,
  newRecord,
} from '../../packages/core/src/testing/fiction/builder.js';
import { browserHost } from '../../packages/extension/src/keeper/host.js';

export interface PlantedChange {
  readonly kind: string;
  readonly record: string;
  readonly parents: readonly string[];
  readonly set: unknown;
  readonly sources?: unknown;
}

const newId = () => crypto.randomUUID() as RecordId;

/**
 * One record of each kind about one subject, as a single commit would keep them.
 *
 * @param word - gives a new word each time
 * @param isHeld - whether there is a hold among them, which forbids disposal
 */
export function plantedRecords(word: () => string, isHeld = true): readonly PlantedChange[] {
  const subjectId = newId();
  const subject = buildRecord('subject', {
    id: subjectId,
    name: word(),
    aliases: [word(), word(), word()],
    addresses: [{ lines: `${word()}\n${word()}`, postcode: 'ZZ99 3WZ', notedOn: '2026-11-24' }],
    schools: [{ name: word(), notedOn: '2026-11-24' }],
    emails: [`${word()}@example.org`],
    communicationNeeds: word(),
    processingConditions: [
      {
        what: 'subject.communicationNeeds',
        regime: 'part3',
        condition: 'part3-safeguarding',
        whyNecessary: word(),
        decidedOn: '2026-11-24',
      },
    ],
  });
  const about = { subjectId };
  const [referrerId, capture] = [newId(), newId()];
  const changes = [
    {
      ...newRecord('subject', subject),
      sources: {
        name: [buildSource({ capture, label: word(), owner: [word()], verbatim: word() })],
      },
    },
    newRecord(
      'relatedPerson',
      buildRecord('relatedPerson', { ...about, id: newId(), name: word(), relationship: word() }),
    ),
    newRecord(
      'referral',
      buildRecord('referral', {
        ...about,
        id: newId(),
        referrerId,
        // Decided: an undecided one keeps the case open, and an open case is not disposed of.
        status: 'declined',
        reference: word(),
        otherReferences: [word()],
        suspectedOffences: [word()],
        lawMentioned: [word()],
        narrative: `${word()} said that ${word()}`,
      }),
    ),
    newRecord(
      'referrer',
      buildRecord('referrer', { id: referrerId, name: word(), organisation: word(), role: word() }),
    ),
    newRecord(
      'onlineIdentifier',
      buildRecord('onlineIdentifier', { ...about, id: newId(), asSeen: word() }),
    ),
    newRecord(
      'sourceCapture',
      buildRecord('sourceCapture', {
        id: capture,
        system: word(),
        title: word(),
        url: `https://records.example.org/${word()}`,
      }),
    ),
    newRecord('intervention', buildRecord('intervention', { ...about, id: newId(), note: word() })),
    newRecord('decision', buildRecord('decision', { ...about, id: newId(), reason: word() })),
    newRecord(
      'intelligenceNote',
      buildRecord('intelligenceNote', { ...about, id: newId(), text: word() }),
    ),
    ...(isHeld
      ? [newRecord('hold', buildRecord('hold', { ...about, id: newId(), note: word() }))]
      : []),
    newRecord(
      'safeguardingConcern',
      // Closed: an open one prevents disposal.
      buildRecord('safeguardingConcern', {
        ...about,
        id: newId(),
        what: word(),
        told: ['emergency-services'],
        closedOn: browserHost().clock.today(),
        closedWhy: word(),
      }),
    ),
  ];
  return changes as readonly PlantedChange[];
}
