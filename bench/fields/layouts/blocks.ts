/** Layouts of blocks without a table or a list. */
import { chunks, each, esc, slug, withColon } from './markup.ts';
import type { Row } from './rows.ts';
import { type Layout, rowByRow, sections } from './scene.ts';

const ICON =
  '<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6"></circle></svg>';

export const BLOCKS: readonly Layout[] = [
  {
    name: 'class-rows',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<div class="field-row" id="${scene.id('cf')}"><div class="field-label">${scene.l(row)}</div><div class="field-value">${scene.v(row)}</div></div>`,
      ),
  },
  {
    name: 'utility-class-rows',
    draw: (scene) => ({
      style:
        '.g { display: grid; grid-template-columns: 1fr 2fr; gap: 16px } .px-4 { padding: 0 16px } .t { font-size: 14px }',
      html: sections(
        scene,
        (rows) =>
          `<div class="mt-6 border-t">${each(rows, (row) => `<div class="px-4 py-6 g sm:px-0"><div class="t leading-6">${scene.l(row)}</div><div class="mt-1 t leading-6 sm:mt-0">${scene.v(row)}</div></div>`)}</div>`,
        (text) => `<div class="text-base leading-7">${text}</div>`,
      ),
    }),
  },
  {
    name: 'css-grid-without-classes',
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<div style="display: grid; grid-template-columns: 260px 1fr; row-gap: 8px">${each(rows, (row) => `<div>${scene.l(row)}</div><div>${scene.v(row)}</div>`)}</div>`,
      ),
  },
  {
    name: 'css-grid-of-spans',
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<div style="display: grid; grid-template-columns: auto 1fr auto 1fr; gap: 8px">${each(rows, (row) => `<span>${scene.l(row)}</span><span>${scene.v(row)}</span>`)}</div>`,
      ),
  },
  {
    name: 'cards-label-above',
    draw: (scene) => ({
      style:
        '.deck { display: flex; flex-wrap: wrap; gap: 12px } .deck > div { border: 1px solid #ccc; padding: 8px; width: 240px } .cap { color: #666; font-size: 13px }',
      html: sections(
        scene,
        (rows) =>
          `<div class="deck">${each(rows, (row) => `<div><div class="cap">${scene.l(row)}</div><div>${scene.v(row)}</div></div>`)}</div>`,
      ),
    }),
  },
  {
    name: 'tiles-value-above',
    draw: (scene) => ({
      style:
        '.tiles { display: flex; flex-wrap: wrap; gap: 12px } .tile { width: 240px } .big { font-size: 20px; font-weight: bold } .sub { color: #666; font-size: 13px }',
      html: sections(
        scene,
        (rows) =>
          `<div class="tiles">${each(rows, (row) => `<div class="tile"><div class="big">${scene.v(row)}</div><div class="sub">${esc(row.label)}</div></div>`)}</div>`,
      ),
    }),
  },
  {
    name: 'two-spans-a-row',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) => `<div class="r"><span>${scene.l(row)}</span> <span>${scene.v(row)}</span></div>`,
      ),
  },
  {
    name: 'column-classes-two-pairs-a-row',
    draw: (scene) => ({
      style: '.row { display: flex } .col-2 { width: 17% } .col-4 { width: 33% }',
      html: sections(scene, (rows) =>
        each(
          chunks(rows, 2),
          (pair) =>
            `<div class="row">${each(pair, (row) => `<div class="col-2">${scene.l(row)}</div><div class="col-4">${scene.v(row)}</div>`)}</div>`,
        ),
      ),
    }),
  },
  {
    name: 'label-element-without-control',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<div class="form-group"><label>${scene.l(row)}</label><div class="readonly"><p>${scene.v(row)}</p></div></div>`,
      ),
  },
  {
    name: 'descriptions-with-item-wrappers',
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<div class="x-desc"><div class="x-desc-view">${each(rows, (row) => `<div class="x-desc-item"><div class="x-desc-item-container"><span class="x-desc-item-label">${scene.l(row)}</span><span class="x-desc-item-content"><span>${scene.v(row)}</span></span></div></div>`)}</div></div>`,
      ),
  },
  {
    name: 'edit-button-after-value',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<div class="record-field"><span class="test-id__label">${scene.l(row)}</span><div class="field-control"><span class="static">${scene.v(row)}</span><button type="button" title="Edit ${esc(row.label)}"><span class="visually-hidden">Edit ${esc(row.label)}</span>${ICON}</button></div></div>`,
      ),
  },
  {
    name: 'icon-as-label',
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<ul class="facts">${each(rows, (row) => `<li><span role="img" aria-label="${esc(row.label)}" class="ico">${ICON}</span> <span>${scene.v(row)}</span></li>`)}</ul>`,
      ),
  },
  {
    name: 'icon-title-as-label',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<div class="media"><i class="fa" title="${esc(row.label)}">${ICON}</i><div class="media-body">${scene.v(row)}</div></div>`,
      ),
  },
  {
    name: 'icon-beside-label',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<div class="prop"><div class="prop-name">${ICON}<span>${scene.l(row)}</span></div><div class="prop-value">${scene.v(row)}</div></div>`,
      ),
  },
  {
    name: 'link-as-label',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<div class="attribute"><a href="/help/${slug(row.label)}">${scene.l(row)}</a><span>${scene.v(row)}</span></div>`,
      ),
  },
  {
    name: 'label-in-style-before',
    draw: (scene) => {
      const named = scene.rows.map((row) => [row, scene.id('v')] as const);
      const rule = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
      return {
        style: named
          .map(
            ([{ label }, id]) =>
              `.${id}::before { content: '${rule(withColon(label))} '; font-weight: bold }`,
          )
          .join('\n'),
        html: sections(scene, (rows) =>
          each(rows, (row) => {
            const [, id = ''] = named.find(([each]) => each === row) ?? [];
            return `<div class="val ${id}">${scene.v(row)}</div>`;
          }),
        ),
      };
    },
  },
  {
    name: 'data-label-blocks',
    draw: (scene) => ({
      style:
        '[data-label]::before { content: attr(data-label); color: #555; display: inline-block; width: 220px }',
      html: rowByRow(
        scene,
        (row) => `<div class="cell" data-label="${esc(row.label)}">${scene.v(row)}</div>`,
      ),
    }),
  },
  {
    name: 'hint-between',
    draw: (scene) =>
      rowByRow(
        scene,
        (row, nth) =>
          `<div class="q"><div class="q-title">${scene.l(row)}</div><div class="q-hint">${nth % 2 ? 'As it is on official papers' : 'Leave nothing out'}</div><div class="q-answer">${scene.v(row)}</div></div>`,
      ),
  },
  {
    name: 'tooltip-between',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<div class="fld"><span class="fld-l">${scene.l(row)}</span><button type="button" class="tip" aria-label="More about this">?</button><span role="tooltip" class="tip-text" style="display: none">Ask your team how this is recorded.</span><span class="fld-v">${scene.v(row)}</span></div>`,
      ),
  },
  {
    name: 'same-word-beside-each',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<div class="entry"><div class="entry-name">${esc(row.label)}</div><small class="entry-mark">optional</small><div class="entry-value">${scene.v(row)}</div><div class="entry-meta">Updated 24/06/2026</div></div>`,
      ),
  },
  {
    name: 'property-grid',
    draw: (scene) => ({
      style:
        '.pg-row { display: flex; border-bottom: 1px solid #ddd } .pg-name { width: 240px; background: #f4f4f4 } .pg-gutter { width: 16px }',
      html: `<div class="pg">${each(scene.groups, ({ heading, rows }) => `<div class="pg-group"><div class="pg-cat"><span class="pg-gutter">▾</span>${esc(heading)}</div>${each(rows, (row) => `<div class="pg-row"><div class="pg-gutter"></div><div class="pg-name" title="${esc(row.label)}">${esc(row.label)}</div><div class="pg-value">${scene.v(row)}</div></div>`)}</div>`)}</div>`,
    }),
  },
  {
    name: 'coded-labels',
    draw: (scene) => {
      const labelOf = (row: Row): string => {
        const nth = scene.rows.indexOf(row);
        return `00${10 + nth},00${30 + nth} (${row.label})`;
      };
      return {
        labelOf,
        html: rowByRow(
          scene,
          (row) =>
            `<div class="tag-line"><span>${esc(labelOf(row))}</span>: <span>${scene.v(row)}</span></div>`,
        ),
      };
    },
  },
  {
    name: 'chips',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<div class="meta-row"><div class="meta-key">${scene.l(row)}</div><div class="meta-val">${row.kind === 'prose' || row.field === 'address' ? scene.v(row) : each(row.items, (item) => `<span class="chip">${row.notKnown ? scene.v(row) : esc(item)}<button type="button" aria-label="Remove">×</button></span>`)}</div></div>`,
      ),
  },
];
