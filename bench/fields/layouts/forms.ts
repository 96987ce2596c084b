/** Layouts of forms that hold the record in their controls. */
import { partsOf } from './hand.ts';
import { each, esc, slug } from './markup.ts';
import type { Row } from './rows.ts';
import { type Layout, rowByRow, type Scene, sections } from './scene.ts';

/** The control that a form has for such a fact. */
export function control(row: Row, attributes = ''): string {
  const extra = attributes === '' ? '' : ` ${attributes}`;
  const { value, kind } = row;
  if (kind === 'choice') {
    const options = row.options?.includes(value) ? row.options : [value, ...(row.options ?? [])];
    return `<select${extra}>${each(options, (option) => `<option${option === value ? ' selected' : ''}>${esc(option)}</option>`)}</select>`;
  }
  if (kind === 'prose' || value.includes('\n'))
    return `<textarea rows="4" cols="60"${extra}>${esc(value)}</textarea>`;
  return `<input type="${row.iso === value && kind === 'day' ? 'date' : 'text'}" value="${esc(value)}"${extra}>`;
}

/** A label and its control, joined by the control's id. */
function joined(
  scene: Scene,
  row: Row,
  draw: (label: string, control: string, id: string) => string,
): string {
  const id = scene.id(slug(row.label));
  return draw(
    `<label for="${id}">${scene.l(row)}</label>`,
    control(row, `id="${id}" name="${id}"`),
    id,
  );
}

const inForm = (body: string): string =>
  `<form method="post" action="/save"><input type="hidden" name="csrf" value="8f2d1c">${body}<button type="submit">Save changes</button></form>`;

