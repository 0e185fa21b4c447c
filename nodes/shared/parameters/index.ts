export { civilDate, referenceDate } from './civilDate';
export { added, asObject, collection, rows, within } from './groups';
export { choice, LANGUAGES, names, number, several, text, toggle, wholeNumber } from './kinds';
export { leaveRules } from './leaveRules';
export { checked, mapped, parameter, readAll, refused, valueOf } from './parameter';
export type { Parameter, ParameterContext, Parameters, Refuse } from './parameter';
export { picker } from './picker';
export { idOf, isEmpty, isRecord, namesOf, pickedText, textOf } from './values';
export type { Row } from './values';
