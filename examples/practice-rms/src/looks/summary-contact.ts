// The summary contact form: radio buttons under legends, a date in three boxes.
import { CONTACT_KINDS, CONTACT_MODES, CONTACT_OUTCOMES, contactRows } from '../contact.ts';
import { type Html, type HtmlPart, html } from '../html.ts';
import { page } from '../page.ts';
import type { ContactOptions } from './look.ts';
import { serviceHeader, summaryStyle } from './summary-style.ts';

export function contactSummary({
  record,
  form,
  errors,
  contactPath,
  viewPath,
  kept,
}: ContactOptions): Html {
  if (kept)
    return page(
      html`${serviceHeader}<main><h1>Contact recorded</h1>
<dl>${contactRows(kept.reference, kept.contact).map(([label, text]) => html`<dt>${label}</dt><dd>${text || '–'}</dd>\n`)}</dl>
<p><a href="${viewPath}">Back to the referral</a></p></main>`,
      summaryStyle,
    );
  const wrapped = (name: string, content: HtmlPart) =>
    html`<fieldset class="${errors.has(name) ? 'group group--error' : 'group'}">${content}</fieldset>\n`;
  const problem = (name: string) =>
    errors.has(name) && html`<p class="error" id="${name}-error">${errors.get(name)}</p>`;
  const one = (label: string, name: string) =>
    html`<div class="group"><label for="${name}">${label}</label>${problem(name)}<input type="text" id="${name}" name="${name}" value="${form.get(name) ?? ''}"></div>\n`;
  const radios = (label: string, name: string, options: readonly (readonly [string, string])[]) =>
    wrapped(
      name,
      html`<legend>${label}</legend>${problem(name)}${options.map(([value, words], index) => {
        const id = `${name}-${index + 1}`;
        return html`<div class="choice"><input type="radio" id="${id}" name="${name}" value="${value}"${form.get(name) === value && html` checked`}> <label for="${id}">${words}</label></div>\n`;
      })}`,
    );
  const day = wrapped(
    'heldOn',
    html`<legend>Date of contact</legend><p class="hint">For example, 27 3 2026</p>${problem('heldOn')}
<div class="boxes">${['Day', 'Month', 'Year'].map((part) => {
      const box = `heldOn-${part.toLowerCase()}`;
      return html`<div><label for="${box}">${part}</label><input type="text" inputmode="numeric" id="${box}" name="${box}" value="${form.get(box) ?? ''}"></div>`;
    })}</div>`,
  );
  return page(
    html`${serviceHeader}
<main>
<p><a href="${viewPath}">Back</a></p>
<h1>Record a contact</h1>
<p>Referral ${record.reference}</p>
<form method="post" action="${contactPath}" autocomplete="off" novalidate>
${radios('Type of contact', 'kind', CONTACT_KINDS)}
${day}
${radios('Method of contact', 'mode', CONTACT_MODES)}
${one('Contact time in minutes', 'minutes')}
${one('Place of contact', 'place')}
${one('Who else was present', 'present')}
${radios('Outcome', 'outcome', CONTACT_OUTCOMES)}
<div class="group"><label for="log">What happened</label>${problem('log')}<textarea id="log" name="log" rows="8">\n${form.get('log') ?? ''}</textarea></div>
<button type="submit">Save and continue</button>
</form>
</main>`,
    summaryStyle,
  );
}
