/** The conformance suite of an exporter: the file says what the records say, and nothing in it runs when opened. */
import { describe, expect, it } from 'vitest';
import { FIELD_PATHS, type FieldPath } from '../capture/field/field-path.js';
import { gatherCodeLists } from '../codes/shipped.js';
import type { Exporter } from '../plugin/exporter.js';
import type { Importer } from '../plugin/importer.js';
import { referralValues } from '../report/referral-values.js';
import { renderTemplate } from '../report/render.js';
import type { ExportContext, RecordSet, Rendered } from '../report/rendered.js';
import { loadTemplate } from '../report/template.js';
import { caseSummary } from '../report/templates/case-summary.js';
import type { FieldValues } from '../review/field-values.js';
import { isError } from '../shared/issue.js';
import {
  buildOnlineIdentifier,
  buildReferral,
  buildReferrer,
  buildRelatedPerson,
  buildSubject,
} from './fiction/builder.js';
import { HOSTILE_TEXTS } from './fiction/hostile-text.js';
import { startsFormula } from './formula.js';
import { testHost } from './host.js';
import { expectSentences, importContext } from './importer.js';

export interface ExporterTestOptions {
  /** Reads the exporter's files back. If given, the values read back must equal the values written, to the byte. */
  readonly importer?: Importer;
  /** Fields that the format has room for, if not all: `leftOut` must name the rest. */
  readonly only?: readonly FieldPath[];
  /** The texts of a spreadsheet file's cells, as a program would show them. If given, none may start a formula. */
  readonly cells?: (bytes: Uint8Array) => readonly string[] | Promise<readonly string[]>;
  readonly context?: ExportContext;
}

/** Runs every rule of an exporter against records and a report, plain and hostile. */
export function testExporter(exporter: Exporter, options: ExporterTestOptions = {}): void {
  const context = options.context ?? {
    lists: gatherCodeLists(),
    today: testHost().clock.today(),
  };
  const inputs: readonly Input[] = [
    ['records', plainRecords()],
    ['no records', { type: 'records', marking: 'OFFICIAL', records: {} }],
    ['records that hold hostile text', hostileRecords()],
    ['a report', report(plainRecords(), context)],
    ['a report that holds hostile text', report(hostileRecords(), context)],
  ];
  const taken = inputs.filter(([, { type }]) => exporter.takes.includes(type));
  const refused = inputs.filter(([, { type }]) => !exporter.takes.includes(type));

  describe(`exporter ${exporter.id}`, () => {
    it('says what it is and what it writes', () => {
      expect(exporter.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(exporter.title).not.toBe('');
      expect(exporter.mediaType).toMatch(/^[\w.+-]+\/[\w.+-]+$/);
      expect(exporter.extension).toMatch(/^[a-z0-9]+$/);
      expect(exporter.takes.length).toBeGreaterThan(0);
    });

    it.each(taken)(
      'writes %s, the same each time, and leaves them as they were',
      async (_, input) => {
        const before = structuredClone(input);
        const bytes = await exporter.write(input, context);
        expect(bytes).toBeInstanceOf(Uint8Array);
        expect(await exporter.write(input, context)).toEqual(bytes);
        expect(input).toEqual(before);
      },
    );

    if (refused.length > 0)
      it.each(refused)('refuses %s, which it does not take', async (_, input) => {
        await expect(exporter.write(input, context)).rejects.toThrow(TypeError);
      });

    it.each(taken)(
      'says in sentences what it leaves out of %s, and changes nothing',
      (_, input) => {
        const before = structuredClone(input);
        const issues = exporter.leftOut?.(input, context) ?? [];
        expectSentences(issues);
        expect(issues.filter(isError)).toEqual([]);
        expect(exporter.leftOut?.(input, context) ?? []).toEqual(issues);
        expect(input).toEqual(before);
      },
    );

    const { importer, cells, only = FIELD_PATHS } = options;
    const kept = (values: FieldValues): FieldValues =>
      Object.fromEntries(
        only.flatMap((path) => (values[path] === undefined ? [] : [[path, values[path]]])),
      );
    if (importer)
      it.each(taken.filter(isRecords))(
        'gives back %s to the byte when read again',
        async (_, input) => {
          const bytes = await exporter.write(input, context);
          const result = await importer.read(bytes, importContext());
          expect(result.issues.filter(isError)).toEqual([]);
          expect(result.ok ? result.value.map(({ values }) => kept(values)) : []).toEqual(
            referralValues(input).map(kept),
          );
        },
      );

    if (cells)
      it.each(taken)('writes no cell of %s that starts a formula', async (_, input) => {
        const texts = await cells(await exporter.write(input, context));
        expect(texts.filter(startsFormula)).toEqual([]);
      });
  });
}

type Input = readonly [string, RecordSet | Rendered];

function isRecords(input: Input): input is readonly [string, RecordSet] {
  return input[1].type === 'records';
}

function plainRecords(): RecordSet {
  const subject = buildSubject({});
  const referrer = buildReferrer({});
  return {
    type: 'records',
    marking: 'OFFICIAL-SENSITIVE',
    records: {
      subject: [subject],
      referrer: [referrer],
      referral: [buildReferral({ subjectId: subject.id, referrerId: referrer.id })],
      onlineIdentifier: ['tAz_99', 'taz#0001'].map((asSeen) => ({
        ...buildOnlineIdentifier({ asSeen }),
        subjectId: subject.id,
      })),
      relatedPerson: [buildRelatedPerson({ subjectId: subject.id })],
    },
  };
}

/**
 * One referral for each hostile text, in every kind of field. The texts are laid over the built records: a builder
 * would trim them, as a form does, and a record that came in another way may hold them whole.
 */
function hostileRecords(): RecordSet {
  const subjects = HOSTILE_TEXTS.map((text) => ({
    ...buildSubject({}),
    name: text,
    aliases: [text, 'between', text],
    phones: [text],
  }));
  return {
    type: 'records',
    marking: 'OFFICIAL-SENSITIVE',
    records: {
      subject: subjects,
      referral: subjects.map(({ id, name }) => ({
        ...buildReferral({ subjectId: id }),
        reference: name,
        narrative: name,
      })),
      onlineIdentifier: subjects.map(({ id, name }) => ({
        ...buildOnlineIdentifier(),
        subjectId: id,
        asSeen: name,
      })),
    },
  };
}

function report({ records }: RecordSet, context: ExportContext): Rendered {
  const values = {
    subject: records.subject?.[0],
    referral: records.referral?.[0],
    onlineIdentifiers: records.onlineIdentifier,
    officer: { name: 'Rowan Adeyemi', force: '42' },
    preparedOn: context.today,
  };
  return renderTemplate(loadTemplate(caseSummary), values, {
    lists: context.lists,
    audience: 'force-system',
  });
}