export const FORMS: readonly Layout[] = [
  {
    name: 'form-label-for',
    draw: (scene) =>
      inForm(
        rowByRow(scene, (row) =>
          joined(scene, row, (label, box) => `<div class="form-group">${label} ${box}</div>`),
        ),
      ),
  },
  {
    name: 'form-label-around',
    draw: (scene) =>
      inForm(rowByRow(scene, (row) => `<p><label>${scene.l(row)} ${control(row)}</label></p>`)),
  },
  {
    name: 'form-fieldsets-with-hints',
    draw: (scene) =>
      inForm(
        each(
          scene.groups,
          ({ heading, rows }) =>
            `<fieldset><legend><h2>${esc(heading)}</h2></legend>${each(rows, (row) => joined(scene, row, (label, box, id) => `<div class="govuk-form-group">${label}<div id="${id}-hint" class="hint">For example, as it is on a passport</div>${box.replace('id=', `aria-describedby="${id}-hint" id=`)}</div>`))}</fieldset>`,
        ),
      ),
  },
  {
    name: 'form-label-after-box',
    draw: (scene) => ({
      style:
        '.floating { position: relative; padding-top: 18px } .floating label { position: absolute; top: 0; left: 4px; font-size: 12px }',
      html: inForm(
        rowByRow(scene, (row) =>
          joined(scene, row, (label, box) => `<div class="floating">${box}${label}</div>`),
        ),
      ),
    }),
  },
  {
    name: 'form-label-inside-box',
    draw: (scene) => ({
      style:
        '.outlined { position: relative; border: 1px solid #888; padding: 16px 8px 6px; margin: 8px 0; width: 420px } .outlined span { position: absolute; top: 2px; left: 8px; font-size: 11px } .outlined input, .outlined textarea { border: 0; width: 100% }',
      html: inForm(
        rowByRow(
          scene,
          (row) => `<div class="outlined"><span>${scene.l(row)}</span>${control(row)}</div>`,
        ),
      ),
    }),
  },
  {
    name: 'form-placeholder-as-label',
    shows: ({ kind }) => kind !== 'choice',
    draw: (scene) =>
      inForm(
        rowByRow(
          scene,
          (row) => `<div class="field">${control(row, `placeholder="${esc(row.label)}"`)}</div>`,
        ),
      ),
  },
  {
    name: 'form-text-before-box',
    draw: (scene) =>
      inForm(sections(scene, (rows) => each(rows, (row) => `${scene.l(row)} ${control(row)}<br>`))),
  },
  {
    name: 'form-in-table',
    draw: (scene) =>
      inForm(
        sections(
          scene,
          (rows) =>
            `<table class="edit">${each(rows, (row) => joined(scene, row, (_, box) => `<tr><td align="right" nowrap>${scene.l(row)} <font color="red">*</font></td><td>${box}</td></tr>`))}</table>`,
        ),
      ),
  },
  {
    name: 'form-aria-label',
    draw: (scene) =>
      inForm(
        rowByRow(
          scene,
          (row) => `<div class="cell">${control(row, `aria-label="${esc(row.label)}"`)}</div>`,
        ),
      ),
  },
  {
    name: 'form-aria-labelledby',
    draw: (scene) =>
      inForm(
        rowByRow(scene, (row) => {
          const id = scene.id('lbl');
          return `<div class="grid-item"><div class="cap"><span id="${id}">${scene.l(row)}</span></div><div class="ctl">${control(row, `aria-labelledby="${id}"`)}</div></div>`;
        }),
      ),
  },
  {
    name: 'form-read-only-boxes',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<div class="view-row"><div>${scene.l(row)}</div><div>${control(row, 'readonly disabled')}</div></div>`,
      ),
  },
  {
    name: 'form-contenteditable',
    draw: (scene) =>
      rowByRow(
        scene,
        (row) =>
          `<div class="inline-edit"><span class="lbl">${scene.l(row)}</span><div class="val" contenteditable="true">${scene.v(row)}</div></div>`,
      ),
  },
  {
    name: 'form-required-and-optional',
    draw: (scene) => {
      const isOptional = (row: Row): boolean => scene.rows.indexOf(row) % 2 === 1;
      return {
        labelOf: (row) => (isOptional(row) ? `${row.label} (optional)` : row.label),
        html: inForm(
          rowByRow(scene, (row) => {
            const id = scene.id('item');
            const mark = isOptional(row)
              ? '<span class="opt">(optional)</span>'
              : '<abbr title="required">*</abbr>';
            return `<div class="form-item"><label for="${id}">${esc(row.label)} ${mark}</label>${control(row, `id="${id}"`)}<span class="error" hidden>Enter a value</span></div>`;
          }),
        ),
      };
    },
  },
  {
    name: 'form-date-in-three-boxes',
    draw: (scene) => ({
      unlabelled: ['dob', 'dateOfReferral', 'incidentDates', 'updated'],
      html: inForm(
        rowByRow(scene, (row) => {
          if (row.iso === undefined)
            return joined(
              scene,
              row,
              (label, box) => `<div class="form-group">${label}${box}</div>`,
            );
          const { day, month, year } = partsOf(row.iso);
          const stem = slug(row.label);
          const parts = [
            ['Day', day],
            ['Month', month],
            ['Year', year],
          ] as const;
          return `<fieldset class="date" role="group"><legend>${scene.l(row)}</legend><div class="hint">For example, 27 3 2007</div>${each(parts, ([word, value]) => `<div class="date-item"><label for="${stem}-${word}">${word}</label><input id="${stem}-${word}" inputmode="numeric" size="4" value="${Number(value)}"></div>`)}</fieldset>`;
        }),
      ),
    }),
  },
  {
    name: 'form-radios-and-ticks',
    draw: (scene) =>
      inForm(
        rowByRow(scene, (row) => {
          if (row.kind !== 'choice' || row.options === undefined)
            return joined(
              scene,
              row,
              (label, box) => `<div class="form-group">${label}${box}</div>`,
            );
          const options = row.options.includes(row.value)
            ? row.options
            : [...row.options, row.value];
          return `<fieldset><legend>${scene.l(row)}</legend>${each(options, (option) => {
            const id = scene.id('radio');
            return `<div class="radio"><input type="radio" name="${slug(row.label)}" id="${id}"${option === row.value ? ' checked' : ''}><label for="${id}">${esc(option)}</label></div>`;
          })}</fieldset>`;
        }),
      ),
  },
  {
    name: 'form-wizard-name-in-heading',
    draw: (scene) => {
      const isName = ({ field }: Row): boolean => /^subject/.test(field);
      return {
        unlabelled: ['subjectName', 'subjectForenames', 'subjectSurname'],
        html: `<span class="caption">Step 2 of 5</span><h1>${esc(scene.shownName)}</h1>${inForm(
          sections(scene, (rows) =>
            each(
              rows.filter((row) => !isName(row)),
              (row) =>
                joined(scene, row, (label, box) => `<div class="form-group">${label}${box}</div>`),
            ),
          ),
        )}<p><a href="/back">Back</a></p>`,
      };
    },
  },
];
