/** Layouts of tables. */
import { chunks, each, esc, slug, withColon } from './markup.ts';
import type { Row } from './rows.ts';
import { type Layout, rowByRow, type Scene, sections } from './scene.ts';

const table = (attributes: string, rows: string): string =>
  `<table${attributes}><tbody>${rows}</tbody></table>`;

/** Two pairs in each row. */
function fourColumns(scene: Scene, tag: 'td' | 'th'): string {
  return sections(scene, (rows) =>
    table(
      ' class="form-table" width="100%"',
      each(
        chunks(rows, 2),
        (pair) =>
          `<tr>${each(pair, (row) => `<${tag} class="lbl">${scene.l(row)}</${tag}><td>${scene.v(row)}</td>`)}</tr>`,
      ),
    ),
  );
}

const CODES = ['PAT', 'REF', 'RSP', 'GRD'];

export const TABLES: readonly Layout[] = [
  {
    name: 'table-td-td',
    draw: (scene) =>
      sections(
        scene,
        (rows, { heading }) =>
          table(
            ' class="details" border="0"',
            `<tr><td colspan="2" class="head">${esc(heading)}</td></tr>${each(rows, (row) => `<tr><td>${scene.l(row)}</td><td>${scene.v(row)}</td></tr>`)}`,
          ),
        () => '',
      ),
  },
  {
    name: 'table-th-td',
    draw: (scene) =>
      sections(
        scene,
        (rows, { heading }) =>
          `<table class="table"><caption class="sr-only">${esc(heading)}</caption><tbody>${each(rows, (row) => `<tr><th scope="row">${scene.l(row)}</th><td>${scene.v(row)}</td></tr>`)}</tbody></table>`,
      ),
  },
  { name: 'table-four-columns-td', draw: (scene) => fourColumns(scene, 'td') },
  { name: 'table-four-columns-th', draw: (scene) => fourColumns(scene, 'th') },
  {
    name: 'table-label-colon-value-in-cell',
    draw: (scene) =>
      sections(scene, (rows) =>
        table(
          ' border="1" cellpadding="3"',
          each(
            chunks(rows, 3),
            (cells) =>
              `<tr>${each(cells, (row) => `<td>${esc(withColon(row.label))} ${scene.v(row)}</td>`)}</tr>`,
          ),
        ),
      ),
  },
  {
    name: 'table-bold-label-in-cell',
    draw: (scene) =>
      sections(scene, (rows) =>
        table(
          ' class="grid"',
          each(
            chunks(rows, 2),
            (cells) =>
              `<tr>${each(cells, (row) => `<td><b>${scene.l(row)}</b><br>${scene.v(row)}</td>`)}</tr>`,
          ),
        ),
      ),
  },
  {
    name: 'table-label-row-over-value-row',
    draw: (scene) =>
      sections(scene, (rows) =>
        each(
          chunks(rows, 4),
          (some) =>
            `<table class="band"><thead><tr>${each(some, (row) => `<th>${scene.l(row)}</th>`)}</tr></thead><tbody><tr>${each(some, (row) => `<td>${scene.v(row)}</td>`)}</tr></tbody></table>`,
        ),
      ),
  },
  {
    name: 'table-label-row-over-box-row',
    isOneLine: true,
    draw: (scene) =>
      sections(scene, (rows) =>
        table(
          ' class="editform"',
          each(
            chunks(rows, 3),
            (some) =>
              `<tr>${each(some, (row) => `<td class="fieldname">${scene.l(row)}</td>`)}</tr><tr>${each(some, (row) => `<td><input type="text" size="30" name="f${row.field.length}" value="${esc(row.value)}"></td>`)}</tr>`,
          ),
        ),
      ),
  },
  {
    name: 'table-label-above-box-below',
    isOneLine: true,
    draw: (scene) =>
      sections(scene, (rows) =>
        table(
          ' class="entry" cellspacing="0"',
          each(
            rows,
            (row) =>
              `<tr><td class="attr"><a href="#schema">${esc(row.label)}</a></td><td class="attr-note"><small>(alias, <acronym title="Shown once">once</acronym>)</small></td></tr><tr><td colspan="2"><input type="text" class="value" value="${esc(row.value)}"></td></tr>`,
          ),
        ),
      ),
  },
  {
    name: 'table-field-value-updated',
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<table class="audit"><thead><tr><th>Field</th><th>Value</th><th>Updated</th><th>By</th></tr></thead><tbody>${each(rows, (row, nth) => `<tr><td>${esc(row.label)}</td><td>${scene.v(row)}</td><td>0${1 + (nth % 9)}/06/2026 10:4${nth % 10}</td><td>${esc(scene.record.staff.caseOwner)}</td></tr>`)}</tbody></table>`,
      ),
  },
  {
    name: 'table-property-value',
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<table class="properties"><thead><tr><th>Property</th><th>Value</th></tr></thead><tbody>${each(rows, (row) => `<tr><td>${esc(row.label)}</td><td>${scene.v(row)}</td></tr>`)}</tbody></table>`,
      ),
  },
  {
    name: 'table-type-value-name',
    draw: (scene) => {
      const isContact = (row: Row): boolean => row.field === 'phone' || row.field === 'email';
      const contacts = [
        ...scene.rows.filter(isContact).map((row) => [row, scene.name] as const),
        ...scene.otherRows.filter(isContact).map((row) => [row, scene.otherName] as const),
      ];
      const rest = each(scene.groups, ({ rows, heading }) => {
        const others = rows.filter((row) => !isContact(row));
        return `<h3>${esc(heading)}</h3>${table(
          '',
          each(others, (row) => `<tr><th>${scene.l(row)}</th><td>${scene.v(row)}</td></tr>`),
        )}`;
      });
      return {
        html: `<h1>${esc(scene.name)}</h1>${rest}<h3>Contacts</h3><table class="contacts"><thead><tr><th>Type</th><th>Value</th><th>Name</th></tr></thead><tbody>${each(contacts, ([row, who]) => `<tr><td>${esc(row.label)}</td><td>${scene.v(row)}</td><td>${esc(who)}</td></tr>`)}</tbody></table>`,
        labels: scene.otherRows.filter(isContact).map(({ label, value }) => [label, value]),
        hasOther: true,
      };
    },
  },
  {
    name: 'table-number-question-answer',
    draw: (scene) => {
      let count = 0;
      return sections(
        scene,
        (rows) =>
          `<table class="questionnaire"><thead><tr><th>No.</th><th>Question</th><th>Answer</th></tr></thead><tbody>${each(
            rows,
            (row) => {
              count += 1;
              return `<tr><td>${count}</td><td>${esc(row.label)}</td><td>${scene.v(row)}</td></tr>`;
            },
          )}</tbody></table>`,
      );
    },
  },
  {
    name: 'table-code-label-value',
    draw: (scene) =>
      sections(scene, (rows, { name }) => {
        const stem = CODES[['subject', 'referral', 'referrer', 'guardian'].indexOf(name)];
        return table(
          ' class="coded"',
          each(
            rows,
            (row, nth) =>
              `<tr><td class="code">${stem}-${10 * (nth + 1)}</td><td>${scene.l(row)}</td><td>${scene.v(row)}</td></tr>`,
          ),
        );
      }),
  },
  {
    name: 'table-within-layout-table',
    draw: (scene) =>
      `<table width="100%"><tr>${each(scene.groups, ({ heading, rows }) => `<td valign="top"><table class="box"><tr><th colspan="2">${esc(heading)}</th></tr>${each(rows, (row) => `<tr><td align="right"><font size="2">${scene.l(row)}</font></td><td><font size="2">${scene.v(row)}</font></td></tr>`)}</table></td>`)}</tr></table>`,
  },
  {
    name: 'table-group-spans-rows',
    draw: (scene) =>
      table(
        ' border="1"',
        each(scene.groups, ({ heading, rows }) =>
          each(
            rows,
            (row, nth) =>
              `<tr>${nth === 0 ? `<th rowspan="${rows.length}">${esc(heading)}</th>` : ''}<td>${scene.l(row)}</td><td>${scene.v(row)}</td></tr>`,
          ),
        ),
      ),
  },
  {
    name: 'table-hint-in-label-cell',
    draw: (scene) =>
      sections(scene, (rows) =>
        table(
          '',
          each(
            rows,
            (row, nth) =>
              `<tr><td><strong>${scene.l(row)}</strong><br><small>${nth % 2 ? 'as the family give it' : 'if known'}</small></td><td>${scene.v(row)}</td></tr>`,
          ),
        ),
      ),
  },
  {
    name: 'table-read-only-boxes',
    isOneLine: true,
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<table class="one-field"><tr><td width="200">${scene.l(row)}</td><td><input readonly class="ro" value="${esc(row.value)}" tabindex="-1"></td></tr></table>`,
      ),
  },
  {
    name: 'table-data-label-cells',
    draw: (scene) => ({
      style: `.stack thead { display: none } .stack td { display: block } .stack td::before { content: attr(data-label); display: block; font-weight: bold }`,
      html: sections(
        scene,
        (rows) =>
          `<table class="stack"><thead><tr>${each(rows, (row) => `<th>${esc(row.label)}</th>`)}</tr></thead><tbody><tr>${each(rows, (row) => `<td data-label="${esc(row.label)}">${scene.v(row)}</td>`)}</tr></tbody></table>`,
      ),
    }),
  },
  {
    name: 'table-edit-column',
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<table class="summary"><tbody>${each(rows, (row) => `<tr id="row-${slug(row.label)}"><td>${scene.l(row)}</td><td>${scene.v(row)}</td><td><a href="/edit/${slug(row.label)}">Change<span class="visually-hidden"> ${esc(row.label)}</span></a></td></tr>`)}</tbody></table>`,
      ),
  },
];
