/** Habits that make English read as translated, as data, and the sentences that have one. */

/** A habit by its pattern, with a sentence that has it and what a British colleague would say. */
export interface Habit {
  readonly pattern: RegExp;
  readonly written: string;
  readonly say: string;
}

export const HABITS: readonly Habit[] = [
  {
    pattern: /\bst(and|ands|ood)\b/i,
    written: 'A hold stands since 3 March.',
    say: 'A hold has been in place since 3 March.',
  },
  {
    pattern: /\bany more\b/i,
    written: 'This notice is not held any more.',
    say: 'This notice is no longer held.',
  },
  {
    pattern: /\bor no longer\b/i,
    written: 'This notice is not held, or no longer.',
    say: 'This notice is not held here.',
  },
  {
    pattern: /\bbec(ame|omes|ome) of\b/i,
    written: 'Ask what became of the advice',
    say: 'Find out what happened to the advice',
  },
  {
    pattern: /\bc[ao]mes? of\b/i,
    written: 'Open the referral that came of it',
    say: 'Open the referral made from it',
  },
  {
    pattern: /\b(go|goes|gone|going) on (after|in|otherwise|to|with)\b/i,
    written: 'Go on with the assessment',
    say: 'Continue the assessment',
  },
  {
    pattern: /\b(save|press|continue) and go on\b/i,
    written: 'Save and go on',
    say: 'Save and continue',
  },
  {
    pattern: /\banew\b/i,
    written: 'Begin anew with this page',
    say: 'Start again with this page',
  },
  {
    pattern: /\bwh(at|ich|o|om)ever\b/i,
    written: 'Tell whoever looks after the toolkit',
    say: 'Tell your administrator',
  },
  {
    pattern: /(?<!\b(by|for|from|of|to|with) )\bwhom\b/i,
    written: 'Say whom you told.',
    say: 'Say who you told.',
  },
  {
    pattern: /\bbeside\b/i,
    written: 'Their own words are beside yours.',
    say: 'Their own words are next to yours.',
  },
  {
    pattern: /\bof (her|his|its|one’s|our|their|your) own(?=$|[.,;:?!]| (and|for|or)\b)/i,
    written: 'Open that part in a tab of its own.',
    say: 'Open that part in its own tab.',
  },
  {
    pattern: /(?<!\bthere )\b(are|is|was|were) no (?!longer\b)/i,
    written: 'They are no official rule.',
    say: 'They are not an official rule.',
  },
  {
    pattern: /\b(tells?|who told) of\b/i,
    written: 'A crime that a stop card tells of',
    say: 'A crime that a stop card reports',
  },
  {
    pattern: /\bto be had\b|\bcannot be had\b/i,
    written: 'What cannot be had is counted as skipped.',
    say: 'Anything unavailable is counted as skipped.',
  },
  {
    pattern: /\bat hand\b/i,
    written: 'No instrument is at hand.',
    say: 'There are no instruments.',
  },
  {
    pattern: /\ball the same\b/i,
    written: 'Load it all the same',
    say: 'Load it anyway',
  },
  {
    pattern: /\b(bears?|bearing) on\b/i,
    written: 'It bears on no level.',
    say: 'It does not affect the level.',
  },
  {
    pattern: /\bforetells?\b/i,
    written: 'Nobody has tested whether its levels foretell anything.',
    say: 'Nobody has tested whether its levels predict anything.',
  },
  {
    pattern: /\btakes? (its|the|their) place\b/i,
    written: 'A later assessment takes its place.',
    say: 'A later assessment replaces it.',
  },
  {
    pattern: /\b(answer|one|version) of before\b/i,
    written: 'Keep the answer of before',
    say: 'Keep the earlier answer',
  },
  {
    pattern: /\b(anything|nothing|something) else than\b|\botherwise than\b/i,
    written: 'It holds something else than was typed.',
    say: 'It holds something other than was typed.',
  },
  {
    pattern: /\blast save is of\b/i,
    written: 'The last save is of 3 March.',
    say: 'Your records were last saved on 3 March.',
  },
  {
    pattern:
      /\b(subjects?|persons?|people|nobody|somebody)( [^ .,:;]+){0,6} (is|are|was|were|already)( already| no longer| not)? held\b/i,
    written: 'Nobody with that name is held here',
    say: 'Nobody on record has that name',
  },
  {
    pattern: /\btold of\b/i,
    written: 'Nobody has been told of this concern.',
    say: 'Nobody has been told about this concern.',
  },
  {
    pattern: /\bonce more\b/i,
    written: 'To change it again, save once more.',
    say: 'To change it again, save again.',
  },
  {
    pattern: /\bhaving come\b/i,
    written: 'Nobody is recorded as having come.',
    say: 'Nobody is recorded as attending.',
  },
  {
    pattern: /\bis like (the|this|that) person\b/i,
    written: 'Somebody on record is like the person in this draft.',
    say: 'Somebody on record is similar to the person in this draft.',
  },
  {
    pattern: /\b(nobody|nothing|no one)( \w+){1,4} but (it|that|the|they|this|you|your)\b/i,
    written: 'Nobody changes them but you.',
    say: 'Only you can change them.',
  },
  {
    pattern: /\bsays? the same\b/i,
    written: 'The fields say the same.',
    say: 'The fields are the same.',
  },
  {
    pattern: /\bis (not )?of the (ones?|people|person)\b/i,
    written: 'This is not of the one that you chose.',
    say: 'This belongs to a different person from the one you chose.',
  },
  {
    pattern: /\b(condition|promise)\b.* (may|might) not be kept\b/i,
    written: 'This condition may not be kept.',
    say: 'This condition may have been breached.',
  },
  {
    pattern: /\b(is|are) to be kept to\b/i,
    written: 'This condition is to be kept to until 3 March.',
    say: 'This condition applies until 3 March.',
  },
  {
    pattern:
      /\b(upon|thereby|whereby|wherein|therein|thereof|hitherto|insofar|whilst|amongst|by means of|in order that)\b/i,
    written: 'Amongst these is the paper by means of which they were told.',
    say: 'One of these is the paper that told them.',
  },
  {
    pattern: /\banother [^.,:;]{1,40} than\b/i,
    written: 'It belongs to another law than the one you work under.',
    say: 'It belongs to a different law from the one you work under.',
  },
  {
    pattern: /\bmade of (it|that|the|this)\b/i,
    written: 'A referral was made of this enquiry already.',
    say: 'A referral has already been made from this enquiry.',
  },
  {
    pattern:
      /\b(enquiry|information|intelligence|referral|reply)( or \w+)? came\b(?! (back|from|in))/i,
    written: 'An enquiry came on 3 March.',
    say: 'An enquiry was received on 3 March.',
  },
  {
    pattern: /^(how|what|who|whether)\b[^.?]* was (noted|recorded|saved)$/i,
    written: 'Who was told was recorded',
    say: 'You have recorded who was told',
  },
  {
    pattern: /^no [^.,:;]+ was (opened|placed|refused|served|written)\b/i,
    written: 'No notice was served.',
    say: 'No notice has been served.',
  },
  {
    pattern: /\btak(e|en|es|ing)( (it|that|the|this)( \w+){0,2})? back\b/i,
    written: 'This save cannot be taken back.',
    say: 'This save cannot be undone.',
  },
  {
    pattern: /\bcall(s|ed) for (a|it)\b/i,
    written: 'Say what calls for a review.',
    say: 'Say why a review is due.',
  },
  {
    pattern: /\bmeanwhile\./i,
    written: 'The vault was locked meanwhile.',
    say: 'The vault was locked in the meantime.',
  },
];

/** Sentences with a habit, each with what to say instead. What fills a slot is not the sentence’s own. */
export function translated(sentences: Iterable<readonly [at: string, words: string]>): string[] {
  return [...sentences].flatMap(([at, words]) => {
    const own = words.replace(/\{\w*\}/g, '…');
    return HABITS.filter(({ pattern }) => pattern.test(own)).map(
      ({ written, say }) => `${at}: “${words}”. Not “${written}” but “${say}”`,
    );
  });
}
