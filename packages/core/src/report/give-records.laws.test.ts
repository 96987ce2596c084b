/**
 * Nothing that its audience may not have, and nothing of anybody else, ever reaches an exporter: whatever the rules, the
 * records and the referrals chosen.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FieldDescription } from '../record/field.js';
import { fieldsOf, type RecordKind } from '../record/kind.js';
import type { RecordId } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import { buildId, buildRecord, buildSubject } from '../testing/fiction/builder.js';
import { type Audiences, gatherAudiences } from './audience.js';
import { recordsToGive } from './give-records.js';

const officer = buildId();
const KINDS = ['referral', 'referrer', 'relatedPerson', 'onlineIdentifier'] as const;
/** Kinds that no file has, handed over all the same. */
const OTHERS = ['intelligenceNote', 'safeguardingConcern', 'intervention', 'decision'] as const;
const THINGS: Readonly<Record<string, readonly string[]>> = {
  subject: ['subject'],
  referral: ['referral', 'earlierReferrals'],
  referrer: ['referrer'],
  relatedPerson: ['relatedPersons'],
  onlineIdentifier: ['onlineIdentifiers'],
};

const isText = ({ input, codeList, options, set, refersTo, name, fields }: FieldDescription) =>
  (input === 'line' || input === 'narrative') &&
  !codeList &&
  !options &&
  !set &&
  !refersTo &&
  !fields &&
  name !== 'id';
const textsOf = (kind: RecordKind) => fieldsOf(kind).filter(isText);
const canaryOf = (id: string, name: string) => `canary ${id} ${name} end`;

/** A record in which each text occurs nowhere else. */
function stored(kind: RecordKind, links: object): StoredRecord {
  const built = { ...(kind === 'subject' ? buildSubject() : buildRecord(kind)), ...links };
  const texts = textsOf(kind).map(({ name }) => {
    const text = canaryOf(built.id, name);
    return [name, Array.isArray(Reflect.get(built, name)) ? [text] : text];
  });
  const value = { ...built, ...Object.fromEntries(texts), status: 'accepted' };
  return { kind, id: value.id, value, heads: [], sources: {} } as unknown as StoredRecord;
}

interface Person {
  readonly id: RecordId;
  readonly records: readonly StoredRecord[];
  /** Earliest first. */
  readonly referrals: readonly RecordId[];
}

function personWith(referralCount: number): Person {
  const subject = stored('subject', {});
  const referrer = stored('referrer', {});
  const own = { subjectId: subject.id };
  const referrals = Array.from({ length: referralCount }, (_, at) =>
    stored('referral', { ...own, referrerId: referrer.id, receivedOn: `2026-0${at + 1}-05` }),
  );
  const others = [...KINDS.slice(2), ...OTHERS].map((kind) => stored(kind, own));
  return {
    id: subject.id,
    records: [subject, referrer, ...referrals, ...others],
    referrals: referrals.map(({ id }) => id),
  };
}

const PATHS = Object.entries(THINGS).flatMap(([kind, things]) =>
  things.flatMap((thing) => [
    thing,
    ...textsOf(kind as RecordKind).map(({ name }) => `${thing}.${name}`),
  ]),
);
const shipped = gatherAudiences();
const covers = (paths: readonly string[], path: string) =>
  paths.some((each) => each === path || path.startsWith(`${each}.`));

it('gives every text that goes to the audience, none that is withheld, and none of another', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.subarray(PATHS),
      fc.subarray(PATHS),
      fc.subarray(PATHS),
      fc.integer({ min: 1, max: 3 }),
      fc.nat({ max: 2 }),
      async (isEverything, goes, but, onceConfirmed, referralCount, at) => {
        const person = personWith(referralCount);
        const other = personWith(1);
        const chosen = person.referrals[at % referralCount] ?? person.id;
        const audiences: Audiences = {
          ...shipped,
          audiences: [
            {
              audience: 'partner',
              goes: isEverything ? 'everything' : goes,
              but,
              onceConfirmed,
              isToldWhatIsLeftOut: false,
            },
          ],
        };
        const made = await recordsToGive([...other.records, ...person.records], {
          referrals: [chosen],
          audience: 'partner',
          marking: 'OFFICIAL-SENSITIVE',
          officer,
          audiences,
        });
        const mayGo = (path: string) =>
          (isEverything || covers(goes, path)) && !covers([...but, ...onceConfirmed], path);
        const isLatest = chosen === person.referrals.at(-1);
        const thingOf = (kind: string) =>
          THINGS[kind]?.[kind === 'referral' && !isLatest ? 1 : 0] ?? 'none';
        if (!made.ok) {
          // Refused only where nothing of the referral is left.
          expect(made.issues.map(({ code }) => code)).toEqual(['nothing-for-audience']);
          const left = textsOf('referral').filter(({ name }) =>
            mayGo(`${thingOf('referral')}.${name}`),
          );
          expect(left).toEqual([]);
          return;
        }
        const { set, fields, records, withheld } = made.value;
        const text = JSON.stringify(set);
        for (const { kind, id } of person.records) {
          const isChosen = kind !== 'referral' || id === chosen;
          const isLinked = kind !== 'referrer' || text.includes(`"referrerId":"${id}"`);
          for (const { name } of textsOf(kind)) {
            const goesIn =
              isChosen && isLinked && kind in THINGS && mayGo(`${thingOf(kind)}.${name}`);
            expect([kind, name, text.includes(canaryOf(id, name))]).toEqual([kind, name, goesIn]);
            if (goesIn) {
              expect(fields).toContain(`${kind}.${name}`);
              expect(records).toContain(id);
            }
          }
        }
        for (const { id } of other.records) {
          expect(text).not.toContain(id);
          expect(records).not.toContain(id);
        }
        expect(JSON.stringify([withheld, fields])).not.toContain('canary');
      },
    ),
    { numRuns: 150 },
  );
});
