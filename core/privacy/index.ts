export { ColumnWatch } from './columnWatch';
export type { PrivateKind, Withheld } from './columnWatch';
export { isAlleoField, privacyOf } from './names';
export type { Privacy } from './names';
