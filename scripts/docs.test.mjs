/**
 * Checks the documents against the code: everything they name exists, and everything the code can report is explained.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { rolloutFiles } from './edition/rollout-files.mjs';

const read = (path) => readFileSync(path, 'utf8');
const slashes = (path) => path.replaceAll('\\', '/');
const IGNORED = read('.gitignore')
  .split('\n')
  .filter((line) => line.endsWith('/'));
const isIgnored = (path) => IGNORED.some((name) => `/${path}/`.includes(`/${name}`));

const DOCUMENTS = globSync([
  '{README,CONTRIBUTING,SECURITY}.md',
  'docs/**/*.md',
  '{packages,packages/plugins,examples}/*/README.md',
])
  .map(slashes)
  .filter((path) => !isIgnored(path) && !path.includes('node_modules'))
  .sort();

const prose = (text) => text.replace(/^(```|~~~~?).*?^\1/gms, '');
const spansOf = (text) => [...prose(text).matchAll(/`([^`\n]+)`/g)].map(([, span]) => span);
/** Text in code marks or in a block of code. */
const codeOf = (text) =>
  [...spansOf(text), ...[...text.matchAll(/^```.*?\n(.*?)^```/gms)].map(([, block]) => block)].join(
    '\n',
  );
const FILE = /^[\w.@*{},-]+(\/[\w.@*{},-]+)*\/([\w.*{},-]+\.[a-z]{2,5})?$/;

/** Paths in code marks: with a slash, and an extension or a slash at the end. A media type is no path. */
function pathsIn(text) {
  return spansOf(text).filter(
    (span) => FILE.test(span) && !/^(@|\.\/|application\/)/.test(span) && !isIgnored(span),
  );
}

/** Links to files, without their anchors. */
function linksIn(text) {
  return [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target.split('#')[0])
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));
}

const isThere = (path) => (/[*{]/.test(path) ? globSync(path).length > 0 : existsSync(path));

describe('a document', () => {
  it.each(DOCUMENTS)('names only files that exist: %s', (document) => {
    const text = read(document);
    const folder = dirname(document);
    const missing = [
      ...pathsIn(text).filter((path) => !isThere(path) && !isThere(join(folder, path))),
      ...linksIn(text).filter((target) => {
        const path = posix.join(folder, target);
        return !existsSync(path) && !isIgnored(path);
      }),
    ];
    expect(missing).toEqual([]);
  });

  it('names only commands of this workspace', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const others = new Set(['changeset', 'exec', 'install', 'pack']);
    const wrong = DOCUMENTS.flatMap((document) =>
      [...codeOf(read(document)).matchAll(/\bpnpm (?:run )?([a-z][\w:-]*)/g)]
        .map(([, name]) => name)
        .filter((name) => !(name in scripts) && !others.has(name))
        .map((name) => `${document}: pnpm ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('for officers uses the words that stand on the screen', () => {
    const words = globSync([
      'packages/extension/src/locales/en/*.ts',
      'packages/core/src/record/*.ts',
      'packages/core/src/codes/data/*.json',
      'packages/core/src/casework/act/due.ts',
      'packages/extension/src/entrypoints/background.ts',
    ])
      .map(read)
      .join('\n');
    const guides = ['docs/officers.md', ...globSync('docs/officers/*.md')].map(read).join('\n');
    const said = [...guides.matchAll(/\*\*(.+?)\*\*/gs)].map(([, phrase]) =>
      phrase.replace(/\s+/g, ' '),
    );
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter((phrase) => !words.includes(phrase))).toEqual([]);
  });

  it('never calls the programme by the name of the counter-terrorism duty', () => {
    const bare = DOCUMENTS.flatMap((document) =>
      [...read(document).matchAll(/.*(?<!cyber |cyber-|`|Cyber )\bPrevent\b(?!Error).*/g)]
        .map(([line]) => line)
        .filter((line) => !/counter-terrorism/.test(line))
        .map((line) => `${document}: ${line.trim()}`),
    );
    expect(bare).toEqual([]);
  });
});

/** Blocks of code in a language; those between tildes are fragments and do not run by themselves. */
const blocksOf = (path, language) =>
  [...read(path).matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
    ([, block]) => block,
  );

