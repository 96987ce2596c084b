/**
 * The reference tables that are made from the core itself: record kinds, field paths and code lists. `pnpm docs` writes
 * them, and a test compares the committed files with them. Code lists are read directly as JSON; the rest is bundled
 * from source.
 */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { jsonSchemaOf } from './json-schema.mjs';

const CORE = 'packages/core/src';
const STATUSES = {
  found: 'read in a public source',
  secondary: 'read in a third party’s quotation',
  recalled: 'general knowledge, unchecked',
  proposed: 'designed for this toolkit',
};

/** Dated data of the core, by folder: its title, and the files. */
const DATA = [
  ['Code lists', `${CORE}/codes/data/*.json`],
  ['Instruments', `${CORE}/risk/data/*.json`],
  [
    'Other dated data',
    `${CORE}/{page/tree/secret-name,capture/{draft/host-class,field/label-{dictionary,forms,vocabulary,weights}},match/data/*,casework/data/*}.json`,
  ],
];

/** Every generated page: its path, and its content. */
export async function referencePages() {
  return new Map([
    ['docs/reference/records.md', await recordsPage()],
    ['docs/reference/fields.md', await fieldsPage()],
    ['docs/reference/code-lists.md', codeListsPage()],
    ['docs/reference/shipped-instruments.md', instrumentsPage()],
    ['packages/core/adapter.schema.json', await adapterSchemaFile()],
    ['packages/core/adapter-file.schema.json', await adapterFileSchemaFile()],
    ['packages/core/instrument.schema.json', await instrumentSchemaFile()],
  ]);
}

/** The contract of an adapter file as JSON Schema, for editors and other tools. */
async function adapterSchemaFile() {
  const { AdapterSchema } = await load('capture/adapter/adapter-schema.ts');
  return schemaFile(AdapterSchema, 'Adapter');
}

/** The same for the file in which an adapter travels with the pages that prove it. */
async function adapterFileSchemaFile() {
  const { AdapterFileSchema } = await load('capture/proof/proof-file-schema.ts');
  return schemaFile(AdapterFileSchema, 'Adapter file');
}

/** The contract of an instrument file. */
async function instrumentSchemaFile() {
  const { InstrumentSchema } = await load('risk/instrument-schema.ts');
  return schemaFile(InstrumentSchema, 'Instrument');
}

async function schemaFile(schema, title) {
  const { FIELDS } = await load('capture/field/field-path.ts');
  const labels = Object.fromEntries(
    Object.entries(FIELDS).map(([path, { label }]) => [path, label]),
  );
  const written = jsonSchemaOf(schema, { title, labels });
  return `${withShortLists(JSON.stringify(written, undefined, 2))}\n`;
}

/** Formats lists of words as the formatter of this workspace does: on one line if they fit. */
function withShortLists(json) {
  const list = /^(.*)\[\n\s+("[^"\n]*"(?:,\n\s+"[^"\n]*")*)\n\s+\](,?)$/gm;
  return json.replace(list, (all, before, items, after) => {
    const line = `${before}[${items.replace(/\n\s+/g, ' ')}]${after}`;
    return line.length <= 100 ? line : all;
  });
}

/** Every code list that ships. */
function codeLists() {
  return jsonOf(DATA[0][1]).map(({ content }) => content);
}

function codeListsPage() {
  const lists = jsonOf(DATA[0][1]);
  const others = DATA.slice(1).flatMap(([, pattern]) => jsonOf(pattern));
  return page(
    'Code lists',
    'Each list is dated data with a status. None of them is *official*. In the extension a region, a force or the national',
    'unit puts its own in the place of one by a [definition pack](../plugins/packs.md), as [Definitions](definitions.md#code-list)',
    'says; a tool that embeds the core hands its own to `gatherCodeLists`. Records keep the words of their day.',
    '',
    ...Object.entries(STATUSES).map(([status, means]) => `- \`${status}\`: ${means}`),
    '',
    '## The lists',
    '',
    ...table(
      ['id', 'title', 'status', 'checked', 'codes'],
      lists.map(({ content: { id, title, status, checkedOn, codes } }) => [
        `[\`${id}\`](#${id})`,
        title,
        `\`${status}\``,
        checkedOn,
        codes.length,
      ]),
    ),
    ...lists.flatMap(({ path, content: { id, title, status, source, codes } }) => [
      '',
      `## ${id}`,
      '',
      `${title}. \`${status}\`. ${source}. In \`${path}\`.`,
      '',
      ...table(
        ['code', 'label', 'hint', 'in force'],
        codes.map(({ code, label, hint = '', from, to }) => [
          `\`${code}\``,
          label,
          hint,
          from || to ? `${from ?? '…'} to ${to ?? '…'}` : '',
        ]),
      ),
    ]),
    '',
    '## Other data with a status',
    '',
    ...table(
      ['file', 'status', 'source'],
      others.map(({ path, content: { status, source } }) => [
        `\`${path}\``,
        `\`${status}\``,
        source,
      ]),
    ),
  );
}

