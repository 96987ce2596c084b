/** Ways in which a record shows several people, all under the same labels. */
import { each, esc, withColon } from '../layouts/markup.ts';
import type { Row } from '../layouts/rows.ts';
import { valueMarkup } from '../layouts/scene.ts';

export interface Shown {
  /** *Subject*, *Sibling*, *Witness*. */
  readonly role: string;
  readonly name: string;
  readonly rows: readonly Row[];
}

export interface Arrangement {
  readonly name: string;
  /** True if values are in one line. */
  readonly isOneLine?: true;
  /** @param people - the subject first */
  readonly draw: (people: readonly [Shown, ...Shown[]]) => string;
}

const list = ({ rows }: Shown): string =>
  `<dl>${each(rows, (row) => `<dt>${esc(row.label)}</dt><dd>${valueMarkup(row)}</dd>`)}</dl>`;
const lines = ({ rows }: Shown): string =>
  each(rows, (row) => `<p>${esc(withColon(row.label))} ${valueMarkup(row)}</p>`);
const cells = ({ rows }: Shown): string =>
  `<table>${each(rows, (row) => `<tr><th>${esc(row.label)}</th><td>${valueMarkup(row)}</td></tr>`)}</table>`;
const divs = ({ rows }: Shown): string =>
  each(
    rows,
    (row) =>
      `<div class="line"><span class="k">${esc(row.label)}</span> <span class="w">${valueMarkup(row)}</span></div>`,
  );
const boxes = ({ rows }: Shown): string =>
  each(
    rows,
    (row) =>
      `<label>${esc(row.label)} <textarea rows="2" readonly>${esc(row.value)}</textarea></label>`,
  );
const cellAt = ({ rows }: Shown, { field }: Row): string => {
  const found = rows.find((row) => row.field === field);
  return found ? valueMarkup(found) : '';
};
/** Each field that anybody has, in the order of the form. */
const columnsOf = (people: readonly Shown[]): readonly Row[] => {
  const seen = new Map<string, Row>();
  for (const { rows } of people) for (const row of rows) seen.set(row.field, row);
  return [...seen.values()];
};

export const ARRANGEMENTS: readonly Arrangement[] = [
  {
    name: 'role-and-name-over-each',
    draw: (people) =>
      each(people, (one) => `<h2>${esc(`${one.role}: ${one.name}`)}</h2>${list(one)}`),
  },
  {
    name: 'role-over-each',
    draw: (people) => each(people, (one) => `<section><h2>${one.role}</h2>${cells(one)}</section>`),
  },
  {
    name: 'name-over-each',
    draw: ([subject, ...others]) =>
      `<h1>${esc(subject.name)}</h1>${list(subject)}${each(others, (one) => `<h2>${esc(one.name)} (${one.role.toLowerCase()})</h2>${list(one)}`)}`,
  },
  {
    name: 'subject-last',
    draw: ([subject, ...others]) =>
      `<h1>${esc(subject.name)}</h1>${each([...others, subject], (one) => `<h3>${one.role}</h3>${divs(one)}`)}`,
  },
  {
    name: 'cards',
    draw: ([subject, ...others]) =>
      `<h1>${esc(subject.name)}</h1>${each([subject, ...others], (one) => `<div class="card"><div class="card-header">${one.role}</div><div class="card-body">${divs(one)}</div></div>`)}`,
  },
  {
    name: 'lines-of-text',
    draw: (people) => each(people, (one) => `<h2>${one.role}</h2>${lines(one)}`),
  },
  {
    name: 'lines-without-headings',
    draw: ([subject, ...others]) =>
      `<h1>${esc(subject.name)}</h1>${each([subject, ...others], (one) => `<div>${lines(one)}</div><hr>`)}`,
  },
  {
    name: 'fieldsets',
    draw: ([subject, ...others]) =>
      `<h1>${esc(subject.name)}</h1><form>${each([subject, ...others], (one) => `<fieldset><legend>${one.role}</legend>${boxes(one)}</fieldset>`)}</form>`,
  },
  {
    name: 'columns',
    isOneLine: true,
    draw: (people) =>
      `<h1>${esc(people[0].name)}</h1><table><tr><th></th>${each(people, ({ role }) => `<th>${role}</th>`)}</tr>${each(columnsOf(people), (row) => `<tr><th>${esc(row.label)}</th>${each(people, (one) => `<td>${cellAt(one, row)}</td>`)}</tr>`)}</table>`,
  },
  {
    name: 'rows-with-roles',
    isOneLine: true,
    draw: (people) =>
      `<h1>${esc(people[0].name)}</h1><table><tr><th>Role</th>${each(columnsOf(people), ({ label }) => `<th>${esc(label)}</th>`)}</tr>${each(people, (one) => `<tr><td>${one.role}</td>${each(columnsOf(people), (row) => `<td>${cellAt(one, row)}</td>`)}</tr>`)}</table>`,
  },
  {
    name: 'form-and-linked-people',
    draw: ([subject, ...others]) =>
      `<h1>${esc(subject.name)}</h1><div style="display: grid; grid-template-columns: 2fr 1fr"><form>${boxes(subject)}</form><aside><h2>Linked people</h2>${each(others, (one) => `<div><h3>${esc(one.name)}</h3><p>${one.role}</p>${list(one)}</div>`)}</aside></div>`,
  },
  {
    name: 'closed-tabs',
    draw: ([subject, ...others]) =>
      `<h1>${esc(subject.name)}</h1><div role="tablist"><button role="tab" aria-selected="true">${subject.role}</button>${each(others, ({ role }) => `<button role="tab">${role}</button>`)}</div><div role="tabpanel">${list(subject)}</div>${each(others, (one) => `<div role="tabpanel" hidden>${list(one)}</div>`)}`,
  },
  {
    name: 'open-details',
    draw: ([subject, ...others]) =>
      `<h1>${esc(subject.name)}</h1>${cells(subject)}${each(others, (one) => `<details open><summary>${one.role}</summary>${cells(one)}</details>`)}`,
  },
];
