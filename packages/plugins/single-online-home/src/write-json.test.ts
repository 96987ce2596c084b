import {
  FIELD_PATHS,
  type FieldPath,
  type RecordSet,
  referralValues,
} from '@cyber-prevent/core/plugin';
import {
  buildIntervention,
  buildOnlineIdentifier,
  buildReferral,
  buildReferrer,
  buildRelatedPerson,
  buildSubject,
  importContext,
} from '@cyber-prevent/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exporterOf,
  singleOnlineHomeExporter,
  singleOnlineHomeImporter,
  WRITABLE_PATHS,
} from './index.js';

const context = importContext();

function setOf(
  subject: Parameters<typeof buildSubject>[0] = {},
  referral: Parameters<typeof buildReferral>[0] = {},
  related: Parameters<typeof buildRelatedPerson>[0] = {},
): RecordSet {
  const about = buildSubject(subject);
  const referrer = buildReferrer();
  return {
    type: 'records',
    marking: 'OFFICIAL-SENSITIVE',
    records: {
      subject: [about],
      referrer: [referrer],
      referral: [buildReferral({ subjectId: about.id, referrerId: referrer.id, ...referral })],
      relatedPerson: [buildRelatedPerson({ subjectId: about.id, ...related })],
      onlineIdentifier: [{ ...buildOnlineIdentifier(), subjectId: about.id }],
    },
  };
}

async function textOf(set: RecordSet, paths: readonly FieldPath[] = WRITABLE_PATHS) {
  return new TextDecoder().decode(await exporterOf(paths).write(set, context));
}
async function subjectOf(set: RecordSet) {
  const { included } = JSON.parse(await textOf(set));
  return included.find(({ id }: { id: string }) => id === 'person-1');
}
const codesOf = (set: RecordSet, paths: readonly FieldPath[] = WRITABLE_PATHS) =>
  exporterOf(paths)
    .leftOut(set, context)
    .map(({ code }) => code);

