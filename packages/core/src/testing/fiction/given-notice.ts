/** Answers of an officer who served a notice, none of them wrong. */
export const GIVEN_NOTICE = {
  grounds: 'none',
  notice: 'Cease and desist notice',
  noticeVersion: '3',
  how: 'in-person',
  servedBy: 'PC 4127 Imogen Starling',
  sections: ['1'],
  acknowledged: 'signed',
};
