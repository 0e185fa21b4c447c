export { civilDate, referenceDate } from './civilDate';
export { added, collection, rows } from './groups';
export { choice, names, number, several, text, toggle, wholeNumber } from './kinds';
export { checked, mapped, parameter, readAll, refused, valueOf } from './parameter';
export type { Parameter, Values } from './parameter';
export { picker } from './picker';
export { isEmpty, isRecord, namesOf, pickedText, textOf } from './values';
