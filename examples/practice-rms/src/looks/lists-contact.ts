// The lists contact form: a label for every box, a date box of the browser's own.
import { CONTACT_KINDS, CONTACT_MODES, CONTACT_OUTCOMES, contactRows } from '../contact.ts';
import { type Html, html } from '../html.ts';
import { page } from '../page.ts';
import { listsStyle } from './lists-style.ts';
import type { ContactOptions } from './look.ts';

export function contactLists({
  record,
  form,
  errors,
  contactPath,
  viewPath,
  kept,
}: ContactOptions): Html {
  const header = html`<header><p>Northmoor Referral Desk</p></header>`;
  if (kept)
    return page(
      html`${header}<main><h1>Contact added</h1>
<dl>${contactRows(kept.reference, kept.contact).map(([label, text]) => html`<dt>${label}</dt><dd>${text || '–'}</dd>\n`)}</dl>
<p><a href="${viewPath}">Back to the record</a></p></main>`,
      listsStyle,
    );
  const problem = (name: string) =>
    errors.has(name) && html`<span class="error">${errors.get(name)}</span>`;
  const one = (label: string, name: string, type = 'text') =>
    html`<div class="field"><label for="${name}">${label}</label><input type="${type}" id="${name}" name="${name}" value="${form.get(name) ?? ''}">${problem(name)}</div>\n`;
  const select = (label: string, name: string, options: readonly (readonly [string, string])[]) =>
    html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">Choose</option>${options.map(
      ([value, words]) =>
        html`<option value="${value}"${form.get(name) === value && html` selected`}>${words}</option>`,
    )}</select>${problem(name)}</div>\n`;
  return page(
    html`${header}
<main>
<h1>Add a contact</h1>
<p>Referral ${record.reference}</p>
${errors.size > 0 && html`<p class="errors" role="alert">The contact is not saved. Please put right the ${errors.size} entries marked below.</p>`}
<form method="post" action="${contactPath}" autocomplete="off">
<fieldset><legend>Contact</legend>
${select('Type of contact', 'kind', CONTACT_KINDS)}
${one('Date of contact', 'heldOn', 'date')}
${select('Method of contact', 'mode', CONTACT_MODES)}
${one('Minutes', 'minutes', 'number')}
${one('Location', 'place')}
${one('Others present', 'present')}
${select('Outcome', 'outcome', CONTACT_OUTCOMES)}
<div class="field"><label for="log">Notes</label><textarea id="log" name="log" rows="8">\n${form.get('log') ?? ''}</textarea>${problem('log')}</div>
</fieldset>
<p><button type="submit">Add contact</button> <a href="${viewPath}">Cancel</a></p>
</form>
</main>`,
    listsStyle,
  );
}
