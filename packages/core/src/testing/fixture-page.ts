/** Small pages in the shapes that officers meet, of no particular system, with the values a reading finds on them. */
import type { FieldPath } from '../capture/field/field-path.js';

export interface FixturePage {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly html: string;
  /** Values for the generic reading, by path; empty where the page holds no referral. */
  readonly fields: Readonly<Partial<Record<FieldPath, readonly string[]>>>;
}

const page = (
  id: string,
  title: string,
  body: string,
  fields: FixturePage['fields'] = {},
): FixturePage => ({
  id,
  url: `https://${id}.fixture.example.org/`,
  title,
  html: `<!doctype html><html lang="en-GB"><head><title>${title}</title></head><body>${body}</body></html>`,
  fields,
});

export const fixturePages: readonly FixturePage[] = [
  page(
    'summary-list',
    'Referral',
    `<h1>Referral</h1>
<h2>Subject</h2>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Full name</dt><dd class="govuk-summary-list__value">Marlo Quill</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Date of birth</dt><dd class="govuk-summary-list__value">14 March 2010</dd></div>
</dl>
<h2>Referrer</h2>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Full name</dt><dd class="govuk-summary-list__value">Ottilie Brandt</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Organisation</dt><dd class="govuk-summary-list__value">Testford Academy</dd></div>
</dl>`,
    {
      'subject.name': ['Marlo Quill'],
      'subject.bornOn': ['2010-03-14'],
      'referrer.name': ['Ottilie Brandt'],
      'referrer.organisation': ['Testford Academy'],
    },
  ),
  page(
    'layout-table',
    'Record',
    `<h1>Record</h1>
<table><tr><td><b>Subject</b></td></tr><tr><td><table>
<tr><td>Surname:</td><td>VAEL</td><td>Forename(s):</td><td>Taz</td></tr>
<tr><td>D.O.B.:</td><td>02/11/2009</td><td>Postcode:</td><td>ZZ99 3VZ</td></tr>
</table></td></tr></table>`,
    {
      'subject.familyName': ['VAEL'],
      'subject.givenNames': ['Taz'],
      'subject.bornOn': ['2009-11-02'],
      'subject.postcode': ['ZZ99 3VZ'],
    },
  ),
  page(
    'form',
    'Amend',
    `<form><fieldset><legend>Subject</legend>
<p><label for="n">Name</label> <input id="n" value="Ines Okoro"></p>
<p><label>Telephone <input value="07700 900321"></label></p>
<p><label for="pw">Password</label> <input id="pw" type="password" value="never-read"></p>
</fieldset></form>`,
    { 'subject.name': ['Ines Okoro'] },
  ),
  page(
    'message',
    'Message',
    `<h1>Message</h1><div><p>Hello,</p><p>Please can somebody ring me about the talk next week?</p><p>Thank you</p></div>`,
  ),
  page(
    'list',
    'Results',
    `<h1>Results</h1><table><thead><tr><th>Item</th><th>Room</th></tr></thead>
<tbody><tr><td>Projector</td><td>12</td></tr><tr><td>Laptop</td><td>14</td></tr></tbody></table>`,
  ),
  page('empty', 'Nothing', ''),
];
