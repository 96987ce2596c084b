/** The head of a job that begins on Today: the press on the person, or on an entry that is due for them. */
import type { Hand } from './hand.ts';
import type { Desk } from './job.ts';

export interface Begun {
  readonly hand: Hand;
  readonly name: string;
}

/** Keeps a person, opens Today uncounted, and opens what is due or, without that, the person's record. */
export async function fromToday(
  desk: Desk,
  person: Parameters<Desk['keeps']>[0],
  due?: string,
): Promise<Begun> {
  const { name } = await desk.keeps(person);
  await desk.opensToday();
  const hand = desk.hand();
  await hand.pressRow(name, due);
  if (due === undefined) await hand.see('Opening this page was logged.');
  return { hand, name };
}
