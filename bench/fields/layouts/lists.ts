/** Layouts of lists, paragraphs and lines. */
import { chunks, each, esc, withColon } from './markup.ts';
import type { Row } from './rows.ts';
import { type Layout, rowByRow, type Scene, sections } from './scene.ts';

const colon = (row: Row): string => esc(withColon(row.label));

/** Monospaced text, whose first line begins after the element's own line break. */
const pre = (lines: readonly string[]): string => `<pre>\n${esc(lines.join('\n'))}\n</pre>`;

/** The lines of a value, each after the first under its own beginning. */
function hanging(label: string, row: Row, width: number, fill: string): readonly string[] {
  const indent = ' '.repeat(width + 1);
  return row.value
    .split('\n')
    .map((line, nth) => (nth === 0 ? `${label.padEnd(width, fill)} ${line}` : indent + line));
}

function widest(rows: readonly Row[]): number {
  return Math.max(...rows.map(({ label }) => label.length)) + 3;
}

function inPre(scene: Scene, draw: (rows: readonly Row[]) => readonly string[]): string {
  return pre(
    scene.groups.flatMap(({ heading, rows }) => [
      heading.toUpperCase(),
      '='.repeat(heading.length),
      ...draw(rows),
      '',
    ]),
  );
}

export const LISTS: readonly Layout[] = [
  {
    name: 'dl-dt-dd',
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<dl>${each(rows, (row) => `<dt>${scene.l(row)}</dt><dd>${scene.v(row)}</dd>`)}</dl>`,
      ),
  },
  {
    name: 'dl-in-divs',
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<dl class="summary-list">${each(rows, (row) => `<div class="summary-list__row"><dt class="summary-list__key">${scene.l(row)}</dt><dd class="summary-list__value"><p>${scene.v(row)}</p></dd><dd class="summary-list__actions"><a href="#edit">Change<span class="visually-hidden"> ${esc(row.label)}</span></a></dd></div>`)}</dl>`,
      ),
  },
  {
    name: 'dl-several-dd',
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<dl class="bare">${each(rows, (row) => `<dt>${scene.l(row)}</dt>${row.items.length > 1 ? each(row.items, (item) => `<dd>${esc(item)}</dd>`) : `<dd>${scene.v(row)}</dd>`}`)}</dl>`,
      ),
  },
  {
    name: 'li-label-colon-value',
    draw: (scene) =>
      sections(
        scene,
        (rows) => `<ul>${each(rows, (row) => `<li>${colon(row)} ${scene.v(row)}</li>`)}</ul>`,
      ),
  },
  {
    name: 'li-bold-label',
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<ul class="list-unstyled">${each(rows, (row) => `<li><strong>${scene.l(row)}</strong> ${scene.v(row)}</li>`)}</ul>`,
      ),
  },
  {
    name: 'li-value-strong',
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<ul data-role="listview">${each(rows, (row) => `<li class="ui-li">${colon(row)} <strong>${scene.v(row)}</strong></li>`)}</ul>`,
      ),
  },
  {
    name: 'nested-lists',
    draw: (scene) =>
      `<ul class="tree">${each(scene.groups, ({ heading, rows }) => `<li>${esc(heading)}<ul>${each(rows, (row) => `<li>${scene.l(row)}<ul><li>${scene.v(row)}</li></ul></li>`)}</ul></li>`)}</ul>`,
  },
  {
    name: 'p-label-colon-value',
    draw: (scene) => rowByRow(scene, (row) => `<p>${colon(row)} ${scene.v(row)}</p>`),
  },
  {
    name: 'p-bold-label',
    draw: (scene) => rowByRow(scene, (row) => `<p><b>${colon(row)}</b>&nbsp;${scene.v(row)}</p>`),
  },
  {
    name: 'p-bold-label-above',
    draw: (scene) =>
      rowByRow(scene, (row) => `<p><strong>${scene.l(row)}</strong><br>${scene.v(row)}</p>`),
  },
  {
    name: 'lines-parted-by-br',
    isOneLine: true,
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<div class="note">${each(rows, (row) => `${colon(row)} ${scene.v(row)}<br>`)}</div>`,
      ),
  },
  {
    name: 'inline-paragraph',
    isOneLine: true,
    draw: (scene) =>
      sections(scene, (rows) =>
        each(
          chunks(rows, 4),
          (some) =>
            `<p class="line">${some.map((row) => `<b>${colon(row)}</b> ${scene.v(row)}`).join(' &nbsp; ')}</p>`,
        ),
      ),
  },
  {
    name: 'small-headings-over-texts',
    draw: (scene) => rowByRow(scene, (row) => `<h4>${scene.l(row)}</h4><p>${scene.v(row)}</p>`),
  },
  {
    name: 'dot-leaders-in-pre',
    draw: (scene) =>
      inPre(scene, (rows) =>
        rows.flatMap((row) => hanging(`${row.label} `, row, widest(rows), '.')),
      ),
  },
  {
    name: 'dot-leaders-by-style',
    draw: (scene) => ({
      style:
        '.lead { display: flex } .lead .dots { flex: 1; border-bottom: 1px dotted; margin: 0 6px }',
      html: rowByRow(
        scene,
        (row) =>
          `<div class="lead"><span>${esc(row.label)}</span><span class="dots"></span><span>${scene.v(row)}</span></div>`,
      ),
    }),
  },
  {
    name: 'pre-label-colon-value',
    draw: (scene) =>
      inPre(scene, (rows) =>
        rows.flatMap((row) => hanging(withColon(row.label), row, widest(rows), ' ')),
      ),
  },
  {
    name: 'print-out-two-pairs-a-line',
    isOneLine: true,
    draw: (scene) =>
      inPre(scene, (rows) => {
        const short = rows.filter(({ value }) => value.length <= 34);
        const long = rows.filter((row) => !short.includes(row));
        const cell = (row: Row): string => `${withColon(row.label)} ${row.value}`;
        const width = Math.max(40, ...short.map((row) => cell(row).length + 4));
        return [
          ...chunks(short, 2).map((pair) =>
            pair
              .map((row) => cell(row).padEnd(width))
              .join('')
              .trimEnd(),
          ),
          ...long.map(cell),
        ];
      }),
  },
  {
    name: 'pre-wrap-lines',
    isOneLine: true,
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<div class="note-text" style="white-space: pre-wrap">${rows.map((row) => `${colon(row)} ${scene.v(row)}`).join('\n')}</div>`,
      ),
  },
  {
    name: 'wiki-bullets',
    isOneLine: true,
    draw: (scene) =>
      `<div class="wiki-content">${sections(
        scene,
        (rows) =>
          `<ul>${each(rows, (row) => `<li><p><strong>${esc(row.label)}</strong>: ${scene.v(row)}</p></li>`)}</ul>`,
        (text) =>
          `<h2 id="${scene.id('Section')}"><span class="mw-headline">${text}</span><a class="edit-section" href="#">[edit]</a></h2>`,
      )}</div>`,
  },
];
