/** Error bodies of the REST API; the vendor's own texts are unknown, the keys are those seen. */
export class RestError extends Error {
	readonly status: number;
	readonly body: object;

	constructor(status: number, body: object) {
		super(`HTTP ${status}`);
		this.status = status;
		this.body = body;
	}
}

const TYPE = 'https://nmbrs.stoplight.io/docs/nmbrs-restapi';

export const problem = (status: number, code: number, title: string, detail: string): RestError =>
	new RestError(status, { type: TYPE, status, code, title, detail });

export const unauthorized = (): RestError =>
	problem(401, 1401, 'Unauthorized.', 'The access token is missing, expired or not valid.');

/** The gateway answers this one before the API does, in its own form. */
export const wrongSubscriptionKey = (given: boolean): RestError =>
	new RestError(401, {
		statusCode: 401,
		message: given
			? 'Access denied due to invalid subscription key.'
			: 'Access denied due to missing subscription key.',
	});

export const forbidden = (detail: string): RestError => problem(403, 1403, 'Forbidden.', detail);

export const forbiddenMultiDebtor = (): RestError =>
	new RestError(403, {
		title: 'ForbiddenMultiDebtor.',
		status: 403,
		detail: 'The token gives access to several debtors.',
	});

export const notFound = (what: string): RestError =>
	problem(404, 1234, 'NotFound.', `${what} does not exist.`);

export const badRequest = (detail: string): RestError => problem(400, 1400, 'BadRequest.', detail);
