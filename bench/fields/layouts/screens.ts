/** Layouts of whole screens: folds, tabs, profiles and histories, some with another person in them. */
import { inWords } from './hand.ts';
import { each, esc } from './markup.ts';
import type { Row } from './rows.ts';
import { type Layout, otherLabels, type Scene } from './scene.ts';

function list(scene: Scene, rows: readonly Row[]): string {
  return `<dl>${each(rows, (row) => `<dt>${scene.l(row)}</dt><dd>${scene.v(row)}</dd>`)}</dl>`;
}

function classRows(scene: Scene, rows: readonly Row[]): string {
  return each(
    rows,
    (row) =>
      `<div class="item"><div class="item-label">${scene.l(row)}</div><div class="item-text">${scene.v(row)}</div></div>`,
  );
}

const heads = (
  { groups }: Scene,
  draw: (heading: string, rows: readonly Row[], nth: number) => string,
) => each(groups, ({ heading, rows }, nth) => draw(esc(heading), rows, nth));

export const SCREENS: readonly Layout[] = [
  {
    name: 'accordion-other-person-closed',
    draw: (scene) => ({
      html: `<h1>${esc(scene.name)}</h1>${heads(scene, (heading, rows) => `<details open><summary>${heading}</summary>${list(scene, rows)}</details>`)}<details><summary>Linked person</summary>${list(scene, scene.otherRows)}</details>`,
      hasOther: true,
    }),
  },
  {
    name: 'accordion-by-buttons',
    draw: (scene) => ({
      html: `<h1>${esc(scene.name)}</h1><div class="accordion">${heads(scene, (heading, rows, nth) => `<div class="accordion-item"><h2><button type="button" aria-expanded="true" aria-controls="sec${nth}">${heading}</button></h2><div id="sec${nth}" role="region">${classRows(scene, rows)}</div></div>`)}<div class="accordion-item"><h2><button type="button" aria-expanded="false" aria-controls="secx">Sibling</button></h2><div id="secx" role="region" style="height: 0; overflow: hidden">${classRows(scene, scene.otherRows)}</div></div></div>`,
      hasOther: true,
    }),
  },
  {
    name: 'tabs-other-person-in-closed-one',
    draw: (scene) => ({
      style:
        '.tab-list { display: flex; gap: 12px; list-style: none } .tab-pane { display: none } .tab-pane.active { display: block }',
      html: `<h1>${esc(scene.name)}</h1><ul class="tab-list" role="tablist"><li role="tab" aria-selected="true"><a href="#t1">${esc(scene.name)}</a></li><li role="tab" aria-selected="false"><a href="#t2">${esc(scene.otherName)}</a></li></ul><div class="tab-pane active" id="t1" role="tabpanel">${heads(scene, (heading, rows) => `<h3>${heading}</h3>${list(scene, rows)}`)}</div><div class="tab-pane" id="t2" role="tabpanel"><h3>Personal details</h3>${list(scene, scene.otherRows)}</div>`,
      hasOther: true,
    }),
  },
  {
    name: 'tabs-forms-hidden-by-place',
    isOneLine: true,
    draw: (scene) => {
      const boxes = (rows: readonly Row[]): string =>
        each(rows, (row) => {
          const id = scene.id('f');
          return `<div class="frm"><label for="${id}">${scene.l(row)}</label><input id="${id}" value="${esc(row.value)}"></div>`;
        });
      return {
        html: `<h1>${esc(scene.name)}</h1><div class="panels" style="position: relative">${heads(scene, (heading, rows) => `<fieldset><legend>${heading}</legend>${boxes(rows)}</fieldset>`)}<div class="drawer" style="position: absolute; left: -3000px; width: 600px"><h2>Linked record</h2>${boxes(scene.otherRows)}</div></div>`,
        hasOther: true,
      };
    },
  },
  {
    name: 'two-people-one-after-the-other',
    draw: (scene) => {
      const [first, ...rest] = [...scene.groups].sort(
        (a, b) => Number(b.name === 'subject') - Number(a.name === 'subject'),
      );
      return {
        html: `<h1>Referral of ${esc(scene.name)}</h1><h2>Subject: ${esc(scene.name)}</h2>${classRows(scene, first?.rows ?? [])}${each(rest, ({ heading, rows }) => `<h2>${esc(heading)}</h2>${classRows(scene, rows)}`)}<h2>Sibling: ${esc(scene.otherName)}</h2>${classRows(scene, scene.otherRows)}`,
        labels: otherLabels(scene),
        hasOther: true,
      };
    },
  },
  {
    name: 'mini-profile-beside-form',
    isOneLine: true,
    draw: (scene) => {
      const isName = ({ field }: Row): boolean => /^subject/.test(field);
      const own = scene.rows.filter(({ group, kind }) => group === 'subject' && kind !== 'lines');
      return {
        style: '.split { display: grid; grid-template-columns: 260px 1fr; gap: 24px }',
        unlabelled: scene.rows.filter(isName).map(({ field }) => field),
        html: `<div class="split"><aside class="mini-profile"><img alt="" width="60" height="60"><p class="mini-name">${esc(scene.shownName)}</p>${each(
          own.filter((row) => !isName(row)),
          (row) =>
            `<p class="mini-line"><span class="mini-key">${scene.l(row)}</span> <span>${scene.v(row)}</span></p>`,
        )}</aside><form>${heads(scene, (heading, rows) => {
          const left = rows.filter((row) => !isName(row) && !own.includes(row));
          return left.length === 0
            ? ''
            : `<h2>${heading}</h2>${each(left, (row) => {
                const id = scene.id('input');
                return `<div class="form-group"><label for="${id}">${scene.l(row)}</label><textarea id="${id}" rows="2">${esc(row.value)}</textarea></div>`;
              })}`;
        })}</form></div>`,
      };
    },
  },
  {
    name: 'banner-with-strip',
    isOneLine: true,
    draw: (scene) => {
      const strip = scene.rows.filter(({ field }) =>
        ['dob', 'reference', 'phone', 'status'].includes(field),
      );
      return {
        style: '.strip { display: flex; gap: 24px; list-style: none }',
        html: `<div class="person-banner"><h2>${esc(scene.name)}</h2><ul class="strip">${each(strip, (row) => `<li><span>${esc(row.label)}:</span> ${scene.v(row)}</li>`)}</ul></div>${heads(
          scene,
          (heading, rows) =>
            `<h3>${heading}</h3>${classRows(
              scene,
              rows.filter((row) => !strip.includes(row)),
            )}`,
        )}`,
      };
    },
  },
  {
    name: 'timeline-with-staff',
    draw: (scene) => {
      const { staff, other, updatedOn, receivedOn } = scene.record;
      const events = [
        [updatedOn, staff.user, 'Called the family; no answer.'],
        [
          updatedOn,
          staff.caseOwner,
          `Spoke to ${scene.otherName}, born ${inWords(other.bornOn)}, who was there.`,
        ],
        [receivedOn, staff.user, 'Record created.'],
      ] as const;
      return {
        html: `<h1>${esc(scene.name)}</h1>${heads(scene, (heading, rows) => `<h2>${heading}</h2>${list(scene, rows)}`)}<h2>History</h2><ol class="timeline">${each(events, ([day, who, text]) => `<li class="timeline-event"><div class="timeline-title">${esc(text)}</div><div class="timeline-by">by ${esc(who)}</div><time datetime="${day}">${inWords(day)} at 3:41pm</time></li>`)}</ol>`,
        distractors: [
          { value: scene.otherName, why: 'another young person in the history', isPersons: true },
          { value: other.bornOn, why: 'another young person’s date of birth', isPersons: true },
          {
            value: inWords(other.bornOn),
            why: 'another young person’s date of birth',
            isPersons: true,
          },
        ],
      };
    },
  },
  {
    name: 'filter-drawer-off-screen',
    draw: (scene) => ({
      html: `<div class="drawer" style="position: fixed; top: 0; right: -420px; width: 400px"><h3>Filter</h3>${each(scene.rows.slice(0, 6), (row) => `<div><label>${esc(row.label)}<input value=""></label></div>`)}</div><h1>${esc(scene.name)}</h1>${heads(scene, (heading, rows) => `<section class="panel"><header>${heading}</header>${classRows(scene, rows)}</section>`)}`,
    }),
  },
  {
    name: 'practitioner-panel-beside',
    draw: (scene) => {
      const { staff } = scene.record;
      const label = (field: string): string =>
        scene.rows.find((row) => row.field === field)?.label ?? '';
      const worker = [
        [label('phone'), `01632 960${staff.helpPhone.slice(-3)}`],
        [label('email'), staff.helpEmail],
      ].filter(([word]) => word !== '');
      return {
        html: `<h1>${esc(scene.name)}</h1><div class="two-thirds">${heads(scene, (heading, rows) => `<h2>${heading}</h2>${list(scene, rows)}`)}</div><aside class="one-third"><h2>Your practitioner</h2><p>${esc(staff.caseOwner)}</p><dl>${each(worker, ([word = '', value = '']) => `<dt>${esc(word)}</dt><dd>${esc(value)}</dd>`)}</dl></aside>`,
        labels: worker.map(([word = '', value = '']) => [word, value]),
      };
    },
  },
];
