import type { FastifyReply } from 'fastify';
import type { FieldFault } from './validate.mts';

/** The error bodies of the Customer API: `{detail}`, a text or for 422 a list of field faults. */

export const detail = (reply: FastifyReply, status: number, text: string): FastifyReply =>
	reply.code(status).send({ detail: text });

export const unprocessable = (reply: FastifyReply, faults: FieldFault[]): FastifyReply =>
	reply.code(422).send({ detail: faults });

const TEXTS: Readonly<Record<number, string>> = {
	400: 'Bad request',
	401: 'Token is not valid',
	403: 'Not allowed',
	404: 'Not found',
	409: 'This email address is in use',
	422: 'The input could not be processed',
	429: 'Too many requests',
};

/** Body of a scripted fault. */
export const errorBody = (status: number): string =>
	JSON.stringify({ detail: TEXTS[status] ?? 'Internal error' });

/** An integer in a path or query; null when it is none. */
export const integer = (text: string): number | null =>
	/^-?\d{1,15}$/.test(text) ? Number(text) : null;
