// The summary edit page: hints, a date of birth in three boxes, and radios under a legend.
import { type Html, type HtmlPart, html } from '../html.ts';
import { page } from '../page.ts';
import { OFFENCES, SEXES, STATED_RISKS } from '../record.ts';
import { choices, type EditOptions, identifierSlots, slots } from './look.ts';
import { serviceHeader, summaryStyle } from './summary-style.ts';

export function editSummary(options: EditOptions): Html {
  const { form, errors, editPath, viewPath } = options;
  const group = (name: string, label: Html, hint: string, boxes: HtmlPart, tag = false) => {
    const content = html`${label}
${hint !== '' && html`<p class="hint" id="${name}-hint">${hint}</p>`}
${errors.has(name) && html`<p class="error" id="${name}-error">${errors.get(name)}</p>`}
${boxes}`;
    const kind = errors.has(name) ? 'group group--error' : 'group';
    return tag
      ? html`<fieldset class="${kind}">${content}</fieldset>\n`
      : html`<div class="${kind}">${content}</div>\n`;
  };
  const describedBy = (name: string, hint: string) => {
    const ids = [hint !== '' && `${name}-hint`, errors.has(name) && `${name}-error`];
    const shown = ids.filter((id) => id !== false);
    return shown.length > 0 && html` aria-describedby="${shown.join(' ')}"`;
  };
  const one = (label: string, name: string, hint = '') =>
    group(
      name,
      html`<label for="${name}">${label}</label>`,
      hint,
      html`<input type="text" id="${name}" name="${name}" value="${form.get(name)}"${describedBy(name, hint)}>`,
    );
  const textArea = (label: string, name: string, rows: number, hint = '') =>
    group(
      name,
      html`<label for="${name}">${label}</label>`,
      hint,
      html`<textarea id="${name}" name="${name}" rows="${rows}"${describedBy(name, hint)}>\n${form.get(name)}</textarea>`,
    );
  const several = (label: string, name: string, least = 1, hint = '') =>
    group(
      name,
      html`<legend>${label}</legend>`,
      hint,
      html`<div class="stack" id="${name}">${slots(form, name, least).map(
        (value, index) =>
          html`<input type="text" name="${name}" value="${value}" aria-label="${label} ${index + 1}">`,
      )}</div>`,
      true,
    );
  const day = (label: string, name: string, hint: string) =>
    group(
      name,
      html`<legend>${label}</legend>`,
      hint,
      html`<div class="boxes" id="${name}">${['Day', 'Month', 'Year'].map((part) => {
        const box = `${name}-${part.toLowerCase()}`;
        return html`<div${part === 'Year' && html` class="wide"`}><label for="${box}">${part}</label><input type="text" inputmode="numeric" id="${box}" name="${box}" value="${form.get(box)}"></div>`;
      })}</div>`,
      true,
    );
  const chooser = (
    type: 'radio' | 'checkbox',
    label: string,
    name: string,
    allowed: readonly string[],
  ) => {
    const chosen = form.getAll(name);
    const items = choices(allowed, chosen).map((term, index) => {
      const id = `${name}-${index + 1}`;
      return html`<div class="choice"><input type="${type}" id="${id}" name="${name}" value="${term}"${chosen.includes(term) && html` checked`}> <label for="${id}">${term}</label></div>\n`;
    });
    // The empty hidden value distinguishes a form with nothing ticked from one without the question.
    const nothing = type === 'checkbox' && html`<input type="hidden" name="${name}" value="">`;
    return group(name, html`<legend>${label}</legend>`, '', html`${nothing}${items}`, true);
  };
  const section = (legend: string, ...groups: readonly HtmlPart[]) =>
    html`<fieldset class="section">\n<legend>${legend}</legend>\n${groups}</fieldset>\n`;

  return page(
    html`${serviceHeader}
<main>
<p><a href="${viewPath}">Back</a></p>
${errorSummary(options)}
<h1>Change the referral</h1>
<form method="post" action="${editPath}" autocomplete="off" novalidate>
${section(
  'Subject',
  one('Given names', 'givenNames'),
  one('Family name', 'familyName'),
  several('Also known as', 'aliases'),
  day(
    'Date of birth',
    'bornOn',
    'For example, 27 3 2007. Leave the boxes empty if it is not known',
  ),
  chooser('radio', 'Sex', 'sexRecorded', SEXES),
  several('Address', 'address', 4),
  one('Postcode', 'postcode', 'For example, ZZ99 9ZZ'),
  one('School, college or employer', 'school'),
  several('Telephone number', 'phones', 2, 'For example, 01632 960001 or 07700 900001'),
  several('Email address', 'emails'),
  identifiers(options),
  textArea('Communication needs', 'communicationNeeds', 3),
)}
${section(
  'Referral',
  one('Reference number', 'reference', 'As it stands on the referral, for example NCCU/2026/0001'),
  several('Other references', 'otherReferences'),
  day('Date received', 'receivedOn', 'For example, 27 3 2026'),
  chooser('checkbox', 'Suspected offences', 'suspectedOffences', OFFENCES),
  several('Law mentioned', 'lawMentioned'),
  several('Dates of incidents', 'incidentDates', 1, 'For example, 27/03/2026'),
  chooser('radio', 'Risk stated by the referrer', 'statedRisk', STATED_RISKS),
  textArea('Details of concern', 'narrative', 12, 'Do not give the names of other children'),
)}
${section(
  'Referrer',
  one('Full name', 'referrerName'),
  one('Organisation', 'referrerOrganisation'),
  one('Job title or role', 'referrerRole'),
  one('Telephone number', 'referrerPhone'),
  one('Email address', 'referrerEmail'),
)}
${section(
  'Parent or carer',
  one('Full name', 'parentName'),
  one('Relationship to subject', 'parentRelationship'),
  one('Telephone number', 'parentPhone'),
  one('Email address', 'parentEmail'),
)}
<button type="submit">Save and continue</button>
</form>
</main>`,
    summaryStyle,
  );
}

function errorSummary({ errors }: EditOptions): HtmlPart {
  if (errors.size === 0) return false;
  const items = [...errors].map(
    ([name, message]) => html`<li><a href="#${name}">${message}</a></li>`,
  );
  return html`<div class="errors" role="alert"><h2>There is a problem</h2><ul>${items}</ul></div>`;
}

function identifiers({ form, errors }: EditOptions): Html {
  const problems = ['asSeen', 'firstSeenOn']
    .filter((name) => errors.has(name))
    .map((name) => html`<p class="error" id="${name}">${errors.get(name)}</p>`);
  const rows = identifierSlots(form).map((slot, index) => {
    const box = (name: keyof typeof slot, label: string) => {
      const id = `${name}-${index + 1}`;
      return html`<div class="wide"><label for="${id}">${label}</label><input type="text" id="${id}" name="${name}" value="${slot[name]}"></div>`;
    };
    return html`<fieldset class="group"><legend>Online username ${index + 1}</legend><div class="boxes">${[
      box('platform', 'Platform'),
      box('asSeen', 'Username'),
      box('firstSeenOn', 'First seen'),
    ]}</div></fieldset>\n`;
  });
  return html`${problems}${rows}`;
}
