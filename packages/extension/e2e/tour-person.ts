/** The screens of work with a person: details, people, the ledger, taking part, notices to others, the contact plan. */
import { cancels, chooses, presses, saveWords, sees, types } from './officer.ts';
import type { Tour } from './tour.ts';
import { choosesFirst, opensActs, opensFirstSubject, opensSection } from './tour-controls.ts';

const AVOIDED = 'Raised voices, and questions that come two at once.';

/** From anywhere, to the page for a visit. There is at least one subject. */
export async function toursPerson({ page, visit }: Tour): Promise<void> {
  const opens = async (section: string): Promise<void> => {
    await sees(page, 'Opening this page was logged.');
    await opensSection(page, section);
  };
  const leaves = async (): Promise<void> => {
    await cancels(page);
    await sees(page, 'Opening this page was logged.');
  };
  await opensFirstSubject(page);
  await sees(page, 'Opening this page was logged.');
  await visit('subject-overview');
  await opens('Details');
  await presses(page, 'Add addresses');
  await sees(page, 'How you know');
  await presses(page, await saveWords(page));
  await sees(page, 'There is a problem');
  await visit('person-detail');
  await leaves();
  await presses(page, 'Add data subject categories');
  await sees(page, 'Suspected of, or about to commit');
  await visit('person-category');
  await leaves();
  for (const [section, button, screen] of [
    ['Identifiers', 'Add an identifier', 'person-handle'],
    ['Related people', 'Add a person', 'person-related'],
    ['Taking part and basis', 'Record an answer about taking part', 'person-participation'],
    ['Taking part and basis', 'Record a lawful basis', 'person-basis'],
    ['Who was told', 'Record who was told', 'person-telling'],
    ['Files', 'Attach a file', 'person-attach'],
  ] as const) {
    await opens(section);
    await presses(page, button);
    await page.waitForFunction(
      (words) => document.querySelector('main h1')?.textContent?.includes(words),
      {},
      button,
    );
    await visit(screen);
    await leaves();
  }
  await opensActs(page);
  await presses(page, 'Ask for a check before contact');
  await sees(page, 'Everybody who opens this page will see that a check is needed');
  await visit('person-ask-check');
  await leaves();
  await opens('Contact plan');
  // A subject whose plan was written on the other surface has one to change.
  const hasPlan = await page.evaluate(() =>
    document.body.innerText.includes('Change the contact plan'),
  );
  await presses(page, hasPlan ? 'Change the contact plan' : 'Write the contact plan');
  await types(page, 'Preferred name', 'Taz');
  await types(page, 'What to avoid', AVOIDED);
  await chooses(page, 'Telephone');
  await types(page, 'Communication needs', 'Short sentences, and time to answer.');
  await choosesFirst(page, 'Condition under which');
  await types(page, 'Why it is strictly necessary', 'They ask for it.');
  await visit('person-plan');
  // A visit may have typed over it, and a later step looks for it on the page for the visit.
  await types(page, 'What to avoid', AVOIDED);
  await types(page, 'Best times', hasPlan ? 'After six.' : 'After school.');
  await presses(page, await saveWords(page));
  await opens('Contact plan');
  await presses(page, 'Page for a visit');
  await sees(page, 'Raised voices');
  await visit('contact-plan');
  await opensFirstSubject(page);
  await opens('Timeline');
  await presses(page, 'Print or hand on this chronology');
  await sees(page, 'It shows what you chose to show');
  await choosesFirst(page, 'Where is it going?');
  await sees(page, 'Prepared on');
  await visit('chronology');
}
