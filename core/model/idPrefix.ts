import { z } from 'zod';

/**
 * How the external ids of a source begin: `nmbrs-`, `afas-`, and for every other source `custom-`, or the
 * name that a person gave it: `hibob-1001`. The prefix says whose an account is, so it is ours only where
 * it is this source's own; another one is foreign, and is taken over by approval alone.
 */

/** No dash, so that no prefix begins another one. */
export const ID_PREFIX = /^[a-z][a-z0-9]{1,19}$/;

/** Systems with a node of their own: a source that took their name would own their people. */
const TAKEN: ReadonlySet<string> = new Set(['nmbrs', 'afas']);

/** Whether a source may be called so; `custom` is the name of one without a name. */
export const isIdPrefix = (name: string): boolean => ID_PREFIX.test(name) && !TAKEN.has(name);

export const IdPrefix = z.string().refine(isIdPrefix, 'not a prefix of external ids');

/** What a person is told where a name cannot be used. */
export const ID_PREFIX_RULE =
	'it must be 2 to 20 small letters and digits, begin with a letter, and not be nmbrs or afas';

interface Named {
	/** `SourceSystem` of employee.ts, which uses this file. */
	system: string;
	id_prefix?: string | undefined;
}

/** Without the dash. Only a custom source has a name of its own. */
export const idPrefixOf = ({ system, id_prefix: name }: Named): string =>
	system === 'custom' && name !== undefined ? name : system;
