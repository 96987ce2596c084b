/** Layouts of web components, whose shadow roots stand in the markup as the server sends them. */
import { control } from './forms.ts';
import { each, esc, slug } from './markup.ts';
import { type Layout, rowByRow, sections } from './scene.ts';

const shadow = (markup: string): string =>
  `<template shadowrootmode="open"><style>:host { display: block } .row { display: flex; gap: 12px }</style>${markup}</template>`;

export const SHADOW: readonly Layout[] = [
  {
    name: 'shadow-label-and-value-inside',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<x-field>${shadow(`<div class="row"><span class="label">${scene.l(row)}</span><span class="value">${scene.v(row)}</span></div>`)}</x-field>`,
      ),
  },
  {
    name: 'shadow-label-inside-value-slotted',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<x-fact>${shadow(`<div class="row"><div class="key">${scene.l(row)}</div><div class="content"><slot></slot></div></div>`)}<span>${scene.v(row)}</span></x-fact>`,
      ),
  },
  {
    name: 'shadow-text-slotted',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<x-line>${shadow(`<b>${scene.l(row)}</b> <slot></slot>`)}${scene.v(row)}</x-line>`,
      ),
  },
  {
    name: 'shadow-both-slotted',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<x-pair>${shadow('<div class="row"><slot name="label"></slot><slot name="value"></slot></div>')}<span slot="label">${scene.l(row)}</span><span slot="value">${scene.v(row)}</span></x-pair>`,
      ),
  },
  {
    name: 'shadow-sibling-components',
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          `<div style="display: grid; grid-template-columns: 240px 1fr">${each(rows, (row) => `<x-label>${shadow(`<span>${scene.l(row)}</span>`)}</x-label><x-value>${shadow(`<span>${scene.v(row)}</span>`)}</x-value>`)}</div>`,
      ),
  },
  {
    name: 'shadow-input-with-label',
    draw: (scene) =>
      `<form>${rowByRow(scene, (row) => `<x-text-input name="${slug(row.label)}">${shadow(`<label for="inputField" id="input-label">${scene.l(row)}</label><div class="input-wrap">${control(row, 'id="inputField"')}</div>`)}</x-text-input>`)}</form>`,
  },
  {
    name: 'shadow-aria-labelledby-one-id',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<x-input>${shadow(`<div id="label" part="label">${scene.l(row)}</div><slot name="hint"></slot>${control(row, 'aria-labelledby="label"')}`)}<span slot="hint">Check before you save</span></x-input>`,
      ),
  },
  {
    name: 'shadow-label-on-host',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<x-text-field label="${esc(row.label)}">${shadow(`<span class="caption" aria-hidden="true">${scene.l(row)}</span>${control(row, `aria-label="${esc(row.label)}"`)}`)}</x-text-field>`,
      ),
  },
  {
    name: 'shadow-label-outside-box-inside',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<div class="form-row"><label>${scene.l(row)}</label><x-box>${shadow(control(row))}</x-box></div>`,
      ),
  },
  {
    name: 'shadow-card-around-list',
    draw: (scene) =>
      each(
        scene.groups,
        ({ heading, rows }) =>
          `<x-card>${shadow('<section><slot name="title"></slot><div class="body"><slot></slot></div></section>')}<h2 slot="title">${esc(heading)}</h2><dl>${each(rows, (row) => `<dt>${scene.l(row)}</dt><dd>${scene.v(row)}</dd>`)}</dl></x-card>`,
      ),
  },
];
