/** Layouts of grids: rows and cells by role, by index and by place. */
import { each, esc } from './markup.ts';
import type { Row } from './rows.ts';
import { type Layout, otherLabels, type Scene, sections } from './scene.ts';

const PERSONAL = 5;

/** The first facts of each person, for a grid with a person in each row; and what is left of the record. */
function byPerson({ rows, otherRows }: Scene): {
  readonly heads: readonly Row[];
  readonly others: readonly Row[];
  readonly rest: readonly Row[];
} {
  const isBrief = ({ group, kind, value }: Row): boolean =>
    group === 'subject' && kind !== 'prose' && !value.includes('\n');
  const heads = rows.filter(isBrief).slice(0, PERSONAL);
  const others = heads.flatMap(({ field }) => otherRows.filter((row) => row.field === field));
  return { heads, others, rest: rows.filter((row) => !heads.includes(row)) };
}

/** Under its headings, since a label may be the same for several people. */
function restBelow({ groups, l, v }: Scene, rest: readonly Row[]): string {
  return each(groups, ({ heading, rows }) => {
    const own = rows.filter((row) => rest.includes(row));
    if (own.length === 0) return '';
    return `<h2>${esc(heading)}</h2><table class="table">${each(own, (row) => `<tr><th>${l(row)}</th><td>${v(row)}</td></tr>`)}</table>`;
  });
}

const cellOf = (rows: readonly Row[], { field }: Row): Row | undefined =>
  rows.find((row) => row.field === field);

/** Labels of the other person that are on the page under the same heads. */
function labelsOf(others: readonly Row[]): readonly (readonly [string, string])[] {
  return others.map(({ label, value }) => [label, value]);
}

