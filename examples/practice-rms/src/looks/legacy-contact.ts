// The legacy contact log: short boxes, a log that takes 240 characters, no label elements.
import {
  CONTACT_KINDS,
  CONTACT_MODES,
  CONTACT_OUTCOMES,
  contactRows,
  LEGACY_LOG,
} from '../contact.ts';
import { type Html, html } from '../html.ts';
import { contentPage, grid, type LegacyCell, panel } from './legacy-frame.ts';
import type { ContactOptions } from './look.ts';

export function contactLegacy({
  record,
  form,
  errors,
  contactPath,
  viewPath,
  kept,
}: ContactOptions): Html {
  if (kept) {
    const cells = contactRows(kept.reference, kept.contact).map(
      ([label, text]): LegacyCell => ({ label, lines: [html`${text}`] }),
    );
    return contentPage(html`<p><font face="Arial" size="2" color="#006600"><b>Log entry added.</b></font></p>
${panel('Contact log', grid(cells))}
<a href="${viewPath}"><font face="Arial" size="2">Return to record</font></a>`);
  }
  const box = (label: string, name: string, size: number): LegacyCell => ({
    label,
    lines: [
      html`<input type="text" name="${name}" value="${form.get(name) ?? ''}" size="${size}" maxlength="${Math.max(size, 10)}">${problem(name)}`,
    ],
  });
  const problem = (name: string) =>
    errors.has(name) && html`<br><font size="1" color="#cc0000">${errors.get(name)}</font>`;
  const select = (
    label: string,
    name: string,
    options: readonly (readonly [string, string])[],
  ): LegacyCell => ({
    label,
    lines: [
      html`<select name="${name}"><option value="">--</option>${options.map(
        ([value, words]) =>
          html`<option value="${value}"${form.get(name) === value && html` selected`}>${words}</option>`,
      )}</select>${problem(name)}`,
    ],
  });
  const cells = [
    select('Occ. Type *', 'kind', CONTACT_KINDS),
    box('Occ. Date *', 'heldOn', 10),
    select('Method', 'mode', CONTACT_MODES),
    box('Mins *', 'minutes', 4),
    box('Locn', 'place', 30),
    box('Also Pres.', 'present', 30),
    select('Result', 'outcome', CONTACT_OUTCOMES),
    box('Next Action', 'nextAction', 10),
  ];
  const log: LegacyCell = {
    label: 'Log',
    lines: [
      html`<textarea name="log" rows="4" cols="60" maxlength="${LEGACY_LOG}">\n${form.get('log') ?? ''}</textarea>${problem('log')}`,
    ],
  };
  return contentPage(html`${
    errors.size > 0 &&
    html`<p><font face="Arial" size="2" color="#cc0000"><b>Not saved. Please put right the entries marked in red.</b></font></p>`
  }
<form name="occ" method="post" action="${contactPath}" autocomplete="off">
${panel(`Contact log - ${record.reference}`, html`${grid(cells)}${grid([log])}`)}
<input type="submit" value="Add entry"> <a href="${viewPath}"><font face="Arial" size="2">Cancel</font></a>
</form>`);
}
