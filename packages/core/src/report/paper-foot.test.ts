/** Our reference at the foot of a paper, and in the notice of a later correction to whoever was given it. */
import { expect, it } from 'vitest';
import { correctionWords } from '../casework/keeping/correction-words.js';
import { paperReference } from '../casework/rules/paper-reference.js';
import { gatherCodeLists } from '../codes/shipped.js';
import type { PlainDate } from '../shared/index.js';
import { buildIntervention, buildReferral, buildSubject } from '../testing/fiction/builder.js';
import { gatherAudiences } from './audience.js';
import { renderTemplate } from './render.js';
import { loadTemplate } from './template.js';
import { caseSummary } from './templates/case-summary.js';
import { chronology } from './templates/chronology.js';

const lists = gatherCodeLists();
const subject = buildSubject({ name: 'Taz Orme', bornOn: '2009-05-05' });
const caseFile = {
  subject,
  referral: buildReferral({ subjectId: subject.id, reference: undefined }),
  interventions: [buildIntervention({ subjectId: subject.id })],
  chronology: [],
  officer: { name: 'Rowan Adeyemi', force: '42' },
  preparedOn: '2026-11-24',
};
const OURS = `Our reference: ${paperReference(subject.id)}`;

it.each(gatherAudiences().audiences.map(({ audience }) => audience))(
  'is under the paper for %s, once',
  (audience) => {
    for (const source of [caseSummary, chronology]) {
      const { markdown, html } = renderTemplate(loadTemplate(source), caseFile, {
        lists,
        audience,
      });
      for (const form of [markdown, html]) expect(form.split(OURS)).toHaveLength(2);
    }
  },
);

it('is in the words of a correction, with the day of the paper, whatever was corrected', () => {
  const disclosedOn = '2026-11-24' as PlainDate;
  for (const corrected of [['Telephone'], ['Name', 'Date of birth'], ['Referral reference']]) {
    const words = correctionWords({ disclosedOn, corrected, isPaper: true }, [], subject);
    expect(words).toContain(`${OURS}.`);
    expect(words).toContain('On 24 November 2026 you received');
    // A table, a file or a form elsewhere has no foot.
    expect(correctionWords({ disclosedOn, corrected }, [], subject)).not.toContain('Our reference');
  }
});
