/** Layouts of papers on a screen: documents, scans, mail and what was pasted into a box. */
import { each, esc, withColon, wrapped } from './markup.ts';
import type { Row } from './rows.ts';
import { type Layout, type Scene, sections } from './scene.ts';

interface Line {
  readonly label: string;
  readonly lines: readonly string[];
}

/** The text layer that a viewer lays over a page, one span for each run of text. */
function pdfLayer(scene: Scene, labelOf: (row: Row) => string): string {
  let top = 60;
  const spans: string[] = [];
  const put = (left: number, text: string, size = 13): void => {
    spans.push(
      `<span role="presentation" dir="ltr" style="position: absolute; white-space: pre; left: ${left}px; top: ${top}px; font-size: ${size}px; font-family: sans-serif">${esc(text)}</span>`,
    );
  };
  for (const { heading, rows } of scene.groups) {
    put(72, heading, 17);
    top += 30;
    for (const row of rows) {
      put(72, labelOf(row));
      const lines = wrapped(row.value, 60);
      for (const line of lines) {
        put(340, line);
        top += 18;
      }
      top += 6;
    }
    top += 14;
  }
  return `<div class="pdfViewer"><div class="page" style="position: relative; width: 816px; height: ${top + 60}px"><div class="textLayer" style="position: absolute; inset: 0">${spans.join('')}</div></div></div>`;
}

/** A paragraph as a word processor writes it. */
const wordParagraph = (text: string): string =>
  `<p class="docx_text" style="margin: 0pt 0pt 8pt"><span style="font-family: Calibri; font-size: 11pt">${text}</span></p>`;

function formText({ groups }: Scene): string {
  return groups
    .map(({ heading, rows }) =>
      [heading.toUpperCase(), ...rows.map((row) => `${withColon(row.label)} ${row.value}`)].join(
        '\n',
      ),
    )
    .join('\n\n');
}

