/** Layouts without a heading within the record: nothing but the labels says what and whose each value is. */
import { chunks, each, esc, withColon } from './markup.ts';
import type { Row } from './rows.ts';
import type { Layout } from './scene.ts';

/** Another person's labels would not say whose they are. */
const shows = ({ group }: Row): boolean => group === 'subject' || group === 'referral';

export const FLAT: readonly Layout[] = [
  {
    name: 'flat-td-td',
    shows,
    draw: ({ rows, l, v }) =>
      `<table>${each(rows, (row) => `<tr><td>${l(row)}</td><td>${v(row)}</td></tr>`)}</table>`,
  },
  {
    name: 'flat-dt-dd',
    shows,
    draw: ({ rows, l, v }) =>
      `<dl class="row">${each(rows, (row) => `<dt class="col-sm-3">${l(row)}</dt><dd class="col-sm-9">${v(row)}</dd>`)}</dl>`,
  },
  {
    name: 'flat-lines',
    isOneLine: true,
    shows,
    draw: ({ rows, v }) => each(rows, (row) => `<p>${esc(withColon(row.label))} ${v(row)}</p>`),
  },
  {
    name: 'flat-blocks-in-two-columns',
    shows,
    draw: ({ rows, l, v }) =>
      `<div style="display: flex; gap: 40px">${each(chunks(rows, Math.ceil(rows.length / 2)), (half) => `<div>${each(half, (row) => `<div class="kv"><div class="k">${l(row)}</div><div class="val">${v(row)}</div></div>`)}</div>`)}</div>`,
  },
  {
    name: 'flat-tiles-in-one-row-of-cells',
    shows,
    draw: ({ rows, l, v }) =>
      `<table class="facts">${each(chunks(rows, 4), (some) => `<tr>${each(some, (row) => `<td><div class="fact-name">${l(row)}</div><div class="fact-value">${v(row)}</div></td>`)}</tr>`)}</table>`,
  },
  {
    name: 'flat-two-columns-of-texts',
    shows,
    isOneLine: true,
    draw: ({ rows, l, v }) =>
      `<div style="display: grid; grid-template-columns: 260px 1fr"><div>${each(rows, (row) => `<div style="height: 48px; overflow: hidden">${l(row)}</div>`)}</div><div>${each(rows, (row) => `<div style="height: 48px">${v(row)}</div>`)}</div></div>`,
  },
];
