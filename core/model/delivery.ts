import { z } from 'zod';

/**
 * Where the files of a customer go, and how Alleo wants them: what the workflow "Send a file" answers when
 * it is asked to look at the folder. One item; beside it, as binary data, the file that lies there.
 */

/** A one-off budget stands in one file, or in each one for as long as the HR system has it. */
export const OneOffBudgets = z.enum(['once', 'everyFile']);
export type OneOffBudgets = z.infer<typeof OneOffBudgets>;

/** What is written for a budget that stopped: `0`, or an empty cell. */
export const StoppedBudgets = z.enum(['zero', 'empty']);
export type StoppedBudgets = z.infer<typeof StoppedBudgets>;

/** Why no file can go there; each is a code of the catalogue (core/issues/delivery.ts). */
export const DeliveryProblem = z.enum([
	'DELIVERY_SETTINGS',
	'DELIVERY_LOGIN_REFUSED',
	'DELIVERY_FOLDER_MISSING',
	'DELIVERY_NOT_REACHED',
	'DELIVERY_NOT_WRITABLE',
	'DELIVERY_CUT',
	'DELIVERY_NOT_REMOVABLE',
	'DELIVERY_FILE_UNREADABLE',
]);
export type DeliveryProblem = z.infer<typeof DeliveryProblem>;

export const Delivery = z
	.object({
		ok: z.boolean(),
		/** Null where the folder is usable. */
		code: DeliveryProblem.nullable(),
		/** Of the server, such as `/alleo`. */
		folder: z.string(),
		file_name: z.string(),
		one_off_budgets: OneOffBudgets,
		stopped_budgets: StoppedBudgets,
		/**
		 * Which file was there, by its length and its time in ms since 1970 (`120 1764000000000`); `none` without one, '' where nothing could be seen. It
		 * goes back with the file that is sent, which takes the place of this one only.
		 */
		last: z.string().optional(),
	})
	.refine(({ ok, code }) => ok === (code === null), 'usable, or a code that says why not');
export type Delivery = z.infer<typeof Delivery>;

const Answer = z.object({ delivery: Delivery });

/** When the file that lies there was written, ISO 8601 UTC; null where there is none, or the server does not say. */
export function lastWritten({ last = '' }: Delivery): string | null {
	const ms = Number(/^\d+ (\d{1,15})$/.exec(last)?.[1] ?? Number.NaN);
	return ms > 0 ? new Date(ms).toISOString() : null;
}

/**
 * @param json of the item that "Look at the folder" gave
 * @returns null where it says nothing that can be understood: then nobody knows what lies there
 */
export const readDelivery = (json: unknown): Delivery | null =>
	Answer.safeParse(json).data?.delivery ?? null;
