// The legacy edit page: no label elements, only the cell to the left of each box.
import { type Html, html } from '../html.ts';
import { OFFENCES, SEXES, STATED_RISKS } from '../record.ts';
import { contentPage, grid, type LegacyCell, panel } from './legacy-frame.ts';
import { choices, type EditOptions, identifierSlots, slots } from './look.ts';

export function editLegacy({ form, errors, editPath, viewPath }: EditOptions): Html {
  const box = (name: string, value: string, size = 28) =>
    html`<input type="text" name="${name}" value="${value}" size="${size}">`;
  const problem = (name: string) =>
    errors.has(name) && html`<br><font size="1" color="#cc0000">${errors.get(name)}</font>`;
  const one = (label: string, name: string, size?: number): LegacyCell => ({
    label,
    lines: [html`${box(name, form.get(name) ?? '', size)}${problem(name)}`],
  });
  const several = (label: string, name: string, least: number): LegacyCell => ({
    label,
    lines: slots(form, name, least).map(
      (value, index) => html`${box(name, value)}${index === 0 && problem(name)}`,
    ),
  });
  const select = (label: string, name: string, allowed: readonly string[]): LegacyCell => {
    const chosen = form.get(name) ?? '';
    const options = choices(allowed, [chosen]).map(
      (term) => html`<option value="${term}"${term === chosen && html` selected`}>${term}</option>`,
    );
    return { label, lines: [html`<select name="${name}">${options}</select>`] };
  };
  // Browsers drop the line break after the tag, so that a value may begin with another.
  const textArea = (label: string, name: string, rows: number, columns: number): LegacyCell => ({
    label,
    lines: [
      html`<textarea name="${name}" rows="${rows}" cols="${columns}">\n${form.get(name)}</textarea>${problem(name)}`,
    ],
  });
  const ticked = form.getAll('suspectedOffences');
  const offences: LegacyCell = {
    label: 'Offences',
    // The empty hidden value distinguishes a form with nothing ticked from one without the question.
    lines: choices(OFFENCES, ticked).map(
      (offence, index) =>
        html`${index === 0 && html`<input type="hidden" name="suspectedOffences" value="">`}<input type="checkbox" name="suspectedOffences" value="${offence}"${ticked.includes(offence) && html` checked`}>&nbsp;${offence}`,
    ),
  };
  const userNames: LegacyCell = {
    label: 'User Names',
    lines: identifierSlots(form).map(
      (slot, index) =>
        html`${box('platform', slot.platform, 8)}&nbsp;${box('asSeen', slot.asSeen, 12)}&nbsp;${box('firstSeenOn', slot.firstSeenOn, 9)}${index === 0 && [problem('asSeen'), problem('firstSeenOn')]}`,
    ),
  };

  const panels: readonly (readonly [string, readonly LegacyCell[]])[] = [
    [
      'Referral',
      [
        one('Ref No *', 'reference'),
        one("Date Rec'd *", 'receivedOn', 10),
        several('Other Refs', 'otherReferences', 2),
        select('Stated Risk', 'statedRisk', STATED_RISKS),
        offences,
        several('Incident Dates', 'incidentDates', 3),
        several('Legislation', 'lawMentioned', 2),
      ],
    ],
    [
      'Subject',
      [
        one('Surname *', 'familyName'),
        one('Forename(s) *', 'givenNames'),
        several('A.K.A.', 'aliases', 2),
        one('D.O.B.', 'bornOn', 10),
        several('Address', 'address', 4),
        select('Sex', 'sexRecorded', SEXES),
        one('Postcode', 'postcode', 10),
        one('School/Employer', 'school'),
        userNames,
        several('Telephone', 'phones', 2),
        textArea('Comm. Needs', 'communicationNeeds', 2, 28),
        several('E-mail', 'emails', 2),
      ],
    ],
    [
      'Referring officer / referrer',
      [
        one('Name *', 'referrerName'),
        one('Organisation', 'referrerOrganisation'),
        one('Rank/Role', 'referrerRole'),
        one('Telephone', 'referrerPhone'),
        one('E-mail', 'referrerEmail'),
      ],
    ],
    [
      'Parent or guardian',
      [
        one('Name', 'parentName'),
        one('Relationship', 'parentRelationship'),
        one('Telephone', 'parentPhone'),
        one('E-mail', 'parentEmail'),
      ],
    ],
    ['Circumstances', [textArea('Details', 'narrative', 12, 90)]],
  ];

  return contentPage(html`${
    errors.size > 0 &&
    html`<p><font face="Arial" size="2" color="#cc0000"><b>Not saved. Please put right the entries marked in red.</b></font></p>`
  }
<form name="rec" method="post" action="${editPath}" autocomplete="off">
${panels.map(([title, cells]) => panel(title, grid(cells)))}
<input type="submit" value="Save"> <a href="${viewPath}"><font face="Arial" size="2">Cancel</font></a>
<font face="Arial" size="1">&nbsp;* must be filled in</font>
</form>`);
}
