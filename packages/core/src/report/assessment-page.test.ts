import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/index.js';
import { MARKING_OF_A_PERSON } from '../record/marking.js';
import { gatherInstruments } from '../risk/index.js';
import type { PlainDate } from '../shared/index.js';
import { buildAssessment, buildSubject } from '../testing/fiction/builder.js';
import { type AssessmentPageInput, renderAssessmentPage } from './assessment-page.js';

const lists = gatherCodeLists();
const judgement = gatherInstruments().get('cyber-prevent-judgement');
if (!judgement) throw new Error('no judgement');

function page(bornOn: string | undefined, over: Partial<AssessmentPageInput> = {}) {
  const answers = judgement?.items.map(({ id }) => ({ item: id, answer: 'present' })) ?? [];
  return renderAssessmentPage(
    {
      assessment: buildAssessment({
        answers,
        formulation: 'Dared by Wilma.',
        instrument: 'cyber-prevent-judgement',
      } as object),
      instrument: judgement as AssessmentPageInput['instrument'],
      subject: buildSubject({
        name: 'Petra Lindqvist',
        ...(bornOn ? { bornOn: bornOn as PlainDate } : {}),
      }),
      words: 'We meet on Tuesday.',
      level: 'Medium',
      officer: { name: 'DC Thackeray', force: 'thames-valley' },
      preparedOn: '2026-11-24' as PlainDate,
      ...over,
    },
    { lists },
  );
}

describe('the page about an assessment for the subject', () => {
  it('says what goes well and what worries, the level and the officer’s words', () => {
    const { markdown, marking } = page('2009-03-14');
    expect(marking).toBe(MARKING_OF_A_PERSON);
    for (const words of ['We meet on Tuesday.', 'Medium', 'There is an adult whom you can talk to'])
      expect(markdown).toContain(words);
  });

  it('says nothing of anybody else, nor what the officer wrote for the file', () => {
    const { markdown } = page('2009-03-14');
    for (const { id, prompt, plain } of judgement.items) {
      expect(markdown).not.toContain(prompt);
      if (['peers', 'recruited', 'held-over', 'people-harmed', 'bullied'].includes(id))
        expect(plain).toBeUndefined();
    }
    expect(markdown).not.toContain('Wilma');
  });

  it('is in simpler words for a child under 14, and in plain ones where the age is not known', () => {
    expect(page('2013-11-25').title).toBe('What we considered');
    expect(page('2012-11-24').title).toBe('Your assessment in plain words');
    expect(page(undefined).title).toBe('Your assessment in plain words');
  });

  it('says of what is only so in part that it is not certain', () => {
    const [item] = judgement.items.filter(({ bears, plain }) => bears === 'concern' && plain);
    const { markdown } = page('2009-03-14', {
      assessment: buildAssessment({
        answers: [{ item: item?.id ?? '', answer: 'partly' }],
        instrument: 'cyber-prevent-judgement',
      } as object),
    });
    expect(markdown).toContain(`${item?.plain} (only partly, or we are not sure)`);
  });

  it('puts no concern into anybody’s mind that nobody asked about', () => {
    const { markdown } = page('2009-03-14', {
      assessment: buildAssessment({ answers: [], instrument: 'cyber-prevent-judgement' } as object),
    });
    for (const { bears, plain } of judgement.items)
      if (plain !== undefined) expect(markdown.includes(plain)).toBe(bears !== 'concern');
  });

  it('says of nothing that it was talked about, whatever source it is from', () => {
    for (const bornOn of ['2013-11-25', '2009-03-14']) {
      const { markdown, title } = page(bornOn);
      expect(`${title} ${markdown}`).not.toMatch(/talked about/);
      expect(markdown).toContain('What we considered');
    }
  });

  it('lists what is not known as not known, and never as a statement', () => {
    for (const bornOn of ['2013-11-25', '2009-03-14']) {
      const { markdown } = page(bornOn, {
        assessment: buildAssessment({
          answers: [{ item: 'role-model', answer: 'unknown' }],
          instrument: 'cyber-prevent-judgement',
        } as object),
      });
      const asked = judgement.items.flatMap(({ bears, plain }) =>
        bears !== 'concern' && plain !== undefined ? [plain] : [],
      );
      for (const plain of asked)
        expect(markdown.split('\n').filter((line) => line.includes(plain))).toEqual([
          expect.stringContaining(`Not known yet: “${plain}”`),
        ]);
    }
  });

  it('takes no marks of a template from what was typed', () => {
    const { markdown } = page('2009-03-14', { words: ':value[officer.force] <b>x</b>' });
    expect(markdown).not.toContain('thames-valley');
    expect(markdown).toMatch(/\\?:value/);
  });
});
