/** Help for each screen, by its name: what it is for, and what happens next. At most three sentences. */
export const helpScreens = {
  'help.screen.today':
    'Everything that needs you now, worked out from your records: the most urgent first. Open an entry to do what it asks; it disappears when you record that it is done. Forms that you have not finished are listed too.',
  'help.screen.diary':
    'Everything that falls due, week by week. An entry disappears when you record what it asks for. You can save the list as a calendar file that names nobody.',
  'help.screen.subjects':
    'Everyone on record here. Find a person by name, other name or reference, and open their record. Opening it is logged.',
  'help.screen.people':
    'The people you selected, as a list to print or to save as a table. Say who receives it and why: that is logged for each of them first.',
  'help.screen.set-reviews':
    'Sets the day on which the cases of the people you selected are reviewed. Each gets a decision in your name. Reviewing, closing and levels are decided one person at a time.',
  'help.screen.review':
    'What was read from a page, from text you pasted or from what you were told. Decide on each value; nothing becomes a record until you save. Afterwards, open the person, or log the first contact.',
  'help.screen.saved-page':
    'Reads a page that was saved as a file. What is read becomes a draft, which you review before anything is kept.',
  'help.screen.bring-in':
    'Reads a file of referrals, such as a spreadsheet. You open each row as a draft, review it and save it; several that leave you nothing to decide can be filed together. Until then nothing of the file is on record.',
  'help.screen.give-out':
    'Makes a file of referrals for another system. Where it is going decides what is in it; you see what is not in it before it leaves. It is logged on each person with its recipient, legal gateway and marking.',
  'help.screen.teach':
    'Teaches the toolkit where one system shows its values, so that it can read the next record there. What you make is tried on this page first. It keeps places and labels, and none of the values.',
  'help.screen.fill':
    'Writes a record into a form of another system. You choose what is typed; you send the form yourself. Afterwards, note the reference that the other system gave it.',
  'help.screen.safeguarding':
    'Records a safeguarding concern: a few words are enough. Call 999 or tell people first, and record it afterwards. Once saved, it stays on Today until you have said who was told.',
  'help.screen.concerns':
    'Every safeguarding concern recorded here, including those that name nobody yet. Open one to read it, to add to it or to say who was told.',
  'help.screen.concern':
    'One safeguarding concern, with everything that was added to it. Record who was told, add what is new, and say who it is about once you know. Close it when nothing more needs to be done.',
  'help.screen.incident':
    'Things that happened at a place when nobody is known. Record one without naming anybody. You can link it to a person later.',
  'help.screen.identifier':
    'Every identifier: accounts, addresses, numbers and keys, of people and of nobody yet. Add one that is nobody’s yet, and say whose it is once you know. An IP address needs the date, the time and the time zone.',
  'help.screen.organisation':
    'Organisations that your records have to do with. Open one to see who is joined to it, or to say that it closed, has a new name or became another. Words to join shows what is written on records, one after the other: you say which organisation is meant.',
  'help.screen.intervention':
    'Records one contact that has taken place. It goes on the person’s record, and a follow-up goes in the diary if you set one. An entry is not edited later: you correct it with another.',
  'help.screen.quick-log':
    'Records a contact of today with only what every entry needs. If there is more to say, continue in the full form: what you have entered comes with you.',
  'help.screen.together':
    'Records one visit or session with several people, in one save. Each person gets an entry that does not mention the others.',
  'help.screen.plan':
    'The plan with a person: made, changed, reviewed or ended. Its review and the target dates of its objectives go in the diary. What it said before stays in the history.',
  'help.screen.session':
    'Arranges a session, or records whether the person came. The session is in the diary until you have said so. What happened is logged as a contact.',
  'help.screen.notice':
    'Cease and desist: records that a notice was served, prints its papers, and notes a possible breach. The form asks first whether a notice is appropriate. Nothing is sent and nobody is told from here.',
  'help.screen.stop-card':
    'For words that may be an admission. Write them down exactly and ask nothing more. What you write stays as it is; you can add later who was told.',
  'help.screen.enquiries':
    'Questions about somebody who is not named. Take one, decide on it, and reply within the time shown. A name comes only with a referral.',
  'help.screen.take-enquiry':
    'Keeps what somebody asked, without the name of the person it is about. Anything that looks like a name or an address is pointed out before you save. Next, decide on it and reply.',
  'help.screen.enquiry':
    'One enquiry: what was asked, what was decided, and the reply. What to do next is shown first. When the form comes back, a referral is made from it.',
  'help.screen.referrals':
    'Referrals, people identified by officers who await a decision, and refusals. Open a referral to see what it needs and by when.',
  'help.screen.referral':
    'One referral: what it says, who made it, and what was decided. Decide on it here. If you accept it, first contact is due next.',
  'help.screen.questions':
    'The published questions of the referral form, and the answers that were given. Leave empty what was not asked or not answered. If an answer may be an admission, stop and open a stop card.',
  'help.screen.decide':
    'Records your decision and its reasons, under your name. Each reason belongs to an outcome: a reason that contradicts the outcome is refused. A later decision can replace this one, and both stay on record.',
  'help.screen.refuse':
    'What happens to a refused referral whose time has come: destroy it, or keep it until another date. What was destroyed cannot be brought back. Only the fact of the refusal remains.',
  'help.screen.identify':
    'Records somebody you came across in other work who is at risk and not suspected of anything. Record only what you need to find them again. A decision about them then goes in the diary.',
  'help.screen.identification':
    'One person identified by an officer, and why. Decide: make a referral, pass it on, or dispose of the record.',
  'help.screen.promise':
    'Keeps what you promised, to whom and by when. It is in the diary until you say whether it was kept.',
  'help.screen.advice':
    'What others asked you and what you said, without naming a child or young person. A follow-up goes in the diary if you set one.',
  'help.screen.note':
    'Keeps one piece of intelligence with its grade and handling. It can be about a person or about nobody in particular. It is left out of case summaries.',
  'help.screen.notes':
    'Every graded note, about a person or about nobody. The list has days and codes, and none of the text. Opening a note shows it, and that is logged.',
  'help.screen.exchange':
    'Makes a sealed file that one colleague can open, or takes one in. Read the digits of their card to each other first. Making a file is logged as a disclosure.',
  'help.screen.log':
    'What you did with records, when and why. Opening this page is logged too. You can export the entries that you have chosen.',
  'help.screen.review-case':
    'Records that you looked at the case, and what you decided. Any reason why a review is due is listed first. Once saved, the review is no longer due.',
  'help.screen.close-case':
    'Closes a case, or opens it again. What is still open is listed first. After closing, a retention review is due.',
  'help.screen.hold':
    'Places, reviews or lifts a hold. While it is in place, nothing about the person can be disposed of. Its review goes in the diary.',
  'help.screen.retention':
    'How long the case is kept, and the review of whether it is still needed. Keeping a review destroys nothing by itself.',
  'help.screen.dispose':
    'Destroys everything recorded about a person. Before it asks you to confirm, it shows anything that stops you, what will be destroyed and what is kept. It cannot be undone.',
  'help.screen.correction':
    'Lists the people who were given details that have since been corrected. Write the notice, tell them, and record that they were told. Nothing is sent from here.',
  'help.screen.handover':
    'Asks a colleague to take cases over, to review or to confirm. A file is made that only they can open. Until they answer with their own key, nothing changes here.',
  'help.screen.second-officer':
    'A request to you from a colleague, or their answer to yours. Read what it is about, then answer with your own key. Give the file with the answer back to them.',
  'help.screen.asked-of-me':
    'What colleagues have asked of you, and what you have asked of them. Open a request to answer it. You can withdraw a request that nobody has answered yet.',
  'help.screen.attach':
    'Files that belong to this person’s record: a signed notice, a screenshot, a photograph. Say what each is and who gave it. They are sealed with the record, and go with it when it is disposed of.',
  'help.screen.know-person':
    'Closes this record to you, because you know the person outside your work. Your supervisor must be told: you make the file for them next. Only they can open the record to you again.',
  'help.screen.conditions':
    'Conditions of cautions, orders, licences and bail, by the day on which each must be met. Open one to see what it asks and what shows that it was met.',
  'help.screen.caution-advice':
    'Records advice on the conditions of a caution, or an order that others made. Each condition goes in the diary with its last day.',
  'help.screen.condition-report':
    'A report for the decision maker about conditions, or about one that may have been breached. Read it, say who receives it, then save or print it. That is logged as a disclosure.',
  'help.screen.summary':
    'The document to hand on about one person. Choose who it is for, and see what is left out for them. Saving and printing are logged as disclosures.',
  'help.screen.detail':
    'Adds, corrects or ends one detail of a person, with how you know it. What was recorded before stays in the history.',
  'help.screen.contact-plan':
    'A page to take on a visit: how the person likes to be met, what they need, what to avoid. It says nothing about a referral, an offence or intelligence.',
  'help.screen.ask-check':
    'Asks everyone to check with investigations before they contact this person, or lifts that check. It is shown on the record without saying why. A safeguarding concern need not wait for it.',
  'help.screen.assess':
    'Answers the items of an instrument about one person. Not known is an answer, and is never counted as no. Save it as a draft; once signed, it never changes.',
  'help.screen.assessment':
    'One assessment: its level, the reasons for it, and what is still open. Sign it when it says what you mean. Another level needs a second officer.',
  'help.screen.assessments':
    'Every assessment, with its level and when its review is due. Open one to read it, to continue it or to sign it.',
  'help.screen.rating':
    'You and a colleague rate the same person without seeing each other’s answers. Files carry each part between you. When both ratings are open, they are compared.',
  'help.screen.instruments':
    'The lists of items that an assessment can use, with what is known about each. Load another from a file. No level decides anything by itself.',
  'help.screen.subject':
    'Everything recorded about one person: what is due, why they are here and what was done. The actions you need most are buttons; all others are under More. Opening this page was logged.',
  'help.screen.act':
    'One form about the person named at the top. What you save goes on their record. Leaving keeps what you have typed as a draft.',
  'help.screen.settings':
    'When the vault locks, your passphrase and recovery key, your colleague card and the adapters. What your force has set cannot be changed here.',
  'help.screen.definitions':
    'Everything that this toolkit works by: lists, limits, templates and rules, each with its source, and who it is from. Set aside a pack that is wrong. Records keep the words that they were made with.',
  'help.screen.take-pack':
    'Takes in a signed file of definitions. Compare the fingerprint of a key that nobody here has compared, then see what would change. Nothing is taken in until you say so.',
  'help.screen.audit':
    'Every action on the records, signed, and whether the log is whole. Export it so that somebody else can check it. That export is logged as a disclosure.',
  'help.screen.backup':
    'Makes a sealed copy of all records, checks one, or restores one. Keep the file away from this computer. Check it after you have made it.',
} as const;
