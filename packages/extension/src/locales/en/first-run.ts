/** Words of first run: setting up a vault. */
export const firstRun = {
  'first-run.step': 'Step {step} of {steps}',
  'first-run.welcome.title': 'Set up the Cyber Prevent Toolkit',
  'first-run.welcome.what':
    'This toolkit is for Cyber Choices officers. It reads a page of your record systems when you ask it to, keeps what you choose, and helps you record, grade and report.',
  'first-run.welcome.never': 'What it never does',
  'first-run.welcome.never.read': 'It never reads a page that you did not ask it to read.',
  'first-run.welcome.never.send':
    'It never sends anything anywhere. It makes no connection at all.',
  'first-run.welcome.never.decide':
    'It never decides: it does not accept, refuse, score or merge anybody by itself.',
  'first-run.welcome.never.write':
    'It never writes anything readable to this computer, except for files that you export.',
  'first-run.kind': 'Which vault do you want to set up?',
  'first-run.kind.practice': 'Practice',
  'first-run.kind.practice.hint':
    'To try things out and to train. Every person in it must be fictional, and every page and print says so.',
  'first-run.kind.live': 'Live',
  'first-run.kind.live.hint':
    'For real people. Your force must have agreed to its use. You can set up a practice vault as well, later.',
  'first-run.kind.missing': 'Select practice or live',
  'first-run.who.title': 'Who you are',
  'first-run.who.why':
    'Every record says who made it. Your name and number go on it, and your keys are made for you.',
  'first-run.who.name': 'Rank and name',
  'first-run.who.name.hint': 'As it appears on a statement, for example DC Rowan Thackeray',
  'first-run.who.name.missing': 'Enter your rank and name',
  'first-run.who.number': 'Collar or warrant number',
  'first-run.who.number.missing': 'Enter your collar or warrant number',
  'first-run.who.force': 'Force',
  'first-run.who.force.missing': 'Select your force',
  'first-run.who.role': 'Role',
  'first-run.who.role.hint': 'For example regional cyber Prevent officer',
  'first-run.who.role.missing': 'Enter your role',
  'first-run.purpose.title': 'The law you work under',
  'first-run.purpose.why':
    'Each record carries the law that it is kept under. Ask your data protection officer if you are not sure.',
  'first-run.purpose.regime': 'Which rules apply to your Cyber Choices work?',
  'first-run.purpose.regime.part3.hint': 'Most police work: preventing and detecting crime',
  'first-run.purpose.regime.uk-gdpr.hint': 'Work that is not for a law enforcement purpose',
  'first-run.purpose.regime.missing': 'Select which rules apply',
  'first-run.purpose.policy': 'Reference of your force’s appropriate policy document (optional)',
  'first-run.purpose.policy.hint':
    'The law asks for this document before health, ethnicity, religion and the like are recorded. Without a reference the toolkit does not take such values.',
  'first-run.passphrase.title': 'Choose a passphrase',
  'first-run.passphrase.why':
    'It unlocks the vault. Nobody can look it up or reset it: not your administrator, and not the people who made this.',
  'first-run.passphrase.rules':
    'Use 12 characters or more. Four words that do not belong together are good, and easier than symbols. Do not use one that you use elsewhere.',
  'first-run.passphrase.label': 'Passphrase',
  'first-run.passphrase.again': 'The same passphrase again',
  'first-run.passphrase.short': 'Enter a passphrase of 12 characters or more',
  'first-run.passphrase.differs': 'Enter the same passphrase in both boxes',
  'first-run.passphrase.count': {
    one: '1 character so far. Use 12 or more.',
    other: '{count} characters so far. Use 12 or more.',
  },
  'first-run.passphrase.long-enough': 'Long enough. More words are stronger than more symbols.',
  'first-run.create': 'Set up the vault',
  'first-run.creating': 'Setting up. Making the keys takes a few seconds…',
  'first-run.recovery.title': 'Print or write down the recovery key',
  'first-run.recovery.why':
    'It opens the vault if you forget your passphrase. It is shown once, now, and is not kept anywhere. Put it in a sealed envelope where your force keeps such things, not with this computer.',
  'first-run.recovery.key': 'Recovery key',
  'first-run.recovery.print': 'Print this page',
  'first-run.recovery.for': 'Recovery key of the {kind} vault of {name}, {number}',
  'first-run.recovery.kind.practice': 'practice',
  'first-run.recovery.kind.live': 'live',
  'first-run.recovery.done': 'I have printed it or written it down',
  'first-run.recovery.done.missing':
    'Tick the box once you have printed the key or written it down',
  'first-run.recovery.check': 'To be sure, type two of its groups from your copy',
  'first-run.recovery.group': 'Group {number}',
  'first-run.recovery.group.wrong': 'Group {number} is not as printed. Check your copy.',
  'first-run.card.title': 'Your colleague card',
  'first-run.card.why':
    'A colleague needs this card to send you a sealed handover, and to check that an answer is really yours. It holds your name, number, force, role and public keys. Nothing in it is secret.',
  'first-run.card.export': 'Export the card',
  'first-run.card.exported': 'The card was handed to your browser to save.',
  'first-run.card.aloud':
    'When a colleague takes your card in, read these digits aloud to each other, by telephone or face to face. If they differ, the card was changed on the way.',
  'first-run.card.fingerprint': 'Digits to read aloud',
  'first-run.card.later': 'You can export it again later, under Help or Settings.',
  'first-run.failed':
    'The vault was not set up, because the browser did not answer. Nothing was lost: try again.',
  'first-run.leave': 'Leave this, and go to the vault that is already here',
  'first-run.finish': 'Start work',
} as const;
