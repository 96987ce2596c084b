/** Every value that goes is written and none that is withheld, whatever the template and the rules. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/shipped.js';
import type { FieldDescription } from '../record/field.js';
import { caseFile } from '../testing/case-file-under-test.js';
import { type Audiences, gatherAudiences } from './audience.js';
import { CASE_KINDS } from './case-kind.js';
import { renderTemplate, wordsToConfirm } from './render.js';
import { loadTemplate } from './template.js';

const lists = gatherCodeLists();
const rules = gatherAudiences();

/** Every path of the case kinds that a rule could name, including those inside lists. */
const PATHS = Object.entries(CASE_KINDS).flatMap(([name, { fields = [] }]) => [
  name,
  ...insideOf(name, fields),
]);

function insideOf(prefix: string, fields: readonly FieldDescription[]): readonly string[] {
  return fields.flatMap(({ name, fields: inner = [] }) => [
    `${prefix}.${name}`,
    ...insideOf(`${prefix}.${name}`, inner),
  ]);
}

it('names only paths that a case file has, and only destinations that there are', () => {
  const { audiences, otherwise, reasons } = rules;
  const named = [
    ...audiences.flatMap(({ goes, but }) => [...(goes === 'everything' ? [] : goes), ...but]),
    ...otherwise,
    ...reasons.flatMap(({ of }) => of),
  ];
  expect(named.filter((path) => !PATHS.includes(path))).toEqual([]);
  const codes = lists.get('export-destination')?.codes.map(({ code }) => code);
  expect(audiences.map(({ audience }) => audience).sort()).toEqual(codes?.toSorted());
});

/** Texts that occur nowhere else, one for each path. */
const THINGS = ['subject', 'referral', 'referrer', 'interventions', 'decisions'] as const;
const LINES = THINGS.flatMap((kind) =>
  (CASE_KINDS[kind]?.fields ?? [])
    .filter(({ input, codeList }) => (input === 'line' || input === 'narrative') && !codeList)
    .map(({ name }) => ({ kind, name, path: `${kind}.${name}` })),
);
const canaryOf = (path: string) => `canary${path.replace('.', 'x').toLowerCase()}end`;
const canaries = Object.fromEntries(
  THINGS.map((kind) => {
    const own = LINES.filter((line) => line.kind === kind);
    const value = Object.fromEntries(own.map(({ name, path }) => [name, canaryOf(path)]));
    return [kind, CASE_KINDS[kind]?.many ? [value] : value];
  }),
);
const blockOf = (lines: typeof LINES) => (shape: number) => {
  const single = lines.filter(({ kind }) => !CASE_KINDS[kind]?.many);
  const values = single.map(({ path }) => `:value[${path}]`);
  const tables = THINGS.filter((kind) => CASE_KINDS[kind]?.many).flatMap((kind) => {
    const columns = lines.filter((line) => line.kind === kind).map(({ name }) => name);
    return columns.length > 0 ? [`::table{of=${kind} columns="${columns.join(' ')}"}`] : [];
  });
  const body = [
    values.map((value) => `- Label: ${value}`).join('\n'),
    values.join('\n\n'),
    single.map(({ path }, at) => `:::when{present=${path}}\n${values[at]}\n:::`).join('\n\n'),
    values.map((value) => `Words with *${value}* inside.`).join('\n\n'),
    values.map((value) => `## About ${value}\n\nWords.`).join('\n\n'),
  ][shape];
  return [body, ...tables].join('\n\n');
};

it('writes every value that goes and none that is withheld, in any template and under any rules', () => {
  fc.assert(
    fc.property(
      fc.subarray(LINES, { minLength: 1 }),
      fc.subarray([...LINES.map(({ path }) => path), ...THINGS]),
      fc.subarray(LINES.map(({ path }) => path)),
      fc.subarray([...LINES.map(({ path }) => path), ...THINGS]),
      fc.subarray(LINES.map(({ path }) => path)),
      fc.boolean(),
      fc.nat({ max: 4 }),
      (lines, goes, but, onceConfirmed, confirmed, isEverything, shape) => {
        const template = loadTemplate({
          id: 'any',
          markdown: `---\nid: any\ntitle: Any\nmarking: OFFICIAL\nneeds: [${THINGS.join(', ')}]\n---\n\n# Any\n\n${blockOf(lines)(shape)}`,
        });
        const audiences: Audiences = {
          ...rules,
          audiences: [
            {
              audience: 'school',
              goes: isEverything ? 'everything' : goes,
              but,
              onceConfirmed,
              isToldWhatIsLeftOut: false,
            },
          ],
        };
        const values = { ...caseFile, ...canaries };
        const options = { lists, audience: 'school', audiences };
        const asked = wordsToConfirm(template, values, options);
        const made = renderTemplate(template, values, {
          ...options,
          confirmed: asked.filter(({ path }) => confirmed.includes(path)),
        });
        const waits = ({ kind, path }: (typeof LINES)[number]) =>
          onceConfirmed.includes(path) || onceConfirmed.includes(kind);
        const isOpen = ({ kind, path }: (typeof LINES)[number]) =>
          !but.includes(path) && (isEverything || goes.includes(path) || goes.includes(kind));
        const mayGo = (line: (typeof LINES)[number]) =>
          isOpen(line) && (!waits(line) || confirmed.includes(line.path));
        for (const form of [made.markdown, made.html])
          for (const line of lines)
            expect([line.path, form.includes(canaryOf(line.path))]).toEqual([
              line.path,
              mayGo(line),
            ]);
        expect(made.withheld.length > 0).toBe(lines.some((line) => !mayGo(line)));
        expect(JSON.stringify(made.withheld)).not.toContain('canary');
      },
    ),
    { numRuns: 300 },
  );
});