/** Every shipped instrument, with the source of each item and the reason of each rule. */
function instrumentsPage() {
  const instruments = jsonOf(DATA[1][1]);
  return page(
    'Instruments that ship',
    'Each is data with a status. None of them is *validated*, and none is *official*: see [how instruments are written](instruments.md).',
    'An item’s status says how its source is known, in the words of the [code lists](code-lists.md).',
    ...instruments.flatMap(({ path, content: { id, title, version, status, source, ...rest } }) => [
      '',
      `## ${id}`,
      '',
      `${title}, version ${version}. \`${status}\`. ${source.replace(/\.$/, '')}. In \`${path}\`.`,
      '',
      ...table(
        ['item', 'asks', 'bears as', 'source', 'status'],
        rest.items.map((item) => [
          `\`${item.id}\``,
          item.prompt,
          item.bears,
          item.source,
          item.status ? `\`${item.status}\`` : '',
        ]),
      ),
      ...rulesOf(rest),
    ]),
  );
}

function rulesOf({ bands, rules = [], minimum = [] }) {
  const label = (id) => bands.find((band) => band.id === id)?.label ?? id;
  if (bands.length === 0) return ['', 'It gives no level.'];
  return [
    '',
    `Levels: ${bands.map((band) => band.label).join(', ')}.`,
    ...(rules.length + minimum.length > 0 ? [''] : []),
    ...minimum.map(
      ({ answered, items, reason }) =>
        `- At least ${answered} of ${items?.length ?? 'all'} items answered, before a level is given: ${reason.text}`,
    ),
    ...rules.map(
      ({ id, atLeast, atMost, reason }) =>
        `- \`${id}\`: ${atLeast ? `at least ${label(atLeast)}` : `at most ${label(atMost)}`}. ${reason.text} (${reason.kind})`,
    ),
  ];
}

async function recordsPage() {
  const { RECORD_KINDS, RECORD_LABELS, fieldsOf } = await load('record/index.ts');
  const status = new Map(codeLists().map((list) => [list.id, list.status]));
  const drawsFrom = (id) => `[\`${id}\`](code-lists.md#${id}) (\`${status.get(id)}\`)`;
  return page(
    'Records',
    'Every kind of record and its fields, as `fieldsOf(kind)` of the core describes them. Forms, tables, checks, exports and',
    'redaction are made from the same description. A field that draws from a code list shows the list’s status.',
    ...RECORD_KINDS.flatMap((kind) => [
      '',
      `## ${kind}`,
      '',
      `${RECORD_LABELS[kind].many}.`,
      '',
      ...table(
        ['field', 'label', 'input', 'required', 'sensitivity', 'draws from'],
        rowsOf(fieldsOf(kind)).map(({ path, field }) => [
          `\`${path}\``,
          field.label,
          field.set === 'by-toolkit' ? 'set by the toolkit' : field.input,
          field.required ? 'yes' : '',
          field.sensitivity === 'none' ? '' : field.sensitivity,
          field.codeList
            ? drawsFrom(field.codeList)
            : (field.options ?? []).map((option) => `\`${option}\``).join(', '),
        ]),
      ),
    ]),
  );
}

async function fieldsPage() {
  const { FIELDS } = await load('capture/field/field-path.ts');
  const starts = {
    take: 'take',
    leave: 'leave',
    'take-if-professional': 'take, when the referrer acts in a professional role',
  };
  return page(
    'Field paths',
    'What a value on a page can be: the paths that an adapter, an importer or an officer may give it. The reader turns the text into',
    'a value. Whatever was not on screen, stood in running text or could not be read starts as *leave*.',
    '',
    ...table(
      ['path', 'label', 'reader', 'sensitivity', 'starts as'],
      Object.entries(FIELDS).map(([path, { label, read, sensitivity, starts: first }]) => [
        `\`${path}\``,
        label,
        `\`${read}\``,
        sensitivity === 'none' ? '' : sensitivity,
        starts[first],
      ]),
    ),
  );
}

/** A field, then the fields inside it, by path. */
function rowsOf(fields, before = '') {
  return fields.flatMap((field) => {
    const path = before + field.name;
    return [{ path, field }, ...rowsOf(field.fields ?? [], `${path}.`)];
  });
}

/** Bundled first: plain Node resolves neither `./x.js` to `x.ts` nor the export condition. */
async function load(file) {
  const bundled = await build({
    entryPoints: [resolve(CORE, file)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    write: false,
    logLevel: 'silent',
  });
  const [{ text }] = bundled.outputFiles;
  return import(`data:text/javascript,${encodeURIComponent(text)}`);
}

function jsonOf(pattern) {
  return globSync(pattern)
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, content: JSON.parse(readFileSync(join(path), 'utf8')) }));
}

function table(head, rows) {
  const line = (cells) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function page(title, ...lines) {
  return `${[`# ${title}`, '', 'Made by `pnpm docs`. Change the core, not this page.', '', ...lines].join('\n')}\n`;
}