/** Runs TypeScript against the core's source, like a package next to the plugins; gives its output. */
async function runWithCore(contents, resolveDir = 'packages/plugins/practice-rms') {
  const { outputFiles } = await build({
    stdin: { contents, loader: 'ts', resolveDir },
    bundle: true,
    format: 'esm',
    platform: 'node',
    // One of the core's own dependencies is a CommonJS package.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    conditions: ['@cyber-prevent/source'],
    write: false,
    logLevel: 'silent',
  });
  const { stdout, stderr } = spawnSync('node', ['--input-type=module'], {
    input: outputFiles[0].text,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout;
}

describe('a guide', () => {
  it('for developers is one program, which makes a case summary', async () => {
    const printed = await runWithCore(blocksOf('docs/embed.md', 'ts').join('\n'));
    expect(printed).toContain("[ '2009-03-14' ]");
    expect(printed).toContain('# Case summary');
    expect(printed).toContain('Kit Wraxhollow');
    expect(printed).toContain('NCCU/2026/0425');
  });

  it('for plugin authors has an adapter that reads its page, as a file and in TypeScript', async () => {
    const guide = 'docs/plugins/adapter.md';
    const [html] = blocksOf(guide, 'html');
    const [expected, file] = blocksOf(guide, 'json');
    const [source] = blocksOf(guide, 'ts');
    const { url, fields } = JSON.parse(expected);
    for (const adapter of [`const register = ${file};`, source]) {
      const { issues, anchors, id, read } = await readWith(adapter, 'register', html, url);
      expect({ issues, anchors, id }).toEqual({
        issues: [],
        anchors: { found: 3, of: 3 },
        id: 'my-system/register',
      });
      expect(read).toEqual(fields);
    }
  });

  it('to the contract has an example of every part, which reads its page', async () => {
    const guide = 'docs/plugins/contract.md';
    const [html] = blocksOf(guide, 'html');
    const [file, fields] = blocksOf(guide, 'json');
    const url = 'https://concern.example.org/case/view?id=7&tab=1';
    expect(read(guide)).toContain(url);
    const result = await readWith(`const example = ${file};`, 'example', html, url);
    expect(result).toEqual({
      issues: [],
      anchors: { found: 3, of: 3 },
      id: 'young-concern/concern',
      url: 'https://concern.example.org/case/view?id=7',
      read: JSON.parse(fields),
    });
    const said = new Set([...file.matchAll(/"([$a-z]\w*)":/gi)].map(([, key]) => key));
    const schema = JSON.parse(read('packages/core/adapter.schema.json'));
    const known = ['id', 'title', 'version', 'owner', ...Object.keys(schema.properties)];
    expect(known.filter((key) => !said.has(key))).toEqual([]);
  });

  it('to the contract has a form, and what is typed into it', async () => {
    const guide = 'docs/plugins/contract.md';
    const [, form] = blocksOf(guide, 'html');
    const [file, , typed] = blocksOf(guide, 'json');
    const printed = await runWithCore(`
      import { caseHandling, gatherCodeLists, readPage } from '@cyber-prevent/core';
      import { fillValues, nameForm, planFill } from '@cyber-prevent/core/fill';
      import { snapshotOfHtml } from '@cyber-prevent/core/page/html';
      import { buildIntervention, buildSubject } from '@cyber-prevent/core/testing';
      const url = 'https://concern.example.org/case/contact?id=7&tab=2';
      const page = snapshotOfHtml(${JSON.stringify(form)}, { url });
      const named = nameForm(page, readPage(page), { kind: 'intervention', adapters: [${file}] });
      const subject = buildSubject({ name: 'Kit Wraxhollow' });
      const intervention = buildIntervention({
        kind: 'home-visit', heldOn: '2026-11-20', minutes: 45, note: 'Talked about port scanning.',
      });
      const values = fillValues('intervention', { subject, intervention }, gatherCodeLists(), {
        handling: caseHandling([]), today: '2026-11-24',
      });
      const rows = planFill(named, values, [], [], true).rows.filter(({ start }) => start === 'type');
      console.log(JSON.stringify(Object.fromEntries(rows.map(({ id, text }) => [id, text]))));
    `);
    expect(JSON.parse(printed)).toEqual(JSON.parse(typed));
  });

  it('of the plugin for Single Online Home is one program, which reads a file and writes one', async () => {
    const home = 'packages/plugins/single-online-home';
    const printed = await runWithCore(blocksOf(`${home}/README.md`, 'ts').join('\n'), home);
    expect(printed).toContain(
      'known person reported: surname at included[0].attributes.surname: Wraxhollow (take)',
    );
    expect(printed).toContain('included[0]: “shoeSize” was not read: not known here');
    expect(printed).toMatch(/^\[\]$/m);
  });

  it('to testing shows the test that runs in the template', () => {
    const [shown] = blocksOf('docs/plugins/testing.md', 'ts');
    expect(read('examples/plugin-template/src/referral.test.ts')).toBe(shown);
  });

  it('to teaching points at values, and writes a file that is proved', async () => {
    const [html] = blocksOf('docs/plugins/adapter.md', 'html');
    const taught = blocksOf('docs/plugins/adapter.md', 'ts').at(-1);
    const printed = await runWithCore(`
      const html = ${JSON.stringify(html)};
      ${taught}
      import { checkAdapterFile, proveFile } from '@cyber-prevent/core/teach';
      const checked = checkAdapterFile(file);
      console.log(proveFile(checked.value).isProved, /wraxhollow|2009|0042/i.test(file));`);
    expect(printed).toContain('{ fields: 3, of: 3 }');
    expect(printed).toMatch(/true false\n$/);
  });

  it('to sharing has a plugin that plugs in, and a policy that switches its adapter off', async () => {
    const [register] = blocksOf('docs/plugins/adapter.md', 'ts');
    const [plugin] = blocksOf('docs/plugins/sharing.md', 'ts');
    const policy = blocksOf('docs/plugins/sharing.md', 'json')[0];
    const printed = await runWithCore(`
      ${register}
      ${plugin}
      import { adaptersInUse } from '@cyber-prevent/core';
      const { adaptersOff } = ${policy};
      const next = { ...register, version: '1.1.0' };
      console.log(adaptersInUse([toolkit.adapters], adaptersOff).length, adaptersInUse([[next]], adaptersOff).length);`);
    expect(printed).toBe('Enquiry register\n0 1\n');
  });
});

/** The reading of a page with an adapter of the documents, by the core's own steps. */
async function readWith(source, name, html, url) {
  const printed = await runWithCore(`
    ${source}
    import { checkAdapter, draftValues, FIELD_PATHS, openDraft, readPage } from '@cyber-prevent/core';
    import { snapshotOfHtml } from '@cyber-prevent/core/page/html';
    const snapshot = snapshotOfHtml(${JSON.stringify(html)}, { url: ${JSON.stringify(url)} });
    const clock = { now: () => '2026-11-30T10:00:00.000Z', today: () => '2026-11-30' };
    const host = { clock, random: { id: () => '' } };
    const draft = openDraft({ reading: readPage(snapshot), snapshot, adapters: [${name}], way: 'saved-page', host });
    const values = FIELD_PATHS.map((path) => [path, draftValues(draft, path)]);
    const [{ adapter, anchors, url }] = draft.origins;
    console.log(JSON.stringify({
      issues: checkAdapter(JSON.stringify(${name})).issues,
      id: adapter?.id,
      anchors,
      url,
      read: Object.fromEntries(values.filter(([, found]) => found.length > 0)),
    }));`);
  return JSON.parse(printed);
}

/** First column of every table on the page, in code marks. */
function codesListed(path) {
  return [...read(path).matchAll(/^\| `([^`]+)`/gm)].map(([, code]) => code).sort();
}

describe('the reference', () => {
  it('explains every error code of the core, and no other', () => {
    const [, list] = /PREVENT_ERROR_CODES = \[(.*?)\]/s.exec(
      read('packages/core/src/shared/errors.ts'),
    );
    const thrown = [...list.matchAll(/'(CP_\w+)'/g)].map(([, code]) => code);
    expect(codesListed('docs/reference/errors.md')).toEqual(thrown.sort());
  });

  it('explains every issue code of the core and the plugins, and no other', () => {
    expect(codesListed('docs/reference/issues.md')).toEqual(issueCodes());
  });

  it('explains every notice of the extension’s store, and no other', () => {
    expect(codesListed('docs/reference/notices.md')).toEqual(noticeCodes());
  });

  it('is made anew whenever a record kind or a code list changes', () => {
    const { status, stderr } = spawnSync('node', ['scripts/docs.mjs', '--check'], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('shows every code list with its status', () => {
    const page = read('docs/reference/code-lists.md');
    const lists = globSync('packages/core/src/codes/data/*.json').map((path) =>
      JSON.parse(read(path)),
    );
    expect(lists.length).toBeGreaterThan(20);
    for (const { id, title, status } of lists)
      expect(page).toContain(`| [\`${id}\`](#${id}) | ${title} | \`${status}\` |`);
  });

  it('shows every kind of record', () => {
    const [, table] = /RECORD_SCHEMAS = \{(.*?)\}/s.exec(read('packages/core/src/record/kind.ts'));
    const kinds = [...table.matchAll(/^ {2}(\w+):/gm)].map(([, kind]) => kind);
    const shown = [...read('docs/reference/records.md').matchAll(/^## (\w+)$/gm)].map(
      ([, kind]) => kind,
    );
    expect(shown).toEqual(kinds);
  });
});

