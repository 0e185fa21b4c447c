import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { done } from '../../../core/model/result';
import { parameter } from './parameter';
import type { About, Parameter } from './parameter';
import { isEmpty, namesOf, textOf } from './values';

/** The kinds of one value: text, number, yes or no, one of a list, several of a list, names. */

interface TextAbout extends About {
	/** `options` for a list that n8n fills by a method of the node. */
	type?: 'string' | 'options';
	default?: string;
}

/** Text without spaces around it; empty stays empty, whatever the default of the panel is. */
export const text = (about: TextAbout): Parameter<string> =>
	parameter({ type: 'string', default: '', ...about }, (given, refuse) => {
		const read = textOf(given);
		return read === null ? refuse('it must be a text') : done(read);
	});

/** Of a number: what the panel says in `typeOptions`, unless something else was always taken. */
interface Limits {
	min?: number;
	max?: number;
	/** More than this, instead of a minimum. */
	above?: number;
}

export interface NumberAbout extends About {
	default: number;
	limits?: Limits;
	/**
	 * Decides how fast something is read, never what: no reason to stop a run. More or less than the limits
	 * is the nearest number that fits; 0, which elsewhere means no limit, is the default.
	 */
	nearest?: boolean;
}

function words({ min, max, above }: Limits): string {
	const low = above === undefined ? min : above;
	if (low === undefined) return max === undefined ? '' : ` of at most ${max}`;
	if (above !== undefined) return ` above ${low}${max === undefined ? '' : ` and at most ${max}`}`;
	return ` from ${low}${max === undefined ? '' : ` to ${max}`}`;
}

function numeric(about: NumberAbout, kind: string, isKind: (value: number) => boolean) {
	const { limits, nearest = false, ...field } = about;
	const { minValue: min, maxValue: max } = field.typeOptions ?? {};
	const own: Limits = limits ?? {
		...(min === undefined ? {} : { min }),
		...(max === undefined ? {} : { max }),
	};
	const { min: low = -Infinity, max: high = Infinity, above = -Infinity } = own;
	const fits = (value: number) => value >= low && value <= high && value > above;
	const near = (value: number): number => {
		if (value <= 0) return about.default;
		return Math.min(high, Math.max(low, isKind(value) ? value : Math.round(value)));
	};
	return parameter<number>({ ...field, type: 'number' }, (given, refuse) => {
		if (isEmpty(given)) return done(about.default);
		const isNumeric = typeof given === 'number' || typeof given === 'string';
		const value = isNumeric ? Number(given) : Number.NaN;
		if (nearest && Number.isFinite(value)) return done(near(value));
		return Number.isFinite(value) && isKind(value) && fits(value)
			? done(value)
			: refuse(`it must be a ${kind}${words(own)}`);
	});
}

/** A number, also as text; an empty box is the default. */
export const number = (about: NumberAbout): Parameter<number> =>
	numeric(about, 'number', () => true);

export const wholeNumber = (about: NumberAbout): Parameter<number> =>
	numeric(about, 'whole number', Number.isInteger);

/** What nothing at all means, where it decides nothing about anybody; without it nothing is refused. */
interface Empty<V> {
	empty?: V;
}

/** Yes or no. Nothing at all is refused: a name misspelled in an expression must not decide. */
export const toggle = ({
	empty,
	...about
}: About & Empty<boolean> & { default: boolean }): Parameter<boolean> =>
	parameter({ ...about, type: 'boolean' }, (given, refuse) => {
		if (given === true || given === false) return done(given);
		if (empty !== undefined && isEmpty(given)) return done(empty);
		const read = textOf(given)?.toLowerCase();
		return read === 'true' || read === 'false'
			? done(read === 'true')
			: refuse('it must be true or false');
	});

/** A choice of the panel, with its value as a type. */
export type Choice<V extends string = string> = Omit<INodePropertyOptions, 'value'> & { value: V };

/** What people are written to in. */
export const LANGUAGES = [
	{ name: 'Dutch', value: 'nl' },
	{ name: 'English', value: 'en' },
] as const;

interface ChoiceAbout<V extends string, Also extends string> extends About, Empty<NoInfer<V>> {
	options: ReadonlyArray<Choice<V>>;
	default: NoInfer<V>;
	/** Taken too, but not shown. */
	also?: readonly Also[];
}

const shown = (options: readonly Choice[]): string => options.map(({ name }) => name).join(', ');

/** One of the list. Nothing at all is refused as anything else that is not on it, unless `empty` says what it means. */
export function choice<const V extends string, const Also extends string = never>(
	about: ChoiceAbout<V, Also>,
): Parameter<V | Also> {
	const { also = [], empty, options, ...field } = about;
	const values: ReadonlyArray<V | Also> = [...options.map(({ value }) => value), ...also];
	return parameter({ ...field, type: 'options', options: [...options] }, (given, refuse) => {
		if (empty !== undefined && isEmpty(given)) return done(empty);
		const found = values.find((value) => value === textOf(given));
		return found === undefined ? refuse(`choose one of ${shown(options)}`) : done(found);
	});
}

interface SeveralAbout<V extends string> extends About {
	options: ReadonlyArray<Choice<V>>;
	default: Array<NoInfer<V>>;
}

/** Any of the list, from the panel, or as an array or text with commas. */
export const several = <const V extends string>(about: SeveralAbout<V>): Parameter<V[]> =>
	parameter({ ...about, type: 'multiOptions', options: [...about.options] }, (given, refuse) => {
		const values = about.options.map(({ value }) => value);
		const names = namesOf(given);
		const odd = names?.find((name) => !values.some((value) => value === name));
		return names === null || odd !== undefined
			? refuse(`choose from ${shown(about.options)}`)
			: done(values.filter((value) => names.includes(value)));
	});

interface NamesAbout extends About {
	type?: 'string' | 'multiOptions';
	default?: string | string[];
}

/** Names or IDs: text with commas, or a picker of several that n8n fills. */
export const names = (about: NamesAbout): Parameter<string[]> => {
	const field: INodeProperties = { type: 'string', default: '', ...about };
	return parameter(field, (given, refuse) => {
		const read = namesOf(given);
		return read === null ? refuse('it must be a list of names') : done(read);
	});
};
