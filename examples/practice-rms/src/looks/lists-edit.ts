// The lists edit page: every box has its label, and the fieldsets name the person.
import { type Html, type HtmlPart, html } from '../html.ts';
import { page } from '../page.ts';
import { OFFENCES, SEXES, STATED_RISKS } from '../record.ts';
import { listsStyle } from './lists-style.ts';
import { choices, type EditOptions, identifierSlots, slots } from './look.ts';

export function editLists({ form, errors, editPath, viewPath }: EditOptions): Html {
  const problem = (name: string) =>
    errors.has(name) && html`<span class="error">${errors.get(name)}</span>`;
  const one = (label: string, name: string, type = 'text') =>
    html`<div class="field"><label for="${name}">${label}</label><input type="${type}" id="${name}" name="${name}" value="${form.get(name)}">${problem(name)}</div>\n`;
  // A date box would drop a typed text that is not a date, so it is shown in a plain one.
  const day = (label: string, name: string) =>
    one(label, name, /^(\d{4}-\d{2}-\d{2})?$/.test(form.get(name) ?? '') ? 'date' : 'text');
  const several = (label: string, name: string, least = 1, type = 'text') =>
    slots(form, name, least).map((value, index) => {
      const id = `${name}-${index + 1}`;
      const text = index === 0 ? label : `${label} ${index + 1}`;
      return html`<div class="field"><label for="${id}">${text}</label><input type="${type}" id="${id}" name="${name}" value="${value}">${index === 0 && problem(name)}</div>\n`;
    });
  const select = (label: string, name: string, allowed: readonly string[]) => {
    const chosen = form.get(name) ?? '';
    const options = choices(allowed, [chosen]).map(
      (term) => html`<option value="${term}"${term === chosen && html` selected`}>${term}</option>`,
    );
    return html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${options}</select></div>\n`;
  };
  const textArea = (label: string, name: string, rows: number) =>
    html`<div class="field"><label for="${name}">${label}</label><textarea id="${name}" name="${name}" rows="${rows}">\n${form.get(name)}</textarea>${problem(name)}</div>\n`;
  const fieldset = (legend: string, ...fields: readonly HtmlPart[]) =>
    html`<fieldset>\n<legend>${legend}</legend>\n${fields}</fieldset>\n`;

  return page(
    html`<header><p>Northmoor Referral Desk</p></header>
<main>
<h1>Edit referral</h1>
${errors.size > 0 && html`<p class="errors" role="alert">The record is not saved. Please put right the ${errors.size} entries marked below.</p>`}
<form method="post" action="${editPath}" autocomplete="off">
${fieldset(
  'Person',
  one('Family name', 'familyName'),
  one('Given names', 'givenNames'),
  several('Also known as', 'aliases'),
  day('Date of birth', 'bornOn'),
  select('Sex recorded', 'sexRecorded', SEXES),
  several('Home address', 'address', 4),
  one('Postcode', 'postcode'),
  one('Place of education or work', 'school'),
  several('Phone', 'phones', 2, 'tel'),
  several('Email', 'emails', 1, 'email'),
  textArea('Communication needs', 'communicationNeeds', 2),
)}
${fieldset('Online identifiers', identifierTable(form), problem('asSeen'), problem('firstSeenOn'))}
${fieldset(
  'Referral',
  one('Reference', 'reference'),
  several('Other reference', 'otherReferences'),
  day('Date of referral', 'receivedOn'),
  select('Risk as stated', 'statedRisk', STATED_RISKS),
  several('Law mentioned', 'lawMentioned', 2),
  several('Incident date', 'incidentDates', 2),
  textArea('What is reported', 'narrative', 12),
)}
${fieldset('Suspected offences', offences(form))}
${fieldset(
  'Referrer',
  one('Name', 'referrerName'),
  one('Organisation', 'referrerOrganisation'),
  one('Role', 'referrerRole'),
  one('Phone', 'referrerPhone', 'tel'),
  one('Email', 'referrerEmail', 'email'),
)}
${fieldset(
  'Parent or guardian',
  one('Name', 'parentName'),
  one('Relationship', 'parentRelationship'),
  one('Phone', 'parentPhone', 'tel'),
  one('Email', 'parentEmail', 'email'),
)}
<p><button type="submit">Save</button> <a href="${viewPath}">Cancel</a></p>
</form>
</main>`,
    listsStyle,
  );
}

function identifierTable(form: URLSearchParams): Html {
  const rows = identifierSlots(form).map((slot, index) => {
    const box = (name: keyof typeof slot, column: string) =>
      html`<td><input type="text" name="${name}" value="${slot[name]}" aria-labelledby="${column} row-${index}"></td>`;
    return html`<tr><th scope="row" id="row-${index}">${index + 1}</th>${[
      box('platform', 'column-platform'),
      box('asSeen', 'column-username'),
      box('firstSeenOn', 'column-first'),
    ]}</tr>\n`;
  });
  return html`<table>
<thead><tr><td></td><th scope="col" id="column-platform">Platform</th><th scope="col" id="column-username">Username</th><th scope="col" id="column-first">First seen</th></tr></thead>
<tbody>\n${rows}</tbody></table>`;
}

/** The empty hidden value distinguishes a form with nothing ticked from one without the question. */
function offences(form: URLSearchParams): Html {
  const ticked = form.getAll('suspectedOffences');
  const boxes = choices(OFFENCES, ticked).map((offence, index) => {
    const id = `offence-${index + 1}`;
    return html`<div class="check"><input type="checkbox" id="${id}" name="suspectedOffences" value="${offence}"${ticked.includes(offence) && html` checked`}> <label for="${id}">${offence}</label></div>\n`;
  });
  return html`<input type="hidden" name="suspectedOffences" value="">\n${boxes}`;
}