export const PAPERS: readonly Layout[] = [
  {
    name: 'pdf-layer-with-colons',
    draw: (scene) => pdfLayer(scene, ({ label }) => withColon(label)),
  },
  { name: 'pdf-layer-without-colons', draw: (scene) => pdfLayer(scene, ({ label }) => label) },
  {
    name: 'ocr-text-lines',
    isOneLine: true,
    draw: (scene) => {
      const lines = (rows: readonly Row[]): readonly Line[] =>
        rows.map((row) => ({ label: row.label, lines: wrapped(row.value, 70) }));
      return `<div class="ocr_page">${sections(
        scene,
        (rows) =>
          each(
            lines(rows),
            ({ label, lines: [first = '', ...more] }) =>
              `<p class="ocr_par"><span class="ocr_line">${esc(label)} : ${esc(first)}</span>${each(more, (line) => ` <span class="ocr_line">${esc(line)}</span>`)}</p>`,
          ),
        (text) => `<p class="ocr_par"><span class="ocr_line">${text.toUpperCase()}</span></p>`,
      )}</div>`;
    },
  },
  {
    name: 'ocr-text-two-columns',
    isOneLine: true,
    draw: (scene) => {
      let top = 0;
      return `<div class="scan" style="position: relative">${each(
        scene.groups,
        ({ heading, rows }) => {
          top += 40;
          const title = `<div style="position: absolute; left: 40px; top: ${top}px"><b>${esc(heading)}</b></div>`;
          const body = each(rows, (row) => {
            const lines = wrapped(row.value, 62);
            const at = top + 34;
            top = at + (lines.length - 1) * 22;
            return `<div style="position: absolute; left: 40px; top: ${at}px; white-space: nowrap">${esc(row.label)}</div>${each(lines, (line, nth) => `<div style="position: absolute; left: 420px; top: ${at + nth * 22}px; white-space: nowrap">${esc(line)}</div>`)}`;
          });
          return title + body;
        },
      )}<div style="height: ${top + 80}px"></div></div>`;
    },
  },
  {
    name: 'mail-with-pasted-form',
    isOneLine: true,
    draw: (scene) => {
      const { staff, reference } = scene.record;
      const desk = `duty.desk@${staff.helpEmail.split('@')[1]}`;
      return {
        distractors: [{ value: desk, why: 'sender of the mail', isPersons: false }],
        html: `<table class="headers"><tbody><tr><td class="header-title">From</td><td class="header">Duty desk &lt;${desk}&gt;</td></tr><tr><td class="header-title">To</td><td class="header">${esc(staff.user)}</td></tr><tr><td class="header-title">Date</td><td class="header">24/06/2026 09:12</td></tr><tr><td class="header-title">Subject</td><td class="header">FW: form ${esc(reference)}</td></tr></tbody></table><div class="message-body"><p>Hello,</p><p>Please see the form below.</p><blockquote>${sections(
          scene,
          (rows) => each(rows, (row) => `<div>${esc(withColon(row.label))} ${scene.v(row)}</div>`),
          (text) => `<div><b>${text}</b></div><div><br></div>`,
        )}</blockquote><p>Regards</p><p>${esc(staff.caseOwner)}<br>Duty desk</p></div>`,
      };
    },
  },
  {
    name: 'mail-with-pasted-table',
    draw: (scene) =>
      `<div class="message-htmlpart"><div class="rcmBody"><p class="MsoNormal">Dear colleague, form attached and copied below.</p>${sections(
        scene,
        (rows) =>
          `<table class="MsoTableGrid" border="1" cellspacing="0" cellpadding="0" style="border-collapse: collapse"><tbody>${each(rows, (row) => `<tr><td width="208" valign="top" style="padding: 0cm 5.4pt"><p class="MsoNormal"><b><span lang="EN-GB">${scene.l(row)}</span></b></p></td><td width="340" valign="top"><p class="MsoNormal"><span lang="EN-GB">${scene.v(row)}</span></p></td></tr>`)}</tbody></table>`,
        (text) => `<p class="MsoNormal"><b><u>${text}</u></b></p>`,
      )}</div></div>`,
  },
  {
    name: 'word-form-plain-markup',
    draw: (scene) =>
      `<div class="document">${sections(scene, (rows) => `<table>${each(rows, (row) => `<tr><td><p><strong>${scene.l(row)}</strong></p></td><td>${each(row.value.split('\n'), (line) => `<p>${row.notKnown ? scene.v(row) : esc(line)}</p>`)}</td></tr>`)}</table>`)}</div>`,
  },
  {
    name: 'word-form-page-preview',
    draw: (scene) =>
      `<div class="docx-wrapper" style="background: #888; padding: 30px"><section class="docx" style="background: #fff; padding: 72pt; width: 595pt"><article>${each(scene.groups, ({ heading, rows }) => `${wordParagraph(`<b>${esc(heading)}</b>`)}<table class="docx_tablegrid"><colgroup><col style="width: 160pt"><col style="width: 290pt"></colgroup>${each(rows, (row) => `<tr><td style="border: 0.5pt solid black">${wordParagraph(scene.l(row))}</td><td style="border: 0.5pt solid black">${wordParagraph(scene.v(row))}</td></tr>`)}</table>`)}</article></section></div>`,
  },
  {
    name: 'word-form-office-export',
    draw: (scene) =>
      `<div lang="en-GB">${each(scene.groups, ({ heading, rows }) => `<p align="center" style="margin-bottom: 0cm; line-height: 100%"><font size="4"><b>${esc(heading)}</b></font></p><table width="643" cellpadding="7" cellspacing="0"><col width="200"><col width="413">${each(rows, (row) => `<tr valign="top"><td width="200" style="border: 1px solid #000000"><p><font face="Liberation Serif, serif"><font size="3">${scene.l(row)}</font></font></p></td><td width="413"><p><font face="Liberation Serif, serif"><font size="3">${scene.v(row)}</font></font></p></td></tr>`)}</table><p style="margin-bottom: 0cm"><br></p>`)}</div>`,
  },
  {
    name: 'word-form-paragraphs-with-tabs',
    isOneLine: true,
    draw: (scene) =>
      sections(
        scene,
        (rows) =>
          each(
            rows,
            (row) =>
              `<p class="MsoNormal"><b><span>${esc(withColon(row.label))}</span></b><span style="display: inline-block; width: 36pt"> </span><span>${scene.v(row)}</span></p>`,
          ),
        (text) => `<p class="MsoHeading7"><b>${text}</b></p>`,
      ),
  },
  {
    name: 'form-pasted-into-one-box',
    isOneLine: true,
    draw: (scene) => ({
      unlabelled: scene.rows.map(({ field }) => field),
      html: `<form><label for="body">Text</label><textarea id="body" rows="40" cols="90">${esc(formText(scene))}</textarea><button>Save page</button></form>`,
    }),
  },
  {
    name: 'form-pasted-as-one-text',
    isOneLine: true,
    draw: (scene) =>
      `<div class="plaintext" style="white-space: pre-wrap; font-family: monospace">${esc(formText(scene))}</div>`,
  },
];
