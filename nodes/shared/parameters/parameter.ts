import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { done, failed } from '../../../core/model/result';
import type { Problem, Result } from '../../../core/model/result';
import { toError } from '../outcome';

/** Where parameters are read from: a running node, or a node of another version of the workflow. */
export interface ParameterContext {
	getNodeParameter(name: string, itemIndex: number, fallback?: unknown): unknown;
	getTimezone(): string;
}

/**
 * A parameter is declared once: what the panel shows of it, and how what is given becomes a value. The
 * panel is not the only one who gives: an expression, a template's settings and a tool give anything.
 */
export interface Parameter<T> {
	/** What the panel shows; its names, types and values are those of n8n. */
	field: INodeProperties;
	/** The value, or SETTING_INVALID with the panel's label and what is wrong. */
	parse(given: unknown): Result<T>;
	/** The same of this node's own parameter; the default of the panel where it is hidden. */
	read(context: ParameterContext, item?: number): Result<T>;
}

/** Says what is wrong with a value, to stand behind the label: `it must be a number from 0`. */
export type Refuse = (problem: string) => { ok: false; problem: Problem };

export type Check<T> = (given: unknown, refuse: Refuse) => Result<T>;

/** What a declaration says of its field in n8n's own words; the kind adds the type. */
export type About = Omit<INodeProperties, 'type' | 'default' | 'options' | 'modes'>;

/** `setting` is the label that the panel shows. */
export const refused = (setting: string, problem: string): { ok: false; problem: Problem } =>
	failed('SETTING_INVALID', { setting, problem });

export function parameter<T>(field: INodeProperties, check: Check<T>): Parameter<T> {
	const parse = (given: unknown): Result<T> =>
		check(given, (problem) => refused(field.displayName, problem));
	const { name, default: preset } = field;
	return {
		field,
		parse,
		read: (context, item = 0) => parse(context.getNodeParameter(name, item, preset)),
	};
}

/** The same field, with a further rule, or as another value. */
export const checked = <T, U>(
	{ field, parse }: Parameter<T>,
	check: (value: T, refuse: Refuse) => Result<U>,
): Parameter<U> =>
	parameter(field, (given, refuse) => {
		const read = parse(given);
		return read.ok ? check(read.value, refuse) : read;
	});

/** The same field as another value, where no value can be wrong any more. */
export const mapped = <T, U>(one: Parameter<T>, map: (value: T) => U): Parameter<U> =>
	checked(one, (value) => done(map(value)));

/** Several parameters, by the names that the code gives their values. */
export type Parameters<V> = { readonly [K in keyof V]: Parameter<V[K]> };

/** Every value, or the first problem. */
export function each<V>(
	parameters: Parameters<V>,
	read: <T>(one: Parameter<T>) => Result<T>,
): Result<V> {
	const values: Partial<V> = {};
	for (const key in parameters) {
		const result = read(parameters[key]);
		if (!result.ok) return result;
		values[key] = result.value;
	}
	return done(values as V);
}

/** Reads several parameters of the node. */
export const readAll = <V>(
	context: ParameterContext,
	parameters: Parameters<V>,
	item = 0,
): Result<V> => each(parameters, (one) => one.read(context, item));

/** For nodes that throw: the value, or the error of the node. */
export function valueOf<T>(context: IExecuteFunctions, result: Result<T>, itemIndex?: number): T {
	if (result.ok) return result.value;
	throw toError(context, result.problem, itemIndex);
}
