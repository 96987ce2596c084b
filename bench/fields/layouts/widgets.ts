/** Layouts of controls that scripts have put in the place of the browser's own. */
import { control } from './forms.ts';
import { partsOf } from './hand.ts';
import { each, esc, slug } from './markup.ts';
import type { Row } from './rows.ts';
import { type Layout, rowByRow, type Scene } from './scene.ts';

/** A short fact out of a list that somebody keeps; the others are typed. */
function isListed({ kind, field }: Row): boolean {
  return (
    kind === 'choice' ||
    field === 'school' ||
    field === 'referrerOrg' ||
    field === 'status' ||
    field === 'offence'
  );
}

function withWidgets(
  scene: Scene,
  isWidget: (row: Row) => boolean,
  widget: (row: Row, id: string) => string,
): string {
  return `<form>${rowByRow(scene, (row) => {
    const id = scene.id(slug(row.label));
    const label = `<label for="${id}" class="control-label">${scene.l(row)}</label>`;
    const box = isWidget(row) ? widget(row, id) : control(row, `id="${id}" class="form-control"`);
    return `<div class="form-group">${label}<div class="controls">${box}</div></div>`;
  })}</form>`;
}

const OTHERS = ['Please select…', 'Not listed'];
const GONE = 'position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0)';

function options({ value }: Row): string {
  return each(
    [...OTHERS, value],
    (option) => `<option${option === value ? ' selected' : ''}>${esc(option)}</option>`,
  );
}

export const WIDGETS: readonly Layout[] = [
  {
    name: 'widget-select2',
    draw: (scene) =>
      withWidgets(
        scene,
        isListed,
        (row, id) =>
          `<select id="${id}" class="select2-hidden-accessible" tabindex="-1" aria-hidden="true" style="${GONE}">${options(row)}</select><span class="select2 select2-container" dir="ltr" style="width: 300px"><span class="selection"><span class="select2-selection select2-selection--single" role="combobox" aria-haspopup="true" aria-expanded="false" tabindex="0" aria-labelledby="select2-${id}-container"><span class="select2-selection__rendered" id="select2-${id}-container" role="textbox" aria-readonly="true" title="${esc(row.value)}"><span class="select2-selection__clear" title="Remove all items">×</span>${esc(row.value)}</span><span class="select2-selection__arrow" role="presentation"><b role="presentation"></b></span></span></span><span class="dropdown-wrapper" aria-hidden="true"></span></span>`,
      ),
  },
  {
    name: 'widget-chosen',
    draw: (scene) =>
      withWidgets(
        scene,
        isListed,
        (row, id) =>
          `<select id="${id}" style="display: none">${options(row)}</select><div class="chosen-container chosen-container-single" title="" id="${id.replaceAll('-', '_')}_chosen" style="width: 300px"><a class="chosen-single"><span>${esc(row.value)}</span><div><b></b></div></a><div class="chosen-drop" style="position: absolute; left: -9999px"><div class="chosen-search"><input type="text" autocomplete="off"></div><ul class="chosen-results"></ul></div></div>`,
      ),
  },
  {
    name: 'widget-react-select',
    draw: (scene) =>
      withWidgets(
        scene,
        isListed,
        (row, id) =>
          `<div class="css-b62m3t-container"><span id="react-select-${id}-live-region" class="css-7pg0cj-a11yText" style="${GONE}"></span><div class="css-13cymwt-control"><div class="css-hlgwow"><div class="css-1dimb5e-singleValue">${esc(row.value)}</div><div class="css-19bb58m" data-value=""><input id="${id}" autocomplete="off" type="text" aria-autocomplete="list" aria-expanded="false" aria-haspopup="true" role="combobox" value="" style="opacity: 0; width: 2px; border: 0"></div></div><div class="css-1wy0on6"><span class="css-1u9des2-indicatorSeparator"></span><div class="css-1xc3v61-indicatorContainer" aria-hidden="true"><svg height="20" width="20"></svg></div></div></div><input type="hidden" name="${id}" value="41"></div>`,
      ),
  },
  {
    name: 'widget-listbox-button',
    draw: (scene) =>
      withWidgets(
        scene,
        isListed,
        (row, id) =>
          `<button type="button" id="${id}" role="combobox" aria-haspopup="listbox" aria-expanded="false" class="select-trigger"><span>${esc(row.value)}</span><svg aria-hidden="true" width="12" height="12"></svg></button>`,
      ),
  },
  {
    name: 'widget-date-picker',
    draw: (scene) =>
      withWidgets(
        scene,
        ({ kind, iso }) => kind === 'day' && iso !== undefined,
        (row, id) => {
          const { monthName, year } = partsOf(row.iso ?? '');
          return `<div class="input-group date-picker"><input type="text" id="${id}" class="hasDatepicker" value="${esc(row.value)}" autocomplete="off"><button type="button" class="ui-datepicker-trigger" aria-label="Choose a date"><svg width="14" height="14"></svg></button><div class="calendar" style="display: none"><div class="calendar-head"><span>${monthName} ${year}</span></div><table><thead><tr><th>Mo</th><th>Tu</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div></div>`;
        },
      ),
  },
  {
    name: 'widget-masked-inputs',
    draw: (scene) =>
      withWidgets(
        scene,
        ({ field, kind }) => field === 'phone' || field === 'postcode' || kind === 'day',
        (row, id) =>
          row.value.includes('\n')
            ? control(row, `id="${id}"`)
            : `<span class="p-inputmask" data-mask="${row.kind === 'day' ? '99/99/9999' : '*'}"><input id="${id}" type="text" placeholder="${row.kind === 'day' ? '__/__/____' : '_____ ______'}" value="${esc(row.value)}"></span>`,
      ),
  },
  {
    name: 'widget-tokens',
    draw: (scene) =>
      withWidgets(
        scene,
        ({ field }) => field === 'handles' || field === 'otherReferences' || field === 'alias',
        (row, id) =>
          `<div class="tokenfield form-control">${each(row.items, (item) => `<div class="token"><span class="token-label">${esc(item)}</span><a href="#" class="close" tabindex="-1">×</a></div>`)}<input type="text" id="${id}" class="token-input" autocomplete="off" value=""></div>`,
      ),
  },
  {
    name: 'widget-text-editor',
    draw: (scene) =>
      withWidgets(
        scene,
        ({ kind }) => kind === 'prose',
        (row) =>
          `<div class="editor"><div class="toolbar" role="toolbar" aria-label="Text style"><button type="button">Bold</button><button type="button">Italic</button><button type="button">Link</button></div><div class="editor-content" contenteditable="true" role="textbox" aria-multiline="true"><p>${scene.v(row)}</p></div></div>`,
      ),
  },
  {
    name: 'widget-inline-edit-doubled',
    draw: (scene) =>
      rowByRow(scene, (row) => {
        const id = scene.id('edit');
        return `<div class="value-row"><div class="label">${scene.l(row)}</div><div class="value"><span class="current-value">${scene.v(row)}</span></div><div class="edit" style="display: none"><label for="${id}">${scene.l(row)}</label>${control(row, `id="${id}"`)}<button type="button">Cancel</button></div></div>`;
      }),
  },
];
