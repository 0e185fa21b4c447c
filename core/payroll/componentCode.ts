/** What a code of a wage component looks like: the one rule for the panels of the nodes and the pages of connecting. */

/** NMBRS: a whole number. */
export const isNmbrsComponent = (code: string): boolean => /^\d{1,9}$/.test(code);

/** AFAS: the short number of the environment, which may have letters. */
export const isAfasComponent = (code: string): boolean => /^[\w.-]{1,30}$/.test(code);
