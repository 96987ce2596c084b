export { asksArea } from './area-asked.js';
export { type AreaCodes, areaCodeIssues, areaFitIssues, areaWords } from './area-fit.js';
export { type AreaFromTable, areaOfPostcode } from './area-of-postcode.js';
export { type GivenPostcodeTable, PostcodeTable, tableWords } from './postcode-table.js';