describe('what is approved', () => {
  const all = setOf(
    {
      aliases: ['token-alias'],
      sexRecorded: 'Female',
      communicationNeeds: 'token needs',
      givenNames: 'Rowan',
      familyName: 'Vael',
    },
    { otherReferences: ['token-9'], statedRisk: 'token risk' },
  );

  it('stands in the file, and nothing else does: what stays behind is named', async () => {
    const [values] = referralValues(all);
    await fc.assert(
      fc.asyncProperty(fc.subarray([...WRITABLE_PATHS]), async (approved) => {
        const text = await textOf(all, approved);
        const may = new Set<FieldPath>(approved);
        const left = exporterOf(approved).leftOut(all, context);
        for (const path of FIELD_PATHS) {
          if (may.has(path)) continue;
          // A text that another approved field contains too may of course be in it.
          const said = (values?.[path] ?? []).filter(
            (each) => !approved.some((other) => values?.[other]?.some((one) => one.includes(each))),
          );
          for (const each of said)
            expect(text.includes(JSON.stringify(each)), `${path}: ${each}`).toBe(false);
        }
        const notApproved = left.filter(({ code }) => code === 'field-not-approved');
        const refused = WRITABLE_PATHS.filter((path) => !may.has(path) && values?.[path]);
        expect(notApproved.length).toBeLessThanOrEqual(refused.length);
        if (!may.has('referral.narrative'))
          expect(notApproved.some(({ message }) => message.startsWith('Narrative'))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is by default nothing that a review would leave', async () => {
    const text = new TextDecoder().decode(await singleOnlineHomeExporter.write(all, context));
    expect(text).toContain('"surname": "Vael"');
    for (const absent of [
      'token needs',
      'token risk',
      'Marisol',
      'booking page',
      'Unauthorised',
      '2026-11-02',
    ])
      expect(text).not.toContain(absent);
  });
});

describe('the file', () => {
  it('holds no id of a record, by which two files about one child could be joined', async () => {
    const set = setOf();
    const text = await textOf(set);
    for (const { id } of Object.values(set.records).flat()) expect(text).not.toContain(id);
  });

  it('never calls the person referred a suspect, and says that its word is not the model’s', async () => {
    const set = setOf();
    expect(await textOf(set)).not.toMatch(/suspect/i);
    expect(codesOf(set)).toContain('word-of-our-own');
  });

  it('is one document of one referral, and a list of more', async () => {
    const [one, two] = [setOf(), setOf()];
    expect(JSON.parse(await textOf(one))).toMatchObject({ data: { type: 'incident' } });
    const both: RecordSet = {
      ...one,
      records: {
        subject: [...(one.records.subject ?? []), ...(two.records.subject ?? [])],
        referral: [...(one.records.referral ?? []), ...(two.records.referral ?? [])],
      },
    };
    const list: unknown = JSON.parse(await textOf(both));
    expect(list).toHaveLength(2);
  });

  it('splits no name: what is on record whole stands whole', async () => {
    const set = setOf({ name: 'Rowan Vael' });
    expect((await subjectOf(set)).attributes).toMatchObject({
      givenName: ['Rowan Vael'],
      surnameUnknown: true,
    });
    expect(codesOf(set)).toContain('name-not-parted');
    const parted = setOf({ name: 'Rowan Vael', givenNames: 'Rowan', familyName: 'Vael' });
    expect((await subjectOf(parted)).attributes).toMatchObject({
      givenName: ['Rowan'],
      surname: 'Vael',
    });
  });

  it('cuts nothing: a long name stands word by word, a text that does not fit is left out whole and named', async () => {
    const long = 'Maria del Carmen de los Dolores Vael y Quill';
    const named = setOf({ name: long });
    const read = await singleOnlineHomeImporter.read(
      new TextEncoder().encode(await textOf(named)),
      context,
    );
    expect(read.ok && read.value[0]?.values['subject.name']).toEqual([long]);
    const word = setOf({ name: 'x'.repeat(36) });
    expect(await textOf(word)).not.toContain('xxx');
    expect(codesOf(word)).toContain('value-does-not-fit');
  });

  it('puts a narrative that is too long for the incident into the submission', async () => {
    const narrative = 'n'.repeat(4_001);
    const { data, included } = JSON.parse(await textOf(setOf({}, { narrative })));
    expect(data.attributes).not.toHaveProperty('incidentDescription');
    const submission = included.find(({ type }: { type: string }) => type === 'submission');
    expect(submission.attributes.submissionContent).toBe(narrative);
  });
});

describe('what stays behind is named', () => {
  it.each<[string, RecordSet, string]>([
    ['a second alias', setOf({ aliases: ['a', 'b'] }), 'several-do-not-fit'],
    [
      'an older address',
      setOf({ addresses: [1, 2].map((n) => ({ lines: `${n} Row`, notedOn: '2026-11-24' })) }),
      'older-not-written',
    ],
    [
      'a sex for which there is no code',
      setOf({ sexRecorded: 'As told' }),
      'code-not-of-the-model',
    ],
    [
      'a whole name that says more than its parts',
      setOf({ name: 'Dr Rowan Vael', givenNames: 'Rowan', familyName: 'Vael' }),
      'name-differs',
    ],
    [
      'that two days are written as a range',
      setOf({}, { incidentDates: ['2026-11-02', '2026-11-09'] }),
      'days-as-range',
    ],
    [
      'a relationship for which there is no word',
      setOf({}, {}, { relationship: 'Best mate' }),
      'relationship-not-named',
    ],
    ['what the model has no field for', setOf(), 'field-without-room'],
  ])('%s', (_, set, code) => {
    expect(codesOf(set)).toContain(code);
  });

  it('records of other kinds, and people of no referral', () => {
    const set = setOf();
    const more: RecordSet = {
      ...set,
      records: {
        ...set.records,
        subject: [...(set.records.subject ?? []), buildSubject()],
        intervention: [buildIntervention()],
      },
    };
    const left = singleOnlineHomeExporter.leftOut(more, context);
    expect(left.filter(({ code }) => code === 'record-not-written').map(({ at }) => at)).toEqual([
      'subject',
      'intervention',
    ]);
  });

  it('related people, where nothing of the person to whom they are related goes out', async () => {
    const paths: readonly FieldPath[] = ['relatedPersons[].name', 'referral.reference'];
    expect(await textOf(setOf(), paths)).not.toContain('Marisol');
    expect(
      exporterOf(paths)
        .leftOut(setOf(), context)
        .some(({ message }) => message.startsWith('Related people')),
    ).toBe(true);
  });

  it('says so of a report, which it does not take', () => {
    const report = { type: 'rendered' } as Parameters<typeof singleOnlineHomeExporter.leftOut>[0];
    expect(() => singleOnlineHomeExporter.leftOut(report, context)).toThrow(TypeError);
  });
});