/** The forms in which the code writes the code of an issue. */
const ISSUE_FORMS = [
  /\bcode: '([a-z\d-]+)'/g,
  /\bcode = '([a-z\d-]+)'/g,
  /\bissueOf\(\s*'([a-z\d-]+)'/g,
  /\byield \[\s*'([a-z\d-]+)'/g,
  /\brefused\(\s*'([a-z\d-]+)'/g,
  /\[\s*'([a-z\d-]+)',\s*[`'][A-Z]/g,
  /\bcode: [^\n]* \? '([a-z\d-]+)' : '([a-z\d-]+)'/g,
];

/**
 * Codes from all files that give notices, and warnings from those with the desk's messages: the other messages there
 * answer a request.
 */
function noticeCodes() {
  const paths = globSync('packages/extension/src/{storage,keeper}/**/*.ts').map(slashes);
  const sources = paths.filter((path) => !/\.test\.ts$|-under-test\.ts$/.test(path)).map(read);
  const tellers = sources.filter((text) => text.includes('onNotice'));
  const apart = paths.filter((path) => path.endsWith('-issue.ts')).map(read);
  return [
    ...tellers.flatMap((text) => [...text.matchAll(/\bcode: '([\w-]+)'/g)]),
    ...apart.flatMap((text) => [...text.matchAll(/\bcode: '([\w-]+)',[^;]*?severity: 'warning'/g)]),
  ]
    .map(([, code]) => code)
    .filter((code, at, all) => all.indexOf(code) === at)
    .sort();
}

function issueCodes() {
  const sources = globSync(['packages/core/src/**/*.ts', 'packages/plugins/*/src/**/*.ts'])
    .map(slashes)
    .filter((path) => !/\.test(-d)?\.ts$|\/testing\/|node_modules/.test(path));
  const texts = sources.map(read);
  const codes = new Set(
    texts
      .flatMap((text) => ISSUE_FORMS.flatMap((form) => [...text.matchAll(form)]))
      .flatMap(([, ...found]) => found.filter(Boolean)),
  );
  // A code shared by several places is a named constant.
  const all = texts.join('\n');
  for (const [, name] of all.matchAll(/\bcode: ([A-Z_]+),/g)) {
    const [, code] = new RegExp(`\\bconst ${name} = '([a-z\\d-]+)'`).exec(all) ?? [];
    if (code) codes.add(code);
  }
  const [, faults] = /const FAULTS = \{(.*?)\}/s.exec(read('packages/core/src/store/log/chain.ts'));
  for (const [, fault] of faults.matchAll(/^ {2}(\w+):/gm)) codes.add(`chain-${fault}`);
  const [, refusals] = /const RECEIVE_FAULTS = \{(.*?)\}/s.exec(
    read('packages/core/src/store/log/trouble.ts'),
  );
  for (const [, fault] of refusals.matchAll(/^ {2}'?([\w-]+)'?:/gm)) codes.add(`receive-${fault}`);
  const [, boxes] = /const BOX_ISSUES = \{(.*?)\n\}/s.exec(
    read('packages/core/src/fill/box-issue.ts'),
  );
  for (const [, code] of boxes.matchAll(/^ {2}'([\w-]+)':/gm)) codes.add(code);
  return [...codes].sort();
}

describe('a decision', () => {
  const files = globSync('docs/decisions/[0-9]*.md')
    .map((path) => basename(path))
    .sort();
  const index = read('docs/decisions/README.md');

  it('stands in the list under its number and title, and nothing else stands there', () => {
    const listed = [...index.matchAll(/^\| \[(\d{4})\]\(([^)]+)\) \| (.+) \|$/gm)].map(
      ([, number, file, title]) => `${file}: ${number} ${title}`,
    );
    const titles = files.map((file) => {
      const [heading] = read(join('docs/decisions', file)).split('\n');
      return `${file}: ${heading.replace(/^# /, '')}`;
    });
    expect(listed).toEqual(titles);
  });

  it.each(files)('is half a page under its own number: %s', (file) => {
    const text = read(join('docs/decisions', file));
    expect(text.startsWith(`# ${file.slice(0, 4)} `)).toBe(true);
    expect(text.split('\n').length).toBeLessThan(40);
  });
});

describe('the guide to an edition', () => {
  const guide = read('docs/deploy/README.md');

  it('shows the file of the example, which is made in every run', () => {
    const [, block = ''] = /^```json\n(.*?)^```/ms.exec(guide) ?? [];
    expect(JSON.parse(block)).toEqual(JSON.parse(read('examples/edition/edition.json')));
  });

  it('explains every member of the file', () => {
    for (const member of Object.keys(JSON.parse(read('examples/edition/edition.json'))))
      expect(guide, member).toMatch(new RegExp(`^\\| \`${member}\` \\|`, 'm'));
  });

  it('names every file that an edition rolls out', () => {
    const files = rolloutFiles({ name: '', id: '', firefoxId: '', hostedAt: '', policy: {} });
    for (const name of files.keys()) expect(guide, name).toContain(`\`${name}\``);
  });
});
