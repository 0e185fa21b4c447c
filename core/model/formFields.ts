/** Field values of a posted form by name, in the order of the form; a name can come several times. */
export type FormFields = ReadonlyMap<string, readonly string[]>;
