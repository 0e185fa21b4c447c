import type { AllowedOperation, ApiRequest } from './types';

/** Characters that would let an id climb out of its place in the path. */
const escapeForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const cache = new Map<string, RegExp>();

/** `/api/companies/{company}` as a pattern in which `{company}` is one path segment. */
function pathPattern(template: string): RegExp {
	const known = cache.get(template);
	if (known !== undefined) return known;
	const path = template.split('#')[0] ?? '';
	const source = path
		.split(/\{\w+\}/)
		.map(escapeForPattern)
		.join('[^/?#\\\\]+');
	const pattern = new RegExp(`^${source}$`);
	cache.set(template, pattern);
	return pattern;
}

const isDotSegment = (segment: string): boolean =>
	/^(\.|%2e){1,2}$/i.test(segment) || /%2f|%5c/i.test(segment);

/**
 * True when the method and the template are on the list and the path really has the form of the
 * template. The second half matters: a template alone would let a caller send any path under an
 * allowed name (SPEC I1, read-only by construction).
 */
export function isAllowed(request: ApiRequest, allow: readonly AllowedOperation[]): boolean {
	const listed = allow.some(
		({ method, template }) =>
			method === request.method &&
			(typeof template === 'string'
				? template === request.template
				: template.exec(request.template)?.[0] === request.template),
	);
	return (
		listed &&
		pathPattern(request.template).test(request.path) &&
		!request.path.split('/').some(isDotSegment)
	);
}
