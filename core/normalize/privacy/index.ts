export { ColumnWatch } from './columnWatch';
export type { PrivateKind, Withheld } from './columnWatch';
export { isAlleoField, isPrivateNumber, privacyOf } from './names';
export type { Privacy } from './names';