export const GRIDS: readonly Layout[] = [
  {
    name: 'grid-role-name-value',
    isOneLine: true,
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<div role="grid" class="rt"><div role="rowgroup"><div role="row" style="display: flex"><div role="columnheader" style="width: 260px">Attribute</div><div role="columnheader">Value</div></div></div><div role="rowgroup">${each(rows, (row) => `<div role="row" style="display: flex"><div role="gridcell" style="width: 260px">${esc(row.label)}</div><div role="gridcell">${scene.v(row)}</div></div>`)}</div></div>`,
      ),
  },
  {
    name: 'table-role-row-header',
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<div role="table">${each(rows, (row) => `<div role="row" style="display: flex"><span role="rowheader" style="width: 260px">${scene.l(row)}</span><span role="cell">${scene.v(row)}</span></div>`)}</div>`,
      ),
  },
  {
    name: 'grid-virtual-by-place',
    isOneLine: true,
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<div class="viewport" style="position: relative; height: ${rows.length * 34}px; width: 900px">${each(rows, (row, nth) => `<div class="v-cell" style="position: absolute; left: 0; width: 300px; top: ${nth * 34}px; height: 32px; overflow: hidden">${esc(row.label)}</div><div class="v-cell" style="position: absolute; left: 310px; top: ${nth * 34}px; height: 32px; white-space: nowrap">${scene.v(row)}</div>`)}</div>`,
      ),
  },
  {
    name: 'grid-virtual-columns-apart',
    isOneLine: true,
    draw: (scene) =>
      sections(scene, (rows) => {
        const column = (left: number, cells: string): string =>
          `<div class="col" style="position: absolute; left: ${left}px; top: 0">${cells}</div>`;
        const cell = (nth: number, text: string): string =>
          `<div role="gridcell" aria-rowindex="${nth + 1}" style="height: 32px; white-space: nowrap">${text}</div>`;
        return `<div role="grid" style="position: relative; height: ${rows.length * 32}px">${column(
          0,
          each(rows, (row, nth) => cell(nth, esc(row.label))),
        )}${column(
          330,
          each(rows, (row, nth) => cell(nth, scene.v(row))),
        )}</div>`;
      }),
  },
  {
    name: 'grid-split-header-people',
    isOneLine: true,
    draw: (scene) => {
      const { heads, others, rest } = byPerson(scene);
      const [pinned = [], centre = []] = [heads.slice(0, 1), heads.slice(1)];
      const people = [
        { who: 'Subject', rows: heads },
        { who: 'Associate', rows: others },
      ];
      const head = (row: Row, nth: number): string =>
        `<div class="ag-header-cell" role="columnheader" col-id="c${nth}" style="position: absolute; left: ${nth * 230}px; width: 220px; height: 32px"><div class="ag-header-cell-label"><span class="ag-header-cell-text">${esc(row.label)}</span></div></div>`;
      const line = (columns: readonly Row[], from: number): string =>
        each(
          people,
          ({ who, rows }, at) =>
            `<div role="row" row-index="${at}" class="ag-row" style="position: absolute; top: ${at * 42}px; height: 42px; width: 100%">${each(
              columns,
              (column, nth) => {
                const cell = cellOf(rows, column);
                return `<div role="gridcell" col-id="c${nth + from}" class="ag-cell" style="position: absolute; left: ${nth * 230}px; width: 220px; white-space: nowrap">${cell ? scene.v(cell) : ''}</div>`;
              },
            )}${from === 0 ? '' : `<div role="gridcell" col-id="role" class="ag-cell" style="position: absolute; left: ${columns.length * 230}px; width: 120px">${who}</div>`}</div>`,
        );
      const box = (left: number, width: number, height: number, inner: string): string =>
        `<div style="position: absolute; left: ${left}px; width: ${width}px; height: ${height}px">${inner}</div>`;
      const wide = (centre.length + 1) * 230;
      return {
        html: `<h1>${esc(scene.name)}</h1><div class="ag-root" role="treegrid"><div class="ag-header" style="position: relative; height: 40px">${box(0, 230, 32, each(pinned, head))}${box(230, wide, 32, `${each(centre, head)}<div class="ag-header-cell" role="columnheader" col-id="role" style="position: absolute; left: ${centre.length * 230}px"><span class="ag-header-cell-text">Role</span></div>`)}</div><div class="ag-body" style="position: relative; height: 100px">${box(0, 230, 90, line(pinned, 0))}${box(230, wide, 90, line(centre, 1))}</div></div>${restBelow(scene, rest)}`,
        labels: labelsOf(others),
        hasOther: true,
      };
    },
  },
  {
    name: 'table-of-people',
    isOneLine: true,
    draw: (scene) => {
      const { heads, others, rest } = byPerson(scene);
      const line = (who: string, rows: readonly Row[]): string =>
        `<tr><td>${who}</td>${each(heads, (head) => {
          const cell = cellOf(rows, head);
          return `<td>${cell ? scene.v(cell) : ''}</td>`;
        })}</tr>`;
      return {
        html: `<h1>${esc(scene.name)}</h1><h2>People</h2><table class="list"><thead><tr><th>Role</th>${each(heads, (row) => `<th>${esc(row.label)}</th>`)}</tr></thead><tbody>${line('Subject', heads)}${line('Sibling', others)}</tbody></table>${restBelow(scene, rest)}`,
        labels: labelsOf(others),
        hasOther: true,
      };
    },
  },
  {
    name: 'matrix-of-two-people',
    isOneLine: true,
    draw: (scene) => {
      const own = scene.rows.filter(({ group }) => group === 'subject');
      const rest = scene.rows.filter(({ group }) => group !== 'subject');
      return {
        html: `<h1>${esc(scene.name)}</h1><table class="compare"><thead><tr><th></th><th>Subject</th><th>Sibling</th></tr></thead><tbody>${each(
          own,
          (row) => {
            const other = cellOf(scene.otherRows, row);
            return `<tr><th scope="row">${scene.l(row)}</th><td>${scene.v(row)}</td><td>${other ? scene.v(other) : ''}</td></tr>`;
          },
        )}</tbody></table>${restBelow(scene, rest)}`,
        labels: labelsOf(scene.otherRows.filter((row) => cellOf(own, row) !== undefined)),
        hasOther: true,
      };
    },
  },
  {
    name: 'matrix-of-blocks',
    isOneLine: true,
    draw: (scene) => {
      const own = scene.rows.filter(({ group }) => group === 'subject');
      const rest = scene.rows.filter(({ group }) => group !== 'subject');
      return {
        style: '.mx { display: grid; grid-template-columns: 220px 1fr 1fr; gap: 6px }',
        html: `<h1>${esc(scene.name)}</h1><div class="mx"><div></div><div><strong>Young person</strong></div><div><strong>Brother or sister</strong></div>${each(
          own,
          (row) => {
            const other = cellOf(scene.otherRows, row);
            return `<div>${scene.l(row)}</div><div>${scene.v(row)}</div><div>${other ? scene.v(other) : ''}</div>`;
          },
        )}</div>${restBelow(scene, rest)}`,
        labels: labelsOf(scene.otherRows.filter((row) => cellOf(own, row) !== undefined)),
        hasOther: true,
      };
    },
  },
  {
    name: 'people-in-cards',
    draw: (scene) => {
      const card = (heading: string, rows: readonly Row[]): string =>
        `<div class="card"><div class="card-header"><h3>${esc(heading)}</h3></div><div class="card-body">${each(rows, (row) => `<div class="line"><span class="k">${scene.l(row)}</span> <span class="w">${scene.v(row)}</span></div>`)}</div></div>`;
      const [first, ...others] = scene.groups;
      return {
        html: `<h1>${esc(scene.name)}</h1>${first ? card(first.heading, first.rows) : ''}${card('Linked child', scene.otherRows)}${each(others, ({ heading, rows }) => card(heading, rows))}`,
        labels: otherLabels(scene),
        hasOther: true,
      };
    },
  },
];
