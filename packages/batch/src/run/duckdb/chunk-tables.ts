/** Applicants in hand: the id that the population gives, and the number (`place`) that stands for it in every table of the chunk. */
export const applicantTable = 'luodi_applicant';

/** The attributes of the applicants in hand. */
export const attributeTable = 'luodi_attribute';

/** Answers of money measures: those that are entitled, and those that lack a single fact. */
export const resultTable = 'luodi_result';

/** What each entitled measure counts in the best lawful combination of its applicant; a measure that is not here is set aside. */
export const countedTable = 'luodi_counted';
